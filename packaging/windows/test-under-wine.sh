#!/bin/bash
# Install the setup for one user under Wine, use the program, upgrade it, uninstall it.
# Usage: test-under-wine.sh [SETUP.EXE]
set -euo pipefail
cd "$(dirname "$0")/../.."
sh packaging/setup/need.sh /usr/lib/wine/wine64:wine64 Xvfb:xvfb \
    x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64
setup=$(realpath "${1:-$(ls dist/*-wine-test-setup.exe)}")
export WINEPREFIX=$PWD/build/wine WINEARCH=win64 WINEDEBUG=-all LC_ALL=C.UTF-8
system=$WINEPREFIX/drive_c/windows/system32

# Debian keeps it beside the loader, and in no folder of the PATH.
wineserver() { /usr/lib/wine/wineserver "$@"; }
trap 'wineserver -k 2>/dev/null || true' EXIT

say() { printf '\n== %s\n' "$*"; }
# Wine wants pipes, not files or closed handles, on both sides of a console program.
wine() { : | timeout 300 packaging/setup/with-display.sh /usr/lib/wine/wine64 "$@" 2>&1 | cat; return "${PIPESTATUS[1]}"; }
registry() { wine reg query "$1" ${2:+/v "$2"} 2>/dev/null | tr -d '\r' || true; }

