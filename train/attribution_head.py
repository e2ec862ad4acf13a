"""The attribution head: labels (a linear-chain CRF) and the links that join a cue with its source and its contents."""

import torch
import torch.nn.functional as F
from torch import nn

from labels import LABELS, legal_transitions

LINK_WIDTH = 64
LINK_ROLES = ("cue_of_source", "source", "cue_of_content", "content")  # slices of the link output, in this order
DISTANCE_BUCKETS = 17
IMPOSSIBLE = -1e4


def distance_bucket(from_begin: torch.Tensor, to_begin: torch.Tensor) -> torch.Tensor:
    """Signed distance in pieces, in powers of two: 8 buckets to the left, one for zero, 8 to the right."""
    d = to_begin - from_begin
    size = torch.floor(torch.log2(d.abs().clamp(min=1).float())).long().clamp(max=7) + 1
    return torch.where(d == 0, 0, size) * torch.sign(d) + 8


class AttributionHead(nn.Module):
    """forward(hidden) -> labels [B,T,7] (unary scores), links [B,T,4*LINK_WIDTH]."""

    def __init__(self, width: int):
        super().__init__()
        self.labels = nn.Linear(width, len(LABELS))
        self.links = nn.Linear(width, 4 * LINK_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        # Bias of a pair by distance, [source or content, bucket], and the score of "none here".
        self.distance = nn.Parameter(torch.zeros(2, DISTANCE_BUCKETS))
        self.none = nn.Parameter(torch.zeros(2))
        self.register_buffer("legal", legal_transitions(), persistent=False)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden):
        hidden = self.dropout(hidden)
        return self.labels(hidden), self.links(hidden)

    def transition_scores(self) -> torch.Tensor:
        """[3 kinds of piece, before, after]."""
        return torch.where(self.legal, self.transitions, IMPOSSIBLE)

    def link_scores(self, links, kind: int, query, candidate):
        """[queries, candidates + 1]; the last column is "none"."""
        # Kind 0: a cue looks for its source. Kind 1: a content looks for its cue.
        roles = (0, 1) if kind == 0 else (3, 2)
        scores = links.new_zeros((len(query), 0))
        if len(candidate):
            q = span_means(links, query, roles[0])
            c = span_means(links, candidate, roles[1])
            scores = q @ c.T / LINK_WIDTH**0.5
            scores = scores + self.distance[kind][distance_bucket(query[:, None, 0], candidate[None, :, 0])]
        return torch.cat([scores, self.none[kind].expand(len(query), 1)], dim=1)


def span_means(links, spans, role: int):
    part = links[:, role * LINK_WIDTH : (role + 1) * LINK_WIDTH]
    sums = F.pad(part.cumsum(0), (0, 0, 1, 0))
    return (sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1] - spans[:, 0])[:, None]
