"""What came of a team is put in a piece at a time: small ones, and none lost where it is cut short."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from tests.helpers.merging import state
from tests.helpers.projects import new_articles

from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.rounds import Round
from dittomark.team.folder.syncing import create_team, join_team, me, settle, sync
from dittomark.team.folder.transport import Folder

MANY = 600


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Project]:
    """The lead's project, who marked much in one step."""
    with Project.create(tmp_path / "lead.ditto", annotator="Lead") as project:
        ids = project.add_articles(new_articles()).added
        create_team(project, tmp_path / "shared", annotator="Lead")
        with project.batch("import"):
            for number in range(MANY):
                project.annotate_span(ids[0], 0, 5, label="caption", annotator=f"R{number}")
        sync(project, annotator="Lead")
        yield project


@pytest.fixture
def rina(lead: Project, tmp_path: Path) -> Iterator[Project]:
    """Another device, which has all of that."""
    with join_team(
        lead.path.parent / "shared", tmp_path / "rina.ditto", annotator="Rina"
    ) as project:
        sync(project, annotator="Rina")
        yield project


def change_all(project: Project) -> None:
    with project.batch("edit"):
        for span in project.spans():
            project.edit_span(span.id, label="navigation")


def came(project: Project) -> Round:
    """Return what a round brings, not yet put in."""
    record = project.begin_team_run()
    assert record is not None
    return Exchange(project.path, Folder(Path(record.folder))).round(me("Rina"))


def test_a_step_of_many_rows_comes_in_small_pieces(lead: Project, rina: Project) -> None:
    change_all(lead)
    sync(lead, annotator="Lead")
    spans = [len(changes.spans) for changes in settle(rina, came(rina))]
    assert max(spans) <= 250
    assert {span.label for span in rina.spans()} == {"navigation"}
    assert rina.conflicts() == []
    assert find_problems(rina._open.store) == []


def test_what_was_cut_short_is_whole_in_the_end(lead: Project, rina: Project) -> None:
    change_all(lead)
    sync(lead, annotator="Lead")
    whole = sum(1 for _ in settle(rina, came(rina)))
    assert whole > 4
    # Each other device is stopped somewhere else, also within the step of many rows.
    for stop in range(1, whole):
        path = lead.path.parent / f"stopped{stop}.ditto"
        folder = lead.path.parent / "shared"
        with join_team(folder, path, annotator="Rina") as project:
            for _changes in islice(settle(project, came(project)), stop):
                pass
            assert find_problems(project._open.store) == []
        with Project.open(path, annotator="Rina") as project:
            sync(project, annotator="Rina")
            assert find_problems(project._open.store) == []
    for device in (lead, rina):
        sync(device, annotator=device.annotator or "")
    sync(lead, annotator="Lead")
    with Project.open(path, annotator="Rina") as project:
        sync(project, annotator="Rina")
    assert state(path) == state(lead.path) == state(rina.path)


def test_what_two_changed_at_once_is_still_told(lead: Project, rina: Project) -> None:
    span = lead.spans()[0].id
    lead.edit_span(span, label="navigation")
    rina.edit_span(span, label="related_links")
    for device in (lead, rina, lead):
        sync(device, annotator=device.annotator or "")
    assert [len(device.conflicts()) for device in (lead, rina)] == [1, 1]
    assert state(lead.path) == state(rina.path)


def test_events_above_events_come_in_pieces_too(lead: Project, rina: Project) -> None:
    with lead.batch("import"):
        above = lead.add_event(title="The flood").id
        for number in range(299):
            lead.add_event(title=f"Event {number}", parent=above)
    sync(lead, annotator="Lead")
    assert max(len(changes.events) for changes in settle(rina, came(rina))) <= 250
    assert len(rina.events()) == 300
    assert find_problems(rina._open.store) == []
