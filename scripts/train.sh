#!/usr/bin/env bash
# Trains on DATA, exports int8 weights to models/, measures them through the built program and writes the score tables
# of models/README.md and docs/MODEL.md.
#
#   scripts/train.sh DATA WORK
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1
work=$2
python=.venv-train/bin/python
"$python" train/fit.py --data "$data" --work "$work"
"$python" train/fit_late.py --data "$data" --work "$work"
"$python" train/export.py --data "$data" --work "$work" --out models
for fold in 0 1 2 3 4; do # for the cross-validated figure of UNER
  "$python" train/export.py --data "$data" --work "$work" --out "$work/fold-$fold" --fold "$fold" --from models
done
"$python" train/evaluate.py --data "$data" --work "$work" --sayso build/sayso --card models/README.md --card docs/MODEL.md
