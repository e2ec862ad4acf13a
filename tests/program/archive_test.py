"""An archive as the program keeps it: added to, interrupted, killed, refused, damaged, searched, read again."""

import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

from program import ROOT, SAYSO, check_record, run

EXAMPLES = ROOT / "examples"
VIEWS = ("documents", "entities", "mentions", "timexes", "attributions", "chains", "propositions", "arguments")
KILLS = int(os.environ.get("SAYSO_KILLS", "3"))  # more for a long run: SAYSO_KILLS=100


def articles(count, seed=1):
    """Short articles of invented people, some about one thing."""
    random_ = random.Random(seed)
    names = ["Tilda Brask", "Oskar Venn", "Ada Holm", "Ida Quist", "Per Lund", "Mira Sandvik"]
    things = ["the bridge", "the ferry", "the reservoir", "the budget", "the metro line"]
    verbs = ["said", "denied", "claimed", "told reporters"]
    lines = []
    for i in range(count):
        thing = random_.choice(things)
        paragraphs = [f"The engineer {random_.choice(names)} {random_.choice(verbs)} on Monday that {thing} at Ansley "
                      f"would cost {random_.randint(2, 90)} million euros." for _ in range(2)]
        lines.append(json.dumps({"id": f"n{i}", "outlet": random_.choice(["The Weir", "Harbour Post"]),
                                 "title": f"News {i} of {thing}", "published": f"2025-03-{1 + i % 28:02}",
                                 "text": "\n\n".join(paragraphs)}))
    return lines


def dump(archive):
    """Everything that views and blobs say, without the numbers that rows have inside."""
    with sqlite3.connect(f"file:{archive}?mode=ro", uri=True) as connection:
        content = {view: sorted(connection.execute(f"SELECT * FROM {view}").fetchall(), key=repr) for view in VIEWS}
        content["records"] = sorted(connection.execute(
            "SELECT d.id, r.json, i.name, i.bytes FROM document d JOIN record r ON r.document = d.key "
            "JOIN raw_input i ON i.document = d.key"))
        content["items"] = sorted(connection.execute(
            "SELECT d.id, i.key & 67108863, i.payload, g.id, i.group_key & 67108863 FROM item i "
            "JOIN document d ON d.key = i.key >> 26 JOIN document g ON g.key = i.group_key >> 26"))
        content["links"] = sorted(connection.execute(
            "SELECT a.id, l.a & 67108863, b.id, l.b & 67108863, l.score, l.why FROM item_link l "
            "JOIN document a ON a.key = l.a >> 26 JOIN document b ON b.key = l.b >> 26"))
    connection.close()
    return content


class ArchiveCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.archive = self.folder / "news.sayso"

    def write(self, name, lines):
        path = self.folder / name
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path

    def add(self, *inputs, code=0, **options):
        done = run("add", self.archive, *inputs, **options)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()

    def ask(self, *arguments, code=0):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout.decode()

    def hits(self, *arguments):
        return [json.loads(line) for line in self.ask("search", self.archive, "--json", *arguments).splitlines()]

    def verify(self):
        self.assertIn("the archive is whole", self.ask("verify", self.archive))


