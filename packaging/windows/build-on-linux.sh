#!/bin/sh
# Build the Windows setup on Linux, for tests under Wine. Usage: build-on-linux.sh PYTHON
set -eu
python=$1
cd "$(dirname "$0")/../.."
sh packaging/setup/need.sh makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64
mkdir -p build dist
"$python" packaging/windows/assemble.py build/windows
sh packaging/windows/make-setup.sh "$python" build/windows/Dittomark \
    "dist/dittomark-$("$python" packaging/release.py version)-windows-x86_64-wine-test-setup.exe"
