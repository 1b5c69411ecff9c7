#!/bin/sh
# Prove the installers in dist/ on clean systems.
set -eu
here=$(dirname "$0")
sh "$here/linux/test_deb.sh" bookworm
sh "$here/linux/test_portable.sh"
sh "$here/windows/test-under-wine.sh"
