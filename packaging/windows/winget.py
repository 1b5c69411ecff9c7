"""Writes the manifests of the setup for Windows' package manager.

    python packaging/windows/winget.py SETUP.EXE ADDRESS FOLDER

ADDRESS is where the setup can be downloaded. The three files go into a pull request to
microsoft/winget-pkgs (`winget validate FOLDER` checks them on Windows). The same setup installs for
one user or for all users, depending on an option.
"""

import hashlib
import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))
import release

IDENTIFIER: Final = "Dittomark.Dittomark"
SCHEMA: Final = "1.6.0"

_HEAD: Final = """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{schema}.schema.json
PackageIdentifier: {identifier}
PackageVersion: {version}
"""
_FOOT: Final = "ManifestType: {kind}\nManifestVersion: {schema}\n"
_INSTALLER: Final = """\
InstallerType: nullsoft
InstallModes:
  - interactive
  - silent
UpgradeBehavior: install
MinimumOSVersion: 10.0.0.0
ReleaseDate: {date}
FileExtensions:
  - ditto
AppsAndFeaturesEntries:
  - DisplayName: Dittomark
    Publisher: The Dittomark contributors
    ProductCode: Dittomark
ExpectedReturnCodes:
  - InstallerReturnCode: 3
    ReturnResponse: systemNotSupported
  - InstallerReturnCode: 4
    ReturnResponse: packageInUse
Installers:
  - Architecture: x64
    Scope: user
    InstallerUrl: {address}
    InstallerSha256: {sum}
  - Architecture: x64
    Scope: machine
    ElevationRequirement: elevationRequired
    InstallerSwitches:
      Custom: /ALLUSERS
    InstallerUrl: {address}
    InstallerSha256: {sum}
"""
_LOCALE: Final = """\
PackageLocale: en-US
Publisher: The Dittomark contributors
PackageName: Dittomark
License: MIT
ShortDescription: Read news articles side by side and label what they share
Description: >-
  Dittomark shows two or more news articles side by side, finds the passages they share, and lets you
  mark boilerplate, judge pairs and collect the articles that report one event. Everything stays in one
  file on your own computer.
Tags:
  - annotation
  - corpus
  - news
"""


def manifests(setup: Path, address: str) -> dict[str, str]:
    """Return the text of each file by its name."""
    bodies = {
        "version": "DefaultLocale: en-US\n",
        "installer": _INSTALLER,
        "defaultLocale": _LOCALE,
    }
    values = {
        "identifier": IDENTIFIER,
        "version": release.version(),
        "schema": SCHEMA,
        "date": release.date(),
        "address": address,
        "sum": hashlib.sha256(setup.read_bytes()).hexdigest().upper(),
    }
    names = {"version": "", "installer": ".installer", "defaultLocale": ".locale.en-US"}
    return {
        f"{IDENTIFIER}{names[kind]}.yaml": (_HEAD + body + _FOOT).format(kind=kind, **values)
        for kind, body in bodies.items()
    }


def main(setup: Path, address: str, folder: Path) -> int:
    """Write the manifests; return the exit code."""
    if not address.startswith("https://"):
        print(f"{address} is no https address", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in manifests(setup, address).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
