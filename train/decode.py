"""From scores to attributions, the plain reference for src/language/span_decoder.cpp and link_decoder.cpp."""

import numpy as np
import torch

from attribution_model import LINK_WIDTH, AttributionModel
from labels import LABELS, O, ROLES
from polnear import Document
from windows import cut_windows, deepest

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


def run_windows(document: Document, run) -> tuple[np.ndarray, np.ndarray]:
    """Label scores [pieces, labels] and links [pieces, 4 * LINK_WIDTH]; `run(ids, surface)` serves one window."""
    n = len(document.pieces)
    unary = np.zeros((n, len(LABELS)), dtype=np.float32)
    links = np.zeros((n, 4 * LINK_WIDTH), dtype=np.float32)
    windows = cut_windows(document.paragraphs, document.pieces.continues, WINDOW, CONTEXT)
    owner = np.array(deepest(windows, n))
    for w, window in enumerate(windows):
        ids = [CLS] + document.pieces.ids[window.begin : window.end] + [SEP]
        surface = [0] + document.pieces.surface[window.begin : window.end] + [0]
        label_scores, link_scores = run(ids, surface)
        own = np.flatnonzero(owner[window.begin : window.end] == w)
        unary[window.begin + own] = label_scores[1 + own]
        links[window.begin + own] = link_scores[1 + own]
    return unary, links


@torch.no_grad()
def attributions_of(document: Document, model: AttributionModel, run) -> list[dict[str, list[tuple[int, int]]]]:
    """Every cue with its contents and the source it chose; a content that finds no cue is left out."""
    unary, links = run_windows(document, run)
    spans = spans_of(viterbi(unary, model.transition_scores().numpy(), document.kinds))
    links = torch.from_numpy(links)
    ranges = {r: torch.tensor(spans[r], dtype=torch.long).reshape(-1, 2) for r in ROLES}
    out = [{"source": [], "cue": [cue], "content": []} for cue in spans["cue"]]
    if not out:
        return []
    for cue, source in enumerate(model.link_scores(links, 0, ranges["cue"], ranges["source"]).argmax(1).tolist()):
        if source < len(spans["source"]):
            out[cue]["source"].append(spans["source"][source])
    if spans["content"]:
        choice = model.link_scores(links, 1, ranges["content"], ranges["cue"]).argmax(1).tolist()
        for content, cue in zip(spans["content"], choice):
            if cue < len(out):
                out[cue]["content"].append(content)
    return [a for a in out if a["content"]]


def to_record(document: Document, attributions) -> dict:
    """The part of a record that the scorer reads."""
    begin, end = document.pieces.begin, document.pieces.end
    return {"document": {"external_id": document.name, "text": document.text},
            "attributions": [{r: {"spans": [[begin[b], end[e - 1]] for b, e in a[r]]} for r in ROLES}
                             for a in attributions]}
