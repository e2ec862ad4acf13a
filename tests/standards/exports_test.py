"""What the program exports, by the standards' own tools: rdflib and pyshacl, FollowTheMoney's model, networkx, brat's rules
of the standoff format, JSON Schema. scripts/test_python.sh exports brings the tools."""

from __future__ import annotations

import csv
import io
import json
import os
import pathlib
import re
import subprocess
from typing import Any

import jsonschema
import networkx
import pyshacl
import pytest
import rdflib
import rdflib.compare
from followthemoney import model

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("SAYSO") or str(ROOT / "build/sayso")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    file = tmp_path_factory.mktemp("standards") / "examples.sayso"
    inputs = [ROOT / "examples/gannet-point.jsonl", *sorted((ROOT / "examples").glob("*.txt"))]
    subprocess.run([PROGRAM, "add", "--quiet", file, *inputs], check=True)
    return file


def export(archive: pathlib.Path, *options: str | pathlib.Path) -> str:
    done = subprocess.run([PROGRAM, "export", archive, "--format", *options], check=True, capture_output=True)
    return done.stdout.decode()


def lines(archive: pathlib.Path, *options: str | pathlib.Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(archive, *options).splitlines()]


def conforms(graph: rdflib.Graph, shapes: str) -> None:
    wanted = rdflib.Graph().parse(HERE / shapes, format="turtle")
    is_so, _, report = pyshacl.validate(graph, shacl_graph=wanted, ont_graph=wanted)  # subclasses are in there, too
    assert is_so, report


def test_prov_in_both_forms_is_one_graph_that_conforms(archive: pathlib.Path) -> None:
    turtle = rdflib.Graph().parse(data=export(archive, "turtle"), format="turtle")
    json_ld = rdflib.Graph().parse(data=export(archive, "prov"), format="json-ld")
    assert len(turtle) == len(json_ld) > 500
    assert rdflib.compare.isomorphic(turtle, json_ld)
    conforms(turtle, "prov.shapes.ttl")


def test_the_shapes_find_what_is_wrong() -> None:
    wrong = rdflib.Graph().parse(format="turtle", data="""
        @prefix prov: <http://www.w3.org/ns/prov#> .
        <urn:a> a prov:Entity ; prov:wasAttributedTo <urn:b> .
        <urn:b> a prov:Activity .""")
    with pytest.raises(AssertionError):
        conforms(wrong, "prov.shapes.ttl")


# What Web Annotation's own context makes of the names that are used here.
ANNOTATION_CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dc": "http://purl.org/dc/elements/1.1/", "sayso": "urn:sayso:ns:",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    **{name: f"oa:{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix")},
    "AnnotationPage": "as:OrderedCollectionPage", "describing": "oa:describing",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "state": {"@type": "@id", "@id": "oa:hasState"}, "format": "dc:format", "value": "rdf:value",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"}, "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
}  # fmt: skip


