#!/usr/bin/env python3
"""Hostile inputs, made on the spot, and what `sayso read` does with each: a Markdown table for docs/LIMITS.md.

    scripts/hostile_inputs.py [--sayso build/sayso] [--only WORDS]

Of each: the exit code, records and errors, the last error, the time and the peak memory of the whole process, with the model loaded where
something was read.
"""

import argparse
import gzip
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

ARTICLE = b"The weir is closed, the council said on Monday. \"Nobody may cross it,\" said Ada Holt, its engineer."
BAD = b"The we\xffir is cl\xc3osed, the council said. \xf0\x9f \xed\xa0\x80 \"No,\" said Ada Holt.\n"


def warc(block: bytes, length: int | None = None) -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://weir.example/a\r\n"
    return head + b"Content-Length: %d\r\n\r\n" % (len(block) if length is None else length) + block + b"\r\n\r\n"


def http(body: bytes, *headers: bytes) -> bytes:
    return b"\r\n".join((b"HTTP/1.1 200 OK", b"Content-Type: text/html", *headers, b"", body))


def page(body: bytes) -> bytes:
    return b"<html><body><article><p>" + body + b"</p></article></body></html>"


def billion_laughs() -> bytes:
    entities = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 10))
    return (b'<?xml version="1.0"?><!DOCTYPE rss [' + entities + b"]><rss version=\"2.0\"><channel><item><title>Weir</title>"
            b"<description>&a9; " + ARTICLE + b"</description></item></channel></rss>")


def feed(items: int) -> bytes:
    item = b"<item><title>Weir</title><link>https://weir.example/%d</link></item>"
    return b"<rss version=\"2.0\"><channel>" + b"".join(item % i for i in range(items)) + b"</channel></rss>"


MILLION = 1_000_000
INPUTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "HTML nested 1,000,000 deep": ("deep.html", lambda: b"<div>" * MILLION + ARTICLE + b"</div>" * MILLION),
    "HTML, 100 KB of <div>": ("divs.html", lambda: b"<div>" * 20_000),
    "HTML, 1,000,000 unclosed <b>": ("bold.html", lambda: page(b"<b>" * MILLION + ARTICLE)),
    "HTML, a tag with 1,000,000 attributes": (
        "attributes.html", lambda: b"<p " + b" ".join(b"a%d=1" % i for i in range(MILLION)) + b">" + ARTICLE),
    "JSON nested 1,000,000 deep": ("deep.jsonl", lambda: b'{"text": ' + b"[" * MILLION + b"]" * MILLION + b"}\n"),
    "feed nested 1,000,000 deep": (
        "deep.xml", lambda: b"<rss><channel><item>" + b"<a>" * MILLION + b"</a>" * MILLION + b"</item></channel></rss>"),
    "billion laughs in a feed": ("laughs.xml", billion_laughs),
    "feed with an external entity": (
        "external.xml", lambda: b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item>'
        b"<title>Weir</title><description>&x; " + ARTICLE + b"</description></item></channel></rss>"),
    "feed with 1,000,000 items": ("items.xml", lambda: feed(MILLION)),
    "gzip bomb 1000:1, 1 GB of HTML": (
        "bomb.html.gz", lambda: gzip.compress(page(b"a" * MILLION), 9) + gzip.compress(b" " * 10**9, 9)),
    "gzip bomb in a WARC's page": (
        "bomb.warc", lambda: warc(http(gzip.compress(b" " * 10**8, 9), b"Content-Encoding: gzip")) + warc(http(page(ARTICLE)))),
    "WARC record of 2^63 bytes": ("length.warc", lambda: warc(http(page(ARTICLE)), 2**63) + warc(http(page(ARTICLE)))),
    "WARC record longer than the file": ("cut.warc", lambda: warc(http(page(ARTICLE)), 10**6)),
    "one line of 100 MB as JSON Lines": ("line.jsonl", lambda: b'{"text": "' + b"a " * 50 * MILLION + b'"}\n'),
    "one word of 10 MB": ("word.txt", lambda: b"a" * 10 * MILLION),
    "10 MB of quotation marks": ("quotes.txt", lambda: b"\"'" * 5 * MILLION),
    "invalid UTF-8, plain text": ("bad.txt", lambda: BAD),
    "invalid UTF-8, HTML": ("bad.html", lambda: page(BAD)),
    "invalid UTF-8, JSON Lines": ("bad.jsonl", lambda: b'{"text": "' + BAD.strip().replace(b'"', b"'") + b'"}\n'),
    "invalid UTF-8, RSS": (
        "bad.xml", lambda: b"<rss version=\"2.0\"><channel><item><title>Weir</title><description>" + BAD
        + b"</description></item></channel></rss>"),
    "invalid UTF-8, NewsML-G2": (
        "newsml.xml", lambda: b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><contentSet><inlineXML>'
        b"<html><body><p>" + BAD + b"</p></body></html></inlineXML></contentSet></newsItem>"),
    "invalid UTF-8, WARC": ("bad.warc", lambda: warc(http(page(BAD)))),
}


def run(sayso: str, file: pathlib.Path) -> Iterator[str]:
    """The columns behind the input's name."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen([sayso, "read", "--json", "--quiet", str(file)], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        out.seek(0)
        err.seek(0)
        records, errors = out.read().count(b"\n"), err.read().decode(errors="replace").splitlines()
    code = os.waitstatus_to_exitcode(status)
    yield f"exit {code}" if code >= 0 else f"KILLED BY SIGNAL {-code}"
    yield f"{records:,} read, {len(errors):,} refused"
    yield errors[-1].removeprefix(f"sayso: {file}").lstrip(": ")[:90].replace("|", "\\|") if errors else ""
    yield f"{seconds:.1f}"
    yield f"{usage.ru_maxrss / 1024:.0f}"


def write_elsewhere(file: pathlib.Path, make: Callable[[], bytes]) -> None:
    """In a process of its own: a child's peak memory begins with its parent's."""
    child = os.fork()
    if child == 0:
        file.write_bytes(make())
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError(f"{file.name} could not be made")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sayso", default="build/sayso")
    parser.add_argument("--only", default="", help="inputs with these words in their names")
    arguments = parser.parse_args()
    print("| input | ends with | articles | last error | s | MB |\n|---|---|---|---|---|---|")
    killed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, (file_name, make) in INPUTS.items():
            if arguments.only not in name:
                continue
            file = pathlib.Path(folder) / file_name
            write_elsewhere(file, make)
            columns = list(run(arguments.sayso, file))
            killed = killed or columns[0].startswith("KILLED")
            print("|", " | ".join([name, *columns]), "|", flush=True)
            file.unlink()
    return 1 if killed else 0


if __name__ == "__main__":
    sys.exit(main())
