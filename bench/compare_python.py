#!/usr/bin/env python3
"""How fast Python's read_many is beside the program, on the same articles and with as many threads, and how long an import
takes. Both load the model within what is measured; they take turns, so that a busy machine slows both.

    .venv-python/bin/python bench/compare_python.py ARTICLES.jsonl [--rounds 3] [--threads 2]

Needs the wheel of `make wheel` and build/sayso.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
READ = """
import json, sys, sayso
reader = sayso.Reader(threads=int(sys.argv[2]))
with open(sys.argv[1]) as lines, open("/dev/null", "w") as out:
    for record in reader.read_many(map(json.loads, lines)):
        out.write(record.json)
"""


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    begin, used = time.monotonic(), os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    processor = after.children_user + after.children_system - used.children_user - used.children_system
    return time.monotonic() - begin, processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    threads = str(options.threads)
    program = [str(ROOT / "build/sayso"), "read", "--json", "--quiet", "--threads", threads, options.articles]
    package = [sys.executable, "-c", READ, options.articles, threads]
    with open(options.articles) as lines:
        count = sum(1 for _ in lines)
    ratios = []
    for number in range(options.rounds):
        (clock, used), (python_clock, python_used) = timed(program), timed(package)
        ratios.append((clock / python_clock, used / python_used))
        print(f"round {number + 1}: program {count / clock:.1f} articles/s, {used:.1f} s of the processor; "
              f"Python {count / python_clock:.1f} articles/s, {python_used:.1f} s")
    by_clock, by_processor = (statistics.median(column) for column in zip(*ratios))
    print(f"Python's rate over the program's: {by_clock:.3f} by the clock, {by_processor:.3f} by processor time (medians)")
    imports = sorted(timed([sys.executable, "-c", "import sayso"])[0] for _ in range(7))
    empty = sorted(timed([sys.executable, "-c", ""])[0] for _ in range(7))
    print(f"import sayso: {1000 * (imports[3] - empty[3]):.0f} ms beside an empty interpreter's {1000 * empty[3]:.0f} ms")


if __name__ == "__main__":
    main()
