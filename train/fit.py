#!/usr/bin/env python3
"""Trains one encoder with all heads on PolNeAR, GUM and EWT and writes a checkpoint after each epoch.

    python train/fit.py --data ../shared/data --work train/work [--epochs 4] [--seed 1]

A batch is of one corpus; a head whose layer a corpus does not have learns nothing from it. Interrupted, the same command
goes on from the last finished epoch. Then train/fit_late.py and train/export.py make the shipped weights.
"""

import argparse
import collections
import json
import math
import pathlib
import random
import time

import torch

import corpora
import dev_scores
import polnear_batches
import ud_batches
from encoder import ENCODERS, Encoder
from model import Model

ENCODER_RATE = {"minilm": 2e-4, "mpnet": 1e-4}
HEAD_RATE = 1e-3
EMA_DECAY = 0.998
# Attribution keeps the weights it had alone. The others are of about one size together, in their middle epochs.
WEIGHTS = {"labels": 10, "links": 1, "segments": 1, "tags": 1, "names": 1, "types": 0.5, "arcs": 1, "relations": 0.5,
           "mentions": 0.3, "coreference": 0.5, "meaning": 2}


def weights_of(text: str) -> dict[str, float]:
    changed = dict(part.split("=") for part in text.split(",") if part)
    if unknown := changed.keys() - WEIGHTS.keys():
        raise argparse.ArgumentTypeError(f"no such loss: {', '.join(unknown)}")
    return WEIGHTS | {name: float(value) for name, value in changed.items()}


def epoch_steps(data: corpora.Corpora, args, epoch: int) -> list[tuple[str, list]]:
    """(corpus, batch) in a mixed order; a batch of GUM or EWT is a list of document numbers."""
    rng = random.Random(args.seed * 1000 + epoch)
    steps = [("polnear", batch) for batch in polnear_batches.epoch_batches(data.polnear_train, rng)]
    for corpus, times in (("gum", args.gum), ("ewt", args.ewt)):
        for _ in range(times):
            steps += [(corpus, b) for b in ud_batches.epoch_batches(getattr(data, corpus + "_train"), rng)]
    rng.shuffle(steps)
    return steps[: args.steps] if args.steps else steps


def losses_of(model: Model, data: corpora.Corpora, corpus: str, batch, rng: random.Random) -> dict[str, torch.Tensor]:
    if corpus == "polnear":
        return polnear_batches.losses(model, batch)
    documents, meaning = getattr(data, corpus + "_train"), getattr(data, corpus + "_train_meaning")
    batch = ud_batches.Batch([documents[i] for i in batch], [meaning[i] for i in batch], rng)
    return ud_batches.losses(model, batch, data.meaning_projection)


class Log:
    """Mean losses and seconds by corpus since the epoch began."""

    def __init__(self):
        self.sums, self.counts = collections.Counter(), collections.Counter()
        self.seconds, self.steps = collections.Counter(), collections.Counter()

    def add(self, corpus: str, losses: dict, seconds: float):
        self.seconds[corpus] += seconds
        self.steps[corpus] += 1
        for name, loss in losses.items():
            self.sums[name] += loss.item()
            self.counts[name] += 1

    def __str__(self):
        means = (f"{name} {self.sums[name] / n:.4f}" for name, n in self.counts.items())
        times = (f"{corpus} {n} steps {self.seconds[corpus]:.0f} s" for corpus, n in self.steps.items())
        return f"{' '.join(means)} | {', '.join(times)}"


def fit_epoch(model, ema, optimizer, schedule, data, args, epoch: int):
    model.train()
    log = Log()
    steps = epoch_steps(data, args, epoch)
    rng = random.Random(args.seed * 1000 + epoch + 500)
    for i, (corpus, batch) in enumerate(steps):
        started = time.time()
        losses = losses_of(model, data, corpus, batch, rng)
        sum(args.weights[name] * loss for name, loss in losses.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        ema.update_parameters(model)
        log.add(corpus, losses, time.time() - started)
        if (i + 1) % args.log == 0 or i + 1 == len(steps):
            print(f"epoch {epoch + 1} step {i + 1}/{len(steps)} {log}", flush=True)
    assert all(math.isfinite(s) for s in log.sums.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds polnear/, gum/, ewt/, uner/")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="checkpoints and logs")
    parser.add_argument("--encoder", choices=ENCODERS, default="minilm",
                        help="what to begin with; the shipped weights began with minilm")
    parser.add_argument("--epochs", type=int, default=4, help="of PolNeAR")
    parser.add_argument("--gum", type=int, default=2, help="times GUM in an epoch")
    parser.add_argument("--ewt", type=int, default=1, help="times EWT in an epoch")
    parser.add_argument("--weights", type=weights_of, default=WEIGHTS, help="of the losses: tags=1,arcs=2")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--log", type=int, default=50, help="steps between log lines")
    parser.add_argument("--steps", type=int, help="only so many in an epoch, to try the machinery")
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    data = corpora.load(args.data, args.work)
    model = Model(Encoder.pretrained(args.encoder))
    if args.encoder == "minilm":  # begins as the teacher
        with torch.no_grad():
            model.heads.meaning.weight.copy_(data.meaning_projection.T)
            model.heads.meaning.bias.zero_()
    head = [p for name, p in model.named_parameters() if not name.startswith("encoder.") or "surface" in name]
    body = [p for name, p in model.named_parameters() if name.startswith("encoder.") and "surface" not in name]
    optimizer = torch.optim.AdamW([{"params": body, "lr": ENCODER_RATE[args.encoder]}, {"params": head, "lr": HEAD_RATE}],
                                  weight_decay=0.01, fused=True)
    steps = args.epochs * len(epoch_steps(data, args, 0))
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
        started = time.time()
        fit_epoch(model, ema, optimizer, schedule, data, args, epoch)
        torch.save({"encoder": args.encoder, "model": model.state_dict(), "ema": ema.state_dict(), "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(), "random": torch.get_rng_state(), "epoch": epoch + 1},
                   checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
        trained = time.time()
        scores = dev_scores.measure(ema.module, data, args.data, args.work)
        row = {"epoch": epoch + 1, "train_s": round(trained - started), "dev_s": round(time.time() - trained), **scores}
        print(json.dumps(row), flush=True)
        with open(args.work / "dev-scores.jsonl", "a") as out:
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
