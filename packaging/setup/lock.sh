#!/bin/sh
# Write the locked, hashed requirements for every platform again. Usage: lock.sh BIN [--keep]
# With --keep, what is locked stays at its version: only what was added or taken out changes.
set -eu
bin=$1
upgrade=--upgrade
[ "${2-}" != --keep ] || upgrade=
compile() {
    name=$1
    shift
    "$bin/uv" pip compile --universal --python-version 3.11 --generate-hashes \
        $upgrade --quiet --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "requirements/$name.txt" "$@"
    echo "requirements/$name.txt: $(grep -c '==' "requirements/$name.txt") packages"
}
extras="--extra parquet --extra excel --extra warc --extra learn --extra pdf"
# sqlite-utils asks for pip only to install its plugins, which we do not use.
compile run pyproject.toml --no-emit-package pip
compile dev pyproject.toml --group dev $extras
compile build --group build --constraint requirements/dev.txt
compile benchmark pyproject.toml --group dev --group benchmark $extras
compile interop pyproject.toml --group build --group interop --extra warc
compile installer pyproject.toml --extra excel --extra warc --no-emit-package pip
compile packaging pyproject.toml --group build --group packaging --extra excel --extra warc
# The Windows lane of Linux: a Windows Python, and the numpy that Wine can run.
alone() {
    name=$1
    echo "$2" | "$bin/uv" pip compile - --no-deps --generate-hashes --quiet --no-header --no-annotate \
        --python-platform x86_64-pc-windows-msvc --python-version 3.11 --output-file "requirements/$name.txt"
}
alone wine "numpy==2.2.1"
alone windows-python "panda3d==1.10.16"
