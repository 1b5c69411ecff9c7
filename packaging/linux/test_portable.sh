#!/bin/sh
# Unpack the portable archive into a folder with a space and Bengali letters, and run it from there.
set -eu
cd "$(dirname "$0")/../.."
sh packaging/setup/need.sh Xvfb:xvfb xz:xz-utils
archive=$(ls dist/dittomark-*-linux-x86_64.tar.xz)
stick=$(mktemp -d)/"USB স্টিক"
mkdir -p "$stick"
tar -C "$stick" -xf "$archive"
packaging/setup/with-display.sh env -u WAYLAND_DISPLAY HOME="$stick" LANG=C.UTF-8 \
    "$stick/dittomark/dittomark" self-test --out "$stick/result.txt"
grep -q '^PASSED' "$stick/result.txt"
rm -rf "$(dirname "$stick")"
echo "$(basename "$archive") passed: $(($(stat -c %s "$archive") / 1000000)) MB"
