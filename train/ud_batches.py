"""GUM and EWT in batches of whole documents, so that coreference runs across windows, and the loss of each layer.

The encoder reads windows; its rows are then put back into the documents' order, each from the window where the piece
lies deepest, as in reading. All losses work on those rows.
"""

import random

import numpy as np
import torch
import torch.nn.functional as F

import coreference
import decode
from layers import MENTION_WORDS, SENTENCE_WORDS, TAGS
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
    def __init__(self, documents: list[UdDocument], meaning: list[torch.Tensor], rng: random.Random):
        """`meaning`: what the teacher says of each document's sentences."""
        self.documents = documents
        self.rng = rng
        self.first_piece = np.cumsum([0] + [len(d.pieces) for d in documents])
        self.first_word = np.cumsum([0] + [len(d.forms) for d in documents])
        self.cut()
        self.at = torch.from_numpy(np.concatenate([d.at + b for d, b in zip(documents, self.first_piece)]))
        self.lay_sentences()
        self.meaning = torch.cat(meaning)
        self.sentence_pieces = torch.tensor([[b + base for b in d.sentence_pieces(s)]
                                             for d, base in zip(documents, self.first_piece)
                                             for s in range(len(d.sentences))])

    def cut(self):
        """Windows as inputs of the encoder, in groups of about one length, and for each piece its row in all of them."""
        windows, places = [], []
        for document in self.documents:
            cut = random_windows(document, self.rng)
            places += [(len(windows) + w, p - cut[w].begin + 1) for p, w in enumerate(deepest(cut, len(document.pieces)))]
            ids, surface = spoil(document.pieces.ids, document.pieces.surface, self.rng)
            windows += [([decode.CLS, *ids[w.begin : w.end], decode.SEP], [0, *surface[w.begin : w.end], 0])
                        for w in cut]
        self.groups, first_row, rows = [], np.zeros(len(windows), dtype=np.int64), 0
        order = sorted(range(len(windows)), key=lambda w: -len(windows[w][0]))
        while order:
            length = len(windows[order[0]][0])
            group = [w for w in order if len(windows[w][0]) >= 0.75 * length]
            order = order[len(group) :]
            inputs = torch.zeros(3, len(group), length, dtype=torch.long)
            for row, w in enumerate(group):
                ids, surface = windows[w]
                inputs[:, row, : len(ids)] = torch.tensor([ids, surface, [1] * len(ids)])
                first_row[w] = rows + row * length
            rows += len(group) * length
            self.groups.append(inputs.unbind(0))
        places = np.array(places)
        self.rows = torch.from_numpy(first_row[places[:, 0]] + places[:, 1])

    def lay_sentences(self):
        """Words as [sentences, longest]: their pieces, and which places hold a word."""
        ranges = [(b + base, min(e, b + SENTENCE_WORDS) + base)
                  for d, base in zip(self.documents, self.first_word) for b, e in d.sentences]
        self.ranges = ranges
        longest = max(e - b for b, e in ranges)
        begin = torch.tensor([b for b, _ in ranges])[:, None]
        length = torch.tensor([e - b for b, e in ranges])[:, None]
        place = torch.arange(longest)[None]
        self.present = place < length
        self.words = torch.where(self.present, begin + place, 0)
        self.sentence_rows = self.at[self.words]

    def layer(self, name: str) -> torch.Tensor:
        return torch.from_numpy(np.concatenate([getattr(d, name) for d in self.documents]))


def losses(model, batch: Batch, projection: torch.Tensor) -> dict[str, torch.Tensor]:
    has_mentions = batch.documents[0].mentions is not None
    names = ["segments", "tags", "arcs", "relations", "meaning"]
    names += ["names", "types", "mentions", "coreference"] if has_mentions else []
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = torch.cat([model.encoder(*group).flatten(0, 1) for group in batch.groups])
        out = model.heads(hidden[batch.rows], names)
    heads = model.heads
    found = {"segments": segment_loss(out["segments"], batch),
             "tags": F.cross_entropy(out["tags"][batch.at].float(), batch.layer("tags"), ignore_index=UNKNOWN),
             **tree_losses(heads, out, batch),
             "meaning": meaning_loss(heads.span_meaning(out["meaning"], batch.sentence_pieces), batch.meaning,
                                     projection)}
    if has_mentions:
        found["names"] = F.cross_entropy(out["names"][batch.at].float(), batch.layer("names"))
        found["mentions"], found["types"] = mention_losses(heads, out, batch)
        found["coreference"] = coreference_loss(heads, out["coreference"], batch)
    return found


def segment_loss(scores, batch: Batch):
    rule = batch.layer("blank")[:, None] * torch.tensor([1.0, 0, 0]) * -1e4
    return F.cross_entropy(scores.float() + rule, batch.layer("segments"), ignore_index=UNKNOWN)


