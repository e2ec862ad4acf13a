"""Labels of the attribution head and which may follow which; src/language/span_decoder.cpp holds the same rules."""

import torch

ROLES = ("source", "cue", "content")
LABELS = ["O"] + [f"{p}-{r}" for r in ROLES for p in "BI"]
O = 0
FREE, CONTINUES, PARAGRAPH = range(3)  # what a piece is: a new word, a later piece of a word, first of a paragraph


def begin(role: int) -> int:
    return 1 + 2 * role


def inside(role: int) -> int:
    return 2 + 2 * role


def legal_transitions() -> torch.Tensor:
    """[3 kinds of piece, label before, label] -> bool."""
    n = len(LABELS)
    legal = torch.zeros(3, n, n, dtype=torch.bool)
    for before in range(n):
        for after in range(n):
            starts = after == O or after % 2 == 1
            same_span = after != O and after % 2 == 0 and before in (after, after - 1)
            legal[FREE, before, after] = starts or same_span
            legal[PARAGRAPH, before, after] = starts  # a span never runs over a paragraph's end
            legal[CONTINUES, before, after] = same_span or (before == O and after == O)
    return legal
