#!/bin/sh
# On Linux, see that the system libraries Qt loads are there; install them where that is allowed.
# Usage: system-libraries.sh PYTHON. Elsewhere (Windows, macOS) Qt's wheels carry all they need.
set -eu
python=$1
[ "$(uname -s)" = Linux ] || exit 0

packages=$("$python" - <<'PYTHON'
import ctypes

NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
for library, package in NEEDED.items():
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
PYTHON
)
[ -n "$packages" ] || exit 0
packages=$(echo $packages)

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=no
fi
if [ "$as_root" = no ] || ! command -v apt-get >/dev/null; then
    echo "Qt needs system libraries that are missing; install them first: apt-get install $packages" >&2
    exit 1
fi

echo "Installing the system libraries that Qt needs: $packages"
apt() { $as_root sh "$(dirname "$0")/apt.sh" "$@"; }
install() { apt install -y --no-install-recommends $packages; }
install 2>/dev/null || { apt update && install; } || {
    echo "apt-get could not install them: $packages" >&2
    exit 1
}
