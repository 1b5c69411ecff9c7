#!/bin/sh
# Pack a program folder as setup. Usage: make-setup.sh PYTHON FOLDER SETUP.EXE
set -eu
python=$1 folder=$2 setup=$3
cd "$(dirname "$0")/../.."
SOURCE_DATE_EPOCH=$("$python" packaging/release.py epoch)
export SOURCE_DATE_EPOCH
# Paths of the program may be named to makensis in either spelling; it runs on Windows too.
makensis -V2 "-DVERSION=$("$python" packaging/release.py version)" "-DSOURCE=$PWD/$folder" \
    "-DOUT=$PWD/$setup" "-DSIZE=$(du -sk "$folder" | cut -f1)" "-DICONS=$PWD/build/icons" \
    "-DLANGUAGES=$PWD/packaging/windows/languages" packaging/windows/dittomark.nsi
ls -l "$setup"
