#!/bin/sh
# Build the Linux packages. Usage: build.sh PYTHON-OF-THE-BUILD-ENVIRONMENT
set -eu
python=$1
cd "$(dirname "$0")/../.."
# Qt's plugins for Wayland are in the package; what they need is looked up in the libraries themselves.
libraries=/usr/lib/$(uname -m)-linux-gnu
sh packaging/setup/need.sh strip:binutils ld:binutils patchelf:patchelf dpkg-shlibdeps:dpkg-dev \
    xz:xz-utils "$libraries/libwayland-cursor.so.0:libwayland-cursor0" \
    "$libraries/libwayland-egl.so.1:libwayland-egl1"

SOURCE_DATE_EPOCH=$("$python" packaging/release.py epoch)
PYTHONHASHSEED=1
export SOURCE_DATE_EPOCH PYTHONHASHSEED
mkdir -p build dist
"$python" packaging/icons/make_icons.py build/icons
"$python" -m PyInstaller packaging/pyinstaller/dittomark.spec --noconfirm --log-level WARN \
    --distpath build/frozen --workpath build/work
"$python" packaging/linux/build_deb.py build/frozen/dittomark dist
