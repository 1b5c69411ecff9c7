#!/bin/sh
# Build every installer that this machine can build. Usage: build.sh PYTHON-OF-THE-BUILD-ENVIRONMENT
set -eu
here=$(dirname "$0")
case "$(uname -s)" in
    Linux)
        sh "$here/linux/build.sh" "$1"
        sh "$here/windows/build-on-linux.sh" "$1"
        ;;
    Darwin) sh "$here/macos/build.sh" "$1" ;;
    *) echo "On Windows: packaging\\windows\\build.ps1" >&2 && exit 1 ;;
esac
sh "$here/finish.sh" "$1" dist
