"""What the original all-MiniLM-L6-v2 says of a sentence read alone: the teacher of the output `meaning`.

The teacher has 384 numbers, the output fewer; `projection` keeps the directions that the training sentences use, so that
cosines stay what they were.
"""

import torch
import torch.nn.functional as F

from encoder import Encoder
from layers import MEANING
from word_pieces import tokenizer


@torch.no_grad()
def embeddings(sentences: list[str], exact: bool) -> torch.Tensor:
    """[sentences, 384] of length 1: mean over all pieces with [CLS] and [SEP]. Half the time when not exact."""
    teacher = Encoder.pretrained().eval()  # its surface embedding is zero: the original function
    ids = [e.ids[:256] for e in tokenizer().encode_batch(sentences)]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    out = torch.zeros(len(ids), teacher.width)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        length = max(len(ids[i]) for i in part)
        pieces, mask = torch.zeros(len(part), length, dtype=torch.long), torch.zeros(len(part), length)
        for row, i in enumerate(part):
            pieces[row, : len(ids[i])], mask[row, : len(ids[i])] = torch.tensor(ids[i]), 1
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not exact):
            hidden = teacher(pieces, torch.zeros_like(pieces), mask).float()
        out[part] = F.normalize((hidden * mask[..., None]).sum(1), dim=1)
    return out


def projection(vectors: torch.Tensor) -> torch.Tensor:
    """[384, MEANING]"""
    _, directions = torch.linalg.eigh(vectors.T @ vectors)
    return directions[:, -MEANING:].flip(1).contiguous()


def sentences_of(documents) -> list[str]:
    return [d.sentence_text(s) for d in documents for s in range(len(d.sentences))]
