"""Articles to records."""

from __future__ import annotations

import functools
import json
import os
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from . import _native
from ._errors import Error
from .record import Generator, Record

Article: TypeAlias = str | bytes | Mapping[str, Any]
"""A text or a page, or the facts of sayso's JSON Lines: id, url, outlet, title, authors, published, text or html."""

MAX_BYTES = 20_000_000
"""Longer articles are refused."""


class Reader:
    """The model, loaded once.

    Threads may share a reader; so may `read` and any number of `read_many` at the same time.
    """

    def __init__(
        self, *, model: str | os.PathLike[str] | None = None, threads: int = 0, catalog: str | os.PathLike[str] | None = None
    ) -> None:
        """Loads the model, which takes some tenths of a second.

        Args:
            model: folder of the model's files; else $SAYSO_MODEL, else the one in this package.
            threads: that compute; 0: one for each core.
            catalog: the user's own catalog of known actors, as `sayso catalog import` makes it.
        """
        folder = model or os.environ.get("SAYSO_MODEL") or pathlib.Path(__file__).with_name("models")
        self._engine = _native.Engine(os.fspath(folder), os.fspath(catalog or ""), threads, True)

    @property
    def generator(self) -> Generator:
        """What its records will name as their maker."""
        return Generator(*self._engine.generator)

    def read(
        self,
        article: Article,
        *,
        outlet: str | None = None,
        published: str | None = None,
        name: str = "-",
        format: str | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> Record:
        """The record of one article. Another thread runs meanwhile.

        Args:
            article: a text, a page, or a mapping with id, url, outlet, title, authors, published, text or html.
            outlet, published: where the article itself does not say; ISO 8601.
            name: stands in `record.document.input` and in errors.
            format: "plain_text", "html", ...; else a page is told from a text by its first bytes.

        Raises:
            Error: the article could not be read.
        """
        given = _input(article, name, format, outlet, published, max_bytes)
        return Record(_checked(self._engine.read(given, False))[0])

    def read_many(
        self,
        articles: Iterable[Article],
        *,
        outlet: str | None = None,
        published: str | None = None,
        format: str | None = None,
        max_bytes: int = MAX_BYTES,
        on_error: Callable[[Error], object] | None = None,
    ) -> Iterator[Record]:
        """Records of many articles, in their order, read side by side on all the reader's threads.

        A generator: articles are taken as records are, a few ahead. Arguments as of `read`; the n-th article is called
        "N" from 1 unless it is a mapping with a name of its own ("id").

        Args:
            on_error: called with the error of each article that could not be read, which is then left out. Without it
                the first error is raised.
        """
        for json_line, _ in self.read_items(
            articles, outlet=outlet, published=published, format=format, max_bytes=max_bytes, on_error=on_error, items=False
        ):
            yield Record(json_line)

    def read_items(
        self,
        articles: Iterable[Article],
        *,
        outlet: str | None = None,
        published: str | None = None,
        format: str | None = None,
        max_bytes: int = MAX_BYTES,
        on_error: Callable[[Error], object] | None = None,
        items: bool = True,
    ) -> Iterator[tuple[str, list[_native.ClaimItem]]]:
        """As `read_many`, the records' JSON with the items that claims are made of (docs/SCALE.md)."""
        # Twice the computing threads: while one article is tokenised or decoded, another keeps the core busy.
        workers = 2 * self._engine.threads
        pipeline = _native.Pipeline(self._engine, workers, items)
        waiting = 0
        for number, article in enumerate(articles, 1):
            pipeline.put(_input(article, str(number), format, outlet, published, max_bytes))
            waiting += 1
            if waiting >= 2 * workers:
                waiting -= 1
                yield from _taken(pipeline, on_error)
        for _ in range(waiting):
            yield from _taken(pipeline, on_error)

    def layers(self, article: Article, *, name: str = "-", format: str | None = None) -> str:
        """Sentences, words, trees, mentions and names of an article as CoNLL-U."""
        return self._engine.layers(_input(article, name, format, None, None, MAX_BYTES))


def _input(
    article: Article, name: str, format: str | None, outlet: str | None, published: str | None, max_bytes: int
) -> _native.Input:
    if isinstance(article, Mapping):
        known = {key: value for key, value in article.items() if value is not None or key == "title"}
        data, format = json.dumps(known).encode(), "json_lines"
    elif isinstance(article, str):
        data = article.encode("utf-8", "surrogatepass")
    else:
        data = bytes(article)
    return _native.Input(data, name, format or "", outlet or "", published or "", max_bytes)


def _checked(reading: Any) -> tuple[str, list[_native.ClaimItem]]:
    if isinstance(reading, Error):
        raise reading
    json_line, items = reading
    return json_line, items


def _taken(
    pipeline: _native.Pipeline, on_error: Callable[[Error], object] | None
) -> Iterator[tuple[str, list[_native.ClaimItem]]]:
    reading = pipeline.take()
    if on_error is not None and isinstance(reading, Error):
        on_error(reading)
    else:
        yield _checked(reading)


@functools.cache
def default_reader() -> Reader:
    """The reader behind `sayso.read` and `sayso.read_many`: all cores, the package's model."""
    return Reader()


def read(article: Article, **options: Any) -> Record:
    """The record of one article; options as of `Reader.read`.

    >>> record = sayso.read('"The bridge is closed," said Mayor Ana Silva.')
    >>> record.attributions[0].source.text
    'Mayor Ana Silva'
    """
    return default_reader().read(article, **options)


def read_many(articles: Iterable[Article], **options: Any) -> Iterator[Record]:
    """Records of many articles in their order, read in parallel; options as of `Reader.read_many`."""
    return default_reader().read_many(articles, **options)
