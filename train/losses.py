"""The loss of each head on a prepared batch (polnear_batches.prepare, ud_batches.prepare), without a loop over pieces or
mentions, for a GPU's sake."""

import torch
import torch.nn.functional as F

from attribution_head import LINK_WIDTH, AttributionHead, distance_bucket
from heads import IMPOSSIBLE
from layers import MENTION_WORDS
from ud import UNKNOWN

# Attribution keeps the weights it had alone. The others are of about one size together, in their middle epochs.
WEIGHTS = {"labels": 10, "links": 1, "segments": 1, "tags": 1, "names": 1, "types": 0.5, "arcs": 1, "relations": 0.5,
           "mentions": 0.3, "coreference": 0.7, "meaning": 2}
NONE_HERE = -1  # the right partner of a span is no span


def gold_losses(model, out: dict, batch: dict, projection: torch.Tensor) -> dict[str, torch.Tensor]:
    """`out`: the outputs of model.read(); adds the scores it makes of them. A head whose layer the corpus does not have
    learns nothing."""
    found = {"meaning": meaning_loss(model.heads.span_meaning(out["meaning"], batch["sentence_spans"]), batch["teacher"],
                                     projection)}
    if batch["corpus"] == "polnear":
        found["labels"] = crf_loss(model.attribution, out["labels"], batch["allowed"], batch["kinds"], batch["mask"])
        found["links"] = link_loss(model.attribution, out["links"], batch)
        return found
    rule = batch["blank"][:, None] * torch.tensor([IMPOSSIBLE, 0, 0], device=batch["blank"].device)
    found["segments"] = F.cross_entropy(out["segments"].float() + rule, batch["segments"], ignore_index=UNKNOWN)
    found["tags"] = F.cross_entropy(out["tags"][batch["at"]].float(), batch["tags"], ignore_index=UNKNOWN)
    out["arc_scores"] = arc_scores(model, out, batch)
    found["arcs"] = F.cross_entropy(out["arc_scores"].flatten(0, 1), batch["heads"].flatten(), ignore_index=UNKNOWN)
    out["relation_scores"] = model.heads.relation_scores(out["relations"], batch["dependents"], batch["governors"])
    found["relations"] = F.cross_entropy(out["relation_scores"], batch["relations"], ignore_index=UNKNOWN)
    if "mentions" in batch:
        found["names"] = F.cross_entropy(out["names"][batch["at"]].float(), batch["names"])
        out["mention_scores"] = model.heads.mention_scores(out["mentions"], batch["words"])[mention_band(batch)]
        found["mentions"] = mention_loss(out["mention_scores"], batch["mentions"][mention_band(batch)].float(), batch)
        found["types"] = F.cross_entropy(out["types"][batch["mention_heads"]].float(), batch["types"])
        found["coreference"] = antecedent_loss(model.heads.coreference, out["coreference"], batch)
    return found


def log_product(a, b):
    """Product of matrices of log values."""
    return torch.logsumexp(a[..., :, :, None] + b[..., None, :, :], dim=-2)


def crf_loss(head: AttributionHead, unary, allowed, kinds, mask):
    """-log p of the labellings in `allowed` [B,T,L] (all of them where a piece is not annotated), per piece.

    The numerator and the denominator run as one batch; both sum over paths, so unannotated pieces cost nothing. A sum over
    paths is a product of matrices, which is taken pairwise: log T steps.
    """
    batch, labels = len(unary), unary.shape[-1]
    emission = torch.cat([torch.where(allowed, unary, IMPOSSIBLE), unary])
    step = head.transition_scores()[torch.cat([kinds, kinds])]  # [2B,T,L,L]
    first = emission[:, 0] + step[:, 0, 0]
    same = torch.full((labels, labels), IMPOSSIBLE, device=unary.device).fill_diagonal_(0)
    alive = torch.cat([mask, mask]).bool()[:, 1:, None, None]
    paths = torch.where(alive, (step + emission[:, :, None, :])[:, 1:], same)
    while paths.shape[1] > 1:
        if paths.shape[1] % 2:
            paths = torch.cat([paths, same.expand(2 * batch, 1, labels, labels)], 1)
        paths = log_product(paths[:, 0::2], paths[:, 1::2])
    total = torch.logsumexp(first[:, :, None] + paths[:, 0], dim=(1, 2))
    return (total[batch:] - total[:batch]).sum() / mask.sum()


