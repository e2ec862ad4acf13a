#!/usr/bin/env python3
"""Times the program as a user starts it. Prints medians over several runs, and the machine they were taken on."""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time

RUNS = 5


def read(sayso, inputs, env=None):
    """(seconds to the first record, seconds in all, records, peak memory in MB)"""
    started = time.perf_counter()
    process = subprocess.Popen([sayso, "read", "--json", "--quiet", *inputs], stdout=subprocess.PIPE, env=env)
    process.stdout.readline()
    first = time.perf_counter() - started
    records = 1 + sum(1 for _ in process.stdout)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{sayso} failed")
    return first, time.perf_counter() - started, records, usage.ru_maxrss / 1024


def run_steps(steps, folder):
    """Prints each step's speed; gives the number of word pieces in the folder."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([steps, folder, "--benchmark_min_time=1", f"--benchmark_out={out.name}"], check=True)
        return int(json.load(out)["context"]["word_pieces"])


def median(values):
    return statistics.median(values)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sayso", required=True)
    parser.add_argument("--steps", help="bench/sayso_bench, for the steps one by one")
    parser.add_argument("folder")
    args = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.processor() or platform.machine()}, {args.folder}")

    article = min((p for p in pathlib.Path(args.folder).rglob("*.txt")), key=lambda p: p.stat().st_size)
    with tempfile.TemporaryDirectory() as empty:
        never = {**os.environ, "XDG_CACHE_HOME": empty}
        first_ever = read(args.sayso, [str(article)], never)[0]
        starts = [read(args.sayso, [str(article)], never)[0] for _ in range(RUNS)]
    print(f"start to the first record: {median(starts):.2f} s (the very first time on a machine: {first_ever:.2f} s)")

    runs = [read(args.sayso, [args.folder]) for _ in range(RUNS)]
    seconds = [total for _, total, _, _ in runs]
    records = runs[0][2]
    print(f"{records} articles in {median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}): "
          f"{records / median(seconds):.1f} articles/s, start included")
    print(f"peak memory: {max(memory for _, _, _, memory in runs):.0f} MB", flush=True)
    if args.steps:
        pieces = run_steps(args.steps, args.folder)
        print(f"word pieces: {pieces}, so the whole program reads {pieces / median(seconds):.0f} a second")


if __name__ == "__main__":
    main()
