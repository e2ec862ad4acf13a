"""The heads that read the encoder's last layer, one for each output; decode_layers.py and C++ turn scores into layers.

Every pair score is a dot product of two vectors of the network's output, so that C++ needs no network of its own: the
bilinear weights are inside, as the last matrix of the dependent, start or anaphor side.
"""

import torch
import torch.nn.functional as F
from torch import nn

from coreference import MENTION_DISTANCES, SENTENCE_DISTANCES
from layers import ARC, COREFERENCE, MEANING, MENTION, NAMES, RELATION, RELATIONS, TAGS, TYPES

OUTPUTS = ("segments", "tags", "names", "types", "arcs", "relations", "mentions", "coreference", "meaning")
SEVERAL = ("coreference", "meaning")  # read three states, the others the last one
LENGTH_BUCKETS = 6
IMPOSSIBLE = -1e4


def joined(states: list[torch.Tensor]) -> torch.Tensor:
    """The states after a third, two thirds and all of the layers, side by side."""
    n = len(states)
    return torch.cat([states[n // 3 - 1], states[2 * n // 3 - 1], states[-1]], dim=-1)


def two_layers(width: int, inner: int, out: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(0.1), nn.Linear(inner, out))


class NamesHead(nn.Module):
    """In joint training for the encoder's sake; the shipped one is fitted afterwards (fit_names.py)."""

    def __init__(self, width: int):
        super().__init__()
        self.scores = two_layers(width, 128, len(NAMES))
        self.transitions = nn.Parameter(torch.zeros(len(NAMES), len(NAMES)))
        self.register_buffer("legal", legal_names(), persistent=False)

    def forward(self, hidden):
        return self.scores(hidden)

    def transition_scores(self):
        return torch.where(self.legal, self.transitions, IMPOSSIBLE)


def legal_names() -> torch.Tensor:
    """[before, after]: I-X only after B-X and I-X."""
    return torch.tensor([[a[0] != "I" or b[1:] == a[1:] for a in NAMES] for b in NAMES])


class CoreferenceHead(nn.Module):
    """forward(hidden) -> vectors of words; scores() compares mentions."""

    def __init__(self, width: int):
        super().__init__()
        self.vectors = two_layers(width, 192, 2 * COREFERENCE + 1)
        self.mention_distance = nn.Parameter(torch.zeros(MENTION_DISTANCES))
        self.sentence_distance = nn.Parameter(torch.zeros(SENTENCE_DISTANCES))
        self.forms = nn.Parameter(torch.zeros(3, 3))
        self.match = nn.Parameter(torch.zeros(3, 5))
        self.same_type = nn.Parameter(torch.zeros(2))
        self.nested = nn.Parameter(torch.zeros(2))

    def forward(self, hidden):
        return self.vectors(hidden)

    def scores(self, vectors, rows, pairs):
        """[pairs] for rows of `vectors` of first word, last word and head of each mention [mentions, 3]; `pairs`: see
        coreference.candidate_pairs()."""
        vectors = vectors[rows].float().mean(1)
        anaphor, antecedent, anaphoric = vectors.split((COREFERENCE, COREFERENCE, 1), dim=-1)
        # One table for all kinds of pair, [form, earlier form, match, same type, nested]: one look-up a pair.
        table = (self.forms[:, :, None, None, None] + self.match[:, None, :, None, None]
                 + self.same_type[:, None] + self.nested)
        distance = self.mention_distance[:, None] + self.sentence_distance
        i, j = pairs["later"], pairs["earlier"]
        dots = (anaphor[i] * antecedent[j]).sum(1) / COREFERENCE**0.5 + anaphoric[i, 0]
        return dots + table.flatten()[pairs["kind"]] + distance.flatten()[pairs["distance"]]


class Heads(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.dropout = nn.Dropout(0.1)
        self.segments = nn.Linear(width, 3)
        self.tags = nn.Linear(width, len(TAGS))
        self.names = NamesHead(width)
        self.types = nn.Linear(width, len(TYPES))
        self.arcs = two_layers(width, 256, 2 * ARC + 2)
        self.relations = two_layers(width, 128, 2 * RELATION + 2 * len(RELATIONS))
        self.mentions = two_layers(width, 128, 2 * MENTION)
        self.coreference = CoreferenceHead(3 * width)
        self.meaning = two_layers(3 * width, 384, MEANING)
        self.relation_weights = nn.Parameter(torch.randn(len(RELATIONS), RELATION) * 0.1)
        # Spans are rare among all spans; starting near their share spares the first steps.
        self.length = nn.Parameter(torch.full((LENGTH_BUCKETS,), -3.0))

    def forward(self, last, several, names=OUTPUTS) -> dict[str, torch.Tensor]:
        """`last`: the encoder's last state; `several`: joined(states)."""
        last, several = self.dropout(last), self.dropout(several)
        return {name: getattr(self, name)(several if name in SEVERAL else last) for name in names}

    def arc_scores(self, arcs, words):
        """[sentences, words, words + 1]; the last column is ROOT. `words` [sentences, words] are rows of `arcs`."""
        rows = arcs[words].float()
        dependent, head, prior, root = rows.split((ARC, ARC, 1, 1), dim=-1)
        scores = dependent @ head.transpose(1, 2) / ARC**0.5 + prior.transpose(1, 2)
        itself = torch.eye(scores.shape[1], dtype=torch.bool, device=scores.device)
        return torch.cat([scores.masked_fill(itself, IMPOSSIBLE), root], dim=2)

    def relation_scores(self, relations, dependents, heads):
        """[pairs, relations] for rows of `relations`."""
        n = len(RELATIONS)
        widths = (RELATION, RELATION, n, n)
        as_dependent, _, of_dependent, _ = relations[dependents].float().split(widths, dim=-1)
        _, as_head, _, of_head = relations[heads].float().split(widths, dim=-1)
        return (as_dependent * as_head) @ self.relation_weights.T + of_dependent + of_head

    def mention_scores(self, mentions, words):
        """[sentences, first word, last word]."""
        start, end = mentions[words].float().split(MENTION, dim=-1)
        n = words.shape[1]
        long = (torch.arange(n, device=mentions.device)[None] - torch.arange(n, device=mentions.device)[:, None] + 1).clamp(min=1)
        bucket = torch.log2(long.float()).floor().long().clamp(max=LENGTH_BUCKETS - 1)
        return start @ end.transpose(1, 2) / MENTION**0.5 + self.length[bucket]

    def span_meaning(self, meaning, spans):
        """[spans, MEANING], of length 1, for piece ranges [spans, 2]."""
        sums = F.pad(meaning.float().cumsum(0), (0, 0, 1, 0))
        means = (sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1] - spans[:, 0])[:, None]
        return F.normalize(means, dim=1)
