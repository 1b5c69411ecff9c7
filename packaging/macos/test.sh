#!/bin/sh
# Prove the .dmg: mount it, copy the program out as a person does, run the self-test, remove it.
# Usage: test.sh IMAGE.DMG
set -eu
image=$1
mount=$(mktemp -d)
target=$(mktemp -d)/Applications
mkdir -p "$target"
hdiutil attach -nobrowse -readonly -mountpoint "$mount" "$image"
trap 'hdiutil detach "$mount"; rm -rf "$(dirname "$target")"' EXIT
cp -R "$mount/Dittomark.app" "$target/"
codesign --verify --deep --strict "$target/Dittomark.app"
"$target/Dittomark.app/Contents/MacOS/Dittomark" self-test --out "$target/result.txt"
grep "found by compiled code, compared by compiled code" "$target/result.txt"
grep '^PASSED' "$target/result.txt"
case $image in
    *"$("$target/Dittomark.app/Contents/MacOS/Dittomark" version | cut -d' ' -f2)"*) ;;
    *) echo "the program does not know its version" >&2 && exit 1 ;;
esac
