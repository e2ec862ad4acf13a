#!/usr/bin/env python3
"""Makes small files of what a training on another machine needs and gives: floats in half precision.

    python train/carry.py pretrained FOLDER             the pretrained encoders; there: SAYSO_PRETRAINED=FOLDER
    python train/carry.py averaged CHECKPOINT FILE      a checkpoint's averaged weights, in place of checkpoint.pt

The corpora travel as WORK/corpora.pickle; dev_scores.py needs the scorers and polnear/dev.jsonl of the data folder too.
"""

import argparse
import json
import pathlib
import shutil

import torch
from safetensors.torch import load_file, save_file

import encoder


def halves(tensors: dict) -> dict:
    return {k: v.half() if v.is_floating_point() else v for k, v in tensors.items()}


def carry_pretrained(folder: pathlib.Path):
    minilm, (config, mpnet) = encoder.pretrained_folder(), encoder.mpnet_files()
    for name in ("minilm", "mpnet"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json", "vocab.txt"):
        shutil.copyfile(minilm / name, folder / "minilm" / name)
    save_file(halves(load_file(minilm / "model.safetensors")), folder / "minilm/model.safetensors")
    (folder / "mpnet/config.json").write_text(json.dumps(config))
    save_file(halves(mpnet), folder / "mpnet/model.safetensors")


def carry_averaged(checkpoint: pathlib.Path, file: pathlib.Path):
    saved = torch.load(checkpoint, weights_only=False, map_location="cpu")
    torch.save({"encoder": saved["encoder"], "averaged": halves(saved["averaged"])}, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("pretrained").add_argument("folder", type=pathlib.Path)
    averaged = verbs.add_parser("averaged")
    averaged.add_argument("checkpoint", type=pathlib.Path)
    averaged.add_argument("file", type=pathlib.Path)
    args = parser.parse_args()
    if args.verb == "pretrained":
        carry_pretrained(args.folder)
    else:
        carry_averaged(args.checkpoint, args.file)


if __name__ == "__main__":
    main()
