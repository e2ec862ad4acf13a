"""An archive: one file that holds many records and what they say together."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from . import _native
from ._decode import decode
from .claim import Claim, ClaimSummary, Explanation, Hit, Origins, SharedEntity
from .record import Commitment, Record, SpeechAct


class Archive:
    """An archive that `sayso add` made, opened for reading.

    Not for two threads at once: each opens its own, which is cheap. Errors of every call: `sayso.Error`.
    """

    def __init__(self, file: str | os.PathLike[str]) -> None:
        self._archive = _native.Archive(os.fspath(file))

    def search(
        self,
        words: str = "",
        *,
        articles: bool = False,
        source: str | None = None,
        cue: str | None = None,
        cue_class: str | None = None,
        speech_act: SpeechAct | None = None,
        commitment: Commitment | None = None,
        outlet: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        order: Literal["best", "newest"] | None = None,
        limit: int | None = None,
    ) -> Iterator[Hit]:
        """What was said, or with `articles` whole articles.

        Args:
            words: must all occur in any form; "phrases in quotation marks", -words that must not.
            source, cue, cue_class, speech_act, commitment, outlet: only what has them.
            from_, to: ISO 8601 days, months or years.
            order: the best first where there are words, else the newest, unless given.
            limit: how many at most; all, unless given. Pages are fetched as they are needed.
        """
        options = {
            "words": words, "articles": articles, "source": source, "cue": cue, "cue_class": cue_class,
            "speech_act": speech_act, "commitment": commitment, "outlet": outlet, "from": from_, "to": to,
            "order": order,
        }  # fmt: skip
        given: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
        left = limit
        while left is None or left > 0:
            given["limit"] = 100 if left is None else min(left, 100)
            lines, after = self._archive.search(given)
            yield from map(_hit, lines)
            if not after:
                return
            given["after"] = after
            left = None if left is None else left - len(lines)

    def who(self, name: str, *, limit: int = 20) -> list[SharedEntity]:
        """All who bear the name or have the id, most often named first, with the latest `limit` of what each said
        and of what was said of it (0: all). Nobody: an empty list."""
        return [decode(SharedEntity, json.loads(line)) for line in self._archive.who(name, limit)]

    def claims(
        self,
        *,
        contested: bool = False,
        min_origins: int = 0,
        about: Iterable[SharedEntity | str] = (),
        limit: int = 0,
    ) -> list[ClaimSummary]:
        """Claims that several articles make, those of most articles first.

        Args:
            contested: only what one origin affirms and another denies.
            min_origins: only what rests on so many independent origins.
            about: only about, or said by, one of these entities, or of their ids.
            limit: how many at most; 0: all.
        """
        ids = [entity if isinstance(entity, str) else entity.id for entity in about]
        lines = self._archive.claims(contested, min_origins, ids, limit)
        return [decode(ClaimSummary, json.loads(line)) for line in lines]

    def claim(self, id: ClaimSummary | str) -> Claim:
        """The claim with that id, or with an id that begins so."""
        return decode(Claim, json.loads(self._archive.claim(_id(id))))

    def origins(self, id: ClaimSummary | Claim | str, *, near: int = 5) -> Origins:
        """On whom a claim rests, who copies whom, and the reasons; with the `near` statements that came nearest."""
        claim = self.claim(_id(id))
        explanation = decode(Explanation, json.loads(self._archive.explain(claim.id, near)))
        return Origins(claim.text, claim.independent_origins, claim.origins, claim.copies, explanation)

    def documents(self) -> list[str]:
        """Ids of all documents, in the order of their addition."""
        return self._archive.documents()

    def record(self, name: str) -> Record | None:
        """The record of a document: by id, by a beginning of it, or by external id."""
        line = self._archive.record(name)
        return Record(line) if line is not None else None

    def records(self) -> Iterator[Record]:
        """All records, in the order of their addition."""
        for name in self.documents():
            record = self.record(name)
            if record is not None:
                yield record


def _id(claim: ClaimSummary | Claim | str) -> str:
    return claim if isinstance(claim, str) else claim.id


def _hit(line: str) -> Hit:
    return decode(Hit, json.loads(line))
