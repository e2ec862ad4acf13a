#!/usr/bin/env python3
"""Measures the shipped model through the C++ program and writes the score tables of the model cards.

    python train/evaluate.py --data ../shared/data --work train/work --sayso build/sayso
                             [--card models/README.md] [--card docs/MODEL.md]

Every text is read from a file of its own, as a user would, and scored with the scorers of --data. UNER has a dev part
only, on which the names head was trained: each of its documents is read with the head of the fold that has not seen it
(train/export.py --fold). `meaning` is asked of the exported network from Python.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import time

import numpy as np
import openvino as ov
import torch

import corpora
import decode
import decode_layers
import dev_scores
from fit_names import FOLDS
from model import OUTPUTS

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLE = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.S)


class Evaluation:
    def __init__(self, args):
        self.data, self.work, self.sayso, self.model = args.data, args.work / "evaluation", args.sayso, args.model
        self.folds = args.work
        self.work.mkdir(parents=True, exist_ok=True)
        self.corpora = corpora.load(args.data, args.work.parent)

    def read(self, option: str, texts: list[pathlib.Path], out: pathlib.Path, model: pathlib.Path, mode: str = "wb"):
        with open(out, mode) as file:
            subprocess.run([self.sayso, "read", option, "--quiet", "--model", model, *texts], stdout=file, check=True)

    def scored(self, scorer: str, *arguments) -> dict:
        command = [sys.executable, self.data / scorer, *arguments, "--json"]
        done = subprocess.run(command, capture_output=True)
        if done.returncode not in (0, 3):  # 3: some document had no prediction; it counts as empty
            raise SystemExit(done.stderr.decode())
        return json.loads(done.stdout)

    def texts(self, scorer: str, gold: pathlib.Path, name: str) -> list[pathlib.Path]:
        folder = self.work / name
        subprocess.run([sys.executable, self.data / scorer, "texts", gold, folder], check=True, capture_output=True)
        return sorted(folder.glob("*.txt"))

    def attributions(self) -> tuple[dict, float]:
        """Scores, and articles a second without loading the model."""
        gold, folder = self.data / "polnear/dev.jsonl", self.work / "polnear"
        folder.mkdir(exist_ok=True)
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        for row in rows:
            (folder / f"{row['doc']}.txt").write_text(row["text"], encoding="utf-8")
        records = self.work / "polnear.jsonl"
        started = time.time()
        self.read("--json", [folder / f"{rows[0]['doc']}.txt"], records, self.model)
        one = time.time() - started
        self.read("--json", [folder], records, self.model)
        rest = time.time() - started - 2 * one
        return self.scored("score_attributions.py", gold, records), (len(rows) - 1) / max(rest, 1e-3)

    def layers(self, gold: pathlib.Path, name: str) -> dict:
        texts, out = self.texts("score_layers.py", gold, name), self.work / f"{name}.conllu"
        self.read("--layers", texts, out, self.model)
        return self.scored("score_layers.py", "score", gold, out)

    def names(self) -> dict:
        gold = self.data / "uner/dev.iob2"
        texts, out = self.texts("score_ner.py", gold, "uner"), self.work / "uner.conllu"
        fold_of = torch.load(self.folds / "names.pt")["fold_of"]
        fold_of = {re.sub(r"[^\w.#-]", "_", name): fold for name, fold in fold_of.items()}
        out.write_bytes(b"")
        for fold in range(FOLDS):
            part = [t for t in texts if fold_of[t.stem] == fold]
            self.read("--layers", part, out, self.folds / f"fold-{fold}", "ab")
        return self.scored("score_ner.py", "score", gold, out)

    def meaning(self) -> float:
        """Rank correlation with the original encoder's cosine of sentences read alone, 2,000 pairs of GUM dev."""
        network = ov.Core().compile_model(self.model / "encoder.xml", "CPU")
        run = runner(network)
        ours = [decode_layers.sentence_vectors(d, decode.run_windows(d, run).rows) for d in self.corpora.gum_dev]
        teacher = torch.cat(self.corpora.gum_dev_meaning).numpy()
        return 100 * dev_scores.spearman_of_pairs(np.concatenate(ours), teacher)


