"""What a pair of mentions shows apart from the network: distances, forms, and whether the words agree.

Everything is computed for all pairs of an article at once, [later mention, earlier mention]; candidates() says which
pairs are looked at. src/language/mention_keys.cpp and coreference_decoder.cpp have the same features and the same order of mentions: (begin, -end).
"""

import dataclasses

import numpy as np

from layers import NEAREST, NEAREST_ALIKE, TAGS

NAME, NOMINAL, PRONOUN = range(3)
NOTHING, SAME_HEAD, SAME_KEY, CONTAINED, ACRONYM = range(5)
LEADING = {"a", "an", "the", "this", "that", "these", "those"}
TRAILING = {"'s", "’s", "'", "’"}
MENTION_DISTANCES, SENTENCE_DISTANCES = 10, 8


@dataclasses.dataclass
class Pairs:
    """Integer arrays [n, n]; only the part below the diagonal (j < i) means something."""

    mention_distance: np.ndarray
    sentence_distance: np.ndarray
    forms: np.ndarray  # 3 * form_i + form_j
    match: np.ndarray
    same_type: np.ndarray
    nested: np.ndarray
    candidates: np.ndarray  # bool


def form_of(tag: int) -> int:
    return {"PRON": PRONOUN, "PROPN": NAME}.get(TAGS[tag], NOMINAL)


def key_words(words: list[str]) -> list[str]:
    """The words that the key is made of, in their own letter case."""
    if words and words[0].lower() in LEADING:
        words = words[1:]
    if words and words[-1].lower() in TRAILING:
        words = words[:-1]
    return [w for w in words if any(c.isalnum() for c in w)]


def initials(words: list[str]) -> str:
    letters = [w[0] for w in words if w[0].isupper()]
    return "".join(letters).lower() if len(letters) >= 2 else ""


def pairs_of(words: list[list[str]], begin, end, head_words: list[str], sentence, form, kind) -> Pairs:
    """`words`: of each mention; `kind`: its type; mentions in order."""
    n = len(words)
    begin, end, sentence, form, kind = (np.asarray(x) for x in (begin, end, sentence, form, kind))
    order = np.arange(n)
    gap = np.maximum(order[:, None] - order[None], 1)
    log = np.floor(np.log2(gap)).astype(np.int64)

    words = [key_words(w) for w in words]
    keys = [tuple(w.lower() for w in part) for part in words]
    same_key = equal(keys) & np.array([bool(k) for k in keys])[:, None]  # an empty key is like no other
    same_head = equal([w.lower() for w in head_words])
    match = np.full((n, n), NOTHING)
    for where, value in ((contains(keys), CONTAINED), (same_head, SAME_HEAD), (acronyms(keys, words), ACRONYM),
                         (same_key, SAME_KEY)):  # the last that applies counts
        match[where] = value
    named = form != PRONOUN
    alike = same_key | same_head & named[:, None] & named[None]
    earlier = order[:, None] > order[None]
    beyond = earlier & alike & (gap > NEAREST)
    # The nearest ones first: count from the right.
    nearest_alike = np.flip(np.cumsum(np.flip(beyond, 1), 1), 1) <= NEAREST_ALIKE
    inside = (begin[:, None] <= begin[None]) & (end[None] <= end[:, None])
    return Pairs(np.minimum(log, MENTION_DISTANCES - 1),
                 np.clip(sentence[:, None] - sentence[None], 0, SENTENCE_DISTANCES - 1),
                 3 * form[:, None] + form[None], match,
                 (kind[:, None] == kind[None]).astype(np.int64), (inside | inside.T).astype(np.int64),
                 earlier & (gap <= NEAREST) | beyond & nearest_alike)


def candidate_pairs(pairs: Pairs) -> dict[str, np.ndarray]:
    """The candidates alone, [pairs]: numbers of the mentions, and the features as numbers of a table's rows."""
    i, j = pairs.candidates.nonzero()
    kind = ((pairs.forms * 5 + pairs.match) * 2 + pairs.same_type) * 2 + pairs.nested
    distance = pairs.mention_distance * SENTENCE_DISTANCES + pairs.sentence_distance
    return {"later": i, "earlier": j, "kind": kind[i, j], "distance": distance[i, j]}


def equal(values: list) -> np.ndarray:
    numbers: dict = {}
    ids = np.array([numbers.setdefault(v, len(numbers)) for v in values], dtype=np.int64)
    return ids[:, None] == ids[None]


def contains(keys) -> np.ndarray:
    """One key's set of words holds the other's, neither empty."""
    place: dict[str, int] = {}
    rows = [[place.setdefault(w, len(place)) for w in set(k)] for k in keys]
    has = np.zeros((len(keys), len(place) + 1), dtype=np.float32)
    for i, row in enumerate(rows):
        has[i, row] = 1
    size = has.sum(1)
    common = has @ has.T
    return (common > 0) & (common == np.minimum(size[:, None], size[None]))


def acronyms(keys, words) -> np.ndarray:
    out = np.zeros((len(keys), len(keys)), dtype=bool)
    long: dict[str, list[int]] = {}
    for i, w in enumerate(words):
        if short := initials(w):
            long.setdefault(short, []).append(i)
    for i, key in enumerate(keys):
        if len(key) == 1 and key[0] in long:
            out[i, long[key[0]]] = out[long[key[0]], i] = True
    return out


def clusters_of(antecedents: list[int | None]) -> list[int]:
    """Cluster number of each mention; the antecedent of a mention stands before it."""
    out = []
    for i, j in enumerate(antecedents):
        out.append(i if j is None else out[j])
    return out
