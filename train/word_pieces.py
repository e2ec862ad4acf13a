"""Word pieces of a paragraph with offsets, letter case and spacing.

The C++ tokeniser (src/language/word_pieces.cpp) must give the same pieces: tests/language/word_pieces_test.cpp compares
it with tests/language/word_pieces_reference.jsonl, which train/write_word_pieces_reference.py makes from this file.
"""

import dataclasses
import functools

import tokenizers

CASE_NONE, CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_MIXED = range(5)
GAP_NONE, GAP_BLANK, GAP_PARAGRAPH = range(3)
GAPS = 3
SURFACE_CLASSES = 5 * GAPS  # surface = case * GAPS + gap


@dataclasses.dataclass
class Pieces:
    """Parallel lists, one entry a piece; offsets are code points into the article's text."""

    ids: list[int]
    surface: list[int]
    begin: list[int]
    end: list[int]
    continues: list[bool]  # not the first piece of its word

    def __len__(self):
        return len(self.ids)


@functools.cache
def tokenizer() -> tokenizers.Tokenizer:
    from encoder import pretrained_folder

    t = tokenizers.Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    t.no_truncation()
    t.no_padding()
    return t


def case_of(word: str) -> int:
    letters = [c for c in word if c.isupper() or c.islower()]
    if not letters:
        return CASE_NONE
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return CASE_LOWER
    if upper == len(letters):
        return CASE_UPPER if upper > 1 else CASE_TITLE
    return CASE_TITLE if upper == 1 and letters[0].isupper() else CASE_MIXED


def split_paragraph(text: str, begin: int, end: int) -> Pieces:
    encoding = tokenizer().encode(text[begin:end], add_special_tokens=False)
    out = Pieces([], [], [], [], [])
    previous_end, previous_word, word_case = None, None, CASE_NONE
    spans = {}
    for (b, e), word in zip(encoding.offsets, encoding.word_ids):
        first, last = spans.get(word, (b, e))
        spans[word] = (min(first, b), max(last, e))
    for piece, (b, e), word in zip(encoding.ids, encoding.offsets, encoding.word_ids):
        continues = word == previous_word
        if continues:
            gap = GAP_NONE
        else:
            first, last = spans[word]
            word_case = case_of(text[begin + first : begin + last])
            gap = GAP_PARAGRAPH if previous_end is None else GAP_BLANK if b > previous_end else GAP_NONE
        out.ids.append(piece)
        out.surface.append(word_case * GAPS + gap)
        out.begin.append(begin + b)
        out.end.append(begin + e)
        out.continues.append(continues)
        previous_end, previous_word = e, word
    return out
