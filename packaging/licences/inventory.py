"""The components of a built program, found by examining its files, for the licences and SBOM.

A component is listed if one of its files or modules is in the program's folder. Packages that a lock
file names but the program doesn't use are left out, as are those that only another system needs.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))
import release  # noqa: E402

_LICENCE_FILE: Final = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_OWN: Final = {"dittomark", "dittomark-core"}
# Whose metadata names no licence in the words of SPDX.
_LICENCES: Final = {
    "click-default-group": "Unlicense",
    "colorama": "BSD-3-Clause",
    "pytz": "MIT",
    "tzdata": "Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
}
QT_NEEDS: Final = ("icu",)
OURS: Final = "dittomark"


@dataclass(slots=True)
class Part:
    """One component; `purl` is its package URL, `source` the address of its source code."""

    name: str
    version: str
    purl: str
    licence: str = ""
    texts: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    source: str = ""
    is_host_library: bool = False


def canonical(name: str) -> str:
    """Return the name of a distribution in the normalised form of package indexes."""
    return re.sub(r"[-_.]+", "-", name).lower()


def parts(
    program: Path,
    *,
    modules: Iterable[str] = (),
    installed: Iterable[Distribution] | None = None,
    host_libraries: bool = True,
) -> list[Part]:
    """Return all components in the folder `program`, sorted by name.

    `modules` are those that are packed into its executable; `installed` the distributions that it
    was built from (else: those of this Python).
    """
    here = {path.name for path in program.rglob("*")}
    inner = next(
        (program / name for name in ("_internal", "lib") if (program / name).is_dir()), program
    )
    tops = {path.name.split(".")[0] for path in inner.iterdir()}
    tops |= {name.split(".")[0] for name in modules}
    found = [*_python(here), *_fonts()]
    for one in installed if installed is not None else distributions():
        name = canonical(one.metadata["Name"])
        if name not in _OWN and _modules_of(one) & tops:
            found.append(_distribution(one, name))
    if host_libraries:
        found += _host_libraries(inner)
    names = {part.name for part in found}
    for part in found:
        part.needs = sorted(set(part.needs) & names)
    return sorted({part.name: part for part in found}.values(), key=lambda part: part.name)


def packed_modules(table: Path) -> set[str]:
    """Return the modules that PyInstaller packed into the executable, by its table of contents."""
    return {entry[0] for entry in ast.literal_eval(table.read_text("utf-8"))[1]}


def _modules_of(one: Distribution) -> set[str]:
    files = [str(file) for file in one.files or []]
    tops = {name.split("/")[0].removesuffix(".py").split(".")[0] for name in files}
    return {name for name in tops if name and name not in {"bin", "Scripts", "share", ""}} - {
        name.split("/")[0].split(".")[0] for name in files if ".dist-info/" in name and "-" in name
    }


def _distribution(one: Distribution, name: str) -> Part:
    metadata = one.metadata
    said = metadata.get("License-Expression") or metadata.get("License") or ""
    kinds = [kind for kind in metadata.get_all("Classifier") or [] if kind.startswith("License ::")]
    texts = [
        Path(str(file.locate())).read_text(errors="replace").strip()
        for file in sorted(one.files or [])
        if ".dist-info" in str(file)
        and _LICENCE_FILE.search(str(file).split(".dist-info", 1)[1])
        and Path(str(file.locate())).is_file()
    ]
    needs = [
        canonical(re.split(r"[ \[<>=!~;(]", item, maxsplit=1)[0])
        for item in one.requires or []
        if "extra ==" not in item
    ]
    licence = _LICENCES.get(name) or (said.splitlines()[0] if said else "")
    return Part(
        name, one.version, f"pkg:pypi/{name}@{one.version}",
        licence=licence or "; ".join(kind.rsplit(":: ", 1)[-1] for kind in kinds),
        texts=texts or kinds, needs=[*needs, "python"], source=_source(name, one.version),
    )  # fmt: skip


def _source(name: str, version: str) -> str:
    """Return the address of the source of an LGPL component, for exactly this version."""
    if name in {"pyside6-essentials", "shiboken6"}:
        return (
            "https://download.qt.io/official_releases/QtForPython/pyside6/"
            f"PySide6-{version}-src/pyside-setup-everywhere-src-{version}.tar.xz"
        )
    if name == "fpdf2":
        return f"https://github.com/py-pdf/fpdf2/archive/refs/tags/{version}.tar.gz"
    return ""


def _python(here: set[str]) -> Iterator[Part]:
    """Yield the interpreter and the libraries that are built into it or lie beside it."""
    import sqlite3
    import ssl

    version = ".".join(map(str, sys.version_info[:3]))
    openssl = ssl.OPENSSL_VERSION.split()[1]
    cpython = (HERE / "texts/CPython.txt").read_text("utf-8")
    yield Part(
        "python", version, f"pkg:generic/python@{version}", "PSF-2.0", [cpython],
        ["openssl", "sqlite"], f"https://www.python.org/ftp/python/{version}/Python-{version}.tar.xz",
    )  # fmt: skip
    yield Part("openssl", openssl, f"pkg:generic/openssl@{openssl}", "Apache-2.0")
    sqlite = sqlite3.sqlite_version
    yield Part("sqlite", sqlite, f"pkg:generic/sqlite@{sqlite}", "blessing")
    if qt := next(
        (one.version for one in distributions() if one.metadata["Name"] == "PySide6_Essentials"), ""
    ):
        minor = ".".join(qt.split(".")[:2])
        yield Part(
            "qt", qt, f"pkg:generic/qt@{qt}", "LGPL-3.0-only",
            [(HERE / "texts/LGPL-3.0.txt").read_text("utf-8")], list(QT_NEEDS),
            f"https://download.qt.io/archive/qt/{minor}/{qt}/single/qt-everywhere-src-{qt}.tar.xz",
        )  # fmt: skip
    for name in sorted(here):
        if icu := re.fullmatch(r"libicuuc\.so\.(\d+)", name):
            yield Part("icu", icu[1], f"pkg:generic/icu@{icu[1]}", "Unicode-3.0")


def _fonts() -> Iterator[Part]:
    text = (ROOT / "resources/dittomark_resources/fonts/OFL.txt").read_text("utf-8")
    yield Part("noto-fonts", "2", "pkg:generic/noto-fonts@2", "OFL-1.1", [text])


def _host_libraries(inner: Path) -> Iterator[Part]:
    """Yield the Debian packages whose libraries are in the folder (of the portable archive)."""
    libraries: dict[str, list[Path]] = {}
    for path in sorted(inner.glob("*.so*")):
        if path.is_symlink() or not path.is_file():
            continue
        # The interpreter is listed as such; a Debian may have one of the same name.
        if not path.name.startswith("libpython") and (owner := _owner(path.name)):
            libraries.setdefault(owner, []).append(path)
    owners = {path.name: owner for owner, paths in libraries.items() for path in paths}
    for owner, paths in libraries.items():
        version, source = _asked(
            "dpkg-query", "-W", "-f", "${Version}\t${source:Package}", owner
        ).split("\t")
        copyright_file = Path("/usr/share/doc") / owner.split(":")[0] / "copyright"
        text = copyright_file.read_text("utf-8", "replace") if copyright_file.exists() else ""
        needed = {name for path in paths for name in needed_by(path)}
        name = owner.split(":")[0]
        yield Part(
            name, version, f"pkg:deb/debian/{name}@{version}",
            licence=_main_licence(text),
            texts=[text], needs=[owners[one].split(":")[0] for one in sorted(needed) if one in owners],
            source=f"https://snapshot.debian.org/package/{source}/{version}/", is_host_library=True,
        )  # fmt: skip


def _main_licence(text: str) -> str:
    """Return the licence that a Debian copyright file names for all files but the exceptions."""
    found = re.search(r"^Files: *\*.*\n(?:(?!\n).+\n)*?License: *(\S.*)$", text, re.MULTILINE)
    return found[1] if found else ""


def needed_by(library: Path) -> list[str]:
    """Return the libraries that an ELF file asks the loader for."""
    return _asked("patchelf", "--print-needed", str(library)).split()


def _owner(name: str) -> str:
    """Return the Debian package of a library of the build system, or an empty string."""
    done = subprocess.run(["dpkg", "-S", f"*/{name}"], capture_output=True, text=True, check=False)
    line = next(iter(done.stdout.splitlines()), "")
    return line.split(": ")[0].split(", ")[0] if ": " in line else ""


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def bill(found: list[Part], *, artefact: str) -> Mapping[str, object]:
    """Return the SBOM of one artefact, CycloneDX 1.6; equal components give equal bytes."""
    own = f"pkg:generic/{OURS}@{release.version()}"
    refs = {part.name: part.purl for part in found}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": own, "name": OURS, "version": release.version(),
                "purl": own, "licenses": [{"license": {"id": "MIT"}}],
                "properties": [{"name": "dittomark:artefact", "value": artefact}],
            }
        },
        "components": [_component(part) for part in found],
        "dependencies": [
            {"ref": own, "dependsOn": sorted(refs.values())},
            *(
                {"ref": part.purl, "dependsOn": sorted(refs[name] for name in part.needs)}
                for part in found
            ),
        ],
    }  # fmt: skip


def _component(part: Part) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library", "bom-ref": part.purl, "name": part.name, "version": part.version,
        "purl": part.purl,
    }  # fmt: skip
    if part.licence:
        component["licenses"] = [{"license": {"name": part.licence}}]
    if part.source:
        component["externalReferences"] = [{"type": "source-distribution", "url": part.source}]
    return component
