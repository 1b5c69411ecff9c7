#!/bin/sh
# Run the tests on every Python that is served and present: those on the PATH, and those that uv
# brought (`uv python install 3.12 3.13`). Each has an environment of its own in build/.
set -eu
cd "$(dirname "$0")/../.."
failed="" ran=""
for version in 3.11 3.12 3.13; do
    python=$(command -v "python$version" || true)
    # A shim of pyenv is on the PATH for versions that are not chosen, and then does nothing.
    if [ -z "$python" ] || ! "$python" -c "" 2>/dev/null; then
        python=$(pyenv prefix "$version" 2>/dev/null || true)
        python=${python:+$python/bin/python}
    fi
    if [ -z "$python" ]; then
        python=$(uv python find --no-project "$version" 2>/dev/null ||
            .venv/bin/uv python find --no-project "$version" 2>/dev/null || true)
    fi
    if [ -z "$python" ]; then
        echo "Python $version is not here: skipped"
        continue
    fi
    echo "Python $version: $python"
    if make test PYTHON="$python" VENV="build/python-$version"; then
        ran="$ran $version"
    else
        failed="$failed $version"
    fi
done
echo "passed:${ran:- none}; failed:${failed:- none}"
[ -z "$failed" ] && [ -n "$ran" ]
