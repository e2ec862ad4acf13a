"""One encoder and all its heads."""

import pathlib

import torch
import torch.nn.functional as F
from torch import nn

import heads
from attribution_head import AttributionHead
from encoder import Encoder

OUTPUTS = ("labels", "links", *heads.OUTPUTS)
LAYERS = {"polnear": ("meaning",), "ewt": ("segments", "tags", "arcs", "relations", "meaning"), "gum": heads.OUTPUTS}


class Model(nn.Module):
    """forward(pieces [B,T], surface [B,T], mask [B,T] or None) -> one tensor [B,T,width] for each of OUTPUTS."""

    def __init__(self, encoder: Encoder):
        super().__init__()
        self.encoder = encoder
        self.attribution = AttributionHead(encoder.width)
        self.heads = heads.Heads(encoder.width)
        self.fitted_names: heads.NamesHead | None = None  # instead of that of `heads` (fit_names.py)

    def forward(self, pieces, surface, mask=None):
        states = self.encoder.states(pieces, surface, mask)
        several = heads.joined(states)
        outputs = dict(zip(("labels", "links"), self.attribution(states[-1]))) | self.heads(states[-1], several)
        if self.fitted_names is not None:
            outputs["names"] = self.fitted_names(several)
        return tuple(outputs[name] for name in OUTPUTS)

    def read(self, batches: list[dict]) -> list[dict[str, torch.Tensor]]:
        """The outputs that each batch of a step is to learn from, by one pass of the encoder over all of them; and
        `states`, those of heads.joined()."""
        if len(batches) > 1 and batches[0]["pieces"].device.type == "cpu":  # where padding costs more than another pass
            return [out for b in batches for out in self.read([b])]
        longest = max(b["pieces"].shape[1] for b in batches)
        inputs = (torch.cat([F.pad(b[name], (0, longest - b[name].shape[1])) for b in batches])
                  for name in ("pieces", "surface", "mask"))
        states = self.encoder.states(*inputs)
        several, outs, first = heads.joined(states), [], 0
        for b in batches:
            rows, length = b["pieces"].shape
            here = slice(first, first + rows), slice(length)
            first += rows
            last, more = states[-1][here].flatten(0, 1), several[here].flatten(0, 1)
            if b["corpus"] == "polnear":
                labels, links = self.attribution(states[-1][here])
                out = {"labels": labels.float(), "links": links.float().flatten(0, 1)}
                out |= self.heads(last, more, LAYERS["polnear"])
            else:
                names = LAYERS["gum" if "mentions" in b else "ewt"]
                out = self.heads(last[b["rows"]], more[b["rows"]], names)
            outs.append(out | {"states": several[here]})
        return outs


def load(checkpoint: pathlib.Path) -> Model:
    """The averaged weights of a checkpoint of fit.py, ready to read with."""
    saved = torch.load(checkpoint, weights_only=False, map_location="cpu")
    model = Model(Encoder(saved["encoder"]))
    model.load_state_dict({k.removeprefix("module."): v.float() if v.is_floating_point() else v
                           for k, v in saved["averaged"].items() if k.startswith("module.")})
    return model.eval()


def finished(work: pathlib.Path, fold: int | None = None) -> Model:
    """With the names head that ships, or the one that has not seen a fold of UNER."""
    model = load(work / "checkpoint.pt")
    saved = torch.load(work / "names.pt")
    model.fitted_names = heads.NamesHead(3 * model.encoder.width).eval()
    model.fitted_names.load_state_dict(saved["names"] if fold is None else saved["folds"][fold])
    return model
