#!/bin/bash
# Install the .deb on a clean Debian or Ubuntu (a chroot), use it as an ordinary user, upgrade it, remove it.
# Usage: test_deb.sh [SUITE [DEB]]. Needs root. The X server runs outside, so that its libraries can't
# hide a dependency that the package forgot. Pictures: build/deb-test/*.png.
set -euo pipefail
suite=${1:-bookworm}
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "test_deb.sh needs root: it installs into a chroot" >&2; exit 1; }
# What is mounted into the chroot is seen by this script alone and gone with it, even if it is killed.
[ -n "${DITTOMARK_OWN_MOUNTS-}" ] || DITTOMARK_OWN_MOUNTS=1 exec unshare --mount packaging/linux/test_deb.sh "$@"
sh packaging/setup/need.sh debootstrap:debootstrap \
    /usr/share/keyrings/debian-archive-keyring.gpg:debian-archive-keyring lintian:lintian Xvfb:xvfb import:imagemagick \
    desktop-file-validate:desktop-file-utils appstreamcli:appstream xdotool:xdotool
deb=${2:-$(ls dist/dittomark_*_amd64.deb)}
work=$PWD/build/deb-test
base=$work/$suite.tar
root=$work/$suite
mkdir -p "$work"

case $suite in
    jammy | noble) # Ubuntu 22.04, 24.04
        mirror=http://archive.ubuntu.com/ubuntu components=main,universe
        keyring=${UBUNTU_KEYRING:-/usr/share/keyrings/ubuntu-archive-keyring.gpg} # Debian 12 has no package of it
        sh packaging/setup/need.sh "$keyring:ubuntu-keyring"
        ;;
    *) mirror=http://deb.debian.org/debian components=main keyring=/usr/share/keyrings/debian-archive-keyring.gpg ;;
esac

say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { chroot --userspec=1000:1000 "$root" env -i HOME=/home/anna PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY="$display" "$@"; }
files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt -o -path ./var/lib/dpkg \) -prune -o -print | sort); }

say "lintian"
lintian --profile debian --allow-root --fail-on error,warning --tag-display-limit 0 "$deb"

[ -e "$base" ] || {
    say "a clean $suite"
    rm -rf --one-file-system "$root"
    # Older debootstraps don't know newer suites; all of them are made alike.
    script=/usr/share/debootstrap/scripts/$suite
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
    debootstrap --variant=minbase --include=ca-certificates --components=$components --keyring="$keyring" \
        "$suite" "$root" $mirror "$script" >"$work/debootstrap.log" || { tail "$work/debootstrap.log"; exit 1; }
    tar -C "$root" -cf "$base" .
}
rm -rf --one-file-system "$root" && mkdir "$root" && tar -C "$root" -xf "$base"
# The way to the packages is the host's; so is the suite's mirror that debootstrap wrote.
apt-config dump | grep -iE '^Acquire::(http|https)::' >"$root/etc/apt/apt.conf.d/99host" || true
cp -r /etc/ssl/certs/. "$root/etc/ssl/certs/"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount --bind /proc "$root/proc"
# Nodes of its own (those of debootstrap), never the host's /dev: what removes the folder would empty it.
mkdir -p "$root/dev/shm" && chmod 1777 "$root/dev/shm"
# A number far from those of other servers, as in with-display.sh; it is written when the server is ready.
Xvfb ":$((20000 + $$ % 20000))" -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
xvfb=$!
trap 'kill $xvfb' EXIT
for _ in $(seq 100); do [ ! -s "$work/display" ] || break; sleep 0.1; done
display=:$(cat "$work/display")

inside apt-get update -qq
inside useradd --create-home --uid 1000 anna
cp "$deb" "$root/tmp/dittomark.deb"
inside apt-get install -y -qq --no-install-recommends shared-mime-info desktop-file-utils libglib2.0-bin >/dev/null 2>&1
files >"$work/before.txt"
inside sh -c "dpkg-query -W -f '\${Package}\n' | sort" >"$work/packages-before.txt"