class Adding(ArchiveCase):
    def test_everything_that_is_read_is_kept(self):
        self.assertIn(" added", self.add(EXAMPLES))
        records = [json.loads(line) for line in run("read", "--json", EXAMPLES).stdout.splitlines()]
        with sqlite3.connect(self.archive) as connection:
            stored = dict(connection.execute("SELECT id, text FROM documents"))
            attributions = connection.execute("SELECT count(*) FROM attributions").fetchone()[0]
            cut = connection.execute(
                "SELECT count(*) FROM attributions a JOIN documents d ON d.id = a.document "
                "WHERE instr(substr(d.text, a.begin + 1, a.end - a.begin), substr(a.content, 1, instr(a.content || ' ', ' ') - 1)) "
                "<> 1").fetchone()[0]
        connection.close()
        self.assertEqual(stored, {r["document"]["id"]: r["document"]["text"] for r in records})
        self.assertEqual(attributions, sum(len(r["attributions"]) for r in records))
        self.assertEqual(cut, 0)
        self.verify()

    def test_a_repetition_changes_nothing_and_costs_no_reading(self):
        lines = self.write("news.jsonl", articles(30))
        self.add(lines)
        before = dump(self.archive)
        start = time.monotonic()
        self.assertIn("0 added, 30 unchanged", self.add(lines))
        self.assertLess(time.monotonic() - start, 20)
        self.assertEqual(dump(self.archive), before)

    def test_standard_input_folders_and_pages_are_taken(self):
        (self.folder / "pages").mkdir()
        shutil.copy(EXAMPLES / "crew-strike.html", self.folder / "pages")
        self.assertIn("2 added", self.add(self.folder / "pages", "-", stdin=(articles(1)[0] + "\n").encode()))
        self.assertIn("0 added, 1 unchanged", self.add(self.folder / "pages"))

    def test_the_same_content_whatever_the_number_of_threads(self):
        lines = self.write("news.jsonl", articles(40))
        self.add("--threads", "1", lines)
        first = dump(self.archive)
        self.archive = self.folder / "other.sayso"
        self.add("--threads", "4", lines)
        self.assertEqual(dump(self.archive), first)

    def test_what_cannot_be_read_is_named_and_the_rest_added(self):
        bad = self.write("bad.jsonl", [articles(1)[0], "{broken", '{"id": 1}'])
        messages = self.add(bad, self.folder / "nowhere.txt", code=1)
        self.assertIn("1 added, 3 could not be read", messages)
        for name in (f"{bad}:2", f"{bad}:3", "nowhere.txt"):
            self.assertIn(name, messages)
        self.verify()

    def test_quiet_says_nothing(self):
        self.assertEqual(self.add("--quiet", self.write("news.jsonl", articles(2))), "")

    def test_options_of_intake_are_kept_for_reading_again(self):
        story = self.folder / "story.txt"
        story.write_text("The bridge will open in May, the engineer Tilda Brask said on Monday.\n")
        self.add("--outlet", "The Weir", "--published", "2025-03-12", story)
        with sqlite3.connect(self.archive) as connection:
            self.assertEqual(connection.execute("SELECT outlet, published FROM documents").fetchall(),
                             [("The Weir", "2025-03-12")])
            self.assertEqual(connection.execute("SELECT format, outlet, published FROM raw_input").fetchall(),
                             [("plain_text", "The Weir", "2025-03-12")])
            connection.execute("UPDATE generator SET model = 'older'")
        connection.close()
        messages = self.add("--reread")
        self.assertIn("1 replaced", messages)
        with sqlite3.connect(self.archive) as connection:
            self.assertEqual(connection.execute("SELECT outlet, published FROM documents").fetchall(),
                             [("The Weir", "2025-03-12")])
        connection.close()
        self.verify()

    def test_a_changed_article_replaces_the_old_and_diff_shows_it(self):
        page = ('<html><head><link rel="canonical" href="https://example.org/bridge"><title>Bridge</title></head><body>'
                "<article><h1>Bridge</h1><p>“The bridge will open in {},” said the engineer Tilda Brask on Monday at "
                "the town hall, where many people had come.</p></article></body></html>")
        story = self.folder / "story.html"
        story.write_text(page.format("May"))
        self.assertIn("1 added", self.add(story))
        story.write_text(page.format("October"))
        self.assertIn("1 replaced", self.add(story))
        self.assertEqual(len(self.hits("October")), 1)
        self.assertEqual(self.hits("May"), [])
        difference = json.loads(self.ask("diff", self.archive, "--json"))
        lists = {item["list"] for item in difference["items"]}
        self.assertIn("document", lists)
        self.assertIn("attributions", lists)
        self.assertIn("October", self.ask("diff", self.archive, difference["document"][:8]))
        self.verify()

    # Two articles of one id in one input: the later one wins, each time.
    def test_two_versions_in_one_input(self):
        def page(month):
            return json.dumps({"html": '<html><head><link rel="canonical" href="https://example.org/b"></head><body>'
                               f"<article><h1>Bridge</h1><p>“The bridge will open in {month},” said the engineer Tilda "
                               "Brask on Monday at the town hall.</p></article></body></html>"})
        both = self.write("both.jsonl", [page("May"), page("June")])
        self.assertIn("1 added, 1 replaced", self.add(both))
        first = dump(self.archive)
        self.add(both)
        self.assertEqual(dump(self.archive), first)
        self.assertEqual(len(self.hits("June")), 1)
        self.verify()


