"""A look at the dev parts after an epoch: attributions as read, the other layers on gold words (evaluate.py is for
figures to report). Percent."""

import copy
import functools
import importlib.util
import json
import pathlib
import random
import subprocess
import sys

import numpy as np
import torch

import decode
import decode_layers
from heads import OUTPUTS as LAYER_OUTPUTS
from model import OUTPUTS
from ud import ROOT, UNKNOWN

MEANING_PAIRS = 2000


def measure(model, data, folder: pathlib.Path, work: pathlib.Path, device: str) -> dict:
    model.eval()
    run = runner(model, device)
    here = copy.deepcopy(model).cpu()  # decoding is done here
    scores = {**attributions(run, here.attribution, data.polnear_dev, folder, work), **layers(run, here.heads, data, folder)}
    model.train()
    return scores


def runner(model, device: str):
    """run(ids, surface, names) -> these outputs of a window."""
    def run(ids, surface, names):
        with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
            outputs = dict(zip(OUTPUTS, model(torch.tensor([ids], device=device), torch.tensor([surface], device=device))))
        return {name: outputs[name][0].float().cpu().numpy() for name in names}
    return run


def attributions(run, head, documents, folder: pathlib.Path, work: pathlib.Path) -> dict:
    run = functools.partial(run, names=("labels", "links"))
    path = work / "dev-records.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            found = decode.attributions_of(document, head, run)
            out.write(json.dumps(decode.to_record(document, found)) + "\n")
    command = [sys.executable, folder / "score_attributions.py", folder / "polnear/dev.jsonl", path, "--json"]
    return {"attributions": json.loads(subprocess.run(command, capture_output=True, check=True).stdout)}


def layers(run, heads, data, folder: pathlib.Path) -> dict:
    run = functools.partial(run, names=LAYER_OUTPUTS)
    scorer = scorer_of(folder)
    right, of = {}, {}
    key, found, meaning = [], [], []

    def count(name, n, total):
        right[name], of[name] = right.get(name, 0) + int(n), of.get(name, 0) + int(total)

    for d in data.gum_dev:
        rows = decode.run_windows(d, run).rows
        got = decode_layers.layers_of(d, rows, heads)
        taught = d.segments != UNKNOWN
        segments = rows["segments"] - np.outer(d.blank, [1e4, 0, 0])
        count("segments", (segments.argmax(1) == d.segments)[taught].sum(), taught.sum())
        count("tags", (got.tags == d.tags).sum(), len(d.tags))
        attached = got.heads == d.heads
        count("uas", attached.sum(), len(attached))
        count("las", (attached & ((got.relations == d.relations) | (d.heads == ROOT))).sum(), len(attached))
        gold = {(m.begin, m.end) for m in d.mentions}
        count("mentions", 2 * len(gold & got.mentions), len(gold) + len(got.mentions))
        gold, mine = (decode_layers.name_spans(x, d.sentences) for x in (d.names, got.names))
        count("names", 2 * len(gold & mine), len(gold) + len(mine))
        types = rows["types"][d.at[[m.head for m in d.mentions]]].argmax(1)
        count("types", (types == [m.type for m in d.mentions]).sum(), len(types))
        key.append(sets_of([m.cluster for m in d.mentions]))
        vectors, at = torch.from_numpy(rows["coreference"]), torch.from_numpy(d.at)
        found.append(sets_of(decode_layers.clusters_of_gold(d, vectors, at, heads.coreference)))
        meaning.append(decode_layers.sentence_vectors(d, rows))
    out = {name: round(100 * right[name] / max(1, of[name]), 2) for name in right}
    out["coreference"] = round(100 * conll(scorer, key, found), 2)
    out["meaning"] = round(100 * spearman_of_pairs(np.concatenate(meaning), torch.cat(data.gum_dev_meaning).numpy()), 2)
    return out


def scorer_of(folder: pathlib.Path):
    spec = importlib.util.spec_from_file_location("score_layers", folder / "score_layers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sets_of(clusters: list[int]) -> list[set[int]]:
    sets: dict[int, set[int]] = {}
    for i, c in enumerate(clusters):
        sets.setdefault(c, set()).add(i)
    return [s for s in sets.values() if len(s) > 1]


def conll(scorer, key, found) -> float:
    sums: dict[str, np.ndarray] = {}
    for k, f in zip(key, found):
        for name, counts in scorer.coref(k, f)[0].items():
            sums[name] = sums.get(name, 0) + np.array(counts)
    return sum(scorer.prf(counts)[2] for counts in sums.values()) / 3


def spearman_of_pairs(ours: np.ndarray, teacher: np.ndarray, seed: int = 1) -> float:
    """Rank correlation of cosines over random pairs of two different sentences."""
    rng = random.Random(seed)
    a, b = np.array([rng.sample(range(len(ours)), 2) for _ in range(MEANING_PAIRS)]).T
    ranks = [np.argsort(np.argsort((v[a] * v[b]).sum(1))) for v in (ours, teacher)]
    return float(np.corrcoef(*ranks)[0, 1])
