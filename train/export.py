#!/usr/bin/env python3
"""Turns the checkpoint of train/fit.py and the names head of train/fit_names.py into the shipped model: int8 weights for
OpenVINO and model.json.

    python train/export.py --data ../shared/data --work train/work --out models [--float]
    python train/export.py --data ../shared/data --work train/work --out train/work/fold-0 --fold 0 --from models

Calibrates on PolNeAR and GUM train. --float leaves out quantisation, to measure what it costs. --fold takes the exported
model of --from and puts the names head of a fold in it, which takes a second: that head stays in float.
"""

import argparse
import json
import pathlib
import shutil

import nncf
import numpy as np
import openvino as ov
import torch

import corpora
import decode
from attribution_head import LINK_WIDTH
from encoder import pretrained_folder
from layers import ARC, COREFERENCE, MEANING, MENTION, NAMES, RELATION, RELATIONS, TAGS, TYPES
from model import OUTPUTS, Model, finished
from windows import cut_windows

CALIBRATION_WINDOWS = 300


class Inference(torch.nn.Module):
    """The model as the C++ side calls it: int32 pieces and surface, a float mask, all [1, T]."""

    def __init__(self, model: Model):
        super().__init__()
        self.model = model

    def forward(self, pieces, surface, mask):
        return self.model(pieces, surface, mask)


def to_openvino(model: Model) -> ov.Model:
    example = (torch.ones(1, 48, dtype=torch.int32), torch.zeros(1, 48, dtype=torch.int32), torch.ones(1, 48))
    shape = ov.PartialShape([1, -1])
    converted = ov.convert_model(Inference(model), example_input=example,
                                 input=[(shape, ov.Type.i32), (shape, ov.Type.i32), (shape, ov.Type.f32)])
    for node, name in zip(converted.inputs, ("pieces", "surface", "mask")):
        node.set_names({name})
    for node, name in zip(converted.outputs, OUTPUTS):
        node.set_names({name})
    return converted


def calibration(data: corpora.Corpora):
    samples = []
    for documents, share in ((data.polnear_train[::6], 0.6), (data.gum_train, 0.4)):
        windows = [(d, w) for d in documents
                   for w in cut_windows(d.paragraphs, d.pieces.continues, decode.WINDOW, decode.CONTEXT)]
        wanted = int(CALIBRATION_WINDOWS * share)
        for document, window in windows[:: max(1, len(windows) // wanted)][:wanted]:
            ids = [decode.CLS, *document.pieces.ids[window.begin : window.end], decode.SEP]
            surface = [0, *document.pieces.surface[window.begin : window.end], 0]
            length = -len(ids) % 16 + len(ids)
            samples.append([np.array([row + [0] * (length - len(row))], dtype=kind)
                            for row, kind in ((ids, np.int32), (surface, np.int32), ([1] * len(ids), np.float32))])
    return nncf.Dataset(samples)


def names_nodes(network: ov.Model) -> list:
    return [n for n in network.get_ordered_ops() if ".fitted_names." in n.get_friendly_name()]


def quantise(network: ov.Model, data: corpora.Corpora) -> ov.Model:
    """All but the names head: another one can be put in its place (--fold)."""
    keep = [n.get_friendly_name() for n in names_nodes(network) if n.get_type_name() in ("MatMul", "Gelu", "Add")]
    return nncf.quantize(network, calibration(data), model_type=nncf.ModelType.TRANSFORMER,
                         subset_size=CALIBRATION_WINDOWS, ignored_scope=nncf.IgnoredScope(names=keep))


def replace_names(network: ov.Model, head: dict[str, torch.Tensor]):
    """Puts the weights of another names head into an exported network."""
    nodes = {(n.get_friendly_name().split(".fitted_names.")[1].split("/")[0], n.get_type_name()): n
             for n in names_nodes(network) if "/" in n.get_friendly_name()}
    for name, values in head.items():
        if not name.startswith("scores."):
            continue  # transitions: model.json has them
        layer, part = name.rsplit(".", 1)
        old = constant_behind(nodes[layer, "MatMul" if part == "weight" else "Add"].input_value(1).get_node())
        fresh = ov.op.Constant(values.numpy().reshape(tuple(old.shape)).astype(old.get_element_type().to_dtype()))
        fresh.set_friendly_name(old.get_friendly_name())
        old.output(0).replace(fresh.output(0))


def constant_behind(node):
    while node.get_type_name() != "Constant":  # half precision is turned to single
        node = node.input_value(0).get_node()
    return node


def rounded(parameter):
    values = parameter.tolist()
    return [[round(v, 5) for v in row] for row in values] if parameter.dim() > 1 else [round(v, 5) for v in values]


def config_of(model: Model) -> dict:
    attribution, heads = model.attribution, model.heads
    pair_weights = ("mention_distance", "sentence_distance", "forms", "match", "same_type", "nested")
    return {"window": decode.WINDOW, "context": decode.CONTEXT, "transitions": rounded(attribution.transitions),
            "links": {"width": LINK_WIDTH, "distance": rounded(attribution.distance), "none": rounded(attribution.none)},
            "tags": TAGS, "types": TYPES,
            "names": {"labels": NAMES, "transitions": rounded(model.fitted_names.transitions)},
            "trees": {"width": ARC, "relation_width": RELATION, "relations": RELATIONS,
                      "weights": rounded(heads.relation_weights)},
            "mentions": {"width": MENTION, "length": rounded(heads.length)},
            "coreference": {"width": COREFERENCE} | {name: rounded(getattr(heads.coreference, name)) for name in pair_weights},
            "meaning": {"width": MEANING}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds polnear/, gum/, ...")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder with checkpoint.pt and names.pt")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--float", action="store_true", help="no quantisation")
    parser.add_argument("--fold", type=int, help="names head of this fold of UNER; needs --from")
    parser.add_argument("--from", dest="exported", type=pathlib.Path, help="folder of the exported model")
    args = parser.parse_args()

    model = finished(args.work, args.fold)
    args.out.mkdir(parents=True, exist_ok=True)
    if args.fold is not None:
        network = ov.Core().read_model(args.exported / "encoder.xml")
        replace_names(network, model.fitted_names.state_dict())
    else:
        network = to_openvino(model)
        if not args.float:
            network = quantise(network, corpora.load(args.data, args.work.parent))
    ov.save_model(network, args.out / "encoder.xml", compress_to_fp16=not args.float)
    (args.out / "model.json").write_text(json.dumps(config_of(model), indent=1) + "\n")
    shutil.copyfile(pretrained_folder() / "vocab.txt", args.out / "vocab.txt")
    for file in sorted(args.out.iterdir()):
        print(f"{file.stat().st_size / 1e6:8.2f} MB  {file.name}")


if __name__ == "__main__":
    main()
