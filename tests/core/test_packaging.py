"""The locked requirements cover what the project asks for; the desktop files say what is true."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.helpers.scripts import script

from dittomark.sample import articles as sample
from dittomark.sample.demo_project import create_demo

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CORE = tomllib.loads((ROOT / "core/pyproject.toml").read_text(encoding="utf-8"))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[ \[<>=!~;]", name, maxsplit=1)[0]).lower()


def locked(name: str) -> dict[str, str]:
    """Return the entries of a locked list, by package."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text)
    return {canonical(entry): entry for entry in entries if "==" in entry}


@pytest.mark.parametrize(
    ("name", "groups", "extras"),
    [
        ("run", [], []),
        ("dev", ["test", "lint", "build"], ["parquet", "excel", "warc", "learn", "pdf"]),
        ("docs", ["build", "docs"], []),
        ("mutants", ["test", "lint", "build", "mutants"], []),
        ("packaging", ["build", "packaging"], ["excel", "warc", "pdf"]),
        ("installer", [], ["excel", "warc", "pdf"]),
    ],
)
def test_the_locked_lists_hold_what_the_project_asks_for(
    name: str, groups: list[str], extras: list[str]
) -> None:
    asked = [*PYPROJECT["project"]["dependencies"], *CORE["project"]["dependencies"]]
    for extra in extras:
        asked += CORE["project"]["optional-dependencies"][extra]
    for group in groups:
        asked += PYPROJECT["dependency-groups"][group]
    entries = locked(name)
    missing = {canonical(item) for item in asked} - set(entries) - {"dittomark-core"}
    assert not missing, "run `make lock`"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda f: f.stem
)
def test_every_locked_package_has_hashes_and_no_address(file: Path) -> None:
    assert "://" not in file.read_text(encoding="utf-8")
    for entry in locked(file.stem).values():
        assert "--hash=sha256:" in entry


# Whose metadata names no licence, or of which the wording is its own; looked up in their sources.
LICENCES = {
    "click-default-group": "Public Domain",
    "colorama": "BSD-3-Clause",  # Windows only
    "pytz": "MIT",
    "tzdata": "Apache-2.0",
}
CARRIED = re.compile(
    r"(?i)\b(0BSD|Apache|BSD|CC0-1\.0|CNRI-Python|ISC|MIT|MPL|Mozilla Public License|PSFL?|Public"
    r" Domain|Python Software Foundation|Unlicense|Zlib)\b"
)
# Shipped unchanged, as libraries that can be replaced (packaging/licences/collect.py).
REPLACEABLE = {"fpdf2", "pyside6-essentials", "shiboken6"}


def licence_of(name: str) -> str:
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return LICENCES.get(name, "")
    said = next((found[key] for key in ("License-Expression", "License") if key in found), "")
    classifiers = [kind for kind in found.get_all("Classifier", []) if "License ::" in kind]
    return said or "; ".join(classifiers) or LICENCES.get(name, "")


def can_be_carried(licence: str) -> bool:
    """Whether an MIT program may ship it: one choice of an "OR", every part of an "AND"."""
    return any(
        all(CARRIED.search(part) and "GPL" not in part.upper() for part in choice.split(" AND "))
        for choice in re.split(r" OR ", licence.strip("()"))
    )


@pytest.mark.parametrize("name", ["run", "installer"])
def test_no_licence_of_what_is_shipped_binds_the_whole_program(name: str) -> None:
    refused = {
        package: licence_of(package)
        for package in locked(name)
        if package not in REPLACEABLE and not can_be_carried(licence_of(package))
    }
    assert not refused


@pytest.mark.parametrize(
    ("licence", "fits"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND AGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0", False),
        ("", False),
    ],
)
def test_licences_are_told_apart(licence: str, fits: bool) -> None:
    assert can_be_carried(licence) is fits


@pytest.mark.parametrize("name", ["run", "installer"])
def test_nothing_that_only_building_needs_is_installed_to_run(name: str) -> None:
    only_built_with = locked("build").keys() - {"pluggy"}  # sqlite-utils needs it too
    assert not locked(name).keys() & (only_built_with | {"pip", "setuptools", "wheel"})


