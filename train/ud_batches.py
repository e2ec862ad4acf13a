"""GUM and EWT in batches of whole documents, so that coreference runs across windows.

The encoder reads windows; its rows are then put back into the documents' order, each from the window where the piece
lies deepest, as in reading. All losses work on those rows.
"""

import random

import numpy as np

import coreference
import decode
from layers import MENTION_WORDS, SENTENCE_WORDS, TAGS
from polnear_batches import LENGTH_STEP, MEANING_SENTENCES
from sentence_meaning import alone
from ud import ROOT, UNKNOWN, UdDocument
from variation import random_windows, spoil
from windows import deepest

BATCH_PIECES = 2560  # two documents of GUM
NOMINAL = [TAGS.index(t) for t in ("NOUN", "PROPN", "PRON")]


def epoch_batches(documents: list[UdDocument], rng: random.Random) -> list[list[int]]:
    """Document numbers of each batch; documents of one batch have paragraphs of about one length, to pad little."""
    longest = [min(300, max(e - b for b, e in d.paragraphs)) for d in documents]
    order = sorted(range(len(documents)), key=lambda i: longest[i] + rng.random() * 200)
    batches, pieces = [[]], 0
    for i in order:
        if batches[-1] and pieces + len(documents[i].pieces) > BATCH_PIECES:
            batches.append([])
            pieces = 0
        batches[-1].append(i)
        pieces += len(documents[i].pieces)
    rng.shuffle(batches)
    return batches


