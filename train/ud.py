"""GUM, EWT (CoNLL-U) and UNER (IOB2) to documents of pieces, words and their layers.

The raw text is the scorer's (score_layers.py, score_ner.py of the data folder), so that training sees what reading sees.
A layer that a corpus does not have is None: it is left out of the loss, never taken for "nothing there".
"""

import bisect
import dataclasses
import pathlib
import re

import numpy as np

from gum_names import flat_names
from layers import NAMES, RELATIONS, TAGS, TYPES
from polnear import pieces_of
from word_pieces import GAP_BLANK, GAPS, Pieces

UNKNOWN = -100  # a target that teaches nothing
ROOT = -1


@dataclasses.dataclass
class Mention:
    begin: int  # words, half-open
    end: int
    type: int
    cluster: int
    head: int = 0  # its highest word


@dataclasses.dataclass
class UdDocument:
    name: str
    text: str
    pieces: Pieces
    paragraphs: list[tuple[int, int]]  # piece ranges
    forms: list[str]
    spans: list[tuple[int, int]]  # of the words, code points
    at: np.ndarray  # p(word), the piece where a word's scores are read
    sentences: list[tuple[int, int]]  # word ranges
    segments: np.ndarray  # for each piece 0, 1, 2 or UNKNOWN
    blank: np.ndarray  # for each piece: a blank before it, so 0 is impossible
    tags: np.ndarray | None = None
    heads: np.ndarray | None = None  # word, ROOT or UNKNOWN
    relations: np.ndarray | None = None
    mentions: list[Mention] | None = None  # by (begin, -end)
    names: np.ndarray | None = None
    genre: str = ""

    def sentence_text(self, s: int) -> str:
        first, last = self.sentences[s]
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def sentence_pieces(self, s: int) -> tuple[int, int]:
        """Piece range of a sentence, at least one piece."""
        first, last = self.sentences[s]
        begin = int(self.at[first])
        end = int(self.at[last]) if last < len(self.at) else len(self.pieces)
        return begin, max(end, begin + 1)


class Row:
    def __init__(self, columns):
        self.id, self.form, self.tag, self.head, self.relation = (columns[i] for i in (0, 1, 3, 6, 7))
        self.relation = self.relation.split(":")[0]
        self.entity = next((m[7:] for m in columns[9].split("|") if m.startswith("Entity=")), "")


@dataclasses.dataclass
class RawDocument:
    """As in the file. A unit is one surface token: its form and its words."""

    name: str
    genre: str = ""
    texts: list[tuple[str, bool]] = dataclasses.field(default_factory=list)  # sentence, opens a paragraph
    sentences: list[list[tuple[str, list[Row]]]] = dataclasses.field(default_factory=list)


def read_conllu(path: pathlib.Path) -> list[RawDocument]:
    documents, text, opens, units, upto = [], "", False, [], 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            key, value = key.strip(), value.strip()
            if key == "newdoc id":
                documents.append(RawDocument(value))
            elif key == "meta::genre":
                documents[-1].genre = value
            elif key in ("newpar", "newpar id"):
                opens = True
            elif key == "text":
                text = value
        elif line:
            columns = line.split("\t")
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                upto = int(columns[0].split("-")[1])
                units.append((columns[1], []))
            elif int(columns[0]) <= upto:
                units[-1][1].append(Row(columns))
            else:
                units.append((columns[1], [Row(columns)]))
        elif units:
            documents[-1].texts.append((text, opens))
            documents[-1].sentences.append(units)
            text, opens, units, upto = "", False, [], 0
    return documents


def raw_text(document: RawDocument) -> str:
    out = []
    for text, opens in document.texts:
        out += ["\n\n" if opens and out else " " if out else "", text]
    return "".join(out) + "\n"


def squeeze(form: str) -> str:
    return "".join(form.split())


