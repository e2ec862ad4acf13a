"""An archive in other programs' terms."""

import csv
import io
import json
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

from program import ROOT, run


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.archive = pathlib.Path(cls.folder.name) / "affair.sayso"
        done = run("add", "--quiet", cls.archive, ROOT / "examples/gannet-point.jsonl")
        assert done.returncode == 0, done.stderr
        cls.records = [json.loads(line) for line in cls.export("jsonl").splitlines()]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def export(cls, name, *options):
        done = run("export", cls.archive, "--format", name, *options)
        assert done.returncode == 0, (name, done.stderr)
        return done.stdout.decode()

    def lines(self, name, *options):
        return [json.loads(line) for line in self.export(name, *options).splitlines()]

    def test_records_come_as_they_were_read(self):
        self.assertEqual(len(self.records), 8)
        self.assertTrue(all(record["schema"] == "sayso.record/1" for record in self.records))

    def test_a_row_for_each_attribution(self):
        rows = list(csv.DictReader(io.StringIO(self.export("csv"))))
        attributions = {f"{r['document']['id']}#{a['id']}" for r in self.records for a in r["attributions"]}
        self.assertEqual({f"{row['document']}#{row['attribution'].rpartition('#')[2]}" for row in rows}, attributions)

    def test_brat_spans_are_the_words_of_the_text(self):
        folder = pathlib.Path(self.folder.name) / "brat"
        self.export("brat", "--output", folder)
        texts = list(folder.glob("*.txt"))
        self.assertEqual(len(texts), 8)
        self.assertTrue((folder / "annotation.conf").exists())
        spans = 0
        for path in texts:
            text = path.read_text(encoding="utf-8")
            for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
                if not line.startswith("T"):
                    continue
                _, place, words = line.split("\t")
                pieces = [p.split() for p in place.partition(" ")[2].split(";")]
                self.assertEqual(" ".join(text[int(b):int(e)] for b, e in pieces).replace("\n", " "), words)
                spans += 1
        self.assertGreater(spans, 20)

    def test_selectors_find_their_words(self):
        page = json.loads(self.export("annotations"))
        self.assertIn("http://www.w3.org/ns/anno.jsonld", page["@context"])
        self.assertIn("TextPositionSelector", json.dumps(page))
        self.assertIn("TextQuoteSelector", json.dumps(page))

    def test_quotations_of_every_article(self):
        self.assertEqual({item["text"] for item in self.lines("citron")},
                         {record["document"]["text"] for record in self.records})
        self.assertTrue(all(item["url"] for item in self.lines("gqg")))

    def test_entities_have_schemata_and_ids(self):
        entities = self.lines("followthemoney")
        self.assertTrue(all(e["id"] and e["schema"] and e["properties"] for e in entities))
        self.assertEqual(len({e["id"] for e in entities}), len(entities))
        self.assertLessEqual({"Article", "Person"}, {e["schema"] for e in entities})

    def test_claims_have_a_review_where_a_person_gave_one(self):
        claims = self.lines("claims")
        self.assertTrue(claims and all(c["@type"] == "Claim" for c in claims))
        verdicts = pathlib.Path(self.folder.name) / "verdicts.jsonl"
        verdicts.write_text(json.dumps({"claim": claims[0]["@id"].rpartition(":")[2], "rating": "False", "author": "The Desk",
                                        "url": "https://desk.example/1", "date": "2024-11-02"}) + "\n")
        reviewed = self.lines("claims", "--verdicts", verdicts)
        self.assertEqual([c["@type"] for c in reviewed].count("ClaimReview"), 1)

    def test_graphs(self):
        root = xml.etree.ElementTree.fromstring(self.export("graphml"))
        self.assertTrue(root.tag.endswith("graphml"))
        self.assertIn("@graph", json.loads(self.export("prov")))
        self.assertIn("prov:wasAssociatedWith", self.export("turtle"))

    def test_pages_need_nothing_else(self):
        for name in ("html", "print"):
            page = self.export(name)
            self.assertTrue(page.startswith("<!doctype html>"))
            self.assertNotIn("<script", page)
            self.assertNotIn("<link", page)

    def test_wrong_use(self):
        for wrong in (["--format", "docx"], ["--format", "brat"], ["--format", "csv", "--output", "x"]):
            self.assertEqual(run("export", self.archive, *wrong).returncode, 2, wrong)


if __name__ == "__main__":
    unittest.main()
