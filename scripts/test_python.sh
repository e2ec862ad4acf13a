#!/usr/bin/env bash
# Tests the built wheel (`make wheel`) in .venv-python, which it makes of pinned packages where it is not there yet.
#
#   scripts/test_python.sh types      mypy --strict over package and tests
#   scripts/test_python.sh package    the package's own tests; needs the program, $SAYSO or build/sayso
#   scripts/test_python.sh exports    what the program exports, by the standards' own tools
#   scripts/test_python.sh spark      Spark on two worker processes; needs a Java runtime
#   scripts/test_python.sh install    makes .venv-python, nothing else
set -euo pipefail
cd "$(dirname "$0")/.."
python=$PWD/.venv-python/bin/python

# Installs what `$1` lists, once for each content of that file.
require() {
  local mark
  mark=.venv-python/ready-$(sha256sum "$1" | cut -c 1-16)
  [ -f "$mark" ] && return
  echo "Installing what $1 lists into .venv-python"
  [ -x "$python" ] || /usr/bin/python3 -m venv .venv-python
  "$python" -m pip install --quiet --disable-pip-version-check -r "$1"
  touch "$mark"
}

# Tests that run side by side install the wheel one after another, and only where it is another one.
install_wheel() {
  local wheel mark
  wheel=$(ls build/wheel/sayso-*.whl 2>/dev/null | head -1)
  [ -n "$wheel" ] || { echo "there is no wheel: make wheel" >&2; exit 1; }
  mark=.venv-python/wheel-$(sha256sum "$wheel" | cut -c 1-16)
  [ -f "$mark" ] && return
  rm -f .venv-python/wheel-*
  "$python" -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall "$wheel"
  touch "$mark"
}

mkdir -p build
{
  flock 9
  require python/tests/requirements.txt
  [ "$1" != spark ] || require python/tests/requirements-spark.txt
  [ "$1" = install ] || install_wheel
} 9>build/venv-python.lock

export SAYSO=${SAYSO:-$PWD/build/sayso}
case "$1" in
  install) ;;
  types) "$python" -m mypy --config-file python/pyproject.toml --cache-dir build/mypy python/sayso python/tests ;;
  package) "$python" -m pytest -q -p no:cacheprovider python/tests --ignore python/tests/test_spark.py ;;
  exports) "$python" -m pytest -q -p no:cacheprovider tests/standards ;;
  spark) "$python" -m pytest -q -p no:cacheprovider python/tests/test_spark.py ;;
  *) sed -n '2,9s/^# \?//p' "$0" >&2; exit 2 ;;
esac
