#!/usr/bin/env python3
"""Writes what the Python tokeniser makes of the bundled examples and of dirty text, for the C++ tests to compare with.

    python train/write_word_pieces_reference.py > tests/language/word_pieces_reference.jsonl
"""

import json
import pathlib
import random

from word_pieces import split_paragraph

ROOT = pathlib.Path(__file__).resolve().parents[1]
PARTS = ["The", "minister", "said", "O’Neill’s", "U.S.-led", "don't", "“No”", "'so'", "…", "—", "Łukasz", "Đặng", "Søren",
         "İstanbul", "ẞ", "ﬁne", "№5", "10½", "e\u0301te\u0301", "МОСКВА", "Αθήνα", "日本語", "각", "का", "\u00ad", "\u200b",
         "\u200d", "\ufeff", "\ufffd", "\U0001F600", "👨\u200d👩", "\u00a0", "\u2009", "\u2028", "\r\n", "\t", " ", "  ",
         "$4.5bn", "@user", "#tag", "https://a.example/b?c=1", "x" * 101, "ABC", "iPhone", "Ⅳ", "ǅ", "ͅ", "\x07", "\ue000"]


def paragraphs():
    for path in sorted((ROOT / "examples").glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            if paragraph.strip():
                yield paragraph
    rng = random.Random(1)
    for _ in range(200):
        yield "".join(rng.choice(PARTS) + rng.choice(["", " ", " "]) for _ in range(12))


def main():
    for text in paragraphs():
        pieces = split_paragraph(text, 0, len(text))
        row = {"text": text, "ids": pieces.ids, "surface": pieces.surface, "begin": pieces.begin, "end": pieces.end,
               "continues": [int(c) for c in pieces.continues]}
        print(json.dumps(row, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
