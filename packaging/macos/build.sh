#!/bin/sh
# Build Dittomark.app and its .dmg on a Mac; signed and notarised where the secrets are given.
# Usage: build.sh PYTHON. Secrets: MACOS_IDENTITY, NOTARY_APPLE_ID, NOTARY_TEAM, NOTARY_PASSWORD.
set -eu
python=$1
cd "$(dirname "$0")/../.."
SOURCE_DATE_EPOCH=$("$python" packaging/release.py epoch)
PYTHONHASHSEED=1
export SOURCE_DATE_EPOCH PYTHONHASHSEED
version=$("$python" packaging/release.py version)
mkdir -p build dist
"$python" packaging/icons/make_icons.py build/icons
"$python" -m PyInstaller packaging/pyinstaller/dittomark.spec --noconfirm --log-level WARN \
    --distpath build/frozen --workpath build/work
app=build/frozen/Dittomark.app
image=dist/dittomark-$version-macos-$(uname -m).dmg
"$python" packaging/licences/collect.py build/frozen/dittomark "$app/Contents/Resources/THIRD-PARTY-LICENCES.txt" \
    "$image.cdx.json" "$(basename "$image")" --modules build/work/dittomark/PYZ-00.toc --without-host-libraries
cp "$app/Contents/Resources/THIRD-PARTY-LICENCES.txt" build/

# Without an identity the signature is ad hoc: the program runs, but macOS asks before it does.
# Apple notarises only what carries a time of its own server.
[ -n "${MACOS_IDENTITY:-}" ] && timestamp=--timestamp || timestamp=--timestamp=none
codesign --force --deep --options runtime "$timestamp" \
    --entitlements packaging/macos/entitlements.plist --sign "${MACOS_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

rm -rf build/dmg && mkdir build/dmg
cp -R "$app" build/dmg/
ln -s /Applications build/dmg/Applications
# The search index may hold the folder for a moment.
for attempt in 1 2 3 last; do
    hdiutil create -volname Dittomark -srcfolder build/dmg -format ULMO -ov "$image" && break
    [ "$attempt" != last ] && sleep 10
done
if [ -n "${NOTARY_PASSWORD:-}" ]; then
    codesign --sign "$MACOS_IDENTITY" --timestamp "$image"
    xcrun notarytool submit "$image" --wait --apple-id "$NOTARY_APPLE_ID" \
        --team-id "$NOTARY_TEAM" --password "$NOTARY_PASSWORD"
    xcrun stapler staple "$image"
fi
ls -l "$image"
