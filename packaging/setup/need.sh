#!/bin/sh
# See that tools are there; install their Debian packages where that is allowed.
# Usage: need.sh TOOL:PACKAGE …
set -eu
missing=
for entry; do
    command -v "${entry%%:*}" >/dev/null || [ -e "${entry%%:*}" ] || missing="$missing ${entry#*:}"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing tools; install them first: apt-get install$missing" >&2
    exit 1
fi
here=$(dirname "$0")
sh "$here/apt.sh" update
sh "$here/apt.sh" install -y --no-install-recommends $missing