def test_library_and_window_are_of_one_version_and_licence() -> None:
    whole, core = PYPROJECT["project"], CORE["project"]
    assert whole["version"] == core["version"]
    assert f"dittomark-core=={core['version']}" in whole["dependencies"]
    assert (ROOT / "core/LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    extras = whole["optional-dependencies"]
    assert extras == {name: [f"dittomark-core[{name}]"] for name in core["optional-dependencies"]}


def test_the_file_type_is_known_by_what_a_project_begins_with(tmp_path: Path) -> None:
    path = tmp_path / "a.ditto"
    create_demo(path)
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    mime = ET.parse(ROOT / "packaging/linux/dittomark-mime.xml")
    matches = mime.findall(".//m:match", namespace)
    assert len(matches) == 2
    for match in matches:
        start = int(match.attrib["offset"])
        value = match.attrib["value"].encode()
        assert path.read_bytes()[start : start + len(value)] == value


def test_no_outlet_of_the_sample_has_an_address_that_exists() -> None:
    for item in sample.articles():
        assert re.fullmatch(r"https://[a-z]+\.example/.+", item.article.url)


def test_the_bill_of_what_is_in_a_program_lists_only_what_is_there(tmp_path: Path) -> None:
    inventory = script("packaging/licences/inventory.py")
    inner = tmp_path / "_internal"
    (inner / "numpy").mkdir(parents=True)
    found = inventory.parts(tmp_path, modules={"click", "click.core"}, host_libraries=False)
    names = [part.name for part in found]
    assert {"numpy", "click", "python", "openssl", "sqlite"} <= set(names)
    assert not {"pytest", "pillow", "mypy", "ruff"} & set(names)
    assert len(names) == len(set(names))
    bill = inventory.bill(found, artefact="x")
    assert bill == inventory.bill(found, artefact="x")
    known = {part["bom-ref"] for part in bill["components"]}
    for row in bill["dependencies"]:
        assert set(row["dependsOn"]) <= known
    lgpl = [part for part in found if "LGPL" in part.licence]
    assert lgpl
    assert all(part.source.startswith("https://") for part in lgpl)


def test_licence_file_and_bill_are_made_of_what_lies_in_the_program(tmp_path: Path) -> None:
    """The commands that a build runs; then the same program with one library more."""
    inner = tmp_path / "program/_internal"
    inner.mkdir(parents=True)
    (inner / "numpy").mkdir()

    def made() -> tuple[str, set[str]]:
        licences, bill = tmp_path / "licences.txt", tmp_path / "bill.json"
        subprocess.run(
            [sys.executable, "packaging/licences/collect.py", inner.parent, licences, bill, "x",
             "--without-host-libraries"],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip
        parts = json.loads(bill.read_text("utf-8"))["components"]
        return licences.read_text("utf-8"), {part["name"] for part in parts}

    text, names = made()
    assert "numpy" in names
    assert not {"rapidfuzz", "pytest", "ruff"} & names
    chapters = set(re.findall(r"(?m)^={78}\n(\S+) .*\n={78}$", text))
    assert names <= chapters
    assert "Permission is hereby granted" in text
    (inner / "rapidfuzz").mkdir()
    text, more = made()
    assert more - names == {"rapidfuzz"}
    assert re.search(r"(?m)^rapidfuzz .*MIT$", text)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script for Linux")
@pytest.mark.parametrize(
    ("answer", "tries", "code"),
    [
        (
            "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 812 (apt-get)",
            3,
            0,
        ),
        ("E: Unable to locate package wine64", 1, 1),
    ],
)
def test_a_build_waits_while_another_program_installs(
    tmp_path: Path, answer: str, tries: int, code: int
) -> None:
    """An `apt-get` that fails twice; what is no lock is said at once."""
    counter = tmp_path / "tries"
    fake = tmp_path / "apt-get"
    fake.write_text(
        f"#!/bin/sh\necho x >>{counter}\n"
        f"[ $(wc -l <{counter}) -gt 2 ] || {{ echo '{answer}' >&2; exit 100; }}\n"
    )
    fake.chmod(0o755)
    done = subprocess.run(
        ["sh", ROOT / "packaging/setup/apt.sh", "update"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "APT_PAUSE": "0.01"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, len(counter.read_text().split())) == (code, tries)
    assert (answer in done.stderr) == bool(code)
