"""Flat names of people, organizations and places out of GUM's nested mentions, in the manner of UNER.

A name is the run of proper nouns around the head of a mention of such a type, without articles and titles. Longer
mentions come first, so "University of California" is one name and not a place in an organization.
"""

import numpy as np

from layers import NAMES, TAGS, TYPES

NAME_OF = {TYPES.index("person"): "PER", TYPES.index("organization"): "ORG", TYPES.index("place"): "LOC"}
PROPER = TAGS.index("PROPN")
TITLES = {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "president", "senator", "sen", "representative", "rep",
          "governor", "gov", "minister", "sir", "lord", "lady", "king", "queen", "prince", "princess", "pope", "judge",
          "justice", "general", "gen", "colonel", "captain", "lieutenant", "sergeant", "secretary", "congressman",
          "congresswoman", "chancellor", "mayor", "saint", "father", "emperor", "vice", "chief", "chairman"}
LINKS = {"of", "for", "de", "la", "del", "and", "&", "-", "–", "the"}


def flat_names(document) -> np.ndarray:
    labels = np.zeros(len(document.forms), dtype=np.int64)
    begins = {m.begin for m in document.mentions}
    for m in sorted(document.mentions, key=lambda m: m.begin - m.end):
        if m.type not in NAME_OF or document.tags[m.head] != PROPER:
            continue
        begin, end = extent(document, m, begins)
        if begin < end and not labels[begin:end].any():
            first = NAMES.index("B-" + NAME_OF[m.type])
            labels[begin:end] = first + 1
            labels[begin] = first
    return labels


def extent(document, m, begins) -> tuple[int, int]:
    forms, tags = document.forms, document.tags
    person = NAME_OF[m.type] == "PER"

    def in_name(w):
        return m.begin <= w < m.end and tags[w] == PROPER

    def capital(w):  # "Democratic Party", "Foreign Office"
        return (m.begin <= w and forms[w][0].isupper() and not person
                and TAGS[tags[w]] in ("ADJ", "NOUN", "VERB", "ADV") and forms[w].lower() not in TITLES)

    begin, end = m.head, m.head + 1
    while in_name(begin - 1) or capital(begin - 1) or (forms[begin - 1] in "-–" and in_name(begin - 2)):
        begin -= 1
    while end < m.end:
        step = next((k for k in range(3) if in_name(end + k)), None)
        links = [f.lower() for f in forms[end : end + step]] if step else []
        apart = person and step or any(f not in LINKS for f in links) or "and" in links and end + step in begins
        if step is None or apart:
            break
        end += step + 1
    while person and begin < end and forms[begin].lower().rstrip(".") in TITLES:
        begin += 1
    return begin, end
