"""Spark on two workers of their own processes gives the records of the reader and the claims of the archive."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import PROGRAM, ROOT
from pyspark.sql import DataFrame, SparkSession

import sayso
import sayso.spark



@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    master = os.environ.get("SAYSO_SPARK_MASTER", "local-cluster[2,1,1024]")
    session = (
        SparkSession.builder.master(master)
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def _articles() -> list[dict[str, Any]]:
    lines = (ROOT / "examples/gannet-point.jsonl").read_text().splitlines()
    return [{**json.loads(line), "authors": None} for line in lines]


@pytest.fixture(scope="module")
def read(spark: SparkSession) -> DataFrame:
    rows = [{key: row.get(key) for key in ("id", "url", "outlet", "title", "published", "text")} for row in _articles()]
    columns = "id string, url string, outlet string, title string, published string, text string"
    frame = spark.createDataFrame([*rows, {**dict.fromkeys(rows[0]), "text": " "}], columns).repartition(2)
    return sayso.spark.read(frame).persist()


def test_records_are_the_readers(read: DataFrame) -> None:
    found = {row.record.document.external_id: row.record.asDict(True) for row in read.where("error is null").collect()}
    for record in sayso.read_many({k: v for k, v in row.items() if k != "authors"} for row in _articles()):
        expected = record.to_dict()
        got = found[expected["document"]["external_id"]]
        assert got["attributions"] == expected["attributions"]
        assert got["document"]["text"] == expected["document"]["text"]
    (error,) = read.where("error is not null").collect()
    assert "no text" in error.error


def test_parquet_is_partitioned_by_date(read: DataFrame, spark: SparkSession, tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "records")
    sayso.spark.write(read, path)
    assert any(folder.name.startswith("date=20") for folder in pathlib.Path(path).iterdir())
    again = spark.read.parquet(path)
    assert again.count() == read.where("error is null").count()
    assert again.schema["record"].dataType == read.schema["record"].dataType


def test_claims_are_the_archives(read: DataFrame, archive_of_gannet: sayso.Archive) -> None:
    expected = {claim.id: archive_of_gannet.claim(claim) for claim in archive_of_gannet.claims()}
    rows = [row.asDict(True) for row in sayso.spark.claims(read, salts=2).collect()]
    assert {row["id"] for row in rows} == set(expected)
    for row in rows:
        claim = expected[row["id"]]
        assert (row["text"], row["status"], row["independent_origins"]) == (claim.text, claim.status, claim.independent_origins)
        assert [s["quote"] for s in row["statements"]] == [s.quote for s in claim.statements]
        assert [s["polarity"] for s in row["statements"]] == [s.polarity for s in claim.statements]
        assert [(c["of"], c["document"], c["kind"]) for c in row["copies"]] == [(c.of, c.document, c.kind) for c in claim.copies]


@pytest.fixture(scope="module")
def archive_of_gannet(tmp_path_factory: pytest.TempPathFactory) -> sayso.Archive:
    file = tmp_path_factory.mktemp("gannet") / "gannet.sayso"
    subprocess.run([PROGRAM, "add", "--quiet", str(file), str(ROOT / "examples/gannet-point.jsonl")], check=True)
    return sayso.Archive(file)
