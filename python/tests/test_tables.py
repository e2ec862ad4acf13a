from __future__ import annotations

import pathlib

import pyarrow.parquet

import sayso
from sayso import tables


def test_arrow_holds_the_whole_record(records: list[sayso.Record]) -> None:
    table = sayso.to_arrow(records)
    assert table.schema == tables.schema()
    assert [sayso.Record.to_dict(record) for record in records] == table.to_pylist()


def test_parquet_there_and_back(records: list[sayso.Record], tmp_path: pathlib.Path) -> None:
    file = tmp_path / "records.parquet"
    assert sayso.to_parquet(iter(records), file) == len(records)
    assert pyarrow.parquet.read_schema(file).equals(tables.schema())
    assert [record.to_dict() for record in sayso.read_parquet(file)] == [record.to_dict() for record in records]


def test_a_frame_has_a_row_for_each_attribution(records: list[sayso.Record]) -> None:
    frame = sayso.to_pandas(records)
    assert len(frame) == sum(len(record.attributions) for record in records)
    text = {record.document.id: record.document.text for record in records}
    row = frame[frame.quote == "direct"].iloc[0]
    assert text[row.document][row.begin : row.end].startswith(row.content.split(" ")[0])
    assert list(sayso.to_pandas([]).columns) == list(frame.columns)
