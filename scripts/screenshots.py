#!/usr/bin/env python3
"""Makes docs/screenshots/: pictures of the screens that the README shows, of the bundled example.

    scripts/screenshots.py [NAME...]    of these screens, shown or not

Needs what `make test` installs. The names are those of tests/browser/served.py.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/browser"))

from served import Site, chromium  # noqa: E402

FOLDER = ROOT / "docs/screenshots"
DRAWN = {"timeline", "graph", "graph-acts", "events"}
WIDTH, HEIGHT = 1200, 820
MOST_BYTES = 240_000  # of a picture; they stay in the repository's history


def take(page, site, name, path):
    page.goto(site.base + path, wait_until="networkidle" if name in DRAWN else "load")
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    if file.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{file.relative_to(ROOT)} has {file.stat().st_size} bytes, more than {MOST_BYTES}")
    print(file.relative_to(ROOT), file.stat().st_size, "bytes")


def main():
    shown = re.findall(r"docs/screenshots/([a-z-]+)\.png", (ROOT / "README.md").read_text(encoding="utf-8"))
    wanted = sys.argv[1:] or shown
    FOLDER.mkdir(parents=True, exist_ok=True)
    site = Site(options=("--write",))
    try:
        with chromium() as browser:
            page = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light").new_page()
            page.goto(site.address)  # the review queue has its buttons
            for name, path in site.screens().items():
                if name in wanted:
                    take(page, site, name, path)
    finally:
        site.close()


if __name__ == "__main__":
    main()
