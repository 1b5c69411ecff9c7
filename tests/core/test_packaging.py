"""The locked requirements cover what the project asks for; the desktop files say what is true."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dittomark.sample import articles as sample
from dittomark.sample.demo_project import create_demo

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


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
        ("run", ["build"], []),
        ("dev", ["test", "lint", "build"], ["parquet", "excel", "warc", "learn", "pdf"]),
        ("packaging", ["build", "packaging"], ["excel", "warc"]),
        ("installer", [], ["excel", "warc"]),
    ],
)
def test_the_locked_lists_hold_what_the_project_asks_for(
    name: str, groups: list[str], extras: list[str]
) -> None:
    asked = list(PYPROJECT["project"]["dependencies"])
    for extra in extras:
        asked += PYPROJECT["project"]["optional-dependencies"][extra]
    for group in groups:
        asked += PYPROJECT["dependency-groups"][group]
    entries = locked(name)
    missing = {canonical(item) for item in asked} - set(entries)
    assert not missing, "run `make lock`"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda f: f.stem
)
def test_every_locked_package_has_hashes_and_no_address(file: Path) -> None:
    assert "://" not in file.read_text(encoding="utf-8")
    for entry in locked(file.stem).values():
        assert "--hash=sha256:" in entry


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
