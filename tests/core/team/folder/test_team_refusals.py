"""Where no team can begin or be joined: one sentence says why, and nothing is written."""

import shutil
from pathlib import Path

from tests.helpers.command import run
from tests.helpers.projects import make_project


def _refusal(*arguments: object) -> str:
    """Return the one sentence with which a team's command ends."""
    ended = run("team", *arguments)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.count("\n") == 1
    return ended.err


def test_a_team_begins_in_an_empty_folder_that_is_there(tmp_path: Path) -> None:
    with make_project(tmp_path, name="lead") as project:
        lead = project.path
    lost, full, file = (tmp_path / name for name in ("drive", "full", "file"))
    assert str(lost) in _refusal("create", lead, lost / "team", "--annotator", "Lead")
    assert not lost.exists()
    full.mkdir()
    (full / "note.txt").write_text("x")
    assert f"{full} holds other things" in _refusal("create", lead, full, "--annotator", "Lead")
    file.touch()
    assert f"{file} is a file" in _refusal("create", lead, file, "--annotator", "Lead")
    assert f"{lead} lies in" in _refusal("create", lead, tmp_path, "--annotator", "Lead")
    assert "name is empty" in _refusal("create", lead, tmp_path / "team", "--annotator", " ")
    synced = tmp_path / "synced"
    (synced / ".stfolder").mkdir(parents=True)
    (synced / "desktop.ini").touch()
    assert run("team", "create", lead, synced, "--annotator", "Lead").code == 0


def test_a_project_is_in_one_team(folder: Path, tmp_path: Path) -> None:
    lead = tmp_path / "lead.ditto"
    for place in (folder, tmp_path / "second"):
        told = _refusal("create", lead, place, "--annotator", "Lead")
        assert f"{lead} is in the team in {folder} already" in told
    shutil.rmtree(folder)
    assert run("team", "create", lead, tmp_path / "second", "--annotator", "Lead").code == 0


def test_a_file_and_a_name_are_one_person_s(folder: Path, tmp_path: Path) -> None:
    rina, inside = tmp_path / "rina.ditto", folder / "mine.ditto"
    assert "as Rina already" in _refusal("join", folder, rina, "--annotator", "Shafiq")
    assert run("team", "join", folder, rina, "--annotator", "Rina").code == 0
    assert f"{inside} lies in" in _refusal("join", folder, inside, "--annotator", "Shafiq")
    new = tmp_path / "new.ditto"
    assert "Rina takes part" in _refusal("join", folder, new, "--annotator", "Rina")
    assert str(rina) in _refusal("join", rina, new, "--annotator", "Shafiq")
    assert not inside.exists()
    assert not new.exists()
