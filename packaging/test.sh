#!/bin/sh
# Prove the installers in dist/ on clean systems.
set -eu
here=$(dirname "$0")
"$here/linux/test_deb.sh" bookworm
"$here/linux/test_deb.sh" trixie
"$here/linux/test_portable.sh"
"$here/windows/test-under-wine.sh"
