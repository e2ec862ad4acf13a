"""What differs from epoch to epoch: where an article is cut into windows, and how its page was set."""

import functools
import random

from windows import Window, cut_windows
from word_pieces import CASE_UPPER, GAPS, tokenizer


def random_windows(document, rng: random.Random) -> list[Window]:
    size = rng.randint(160, 384)
    return cut_windows(document.paragraphs, document.pieces.continues, size, rng.randint(0, 64))


@functools.cache
def plain_quotes() -> dict[int, int]:
    vocabulary = tokenizer().get_vocab()
    return {vocabulary[a]: vocabulary[b] for a, b in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"))}


def spoil(ids: list[int], surface: list[int], rng: random.Random) -> tuple[list[int], list[int]]:
    """Some pages have typewriter quotation marks, some are in capitals."""
    if rng.random() < 0.15:
        ids = [plain_quotes().get(i, i) for i in ids]
    if rng.random() < 0.03:
        surface = [s if s < GAPS else CASE_UPPER * GAPS + s % GAPS for s in surface]
    return ids, surface
