"""What many records say together, "sayso.claim/1" and "sayso.entity/1"; docs/CLAIMS.md has the fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .record import Commitment, EntityType, Span

Polarity: TypeAlias = Literal["affirm", "deny", "uncertain"]
ClaimStatus: TypeAlias = Literal["affirmed", "denied", "contested", "retracted", "uncertain"]


@dataclass(frozen=True, slots=True)
class ClaimStatement:
    """One article's word on a claim."""

    document: str
    attribution: str | None
    """DOCUMENT#a1; None where the article speaks for itself."""
    proposition: str | None
    quote: str
    polarity: Polarity
    origin: str
    origin_entity: str | None
    via: tuple[str, ...]
    """Carriers, nearest to the article first."""
    outlet: str | None
    date: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """Who stands behind a claim."""

    name: str
    entity: str | None
    documents: tuple[str, ...]
    independent: bool
    verifiable: bool
    """False for a source without a name."""
    why: str
    """The reason why it counts, or with whom it counts."""


@dataclass(frozen=True, slots=True)
class Copy:
    """`document` copies `of`."""

    of: str
    document: str
    kind: Literal["reprint", "rewrite", "excerpt"]
    why: str


@dataclass(frozen=True, slots=True)
class Position:
    """Who took which side when."""

    entity: str
    date: str | None
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Claim:
    """What several statements say together."""

    schema: str
    id: str
    text: str
    status: ClaimStatus
    independent_origins: int
    first: str | None
    last: str | None
    entities: tuple[str, ...]
    statements: tuple[ClaimStatement, ...]
    origins: tuple[ClaimOrigin, ...]
    copies: tuple[Copy, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """A claim in a list."""

    id: str
    text: str
    status: ClaimStatus
    articles: int
    outlets: int
    independent_origins: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two statements, and what became of them."""

    a: ClaimStatement
    b: ClaimStatement
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why statements are one claim, and what came near it."""

    joined: tuple[JudgedPair, ...]
    apart: tuple[JudgedPair, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """On whom a claim rests."""

    text: str
    independent: int
    origins: tuple[ClaimOrigin, ...]
    copies: tuple[Copy, ...]
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class Alias:
    """Another word for an entity."""

    text: str
    count: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class DatedRole:
    """An office, and the first and the last article that says so."""

    title: str
    of: str | None
    from_: str | None
    to: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody saying something in one article."""

    document: str
    attribution: str
    date: str | None
    source: str | None
    chain: tuple[str | None, ...]
    words: str
    commitment: Commitment
    claim: str | None


@dataclass(frozen=True, slots=True)
class SharedEntity:
    """Somebody or something across documents, with what it said and what was said of it."""

    schema: str
    id: str
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    roles: tuple[DatedRole, ...]
    members: tuple[str, ...]
    why: tuple[str, ...]
    documents: int
    said_count: int
    said: tuple[Said, ...]
    about_count: int
    about: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found in an archive."""

    schema: str
    document: str
    attribution: str | None
    outlet: str | None
    title: str | None
    published: str | None
    date: str | None
    source: str | None
    cue: str | None
    speech_act: str | None
    commitment: str | None
    snippet: str
    found: tuple[Span, ...]
    """Where in the snippet."""
