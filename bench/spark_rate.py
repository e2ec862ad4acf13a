#!/usr/bin/env python3
"""How fast sayso.spark reads and finds claims, and whether the claims are an archive's.

    .venv-python/bin/python bench/spark_rate.py ARTICLES.jsonl --master local-cluster[2,1,2048] [--claims ARCHIVE]

The model is loaded by a first job over a few articles for each worker, which is not measured. With --claims the claims of the
same articles in an archive that `sayso add` made are compared, statement by statement.
"""

import argparse
import json
import os
import pathlib
import sqlite3
import sys
import tempfile
import time

import sayso.spark
from pyspark.sql import Row, SparkSession

COLUMNS = ("id", "url", "outlet", "title", "published", "text")


def compare(found: list[Row], archive: str) -> None:
    database = sqlite3.connect(f"file:{os.path.abspath(archive)}?mode=ro", uri=True)
    expected: dict[str, list[tuple[str, str, str]]] = {id: [] for (id,) in database.execute("SELECT id FROM claims")}
    for claim, document, quote, polarity in database.execute("SELECT claim, document, quote, polarity FROM claim_statements"):
        expected[claim].append((document, quote, polarity))
    got = {row.id: [(s.document, s.quote, s.polarity) for s in row.statements] for row in found}
    same = sum(sorted(got.get(id, [])) == sorted(statements) for id, statements in expected.items())
    print(f"claims: {len(got)} of Spark, {len(expected)} of the archive, {same} the same")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--master", default="local-cluster[2,1,2048]")
    parser.add_argument("--claims", metavar="ARCHIVE")
    options = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(options.master).config("spark.ui.enabled", "false")
    builder = builder.config("spark.executor.memory", "1500m").config("spark.driver.bindAddress", "127.0.0.1")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "4")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    lines = pathlib.Path(options.articles).read_text().splitlines()
    rows = [tuple(json.loads(line).get(name) for name in COLUMNS) for line in lines]
    schema = ", ".join(f"{name} string" for name in COLUMNS)
    workers = int(options.master.split("[")[1].split(",")[0]) if "[" in options.master else 1
    sayso.spark.read(spark.createDataFrame(rows[: 8 * workers], schema).repartition(workers)).count()
    # More partitions than workers, so that one that has finished takes over from one that is slow.
    articles = spark.createDataFrame(rows, schema).repartition(8 * workers).persist()
    articles.count()
    with tempfile.TemporaryDirectory() as folder:
        begin = time.monotonic()
        sayso.spark.read(articles).write.parquet(folder + "/records")
        seconds = time.monotonic() - begin
        size = sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*.parquet"))
        print(f"{options.master}: {len(rows)} articles in {seconds:.1f} s, {len(rows) / seconds:.2f} articles/s; "
              f"Parquet {size / len(rows):.0f} bytes an article", flush=True)
        if options.claims:
            begin = time.monotonic()
            found = sayso.spark.claims(spark.read.parquet(folder + "/records")).collect()
            print(f"claims in {time.monotonic() - begin:.1f} s")
            compare(found, options.claims)
    spark.stop()


if __name__ == "__main__":
    main()
