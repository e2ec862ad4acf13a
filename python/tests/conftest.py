"""What the tests share: one reader, and the examples."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
from typing import Any

import pytest

import sayso

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAYSO") or str(ROOT / "build/sayso")


@pytest.fixture(scope="session")
def reader() -> sayso.Reader:
    return sayso.Reader()


@pytest.fixture(scope="session")
def articles() -> list[dict[str, Any]]:
    """Sayso's JSON Lines of one affair."""
    return [json.loads(line) for line in (ROOT / "examples/gannet-point.jsonl").read_text().splitlines()]


@pytest.fixture(scope="session")
def records(reader: sayso.Reader, articles: list[dict[str, Any]]) -> list[sayso.Record]:
    return list(reader.read_many(articles))


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """An archive of the examples, made by the program."""
    file = tmp_path_factory.mktemp("archive") / "examples.sayso"
    subprocess.run(
        [PROGRAM, "add", "--quiet", str(file), str(ROOT / "examples/gannet-point.jsonl"), *harbour_line()], check=True
    )
    return file


def harbour_line() -> list[str]:
    return sorted(str(path) for path in (ROOT / "examples").glob("harbour-line-*.txt"))
