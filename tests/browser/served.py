"""An archive of the bundled examples, served by the built program, and a browser before it."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAYSO = pathlib.Path(os.environ.get("SAYSO", ROOT / "build/sayso"))
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """Runs until close(). `articles`: lines of JSON beside the example."""

    def __init__(self, articles=(), options=()):
        self.folder = tempfile.TemporaryDirectory()
        self.archive = pathlib.Path(self.folder.name) / "gannet-point.sayso"
        more = pathlib.Path(self.folder.name) / "more.jsonl"
        more.write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
        inputs = [str(ROOT / "examples/gannet-point.jsonl"), *([str(more)] if articles else [])]
        subprocess.run([str(SAYSO), "add", str(self.archive), *inputs], check=True, capture_output=True, timeout=120)
        port = free_port()
        self.base = f"http://localhost:{port}"
        self.server = subprocess.Popen([str(SAYSO), "serve", str(self.archive), "--port", str(port), *options],
                                       stdout=subprocess.PIPE, text=True)
        self.address = self.server.stdout.readline().strip()  # comes when the server listens
        assert self.address.startswith(self.base), self.address

    def close(self):
        self.server.terminate()
        self.server.wait(timeout=20)
        self.server.stdout.close()
        self.folder.cleanup()

    def get(self, path):
        with urllib.request.urlopen(self.base + path, timeout=30) as answer:
            return answer.read().decode()

    def data(self, path):
        return json.loads(self.get(path))

    def screens(self):
        """{name: path} of every screen, with something on it."""
        claim = self.data("/claims.json")["rows"][0]["id"]
        document = self.data("/documents.json")["rows"][0]["id"]
        event = self.data("/events.json")["rows"][0]["id"]
        entity = self.data("/entities.json")["rows"][0]["url"]
        return {
            "start": "/",
            "claims": "/claims",
            "claim": f"/claims/{claim}",
            "origins": f"/claims/{claim}/origins",
            "documents": "/documents",
            "reader": f"/documents/{document}",
            "timeline": f"/timeline?claim={claim}",
            "compare": "/compare",
            "entities": "/entities",
            "entity": entity,
            "graph": "/graph",
            "graph-acts": "/graph?kind=acts",
            "review": "/review",
            "events": "/events",
            "event": f"/events/{event}",
            "search": "/search?q=light",
            "nothing-found": "/search?q=xylophone+light&outlet=Nowhere",
            "read": "/read",
        }


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
