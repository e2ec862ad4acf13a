#!/usr/bin/env python3
"""Measures the shipped model through the C++ program and writes the score table of the model card.

    python train/evaluate.py --data ../shared/data --work train/work --sayso build/sayso [--card models/README.md]

Reads each PolNeAR dev text from a file of its own, as a user would, and scores with score_attributions.py of --data.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

TABLE = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.S)


def write_texts(gold: pathlib.Path, folder: pathlib.Path):
    folder.mkdir(parents=True, exist_ok=True)
    with open(gold, encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            (folder / f"{row['doc']}.txt").write_text(row["text"], encoding="utf-8")


def measure(data: pathlib.Path, work: pathlib.Path, sayso: str, model: str | None) -> dict:
    gold = data / "polnear/dev.jsonl"
    write_texts(gold, work / "dev-texts")
    records = work / "dev-records.jsonl"
    command = [sayso, "read", "--json", "--quiet", *(["--model", model] if model else []), work / "dev-texts"]
    with open(records, "wb") as out:
        subprocess.run(command, stdout=out, check=True)
    scorer = [sys.executable, data / "score_attributions.py", gold, records, "--json"]
    return json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)


def table_of(scores: dict) -> str:
    rows = ["| PolNeAR dev, F1 in percent | source | cue | content |", "|---|---|---|---|"]
    for key, name in (("exact", "exact spans"), ("begin", "first token of a span")):
        rows.append(f"| {name} | " + " | ".join(f"{scores[key][r]:.1f}" for r in ("source", "cue", "content")) + " |")
    rows.append("")
    rows.append(f"Whole attributions: {scores['attribution_exact']:.1f} with all spans exact, "
                f"{scores['attribution_overlap']:.1f} with all spans overlapping by half.")
    return "\n".join(rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--sayso", required=True)
    parser.add_argument("--model", help="folder; default: the shipped one")
    parser.add_argument("--card", type=pathlib.Path, help="model card whose table is written anew")
    args = parser.parse_args()
    scores = measure(args.data, args.work, args.sayso, args.model)
    table = table_of(scores)
    print(table)
    if args.card:
        text = args.card.read_text(encoding="utf-8")
        if not TABLE.search(text):
            raise SystemExit(f"{args.card}: no place for the scores")
        args.card.write_text(TABLE.sub(lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()
