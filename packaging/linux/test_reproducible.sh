#!/bin/sh
# Build the Linux packages again, from a clone in another folder, and compare them with those in
# dist/ byte by byte. Usage: test_reproducible.sh PYTHON
set -eu
python=$1
cd "$(dirname "$0")/../.."
first=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet . "$work/another folder"
cd "$work/another folder"
git checkout --quiet --detach "$(git -C "$first" rev-parse HEAD)"
packaging/setup/set-up.sh "$python" build/venv requirements/packaging.txt
sh packaging/linux/build.sh build/venv/bin/python
for package in dist/*.deb dist/*.tar.xz; do
    cmp "$package" "$first/$package"
    sha256sum "$package"
done
echo "Two builds are equal."