def runner(network):
    def run(ids, surface):
        feed = {"pieces": np.array([ids], np.int32), "surface": np.array([surface], np.int32),
                "mask": np.ones((1, len(ids)), np.float32)}
        outputs = network(feed)
        return {name: outputs[name][0] for name in OUTPUTS}
    return run


def percent(value) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def table_of(e: Evaluation) -> str:
    attributions, speed = e.attributions()
    rows = ["| PolNeAR dev, F1 in percent | source | cue | content |", "|---|---|---|---|"]
    for key, name in (("exact", "exact spans"), ("begin", "first token of a span")):
        rows.append(f"| {name} | " + " | ".join(f"{attributions[key][r]:.1f}" for r in ("source", "cue", "content")) + " |")
    rows += ["", f"Whole attributions: {attributions['attribution_exact']:.1f} with all spans exact, "
                 f"{attributions['attribution_overlap']:.1f} with all spans overlapping by half.", ""]

    gum, ewt = e.layers(e.data / "gum/dev", "gum"), e.layers(e.data / "ewt/dev.conllu", "ewt")
    columns = (gum["all"], gum["genres"]["news"], ewt["all"])
    rows += ["| From plain text, percent | GUM dev | its news | EWT dev |", "|---|---|---|---|"]
    for key, figure, name in (
            ("sentences", "f1", "sentences, F1"), ("words", "f1", "words, F1"), ("UPOS", "f1", "parts of speech, F1"),
            ("UAS", "f1", "heads (UAS), F1"), ("LAS", "f1", "heads and relations (LAS), F1"),
            ("mentions", "f1", "mentions, exact F1"), ("mentions, head match", "f1", "mentions, F1 by head"),
            ("named (head is PROPN)", "f1", "named mentions, exact F1"),
            ("type accuracy, main types", "accuracy", "types of right mentions, accuracy"),
            ("CoNLL (exact)", "f1", "coreference, CoNLL F1"), ("CoNLL (head)", "f1", "coreference, CoNLL F1 by head")):
        values = [percent(c[key][figure]) if key in c and figure in c[key] else "-" for c in columns]
        rows.append(f"| {name} | " + " | ".join(values) + " |")

    names = e.names()["all"]
    rows += ["", "| UNER (EWT dev), cross-validated, F1 in percent | names | PER | ORG | LOC | span only |",
             "|---|---|---|---|---|---|",
             "| each document by a head that has not seen it | " + " | ".join(
                 percent(names[k]["f1"]) for k in ("span and type", "PER", "ORG", "LOC", "span only")) + " |", ""]
    size = sum(f.stat().st_size for f in e.model.glob("encoder.*")) / 1e6
    rows += [f"Meaning: rank correlation {e.meaning():.1f} percent with the original encoder's cosine over "
             f"{dev_scores.MEANING_PAIRS:,} pairs of GUM dev sentences.",
             f"Speed: {speed:.1f} articles a second (PolNeAR dev, whole reading). Weights: {size:.1f} MB."]
    return "\n".join(rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="names.pt, fold-0 to fold-4; texts and records")
    parser.add_argument("--sayso", required=True)
    parser.add_argument("--model", type=pathlib.Path, default=ROOT / "models", help="folder; default: the shipped one")
    parser.add_argument("--card", type=pathlib.Path, action="append", default=[], help="file whose table is written anew")
    args = parser.parse_args()
    table = table_of(Evaluation(args))
    print(table)
    for card in args.card:
        text = card.read_text(encoding="utf-8")
        if not TABLE.search(text):
            raise SystemExit(f"{card}: no place for the scores")
        card.write_text(TABLE.sub(lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()
