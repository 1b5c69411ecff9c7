"""Write the licences of everything in a built program, and its SBOM.

    build/venv/bin/python packaging/licences/collect.py PROGRAM LICENCES.txt SBOM.json ARTEFACT
        [--modules PYZ-00.toc] [--site FOLDER] [--without-host-libraries]

PROGRAM is the program's folder. `--modules` is PyInstaller's table of the modules packed into the
executable; `--site` the folder of the packages that it was built from, where that is not this
Python's own.
"""

import argparse
import json
from importlib.metadata import distributions
from pathlib import Path

import inventory

RULE = "=" * 78
QT = """Dittomark uses Qt and PySide6 (Qt for Python), version {version}, under the GNU Lesser General
Public License, version 3. They are shipped unchanged, as separate shared libraries in the folder
PySide6 of the program's folder. You may replace them by your own build of the same version: put
your files in the place of ours. Qt contains third-party code; its notices are listed at
https://doc.qt.io/qt-6/licenses-used-in-qt.html, among them those of ICU (Unicode License),
HarfBuzz (MIT), FreeType (FTL), libjpeg-turbo (BSD), libpng, PCRE2 (BSD), zlib.
"""
FPDF = """The library fpdf2 writes the PDF reports. It is shipped unchanged, as files of Python in the folder
fpdf, under the GNU Lesser General Public License, version 3 (see above). You may replace it by
your own version: put your files in the place of ours.
"""


def chapter(title: str, *texts: str) -> str:
    """Return one chapter of the collection, with a title between rules."""
    return f"{RULE}\n{title}\n{RULE}\n\n" + "\n\n".join(text for text in texts if text) + "\n"


def licences(found: list[inventory.Part]) -> str:
    """Return the licences of all components as one text, our own first."""
    texts = inventory.HERE / "texts"
    own = (inventory.ROOT / "LICENSE").read_text("utf-8")
    gpl = (texts / "GPL-3.0.txt").read_text("utf-8")
    chapters = [chapter("Dittomark", own)]
    for part in found:
        source = f"Source code: {part.source}" if part.source else ""
        notes = {"qt": QT.format(version=part.version), "fpdf2": FPDF}.get(part.name, "")
        chapters.append(
            chapter(
                f"{part.name} {part.version} — {part.licence or 'see below'}",
                notes,
                source,
                *part.texts,
            )
        )
    chapters.append(chapter("GNU General Public License 3, which the LGPL builds on", gpl))
    return "\n".join(chapters)


def main() -> None:
    """Write the licence text and the SBOM."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("program", "licences", "sbom"):
        parser.add_argument(name, type=Path)
    parser.add_argument("artefact")
    parser.add_argument("--modules", type=Path)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--without-host-libraries", action="store_true")
    given = parser.parse_args()
    found = inventory.parts(
        given.program,
        modules=inventory.packed_modules(given.modules) if given.modules else (),
        installed=distributions(path=[str(given.site)]) if given.site else None,
        host_libraries=not given.without_host_libraries,
    )
    for file in (given.licences, given.sbom):
        file.parent.mkdir(parents=True, exist_ok=True)
    given.licences.write_text(licences(found), encoding="utf-8")
    bill = inventory.bill(found, artefact=given.artefact)
    given.sbom.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{given.licences}: {len(found)} parts")


if __name__ == "__main__":
    main()
