"""One encoder and all its heads."""

import pathlib

import torch
from torch import nn

import heads
from attribution_head import AttributionHead
from encoder import Encoder
from late_heads import LateHeads

OUTPUTS = ("labels", "links", *heads.OUTPUTS)


class Model(nn.Module):
    """forward(pieces [B,T], surface [B,T], mask [B,T] or None) -> one tensor [B,T,width] for each of OUTPUTS."""

    def __init__(self, encoder: Encoder):
        super().__init__()
        self.encoder = encoder
        self.attribution = AttributionHead(encoder.width)
        self.heads = heads.Heads(encoder.width)
        self.late: LateHeads | None = None  # instead of those of `heads`, once the encoder is finished

    def forward(self, pieces, surface, mask=None):
        states = self.encoder.states(pieces, surface, mask)
        outputs = dict(zip(("labels", "links"), self.attribution(states[-1]))) | self.heads(states[-1])
        if self.late is not None:
            outputs |= self.late(states)
        return tuple(outputs[name] for name in OUTPUTS)


def averaged(work: pathlib.Path) -> Model:
    """The averaged weights of the last checkpoint, ready to read with."""
    saved = torch.load(work / "checkpoint.pt", weights_only=False, map_location="cpu")
    model = Model(Encoder(saved["encoder"]))
    model.load_state_dict({k.removeprefix("module."): v for k, v in saved["ema"].items() if k.startswith("module.")})
    return model.eval()


def finished(work: pathlib.Path, fold: int | None = None) -> Model:
    """With the late heads: the shipped ones, or the names head that has not seen a fold of UNER."""
    model = averaged(work)
    late = torch.load(work / "late.pt")
    model.late = LateHeads(model.encoder.width).eval()
    model.late.names.load_state_dict(late["names"] if fold is None else late["folds"][fold])
    model.late.coreference.load_state_dict(late["coreference"])
    model.late.meaning.load_state_dict(late["meaning"])
    return model