say "a new Windows"
wineserver -k 2>/dev/null || true
rm -rf "$WINEPREFIX" build/wine-stdin
mkdir -p "$WINEPREFIX"
wine wineboot -i >/dev/null
wine winecfg -v win10 >/dev/null
build/venv/bin/python packaging/windows/wine_stubs.py build/windows/Dittomark "$system"
# The uninstaller goes on in a copy of itself: the display stays until the program is gone.
uninstall() {
    : | timeout 300 packaging/setup/with-display.sh bash -c '
        /usr/lib/wine/wine64 "$1/uninstall.exe" /S
        for _ in $(seq 60); do [ ! -e "$1/uninstall.exe" ] || sleep 1; done
        sleep 3' uninstall "$1" 2>&1 | cat
    [ ! -e "$1/uninstall.exe" ] || { echo "$1 was not uninstalled" >&2; exit 1; }
}
user=$(echo "$WINEPREFIX"/drive_c/users/*/ | tr ' ' '\n' | grep -v Public | head -1)
program=${user}AppData/Local/Programs/Dittomark
home_files() { (cd "$user" && find . -type f | sort); }
home_files >build/wine-before.txt

say "install silently, for one user"
wine "$setup" /S
[ -e "$program/Dittomark.exe" ] && [ -e "$program/uninstall.exe" ]
[ -n "$(find "$user" -name Dittomark.lnk -path '*Start Menu*')" ]
registry 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dittomark' | grep -q QuietUninstallString

say "self-test of the installed program"
wine "$program/dittomark-cli.exe" self-test --out 'C:\self-test.txt'
grep -q '^PASSED' "$WINEPREFIX/drive_c/self-test.txt"
grep -q 'on windows' "$WINEPREFIX/drive_c/self-test.txt"
named=$(wine "$program/dittomark-cli.exe" version | tr -d '\r' | sed -n 's/^Dittomark //p')
[[ -n $named && $setup == *"$named"* ]] || { echo "it says that it is version $named" >&2; exit 1; }

say "double-click on a project: the command that the file type names"
wine "$program/dittomark-cli.exe" demo 'C:\work নমুনা.ditto' >/dev/null
command=$(registry 'HKCU\Software\Classes\Dittomark.Project\shell\open\command' | sed -n 's/.*REG_SZ *//p')
[ "$command" = "\"$(echo "$command" | cut -d'"' -f2)\" \"%1\"" ] || { echo "unquoted: $command" >&2; exit 1; }
registry 'HKCU\Software\Classes\.ditto' | grep -q Dittomark.Project
exe=$(echo "$command" | cut -d'"' -f2)
mkfifo build/wine-stdin
exec 8<>build/wine-stdin # a pipe that nobody closes
(timeout 180 packaging/setup/with-display.sh /usr/lib/wine/wine64 "$exe" 'C:\work নমুনা.ditto' <&8 >/dev/null 2>&1 || true) &
opened=$!
for _ in $(seq 90); do [ ! -e "$WINEPREFIX/drive_c/work নমুনা.ditto-wal" ] || break; sleep 1; done
[ -e "$WINEPREFIX/drive_c/work নমুনা.ditto-wal" ] || { echo "the project was not opened" >&2; exit 1; }

say "refuse to touch a running program (exit code 4)"
code=0
wine "$setup" /S || code=$?
[ "$code" = 4 ] || { echo "it ended with $code" >&2; exit 1; }
wineserver -k || true
wait $opened 2>/dev/null || true

say "upgrade: the program is written again, settings, projects and what somebody laid there stay"
rm "$program/lib/dittomark/releases-address.txt"
echo mine >"$program/my notes.txt"
mkdir -p "${user}AppData/Roaming/Dittomark"
echo kept >"${user}AppData/Roaming/Dittomark/kept.txt"
wine "$setup" /S
[ -e "$program/lib/dittomark/releases-address.txt" ] && [ -e "$program/my notes.txt" ]
[ -e "${user}AppData/Roaming/Dittomark/kept.txt" ]
wine "$program/dittomark-cli.exe" self-test --no-window >/dev/null

say "uninstall: nothing is left but what is the user's"
uninstall "$program"
[ "$(cd "$program" && find . -type f)" = "./my notes.txt" ] || { find "$program" | head; exit 1; }
rm -r "$program"
for key in 'HKCU\Software\Classes\Dittomark.Project' 'HKCU\Software\Classes\.ditto' \
    'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dittomark'; do
    [[ $(registry "$key") != *REG_* ]] || { echo "left in the registry: $key" >&2; exit 1; }
done
[ -e "${user}AppData/Roaming/Dittomark/kept.txt" ] && [ -e "$WINEPREFIX/drive_c/work নমুনা.ditto" ]
home_files | diff build/wine-before.txt - | grep '^>' | grep -viE 'AppData/(Roaming|Local)/Dittomark/|/Temp/' && {
    echo "files of the program are left" >&2
    exit 1
}

say "a folder that holds other things gets a folder Dittomark inside, and keeps its own"
letters=$WINEPREFIX/drive_c/letters
mkdir -p "$letters/2026"
echo dear >"$letters/2026/letter.txt"
wine "$setup" /S '/D=C:\letters'
[ -e "$letters/Dittomark/Dittomark.exe" ] && [ ! -e "$letters/Dittomark.exe" ]
uninstall "$letters/Dittomark"
[ "$(find "$letters" | sort | tr '\n' ' ')" = "$letters $letters/2026 $letters/2026/letter.txt " ] ||
    { find "$letters"; exit 1; }

say "for everybody of the computer"
everybody="$WINEPREFIX/drive_c/Program Files/Dittomark"
wine "$setup" /S /ALLUSERS /DESKTOP
[ -e "$everybody/Dittomark.exe" ] && [ ! -e "$program" ]
registry 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dittomark' | grep -q QuietUninstallString
registry 'HKLM\Software\Classes\Dittomark.Project\shell\open\command' | grep -q 'Program Files'
[ -n "$(find "$WINEPREFIX/drive_c/users/Public" "$WINEPREFIX/drive_c/ProgramData" -name Dittomark.lnk)" ]
wine "$setup" /S /ALLUSERS # an upgrade
[ -e "$everybody/Dittomark.exe" ]
uninstall "$everybody"
[ ! -e "$everybody" ]
[[ $(registry 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dittomark') != *REG_* ]]
[ -z "$(find "$WINEPREFIX/drive_c/users/Public" "$WINEPREFIX/drive_c/ProgramData" -name Dittomark.lnk)" ]

wineserver -k || true
size=$(stat -c %s "$setup")
installed=$(du -sb build/windows/Dittomark | cut -f1)
echo
echo "$(basename "$setup"): $((size / 1000000)) MB (target 36), installed $((installed / 1000000)) MB (target 150)"
[ "$size" -le 36000000 ] && [ "$installed" -le 150000000 ] || { echo "over the size target" >&2; exit 1; }
echo "The Windows setup passed under Wine."
