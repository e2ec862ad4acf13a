#!/usr/bin/env python3
"""Trains one encoder with all heads on PolNeAR, GUM and EWT and writes a checkpoint after each epoch.

    python train/fit.py --data ../shared/data --work train/work/teacher --encoder mpnet --epochs 5
    python train/fit.py --data ../shared/data --work train/work/small --teacher train/work/teacher/checkpoint.pt
                        --layers 0,2,4,7,9,11 --inner 1536 --epochs 10

The second form begins with layers of the teacher (or of --encoder, where its width differs) and learns what the teacher says
too. Interrupted, the same command goes on from the last finished epoch. Then train/fit_names.py and train/export.py
make the shipped weights. scripts/train.sh has the commands that did.
"""

import argparse
import collections
import itertools
import json
import math
import os
import pathlib
import random
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # of the processes that make steps
    os.environ.setdefault(variable, "1")

import torch

import corpora
import dev_scores
import distillation
import losses
import model as models
import polnear_batches
import sentence_meaning
from encoder import ENCODERS, Encoder, cut, inner_importance
from steps import PARTS, StepMaker, epoch_lists, read_part

ENCODER_RATE = {384: 4e-4, 768: 1.2e-4}  # by width
HEAD_RATE = 1e-3
WARMUP = 100  # steps
MANY = 1000  # epochs, more than any time allows
EMA_DECAY = 0.998
IMPORTANCE_STEPS = 12
STUDENT_SEED = 100  # steps of a student are other ones than its teacher's


def to_device(step: list[dict], device: str, teacher: Encoder, bf16: bool) -> list[dict]:
    """Arrays as tensors there, with what the sentence encoder says of the sentences."""
    step = [{k: v if isinstance(v, str) else torch.from_numpy(v).to(device, non_blocking=True) for k, v in batch.items()}
            for batch in step]
    for batch in step:
        with torch.autocast(device, dtype=torch.bfloat16, enabled=bf16):
            batch["teacher"] = sentence_meaning.taught(teacher, batch["sentence_pieces"])
    return step


class Log:
    """Mean losses since the last line."""

    def __init__(self):
        self.clear()

    def clear(self):
        self.sums, self.counts, self.began = collections.Counter(), collections.Counter(), time.time()

    def add(self, parts: list[dict]):
        for name, loss in itertools.chain(*(p.items() for p in parts)):
            self.sums[name] = self.sums[name] + loss.detach()
            self.counts[name] += 1

    def line(self, steps: int) -> str:
        means = {name: float(total) / self.counts[name] for name, total in self.sums.items()}
        assert all(math.isfinite(mean) for mean in means.values()), means
        out = " ".join(f"{name} {mean:.3f}" for name, mean in means.items())
        out += f" | {(time.time() - self.began) / steps:.3f} s/step"
        self.clear()
        return out


