from __future__ import annotations

import pathlib

import pytest

import sayso


def test_searches_and_pages_on(archive_file: pathlib.Path) -> None:
    archive = sayso.Archive(archive_file)
    hits = list(archive.search("harbour"))
    assert hits and all("harbour" in hit.snippet.lower() for hit in hits)
    begin, end = hits[0].found[0]
    assert hits[0].snippet[begin:end].lower().startswith("harbour")
    assert len(list(archive.search(from_="2000", limit=3))) == 3
    everything = list(archive.search(from_="1900"))
    assert len({(hit.document, hit.attribution) for hit in everything}) == len(everything) > 3
    with pytest.raises(sayso.Error):
        list(archive.search(cue_class="no such class"))


def test_claims_with_their_origins(archive_file: pathlib.Path) -> None:
    archive = sayso.Archive(archive_file)
    claims = archive.claims()
    assert claims and claims[0].articles >= claims[-1].articles
    claim = archive.claim(claims[0])
    assert (claim.text, claim.independent_origins) == (claims[0].text, claims[0].independent_origins)
    origins = archive.origins(claims[0])
    assert origins.independent == sum(origin.independent for origin in origins.origins)
    assert len(origins.explanation.joined) == len(claim.statements) - 1
    with pytest.raises(sayso.Error) as caught:
        archive.claim("ffffffffffffffff")
    assert caught.value.code == "not_found"


def test_who(archive_file: pathlib.Path) -> None:
    archive = sayso.Archive(archive_file)
    name = next(
        entity.name
        for record in archive.records()
        for entity in record.entities
        if entity.type == "person" and not entity.name.startswith("anonymous") and record.attributions
    )
    (entity, *_) = archive.who(name)
    assert name == entity.name or name in [alias.text for alias in entity.aliases]
    assert archive.who("Nobody Atall") == []
    assert archive.claims(about=[entity]) is not None


def test_documents(archive_file: pathlib.Path) -> None:
    archive = sayso.Archive(archive_file)
    ids = archive.documents()
    record = archive.record(ids[0])
    assert record is not None and record.document.id == ids[0]
    assert archive.record("no such id") is None
    assert len(list(archive.records())) == len(ids)
    with pytest.raises(sayso.Error):
        sayso.Archive("no-such.sayso")
