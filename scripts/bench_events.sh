#!/usr/bin/env bash
# Sentences a second of the events' stage alone, in one thread, over a file or folder of articles; builds the bench preset
# where it is missing.
#
#   scripts/bench_events.sh [INPUT]    default: examples
set -euo pipefail
cd "$(dirname "$0")/.."
input=${1:-examples}
export SAYSO_MODEL=${SAYSO_MODEL:-models}
if [ ! -x build/bench/bench/sayso_bench ]; then
  cmake --preset bench >/dev/null
  cmake --build build/bench --target sayso_bench
fi
exec build/bench/bench/sayso_bench --benchmark_filter='^events$' "$input"
