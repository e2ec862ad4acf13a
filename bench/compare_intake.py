#!/usr/bin/env python3
"""Pages a second of intake alone against trafilatura and resiliparse, on the same pages, in one run.

Each program gets pages in memory and gives the article's text; trafilatura and sayso its metadata as well. A process a
core for the Python ones, a thread a core for sayso; rounds alternate, and the median of each is printed. Processor
time is printed too, which other work on the machine changes least.

    python3 -m venv VENV && VENV/bin/pip install trafilatura lxml_html_clean resiliparse
    VENV/bin/python bench/compare_intake.py --bench build/bench/bench/intake_bench FOLDER    (.html or .html.gz)
"""

import argparse
import gzip
import multiprocessing
import os
import pathlib
import resource
import statistics
import subprocess
import time

ROUNDS = 3


def load(folder):
    files = sorted(path for path in pathlib.Path(folder).iterdir() if path.name.endswith((".html", ".html.gz")))
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in files]


def trafilatura_page(page):
    import trafilatura
    return trafilatura.bare_extraction(page, with_metadata=True) is not None


def resiliparse_page(page):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree
    return bool(extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True))


def python_round(function, pages, cores):
    """(seconds, processor seconds) of all pages; workers are started and warm before the clock is."""
    with multiprocessing.Pool(cores) as pool:
        pool.map(function, pages[:2 * cores], chunksize=1)
        before, started = pool_seconds(pool, cores), time.perf_counter()
        pool.map(function, pages, chunksize=1)
        seconds = time.perf_counter() - started
        return seconds, pool_seconds(pool, cores) - before


def own_seconds(_):
    time.sleep(0.05)  # so that each worker takes one
    used = resource.getrusage(resource.RUSAGE_SELF)
    return os.getpid(), used.ru_utime + used.ru_stime


def pool_seconds(pool, cores):
    return sum(dict(pool.map(own_seconds, range(8 * cores), chunksize=1)).values())


def sayso_round(bench, folder, pages, cores):
    output = subprocess.run([bench, "--threads", str(cores), "--runs", "5", folder], check=True, capture_output=True, text=True)
    rates = [tuple(map(float, line.split())) for line in output.stdout.splitlines()]
    rate, cpu_rate = (statistics.median(column) for column in zip(*rates))
    return len(pages) / rate, len(pages) / cpu_rate


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, help="build/bench/bench/intake_bench")
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("folder")
    args = parser.parse_args()
    pages = load(args.folder)
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"{len(pages)} pages of {size:.0f} kB, {args.cores} cores, load {os.getloadavg()[0]:.1f}")
    rounds = {"sayso": [], "resiliparse": [], "trafilatura": []}
    for _ in range(ROUNDS):
        rounds["sayso"].append(sayso_round(args.bench, args.folder, pages, args.cores))
        rounds["resiliparse"].append(python_round(resiliparse_page, pages, args.cores))
        rounds["trafilatura"].append(python_round(trafilatura_page, pages, args.cores))
    for name, times in rounds.items():
        wall, cpu = (statistics.median(column) for column in zip(*times))
        print(f"{name:12} {len(pages) / wall:8.1f} pages/s, {len(pages) / cpu:8.1f} a processor second")


if __name__ == "__main__":
    main()
