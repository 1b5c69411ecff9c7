#!/bin/sh
# Add to the installers what stands beside them: SBOM, licences, checksums. Usage: finish.sh PYTHON DIST
set -eu
python=$1 dist=$2
cd "$(dirname "$0")/.."
version=$("$python" packaging/release.py version)
"$python" -m cyclonedx_py requirements requirements/installer.txt --pyproject pyproject.toml \
    --output-reproducible --of JSON -o "$dist/dittomark-$version.cdx.json"
cp build/THIRD-PARTY-LICENCES.txt "$dist/"
cd "$dist"
rm -f SHA256SUMS
sha256sum -- * >SHA256SUMS
cat SHA256SUMS
