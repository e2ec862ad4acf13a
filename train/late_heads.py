"""The heads that are trained when the encoder is finished: names, coreference, meaning.

UNER's documents must stay unseen by the encoder, so that its figure can be cross-validated; coreference takes many more
passes over GUM than the encoder has time for; the meaning of a span is what the original encoder said before it was
trained on. What they look for stands in the middle layers as well as in the last one, so they read several.
"""

import torch
from torch import nn

from heads import CoreferenceHead, NamesHead
from layers import MEANING

LAYERS = (1, 3, 5)  # of the encoder's, counted from 0


def joined(states: list[torch.Tensor]) -> torch.Tensor:
    return torch.cat([states[i] for i in LAYERS], dim=-1)


class LateHeads(nn.Module):
    """forward(the encoder's states) -> names, coreference, meaning [B,T,width]."""

    def __init__(self, width: int):
        super().__init__()
        self.names = NamesHead(len(LAYERS) * width)
        self.coreference = CoreferenceHead(len(LAYERS) * width)
        self.meaning = nn.Linear(len(LAYERS) * width, MEANING)

    def forward(self, states) -> dict[str, torch.Tensor]:
        rows = joined(states)
        return {"names": self.names(rows), "coreference": self.coreference(rows), "meaning": self.meaning(rows)}
