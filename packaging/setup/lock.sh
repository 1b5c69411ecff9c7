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
extras="--extra parquet --extra excel --extra warc --extra learn"
compile run --group build
compile dev --group dev $extras
compile interop --group dev $extras --extra spark
compile installer --extra excel --extra warc
compile packaging --group build --group packaging --extra excel --extra warc
