#!/usr/bin/env python3
"""Trains the names head on UNER and GUM over the finished encoder; writes names.pt.

    python train/fit_names.py --data ../shared/data --work train/work/small

UNER's dev part is all there is of it, so its figure is a cross-validated one: the head of fold k has not seen the
documents of fold k, and the encoder has seen none of UNER. The shipped head has seen all of them.
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
from heads import IMPOSSIBLE, NamesHead, joined
from model import Model, load

FOLDS = 5
EPOCHS, RATE, BATCH_SENTENCES = 12, 1e-3, 32


@torch.no_grad()
def rows_of(model: Model, document) -> np.ndarray:
    """What the head reads, for each piece."""
    def run(ids, surface):
        return {"rows": joined(model.encoder.states(torch.tensor([ids]), torch.tensor([surface])))[0].numpy()}
    return decode.run_windows(document, run).rows["rows"]


def words_of(model: Model, documents) -> list[torch.Tensor]:
    return [torch.from_numpy(rows_of(model, d)[d.at]) for d in documents]


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


def fit_folds(uner: list[torch.Tensor], gum_words: list[torch.Tensor], data: corpora.Corpora, width: int, seed: int) -> dict:
    """The names heads, and the fold of each document of UNER."""
    fold_of = list(range(len(data.uner)))
    random.Random(seed).shuffle(fold_of)
    fold_of = [f % FOLDS for f in fold_of]
    gum = sentences_of(gum_words, data.gum_train)
    heads, counts = [], np.zeros(3, dtype=np.int64)
    for k in [*range(FOLDS), None]:  # None: the shipped head
        seen = [i for i, f in enumerate(fold_of) if f != k]
        sentences = sentences_of([uner[i] for i in seen], [data.uner[i] for i in seen])
        head = fit_names(sentences, gum, width, seed)
        heads.append(head.state_dict())
        unseen = [i for i, f in enumerate(fold_of) if f == k]
        counts += count(head, [uner[i] for i in unseen], [data.uner[i] for i in unseen])
        print(f"fold {k}" if unseen else "shipped head", flush=True)
    print(json.dumps({"uner_names_gold_words": f1(counts)}), flush=True)
    return {"folds": heads[:-1], "names": heads[-1], "fold_of": {d.name: f for d, f in zip(data.uner, fold_of)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder with checkpoint.pt")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    data = corpora.load(args.data, args.work.parent)
    model = load(args.work / "checkpoint.pt")
    names = fit_folds(words_of(model, data.uner), words_of(model, data.gum_train), data, 3 * model.encoder.width, args.seed)
    torch.save(names, args.work / "names.pt")


if __name__ == "__main__":
    main()