def test_web_annotations(archive: pathlib.Path) -> None:
    page = json.loads(export(archive, "annotations"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    records = {record["document"]["text_hash"]: record for record in lines(archive, "jsonl")}
    targets = [item["target"] for item in page["items"]]
    for target in (one for some in targets for one in (some if isinstance(some, list) else [some])):
        text = records[target["state"]["sayso:sha256"]]["document"]["text"]
        selectors = {selector["type"]: selector for selector in target["selector"]}
        quote, place = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"]) and text[place["end"] :].startswith(quote["suffix"])
    graph = rdflib.Graph().parse(data=json.dumps({**page, "@context": ANNOTATION_CONTEXT}), format="json-ld")
    conforms(graph, "annotation.shapes.ttl")


def test_followthemoney_takes_each_entity(archive: pathlib.Path) -> None:
    ids = set()
    entities = lines(archive, "followthemoney")
    for line in entities:
        entity = model.get_proxy(line, cleaned=False)
        entity.schema.validate(line)
        kept = {name: set(entity.get(name)) for name in line["properties"]}
        # It trims what it takes.
        given = {name: {value.strip() for value in values} for name, values in line["properties"].items()}
        assert {name: {value.strip() for value in values} for name, values in kept.items()} == given, line["id"]
        for name, values in line["properties"].items():
            kind = entity.schema.get(name).type
            assert all(kind.clean(value, proxy=entity) is not None for value in values), (name, values)
        assert entity.id not in ids
        ids.add(entity.id)
    for line in entities:
        entity = model.get_proxy(line)
        for prop, value in entity.itervalues():
            assert prop.type.name != "entity" or value in ids


@pytest.mark.parametrize("graph", ["citations", "acts"])
def test_networkx_reads_graphml(archive: pathlib.Path, graph: str) -> None:
    options = ["--graph", "acts"] if graph == "acts" else []
    read = networkx.parse_graphml(export(archive, "graphml", *options))
    assert read.is_directed() and read.number_of_nodes() > 3 and read.number_of_edges() > 3
    assert all(node.get("name") or node.get("label") for _, node in read.nodes(data=True))


def test_brat(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    export(archive, "brat", "--output", tmp_path)
    sections: dict[str, list[str]] = {}
    for line in (tmp_path / "annotation.conf").read_text().splitlines():
        if line.startswith("["):
            rows = sections.setdefault(line.strip("[]"), [])
        elif line.strip() and not line.startswith("#"):
            rows.append(line)
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    entities, events = set(sections["entities"]), {row.split("\t")[0] for row in sections["events"]}
    relations = {row.split("\t")[0].split()[0]: row for row in sections["relations"]}
    attributes = {row.split("\t")[0].split()[0] for row in sections["attributes"]}
    for file in tmp_path.glob("*.ann"):
        text, seen, kinds = file.with_suffix(".txt").read_bytes().decode(), set(), {}
        rows = [row.split("\t") for row in file.read_bytes().decode().split("\n") if row]
        for row in rows:
            assert re.fullmatch(r"[TREAM#]\d+", row[0]) and row[0] not in seen, row
            seen.add(row[0])
            if row[0][0] == "T":
                kind, _, place = row[1].partition(" ")
                kinds[row[0]] = kind
                spans = [tuple(map(int, span.split())) for span in place.split(";")]
                assert kind in entities | events and spans == sorted(spans) and all(b < e for b, e in spans)
                assert all(spans[i][1] <= spans[i + 1][0] for i in range(len(spans) - 1))
                assert row[2] == " ".join(text[b:e] for b, e in spans).replace("\n", " ")
                assert "\n" not in "".join(text[b:e] for b, e in spans), "a fragment runs over lines"
        for row in rows:
            if row[0][0] == "R":
                kind, *arguments = row[1].split()
                assert kind in relations
                for argument in arguments:
                    name, _, target = argument.partition(":")
                    (allowed,) = re.findall(rf"\b{name}:([^,\s]+)", relations[kind])
                    assert target in seen and target[0] == {"<ENTITY>": "T", "<EVENT>": "E"}[allowed]
            elif row[0][0] == "E":
                (kind, trigger), *roles = [part.split(":") for part in row[1].split()]
                assert kind in events and kinds[trigger] == kind
                assert {kinds[target] for _, target in roles} <= entities and any(role == "Content" for role, _ in roles)
            elif row[0][0] in "AM":
                kind, target, *_ = row[1].split()
                assert kind in attributes and target in seen


@pytest.mark.parametrize("name", ["citron", "gqg", "claims"])
def test_json_schemas(archive: pathlib.Path, name: str) -> None:
    schema = json.loads((HERE / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    objects = lines(archive, name)
    assert objects
    for one in objects:
        validator.validate(one)


def test_claim_reviews(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    claim = lines(archive, "claims")[0]["@id"].rpartition(":")[2]
    verdict = {"claim": claim, "rating": "False", "author": "The Desk", "url": "https://desk.example/1", "date": "2024-11-02"}
    (tmp_path / "verdicts.jsonl").write_text(json.dumps(verdict) + "\n")
    found = lines(archive, "claims", "--verdicts", tmp_path / "verdicts.jsonl")
    schema = json.loads((HERE / "claims.schema.json").read_text())
    for one in found:
        jsonschema.validate(one, schema)
    (review,) = [one for one in found if one["@type"] == "ClaimReview"]
    assert review["reviewRating"]["alternateName"] == "False" and review["author"]["name"] == "The Desk"


def test_records_by_their_schema(archive: pathlib.Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads((ROOT / "docs/record.schema.json").read_text()))
    for record in lines(archive, "jsonl"):
        validator.validate(record)


def test_rows_of_csv_are_of_one_length(archive: pathlib.Path) -> None:
    rows = list(csv.reader(io.StringIO(export(archive, "csv")), strict=True))
    assert len({len(row) for row in rows}) == 1 and len(rows) > 50