def tree_losses(heads, out, batch: Batch) -> dict[str, torch.Tensor]:
    scores = heads.arc_scores(out["arcs"], batch.sentence_rows)
    n = scores.shape[1]
    scores = scores.masked_fill(~F.pad(batch.present, (0, 1), value=True)[:, None], -1e4)
    head = np.concatenate([np.where(d.heads >= 0, d.heads + base, d.heads)
                           for d, base in zip(batch.documents, batch.first_word)])
    head = torch.from_numpy(head)[batch.words]
    place = torch.where(head >= 0, head - batch.words[:, :1], torch.where(head == ROOT, n, UNKNOWN))
    place = place.masked_fill(~batch.present | (place > n), UNKNOWN)
    arcs = F.cross_entropy(scores.flatten(0, 1), place.flatten(), ignore_index=UNKNOWN)
    pairs = batch.present & (head >= 0)
    relation = batch.layer("relations")[batch.words[pairs]]
    scores = heads.relation_scores(out["relations"], batch.at[batch.words[pairs]], batch.at[head[pairs]])
    return {"arcs": arcs, "relations": F.cross_entropy(scores, relation, ignore_index=UNKNOWN)}


def meaning_loss(vectors, teacher, projection):
    """Near the teacher's vector, and each two sentences of the batch as near to each other as they are to the teacher."""
    near = 1 - (vectors * F.normalize(teacher @ projection, dim=1)).sum(1).mean()
    return near + 10 * (vectors @ vectors.T - teacher @ teacher.T).square().mean()


def mention_losses(heads, out, batch: Batch):
    scores = heads.mention_scores(out["mentions"], batch.sentence_rows)
    gold = torch.zeros_like(scores)
    gold_heads, kinds, s = [], [], 0
    sentence = np.repeat(np.arange(len(batch.ranges)), [e - b for b, e in batch.ranges])
    for document, base in zip(batch.documents, batch.first_word):
        for m in document.mentions:
            if m.end - m.begin <= MENTION_WORDS:
                s = sentence[m.begin + base]
                first = batch.ranges[s][0] - base
                gold[s, m.begin - first, m.end - 1 - first] = 1
            gold_heads.append(m.head + base)
            kinds.append(m.type)
    n = scores.shape[1]
    band = torch.ones(n, n, dtype=torch.bool).triu().tril(MENTION_WORDS - 1)
    band = band & batch.present[:, :, None] & batch.present[:, None]
    spans = F.binary_cross_entropy_with_logits(scores[band], gold[band], reduction="sum") / gold.sum().clamp(min=1)
    types = F.cross_entropy(out["types"][batch.at[gold_heads]].float(), torch.tensor(kinds))
    return spans, types


def coreference_loss(heads, scores, batch: Batch):
    """Over gold mentions and spans that are no mentions, a mention."""
    loss, n = scores.new_zeros((), dtype=torch.float32), 0
    for document, words in zip(batch.documents, batch.first_word):
        mentions = with_false_mentions(document, batch.rng)
        rows = batch.at[places_of(mentions) + int(words)]
        loss = loss + antecedent_loss(heads.coreference, scores, rows, document, mentions)
        n += len(mentions)
    return loss / max(1, n)


def places_of(mentions) -> torch.Tensor:
    """[mentions, 3]: first word, last word, head."""
    return torch.tensor([[m.begin, m.end - 1, m.head] for m in mentions])


def antecedent_loss(head, vectors, rows, document: UdDocument, mentions):
    """The sum of -log p(some right antecedent, or none where there is none); `rows` of `vectors` as in places_of()."""
    pairs = pairs_of(document, mentions)
    pair_scores = head.scores(vectors, rows, pairs)  # impossible where no candidate
    cluster = torch.tensor([m.cluster for m in mentions])
    right = torch.from_numpy(pairs.candidates) & (cluster[:, None] == cluster[None])
    all_scores = torch.cat([pair_scores, torch.zeros(len(mentions), 1)], 1)
    right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
    return (all_scores.logsumexp(1) - all_scores.masked_fill(~right, -1e4).logsumexp(1)).sum()


def pairs_of(document: UdDocument, mentions) -> coreference.Pairs:
    sentence = np.repeat(np.arange(len(document.sentences)), [e - b for b, e in document.sentences])
    return coreference.pairs_of(
        [document.forms[m.begin : m.end] for m in mentions], [m.begin for m in mentions], [m.end for m in mentions],
        [document.forms[m.head] for m in mentions], [sentence[m.begin] for m in mentions],
        [coreference.form_of(document.tags[m.head]) for m in mentions], [m.type for m in mentions])


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
