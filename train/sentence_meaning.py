"""What the original all-MiniLM-L6-v2 says of a sentence read alone: the teacher of the output `meaning`.

The teacher has 384 numbers, the output fewer; `projection` keeps the directions that the training sentences use, so that
cosines stay what they were.
"""

import functools

import numpy as np
import torch
import torch.nn.functional as F

import decode
from encoder import Encoder
from word_pieces import GAP_BLANK, GAP_PARAGRAPH, GAPS
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


@functools.cache
def enders() -> tuple[set[int], set[int]]:
    """Pieces that end a sentence, and quotation marks that may stand behind them."""
    vocabulary = tokenizer().get_vocab()
    return {vocabulary[c] for c in ".!?"}, {vocabulary[c] for c in "\"'”’)"}


def rough_sentences(ids: list[int], surface: list[int]) -> list[tuple[int, int]]:
    """Piece ranges of a window that are about sentences, [CLS] and [SEP] left out; good enough to ask a teacher what
    they mean."""
    ends, closers = enders()
    out, begin, stop = [], 1, len(ids) - 1
    for p in range(1, stop):
        after = surface[p + 1] % GAPS
        over = ids[p] in ends or ids[p] in closers and ids[p - 1] in ends
        if p + 1 == stop or after == GAP_PARAGRAPH or after == GAP_BLANK and over:
            if p + 1 - begin >= 4:
                out.append((begin, p + 1))
            begin = p + 1
    return out


def alone(sentences: list[list[int]]) -> np.ndarray:
    """[sentences, longest]: inputs of the teacher."""
    sentences = [[decode.CLS, *s[:126], decode.SEP] for s in sentences]
    out = np.zeros((len(sentences), -(-max(map(len, sentences), default=1) // 16) * 16), dtype=np.int64)
    for row, s in zip(out, sentences):
        row[: len(s)] = s
    return out


@torch.no_grad()
def taught(teacher: Encoder, pieces: torch.Tensor) -> torch.Tensor:
    """[sentences, 384] of length 1, for alone()."""
    mask = (pieces > 0).float()
    hidden = teacher(pieces, torch.zeros_like(pieces), mask).float()
    return F.normalize((hidden * mask[..., None]).sum(1), dim=1)
