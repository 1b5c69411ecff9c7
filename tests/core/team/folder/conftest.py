"""A team in a folder, as two people have made it from a shell."""

from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a team: the lead's file is `lead.ditto`, Rina's `rina.ditto`."""
    folder = tmp_path / "Shared"
    with make_project(tmp_path, name="lead") as project:
        a, b, c = project.article_ids()
        project.add_pair(a, b, score=0.5)
        project.add_pair(b, c, score=0.1)
    made = run("team", "create", project.path, folder, "--annotator", "Lead")
    assert made.code == 0, made.err
    joined = run("team", "join", folder, tmp_path / "rina.ditto", "--annotator", "Rina")
    assert joined.code == 0, joined.err
    return folder
