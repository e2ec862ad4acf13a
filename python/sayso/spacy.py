"""A spaCy component that fills `doc.spans` with who said what.

>>> nlp = spacy.blank("en")
>>> nlp.add_pipe("sayso")
>>> doc = nlp('"The bridge is closed," said Mayor Ana Silva.')
>>> doc.spans["sayso"]            # sources, cues and contents; span.id_ is the attribution's id
>>> doc._.sayso                   # the record

Spans are of characters in the record and of tokens in spaCy: one that begins or ends within a token takes all of it. A split
content gives several spans with one id. `nlp.pipe` reads side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from .reader import Reader, default_reader
from .record import Attribution, Record

GROUP = "sayso"


@Language.factory("sayso", default_config={"threads": 0, "outlet": None, "published": None, "spans_key": GROUP})
def make_component(
    nlp: Language, name: str, threads: int, outlet: str | None, published: str | None, spans_key: str
) -> Component:
    """What `nlp.add_pipe("sayso", config={...})` calls."""
    return Component(Reader(threads=threads) if threads else default_reader(), outlet, published, spans_key)


class Component:
    """Reads each document's text; keeps it as it is."""

    def __init__(self, reader: Reader, outlet: str | None, published: str | None, spans_key: str) -> None:
        self._reader, self._key = reader, spans_key
        self._options: dict[str, Any] = {"outlet": outlet, "published": published, "format": "plain_text"}
        if not Doc.has_extension("sayso"):
            Doc.set_extension("sayso", default=None)

    def __call__(self, doc: Doc) -> Doc:
        if doc.text.strip():
            self._fill(doc, self._reader.read(doc.text, **self._options))
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Documents in their order, a few of them read at the same time."""
        docs: list[Doc] = []

        def texts() -> Iterator[str]:
            for doc in stream:
                docs.append(doc)
                # A blank text is an error to the reader; a full stop says as little.
                yield doc.text if doc.text.strip() else "."

        for record in self._reader.read_many(texts(), **self._options):
            doc = docs.pop(0)
            if doc.text.strip():
                self._fill(doc, record)
            yield doc

    def _fill(self, doc: Doc, record: Record) -> None:
        doc._.sayso = record
        spans = [span for attribution in record.attributions for span in _spans(doc, attribution)]
        doc.spans[self._key] = SpanGroup(doc, name=self._key, spans=spans)


def _spans(doc: Doc, attribution: Attribution) -> Iterator[Span]:
    parts = (("SOURCE", attribution.source), ("CUE", attribution.cue), ("CONTENT", attribution.content))
    for label, part in parts:
        for begin, end in part.spans if part else ():
            span = doc.char_span(begin, end, label=label, span_id=attribution.id, alignment_mode="expand")
            if span is not None:
                yield span
