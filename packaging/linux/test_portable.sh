#!/bin/bash
# Carry the portable archive about as a person does: a stick whose name has a space and Bengali
# letters, an upgrade, a medium that can't be written to. Usage: test_portable.sh [ARCHIVE]
set -euo pipefail
cd "$(dirname "$0")/../.."
sh packaging/setup/need.sh Xvfb:xvfb xz:xz-utils
archive=${1:-$(ls dist/dittomark-*-linux-x86_64.tar.xz)}
work=$(mktemp -d)
stick="$work/USB স্টিক"
home=$work/home
trap 'umount "$stick" 2>/dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir -p "$stick" "$home"

say() { printf '\n== %s\n' "$*"; }
program() { env -u WAYLAND_DISPLAY HOME="$home" LANG=C.UTF-8 "$stick/dittomark/dittomark" "$@"; }
shown() { packaging/setup/with-display.sh env -u WAYLAND_DISPLAY HOME="$home" LANG=C.UTF-8 "$@"; }
named() { find "$1" -ipath '*dittomark*' -name '*.ini' -exec grep -qs 'recent=.*ditto' {} \; -print -quit | grep -q .; }
# Open the window on a project for a while, as by double-click; it is stopped from outside. A busy
# machine gets more time, until the settings in the folder name the project.
look_at() {
    local seconds
    for seconds in 8 30 90; do
        shown timeout $seconds "$stick/dittomark/dittomark" "$1" || [ $? = 124 ]
        ! named "$2" || return 0
    done
    echo "the window kept no settings in $2" >&2
    return 1
}

say "unpack and run"
tar -C "$stick" -xf "$archive"
shown "$stick/dittomark/dittomark" self-test --out "$stick/result.txt"
grep -q '^PASSED' "$stick/result.txt"
[[ $archive == *"$(program version | cut -d' ' -f2)"* ]]

say "settings and backups stay on the stick"
program demo "$stick/আমার কাজ.ditto"
look_at "$stick/আমার কাজ.ditto" "$stick/dittomark-data"
[ -z "$(find "$home" -ipath '*dittomark*' -print -quit)" ]

say "upgrade: another program folder, the same settings and projects"
project=$(sha256sum <"$stick/আমার কাজ.ditto")
settings=$(sha256sum <"$stick/dittomark-data/dittomark.ini")
rm -rf "$stick/dittomark"
tar -C "$stick" -xf "$archive"
[ "$project" = "$(sha256sum <"$stick/আমার কাজ.ditto")" ]
[ "$settings" = "$(sha256sum <"$stick/dittomark-data/dittomark.ini")" ]
look_at "$stick/আমার কাজ.ditto" "$stick/dittomark-data"

say "a medium that can't be written to: the program runs, settings are kept at home"
if [ "$(id -u)" = 0 ]; then
    mount --bind "$stick" "$stick"
    mount -o remount,ro,bind "$stick"
else
    chmod -R a-w "$stick"
fi
shown "$stick/dittomark/dittomark" self-test --out "$work/result.txt"
grep -q '^PASSED' "$work/result.txt"
look_at "$stick/আমার কাজ.ditto" "$home"
echo
size=$(stat -c %s "$archive")
echo "$(basename "$archive"): $((size / 1000000)) MB (target 50)"
[ "$size" -le 50000000 ] || { echo "over the size target" >&2; exit 1; }
echo "The portable archive passed."
