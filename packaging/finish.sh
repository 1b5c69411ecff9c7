#!/bin/sh
# Add to the installers what stands beside them: licences and checksums. Usage: finish.sh PYTHON DIST
set -eu
python=$1 dist=$2
cd "$(dirname "$0")/.."
"$python" packaging/licences/check_bill.py "$dist"/*.cdx.json
cp build/THIRD-PARTY-LICENCES.txt "$dist/"
cd "$dist"
rm -f SHA256SUMS
sha256sum -- * >SHA256SUMS
cat SHA256SUMS
