"""What a student learns from a trained teacher: its states and the scores of its heads (Hinton, Vinyals and Dean 2015;
Sanh et al. 2019)."""

import torch
import torch.nn.functional as F
from torch import nn

import losses

STATES = (0.5, 0.5, 2.0)  # weights of the states that joined() puts side by side
WEIGHTS = {"states": 3, "labels": 10, "tags": 1, "segments": 1, "arcs": 1, "relations": 0.5, "mentions": 0.3, "types": 0.5,
           "names": 1}


class Projection(nn.Module):
    """A narrower student's states in the teacher's space; thrown away after training."""

    def __init__(self, width: int, teacher_width: int):
        super().__init__()
        same = width == teacher_width
        self.parts = nn.ModuleList(nn.Identity() if same else nn.Linear(width, teacher_width) for _ in STATES)

    def forward(self, joined):
        return [part(x) for part, x in zip(self.parts, joined.chunk(len(STATES), -1))]


def divergence(student, teacher):
    student, teacher = F.log_softmax(student.float(), -1), F.log_softmax(teacher.float(), -1)
    return F.kl_div(student, teacher, log_target=True, reduction="none").sum(-1).mean()


def soft_losses(projection: Projection, out: dict, teacher, taught: dict, batch: dict) -> dict[str, torch.Tensor]:
    """`out`: the student's outputs after losses.gold_losses(); `taught`: the teacher's outputs. Already weighted."""
    mask = batch["mask"].bool()
    ours, theirs = projection(out["states"][mask].float()), taught["states"][mask].float().chunk(len(STATES), -1)
    found = {"states": sum(w * (1 - F.cosine_similarity(a, b, dim=-1).mean()) for w, a, b in zip(STATES, ours, theirs))}
    if batch["corpus"] == "polnear":
        found["labels"] = divergence(out["labels"][mask], taught["labels"][mask])
    else:
        at = batch["at"]
        found["tags"] = divergence(out["tags"][at], taught["tags"][at])
        found["segments"] = divergence(out["segments"], taught["segments"])
        here = batch["present"]
        found["arcs"] = divergence(out["arc_scores"][here], losses.arc_scores(teacher, taught, batch)[here])
        found["relations"] = divergence(out["relation_scores"], teacher.heads.relation_scores(
            taught["relations"], batch["dependents"], batch["governors"]))
        if "mentions" in batch:
            band = losses.mention_band(batch)
            wanted = torch.sigmoid(teacher.heads.mention_scores(taught["mentions"], batch["words"])[band])
            found["mentions"] = losses.mention_loss(out["mention_scores"], wanted, batch)
            found["types"] = divergence(out["types"][at], taught["types"][at])
            found["names"] = divergence(out["names"][at], taught["names"][at])
    return {f"soft_{name}": WEIGHTS[name] * loss for name, loss in found.items()}
