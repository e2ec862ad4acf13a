"""From scores to attributions, the plain reference for src/language/span_decoder.cpp and link_decoder.cpp."""

import dataclasses

import numpy as np
import torch

from attribution_head import LINK_WIDTH, AttributionHead
from labels import LABELS, O, ROLES
from windows import Window, cut_windows, deepest

WINDOW = 318  # pieces, without [CLS] and [SEP]
CONTEXT = 64
CLS, SEP = 101, 102


def viterbi(unary: np.ndarray, step: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """Best labelling of an article; `step` is [3, before, after]."""
    n = len(unary)
    back = np.zeros(unary.shape, dtype=np.int64)
    score = unary[0] + step[kinds[0], O]
    for t in range(1, n):
        paths = score[:, None] + step[kinds[t]]
        back[t] = paths.argmax(0)
        score = paths.max(0) + unary[t]
    labels = np.zeros(n, dtype=np.int64)
    labels[-1] = score.argmax()
    for t in range(n - 1, 0, -1):
        labels[t - 1] = back[t, labels[t]]
    return labels


def spans_of(labels: np.ndarray) -> dict[str, list[tuple[int, int]]]:
    spans = {r: [] for r in ROLES}
    t = 0
    while t < len(labels):
        if labels[t] == O:
            t += 1
            continue
        role, start = (labels[t] - 1) // 2, t
        t += 1
        while t < len(labels) and labels[t] == 2 + 2 * role:
            t += 1
        spans[ROLES[role]].append((start, t))
    return spans


@dataclasses.dataclass
class Scores:
    """What the network says of an article."""

    rows: dict[str, np.ndarray]  # each output [pieces, width], a row from the window where the piece lies deepest
    owner: np.ndarray  # that window, for each piece
    windows: list[Window]
    links: list[np.ndarray]  # for each window [its pieces, 4 * LINK_WIDTH]


def run_windows(document, run) -> Scores:
    """`run(ids, surface)` serves one window: the network's outputs by name, [T, width]."""
    n = len(document.pieces)
    windows = cut_windows(document.paragraphs, document.pieces.continues, WINDOW, CONTEXT)
    scores = Scores({}, np.array(deepest(windows, n)), windows, [])
    for w, window in enumerate(windows):
        ids = [CLS] + document.pieces.ids[window.begin : window.end] + [SEP]
        surface = [0] + document.pieces.surface[window.begin : window.end] + [0]
        own = np.flatnonzero(scores.owner[window.begin : window.end] == w)
        for name, output in run(ids, surface).items():
            if name == "links":
                scores.links.append(output[1:-1])
            else:
                rows = scores.rows.setdefault(name, np.zeros((n, output.shape[1]), dtype=np.float32))
                rows[window.begin + own] = output[1 + own]
    return scores


def choose_partners(scores: Scores, model: AttributionHead, kind: int, queries, candidates) -> list[int | None]:
    """For each query the index of its candidate. Both are looked at in the window that owns the query's first piece:
    vectors of two windows cannot be compared, since the encoder marks a place by its distance from the window's start.
    """
    partners = []
    for query in queries:
        w = scores.owner[query[0]]
        window = scores.windows[w]
        here = [i for i, c in enumerate(candidates) if window.begin <= c[0] and c[1] <= window.end]
        spans = [torch.tensor([[b - window.begin, min(e, window.end) - window.begin] for b, e in part]).reshape(-1, 2)
                 for part in ([query], [candidates[i] for i in here])]
        best = model.link_scores(torch.from_numpy(scores.links[w]), kind, *spans)[0].argmax().item()
        partners.append(here[best] if best < len(here) else None)
    return partners


@torch.no_grad()
def attributions_of(document, model: AttributionHead, run) -> list[dict[str, list[tuple[int, int]]]]:
    """Every cue with its contents and the source it chose; a content that finds no cue is left out."""
    scores = run_windows(document, run)
    spans = spans_of(viterbi(scores.rows["labels"], model.transition_scores().numpy(), document.kinds))
    return join_spans(scores, spans, model)


def join_spans(scores: Scores, spans, model: AttributionHead):
    out = [{"source": [], "cue": [cue], "content": []} for cue in spans["cue"]]
    for a, source in zip(out, choose_partners(scores, model, 0, spans["cue"], spans["source"])):
        if source is not None:
            a["source"].append(spans["source"][source])
    for content, cue in zip(spans["content"], choose_partners(scores, model, 1, spans["content"], spans["cue"])):
        if cue is not None:
            out[cue]["content"].append(content)
    return [a for a in out if a["content"]]


def to_record(document, attributions) -> dict:
    """The part of a record that the scorer reads."""
    begin, end = document.pieces.begin, document.pieces.end
    return {"document": {"external_id": document.name, "text": document.text},
            "attributions": [{r: {"spans": [[begin[b], end[e - 1]] for b, e in a[r]]} for r in ROLES}
                             for a in attributions]}
