"""The record of one article, "sayso.record/1": who said what, and what else the article says.

Offsets count code points of `record.document.text`, `[begin, end)`: `text[begin:end]`. What is unknown is None. docs/RECORD.md
tells how each field is found. All objects are immutable; a record's lists are made from its JSON when they are first
asked for, so that records which are only passed on cost little.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from ._decode import decode

Span: TypeAlias = tuple[int, int]
"""Begin and end in code points of the document's text."""

BlockKind: TypeAlias = Literal[
    "title", "dek", "heading", "byline", "dateline", "caption", "credit", "paragraph", "quote", "list", "table", "furniture"
]
EntityType: TypeAlias = Literal["person", "organization", "place", "group", "document", "event", "other"]
SpeechAct: TypeAlias = Literal["assertive", "directive", "commissive", "expressive", "question"]
Commitment: TypeAlias = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"]
"""FactBank's values: certain, probable, possible; that it is so (+) or not (-); U: uncommitted."""


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the record."""

    version: str
    """Of sayso."""
    model: str
    """Hash of the model's files."""
    catalog: str
    """SHA-256 of the catalogs of known actors."""


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that was lost, repaired or limited on the way."""

    code: str
    place: str
    count: int


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date of publication that was found, and the rule that found it."""

    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text: title, paragraph, caption, furniture of the page, ..."""

    kind: BlockKind
    begin: int
    end: int
    truncated: bool
    """Cut off in the source."""


@dataclass(frozen=True, slots=True)
class Document:
    """The article."""

    id: str
    """SHA-256 of the canonical URL; without one, of outlet, title and text."""
    text_hash: str
    external_id: str | None
    """The caller's own id."""
    input: str
    url: str | None
    canonical_url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    credit: str | None
    agency: str | None
    syndicated_from: str | None
    published: str | None
    """ISO 8601, as given."""
    modified: str | None
    published_candidates: tuple[DateCandidate, ...]
    language: str | None
    """BCP 47. Other languages than English are kept, but not read."""
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the article speaks of somebody or something."""

    id: str
    entity: str
    begin: int
    end: int
    text: str
    form: Literal["name", "nominal", "pronoun"]
    metonym: bool
    """A capital or a palace that stands for a government."""


@dataclass(frozen=True, slots=True)
class Role:
    """What an entity is called by office or task."""

    title: str
    of: str | None
    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where on earth; degrees, WGS 84."""

    latitude: float
    longitude: float
    country: str | None
    """ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Whoever or whatever mentions stand for."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    catalog: str | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it, as it stands in the text."""

    text: str
    spans: tuple[Span, ...]
    mention: str | None
    entity: str | None
    named: bool
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """The reporting words."""

    text: str
    spans: tuple[Span, ...]
    lemma: str


@dataclass(frozen=True, slots=True)
class Content:
    """What was said, with its quotation marks."""

    text: str
    spans: tuple[Span, ...]
    quote: Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Link:
    """One of those through whom the words came: first the outlet, last the origin."""

    name: str | None
    entity: str | None
    cue: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken what is said."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Circumstance:
    """To whom or where it was said."""

    text: str
    spans: tuple[Span, ...]
    entity: str | None


