#!/usr/bin/env python3
"""Loads a running `sayso serve` with many clients, some of them slow, and prints how fast it answered.

    scripts/load_pages.py [--address http://localhost:8765] [--clients 64] [--slow 64] [--seconds 30]

Quick clients ask for pages one after another over connections that stay open; slow ones send a request a byte a second and read
nothing. Exit code 1 where a quick client met an error.
"""

import argparse
import asyncio
import collections
import json
import random
import time
import urllib.parse
import urllib.request


def paths_of(base):
    """[(name, path)] of pages that there are, each kind alike often."""
    def rows(path):
        with urllib.request.urlopen(base + path, timeout=60) as answer:
            return json.load(answer)["rows"]

    documents = [row["id"] for row in rows("/documents.json?_size=200")]
    claims = [row["id"] for row in rows("/claims.json?_size=50")]
    entities = [row["url"] for row in rows("/entities.json?_size=50")]
    events = [row["url"] for row in rows("/events.json?_size=50")]
    kinds = {
        "start": ["/"],
        "claims": ["/claims", "/claims?contested=on", "/claims?origins=2"],
        "claim": [f"/claims/{c}" for c in claims],
        "origins": [f"/claims/{c}/origins" for c in claims],
        "documents": ["/documents", "/documents.json?_size=100"],
        "reader": [f"/documents/{d}" for d in documents],
        "timeline": ["/timeline", *(f"/timeline?claim={c}" for c in claims)],
        "entities": ["/entities"],
        "entity": entities,
        "events": ["/events", *events],
        "graph": ["/graph", "/graph?kind=acts"],
        "compare": ["/compare", *(f"/compare?claim={c}" for c in claims)],
        "review": ["/review"],
        "search": [f"/search?q={word}" for word in ("police", "minister", "denied", "two+people", "xylophone+minister")],
        "style": ["/static/site.css"],
    }
    return {kind: paths for kind, paths in kinds.items() if paths}


class Load:
    def __init__(self, base, kinds, until):
        self.host, self.port = urllib.parse.urlsplit(base).hostname, urllib.parse.urlsplit(base).port
        self.kinds, self.until = kinds, until
        self.times, self.errors = collections.defaultdict(list), collections.Counter()

    async def ask(self, reader, writer, path):
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0]) if "content-length:" in head else 0
        await reader.readexactly(length)
        return int(head.split(" ")[1]), "connection: close" in head

    async def quick(self, seed):
        choose = random.Random(seed)
        connection = None
        while time.monotonic() < self.until:
            kind = choose.choice(list(self.kinds))
            began = time.monotonic()
            try:
                fresh = connection is None
                if fresh:
                    connection = await asyncio.open_connection(self.host, self.port)
                status, closes = await asyncio.wait_for(self.ask(*connection, choose.choice(self.kinds[kind])), 30)
                self.times[kind].append(time.monotonic() - began)
                if status >= 400:
                    self.errors[f"{kind} {status}"] += 1
                if closes:
                    connection[1].close()
                    connection = None
            except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as error:
                if connection:
                    connection[1].close()
                connection = None
                if fresh:  # a connection that was kept may have been closed meanwhile
                    self.errors[f"{kind} {type(error).__name__}"] += 1
        if connection:
            connection[1].close()

    async def slow(self):
        while time.monotonic() < self.until:
            try:
                _, writer = await asyncio.open_connection(self.host, self.port)
                for byte in b"GET /claims HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"x" * 100:
                    writer.write(bytes([byte]))
                    await writer.drain()
                    await asyncio.sleep(1)
                    if time.monotonic() > self.until:
                        break
                writer.close()
            except OSError:
                await asyncio.sleep(0.2)

    async def run(self, clients, slow):
        await asyncio.gather(*(self.quick(i) for i in range(clients)), *(self.slow() for _ in range(slow)))


def share(times, part):
    return sorted(times)[min(len(times) - 1, int(part * len(times)))] * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--address", default="http://localhost:8765")
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--slow", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    load = Load(options.address, paths_of(options.address), time.monotonic() + options.seconds)
    asyncio.run(load.run(options.clients, options.slow))
    print("page         requests   p50 ms   p99 ms   max ms")
    for kind, times in [*load.times.items(), ("all", [t for times in load.times.values() for t in times])]:
        print(f"{kind:12} {len(times):8} {share(times, .5):8.0f} {share(times, .99):8.0f} {max(times) * 1000:8.0f}")
    print(f"{sum(load.errors.values())} errors", dict(load.errors) or "")
    raise SystemExit(1 if load.errors else 0)


if __name__ == "__main__":
    main()
