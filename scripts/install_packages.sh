#!/usr/bin/env bash
# Installs what building and testing sayso needs and is not there yet: Debian packages with apt (sudo is used where the
# user is not root), and with pip into .venv inside the project the OpenVINO runtime and what drives the browser in
# tests. Says what it does; a second run does nothing.
#
#   scripts/install_packages.sh [build|test|wheel|deb|spark|bench|fuzz]    default: build
set -euo pipefail
cd "$(dirname "$0")/.."

openvino_version=2026.4.1
build_packages=(
  g++ cmake ninja-build ccache git ca-certificates python3 python3-venv
  libicu-dev libssl-dev libsimdjson-dev libgumbo-dev libcld2-dev libsqlite3-dev libzstd-dev libcli11-dev nlohmann-json3-dev
  libcpp-httplib-dev libbrotli-dev zlib1g-dev libpugixml-dev libkainjow-mustache-dev pkg-config libgtest-dev libgmock-dev
)
wheel_packages=(python3-dev)
deb_packages=(dpkg-dev gzip)
spark_packages=(openjdk-17-jre-headless)
test_packages=(python3-dev python3-jsonschema chromium fonts-dejavu-core)
bench_packages=(libbenchmark-dev)
fuzz_packages=(clang-16 libclang-rt-16-dev)

wanted=("${build_packages[@]}")
case "${1:-build}" in
  build) ;;
  test) wanted+=("${test_packages[@]}") ;;
  wheel) wanted+=("${wheel_packages[@]}") ;;
  deb) wanted+=("${deb_packages[@]}") ;;
  spark) wanted+=("${spark_packages[@]}") ;;
  bench) wanted+=("${bench_packages[@]}") ;;
  fuzz) wanted+=("${fuzz_packages[@]}") ;;
  *) echo "usage: $0 [build|test|wheel|deb|spark|bench|fuzz]" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if ((${#missing[@]})); then
  sudo=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Not root and no sudo; please install: ${missing[*]}" >&2; exit 1; }
    sudo=(sudo)
  fi
  echo "Installing Debian packages: ${missing[*]}"
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

# The wheel alone: its Python dependencies are not needed to compile and run C++ against it.
python=/usr/bin/python3
if [ ! -f ".venv/openvino-$openvino_version" ]; then
  echo "Installing OpenVINO $openvino_version into .venv"
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check --no-deps "openvino==$openvino_version"
  touch ".venv/openvino-$openvino_version"
fi

# What the browser tests drive Debian's Chromium with.
browser_packages=(playwright==1.65.2 axe-playwright-python==0.1.8)
if [ "${1:-build}" = test ] && [ ! -f ".venv/browser-${browser_packages[0]#*==}" ]; then
  echo "Installing ${browser_packages[*]} into .venv"
  .venv/bin/pip install --quiet --disable-pip-version-check "${browser_packages[@]}"
  touch ".venv/browser-${browser_packages[0]#*==}"
fi

# What tests the wheel.
[ "${1:-build}" != test ] || scripts/test_python.sh install
