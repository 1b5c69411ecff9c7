#!/bin/sh
# Write the locked, hashed requirements for every platform again. Usage: lock.sh BIN
set -eu
bin=$1
compile() {
    name=$1
    shift
    "$bin/uv" pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --upgrade --quiet --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "requirements/$name.txt" "$@"
    echo "requirements/$name.txt: $(grep -c '==' "requirements/$name.txt") packages"
}
extras="--extra parquet --extra excel --extra warc --extra learn --extra pdf"
compile run --group build
compile dev --group dev $extras
compile benchmark --group dev --group benchmark $extras
compile interop --group build --group interop --extra warc
compile installer --extra excel --extra warc
compile packaging --group build --group packaging --extra excel --extra warc
# The Windows lane of Linux: a Windows Python, and the numpy that Wine can run.
alone() {
    name=$1
    echo "$2" | "$bin/uv" pip compile - --no-deps --generate-hashes --quiet --no-header --no-annotate \
        --python-platform x86_64-pc-windows-msvc --python-version 3.11 --output-file "requirements/$name.txt"
}
alone wine "numpy==2.2.1"
alone windows-python "panda3d==1.10.16"
