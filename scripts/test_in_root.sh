#!/usr/bin/env bash
# Installs the wheel (build/wheel) and, where there is one, the Debian package (build/*.deb) into a Debian tree that has nothing
# but its minimal base, and runs them there. As root, with debootstrap. Nothing of this machine's libraries is seen inside.
#
#   scripts/test_in_root.sh [FOLDER]    an existing minimal tree, else a new one in a temporary folder
set -euo pipefail
cd "$(dirname "$0")/.."

root=${1:-}
made=
leave() {
  umount "$root/proc" 2>/dev/null || true
  [ -z "$made" ] || rm -rf --one-file-system "$made"
}
trap leave EXIT
if [ -z "$root" ]; then
  root=$(mktemp -d)
  made=$root
  debootstrap --variant=minbase bookworm "$root"
fi
mount -t proc proc "$root/proc"  # as in any system; OpenVINO asks it for the processors
ulimit -n 1024  # some programs close every file that they might have, one after another
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
cp /etc/resolv.conf "$root/etc/"
inside apt-get update -q >/dev/null
mkdir -p "$root/srv/test"
cp examples/harbour-line-denial.txt examples/gannet-point.jsonl "$root/srv/test/"

test_wheel() {
  inside apt-get install -y -q --no-install-recommends python3 python3-venv >/dev/null
  # Packages are fetched out here: pip's settings are this machine's.
  rm -rf "$root/srv/test/wheels"
  /usr/bin/python3 -m venv build/fetch-venv
  build/fetch-venv/bin/pip download --quiet --disable-pip-version-check -d "$root/srv/test/wheels" build/wheel/sayso-*.whl
  inside python3 -m venv --clear /srv/test/venv
  inside /srv/test/venv/bin/pip install --quiet --no-index --find-links /srv/test/wheels sayso
  inside /srv/test/venv/bin/python - <<'PYTHON'
import json, pathlib, sayso
record = sayso.read('"The bridge is closed," said Mayor Ana Silva.')
assert record.origin_name(record.attributions[0]) == "Ana Silva"
lines = pathlib.Path("/srv/test/gannet-point.jsonl").read_text().splitlines()
assert len(list(sayso.read_many(map(json.loads, lines)))) == len(lines)
print("wheel: reads", sayso.__version__)
PYTHON
}

test_deb() {
  cp "$1" "$root/srv/test/sayso.deb"
  inside apt-get install -y -q --no-install-recommends /srv/test/sayso.deb >/dev/null
  inside sayso --version
  inside test -s /usr/share/man/man1/sayso.1.gz -a -s /usr/share/zsh/vendor-completions/_sayso
  inside bash -c 'source /usr/share/bash-completion/completions/sayso && complete -p sayso' >/dev/null
  inside sayso read --quiet --json /srv/test/harbour-line-denial.txt | grep -q '"name":"Gareth Oyelaran"'
  inside sayso add --quiet /srv/test/news.sayso /srv/test/gannet-point.jsonl
  inside sayso claims --json /srv/test/news.sayso | grep -q sayso.claim/1
  echo "Debian package: reads, keeps claims"
}

if dpkg-query -W --admindir="$root/var/lib/dpkg" -f '${Package}\n' | grep -E -- '-dev$'; then
  echo "the tree has packages to compile with" >&2
  exit 1
fi
wheels=(build/wheel/sayso-*.whl) debs=(build/sayso_*.deb)
[ ! -e "${wheels[0]}" ] || test_wheel
[ ! -e "${debs[0]}" ] || test_deb "${debs[0]}"
[ -e "${wheels[0]}" ] || [ -e "${debs[0]}" ] || { echo "nothing to test: make wheel, make deb" >&2; exit 1; }
