"""PolNeAR in batches: windows with labels and links."""

import random

import numpy as np

import decode
import polnear
from labels import FREE, LABELS, O, PARAGRAPH
from losses import NONE_HERE
from sentence_meaning import alone, rough_sentences
from variation import random_windows, spoil

BATCH_PIECES = 3072
LENGTH_STEP = 16  # of a batch: attention is fastest at such lengths
MEANING_SENTENCES = 48


class Example:
    """One window of one article, ready to be padded."""

    def __init__(self, document: polnear.Document, begin: int, end: int):
        pieces = document.pieces
        self.ids = [decode.CLS, *pieces.ids[begin:end], decode.SEP]
        self.surface = [0, *pieces.surface[begin:end], 0]
        outside = np.eye(len(LABELS), dtype=bool)[[O]]
        self.allowed = np.concatenate([outside, document.allowed[begin:end], outside])
        self.kinds = np.concatenate([[PARAGRAPH], document.kinds[begin:end], [PARAGRAPH]])
        if self.kinds[1] != PARAGRAPH:  # cut inside a paragraph: a span that goes on here begins here
            self.kinds[1] = FREE
            goes_on = self.allowed[1, 2::2].copy()
            if not self.allowed[1, O]:
                self.allowed[1, 2::2] = False
                self.allowed[1, 1::2] |= goes_on
        self.links = link_targets(document, begin, end)


def link_targets(document, begin, end) -> dict:
    def here(span):
        return span[0] >= begin and span[1] <= end

    def place(span):
        return span[0] - begin + 1, span[1] - begin + 1

    cues, sources, contents = {}, {}, []
    for a in document.attributions:
        for cue in filter(here, a["cue"]):
            cues.setdefault(place(cue), len(cues))
        for source in filter(here, a["source"]):
            sources.setdefault(place(source), len(sources))
    source_of_cue = [-100] * len(cues)
    cue_of_content = []
    for a in document.attributions:
        cue = next((cues[place(c)] for c in a["cue"] if here(c)), None)
        source = next((sources[place(s)] for s in a["source"] if here(s)), None)
        if cue is not None:
            if source is not None or not a["source"]:  # a source outside the window teaches nothing
                source_of_cue[cue] = len(sources) if source is None else source
        for content in filter(here, a["content"]):
            contents.append(place(content))
            cue_of_content.append(-100 if cue is None and a["cue"] else len(cues) if cue is None else cue)
    return {"cues": list(cues), "sources": list(sources), "contents": contents, "source_of_cue": source_of_cue,
            "cue_of_content": cue_of_content}


def epoch_batches(documents, rng: random.Random):
    """Windows are cut anew each epoch, with another size for each article, so that no boundary is learned."""
    examples = []
    for document in documents:
        for window in random_windows(document, rng):
            examples.append(Example(document, window.begin, window.end))
    for example in examples:
        example.ids, example.surface = spoil(example.ids, example.surface, rng)
    rng.shuffle(examples)
    examples.sort(key=lambda e: len(e.ids) + rng.random() * 40)
    batches, batch = [], []
    for example in examples:
        if batch and len(example.ids) * (len(batch) + 1) > BATCH_PIECES:
            batches.append(batch)
            batch = []
        batch.append(example)
    batches.append(batch)
    rng.shuffle(batches)
    return batches


def pad(batch) -> dict[str, np.ndarray]:
    length = -(-max(len(e.ids) for e in batch) // LENGTH_STEP) * LENGTH_STEP
    shape = (len(batch), length)
    out = {name: np.zeros(shape, dtype=np.int64) for name in ("pieces", "surface", "mask", "kinds")}
    out["allowed"] = np.zeros((*shape, len(LABELS)), dtype=bool)
    for row, e in enumerate(batch):
        n = len(e.ids)
        for name, values in (("pieces", e.ids), ("surface", e.surface), ("mask", 1), ("kinds", e.kinds),
                             ("allowed", e.allowed)):
            out[name][row, :n] = values
        out["allowed"][row, n:, O] = True
    return out


def prepare(batch, rng: random.Random) -> dict:
    """Arrays for losses.gold_losses(); spans count the rows of all windows, one behind the other."""
    out = {"corpus": "polnear", **pad(batch)}
    length = out["pieces"].shape[1]
    spans, windows = {k: [] for k in ("cues", "sources", "contents")}, {k: [] for k in ("cues", "sources", "contents")}
    answers = {"source_of_cue": [], "cue_of_content": []}
    for row, e in enumerate(batch):
        for answer, candidates in (("source_of_cue", "sources"), ("cue_of_content", "cues")):
            first, none = len(spans[candidates]), len(e.links[candidates])
            answers[answer] += [a if a < 0 else NONE_HERE if a == none else a + first for a in e.links[answer]]
        for kind in spans:
            spans[kind] += [(b + row * length, t + row * length) for b, t in e.links[kind]]
            windows[kind] += [row] * len(e.links[kind])
    out |= {kind: np.array(s, dtype=np.int64).reshape(-1, 2) for kind, s in spans.items()}
    out |= {kind + "_window": np.array(w, dtype=np.int64) for kind, w in windows.items()}
    out |= {answer: np.array(a, dtype=np.int64) for answer, a in answers.items()}
    sentences = [(row, b, t) for row, e in enumerate(batch) for b, t in rough_sentences(e.ids, e.surface)]
    sentences = rng.sample(sentences, min(len(sentences), MEANING_SENTENCES))
    out["sentence_spans"] = np.array([(r * length + b, r * length + t) for r, b, t in sentences], dtype=np.int64)
    out["sentence_pieces"] = alone([batch[r].ids[b:t] for r, b, t in sentences])
    return out
