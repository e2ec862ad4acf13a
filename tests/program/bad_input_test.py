"""What the program does with input that is broken, huge, empty or hostile."""

import json
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

from program import SAYSO, check_record, run

GOOD = "The bridge will open in May, the engineer Tilda Brask said on Monday.\n"


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (self.path / name).write_bytes(data)
        return self.path / name

    def read(self, *inputs, code, **options):
        """Records, and stderr as text; checks the exit code and every record."""
        done = run("read", "--json", *inputs, **options)
        self.assertEqual(done.returncode, code, done.stderr)
        records = [json.loads(line) for line in done.stdout.splitlines()]
        for record in records:
            check_record(self, record)
        return records, done.stderr.decode()

    def expect_refused(self, path, *words):
        """The bad one is named with a reason, the good one beside it is read."""
        good = self.write("good.txt", GOOD)
        records, messages = self.read(path, good, code=1)
        self.assertEqual(len(records), 1)
        self.assertEqual(len(records[0]["attributions"]), 1)
        self.assertIn(str(path), messages)
        for word in words:
            self.assertIn(word, messages)

    def test_missing_file(self):
        self.expect_refused(self.path / "nowhere.txt", "no such file")

    def test_folder_without_files(self):
        (self.path / "empty").mkdir()
        self.expect_refused(self.path / "empty")

    def test_empty_and_blank_files(self):
        self.expect_refused(self.write("empty.txt", ""), "empty")
        self.expect_refused(self.write("blank.txt", " \n\u00a0\n"), "no text")

    def test_binary(self):
        self.expect_refused(self.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20))
        self.expect_refused(self.write("zeros.txt", bytes(5000)))

    def test_fifty_megabytes(self):
        self.expect_refused(self.write("huge.txt", "All work and no play. " * 2_400_000), "--max-bytes")

    def test_invalid_utf8_is_read(self):
        records, _ = self.read(self.write("odd.txt", b"Caf\xe9 \xff owner Bo Linde said \xc3\x28 that it was late.\n"), code=0)
        self.assertTrue(records[0]["warnings"])

    def test_no_attribution(self):
        records, messages = self.read(self.write("calm.txt", "The sea was calm and the ships lay in the harbour.\n"),
                                      code=0)
        self.assertEqual(records[0]["attributions"], [])

    def test_a_paragraph_of_100_000_characters(self):
        sentence = "The mayor said the river would rise by Friday. "
        records, _ = self.read(self.write("long.txt", sentence * (100_000 // len(sentence))), code=0)
        self.assertGreater(len(records[0]["attributions"]), 1000)

    def test_no_blanks_at_all(self):
        records, _ = self.read(self.write("dense.txt", "abc" * 40_000), code=0)
        self.assertEqual(records[0]["attributions"], [])

    def test_a_json_line_cut_in_half(self):
        whole = json.dumps({"id": "x1", "outlet": "The Weir", "title": None, "text": GOOD})
        path = self.write("lines.jsonl", f"{whole}\n{whole[: len(whole) // 2]}\n{whole}\n")
        records, messages = self.read(path, code=1)
        self.assertEqual([r["document"]["external_id"] for r in records], ["x1", "x1"])
        self.assertIn("lines.jsonl:2", messages)

    def test_quotation_marks_without_end(self):
        for name, text in (("open", "“" * 1000), ("both", "“‘\"" * 1000 + "\"’”" * 1000), ("typed", '"' * 5001)):
            self.read(self.write(f"{name}.txt", f"{text} she said, {text} and left.\n"), code=0)

    def test_a_page_that_is_one_quotation_and_one_in_capitals(self):
        self.read(self.write("quote.txt", "“" + "We waited for the boat. " * 3000 + "”\n"), code=0)
        self.read(self.write("capitals.txt", GOOD.upper() * 300), code=0)

    def test_hostile_page(self):
        page = "<html><body><article>" + "<div>" * 20_000 + f"<p>{GOOD}</p>" + "</div>" * 20_000
        records, _ = self.read(self.write("deep.html", page), code=0)
        self.assertIn("Tilda Brask", records[0]["document"]["text"])

    def test_every_script_and_line_end(self):
        text = ("Мэр Анна Ройко said the bridge was “не готов”.\r\n\r\n\U0001F6A2 Łukasz Żur told reporters that"
                "\u00a0cafe\u0301 owners had\u2009paid, e\u0301te\u0301 after e\u0301te\u0301 \U0001F468\u200d\U0001F469.\r\n")
        records, _ = self.read("-", stdin=text.encode(), code=0)
        self.assertEqual(records[0]["document"]["text"], text)

    def test_wrong_use(self):
        self.assertEqual(run("read").returncode, 2)
        self.assertEqual(run("read", "--published", "soon", "-", stdin=b"x").returncode, 2)
        self.assertEqual(run("no-such-verb").returncode, 2)

    def test_a_model_that_is_not_there(self):
        done = run("read", "--json", "--model", self.path / "no-model", self.write("good.txt", GOOD))
        self.assertEqual(done.returncode, 1)
        self.assertIn("no-model", done.stderr.decode())

    def test_a_damaged_model(self):
        for name in ("model.json", "vocab.txt", "encoder.xml", "encoder.bin"):
            self.write(name, "{}")
        done = run("read", "--json", "--model", self.path, self.write("good.txt", GOOD))
        self.assertEqual(done.returncode, 1)
        self.assertIn("model.json", done.stderr.decode())

    def test_interrupt_leaves_whole_lines(self):
        lines = "".join(json.dumps({"id": str(i), "title": None, "text": GOOD * 40}) + "\n" for i in range(3000))
        path = self.write("many.jsonl", lines)
        with subprocess.Popen([SAYSO, "read", "--json", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
            first = p.stdout.readline()
            p.send_signal(signal.SIGINT)
            rest = p.stdout.read()
            p.stderr.read()
        self.assertEqual(p.returncode, 130)
        records = [json.loads(line) for line in (first + rest).splitlines()]
        self.assertEqual([r["document"]["external_id"] for r in records], [str(i) for i in range(len(records))])
        self.assertLess(len(records), 3000)

    def test_a_reader_that_goes_away(self):
        path = self.write("many.jsonl", (json.dumps({"id": "1", "title": None, "text": GOOD}) + "\n") * 300)
        command = f"'{SAYSO}' read --json '{path}' | head -n 1 >/dev/null"
        done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, env=os.environ)
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    unittest.main()
