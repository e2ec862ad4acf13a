#!/bin/bash
# Adds one affair to an archive of its own, prints what is claimed, and says how to open it in the browser.
set -euo pipefail
cd "$(dirname "$0")/.."
sayso=${SAYSO:-build/sayso}
archive=build/demo.sayso
rm -f "$archive" "$archive"-wal "$archive"-shm
"$sayso" add --quiet "$archive" examples/gannet-point.jsonl
echo
echo "What examples/gannet-point.jsonl claims together: sayso add, sayso claims"
"$sayso" claims "$archive" --limit 1
echo
echo "The same in the browser: $sayso serve $archive"
echo "and then open http://localhost:8765/ (Ctrl-C stops it)"
