"""Reading and claims on Apache Spark: many machines, the same records and the same claims.

>>> articles = spark.read.json("articles/*.jsonl")      # id, url, outlet, title, authors, published, text or html
>>> records = sayso.spark.read(articles)
>>> sayso.spark.write(records, "records.parquet")       # partitioned by date of publication
>>> found = sayso.spark.claims(records)

The wheel must be installed on each executor. docs/SCALE.md has rates, sizes and what to set.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from . import _native
from .claim import Claim
from .reader import Reader
from .tables import arrow_type, schema

if TYPE_CHECKING:
    from ._errors import Error

BATCH = 64
"""Records that a worker gives on at once."""

FACTS = ("id", "url", "outlet", "title", "authors", "published", "text", "html")
"""Columns of articles that are looked at; the others are left out."""

ITEM = pyarrow.struct(
    [
        ("kind", pyarrow.string()),
        ("number", pyarrow.int64()),
        ("lot", pyarrow.int64()),
        ("keys", pyarrow.list_(pyarrow.int64())),
        ("payload", pyarrow.binary()),
    ]
)
READ_SCHEMA = pyarrow.schema(
    [
        ("document", pyarrow.string()),
        ("date", pyarrow.string()),
        ("record", pyarrow.struct(list(schema()))),
        ("items", pyarrow.list_(ITEM)),
        ("error", pyarrow.string()),
    ]
)
"""Of `read`: the record's id, the day of publication or "unknown", the record, what claims are made of, and, where the
article could not be read, why (then the others are null)."""

CLAIM_SCHEMA: pyarrow.Schema = pyarrow.schema(list(arrow_type(Claim)))
"""Of `claims`: the claim's JSON, field by field."""

_LINK = "a_document string, a_number long, b_document string, b_number long, score double"


@functools.cache
def _reader(model: str | None) -> Reader:
    # One for each Python worker; Spark runs a worker for each core.
    return Reader(model=model, threads=1)