class Batch:
    def __init__(self, documents: list[UdDocument], rng: random.Random):
        self.documents = documents
        self.rng = rng
        self.first_piece = np.cumsum([0] + [len(d.pieces) for d in documents])
        self.first_word = np.cumsum([0] + [len(d.forms) for d in documents])
        self.cut()
        self.at = np.concatenate([d.at + b for d, b in zip(documents, self.first_piece)])
        self.lay_sentences()
        self.sentence_spans = np.array([[p + base for p in d.sentence_pieces(s)]
                                        for d, base in zip(documents, self.first_piece) for s in range(len(d.sentences))])

    def cut(self):
        """Windows as inputs of the encoder, and for each piece its row in all of them."""
        windows, places = [], []
        for document in self.documents:
            cut = random_windows(document, self.rng)
            places += [(len(windows) + w, p - cut[w].begin + 1) for p, w in enumerate(deepest(cut, len(document.pieces)))]
            ids, surface = spoil(document.pieces.ids, document.pieces.surface, self.rng)
            windows += [([decode.CLS, *ids[w.begin : w.end], decode.SEP], [0, *surface[w.begin : w.end], 0])
                        for w in cut]
        length = -(-max(len(ids) for ids, _ in windows) // LENGTH_STEP) * LENGTH_STEP
        inputs = np.zeros((3, len(windows), length), dtype=np.int64)
        for row, (ids, surface) in enumerate(windows):
            inputs[:, row, : len(ids)] = ids, surface, [1] * len(ids)
        self.inputs = dict(zip(("pieces", "surface", "mask"), inputs))
        places = np.array(places)
        self.rows = places[:, 0] * length + places[:, 1]

    def lay_sentences(self):
        """Words as [sentences, longest]: their numbers, their pieces, and which places hold a word."""
        self.ranges = np.array([(b + base, min(e, b + SENTENCE_WORDS) + base)
                                for d, base in zip(self.documents, self.first_word) for b, e in d.sentences])
        begin, length = self.ranges[:, :1], np.diff(self.ranges)
        place = np.arange(length.max())[None]
        self.present = place < length
        self.words = np.where(self.present, begin + place, 0)
        self.sentence_rows = self.at[self.words]

    def layer(self, name: str) -> np.ndarray:
        return np.concatenate([getattr(d, name) for d in self.documents])

    def sentences(self, numbers: list[int]) -> list[list[int]]:
        pieces = [i for d in self.documents for i in d.pieces.ids]
        return [pieces[b:e] for b, e in self.sentence_spans[numbers]]

    def trees(self) -> dict[str, np.ndarray]:
        """`heads` [sentences, words] as places in the sentence, behind the last one for the root; relations by pair."""
        head = np.concatenate([np.where(d.heads >= 0, d.heads + base, d.heads)
                               for d, base in zip(self.documents, self.first_word)])[self.words]
        longest = self.words.shape[1]
        place = np.where(head >= 0, head - self.words[:, :1], np.where(head == ROOT, longest, UNKNOWN))
        place[~self.present | (place > longest)] = UNKNOWN
        pairs = self.present & (head >= 0)
        return {"heads": place, "dependents": self.at[self.words[pairs]], "governors": self.at[head[pairs]],
                "relations": self.layer("relations")[self.words[pairs]]}

    def mentions(self) -> dict[str, np.ndarray]:
        """`mentions` [sentences, first word, last word]; the type of each mention and where its head is read."""
        spans = np.zeros((*self.present.shape, self.present.shape[1]), dtype=bool)
        sentence = np.repeat(np.arange(len(self.ranges)), np.diff(self.ranges)[:, 0])
        heads, types = [], []
        for document, base in zip(self.documents, self.first_word):
            for m in document.mentions:
                if m.end - m.begin <= MENTION_WORDS:
                    s = sentence[m.begin + base]
                    first = self.ranges[s][0] - base
                    spans[s, m.begin - first, m.end - 1 - first] = True
                heads.append(self.at[m.head + base])
                types.append(m.type)
        return {"mentions": spans, "mention_heads": np.array(heads), "types": np.array(types)}

    def coreference(self) -> dict[str, np.ndarray]:
        """Pairs of gold mentions and of spans that are none, of all documents together."""
        parts, count = [], 0
        for document, base in zip(self.documents, self.first_word):
            mentions = with_false_mentions(document, self.rng)
            part = coreference.candidate_pairs(pairs_of(document, mentions))
            cluster = np.array([m.cluster for m in mentions])
            part["right"] = cluster[part["later"]] == cluster[part["earlier"]]
            part["later"], part["earlier"] = part["later"] + count, part["earlier"] + count
            part["mention_rows"] = self.at[places_of(mentions) + base]
            count += len(mentions)
            parts.append(part)
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def prepare(documents: list[UdDocument], rng: random.Random) -> dict:
    """Arrays for losses.gold_losses(): `rows` puts the encoder's rows into the documents' order; all else counts those."""
    batch = Batch(documents, rng)
    asked = rng.sample(range(len(batch.sentence_spans)), min(len(batch.sentence_spans), MEANING_SENTENCES))
    out = {"corpus": "ud", **batch.inputs, "rows": batch.rows, "at": batch.at, "words": batch.sentence_rows,
           "present": batch.present, "sentence_spans": batch.sentence_spans[asked],
           "sentence_pieces": alone(batch.sentences(asked))}
    out |= {name: batch.layer(name) for name in ("segments", "blank", "tags")} | batch.trees()
    if documents[0].mentions is not None:
        out |= {"names": batch.layer("names"), **batch.mentions(), **batch.coreference()}
    return out


def pairs_of(document: UdDocument, mentions) -> coreference.Pairs:
    sentence = np.repeat(np.arange(len(document.sentences)), [e - b for b, e in document.sentences])
    return coreference.pairs_of(
        [document.forms[m.begin : m.end] for m in mentions], [m.begin for m in mentions], [m.end for m in mentions],
        [document.forms[m.head] for m in mentions], [sentence[m.begin] for m in mentions],
        [coreference.form_of(document.tags[m.head]) for m in mentions], [m.type for m in mentions])


def places_of(mentions) -> np.ndarray:
    """[mentions, 3]: first word, last word, head."""
    return np.array([[m.begin, m.end - 1, m.head] for m in mentions])


def with_false_mentions(document: UdDocument, rng: random.Random) -> list:
    """The gold mentions and about a third as many false ones, each in a cluster of its own; some types are wrong, as
    they are in reading."""
    gold = [m for m in document.mentions if m.end - m.begin <= MENTION_WORDS]
    kinds = [m.type for m in gold]
    mentions = [type(m)(m.begin, m.end, rng.choice(kinds) if rng.random() < 0.1 else m.type, m.cluster, m.head)
                for m in gold]
    false = [f for f in nominal_spans(document) if rng.random() < 0.5]
    for begin, end in document.sentences:  # and here and there any span
        if rng.random() < 0.5:
            b = rng.randrange(begin, end)
            e = min(end, b + rng.randint(1, 4))
            if not any(m.head in range(b, e) for m in gold):
                false.append((b, e, b))
    rng.shuffle(false)
    for i, (b, e, head) in enumerate(false[: len(gold) // 3 + 1]):
        mentions.append(type(gold[0])(b, e, rng.choice(kinds), -1 - i, head))
    return sorted(mentions, key=lambda m: (m.begin, -m.end))


def nominal_spans(document: UdDocument) -> list[tuple[int, int, int]]:
    """What hangs on a noun or pronoun that heads no mention: (begin, end, head)."""
    if not hasattr(document, "false_spans"):
        heads = {m.head for m in document.mentions}
        first, last = np.arange(len(document.forms)), np.arange(len(document.forms))
        for _ in range(8):  # far enough up for spans of a useful length
            for w, h in enumerate(document.heads):
                if h >= 0:
                    first[h], last[h] = min(first[h], first[w]), max(last[h], last[w])
        document.false_spans = [(int(first[w]), int(last[w]) + 1, w) for w in range(len(first))
                                if document.tags[w] in NOMINAL and w not in heads
                                and last[w] - first[w] < MENTION_WORDS]
    return document.false_spans
