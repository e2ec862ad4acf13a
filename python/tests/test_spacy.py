from __future__ import annotations

import spacy

BRIDGE = '"The bridge is closed," said Mayor Ana Silva. Silva denied that anyone was hurt.'


def test_fills_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso", config={"outlet": "The Courier"})
    doc = nlp(BRIDGE)
    spans = doc.spans["sayso"]
    first = {span.label_: span for span in spans if span.id_ == "a1"}
    assert first["CUE"].text == "said" and "Silva" in first["SOURCE"].text
    assert doc._.sayso.document.outlet == "The Courier"


def test_pipe_keeps_order_and_blank_texts() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    texts = [BRIDGE, " ", "Nothing is said here.", BRIDGE]
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert [len(doc.spans.get("sayso", [])) > 0 for doc in docs] == [True, False, False, True]
