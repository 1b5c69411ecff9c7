"""kill -9 at any moment of publishing and taking in: no acknowledged action is missing anywhere.

`DITTOMARK_KILLS` says how often (6; `make test-faults`: 300).
"""

import random
import sys
from pathlib import Path

import pytest
from tests.helpers.children import acknowledged_until_killed, times
from tests.helpers.command import run
from tests.helpers.merging import state

from dittomark.annotations import NewArticle
from dittomark.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with POSIX signals")


def test_killed_while_publishing_and_taking_in(tmp_path: Path) -> None:
    moments, folder = random.Random(1), tmp_path / "Shared"
    lead, rina = tmp_path / "Lead.ditto", tmp_path / "Rina.ditto"
    with Project.create(lead) as project:
        project.add_articles(NewArticle(f"word{n} " * 400, title=f"t{n}") for n in range(5))
    assert run("team", "create", lead, folder, "--annotator", "Lead").code == 0
    assert run("team", "join", folder, rina, "--annotator", "Rina").code == 0
    acknowledged = set()
    for number in range(times(6)):
        path = (lead, rina)[number % 2]
        said = acknowledged_until_killed("team", path, moments.uniform(0, 0.3))
        acknowledged |= {words[1] for words in said if words[0] == "span"}
    for path in (lead, rina, lead, rina, lead, rina):
        synced = run("team", "sync", path, "--json")
        assert synced.json["troubles"] == []
    assert state(lead) == state(rina)
    with Project.open(lead, read_only=True) as project:
        assert acknowledged <= {span.id for span in project.spans()}
    assert acknowledged
    for path in (lead, rina):
        assert run("check", path, "--json").json["problems"] == []