say "install, with the dependencies that the package names and nothing else"
inside apt-get install -y -qq --no-install-recommends /tmp/dittomark.deb >"$work/install.log" 2>&1 || { cat "$work/install.log"; exit 1; }

say "menu entry, file type, manual page"
desktop-file-validate "$root/usr/share/applications/dittomark.desktop"
appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml || [ $? = 3 ]
inside update-desktop-database -q
as_user dittomark demo /home/anna/sample.ditto
[[ $(as_user gio info -a standard::content-type /home/anna/sample.ditto) == *application/vnd.dittomark.project* ]]
[[ $(as_user gio mime application/vnd.dittomark.project) == *dittomark.desktop* ]]

[ "$(as_user dittomark version)" = "Dittomark $(dpkg-deb -f "$deb" Version)" ]

say "self-test as an ordinary user, in a window under Xvfb and without a display"
as_user dittomark self-test --out /home/anna/self-test.txt
grep -q '^PASSED' "$root/home/anna/self-test.txt"
grep -q 'on xcb' "$root/home/anna/self-test.txt"
grep -q 'found by compiled code, compared by compiled code' "$root/home/anna/self-test.txt" || {
    echo "the package has no compiled code: it was built without a C compiler or Python.h" >&2
    exit 1
}
chroot --userspec=1000:1000 "$root" env -i HOME=/home/anna PATH=/usr/bin:/bin LANG=C.UTF-8 dittomark self-test

say "double-click on a project: what the menu entry runs"
command=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/dittomark.desktop")
as_user ${command/\%f//home/anna/sample.ditto} &
window=$!
# Busy machines take their time.
for _ in $(seq 90); do ! DISPLAY=$display xdotool search --name Dittomark >/dev/null 2>&1 || break; sleep 1; done
sleep 8
DISPLAY=$display import -window root "$work/window.png"
DISPLAY=$display xdotool search --name Dittomark >/dev/null
kill $window
wait $window 2>/dev/null || true
echo "picture: $work/window.png"

say "upgrade keeps projects and settings"
before=$(sha256sum "$root/home/anna/sample.ditto")
find "$root/home/anna" -type f | sort >"$work/home-before.txt"
rm -rf "$work/newer" && dpkg-deb -R "$deb" "$work/newer"
sed -i 's/^Version: .*/Version: 99.0/' "$work/newer/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$work/newer" "$root/tmp/newer.deb" >/dev/null
inside dpkg -i /tmp/newer.deb >"$work/upgrade.log"
[ "$(inside dpkg-query -W -f '${Version}' dittomark)" = 99.0 ]
[ "$before" = "$(sha256sum "$root/home/anna/sample.ditto")" ]
find "$root/home/anna" -type f | sort | diff "$work/home-before.txt" -
as_user dittomark self-test --no-window >/dev/null

say "remove: nothing is left of the program"
inside apt-get purge -y -qq dittomark >/dev/null 2>&1
inside apt-get autoremove --purge -y -qq >/dev/null 2>&1
inside sh -c "dpkg-query -W -f '\${Package}\n' | sort" | diff "$work/packages-before.txt" -
files | diff "$work/before.txt" - | grep -i ditto && { echo "files of the program are left" >&2; exit 1; }
[ -e "$root/home/anna/sample.ditto" ]

size=$(stat -c %s "$deb")
installed=$(dpkg-deb -f "$deb" Installed-Size)
echo
echo "$(basename "$deb"): $((size / 100000))e5 bytes (target 440e5), installed $((installed * 1024 / 1000000)) MB (target 170)"
[ "$size" -le 44000000 ] && [ $((installed * 1024)) -le 170000000 ] || { echo "over the size target" >&2; exit 1; }
echo "The .deb passed on $suite."
