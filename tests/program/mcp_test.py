"""`sayso mcp` as an assistant runs it: JSON-RPC over lines, on an archive of the bundled affair."""

import json
import pathlib
import tempfile
import unittest

from program import run


class Conversation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.archive = pathlib.Path(folder.name) / "news.sayso"
        added = run("add", cls.archive, "examples/gannet-point.jsonl")
        assert added.returncode == 0, added.stderr

    def converse(self, *calls):
        """The answers to tools/call of each (name, arguments), as JSON, after the usual opening."""
        lines = [{"jsonrpc": "2.0", "id": "i", "method": "initialize", "params": {"protocolVersion": "2025-06-18"}},
                 {"jsonrpc": "2.0", "method": "notifications/initialized"},
                 *({"jsonrpc": "2.0", "id": i, "method": "tools/call", "params": {"name": name, "arguments": arguments}}
                   for i, (name, arguments) in enumerate(calls))]
        done = run("mcp", self.archive, stdin="".join(json.dumps(line) + "\n" for line in lines).encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([a["id"] for a in answers], ["i", *range(len(calls))])
        for answer in answers[1:]:
            self.assertFalse(answer["result"]["isError"], answer)
        return [json.loads(a["result"]["content"][0]["text"]) for a in answers[1:]]

    def test_from_a_search_to_the_origins(self):
        found, claims, person = self.converse(("search", {"words": "light switched"}), ("claim", {}), ("who", {"name": "edda thorsby"}))
        self.assertTrue(any("Thorsby" in (hit["source"] or "") for hit in found["hits"]))
        self.assertIn("Edda Thorsby", [*(e["name"] for e in person["entities"]), *person.get("near", ())])
        first = claims["claims"][0]["id"]
        origins, claim, record = self.converse(("origins", {"id": first}), ("claim", {"id": first[:6]}),
                                               ("read", {"document": found["hits"][0]["document"]}))
        self.assertEqual(claim["claim"]["schema"], "sayso.claim/1")
        self.assertEqual(sum(o["independent"] for o in origins["origins"]), origins["independent_origins"])
        self.assertEqual(record["schema"], "sayso.record/1")

    def test_a_text_is_read(self):
        [record] = self.converse(("read", {"text": "Anna Berg denied on Monday that the bridge was closed.", "outlet": "Courier"}))
        self.assertEqual(record["attributions"][0]["source"]["text"], "Anna Berg")
        self.assertEqual(record["attributions"][0]["commitment"], "CT-")

    def test_nothing_but_answers_is_printed(self):
        done = run("mcp", self.archive, stdin=b"{\n\n[[[[\n" + b"[" * 1_000_000 + b"\n\xff\xfe\n")
        self.assertEqual(done.returncode, 0)
        for line in done.stdout.splitlines():
            self.assertIn("error", json.loads(line))


if __name__ == "__main__":
    unittest.main()
