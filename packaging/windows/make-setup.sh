#!/bin/sh
# Pack a program folder as setup. Usage: make-setup.sh PYTHON FOLDER SETUP.EXE
set -eu
python=$1 folder=$2 setup=$3
cd "$(dirname "$0")/../.."
SOURCE_DATE_EPOCH=$("$python" packaging/release.py epoch)
export SOURCE_DATE_EPOCH
"$python" packaging/system_words.py nsis build/setup
"$python" packaging/windows/file_list.py "$folder" build/setup/remove.nsh
# A 64-bit setup, which a Wine without 32-bit libraries can run too; Debian's makensis knows it.
makensis -V2 -DTARGET=amd64-unicode "-DVERSION=$("$python" packaging/release.py version)" "-DSOURCE=$PWD/$folder" \
    "-DOUT=$PWD/$setup" "-DSIZE=$(du -sk "$folder" | cut -f1)" "-DICONS=$PWD/build/icons" \
    "-DLANGUAGES=$PWD/build/setup/languages.nsh" "-DREMOVE=$PWD/build/setup/remove.nsh" \
    "-DLICENCE=$PWD/LICENSE" packaging/windows/dittomark.nsi
ls -l "$setup"
