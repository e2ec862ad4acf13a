#!/usr/bin/env bash
# Trains on DATA, exports int8 weights to models/, measures them through the built program and writes the score table
# of models/README.md.
#
#   scripts/train.sh DATA WORK
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1
work=$2
python=.venv-train/bin/python
"$python" train/fit.py --data "$data" --work "$work"
"$python" train/export.py --data "$data" --work "$work" --out models
"$python" train/evaluate.py --data "$data" --work "$work" --sayso build/sayso --card models/README.md
