"""Golden records of the bundled examples, and the language cases, on the shipped model.

    python3 tests/program/records_test.py            the tests
    python3 tests/program/records_test.py --update   writes the golden records and the list of known misses anew
"""

import json
import sys
import unittest

from program import ROOT, check_record, records_of, run

GOLDEN = ROOT / "tests/golden"
CASES = ROOT / "tests/cases/attributions.jsonl"
KNOWN_MISSES = ROOT / "tests/cases/known_misses.txt"
EXAMPLES = ["examples"]


def example_records():
    return {record["document"]["input"].removeprefix("examples/").replace(":", "-"): record
            for record in records_of(*EXAMPLES)}


def split_confidence(record):
    """The record without what may differ from one processor or model file to the next, and the confidences."""
    record = json.loads(json.dumps(record))
    record.pop("generator")
    return record, [a.pop("confidence") for a in record["attributions"]]


def load_cases():
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def as_found(record):
    """The outermost attributions, as the cases give them."""
    return [{"source": a["source"] and a["source"]["text"], "cue": a["cue"]["text"],
             "content": [record["document"]["text"][b:e] for b, e in a["content"]["spans"]],
             "quote": a["content"]["quote"]} for a in record["attributions"] if a["within"] is None]


def case_records():
    lines = [json.dumps({"id": c["name"], "title": None, "text": c["text"]}) for c in load_cases()]
    return {r["document"]["external_id"]: r for r in records_of("-", stdin="\n".join(lines).encode())}


def missed_cases():
    records = case_records()
    return [c["name"] for c in load_cases() if as_found(records[c["name"]]) != c["attributions"]]


class Examples(unittest.TestCase):
    maxDiff = 4000

    def test_records_are_as_they_were(self):
        records = example_records()
        self.assertEqual(sorted(records), sorted(p.stem for p in GOLDEN.glob("*.json")))
        for name, record in records.items():
            with self.subTest(name):
                check_record(self, record)
                golden = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
                expected, expected_confidence = split_confidence(golden)
                found, confidence = split_confidence(record)
                self.assertEqual(found, expected)
                for a, b in zip(confidence, expected_confidence):
                    self.assertAlmostEqual(a, b, delta=0.05)

    def test_same_bytes_in_one_thread_and_in_many(self):
        one = run("read", "--json", "--threads", "1", *EXAMPLES)
        many = run("read", "--json", "--threads", "4", *EXAMPLES)
        self.assertEqual(one.returncode, 0, one.stderr)
        self.assertEqual(one.stdout, many.stdout)
        self.assertGreater(len(one.stdout), 10_000)


class LanguageCases(unittest.TestCase):
    """Each case holds, but for those listed as known misses; most must hold."""

    def test_cases(self):
        known = set(KNOWN_MISSES.read_text(encoding="utf-8").split())
        cases = load_cases()
        records = case_records()
        self.assertEqual(len(records), len(cases))
        self.assertLess(len(known), len(cases) / 3)
        self.assertLessEqual(known, {c["name"] for c in cases})
        for case in cases:
            with self.subTest(case["name"]):
                check_record(self, records[case["name"]])
                if case["name"] not in known:
                    self.assertEqual(as_found(records[case["name"]]), case["attributions"])


def update():
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.json"):
        old.unlink()
    for name, record in example_records().items():
        text = json.dumps(record, ensure_ascii=False, indent=1)
        (GOLDEN / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    missed = missed_cases()
    KNOWN_MISSES.write_text("".join(f"{name}\n" for name in missed), encoding="utf-8")
    print(f"{len(load_cases()) - len(missed)} of {len(load_cases())} cases hold")


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    else:
        unittest.main()