class Interruptions(ArchiveCase):
    def start(self, *inputs):
        return subprocess.Popen([str(SAYSO), "add", str(self.archive), *map(str, inputs)], stderr=subprocess.DEVNULL)

    def test_killed_at_any_moment_it_goes_on_where_it_was(self):
        lines = self.write("news.jsonl", articles(100))
        undisturbed = self.folder / "undisturbed.sayso"
        start = time.monotonic()
        self.assertEqual(run("add", undisturbed, lines).returncode, 0)
        whole = time.monotonic() - start
        expected = dump(undisturbed)
        random_ = random.Random(7)
        for round_ in range(KILLS):
            self.archive = self.folder / f"killed{round_}.sayso"
            for _ in range(2):
                process = self.start(lines)
                time.sleep(random_.uniform(0, whole))
                process.send_signal(signal.SIGKILL)
                process.wait()
                if self.archive.exists() and self.archive.stat().st_size > 0:
                    self.verify()
            self.add(lines)
            self.assertEqual(dump(self.archive), expected)
            self.verify()

    def test_reading_again_may_be_killed_too(self):
        lines = self.write("news.jsonl", articles(60))
        self.add(lines)
        with sqlite3.connect(self.archive) as connection:
            connection.execute("UPDATE generator SET model = 'older'")
        connection.close()
        process = self.start("--reread")
        time.sleep(1.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.verify()
        self.add("--reread")
        with sqlite3.connect(self.archive) as connection:
            models = [m for (m,) in connection.execute("SELECT DISTINCT model FROM documents")]
        connection.close()
        self.assertEqual(len(models), 1)
        self.assertNotIn("older", models)
        self.assertIn("0 added", self.add("--reread"))

    def test_an_interrupt_stores_what_was_begun(self):
        lines = self.write("news.jsonl", articles(300))
        process = subprocess.Popen([str(SAYSO), "add", str(self.archive), str(lines)], stderr=subprocess.PIPE)
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        messages = process.communicate(timeout=60)[1].decode()
        if process.returncode != 0:  # a fast machine is done before
            self.assertEqual(process.returncode, 130, messages)
            self.assertIn("interrupted after", messages)
        self.verify()

    def test_a_full_disk_loses_nothing(self):
        lines = self.write("news.jsonl", articles(120))
        self.add(self.write("first.jsonl", articles(10, seed=5)))
        before = dump(self.archive)
        limit = self.archive.stat().st_size + 100_000  # the largest size that a file may get
        done = subprocess.run([str(SAYSO), "add", str(self.archive), str(lines)], capture_output=True, timeout=300,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        messages = done.stderr.decode()
        self.assertEqual(done.returncode, 1, messages)
        self.assertIn(str(self.archive), messages)
        self.assertIn("stopped after", messages)
        self.verify()
        kept = dump(self.archive)
        self.assertLessEqual(set(before["documents"]), set(kept["documents"]))
        self.add(lines)
        self.verify()
        self.assertEqual(len(dump(self.archive)["documents"]), 130)

    def test_two_at_once_take_turns(self):
        first, second = (self.write(f"{i}.jsonl", articles(60, seed=i)) for i in (1, 2))
        processes = [self.start(first), self.start(second)]
        for process in processes:
            self.assertEqual(process.wait(timeout=120), 0)
        self.verify()
        self.assertEqual(len(dump(self.archive)["documents"]), 120)


class Refusals(ArchiveCase):
    def refused(self, *arguments, words=()):
        done = run(*arguments)
        self.assertEqual(done.returncode, 1, done.stderr)
        messages = done.stderr.decode()
        for word in (str(self.archive), *words):
            self.assertIn(word, messages)
        self.assertNotIn(b"terminate", done.stderr)

    def test_what_is_no_archive(self):
        story = self.write("news.jsonl", articles(1))
        self.archive.write_text("Dear diary, " * 500)
        for verb in (["add", self.archive, story], ["search", self.archive, "x"], ["verify", self.archive],
                     ["diff", self.archive], ["backup", self.archive, self.folder / "copy"]):
            self.refused(*verb, words=["no archive"])
        self.assertEqual(self.archive.read_text(), "Dear diary, " * 500)
        self.assertFalse((self.folder / "copy").exists())

    def test_another_programs_database(self):
        sqlite3.connect(self.archive).execute("CREATE TABLE recipe (name)").connection.close()
        self.refused("add", self.archive, EXAMPLES, words=["no archive"])

    def test_an_archive_of_a_newer_version(self):
        self.add(self.write("news.jsonl", articles(1)))
        with sqlite3.connect(self.archive) as connection:
            connection.execute("PRAGMA user_version = 4711")
        connection.close()
        self.refused("search", self.archive, "x", words=["newer version", "4711"])
        self.refused("add", self.archive, EXAMPLES, words=["newer version"])

    def test_nothing_there(self):
        self.refused("search", self.archive, "x", words=["no such archive"])
        self.refused("add", "--reread", self.archive, words=["no such archive"])
        self.assertFalse(self.archive.exists())

    def test_a_locked_archive(self):
        self.add(self.write("news.jsonl", articles(1)))
        connection = sqlite3.connect(self.archive)
        connection.execute("BEGIN IMMEDIATE")
        self.refused("add", self.archive, self.write("more.jsonl", articles(3, seed=2)), words=["locked"])
        self.assertEqual(len(self.hits("--source", "a*")), len(self.hits("--source", "a*")))  # readers go on
        connection.close()

    def as_nobody(self, *arguments):
        """The program without root's rights, or none where there is nobody to be."""
        who = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
        return subprocess.run([str(SAYSO), *map(str, arguments)], capture_output=True, timeout=120, **who)

    def test_a_read_only_folder(self):
        self.add(self.write("news.jsonl", articles(5)))
        self.folder.chmod(0o755)
        self.archive.chmod(0o444)
        more = self.write("more.jsonl", articles(5, seed=3))
        if os.getuid() != 0:
            self.folder.chmod(0o555)
            self.addCleanup(self.folder.chmod, 0o755)
        try:
            done = self.as_nobody("search", self.archive, "--json", "--from", "2025")
        except PermissionError:
            self.skipTest("the program cannot be run without root's rights here")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout)
        done = self.as_nobody("verify", self.archive)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"read-only", done.stdout)
        done = self.as_nobody("add", self.archive, more)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(str(self.archive), done.stderr.decode())
        self.verify()

    def test_a_damaged_archive(self):
        self.add(self.write("news.jsonl", articles(40)))
        data = bytearray(self.archive.read_bytes())
        random_ = random.Random(3)
        for round_ in range(12):
            damaged = bytearray(data)
            at = random_.randrange(100, len(damaged) - 600)
            damaged[at:at + 500] = random_.randbytes(500)
            self.archive.write_bytes(damaged)
            for verb in (["verify", self.archive], ["search", self.archive, "bridge"], ["diff", self.archive],
                         ["add", self.archive, self.folder / "news.jsonl"]):
                done = run(*verb)
                self.assertIn(done.returncode, (0, 1), (round_, verb[0], done.stderr))


