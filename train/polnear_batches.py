"""PolNeAR in batches: windows with labels and links, and the loss of both."""

import random

import numpy as np
import torch

import decode
import polnear
from labels import FREE, LABELS, O, PARAGRAPH
from variation import random_windows, spoil

BATCH_PIECES = 2048


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
    as_spans = lambda spans: torch.tensor(list(spans), dtype=torch.long).reshape(-1, 2)
    return {"cues": as_spans(cues), "sources": as_spans(sources), "contents": as_spans(contents),
            "source_of_cue": torch.tensor(source_of_cue, dtype=torch.long),
            "cue_of_content": torch.tensor(cue_of_content, dtype=torch.long)}


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


def pad(batch):
    length = max(len(e.ids) for e in batch)
    shape = (len(batch), length)
    ids, surface, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    kinds = torch.zeros(shape, dtype=torch.long)
    allowed = torch.zeros((*shape, len(LABELS)), dtype=torch.bool)
    for row, e in enumerate(batch):
        n = len(e.ids)
        ids[row, :n], surface[row, :n], mask[row, :n] = torch.tensor(e.ids), torch.tensor(e.surface), 1
        kinds[row, :n], allowed[row, :n] = torch.from_numpy(e.kinds), torch.from_numpy(e.allowed)
        allowed[row, n:, O] = True
    return ids, surface, mask, kinds, allowed


def losses(model, batch) -> dict[str, torch.Tensor]:
    ids, surface, mask, kinds, allowed = pad(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        labels, links = model.attribution(model.encoder(ids, surface, mask))
    links = links.float()
    queries = sum(len(e.links["cues"]) + len(e.links["contents"]) for e in batch)
    link = sum(model.attribution.link_loss(links[row], e.links) for row, e in enumerate(batch)) / max(1, queries)
    return {"labels": model.attribution.crf_loss(labels, allowed, kinds, mask), "links": link}
