from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import threading
import time
from collections.abc import Iterator
from typing import Any, get_type_hints

import pytest
from conftest import ROOT

import sayso
import sayso.record
from sayso._decode import json_name, to_json_value

BRIDGE = '"The bridge is closed," said Mayor Ana Silva on Monday. Silva denied that anyone was hurt.'


def test_says_who_said_what(reader: sayso.Reader) -> None:
    record = reader.read(BRIDGE, outlet="The Courier", published="2024-05-06")
    first = record.attributions[0]
    assert first.content.text == '"The bridge is closed,"'
    assert first.cue.lemma == "say"
    assert record.origin_name(first) == "Ana Silva"
    begin, end = first.content.spans[0]
    assert record.document.text[begin:end] == first.content.text
    assert record.document.outlet == "The Courier"
    assert [attribution.commitment for attribution in record.attributions][1] == "CT-"


def test_offsets_count_code_points(reader: sayso.Reader) -> None:
    record = reader.read("\U0001f309 Café e\u0301: " + BRIDGE)
    for attribution in record.attributions:
        (begin, end), *_ = attribution.cue.spans
        assert record.document.text[begin:end] == attribution.cue.text


def test_reads_as_the_program_does(reader: sayso.Reader) -> None:
    golden = (ROOT / "tests/golden/harbour-line-agency.txt.json").read_text()
    name = json.loads(golden)["document"]["input"]
    record = reader.read((ROOT / name).read_bytes(), name=name)
    expected, found = json.loads(golden), record.to_dict()
    for object in (expected, found):  # the golden records leave out what changes with each version
        object.pop("generator")
    assert found == expected


def test_dataclasses_hold_all_of_the_json(records: list[sayso.Record]) -> None:
    parts = ("generator", "warnings", "document", "mentions", "entities", "attributions", "timexes", "propositions", "events")
    for record in records:
        again = {name: to_json_value(getattr(record, name)) for name in parts}
        assert {"schema": "sayso.record/1", "offset_unit": "codepoint", **again} == record.to_dict()


def test_dataclasses_are_those_of_the_schema() -> None:
    properties = json.loads((ROOT / "docs/record.schema.json").read_text())["properties"]
    for name, kind in (("attributions", sayso.record.Attribution), ("events", sayso.record.Event), ("entities", sayso.record.Entity)):
        fields = [json_name(field.name) for field in dataclasses.fields(kind)]
        assert fields == properties[name]["items"]["required"]
    assert [f.name for f in dataclasses.fields(sayso.record.Document)] == properties["document"]["required"]
    assert set(get_type_hints(sayso.record.Document)) == set(properties["document"]["required"])


def test_every_public_name_is_documented() -> None:
    for name in dir(sayso.record):
        thing = getattr(sayso.record, name)
        if isinstance(thing, type) and thing.__module__ == "sayso.record":
            assert thing.__doc__ and not thing.__doc__.startswith(f"{name}("), name
    assert all(getattr(sayso, name).__doc__ for name in sayso.__all__ if name not in ("Article", "__version__"))


def test_many_keep_their_order_and_are_those_read_alone(reader: sayso.Reader, articles: list[dict[str, Any]]) -> None:
    many = list(reader.read_many(articles * 3))
    assert [record.document.external_id for record in many] == [article["id"] for article in articles * 3]
    assert many[1].to_dict()["attributions"] == reader.read(articles[1]).to_dict()["attributions"]


def test_many_take_articles_as_they_go(reader: sayso.Reader) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield BRIDGE

    found = reader.read_many(endless())
    for _ in range(3):
        next(found)
    assert taken < 100
    found.close()  # type: ignore[attr-defined]


def test_other_threads_run_meanwhile(reader: sayso.Reader) -> None:
    turns, stop = 0, threading.Event()

    def count() -> None:
        nonlocal turns
        while not stop.is_set():
            turns += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    list(reader.read_many([BRIDGE * 20] * 8))
    stop.set()
    thread.join()
    assert turns > 5


def test_an_error_names_its_article(reader: sayso.Reader) -> None:
    with pytest.raises(sayso.Error) as caught:
        reader.read("  ", name="blank.txt")
    assert (caught.value.code, caught.value.input) == ("empty_input", "blank.txt")
    with pytest.raises(sayso.Error, match="no format"):
        reader.read("x", format="docx")
    errors: list[sayso.Error] = []
    records = list(reader.read_many([BRIDGE, " ", BRIDGE], on_error=errors.append))
    assert (len(records), [error.input for error in errors]) == (2, ["2"])
    with pytest.raises(sayso.Error):
        list(reader.read_many([BRIDGE, " "]))
    with pytest.raises(sayso.Error) as broken:
        sayso.Reader(model="no/such/folder")
    assert broken.value.code == "bad_model"


def test_a_page_is_told_from_a_text(reader: sayso.Reader) -> None:
    page = f"<html><head><title>Bridge</title></head><body><article><p>{BRIDGE}</p></article></body></html>"
    assert "<p>" not in reader.read(page).document.text
    assert reader.read({"html": page, "url": "https://example.org/b"}).document.url == "https://example.org/b"
    assert reader.read('{"text": 1} ' + BRIDGE).document.text.startswith('{"text"')


def test_records_pickle_and_compare(records: list[sayso.Record]) -> None:
    again = pickle.loads(pickle.dumps(records[0]))
    assert again == records[0] and hash(again) == hash(records[0]) and copy.copy(again) == again
    assert records[0] != records[1]


def test_layers(reader: sayso.Reader) -> None:
    assert "\tVERB\t" in reader.layers(BRIDGE)


def test_html_is_escaped(reader: sayso.Reader) -> None:
    record = reader.read({"text": BRIDGE + " <script>x</script>", "title": "<b>&"})
    html = record._repr_html_()
    assert "<script>" not in html and "&lt;b&gt;&amp;" in html and 'title="cue">said</mark>' in html
