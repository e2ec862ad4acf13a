#!/usr/bin/env bash
# Speed of the whole program over a folder of articles: cold start to the first record, articles and word pieces a
# second with all cores, peak memory; then the steps one by one (bench/reading_bench.cpp).
#
#   scripts/run_bench.sh [FOLDER]    default: examples
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-examples}
export SAYSO_MODEL=${SAYSO_MODEL:-models}
exec python3 bench/whole_program.py --sayso build/bench/sayso --steps build/bench/bench/sayso_bench "$folder"
