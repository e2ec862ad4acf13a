#!/usr/bin/env python3
"""Trains the attribution model on PolNeAR and writes a checkpoint after each epoch.

    python train/fit.py --data ../shared/data --work train/work [--epochs 6] [--seed 1]

Interrupted, the same command goes on from the last finished epoch. `train/export.py` makes the shipped weights.
"""

import argparse
import json
import math
import pathlib
import random
import subprocess
import sys
import time

import numpy as np
import torch

import decode
import polnear
from attribution_model import AttributionModel
from encoder import Encoder
from labels import FREE, LABELS, O, PARAGRAPH
from windows import cut_windows
from word_pieces import CASE_UPPER, GAPS, tokenizer

BATCH_PIECES = 2048
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
EMA_DECAY = 0.998


class Example:
    """One window of one article, ready to be padded."""

    def __init__(self, document: polnear.Document, begin: int, end: int):
        pieces = document.pieces
        self.ids = [decode.CLS, *pieces.ids[begin:end], decode.SEP]
        self.surface = [0, *pieces.surface[begin:end], 0]
        outside = np.eye(len(LABELS), dtype=bool)[[O]]
        self.allowed = np.concatenate([outside, document.allowed[begin:end], outside])
        self.kinds = np.concatenate([[PARAGRAPH], document.kinds[begin:end], [PARAGRAPH]])
        if self.kinds[1] != PARAGRAPH:  # cut inside a paragraph: a span that goes on here begins here
            self.kinds[1] = FREE
            goes_on = self.allowed[1, 2::2].copy()
            if not self.allowed[1, O]:
                self.allowed[1, 2::2] = False
                self.allowed[1, 1::2] |= goes_on
        self.links = link_targets(document, begin, end)


def link_targets(document, begin, end) -> dict:
    def here(span):
        return span[0] >= begin and span[1] <= end

    def place(span):
        return span[0] - begin + 1, span[1] - begin + 1

    cues, sources, contents = {}, {}, []
    for a in document.attributions:
        for cue in filter(here, a["cue"]):
            cues.setdefault(place(cue), len(cues))
        for source in filter(here, a["source"]):
            sources.setdefault(place(source), len(sources))
    source_of_cue = [-100] * len(cues)
    cue_of_content = []
    for a in document.attributions:
        cue = next((cues[place(c)] for c in a["cue"] if here(c)), None)
        source = next((sources[place(s)] for s in a["source"] if here(s)), None)
        if cue is not None:
            if source is not None or not a["source"]:  # a source outside the window teaches nothing
                source_of_cue[cue] = len(sources) if source is None else source
        for content in filter(here, a["content"]):
            contents.append(place(content))
            cue_of_content.append(-100 if cue is None and a["cue"] else len(cues) if cue is None else cue)
    as_spans = lambda spans: torch.tensor(list(spans), dtype=torch.long).reshape(-1, 2)
    return {"cues": as_spans(cues), "sources": as_spans(sources), "contents": as_spans(contents),
            "source_of_cue": torch.tensor(source_of_cue, dtype=torch.long),
            "cue_of_content": torch.tensor(cue_of_content, dtype=torch.long)}