def lay_out(document: RawDocument, text: str):
    """Code point spans of all words, and which of them lie at a place that only was guessed."""
    back = [i for i, c in enumerate(text) if not c.isspace()]
    squeezed = "".join(text[i] for i in back)
    spans, guessed, at = [], [], 0
    for units in document.sentences:
        for form, rows in units:
            form = squeeze(form)
            found = squeezed.find(form, at, at + len(form) + 40)
            begin = at if found < 0 else found
            end = min(begin + len(form), len(squeezed))
            forms = [squeeze(r.form) for r in rows]
            spelt = len(rows) == 1 or "".join(forms).casefold() == squeezed[begin:end].casefold()
            cuts = [begin + k * (end - begin) // len(rows) for k in range(len(rows) + 1)]
            if len(rows) > 1 and spelt:
                cuts = [begin + sum(map(len, forms[:k])) for k in range(len(forms) + 1)]
            for k, (b, e) in enumerate(zip(cuts, cuts[1:])):
                spans.append((back[b], back[max(b, e - 1)] + 1))
                guessed.append(k > 0 and not spelt)
            at = end
    return spans, guessed


def place_words(pieces: Pieces, spans) -> np.ndarray:
    """p(word): the first piece that begins inside the word, else the one that covers its first character."""
    at = []
    for begin, end in spans:
        p = bisect.bisect_left(pieces.begin, begin)
        if p == len(pieces) or pieces.begin[p] >= end:
            p = max(0, p - 1)
        at.append(p)
    return np.array(at, dtype=np.int64)


def segment_targets(pieces: Pieces, paragraphs, spans, guessed, first_words) -> tuple[np.ndarray, np.ndarray]:
    target = np.zeros(len(pieces), dtype=np.int64)
    place = {b: p for p, b in reversed(list(enumerate(pieces.begin)))}
    for w, (begin, end) in enumerate(spans):
        p = place.get(begin)
        if p is None:
            # A boundary inside a piece teaches nothing; pieces later in a word whose first letters made no piece
            # (BERT drops control characters) still begin that word.
            p = bisect.bisect_left(pieces.begin, begin)
            inside = p > 0 and pieces.end[p - 1] > begin
            if inside or p == len(pieces) or pieces.begin[p] >= end:
                continue
        target[p] = UNKNOWN if guessed[w] else 2 if w in first_words else 1
    blank = np.array([s % GAPS == GAP_BLANK for s in pieces.surface])
    target[blank & (target == 0)] = UNKNOWN  # the rules say that a word begins here
    target[np.array(pieces.continues)] = UNKNOWN
    target[[b for b, _ in paragraphs]] = UNKNOWN
    return target, blank


BRACKETS = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


def mentions_of(rows: list[Row], first: int) -> list[Mention]:
    """Mentions of a sentence whose first word is `first`; the parts of a discontinuous one are joined to one span."""
    opened, found, parts = [], [], {}

    def close(key, begin, end, kind):
        part = re.fullmatch(r"(.*)\[(\d+)/\d+\]", key)
        if part and part[1] in parts:
            whole = parts[part[1]]
            whole.end = max(whole.end, end)
            return
        cluster = part[1] if part else key
        mention = Mention(begin, end, TYPES.index(kind), int(cluster))
        if part:
            parts[cluster] = mention
        found.append(mention)

    for w, row in enumerate(rows, first):
        for match in BRACKETS.finditer(row.entity):
            if match[1]:
                key, kind = match[1].split("-")[:2]
                if match[2]:
                    close(key, w, w + 1, kind)
                else:
                    opened.append((key, w, kind))
            else:
                key = match[3].split("-")[0]
                i = max(i for i, o in enumerate(opened) if o[0] == key)
                close(key, opened[i][1], w + 1, opened.pop(i)[2])
    return sorted(found, key=lambda m: (m.begin, -m.end))


def highest(heads: np.ndarray, begin: int, end: int) -> int:
    """The first word of a span whose head lies outside of it."""
    return next((w for w in range(begin, end) if not begin <= heads[w] < end), begin)


def to_document(raw: RawDocument) -> UdDocument:
    text = raw_text(raw)
    pieces, paragraphs, _ = pieces_of(text)
    spans, guessed = lay_out(raw, text)
    forms, tags, heads, relations, sentences, mentions = [], [], [], [], [], []
    for units in raw.sentences:
        rows = [r for _, part in units for r in part]
        first = len(forms)
        word = {r.id: first + i for i, r in enumerate(rows)} | {"0": ROOT}
        forms += [r.form for r in rows]
        tags += [TAGS.index(r.tag) if r.tag in TAGS else UNKNOWN for r in rows]
        heads += [word.get(r.head, UNKNOWN) for r in rows]
        relations += [RELATIONS.index(r.relation) if r.relation in RELATIONS else UNKNOWN for r in rows]
        mentions += mentions_of(rows, first)
        sentences.append((first, len(forms)))
    heads = np.array(heads, dtype=np.int64)
    for m in mentions:
        m.head = highest(heads, m.begin, m.end)
    segments, blank = segment_targets(pieces, paragraphs, spans, guessed, {b for b, _ in sentences})
    document = UdDocument(raw.name, text, pieces, paragraphs, forms, spans, place_words(pieces, spans), sentences, segments,
                          blank, np.array(tags), heads, np.array(relations), genre=raw.genre)
    if mentions:
        document.mentions = mentions
        document.names = flat_names(document)
    return document


def load(path: pathlib.Path) -> list[UdDocument]:
    """A .conllu file or a folder of them."""
    files = sorted(path.glob("*.conllu")) if path.is_dir() else [path]
    return [to_document(raw) for file in files for raw in read_conllu(file)]


def load_names(path: pathlib.Path) -> list[UdDocument]:
    """UNER's IOB2: a document is all sentences of one id before the last -NNNN, one a line."""
    documents, name, text, rows = {}, "", "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# sent_id"):
            name = line.split("=", 1)[1].strip().rsplit("-", 1)[0]
        elif line.startswith("# text"):
            text = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t")[1:3])
        elif rows and not line:
            documents.setdefault(name, []).append((text, rows))
            rows = []
    return [to_names_document(*item) for item in documents.items()]


def to_names_document(name: str, sentences) -> UdDocument:
    forms, spans, tags, ranges, base = [], [], [], [], 0
    for text, rows in sentences:
        at, first = 0, len(forms)
        for form, tag in rows:
            at = text.index(form, at)
            forms.append(form)
            spans.append((base + at, base + at + len(form)))
            at += len(form)
            begins = tag in NAMES and tag[0] == "B"
            goes_on = tag in NAMES and tag[0] == "I" and len(forms) - 1 > first and NAMES[tags[-1]][1:] == tag[1:]
            tags.append(NAMES.index(tag) if begins or goes_on else 0)
        ranges.append((first, len(forms)))
        base += len(text) + 1
    text = "".join(t + "\n" for t, _ in sentences)
    pieces, paragraphs, _ = pieces_of(text)
    segments, blank = segment_targets(pieces, paragraphs, spans, [False] * len(spans), {b for b, _ in ranges})
    return UdDocument(name, text, pieces, paragraphs, forms, spans, place_words(pieces, spans), ranges, segments, blank,
                      names=np.array(tags))
