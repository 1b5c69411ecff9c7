"""What an installed program lacks is not offered there, and nobody is told to use pip."""

import ast
import importlib.util
import sys
from pathlib import Path

import pytest

import dittomark
from dittomark.exporting import FORMATS
from dittomark.system import optional_parts

PARTS = [
    value
    for value in vars(optional_parts).values()
    if isinstance(value, optional_parts.OptionalPart)
]


@pytest.fixture
def nothing_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)


@pytest.mark.usefixtures("nothing_optional")
def test_a_python_installation_is_told_what_to_install() -> None:
    assert len(PARTS) >= 6
    for part in PARTS:
        assert "pip install" in part.missing
        assert part.is_offered


@pytest.mark.usefixtures("nothing_optional")
def test_an_installed_program_offers_only_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for part in PARTS:
        assert "pip" not in part.missing
        assert not part.is_offered
    offered = set(filter(optional_parts.is_format_offered, FORMATS))
    assert set(FORMATS) - offered == {"parquet", "spacy", "xlsx"}


def test_no_other_sentence_tells_people_of_pip() -> None:
    """But two that only a Python installation can say."""
    folder = Path(str(dittomark.__file__)).parent
    told = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and any(
            isinstance(each, ast.Constant) and "pip install" in str(each.value)
            for each in node.args
        )
    }
    assert told <= {"system/optional_parts.py", "commands/suggester.py"}
