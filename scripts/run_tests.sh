#!/usr/bin/env bash
# Runs every test of the release build and ends with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
ctest --test-dir build --output-on-failure --parallel "$(nproc)" | tee "$log"
failed=$(sed -nE 's/.*, ([0-9]+) tests? failed out of ([0-9]+)$/\1/p' "$log")
total=$(sed -nE 's/.*, ([0-9]+) tests? failed out of ([0-9]+)$/\2/p' "$log")
if [ -z "$total" ] || [ "$total" = 0 ]; then
  echo "no test ran" >&2
  exit 1
fi
echo "$((total - failed)) passed, $failed failed"
[ "$failed" = 0 ]
