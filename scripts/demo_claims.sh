#!/bin/bash
# Adds one affair to an archive of its own and prints what is claimed, the claim in most articles last.
set -euo pipefail
cd "$(dirname "$0")/.."
sayso=${SAYSO:-build/sayso}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$sayso" add --quiet "$folder/demo.sayso" examples/gannet-point.jsonl
echo
echo "What examples/gannet-point.jsonl claims together: sayso add, sayso claims"
"$sayso" claims "$folder/demo.sayso" --limit 1