class Searching(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.add(EXAMPLES)

    def test_words_find_what_was_said(self):
        hits = self.hits("door")
        self.assertTrue(hits)
        for hit in hits:
            self.assertEqual(hit["schema"], "sayso.hit/1")
            found = [hit["snippet"][begin:end].lower() for begin, end in hit["found"]]
            self.assertTrue(found and all(word.startswith("door") for word in found), found)
            self.assertTrue(hit["attribution"].startswith(hit["document"] + "#a"))

    def test_odd_words_are_never_a_syntax_error(self):
        for words in ('"', "'", "(", "a OR", "NEAR(a b)", "x:y", "{a}", "^a", "*", "a*b", "--", "AND", "😀", "\\", "%", "a\nb",
                      "a" * 1999):
            done = run("search", self.archive, "--json", "--", words)
            self.assertEqual(done.returncode, 0, (words, done.stderr))

    def test_too_long_a_query_is_wrong_use(self):
        done = run("search", self.archive, "a " * 2000)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"too long", done.stderr)

    def test_filters(self):
        for hit in self.hits("--cue", "deny"):
            self.assertEqual(hit["cue"], "deny")
        denials = self.hits("--cue-class", "deny", "--limit", "0")
        self.assertTrue(denials)
        self.assertTrue(all(hit["source"] and "Oyelaran" in hit["source"] for hit in self.hits("--source", "oyelaran")))
        self.assertTrue(all(hit["commitment"] == "CT-" for hit in self.hits("--commitment", "CT-")))
        for wrong in (["--act", "angry"], ["--commitment", "X"], ["--cue-class", "x"], ["--from", "soon"], ["--after", "x"]):
            done = run("search", self.archive, *wrong)
            self.assertEqual(done.returncode, 2, wrong)
        self.assertEqual(run("search", self.archive).returncode, 2)

    def test_pages_follow_one_another(self):
        whole = self.hits("--source", "the OR minister", "--limit", "0") or self.hits("--from", "1900", "--limit", "0")
        query = ["--from", "1900"]
        whole = self.hits(*query, "--limit", "0")
        done = run("search", self.archive, "--json", *query, "--limit", "5")
        place = done.stderr.decode().rpartition("--after ")[2].strip()
        second = self.hits(*query, "--limit", "5", "--after", place)
        first = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([h["attribution"] for h in first + second], [h["attribution"] for h in whole[:10]])

    def test_articles(self):
        hits = self.hits("--articles", "metro")
        self.assertTrue(hits)
        self.assertTrue(all(hit["attribution"] is None for hit in hits))

    def test_the_terminal_view_marks_what_was_found(self):
        self.assertIn("*door", self.ask("search", self.archive, "door").lower())


