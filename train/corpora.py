"""All corpora as pieces, made once and kept in the work folder."""

import dataclasses
import hashlib
import pathlib
import pickle

import torch

import polnear
import sentence_meaning
import ud

SOURCES = ("corpora", "polnear", "ud", "gum_names", "layers", "windows", "word_pieces", "sentence_meaning")


@dataclasses.dataclass
class Corpora:
    polnear_train: list
    polnear_dev: list
    gum_train: list
    gum_dev: list
    ewt_train: list
    uner: list  # UNER's dev part: train/fit_names.py only
    gum_dev_meaning: list[torch.Tensor]  # what the original encoder says of the sentences, per document
    meaning_projection: torch.Tensor


def load(data: pathlib.Path, work: pathlib.Path) -> Corpora:
    here = pathlib.Path(__file__).parent
    version = hashlib.sha256(b"".join((here / f"{s}.py").read_bytes() for s in SOURCES)).hexdigest()
    kept = work / "corpora.pickle"
    if kept.exists():
        with open(kept, "rb") as file:
            if pickle.load(file) == version:
                return pickle.load(file)
    corpora = make(data)
    work.mkdir(parents=True, exist_ok=True)
    with open(kept.with_suffix(".new"), "wb") as file:
        pickle.dump(version, file)
        pickle.dump(corpora, file)
    kept.with_suffix(".new").replace(kept)
    return corpora


def make(data: pathlib.Path) -> Corpora:
    gum_train, gum_dev = ud.load(data / "gum/train"), ud.load(data / "gum/dev")
    ewt_train = ud.load(data / "ewt/train.conllu")
    vectors = {name: sentence_meaning.embeddings(sentence_meaning.sentences_of(part), exact=name == "dev")
               for name, part in (("dev", gum_dev), ("gum", gum_train), ("ewt", ewt_train))}
    # clone: a view would be written with all it looks at
    dev = [v.clone() for v in vectors["dev"].split([len(d.sentences) for d in gum_dev])]
    return Corpora(polnear.load(data / "polnear/train.jsonl"), polnear.load(data / "polnear/dev.jsonl"),
                   gum_train, gum_dev, ewt_train, ud.load_names(data / "uner/dev.iob2"), dev,
                   sentence_meaning.projection(torch.cat([vectors["gum"], vectors["ewt"]])))
