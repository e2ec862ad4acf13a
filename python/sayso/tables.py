"""Records as Arrow tables, Parquet files and data frames. Needs pyarrow, and for frames pandas."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import json
import os
import types
import typing
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ._decode import json_name
from .record import (
    Attribution,
    Document,
    Entity,
    Event,
    Generator,
    Mention,
    Proposition,
    Record,
    Timex,
    Warning,
)

if TYPE_CHECKING:
    import pandas
    import pyarrow

BATCH = 256
"""Records that are held at once."""

_PARTS: dict[str, Any] = {
    "schema": str,
    "offset_unit": str,
    "generator": Generator,
    "warnings": tuple[Warning, ...],
    "document": Document,
    "mentions": tuple[Mention, ...],
    "entities": tuple[Entity, ...],
    "attributions": tuple[Attribution, ...],
    "timexes": tuple[Timex, ...],
    "propositions": tuple[Proposition, ...],
    "events": tuple[Event, ...],
}


@functools.cache
def schema() -> pyarrow.Schema:
    """The declared Arrow schema of records: the record's JSON, field by field; spans are lists of two numbers."""
    import pyarrow

    return pyarrow.schema([(name, arrow_type(kind)) for name, kind in _PARTS.items()])


def arrow_type(kind: Any) -> pyarrow.DataType:
    """Of an annotation of `sayso.record`."""
    import pyarrow

    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return pyarrow.struct([(json_name(name), arrow_type(hint)) for name, hint in hints.items()])
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return arrow_type(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return pyarrow.list_(arrow_type(arguments[0]))
    if origin is typing.Literal:
        return pyarrow.string()
    return {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}[kind]


def batches(records: Iterable[Record]) -> Iterator[pyarrow.RecordBatch]:
    """Records as Arrow batches of `BATCH` rows, a row a record."""
    import pyarrow

    remaining = iter(records)
    while rows := [json.loads(record.json) for record in itertools.islice(remaining, BATCH)]:
        yield pyarrow.RecordBatch.from_pylist(rows, schema=schema())


def to_arrow(records: Iterable[Record]) -> pyarrow.Table:
    """A table with a row for each record and the nested columns of `schema()`."""
    import pyarrow

    return pyarrow.Table.from_batches(list(batches(records)), schema=schema())


def to_parquet(records: Iterable[Record], file: str | os.PathLike[str]) -> int:
    """Writes records as they come, without holding all of them. Gives how many there were."""
    import pyarrow.parquet

    count = 0
    with pyarrow.parquet.ParquetWriter(os.fspath(file), schema(), compression="zstd") as writer:
        for batch in batches(records):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def read_parquet(file: str | os.PathLike[str]) -> Iterator[Record]:
    """The records of a file that `to_parquet` wrote."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(os.fspath(file)) as parquet:
        for batch in parquet.iter_batches(batch_size=BATCH):
            for row in batch.to_pylist():
                yield Record(json.dumps(row, ensure_ascii=False, separators=(",", ":")))


def to_pandas(records: Record | Iterable[Record]) -> pandas.DataFrame:
    """A frame with a row for each attribution: who said what to whom, where it stands, and how sure it is.

    For frames of other lists go by `to_arrow(records).to_pandas()`.
    """
    import pandas

    given = [records] if isinstance(records, Record) else records
    rows = [row for record in given for row in _attribution_rows(record)]
    columns = _COLUMNS if not rows else None
    return pandas.DataFrame(rows, columns=columns)


_COLUMNS = [
    "document", "external_id", "outlet", "published", "title", "attribution", "within", "source", "cue", "content", "quote",
    "origin", "origin_type", "via", "addressee", "place", "time", "speech_act", "commitment", "confidence", "begin", "end",
]  # fmt: skip


def _attribution_rows(record: Record) -> Iterator[dict[str, Any]]:
    document = record.document
    for attribution in record.attributions:
        origin = record.entity(attribution.origin)
        carriers = [link.name for link in attribution.chain[1:-1] if link.name]
        values = (
            document.id, document.external_id, document.outlet, document.published, document.title, attribution.id,
            attribution.within, attribution.source and attribution.source.text, attribution.cue.lemma,
            attribution.content.text, attribution.content.quote, origin and origin.name, origin and origin.type, carriers,
            attribution.addressee and attribution.addressee.text, attribution.place and attribution.place.text,
            attribution.time and attribution.time.value, attribution.speech_act, attribution.commitment,
            attribution.confidence, attribution.content.spans[0][0], attribution.content.spans[-1][1],
        )  # fmt: skip
        yield dict(zip(_COLUMNS, values, strict=True))
