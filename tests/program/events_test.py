"""Events of an affair told by several papers, as the program codes, joins, prints and exports them."""

import csv
import json
import pathlib
import random
import tempfile
import unittest

import jsonschema

from program import ROOT, run

NEWS = [
    {"id": "k1", "outlet": "Lamu Courier", "published": "2024-05-02", "title": None,
     "text": "Kenyan police arrested 12 Ugandan rebels near Busia on Wednesday, the interior minister of Kenya said. "
             "Uganda has demanded that Kenya hand over the rebels."},
    {"id": "k2", "outlet": "Gulu Post", "published": "2024-05-02", "title": None,
     "text": "Police in Kenya arrested Ugandan rebels near Busia on Wednesday. Kenya will not hand over the men, its foreign minister "
             "told reporters."},
    {"id": "k3", "outlet": "Moroto Weekly", "published": "2024-06-11", "title": None,
     "text": "Kenyan police arrested three Ugandan rebels near Busia on Monday, a police spokesman said."},
    {"id": "k4", "outlet": "Gulu Post", "published": "2024-05-02", "title": None, "text": "The rain will last until Sunday."},
]


class Events(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.archive = self.add(NEWS, "news.sayso")

    def add(self, articles, name):
        archive = self.folder / name
        done = run("add", "--quiet", archive, "-", stdin="\n".join(map(json.dumps, articles)).encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        return archive

    def ask(self, *arguments, code=0):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout.decode()

    def events(self, *filters, archive=None):
        text = self.ask("events", archive or self.archive, "--json", "--limit", "0", *filters)
        return [json.loads(line) for line in text.splitlines()]

    def test_events_follow_their_schema(self):
        schema = json.loads((ROOT / "docs/event.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        events = self.events()
        self.assertGreater(len(events), 2)
        for event in events:
            self.assertEqual(list(validator.iter_errors(event)), [])

    def test_one_arrest_told_twice_and_another_one(self):
        arrests = self.events("--type", "COERCE", "--actor", "KEN")
        self.assertEqual([(e["date"], e["articles"]) for e in arrests], [("2024-06-10", 1), ("2024-05-01", 2)])

    def test_filters(self):
        self.assertEqual([e["event"] for e in self.events("--recipient", "KEN", "--type", "REQUEST")], [["REQUEST"]])
        self.assertEqual(self.events("--actor", "USA"), [])
        self.assertTrue(all(e["independent_origins"] > 0 for e in self.events("--min-origins", "1")))
        self.assertTrue(all(e["date"] < "2024-06" for e in self.events("--to", "2024-05")))

    def test_the_order_of_addition_does_not_matter(self):
        shuffled = NEWS[:]
        random.Random(3).shuffle(shuffled)
        self.assertEqual(self.events(archive=self.add(shuffled, "other.sayso")), self.events())

    def test_one_event_for_people(self):
        event = self.events("--type", "COERCE", "--to", "2024-05")[0]
        view = self.ask("events", self.archive, event["id"][:8])
        self.assertIn("2 reports", view)
        self.assertIn("Lamu Courier", view)

    def test_plover_and_cameo(self):
        lines = self.ask("export", self.archive, "--format", "plover").splitlines()
        self.assertEqual(len(lines), len(self.events()))
        for line in lines:
            event = json.loads(line)
            self.assertRegex(event["date"], r"^\d{4}-\d\d-\d\d$")
            self.assertTrue(event["event"] and "actor" in event)
        rows = list(csv.DictReader(self.ask("export", self.archive, "--format", "cameo").splitlines(), delimiter="\t"))
        self.assertGreaterEqual(len(rows), len(lines))
        self.assertEqual({len(row) for row in rows}, {61})
        self.assertEqual(len({row["GLOBALEVENTID"] for row in rows}), len(rows))

    def test_counts_and_what_was_not_coded(self):
        rows = list(csv.DictReader(self.ask("export", self.archive, "--format", "counts").splitlines(), delimiter="\t"))
        self.assertIn(("2024-05", "KEN", "UGA", "COERCE", "1", "2"),
                      {(r["month"], r["actor"], r["recipient"], r["event"], r["events"], r["reports"]) for r in rows})
        rows = list(csv.DictReader(self.ask("export", self.archive, "--format", "uncoded").splitlines(), delimiter="\t"))
        self.assertEqual([row["external_id"] for row in rows], ["k4"])

    def test_wrong_use(self):
        self.ask("events", self.archive, "--type", "DANCE", code=2)
        self.ask("events", self.archive, "--factuality", "sure", code=2)
        self.ask("events", self.archive, "ffffffff", code=1)


if __name__ == "__main__":
    unittest.main()