class Training:
    def __init__(self, args, data: corpora.Corpora):
        self.args = args
        self.device = args.device
        self.projection = data.meaning_projection.to(self.device)
        self.sentences = Encoder.pretrained().to(self.device).eval().requires_grad_(False)
        self.teacher = models.load(args.teacher).to(self.device).requires_grad_(False) if args.teacher else None
        self.steps_an_epoch = len(epoch_lists(data, args.seed)[0])
        self.model = self.first_model(data)
        width = self.model.encoder.width
        self.states = distillation.Projection(width, self.teacher.encoder.width if self.teacher else width).to(self.device)
        self.optimizer = self.make_optimizer(ENCODER_RATE[width] if args.rate is None else args.rate)
        self.began = time.time()
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min(1, (s + 1) / WARMUP, max(0, (1 - self.done(s)) / 0.95)))
        self.averaged = torch.optim.swa_utils.AveragedModel(
            self.model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(EMA_DECAY))

    def done(self, steps: int) -> float:
        """Share of the training, by time where minutes were given."""
        if self.args.minutes:
            return (time.time() - self.began) / (60 * self.args.minutes)
        return steps / (self.args.epochs * self.steps_an_epoch)

    def first_model(self, data) -> models.Model:
        args, teacher = self.args, self.teacher
        source = teacher.encoder if teacher and not args.encoder else Encoder.pretrained(args.encoder or "minilm")
        importance = None
        if args.inner:
            batches = data_steps(data, args.seed, IMPORTANCE_STEPS)
            inputs = [[torch.from_numpy(b[k]).to(self.device) for k in ("pieces", "surface", "mask")] for b in batches]
            importance = inner_importance(source.to(self.device).eval(), inputs)
        model = models.Model(cut(source, args.layers or range(len(source.layers)), args.inner, importance))
        if teacher and model.encoder.width == teacher.encoder.width:
            model.attribution.load_state_dict(teacher.attribution.state_dict())
            model.heads.load_state_dict(teacher.heads.state_dict())
        # AdamW over every word takes a tenth of a step on a CPU.
        model.encoder.words.requires_grad_(self.device != "cpu")
        return model.to(self.device).train()

    def make_optimizer(self, rate: float):
        body = [p for name, p in self.model.named_parameters() if name.startswith("encoder.") and "surface" not in name]
        known = {id(p) for p in body}
        heads = [p for p in [*self.model.parameters(), *self.states.parameters()] if id(p) not in known]
        return torch.optim.AdamW([{"params": body, "lr": rate}, {"params": heads, "lr": HEAD_RATE}],
                                 weight_decay=0.01, fused=True)

    def step(self, step: list[dict]) -> list[dict]:
        step = to_device(step, self.device, self.sentences, self.args.bf16)
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.args.bf16):
            outs = self.model.read(step)
            if self.teacher:
                with torch.no_grad():
                    taught = self.teacher.read(step)
        found = [losses.gold_losses(self.model, out, batch, self.projection) for out, batch in zip(outs, step)]
        total = sum(losses.WEIGHTS[name] * loss for part in found for name, loss in part.items())
        if self.teacher:
            soft = [distillation.soft_losses(self.states, out, self.teacher, t, batch)
                    for out, t, batch in zip(outs, taught, step)]
            total = total + sum(loss for part in soft for loss in part.values())
            found += soft
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.schedule.step()
        self.averaged.update_parameters(self.model)
        return found

    def save(self, path: pathlib.Path, epoch: int):
        parts = {name: getattr(self, name).state_dict() for name in ("model", "states", "optimizer", "schedule", "averaged")}
        torch.save({"encoder": self.model.encoder.config, "epoch": epoch, "seconds": time.time() - self.began, **parts}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def go_on(self, path: pathlib.Path) -> int:
        saved = torch.load(path, weights_only=False, map_location=self.device)
        for name in ("model", "states", "optimizer", "schedule", "averaged"):
            getattr(self, name).load_state_dict(saved[name])
        self.began = time.time() - saved["seconds"]
        return saved["epoch"]


def data_steps(data: corpora.Corpora, seed: int, count: int) -> list[dict]:
    """Some batches of PolNeAR."""
    rng = random.Random(seed)
    return [polnear_batches.prepare(b, rng) for b in epoch_lists(data, seed)[0][:count]]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds polnear/, gum/, ewt/, uner/")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="checkpoint and log; corpora.pickle is in the one above")
    parser.add_argument("--encoder", choices=ENCODERS, help="what to begin with; default: the teacher, else minilm")
    parser.add_argument("--teacher", type=pathlib.Path, help="checkpoint of a model to learn from")
    parser.add_argument("--layers", type=lambda s: [int(x) for x in s.split(",")], help="of it, as 0,2,4; default: all")
    parser.add_argument("--inner", type=int, help="neurons of each feed-forward layer to keep; default: all")
    parser.add_argument("--rate", type=float, help="of the encoder's learning")
    parser.add_argument("--epochs", type=int, default=5, help="of PolNeAR")
    parser.add_argument("--minutes", type=float, help="how long to train, instead of --epochs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True,
                        help="products of matrices in bfloat16; slower on some CPUs")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 2), help="processes that make batches")
    parser.add_argument("--steps-from", type=pathlib.Path, help="read the batches that another training keeps there")
    parser.add_argument("--keep-steps", action="store_true", help="in WORK/steps, for --steps-from")
    parser.add_argument("--log", type=int, default=100, help="steps between log lines")
    parser.add_argument("--no-scores", action="store_true", help="leave the look at the dev parts out")
    args = parser.parse_args()
    if args.minutes:
        args.epochs = MANY
    return args


def main():
    args = options()
    torch.manual_seed(args.seed)
    if args.device == "cpu":
        torch.set_num_threads(os.cpu_count())
    else:
        torch.backends.cuda.enable_cudnn_sdp(False)  # it prepares itself anew for each shape of a batch
    args.work.mkdir(parents=True, exist_ok=True)
    data = corpora.load(args.data, args.work.parent)
    training = Training(args, data)
    checkpoint = args.work / "checkpoint.pt"
    first = training.go_on(checkpoint) if checkpoint.exists() else 0
    seeds = [args.seed + (STUDENT_SEED if args.teacher else 0) + e for e in range(first, args.epochs)]
    maker = None
    if args.steps_from:
        epochs = (itertools.chain(*(read_part(args.steps_from / f"steps-{s}-{p}.pickle") for p in range(PARTS))) for s in seeds)
    else:
        maker = StepMaker(args.work.parent / "corpora.pickle", args.work / "steps", args.workers, args.keep_steps)
        epochs = maker.epochs(seeds, ahead=2 * args.workers)
    log = Log()
    over = False
    for epoch, steps in enumerate(epochs, first + 1):
        for i, step in enumerate(steps, 1):
            log.add(training.step(step))
            over = bool(args.minutes) and training.done(0) >= 1
            if over:
                break
            if i % args.log == 0:
                print(f"epoch {epoch} step {i}/{training.steps_an_epoch} {log.line(args.log)}", flush=True)
        training.save(checkpoint, epoch)
        if not args.no_scores:
            row = {"epoch": epoch, **dev_scores.measure(training.averaged.module, data, args.data, args.work, args.device)}
            print(json.dumps(row), flush=True)
        if over:
            break
    if maker:
        maker.close()


if __name__ == "__main__":
    main()
