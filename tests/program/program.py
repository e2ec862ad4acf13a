"""The built program, run as a user would, and checks that hold for every record."""

import functools
import json
import os
import pathlib
import subprocess

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAYSO = pathlib.Path(os.environ.get("SAYSO", ROOT / "build/sayso"))
BLANK = {"\u0085", "\u00a0", "\u1680", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
         *map(chr, range(0x2000, 0x200B)), *" \t\n\v\f\r"}


def run(*arguments, stdin=b"", cwd=ROOT, env=None):
    """CompletedProcess with bytes; stdin is bytes."""
    return subprocess.run([str(SAYSO), *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, timeout=300,
                          env={**os.environ, "NO_COLOR": "1", **(env or {})})


def records_of(*arguments, **options):
    done = run("read", "--json", *arguments, **options)
    return [json.loads(line) for line in done.stdout.splitlines()]


@functools.cache
def validator():
    schema = json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check_record(test, record):
    """The schema, and what a schema cannot say: spans cut their text, blocks cover it."""
    errors = sorted(validator().iter_errors(record), key=str)
    test.assertEqual(errors, [])
    text = record["document"]["text"]
    for attribution in record["attributions"]:
        for part in ("source", "cue", "content"):
            passage = attribution[part]
            if passage is not None:
                cut = " ".join(text[b:e] for b, e in passage["spans"])
                test.assertEqual(cut, passage["text"])
                test.assertEqual(passage["spans"], sorted(passage["spans"]))
    end = 0
    for block in record["document"]["blocks"]:
        test.assertTrue(set(text[end : block["begin"]]) <= BLANK, text[end : block["begin"]])
        test.assertLess(block["begin"], block["end"])
        end = block["end"]
    test.assertTrue(set(text[end:]) <= BLANK, text[end:])