def read(articles: DataFrame, *, model: str | os.PathLike[str] | None = None) -> DataFrame:
    """Records of a frame of articles, with the columns of `READ_SCHEMA`.

    Each Python worker loads the model once and computes on one thread. An article that cannot be read gives a row with
    an error and stops nothing.

    Args:
        articles: has `text` or `html`, and what else is known of FACTS.
        model: folder of the model on the executors; else the one in the package.
    """
    columns = [name for name in FACTS if name in articles.columns]
    folder = os.fspath(model) if model is not None else None

    def work(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        rows: list[dict[str, Any]] = []
        for row in _read_rows(_reader(folder), batches):
            rows.append(row)
            if len(rows) == BATCH:
                yield pyarrow.RecordBatch.from_pylist(rows, schema=READ_SCHEMA)
                rows = []
        if rows:
            yield pyarrow.RecordBatch.from_pylist(rows, schema=READ_SCHEMA)

    return articles.select(columns).mapInArrow(work, from_arrow_schema(READ_SCHEMA))


def _read_rows(reader: Reader, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[dict[str, Any]]:
    failed: list[Error] = []
    articles = (row for batch in batches for row in batch.to_pylist())
    for line, items in reader.read_items(articles, on_error=failed.append):
        while failed:
            yield _failure(failed.pop(0))
        record = json.loads(line)
        document = record["document"]
        yield {
            "document": document["id"],
            "date": (document["published"] or "unknown")[:10],
            "record": record,
            "items": [
                {"kind": item.kind, "number": item.number, "lot": item.lot, "keys": item.keys, "payload": item.payload}
                for item in items
            ],
            "error": None,
        }
    for error in failed:
        yield _failure(error)


def _failure(error: Error) -> dict[str, Any]:
    return {"document": None, "date": "unknown", "record": None, "items": None, "error": str(error)}


def write(records: DataFrame, path: str) -> None:
    """Records that could be read, as Parquet with a folder for each date of publication. Adds to what is there."""
    records.where("error is null").drop("error").write.partitionBy("date").mode("append").parquet(path)


def claims(records: DataFrame, *, salts: int = 16) -> DataFrame:
    """Claims of two statements and more, with the columns of `CLAIM_SCHEMA`; the same as an archive's.

    Statements that share a key are judged by the archive's own function; joins are by its own keys. A key that very many
    statements have (a name in every article) is spread over `salts` tasks, and of those that have it only some are
    compared with all (docs/CLAIMS.md), so that it costs no more than its statements are.

    Args:
        records: what `read` gave, or `write` wrote.
        salts: into how many tasks a frequent key is split.
    """
    documents = records.where("document is not null").dropDuplicates(["document"])
    items = documents.select("document", F.explode("items").alias("item")).select("document", "item.*").persist()
    statements, texts = items.where("kind = 'statement'"), items.where("kind = 'text'")
    links = _judged(_statement_pairs(statements, salts), statements, "statement").localCheckpoint()
    copies = _judged(_text_pairs(texts), texts, "text").localCheckpoint()
    roots, families = _roots(links), _families(copies)
    return _built(statements, texts, copies, roots, families)


# --- pairs ---


def _keyed(items: DataFrame) -> DataFrame:
    return items.select("document", "number", "lot", F.explode("keys").alias("key"))


def _ends(a: str, b: str) -> list[Column]:
    """The pair of the rows called `a` and `b`, the smaller id first."""
    first = F.struct(F.col(f"{a}.document").alias("document"), F.col(f"{a}.number").alias("number"))
    second = F.struct(F.col(f"{b}.document").alias("document"), F.col(f"{b}.number").alias("number"))
    low, high = F.least(first, second), F.greatest(first, second)
    return [
        low["document"].alias("a_document"),
        low["number"].alias("a_number"),
        high["document"].alias("b_document"),
        high["number"].alias("b_number"),
    ]


_DIFFER = "a.document != b.document or a.number != b.number"


def _statement_pairs(statements: DataFrame, salts: int) -> DataFrame:
    keyed = _keyed(statements)
    # Spark takes the first rows of each key before it shuffles, so that a frequent key moves few.
    order = Window.partitionBy("key").orderBy("lot", "document", "number")
    leading = keyed.withColumn("rank", F.row_number().over(order)).where(F.col("rank") <= _native.representatives)
    leading = leading.drop("rank").localCheckpoint()
    full = leading.groupBy("key").count().where(F.col("count") == _native.representatives).select("key")
    rare = leading.join(full, "key", "left_anti")
    of_rare = rare.alias("a").join(rare.alias("b"), "key").where(_DIFFER).select(_ends("a", "b"))
    # A frequent key's holders lie in as many tasks as there are salts; those that represent it, in each of them.
    salt = F.pmod(F.xxhash64("document", "number"), F.lit(salts))
    holders = keyed.join(F.broadcast(full), "key").withColumn("salt", salt)
    spread = leading.join(F.broadcast(full), "key").withColumn("salt", F.explode(F.sequence(F.lit(0), F.lit(salts - 1))))
    spread = spread.withColumn("salt", F.col("salt").cast("long"))
    of_full = spread.alias("a").join(holders.alias("b"), ["key", "salt"]).where(_DIFFER).select(_ends("a", "b"))
    return of_rare.union(of_full).distinct()


def _text_pairs(texts: DataFrame) -> DataFrame:
    keyed = _keyed(texts)
    return keyed.alias("a").join(keyed.alias("b"), "key").where(_DIFFER).select(_ends("a", "b")).distinct()


def _judged(pairs: DataFrame, items: DataFrame, kind: str) -> DataFrame:
    """Pairs that are linked, with their scores."""

    def end(name: str) -> DataFrame:
        return items.select(
            F.col("document").alias(f"{name}_document"), F.col("number").alias(f"{name}_number"), F.col("payload").alias(name)
        )

    both = pairs.join(end("a"), ["a_document", "a_number"]).join(end("b"), ["b_document", "b_number"])

    def work(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            rows = [row for row in map(_judge, batch.to_pylist()) if row is not None]
            yield pyarrow.RecordBatch.from_pylist(rows, schema=_LINK_SCHEMA)

    def _judge(row: dict[str, Any]) -> dict[str, Any] | None:
        a = _native.ClaimItem(kind, row["a_document"], row["a_number"], row.pop("a"))
        b = _native.ClaimItem(kind, row["b_document"], row["b_number"], row.pop("b"))
        score = _native.judge_pair(a, b)
        return None if score is None else {**row, "score": score}

    return both.mapInArrow(work, _LINK)


_LINK_SCHEMA = pyarrow.schema(
    [
        ("a_document", pyarrow.string()),
        ("a_number", pyarrow.int64()),
        ("b_document", pyarrow.string()),
        ("b_number", pyarrow.int64()),
        ("score", pyarrow.float64()),
    ]
)


def _id(prefix: str) -> Column:
    return F.struct(F.col(f"{prefix}_document").alias("document"), F.col(f"{prefix}_number").alias("number"))


def _both_ways(links: DataFrame) -> DataFrame:
    """(id, other, score) for both ends of each link; ids order as the archive's do."""
    there = links.select(_id("a").alias("id"), _id("b").alias("other"), "score")
    return there.union(links.select(_id("b").alias("id"), _id("a").alias("other"), "score"))


# --- groups ---


def _roots(links: DataFrame) -> DataFrame:
    """(id, root) of each statement that has links, as sayso/claim_items.h defines it.

    Roots are handed down from the densest: a round settles whoever only looks at those that are settled, so there are as
    many rounds as the longest way uphill has steps.
    """
    ways = _both_ways(links)
    # Added in the order of ids, so that the last bit of the sum is the archive's.
    squares = F.sort_array(F.collect_list(F.struct("other", "score")))
    density = F.aggregate(squares, F.lit(0.0), lambda sum_, link: sum_ + link["score"] * link["score"])
    dense = ways.groupBy("id").agg(density.alias("density")).localCheckpoint()
    there = dense.select(F.col("id").alias("other"), F.col("density").alias("other_density"))
    ways = ways.join(dense, "id").join(there, "other").localCheckpoint()
    is_uphill = (F.col("other_density") > F.col("density")) | (
        (F.col("other_density") == F.col("density")) & (F.col("other") < F.col("id"))
    )
    uphill = ways.where(is_uphill).select("id", "other", "score").localCheckpoint()
    leaders = ways.where(F.col("other_density") >= _native.least_density).select("id", F.col("other").alias("root"))
    roots = dense.select("id", F.col("id").alias("root")).localCheckpoint()
    while True:
        offers = uphill.join(roots.select(F.col("id").alias("other"), "root"), "other").join(leaders, ["id", "root"])
        best = offers.groupBy("id").agg(F.min_by("root", F.struct(-F.col("score"), "other")).alias("new"))
        settled = roots.join(best, "id", "left").select("id", "root", F.coalesce("new", "id").alias("new"))
        settled = settled.localCheckpoint()
        moved = not settled.where(F.col("root") != F.col("new")).isEmpty()
        roots = settled.select("id", F.col("new").alias("root"))
        if not moved:
            return roots


def _families(copies: DataFrame) -> DataFrame:
    """(document, family) of each text that has links: components, by the smallest id that reaches each."""
    ways = copies.select(F.col("a_document").alias("id"), F.col("b_document").alias("other"))
    ways = ways.union(ways.select(F.col("other"), F.col("id"))).localCheckpoint()
    labels = ways.select("id", F.col("id").alias("label")).distinct().localCheckpoint()
    while True:
        near = ways.join(labels.select(F.col("id").alias("other"), F.col("label").alias("near")), "other")
        lowest = labels.join(near.groupBy("id").agg(F.min("near").alias("near")), "id")
        lowest = lowest.select("id", "label", F.least("label", "near").alias("low"))
        # Whatever the lowest has found meanwhile is taken over too: ways become half as long with each round.
        found = labels.select(F.col("id").alias("low"), F.col("label").alias("lower"))
        lowest = lowest.join(found, "low").select("id", "label", F.least("low", "lower").alias("new")).localCheckpoint()
        moved = not lowest.where(F.col("label") != F.col("new")).isEmpty()
        labels = lowest.select("id", F.col("new").alias("label"))
        if not moved:
            return labels.select(F.col("id").alias("document"), F.col("label").alias("family"))


# --- claims ---

def _built(statements: DataFrame, texts: DataFrame, copies: DataFrame, roots: DataFrame, families: DataFrame) -> DataFrame:
    name = F.concat_ws("#", F.col("root.document"), F.col("root.number"))
    grouped = roots.select(F.col("id.document").alias("document"), F.col("id.number").alias("number"), name.alias("claim"))
    several = grouped.groupBy("claim").count().where("count > 1").select("claim")
    grouped = grouped.join(several, "claim").localCheckpoint()
    none = F.lit(None).cast("string")
    no_score = F.lit(None).cast("double")
    rows = grouped.join(statements, ["document", "number"]).select(
        "claim", F.lit("statement").alias("kind"), "document", "number", "payload", none.alias("other"),
        none.alias("family"), no_score.alias("score"),
    )  # fmt: skip
    # Whole families of copies, also those of them that have no part in the claim: who copied whom goes through them.
    touched = grouped.select("claim", "document").distinct().join(families, "document").select("claim", "family").distinct()
    members = touched.join(families, "family").join(texts, "document").select(
        "claim", F.lit("text").alias("kind"), "document", "number", "payload", none.alias("other"), "family",
        no_score.alias("score"),
    )  # fmt: skip
    inside = copies.join(families.withColumnRenamed("document", "a_document"), "a_document")
    pairs = touched.join(inside, "family").select(
        "claim", F.lit("link").alias("kind"), F.col("a_document").alias("document"), F.col("a_number").alias("number"),
        F.lit(None).cast("binary").alias("payload"), F.col("b_document").alias("other"), "family", "score",
    )  # fmt: skip
    every = rows.unionByName(members).unionByName(pairs)
    return every.groupBy("claim").applyInArrow(_build_table, from_arrow_schema(CLAIM_SCHEMA))


def _build_table(table: pyarrow.Table) -> pyarrow.Table:
    rows = table.to_pylist()
    items = [row for row in rows if row["kind"] != "link"]
    native = [_native.ClaimItem(row["kind"], row["document"], row["number"], row["payload"]) for row in items]
    groups = [row["claim"] if row["kind"] == "statement" else row["family"] for row in items]
    places = {row["document"]: place for place, row in enumerate(items) if row["kind"] == "text"}
    links = [(places[row["document"]], places[row["other"]], row["score"]) for row in rows if row["kind"] == "link"]
    lines = _native.build_claims(native, groups, links)
    return pyarrow.Table.from_pylist([json.loads(line) for line in lines], schema=CLAIM_SCHEMA)
