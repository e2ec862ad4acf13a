#!/usr/bin/env bash
# Runs each fuzz target for a while, from its seeds, the intake's test cases and the examples; new inputs are kept under
# build/fuzz/corpus. Stops at the first crash, whose input lies beside the target.
#
#   scripts/run_fuzzers.sh SECONDS
set -euo pipefail
cd "$(dirname "$0")/.."
for source in fuzz/*_fuzz.cpp; do
  target=$(basename "$source" .cpp)
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  echo "== $target"
  "build/fuzz/fuzz/$target" -max_total_time="$1" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/$target-" "$corpus" "fuzz/seeds/${target%_fuzz}" tests/intake/cases examples 2>&1 |
    grep -E "ERROR|SUMMARY|stat::number|stat::average"
done
