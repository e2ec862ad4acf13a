#!/usr/bin/env python3
"""Prints, for each screen over the bundled example, what axe finds, how much goes over the wire and when it is painted.

    scripts/measure_pages.py    a table in Markdown, as docs/PAGES.md has it

Needs what `make test` installs. Bytes are compressed ones with their headers, of the page alone and with its style and script
on an empty cache; first paint (of content) is the median of RUNS loads in Chromium with an empty cache.
"""

import pathlib
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/browser"))

from axe_playwright_python.sync_playwright import Axe  # noqa: E402

from served import Site, chromium  # noqa: E402

RUNS = 5
SCHEMES = ("light", "dark")
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def load(browser, url):
    """(bytes of the page, bytes of all, ms to the first paint) with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    kinds, sizes = {}, {}
    network.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(url, wait_until="networkidle")
    page.wait_for_function(f"({PAINT}) !== null")
    paint = page.evaluate(PAINT)
    context.close()
    return sum(size for i, size in sizes.items() if kinds.get(i) == "Document"), sum(sizes.values()), paint


def findings(browser, url):
    """What axe finds in light and in dark colours."""
    found = []
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        found += [f"{violation['id']} ({scheme})" for violation in Axe().run(page).response["violations"]]
        context.close()
    return found


def main():
    site = Site()
    worst = 0
    try:
        with chromium() as browser:
            load(browser, site.base + "/")  # the browser itself is warm now
            print("| screen | axe | page, KB | with style and script, KB | first paint, ms |\n|---|---|---|---|---|")
            for name, path in site.screens().items():
                found = findings(browser, site.base + path)
                runs = [load(browser, site.base + path) for _ in range(RUNS)]
                page, whole, paint = (statistics.median(values) for values in zip(*runs))
                print(f"| {name} | {', '.join(found) or 'nothing'} | {page / 1000:.1f} | {whole / 1000:.1f} | {paint:.0f} |", flush=True)
                worst += len(found)
    finally:
        site.close()
    raise SystemExit(1 if worst else 0)


if __name__ == "__main__":
    main()