class Keeping(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.add(self.write("news.jsonl", articles(25)))

    def test_a_backup_is_an_archive(self):
        copy = self.folder / "copy.sayso"
        self.ask("backup", self.archive, copy)
        self.assertEqual(dump(copy), dump(self.archive))
        self.assertIn("whole", self.ask("verify", copy))
        self.ask("backup", self.archive, copy, code=2)
        self.ask("backup", "--force", self.archive, copy)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if p.name.startswith("copy")), ["copy.sayso"])

    def test_verify_as_json(self):
        check = json.loads(self.ask("verify", "--json", self.archive))
        self.assertEqual(check["problems"], [])
        self.assertTrue(check["full_text_checked"])
        self.assertEqual(check["counts"]["documents"], 25)

    def test_verify_names_damage(self):
        with sqlite3.connect(self.archive) as connection:
            connection.execute("UPDATE article_text SET text = 'something else' WHERE document = 3")
        connection.close()
        self.assertIn("article_search", self.ask("verify", self.archive, code=1))

    def test_records_are_as_read(self):
        with sqlite3.connect(self.archive) as connection:
            frames = [frame for (frame,) in connection.execute("SELECT json FROM record LIMIT 3")]
        connection.close()
        if not shutil.which("zstd"):
            self.skipTest("no zstd here")
        for frame in frames:
            text = subprocess.run(["zstd", "-dc"], input=frame, capture_output=True, check=True).stdout
            check_record(self, json.loads(text))


if __name__ == "__main__":
    unittest.main()
