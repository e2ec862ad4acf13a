"""The documents say what the code does: options, folders, fields, codes, version, and the README's commands."""

import contextlib
import json
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unittest

from program import ROOT, SAYSO, run

STAGES = ["intake", "language", "reading", "claims", "publish", "archive"]  # in the order of the data flow; fronts come after
FRONTS = ["serve", "mcp", "cli"]  # over include/ alone; the command line also starts the others


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


class Documents(unittest.TestCase):
    def test_every_option_is_in_the_readme(self):
        readme = text_of("README.md")
        for verb in ([], ["read"], ["catalog", "import"], ["catalog", "list"]):
            for option in re.findall(r"--[a-z][a-z-]+", run(*verb, "--help").stdout.decode()):
                self.assertIn(option, readme, f"sayso {' '.join(verb)} {option}")

    def test_every_folder_is_in_the_architecture(self):
        page = text_of("docs/ARCHITECTURE.md")
        tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
        folders = {"/".join(p.split("/")[:depth]) for p in tracked for depth in (1, 2)
                   if p.count("/") >= depth and not p.startswith((".", "fuzz/", "tests/"))}
        self.assertTrue(not tracked or len(folders) > 10)
        for folder in sorted(folders):
            self.assertIn(f"`{folder}/`", page)

    def test_every_field_of_the_schema_is_described(self):
        page = text_of("docs/RECORD.md")
        schema = json.loads(text_of("docs/record.schema.json"))

        def fields(node):
            if isinstance(node, dict):
                yield from node.get("properties", {}) if isinstance(node.get("properties"), dict) else ()
                for child in node.values():
                    yield from fields(child)

        for field in sorted(set(fields(schema))):
            self.assertIn(f"`{field}`", page)

    def test_every_warning_and_error_code_is_described(self):
        page = text_of("docs/RECORD.md")
        warned = set()
        for file in (ROOT / "src").rglob("*.cpp"):
            warned |= set(re.findall(r'warn\(\s*"([a-z0-9_]+)"', file.read_text(encoding="utf-8")))
        self.assertTrue(warned)
        enumeration = re.search(r"enum class ErrorCode \{(.*?)\};", text_of("include/sayso/result.h"), re.S).group(1)
        errors = set(re.findall(r"^  ([a-z_]+),", enumeration, re.M))
        self.assertGreater(len(errors), 5)
        for code in sorted(warned | errors):
            self.assertIn(f"`{code}`", page)

    def test_limits_are_what_the_code_says(self):
        rows = re.findall(r"^\|[^|]+\| ([^|]+) \| `(\w+)` in (\S+) \|$", text_of("docs/LIMITS.md"), re.M)
        self.assertGreater(len(rows), 10)
        for limit, name, file in rows:
            set_to = re.search(rf"\b{name}(?: =\s+|{{)([^;}}]+?)[;}}]", text_of(file))
            self.assertIsNotNone(set_to, name)
            self.assertTrue(limit.startswith(set_to[1]), f"{name} is {set_to[1]}, not {limit}")

    def test_every_table_and_view_of_an_archive_is_described(self):
        page = text_of("docs/ARCHIVE.md")
        with tempfile.TemporaryDirectory() as folder:
            archive = pathlib.Path(folder) / "news.sayso"
            self.assertEqual(run("add", "--quiet", archive, "examples/articles.jsonl").returncode, 0)
            with contextlib.closing(sqlite3.connect(f"{archive.as_uri()}?mode=ro", uri=True)) as database:
                rows = database.execute("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') "
                                        "AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_search_*'").fetchall()
                self.assertGreater(len(rows), 30)
                for name, _ in rows:
                    self.assertIn(f"`{name}`", page)
                for view in (name for name, kind in rows if kind == "view"):
                    database.execute(f'SELECT * FROM "{view}" LIMIT 1').fetchall()
                for question in re.findall(r"((?:^    [^$\n].*\n)+)", page, re.M):
                    database.execute(question.strip().rstrip(";")).fetchall()

    def test_one_version(self):
        version = text_of("VERSION").strip()
        self.assertIn(version, run("--version").stdout.decode())
        self.assertIn(f"## {version}", text_of("CHANGELOG.md"))

    def test_the_commands_of_the_readme_work(self):
        commands = re.findall(r"^    \$ (build/sayso .*)$", text_of("README.md"), re.M)
        self.assertGreater(len(commands), 2)
        for command in commands:
            with self.subTest(command):
                line = command.replace("build/sayso", f"'{SAYSO}'")
                done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=ROOT, capture_output=True, timeout=120)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(done.stdout)

    def test_the_result_in_the_readme_is_what_the_program_prints(self):
        readme = text_of("README.md")
        shown = re.search(r"^    \$ (build/sayso read --no-color.*)\n((?:(?:    .*)?\n)+?)(?=\S)", readme, re.M)
        line = shown.group(1).replace("build/sayso", f"'{SAYSO}'")
        printed = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, timeout=120).stdout
        percent = re.compile(r"\d+%")  # may differ by a little between processors
        for expected in filter(None, (row.strip() for row in shown.group(2).splitlines())):
            if expected != "…":
                self.assertIn(percent.sub("%", expected), percent.sub("%", printed))


class Layers(unittest.TestCase):
    """A stage includes headers of its own and of earlier stages; fronts use include/ and their own."""

    def test_no_stage_reaches_back(self):
        for i, stage in enumerate(STAGES):
            self.check(stage, STAGES[: i + 1])
        for i, front in enumerate(FRONTS):
            self.check(front, FRONTS[: i + 1])

    def check(self, folder, allowed):
        files = [p for p in (ROOT / "src" / folder).iterdir() if p.suffix in (".h", ".cpp")]
        self.assertTrue(files)
        for file in files:
            for included in re.findall(r'#include "([a-z_]+)/', file.read_text(encoding="utf-8")):
                self.assertIn(included, [*allowed, "sayso"], file.name)


if __name__ == "__main__":
    unittest.main()
