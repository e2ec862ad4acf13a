#!/usr/bin/env python3
"""Turns a checkpoint of train/fit.py into the shipped model: int8 weights for OpenVINO and model.json.

    python train/export.py --data ../shared/data --work train/work --out models [--float]

Calibrates on PolNeAR train. --float leaves out quantisation, to measure what it costs.
"""

import argparse
import json
import pathlib
import shutil

import nncf
import numpy as np
import openvino as ov
import torch

import decode
import polnear
from attribution_model import LINK_WIDTH, AttributionModel
from encoder import Encoder, pretrained_folder
from windows import cut_windows

CALIBRATION_WINDOWS = 300


class Inference(torch.nn.Module):
    """The model as the C++ side calls it: int32 pieces and surface, a float mask, all [1, T]."""

    def __init__(self, model: AttributionModel):
        super().__init__()
        self.model = model

    def forward(self, pieces, surface, mask):
        return self.model(pieces, surface, mask)


def to_openvino(model: AttributionModel) -> ov.Model:
    example = (torch.ones(1, 48, dtype=torch.int32), torch.zeros(1, 48, dtype=torch.int32), torch.ones(1, 48))
    shape = ov.PartialShape([1, -1])
    converted = ov.convert_model(Inference(model), example_input=example,
                                 input=[(shape, ov.Type.i32), (shape, ov.Type.i32), (shape, ov.Type.f32)])
    for node, name in zip(converted.inputs, ("pieces", "surface", "mask")):
        node.set_names({name})
    for node, name in zip(converted.outputs, ("labels", "links")):
        node.set_names({name})
    return converted


def calibration(data: pathlib.Path):
    samples = []
    for document in polnear.load(data / "polnear/train.jsonl")[::6]:
        for window in cut_windows(document.paragraphs, document.pieces.continues, decode.WINDOW, decode.CONTEXT):
            ids = [decode.CLS, *document.pieces.ids[window.begin : window.end], decode.SEP]
            surface = [0, *document.pieces.surface[window.begin : window.end], 0]
            length = -len(ids) % 16 + len(ids)
            samples.append([np.array([row + [0] * (length - len(row))], dtype=kind)
                            for row, kind in ((ids, np.int32), (surface, np.int32), ([1] * len(ids), np.float32))])
    return nncf.Dataset(samples[:: max(1, len(samples) // CALIBRATION_WINDOWS)])


def config_of(model: AttributionModel) -> dict:
    def rows(parameter):
        return [[round(v, 5) for v in row] for row in parameter.tolist()]

    return {"window": decode.WINDOW, "context": decode.CONTEXT, "transitions": rows(model.transitions),
            "links": {"width": LINK_WIDTH, "distance": rows(model.distance),
                      "none": [round(v, 5) for v in model.none.tolist()]}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder with checkpoint.pt")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--float", action="store_true", help="no quantisation")
    args = parser.parse_args()

    model = AttributionModel(Encoder.pretrained())
    averaged = torch.load(args.work / "checkpoint.pt", weights_only=False)["ema"]
    model.load_state_dict({k.removeprefix("module."): v for k, v in averaged.items() if k.startswith("module.")})
    model.eval()
    network = to_openvino(model)
    if not args.float:
        network = nncf.quantize(network, calibration(args.data), model_type=nncf.ModelType.TRANSFORMER,
                                subset_size=CALIBRATION_WINDOWS)
    args.out.mkdir(parents=True, exist_ok=True)
    ov.save_model(network, args.out / "encoder.xml", compress_to_fp16=not args.float)
    (args.out / "model.json").write_text(json.dumps(config_of(model), indent=1) + "\n")
    shutil.copyfile(pretrained_folder() / "vocab.txt", args.out / "vocab.txt")
    for file in sorted(args.out.iterdir()):
        print(f"{file.stat().st_size / 1e6:8.2f} MB  {file.name}")


if __name__ == "__main__":
    main()