@dataclass(frozen=True, slots=True)
class SayingTime:
    """When it was said."""

    timex: str
    text: str
    begin: int
    end: int
    value: str
    grain: Literal["day", "month", "season", "year", "other"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying: somebody (source) by some words (cue) says something (content)."""

    id: str
    source: Source | None
    cue: Cue
    content: Content
    within: str | None
    """The attribution in whose content it stands."""
    chain: tuple[Link, ...]
    origin: str | None
    """The entity whose words they are; None where the article itself speaks."""
    speech_act: SpeechAct
    commitment: Commitment
    """Of the origin to the content."""
    hedges: tuple[Hedge, ...]
    addressee: Circumstance | None
    place: Circumstance | None
    time: SayingTime | None
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, as TIMEX3 has it."""

    id: str
    begin: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None
    begin_point: str | None
    end_point: str | None


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb of a clause, or what stands for one."""

    lemma: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part; roles are those of Universal Dependencies with voice undone."""

    role: str
    mention: str | None
    entity: str | None
    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, how much."""

    value: float
    unit: str | None
    bound: Literal["exact", "at_least", "at_most", "about"]
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a clause says to be the case."""

    id: str
    begin: int
    end: int
    predicate: Predicate
    arguments: tuple[Argument, ...]
    negated: bool
    modality: str | None
    tense: Literal["past", "present", "future"] | None
    quantities: tuple[Quantity, ...]
    time: str | None
    place: str | None
    attribution: str | None
    """In whose content it stands; None where the article itself asserts it."""
    factuality: Commitment


@dataclass(frozen=True, slots=True)
class EventActor:
    """A side of an event."""

    text: str
    code: str | None
    sector: str | None
    entity: str | None
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER's terms and with CAMEO's code."""

    id: str
    date: str | None
    actor: tuple[EventActor, ...]
    recipient: tuple[EventActor, ...]
    event: tuple[str, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    event_loc: str | None
    event_text: str
    begin: int
    end: int
    quad_code: int
    cameo: str
    proposition: str | None
    attribution: str | None
    factuality: Commitment


class Record:
    """What sayso found in one article.

    Equal records have the same JSON. Pickles, copies and sorts in sets as its JSON does.
    """

    __slots__ = ("__dict__", "_json")

    def __init__(self, json: str) -> None:
        """Of one line of sayso's JSON Lines."""
        self._json = json

    @property
    def json(self) -> str:
        """One line of JSON, schema "sayso.record/1", as `sayso read --json` prints it."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The record as dicts and lists, to be changed freely."""
        value: dict[str, Any] = json.loads(self._json)
        return value

    @functools.cached_property
    def _object(self) -> dict[str, Any]:
        return self.to_dict()

    @functools.cached_property
    def generator(self) -> Generator:
        """What made it."""
        return decode(Generator, self._object["generator"])

    @functools.cached_property
    def warnings(self) -> tuple[Warning, ...]:
        """What was lost, repaired or limited."""
        return decode(tuple[Warning, ...], self._object["warnings"])

    @functools.cached_property
    def document(self) -> Document:
        """The article."""
        return decode(Document, self._object["document"])

    @functools.cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Where the article speaks of whom, in the order of the text."""
        return decode(tuple[Mention, ...], self._object["mentions"])

    @functools.cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Who and what the article speaks of."""
        return decode(tuple[Entity, ...], self._object["entities"])

    @functools.cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who said what, in the order of the text."""
        return decode(tuple[Attribution, ...], self._object["attributions"])

    @functools.cached_property
    def timexes(self) -> tuple[Timex, ...]:
        """Time expressions."""
        return decode(tuple[Timex, ...], self._object["timexes"])

    @functools.cached_property
    def propositions(self) -> tuple[Proposition, ...]:
        """What is said to be the case, by whom."""
        return decode(tuple[Proposition, ...], self._object["propositions"])

    @functools.cached_property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom."""
        return decode(tuple[Event, ...], self._object["events"])

    def entity(self, id: str | None) -> Entity | None:
        """The entity with that id."""
        return self._entities.get(id) if id is not None else None

    @functools.cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    def origin_name(self, attribution: Attribution) -> str | None:
        """Whose words they are; None where the article itself speaks."""
        entity = self.entity(attribution.origin)
        return entity.name if entity else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and other._json == self._json

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self) -> tuple[type[Record], tuple[str]]:
        return Record, (self._json,)

    def __repr__(self) -> str:
        name = self.document.title or self.document.input
        return f"<sayso.Record {name!r}: {len(self.attributions)} attributions>"

    def _repr_html_(self) -> str:
        from ._html import record_html

        return record_html(self)
