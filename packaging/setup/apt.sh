#!/bin/sh
# Run apt-get quietly; while another apt or dpkg has the lock, wait for it, ten minutes at most.
# Usage: apt.sh ARGUMENT… (as root). APT_PAUSE: seconds between two tries.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
said=$(mktemp)
trap 'rm -f "$said"' EXIT
waited=0
while ! apt-get -qq "$@" </dev/null >/dev/null 2>"$said"; do
    # E: Could not get lock /var/lib/apt/lists/lock. It is held by process 812 (apt-get)
    if ! grep -q "Could not get lock\|Unable to lock\|Unable to acquire the dpkg frontend lock" "$said" ||
        [ "$waited" -ge 120 ]; then
        cat "$said" >&2
        exit 1
    fi
    [ "$waited" -gt 0 ] || echo "Another program installs packages: waiting for it …" >&2
    waited=$((waited + 1))
    sleep "${APT_PAUSE:-5}"
done
