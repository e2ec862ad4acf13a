"""From scores to the layers of words that are given, for a quick look at the dev part; the whole reading is C++'s.

Trees are greedy here (each word takes its best head), and the words and sentences are gold.
"""

import dataclasses

import numpy as np
import torch

import coreference
import ud_batches
from layers import MENTION_WORDS, NAMES, SENTENCE_WORDS
from ud import ROOT, UdDocument


@dataclasses.dataclass
class Layers:
    tags: np.ndarray
    heads: np.ndarray
    relations: np.ndarray  # of the chosen head; "root" for ROOT's child is not asked
    mentions: set[tuple[int, int]]
    names: np.ndarray


@torch.no_grad()
def layers_of(document: UdDocument, rows: dict[str, np.ndarray], heads) -> Layers:
    """`rows`: decode.Scores.rows. `heads`: the Heads whose weights go with them."""
    rows = {name: torch.from_numpy(r) for name, r in rows.items()}
    at = torch.from_numpy(document.at)
    head = np.full(len(at), ROOT)
    mentions, names = set(), np.zeros(len(at), dtype=np.int64)
    steps = heads.names.transition_scores().numpy()
    for begin, end in document.sentences:
        words = at[begin : min(end, begin + SENTENCE_WORDS)][None]
        best = heads.arc_scores(rows["arcs"], words)[0].argmax(1).numpy()
        head[begin : begin + len(best)] = np.where(best == len(best), ROOT, begin + best)
        names[begin:end] = best_names(rows["names"][at[begin:end]].numpy(), steps)
        mentions |= {(begin + i, begin + j + 1) for i, j in spans(heads.mention_scores(rows["mentions"], words)[0])}
    relations = heads.relation_scores(rows["relations"], at, at[np.maximum(head, 0)]).argmax(1).numpy()
    return Layers(rows["tags"][at].argmax(1).numpy(), head, relations, mentions, names)


def spans(scores: torch.Tensor) -> list[tuple[int, int]]:
    """(first, last) word of each mention; of two that cross, the one with the higher score stays."""
    n = len(scores)
    band = torch.ones(n, n, dtype=torch.bool).triu().tril(MENTION_WORDS - 1)
    found = torch.nonzero((scores > 0) & band).tolist()
    kept = []
    for i, j in sorted(found, key=lambda s: -scores[s[0], s[1]].item()):
        if not any(a < i <= b < j or i < a <= j < b for a, b in kept):
            kept.append((i, j))
    return kept


def best_names(scores: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """Best legal labelling of a sentence; it starts as after O."""
    best = scores[0] + steps[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for t in range(1, len(scores)):
        paths = best[:, None] + steps
        back[t], best = paths.argmax(0), paths.max(0) + scores[t]
    labels = np.zeros(len(scores), dtype=np.int64)
    labels[-1] = best.argmax()
    for t in range(len(scores) - 1, 0, -1):
        labels[t - 1] = back[t, labels[t]]
    return labels


def name_spans(labels: np.ndarray, sentences) -> set[tuple[int, int, str]]:
    out = set()
    for begin, end in sentences:
        for w in range(begin, end):
            if NAMES[labels[w]][0] == "B":
                stop = w + 1
                while stop < end and labels[stop] == labels[w] + 1:
                    stop += 1
                out.add((w, stop, NAMES[labels[w]][2:]))
    return out


@torch.no_grad()
def clusters_of_gold(document: UdDocument, vectors: torch.Tensor, at: torch.Tensor, head) -> list[int]:
    """Cluster of each gold mention, by the coreference head; `at` has the row of `vectors` for each word."""
    pairs = coreference.candidate_pairs(ud_batches.pairs_of(document, document.mentions))
    pairs = {name: torch.from_numpy(values) for name, values in pairs.items()}
    scores = head.scores(vectors, at[ud_batches.places_of(document.mentions)], pairs).numpy()
    best: list[tuple[float, int] | None] = [None] * len(document.mentions)
    for i, j, score in zip(pairs["later"].tolist(), pairs["earlier"].tolist(), scores):
        if score > 0 and (best[i] is None or score > best[i][0]):
            best[i] = score, j
    return coreference.clusters_of([b and b[1] for b in best])


def sentence_vectors(document: UdDocument, rows: dict[str, np.ndarray]) -> np.ndarray:
    out = []
    for s in range(len(document.sentences)):
        begin, end = document.sentence_pieces(s)
        mean = rows["meaning"][begin:end].mean(0)
        out.append(mean / np.linalg.norm(mean))
    return np.array(out)
