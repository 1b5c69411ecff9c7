"""Where the program keeps what belongs to this user: in their own folder, or on their stick."""

import os
from pathlib import Path

import pytest

from dittomark.system.user_folders import PORTABLE_FOLDER, data_folder, use_portable_folder

NAMES = ("DITTOMARK_DATA", "DITTOMARK_SETTINGS")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with the program's folder on it; the environment says nothing."""
    for name in NAMES:
        monkeypatch.setenv(name, "")  # restored afterwards, whatever the test sets
        monkeypatch.delenv(name)
    (tmp_path / "USB স্টিক" / "dittomark").mkdir(parents=True)
    return tmp_path / "USB স্টিক"


def test_a_folder_beside_the_program_keeps_settings_and_backups(stick: Path) -> None:
    (stick / PORTABLE_FOLDER).mkdir()
    assert use_portable_folder(stick / "dittomark")
    assert data_folder() == stick / PORTABLE_FOLDER
    assert Path(os.environ["DITTOMARK_SETTINGS"]).parent == stick / PORTABLE_FOLDER


def test_without_it_everything_is_where_the_system_keeps_it(stick: Path) -> None:
    assert not use_portable_folder(stick / "dittomark")
    assert not set(NAMES) & set(os.environ)


def test_a_folder_that_was_named_counts_more(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / PORTABLE_FOLDER).mkdir()
    monkeypatch.setenv("DITTOMARK_DATA", str(stick / "mine"))
    assert use_portable_folder(stick / "dittomark")
    assert data_folder() == stick / "mine"
