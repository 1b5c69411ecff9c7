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
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null
