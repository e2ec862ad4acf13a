"""Claims of the bundled affair, as the program finds, prints, corrects and exports them."""

import contextlib
import functools
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import jsonschema

from program import ROOT, SAYSO, run

AFFAIR = ROOT / "examples/gannet-point.jsonl"
LINES = AFFAIR.read_text(encoding="utf-8").splitlines()


@functools.cache
def validator(name):
    schema = json.loads((ROOT / f"docs/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class Affair(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.archive = self.add(LINES, "affair.sayso")

    def add(self, lines, name):
        archive = self.folder / name
        done = run("add", "--quiet", archive, "-", stdin="\n".join(lines).encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        return archive

    def ask(self, *arguments, code=0):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout.decode()

    def ask_json(self, *arguments, schema=None):
        values = [json.loads(line) for line in self.ask(*arguments, "--json").splitlines()]
        if schema:
            for value in values:
                self.assertEqual(list(validator(schema).iter_errors(value)), [])
        return values

    def claims(self, archive=None):
        return self.ask_json("claims", archive or self.archive, "--limit", "0", schema="claim")

    def main_claim(self):
        return self.claims()[0]

    def statement(self, claim, polarity, words):
        """DOCUMENT#a1 of the first such statement that has the words."""
        for statement in claim["statements"]:
            if statement["polarity"] == polarity and words in statement["quote"]:
                return statement["attribution"] or statement["proposition"]
        self.fail(f"no statement with {words}")

    def complain(self, *arguments, code=1):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stdout)
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()


class Claims(Affair):
    def test_eight_articles_rest_on_two_origins(self):
        first = self.ask("claims", self.archive).splitlines()[0]
        self.assertIn("8 articles, 5 outlets, 2 origins", first)

    def test_who_affirms_and_who_denies(self):
        claim = self.main_claim()
        sides = {(s["origin"], s["polarity"]) for s in claim["statements"]}
        self.assertIn(("Edda Thorsby", "affirm"), sides)
        self.assertTrue(any(polarity == "deny" for origin, polarity in sides if origin != "Edda Thorsby"))
        counted = [o for o in claim["origins"] if o["independent"]]
        self.assertEqual(len(counted), 2)
        self.assertTrue(all(o["why"] for o in claim["origins"]))

    def test_copies_are_seen(self):
        titles = {json.loads(line)["id"]: json.loads(line)["outlet"] for line in LINES}
        copies = json.loads(self.ask("export", self.archive, "--format", "dossier"))["copies"]
        pairs = {frozenset((c["of"], c["article"])) for c in copies}
        self.assertIn(frozenset(("norvane-1021", "mail-1021")), pairs)
        self.assertTrue(all(i in titles for pair in pairs for i in pair))

    def test_the_page_of_one_claim(self):
        claim = self.main_claim()
        page = self.ask("claims", self.archive, claim["id"][:8])
        for words in ("Affirmed in", "Denied in", "Rests on 2 origins", "Edda Thorsby", "Norvane Press"):
            self.assertIn(words, page)
        self.assertEqual(self.ask_json("claims", self.archive, claim["id"], schema="claim"), [claim])

    def test_why_joined_and_why_apart(self):
        claim = self.main_claim()
        _, why = self.ask_json("claims", self.archive, claim["id"], "--explain")
        self.assertEqual(len(why["joined"]), len(claim["statements"]) - 1)
        self.assertTrue(all(pair["why"] for pair in why["joined"] + why["apart"]))
        self.assertIn("Joined", self.ask("claims", self.archive, claim["id"], "--explain"))

    def test_filters(self):
        everything = self.claims()
        several = self.ask_json("claims", self.archive, "--min-origins", "2", "--limit", "0")
        self.assertEqual(several, [c for c in everything if c["independent_origins"] >= 2])
        contested = self.ask_json("claims", self.archive, "--contested", "--limit", "0")
        self.assertEqual(contested, [c for c in everything if c["status"] == "contested"])
        about = self.ask_json("claims", self.archive, "--about", "thorsby", "--limit", "0")
        self.assertIn(self.main_claim(), about)
        self.assertLessEqual(len(self.ask_json("claims", self.archive, "--limit", "1")), 1)

    def test_any_order_gives_the_same_claims(self):
        expected = self.claims()
        for seed in range(2):
            lines = LINES[:]
            random.Random(seed).shuffle(lines)
            self.assertEqual(self.claims(self.add(lines, f"{seed}.sayso")), expected)
        one_by_one = self.folder / "one.sayso"
        for line in LINES[::-1]:
            run("add", "--quiet", one_by_one, "-", stdin=line.encode())
        self.assertEqual(self.claims(one_by_one), expected)

    def test_adding_again_changes_nothing(self):
        before = self.claims()
        self.add(LINES[2:5], "affair.sayso")
        self.assertEqual(self.claims(), before)

    def test_what_is_not_there(self):
        self.assertIn("ffffffff", self.complain("claims", self.archive, "ffffffff"))
        self.assertIn("none.sayso", self.complain("claims", self.folder / "none.sayso"))
        self.assertIn("Edda Thorsby", self.complain("claims", self.archive, "--about", "Eda Thorsbi"))
        self.complain("claims", code=2)
        self.complain("claims", self.archive, "--explain", code=2)


class Who(Affair):
    def test_said_over_time(self):
        (entity, *others) = self.ask_json("who", self.archive, "Edda Thorsby", schema="entity")
        self.assertEqual(others, [])
        self.assertEqual(entity["name"], "Edda Thorsby")
        self.assertEqual(entity["type"], "person")
        self.assertIn("Thorsby", [a["text"] for a in entity["aliases"]])
        self.assertEqual(entity["documents"], len(entity["members"]))
        dates = [row["date"] for row in entity["said"]]
        self.assertGreater(len(dates), 5)
        self.assertEqual(dates, sorted(dates))
        self.assertTrue(any("two different days" in row["words"] for row in entity["about"]))
        self.assertTrue(any(row["claim"] for row in entity["said"]))

    def test_names_are_found_as_people_type_them(self):
        id_ = self.ask_json("who", self.archive, "Edda Thorsby")[0]["id"]
        for name in ("thorsby", "EDDA THORSBY", "Ms Thorsby", id_):
            self.assertEqual([e["id"] for e in self.ask_json("who", self.archive, name)], [id_], name)

    def test_a_page_for_people(self):
        page = self.ask("who", self.archive, "Thorsby", "--width", "80")
        for words in ("Edda Thorsby", "Called", "Said (", "Said of it by others ("):
            self.assertIn(words, page)

    def test_an_unknown_name_is_told_near_ones(self):
        self.assertIn("Thorsby", self.complain("who", self.archive, "Thorsbey"))


    def test_why_one_and_why_apart(self):
        (why,) = self.ask_json("who", self.archive, "Edda Thorsby", "--explain")
        self.assertTrue(why["joined"])
        self.assertTrue(all("Thorsby" in reason for reason in why["joined"]))
        page = self.ask("who", self.archive, "Edda Thorsby", "--explain")
        for words in ("Joined", "Kept apart", "in the company of"):
            self.assertIn(words, page)

    def test_aliases_have_titles_and_dates(self):
        (entity,) = self.ask_json("who", self.archive, "Edda Thorsby")
        aliases = {a["text"]: a for a in entity["aliases"]}
        self.assertIn("Edda Thorsby", aliases)
        for alias in aliases.values():
            self.assertLessEqual(alias["first"], alias["last"])


class TimelineAndGraph(Affair):
    def test_days_in_order(self):
        rows = self.ask_json("timeline", self.archive, self.main_claim()["id"])
        self.assertEqual(len(rows), len(self.main_claim()["statements"]))
        dates = [row["date"] for row in rows]
        self.assertEqual(dates, sorted(dates))
        self.assertIn("2024-10-30\n", self.ask("timeline", self.archive))
        by_her = self.ask_json("timeline", self.archive, "Edda Thorsby")
        self.assertEqual({row["statement"]["origin"] for row in by_her}, {"Edda Thorsby"})

    def test_who_cites_whom(self):
        (graph,) = self.ask_json("graph", self.archive, "--limit", "0")
        names = {node["id"]: node["name"] for node in graph["nodes"]}
        cited = {(names[e["from"]], names[e["to"]]) for e in graph["edges"]}
        self.assertIn(("Norvane Press", "Edda Thorsby"), cited)
        self.assertIn(("Saltmarsh Notes", "The Morning Compass"), cited)
        self.assertEqual(graph["edge_count"], len(graph["edges"]))
        self.assertIn(" cites Edda Thorsby", self.ask("graph", self.archive))

    def test_the_graph_around_somebody(self):
        (graph,) = self.ask_json("graph", self.archive, "--about", "Edda Thorsby", "--limit", "0")
        (her,) = (node["id"] for node in graph["nodes"] if node["name"] == "Edda Thorsby")
        self.assertTrue(graph["edges"])
        self.assertTrue(all(her in (edge["from"], edge["to"]) for edge in graph["edges"]))
        self.complain("graph", self.archive, "--about", "Nobody Atall")

    def test_graphml_is_xml(self):
        (graph,) = self.ask_json("graph", self.archive, "--limit", "0")
        root = xml.etree.ElementTree.fromstring(self.ask("graph", self.archive, "--graphml", "--limit", "0"))
        name = {"g": "http://graphml.graphdrawing.org/xmlns"}
        self.assertEqual(len(root.findall("g:graph/g:edge", name)), len(graph["edges"]))
        self.assertEqual(len(root.findall("g:graph/g:node", name)), len(graph["nodes"]))

    def test_who_acts_on_whom(self):
        (graph,) = self.ask_json("graph", self.archive, "--acts", "--limit", "0")
        self.assertEqual(graph["kind"], "acts")
        self.assertTrue(all(edge["label"] for edge in graph["edges"]))


class Corrections(Affair):
    def fix(self, *arguments):
        (correction,) = self.ask_json("fix", self.archive, *arguments)
        return correction

    def undo(self):
        self.ask("undo", self.archive)

    def test_not_the_same_claim_and_back(self):
        before = self.claims()
        claim = before[0]
        here = self.statement(claim, "affirm", "forty minutes")
        there = self.statement(claim, "deny", "never switched off")
        correction = self.fix("not-same-claim", here, there)
        self.assertEqual(len(correction["anchors"]), 2)
        after = self.claims()
        self.assertFalse(any({here, there} <= {s["attribution"] for s in c["statements"]} for c in after))
        self.assertIn("not one claim", self.ask("fix", self.archive, "--list"))
        self.undo()
        self.assertEqual(self.claims(), before)
        self.assertIn("no correction", self.complain("undo", self.archive))

    def test_the_same_claim_and_back(self):
        before = self.claims()
        here = self.statement(before[0], "affirm", "forty minutes")
        export = json.loads(self.ask("export", self.archive, "--format", "dossier"))
        self.assertTrue(export["claims"])
        (other,) = [r["attribution"] for r in self.ask_json("who", self.archive, "Finn Aldous")[0]["said"]]
        self.fix("same-claim", here, other)
        self.assertTrue(any({here, other} <= {s["attribution"] for s in c["statements"]} for c in self.claims()))
        self.undo()
        self.assertEqual(self.claims(), before)

    def test_another_origin_and_back(self):
        before = self.main_claim()
        here = self.statement(before, "affirm", "forty minutes")
        self.fix("origin", here, "Barnaby Wren")
        claim = self.main_claim()
        changed = [s for s in claim["statements"] if s["attribution"] == here]
        self.assertEqual([s["origin"] for s in changed], ["Barnaby Wren"])
        self.assertIn("Barnaby Wren", [o["name"] for o in claim["origins"]])
        self.undo()
        self.assertEqual(self.main_claim(), before)

    def test_another_name_and_back(self):
        before = self.claims()
        self.fix("rename", "Edda Thorsby", "Edda Maria Thorsby")
        self.assertEqual(self.ask_json("who", self.archive, "Edda Maria Thorsby", schema="entity")[0]["name"],
                         "Edda Maria Thorsby")
        self.assertIn("Edda Maria Thorsby", {s["origin"] for s in self.main_claim()["statements"]})
        self.undo()
        self.assertEqual(self.claims(), before)

    def test_merge_and_split_and_back(self):
        before = self.claims()
        (one,) = self.ask_json("who", self.archive, "Ida Brandt")
        (two,) = self.ask_json("who", self.archive, "Greta Solheim")
        self.fix("merge", one["id"], two["id"])
        (both,) = self.ask_json("who", self.archive, "Ida Brandt", schema="entity")
        self.assertEqual(sorted(both["members"]), sorted(one["members"] + two["members"]))
        self.fix("split", two["members"][0])
        self.assertEqual(self.ask_json("who", self.archive, "Ida Brandt")[0]["members"], one["members"])
        self.undo()
        self.undo()
        self.assertEqual(self.claims(), before)
        self.assertEqual(self.ask_json("who", self.archive, "Ida Brandt"), [one])

    def test_corrections_survive_reading_again(self):
        before = self.claims()
        here = self.statement(before[0], "affirm", "forty minutes")
        there = self.statement(before[0], "deny", "never switched off")
        self.fix("not-same-claim", here, there)
        self.fix("merge", self.ask_json("who", self.archive, "Ida Brandt")[0]["id"],
                 self.ask_json("who", self.archive, "Greta Solheim")[0]["id"])
        corrected = self.claims()
        with contextlib.closing(sqlite3.connect(self.archive)) as database:
            database.execute("UPDATE generator SET model = 'older'")
            database.commit()
        self.ask("add", "--quiet", self.archive, "--reread")
        self.assertEqual(self.claims(), corrected)
        self.assertTrue(all(c["applies"] for c in self.ask_json("fix", self.archive, "--list")))
        self.assertEqual(len(self.ask_json("diff", self.archive)), 8)
        self.ask("undo", self.archive, "1")
        self.ask("undo", self.archive, "2")
        self.assertEqual(self.claims(), before)

    def test_splitting_asks_in_which_article(self):
        (her,) = self.ask_json("who", self.archive, "Edda Thorsby")
        message = self.complain("fix", self.archive, "split", "Edda Thorsby", code=2)
        self.assertTrue(any(member[:8] in message for member in her["members"]), message)

    def test_wrong_targets(self):
        self.assertIn("342e#a1", self.complain("fix", self.archive, "origin", "342e#a1", "Nobody"))
        self.complain("fix", self.archive, "merge", "Edda Thorsby", "Nobody Atall")
        self.complain("fix", self.archive, code=2)
        self.complain("fix", self.archive, "divide", "a", "b", code=2)


class Demo(unittest.TestCase):
    def test_it_ends_with_what_is_claimed_and_how_to_see_it(self):
        done = subprocess.run([ROOT / "scripts/demo_claims.sh"], capture_output=True, text=True,
                              env={**os.environ, "SAYSO": str(SAYSO), "NO_COLOR": "1"})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("8 articles, 5 outlets, 2 origins", done.stdout)
        self.assertIn(f"{SAYSO} serve build/demo.sayso", done.stdout)
        self.assertTrue((ROOT / "build/demo.sayso").exists())


class Export(Affair):
    def test_articles_by_their_own_ids(self):
        dossier = json.loads(self.ask("export", self.archive, "--format", "dossier"))
        ids = {json.loads(line)["id"] for line in LINES}
        statements = [s for claim in dossier["claims"] for s in claim["statements"]]
        self.assertEqual({s["article"] for s in statements} - ids, set())
        texts = {json.loads(line)["id"]: json.loads(line) for line in LINES}
        for statement in statements:
            self.assertIn(statement["polarity"], ("affirm", "deny", "uncertain"))
            article = texts[statement["article"]]
            self.assertIn(statement["quote"].split(" ")[0], article["text"] + article["title"])
        self.assertTrue(any("Thorsby" in e["aliases"] for e in dossier["entities"]))


if __name__ == "__main__":
    unittest.main()