def span_means(rows, spans):
    """[spans, width]; double sums, since a batch has thousands of rows."""
    sums = F.pad(rows.double().cumsum(0), (0, 0, 1, 0))
    return ((sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1] - spans[:, 0])[:, None]).float()


def link_loss(head: AttributionHead, links, batch: dict):
    """A cue looks for its source, a content for its cue, among those of its window."""
    total = links.new_zeros(())
    for kind, (query, candidate, answer, roles) in enumerate(
        (("cues", "sources", "source_of_cue", (0, 1)), ("contents", "cues", "cue_of_content", (3, 2)))
    ):
        scores = head.none[kind].expand(len(batch[query]), 1)
        if len(batch[query]) == 0:
            continue
        if len(batch[candidate]):
            q, c = (span_means(links[:, r * LINK_WIDTH : (r + 1) * LINK_WIDTH], batch[spans])
                    for r, spans in zip(roles, (query, candidate)))
            buckets = distance_bucket(batch[query][:, None, 0], batch[candidate][None, :, 0])
            pairs = q @ c.T / LINK_WIDTH**0.5 + head.distance[kind][buckets]
            elsewhere = batch[query + "_window"][:, None] != batch[candidate + "_window"][None]
            scores = torch.cat([pairs.masked_fill(elsewhere, IMPOSSIBLE), scores], 1)
        target = torch.where(batch[answer] == NONE_HERE, scores.shape[1] - 1, batch[answer])
        total = total + F.cross_entropy(scores, target, ignore_index=UNKNOWN, reduction="sum")
    return total / max(1, len(batch["cues"]) + len(batch["contents"]))


def meaning_loss(vectors, teacher, projection):
    """Near the teacher's vector, and each two sentences of the batch as near to each other as they are to the teacher."""
    near = 1 - (vectors * F.normalize(teacher @ projection, dim=1)).sum(1).mean()
    return near + 20 * (vectors @ vectors.T - teacher @ teacher.T).square().mean()


def arc_scores(model, out: dict, batch: dict):
    scores = model.heads.arc_scores(out["arcs"], batch["words"])
    return scores.masked_fill(~F.pad(batch["present"], (0, 1), value=True)[:, None], IMPOSSIBLE)


def mention_band(batch: dict):
    n = batch["present"].shape[1]
    band = torch.ones(n, n, dtype=torch.bool, device=batch["present"].device).triu().tril(MENTION_WORDS - 1)
    return band & batch["present"][:, :, None] & batch["present"][:, None]


def mention_loss(scores, wanted, batch: dict):
    found = F.binary_cross_entropy_with_logits(scores, wanted, reduction="sum")
    return found / batch["mentions"].sum().clamp(min=1)


def antecedent_loss(head, vectors, batch: dict):
    """The mean of -log p(some right antecedent, or none where there is none)."""
    scores, i, right = head.scores(vectors, batch["mention_rows"], batch), batch["later"], batch["right"]
    n = len(batch["mention_rows"])
    everything = log_sums(scores, i, n, none=True)
    wanted = log_sums(scores[right], i[right], n, none=False)
    return (everything - torch.where(wanted > IMPOSSIBLE, wanted, 0)).mean()


def log_sums(values, index, n: int, none: bool):
    """log of the sums of exp(values) with one index, [n]; `none` counts a zero in."""
    top = torch.full((n,), 0.0 if none else IMPOSSIBLE, device=values.device)
    top = top.scatter_reduce(0, index, values.detach(), "amax")
    sums = torch.zeros(n, device=values.device).index_add(0, index, torch.exp(values - top[index]))
    sums = sums + torch.exp(-top) if none else sums
    return torch.where(sums > 0, sums.clamp(min=1e-30).log() + top, IMPOSSIBLE)
