#!/usr/bin/env bash
# Trains a teacher and the two students that ship on DATA, exports their int8 weights, measures them through the built
# program and writes the score tables of models/README.md and docs/MODEL.md. Made for one GPU (about 15 minutes); on two
# CPU cores a teacher's epoch takes hours. Each training goes on where it was interrupted.
#
#   scripts/train.sh DATA WORK
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1
work=$2
python=.venv-train/bin/python
teacher=$work/teacher/checkpoint.pt
"$python" train/fit.py --data "$data" --work "$work/teacher" --encoder mpnet --rate 7e-5 --epochs 6
"$python" train/fit.py --data "$data" --work "$work/default" --teacher "$teacher" --layers 0,2,4,7,9,11 --inner 1536 --epochs 10
"$python" train/fit_names.py --data "$data" --work "$work/default"
"$python" train/export.py --data "$data" --work "$work/default" --out models
for fold in 0 1 2 3 4; do # for the cross-validated figure of UNER
  "$python" train/export.py --data "$data" --work "$work/default" --out "$work/default/fold-$fold" --fold "$fold" --from models
done
"$python" train/evaluate.py --data "$data" --work "$work/default" --sayso build/sayso --card models/README.md --card docs/MODEL.md
