#!/bin/sh
# Make the virtual environment and fill it from locked, hashed lists; then the program itself.
# Usage: set-up.sh PYTHON VENV LOCKFILE… Called by make; a second call has nothing to do.
set -eu
python=$1 venv=$2
shift 2
here=$(dirname "$0")

command -v "$python" >/dev/null || {
    echo "Dittomark needs Python 3.11 or newer: install it, or name it with PYTHON=…" >&2
    exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Dittomark needs Python 3.11 or newer, $python is $("$python" -V): name one with PYTHON=…" >&2
    exit 1
}
"$python" -m pip --version >/dev/null 2>&1 || {
    echo "pip is missing: install python3-pip" >&2
    exit 1
}

sh "$here/system-libraries.sh" "$python"

# Without a pip of its own: Debian's Python can't give it one unless python3-venv is installed.
[ -x "$venv/bin/python" ] || "$python" -m venv --without-pip "$venv"
pip() { "$python" -m pip --python "$venv/bin/python" -qq --no-input "$@"; }

for lock in "$@"; do
    echo "Installing $(grep -c '^[a-z0-9].*==' "$lock") locked packages into $venv …"
    pip install --require-hashes --no-deps --requirement "$lock"
done
pip install --no-deps --no-build-isolation --editable core --editable .
# Compiled where there is a C compiler and Python.h (python3-dev); the answers are the same without.
"$venv/bin/python" -c 'from dittomark.compare import steps
from dittomark.texts import borders
print(f"Words and sentences are found by {borders.WHICH}, compared by {steps.WHICH}")'
