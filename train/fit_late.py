#!/usr/bin/env python3
"""Trains the heads that come after the encoder: names on UNER and GUM, coreference on GUM, meaning; writes late.pt.

    python train/fit_late.py --data ../shared/data --work train/work

UNER's dev part is all there is of it, so its figure is a cross-validated one: the head of fold k has not seen the
documents of fold k (the encoder has seen none of UNER). The shipped head has seen all of them.

Meaning is a least-squares problem: the mean over a sentence's rows is to be the original encoder's vector of that
sentence, so the weights are found at once.
"""

import argparse
import json
import pathlib
import random

import numpy as np
import torch

import corpora
import decode
import decode_layers
import dev_scores
import ud_batches
from heads import IMPOSSIBLE, CoreferenceHead, NamesHead
from late_heads import LAYERS, LateHeads, joined
from model import Model, averaged

FOLDS = 5
COREFERENCE_EPOCHS = 20
EPOCHS, RATE, BATCH_SENTENCES = 12, 1e-3, 32
RIDGE = 1e-3  # of the mean square of a feature


@torch.no_grad()
def rows_of(model: Model, document) -> np.ndarray:
    """What the late heads read, for each piece."""
    def run(ids, surface):
        return {"rows": joined(model.encoder.states(torch.tensor([ids]), torch.tensor([surface])))[0].numpy()}
    return decode.run_windows(document, run).rows["rows"]


def sentence_means(document, rows: np.ndarray) -> np.ndarray:
    places = [document.sentence_pieces(s) for s in range(len(document.sentences))]
    return np.array([rows[b:e].mean(0) for b, e in places])


def words_and_sentences(model: Model, documents):
    words, means = [], []
    for d in documents:
        rows = rows_of(model, d)
        words.append(torch.from_numpy(rows[d.at]))
        means.append(sentence_means(d, rows))
    return words, means


class Features:
    """Rows of all words of GUM and UNER, means of all sentences of the corpora with a teacher."""

    def __init__(self, model: Model, data: corpora.Corpora):
        self.uner = [torch.from_numpy(rows_of(model, d)[d.at]) for d in data.uner]
        self.gum, self.means = words_and_sentences(model, data.gum_train)
        self.means += [sentence_means(d, rows_of(model, d)) for d in data.ewt_train]
        self.gum_dev, self.dev_means = words_and_sentences(model, data.gum_dev)


def fit_meaning(head: torch.nn.Linear, features: Features, data: corpora.Corpora) -> float:
    """Ridge regression; gives the rank correlation on GUM dev."""
    x = torch.from_numpy(np.concatenate(features.means)).double()
    teacher = torch.cat([*data.gum_train_meaning, *data.ewt_train_meaning])
    y = torch.nn.functional.normalize(teacher @ data.meaning_projection, dim=1).double()
    x1 = torch.cat([x, torch.ones(len(x), 1)], 1)
    square = x1.T @ x1
    weights = torch.linalg.solve(square + RIDGE * square.diagonal().mean() * torch.eye(len(square)), x1.T @ y)
    with torch.no_grad():
        head.weight.copy_(weights[:-1].T)
        head.bias.copy_(weights[-1])
        ours = head(torch.from_numpy(np.concatenate(features.dev_means)))
    ours = torch.nn.functional.normalize(ours, dim=1).numpy()
    return dev_scores.spearman_of_pairs(ours, torch.cat(data.gum_dev_meaning).numpy())


def fit_coreference(features: Features, data: corpora.Corpora, width: int, seed: int) -> CoreferenceHead:
    rng = random.Random(seed)
    torch.manual_seed(seed)
    head = CoreferenceHead(width).train()
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.02)
    steps = COREFERENCE_EPOCHS * len(features.gum)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.02, 1 - s / steps))
    order = list(range(len(features.gum)))
    for _ in range(COREFERENCE_EPOCHS):
        rng.shuffle(order)
        for i in order:
            mentions = ud_batches.with_false_mentions(data.gum_train[i], rng)
            vectors = head(torch.nn.functional.dropout(features.gum[i], 0.2))
            rows = ud_batches.places_of(mentions)
            loss = ud_batches.antecedent_loss(head, vectors, rows, data.gum_train[i], mentions) / len(mentions)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    return head.eval()


@torch.no_grad()
def score_coreference(head: CoreferenceHead, features: Features, documents, folder: pathlib.Path) -> float:
    """CoNLL F1 over gold mentions."""
    gold, found = [], []
    for words, d in zip(features.gum_dev, documents):
        gold.append(dev_scores.sets_of([m.cluster for m in d.mentions]))
        at = torch.arange(len(words))
        found.append(dev_scores.sets_of(decode_layers.clusters_of_gold(d, head(words), at, head)))
    return dev_scores.conll(dev_scores.scorer_of(folder), gold, found)