def plain_quotes() -> dict[int, int]:
    vocabulary = tokenizer().get_vocab()
    return {vocabulary[a]: vocabulary[b] for a, b in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"))}


def epoch_batches(documents, rng: random.Random):
    """Windows are cut anew each epoch, with another size for each article, so that no boundary is learned."""
    examples = []
    for document in documents:
        size = rng.randint(160, 384)
        for window in cut_windows(document.paragraphs, document.pieces.continues, size, rng.randint(0, 64)):
            examples.append(Example(document, window.begin, window.end))
    quotes = plain_quotes()
    for example in examples:  # pages with typewriter quotation marks, pages in capitals
        if rng.random() < 0.15:
            example.ids = [quotes.get(i, i) for i in example.ids]
        if rng.random() < 0.03:
            example.surface = [s if s < GAPS else CASE_UPPER * GAPS + s % GAPS for s in example.surface]
    rng.shuffle(examples)
    examples.sort(key=lambda e: len(e.ids) + rng.random() * 40)
    batches, batch = [], []
    for example in examples:
        if batch and len(example.ids) * (len(batch) + 1) > BATCH_PIECES:
            batches.append(batch)
            batch = []
        batch.append(example)
    batches.append(batch)
    rng.shuffle(batches)
    return batches


def pad(batch):
    length = max(len(e.ids) for e in batch)
    shape = (len(batch), length)
    ids, surface, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    kinds = torch.zeros(shape, dtype=torch.long)
    allowed = torch.zeros((*shape, len(LABELS)), dtype=torch.bool)
    for row, e in enumerate(batch):
        n = len(e.ids)
        ids[row, :n], surface[row, :n], mask[row, :n] = torch.tensor(e.ids), torch.tensor(e.surface), 1
        kinds[row, :n], allowed[row, :n] = torch.from_numpy(e.kinds), torch.from_numpy(e.allowed)
        allowed[row, n:, O] = True
    return ids, surface, mask, kinds, allowed


def loss_of(model, batch):
    ids, surface, mask, kinds, allowed = pad(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        labels, links = model(ids, surface, mask)
    loss = model.crf_loss(labels, allowed, kinds, mask)
    links = links.float()
    queries = sum(len(e.links["cues"]) + len(e.links["contents"]) for e in batch)
    link = sum(model.link_loss(links[row], e.links) for row, e in enumerate(batch)) / max(1, queries)
    return loss, link


def score(model, documents, gold: pathlib.Path, folder: pathlib.Path) -> dict:
    model.eval()

    def run(ids, surface):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            labels, links = model(torch.tensor([ids]), torch.tensor([surface]))
        return labels[0].float().numpy(), links[0].float().numpy()

    path = folder / "dev-records.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            record = decode.to_record(document, decode.attributions_of(document, model, run))
            out.write(json.dumps(record) + "\n")
    scorer = gold.parent.parent / "score_attributions.py"
    printed = subprocess.run([sys.executable, scorer, gold, path, "--json"], capture_output=True, check=True)
    return json.loads(printed.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="checkpoints and logs")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    train = polnear.load(args.data / "polnear/train.jsonl")
    dev = polnear.load(args.data / "polnear/dev.jsonl")
    model = AttributionModel(Encoder.pretrained())
    head = [p for name, p in model.named_parameters() if not name.startswith("encoder.") or "surface" in name]
    body = [p for name, p in model.named_parameters() if name.startswith("encoder.") and "surface" not in name]
    optimizer = torch.optim.AdamW([{"params": body, "lr": ENCODER_RATE}, {"params": head, "lr": HEAD_RATE}],
                                  weight_decay=0.01, fused=True)
    steps = args.epochs * len(epoch_batches(train, random.Random(args.seed)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.08 * steps), max(0, (steps - s) / (0.92 * steps))))
    ema = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(EMA_DECAY))

    checkpoint = args.work / "checkpoint.pt"
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        ema.load_state_dict(saved["ema"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        torch.set_rng_state(saved["random"])
        first = saved["epoch"]
        print(f"going on after epoch {first}", flush=True)
    for epoch in range(first, args.epochs):
        model.train()
        started, sums = time.time(), [0.0, 0.0]
        batches = epoch_batches(train, random.Random(args.seed * 1000 + epoch))
        for i, batch in enumerate(batches):
            label_loss, link_loss = loss_of(model, batch)
            (label_loss * 10 + link_loss).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            ema.update_parameters(model)
            sums[0] += label_loss.item()
            sums[1] += link_loss.item()
            if (i + 1) % 50 == 0:
                print(f"epoch {epoch + 1} step {i + 1}/{len(batches)} labels {sums[0] / (i + 1):.4f} "
                      f"links {sums[1] / (i + 1):.4f} {time.time() - started:.0f} s", flush=True)
        torch.save({"model": model.state_dict(), "ema": ema.state_dict(), "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(), "random": torch.get_rng_state(), "epoch": epoch + 1},
                   checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
        scores = score(ema.module, dev, args.data / "polnear/dev.jsonl", args.work)
        print(f"epoch {epoch + 1} dev {json.dumps(scores)}", flush=True)
        assert all(math.isfinite(s) for s in sums)


if __name__ == "__main__":
    main()
