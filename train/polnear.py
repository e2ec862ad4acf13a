"""PolNeAR-style JSON Lines to pieces, labels and links."""

import bisect
import dataclasses
import json
import pathlib
import re

import numpy as np

from labels import CONTINUES, FREE, LABELS, PARAGRAPH, ROLES, begin, inside
from word_pieces import Pieces, split_paragraph

PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*")


@dataclasses.dataclass
class Document:
    name: str
    text: str
    pieces: Pieces
    paragraphs: list[tuple[int, int]]  # piece ranges
    kinds: np.ndarray  # FREE, CONTINUES or PARAGRAPH for each piece
    allowed: np.ndarray  # [pieces, labels] bool; all labels where the annotation was discarded
    # One row an attribution: {"source": [(b, e)], "cue": ..., "content": ...} as piece ranges.
    attributions: list[dict[str, list[tuple[int, int]]]]


def paragraph_ranges(text: str) -> list[tuple[int, int]]:
    ranges, at = [], 0
    for gap in PARAGRAPH_END.finditer(text):
        ranges.append((at, gap.start()))
        at = gap.end()
    ranges.append((at, len(text)))
    return [(b, e) for b, e in ranges if text[b:e].strip()]


def pieces_of(text: str) -> tuple[Pieces, list[tuple[int, int]], np.ndarray]:
    """Pieces of a whole text, the piece ranges of its paragraphs, and the kind of each piece."""
    pieces = Pieces([], [], [], [], [])
    paragraphs = []
    for b, e in paragraph_ranges(text):
        part = split_paragraph(text, b, e)
        if len(part) == 0:
            continue
        paragraphs.append((len(pieces), len(pieces) + len(part)))
        for name in ("ids", "surface", "begin", "end", "continues"):
            getattr(pieces, name).extend(getattr(part, name))
    kinds = np.where(pieces.continues, CONTINUES, FREE)
    kinds[[b for b, _ in paragraphs]] = PARAGRAPH
    return pieces, paragraphs, kinds


def to_document(row: dict) -> Document:
    pieces, paragraphs, kinds = pieces_of(row["text"])

    def piece_range(span):
        b = bisect.bisect_right(pieces.end, span[0])
        e = bisect.bisect_left(pieces.begin, span[1])
        if b >= e:
            return None
        while pieces.continues[b]:  # a span that cuts a word takes the word
            b -= 1
        while e < len(pieces) and pieces.continues[e]:
            e += 1
        return b, e

    label = np.zeros(len(pieces), dtype=np.int64)
    attributions = []
    for attribution in row["attributions"]:
        spans = {r: [s for s in map(piece_range, attribution.get(r) or []) if s] for r in ROLES}
        attributions.append(spans)
        for i, role in enumerate(ROLES):
            for b, e in spans[role]:
                label[b] = begin(i)
                label[b + 1 : e] = inside(i)
                for p in range(b + 1, e):
                    if kinds[p] == PARAGRAPH:
                        label[p] = begin(i)
    allowed = np.eye(len(LABELS), dtype=bool)[label]
    for span in row.get("discard") or []:
        if covered := piece_range(span):
            allowed[covered[0] : covered[1]] = True
    return Document(row["doc"], row["text"], pieces, paragraphs, kinds, allowed, attributions)


def load(path: pathlib.Path) -> list[Document]:
    with open(path, encoding="utf-8") as lines:
        return [to_document(json.loads(line)) for line in lines]