def sentences_of(features, documents) -> list[tuple[torch.Tensor, torch.Tensor]]:
    return [(f[b:e], torch.from_numpy(d.names[b:e])) for f, d in zip(features, documents) for b, e in d.sentences]


def crf_loss(head: NamesHead, batch) -> torch.Tensor:
    """-log p of the gold labels, per sentence."""
    pad = lambda rows: torch.nn.utils.rnn.pad_sequence(list(rows), batch_first=True)
    labels = pad(y for _, y in batch)
    alive = pad(torch.ones(len(y), dtype=torch.bool) for _, y in batch)
    scores, step = head(pad(x for x, _ in batch)), head.transition_scores()
    before = torch.cat([torch.zeros_like(labels[:, :1]), labels[:, :-1]], 1)
    gold = (scores.gather(2, labels[..., None])[..., 0] + step[before, labels]).masked_fill(~alive, 0).sum(1)
    alpha = torch.full_like(scores[:, 0], IMPOSSIBLE)
    alpha[:, 0] = 0
    for score, a in zip(scores.unbind(1), alive[..., None].unbind(1)):
        alpha = torch.where(a, torch.logsumexp(alpha[:, :, None] + step, 1) + score, alpha)
    return (alpha.logsumexp(1) - gold).mean()


def fit_names(uner, gum, width: int, seed: int) -> NamesHead:
    """All of `uner` and as many sentences of `gum` in each epoch."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    head = NamesHead(width).train()
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.02)
    steps = EPOCHS * (2 * len(uner) // BATCH_SENTENCES + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.02, 1 - s / steps))
    for _ in range(EPOCHS):
        part = uner + rng.sample(gum, min(len(gum), len(uner)))
        part.sort(key=lambda s: len(s[1]) + rng.random() * 5)
        batches = [part[i : i + BATCH_SENTENCES] for i in range(0, len(part), BATCH_SENTENCES)]
        rng.shuffle(batches)
        for batch in batches:
            dropped = [(torch.nn.functional.dropout(x, 0.1), y) for x, y in batch]
            crf_loss(head, dropped).backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    return head.eval()


@torch.no_grad()
def count(head: NamesHead, features, documents) -> np.ndarray:
    """Right, found and gold names on gold words."""
    total = np.zeros(3, dtype=np.int64)
    steps = head.transition_scores().numpy()
    for f, d in zip(features, documents):
        scores = head(f).numpy()
        labels = np.concatenate([decode_layers.best_names(scores[b:e], steps) for b, e in d.sentences])
        mine, gold = (decode_layers.name_spans(x, d.sentences) for x in (labels, d.names))
        total += (len(mine & gold), len(mine), len(gold))
    return total


def f1(counts) -> float:
    return round(200 * counts[0] / max(1, counts[1] + counts[2]), 2)


def fit_folds(features: Features, data: corpora.Corpora, width: int, seed: int) -> dict:
    """The names heads, and the fold of each document of UNER."""
    fold_of = list(range(len(data.uner)))
    random.Random(seed).shuffle(fold_of)
    fold_of = [f % FOLDS for f in fold_of]
    gum = sentences_of(features.gum, data.gum_train)
    heads, counts = [], np.zeros(3, dtype=np.int64)
    for k in [*range(FOLDS), None]:  # None: the shipped head
        seen = [i for i, f in enumerate(fold_of) if f != k]
        uner = sentences_of([features.uner[i] for i in seen], [data.uner[i] for i in seen])
        head = fit_names(uner, gum, width, seed)
        heads.append(head.state_dict())
        unseen = [i for i, f in enumerate(fold_of) if f == k]
        counts += count(head, [features.uner[i] for i in unseen], [data.uner[i] for i in unseen])
        print(f"fold {k}" if unseen else "shipped head", flush=True)
    print(json.dumps({"uner_names_gold_words": f1(counts)}), flush=True)
    return {"folds": heads[:-1], "names": heads[-1], "fold_of": {d.name: f for d, f in zip(data.uner, fold_of)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder with checkpoint.pt")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    data = corpora.load(args.data, args.work)
    model = averaged(args.work)
    features = Features(model, data)
    late = LateHeads(model.encoder.width)
    print(json.dumps({"meaning": round(100 * fit_meaning(late.meaning, features, data), 2)}), flush=True)
    width = len(LAYERS) * model.encoder.width
    coreference = fit_coreference(features, data, width, args.seed)
    score = score_coreference(coreference, features, data.gum_dev, args.data)
    print(json.dumps({"coreference_gold_mentions": round(100 * score, 2)}), flush=True)
    names = fit_folds(features, data, width, args.seed)
    torch.save({**names, "coreference": coreference.state_dict(), "meaning": late.meaning.state_dict()},
               args.work / "late.pt")


if __name__ == "__main__":
    main()
