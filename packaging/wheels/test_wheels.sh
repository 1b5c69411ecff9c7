#!/bin/sh
# Install the built distributions into fresh environments, with what the package index resolves.
# Usage: test_wheels.sh BIN DIST
set -eu
bin=$1 dist=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fresh() { "$bin/uv" venv --quiet --python "$bin/python" "$work/$1"; }
install() { "$bin/uv" pip install --quiet --python "$1/bin/python" --find-links "$dist" "$2"; }
size() { du -sm "$1" | cut -f1; }

fresh core
# The newest, should an older build lie there.
wheel=$(ls -t "$dist"/dittomark_core-*.whl | head -n 1)
install "$work/core" "$wheel"
if "$work/core/bin/python" -c "import PySide6" 2>/dev/null; then
    echo "dittomark-core brings Qt along" >&2
    exit 1
fi
"$work/core/bin/dittomark" self-test | tee "$work/said"
case "$wheel" in *-abi3-*) grep -q "found by compiled code, compared by compiled code" "$work/said" ;; esac
! "$work/core/bin/dittomark" 2>"$work/refused"
grep -q "pip install dittomark" "$work/refused"
echo "dittomark-core alone: $(size "$work/core") MB"

fresh whole
install "$work/whole" "$(ls "$dist"/dittomark-*.whl)"
QT_QPA_PLATFORM=offscreen "$work/whole/bin/dittomark" self-test
echo "dittomark: $(size "$work/whole") MB"
