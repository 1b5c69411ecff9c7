"""Gather the licences of everything an installer carries into one file.

    build/venv/bin/python packaging/licences/collect.py requirements/installer.txt OUT

Each shipped library's own licence texts come from its installed metadata. PySide6 and shiboken6
bring none, and CPython, Qt and the fonts are no Python packages: their texts stand in `texts/` and
beside the fonts.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RULE = "=" * 78
# Only needed to install or build; nothing of it is in the program.
NOT_SHIPPED = {
    "pip",
    "setuptools",
    "hatchling",
    "editables",
    "trove-classifiers",
    "pluggy",
    "pathspec",
}

QT = """Dittomark uses Qt and PySide6 (Qt for Python), version {version}, under the GNU Lesser General
Public License, version 3. They are shipped unchanged, as separate shared libraries in the folder
PySide6 of the program's folder. You may replace them by your own build of the same version: put
your files in the place of ours. The source code of Qt and of PySide6 is published by The Qt Company
at https://download.qt.io/ under the same version number. Qt contains third-party code; its
notices are listed at https://doc.qt.io/qt-6/licenses-used-in-qt.html, among them those of ICU
(Unicode License), HarfBuzz (MIT), FreeType (FTL), libjpeg-turbo (BSD), libpng, PCRE2 (BSD), zlib.
"""


def shipped(lock: Path) -> list[str]:
    """Return the names of the packages that the lock file pins, those that are shipped."""
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", lock.read_text(), flags=re.MULTILINE)
    return [name for name in dict.fromkeys(names) if name not in NOT_SHIPPED]


def licence_texts(package: Distribution) -> list[str]:
    """Return the texts of the licence files in a package's metadata."""
    wanted = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
    found = [
        file
        for file in package.files or []
        if ".dist-info" in str(file) and wanted.search(str(file).split(".dist-info", 1)[1])
    ]
    return [Path(str(file.locate())).read_text(errors="replace").strip() for file in sorted(found)]


def chapter(title: str, *texts: str) -> str:
    """Return one entry of the collection."""
    return f"{RULE}\n{title}\n{RULE}\n\n" + "\n\n".join(texts) + "\n"


def main(lock: Path, out: Path) -> None:
    """Write the collection."""
    texts = HERE / "texts"
    qt = distribution("PySide6_Essentials").version
    chapters = [
        chapter("Dittomark", (ROOT / "LICENSE").read_text()),
        chapter("Qt and PySide6", QT.format(version=qt), (texts / "LGPL-3.0.txt").read_text()),
        chapter(
            "GNU General Public License 3, which the LGPL builds on",
            (texts / "GPL-3.0.txt").read_text(),
        ),
        chapter("Python", (texts / "CPython.txt").read_text()),
        chapter("Noto fonts", (ROOT / "resources/dittomark_resources/fonts/OFL.txt").read_text()),
    ]
    for name in shipped(lock):
        if name.lower().startswith(("pyside6", "shiboken6")):
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # pinned for another system
        licence = package.metadata.get("License-Expression") or package.metadata.get("License", "")
        head = f"{package.metadata['Name']} {package.version} — {licence.splitlines()[0] if licence else 'see below'}"
        own = licence_texts(package)
        if not own and not licence:
            classifiers = package.metadata.get_all("Classifier") or []
            own = [item for item in classifiers if item.startswith("License ::")]
        chapters.append(chapter(head, *own))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(chapters), encoding="utf-8")
    print(f"{out}: {len(chapters)} entries")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
