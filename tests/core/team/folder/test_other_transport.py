"""A team over another transport than a folder: nothing but its seven verbs is used."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.helpers.memory_transport import Memory
from tests.helpers.projects import make_project

from dittomark.project import Project
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.membership import Team, team_json
from dittomark.team.folder.syncing import create_team, sync


@contextmanager
def team_of(place: Path, carries: Memory) -> Iterator[list[tuple[Project, Exchange]]]:
    """Give the lead and a colleague with a copy, in a team that this transport carries."""
    lead = make_project(place, name="Lead")
    create_team(lead, place / "unused", annotator="Lead")
    record = lead.team()
    assert record is not None
    carries.put_team(team_json(Team(record.team, lead.project_id, lead.name)))
    lead.close()
    shutil.copy(lead.path, place / "Rina.ditto")
    with ExitStack() as opened:
        found = []
        for name in ("Lead", "Rina"):
            project = opened.enter_context(Project.open(place / f"{name}.ditto", annotator=name))
            project.begin_team_run()
            found.append((project, Exchange(project.path, carries)))
        yield found


def test_work_travels_and_a_round_in_which_nothing_happens_asks_little(tmp_path: Path) -> None:
    carries = Memory()
    with team_of(tmp_path, carries) as ((lead, lead_exchange), (rina, rina_exchange)):
        article = rina.article_ids()[0]
        rina.annotate_span(article, 0, 3, label="caption", annotator="Rina")
        for _ in range(2):
            sync(rina, annotator="Rina", exchange=rina_exchange)
            sync(lead, annotator="Lead", exchange=lead_exchange)
        assert [span.annotator for span in lead.spans()] == ["Rina"]
        sync(lead, annotator="Lead", exchange=lead_exchange)
        before = carries.calls
        sync(lead, annotator="Lead", exchange=lead_exchange)
        assert (
            carries.calls - before <= 4
        )  # the team, the devices, each one's files: slow is bearable


def test_where_nothing_can_be_written_all_is_read_and_nothing_is_lost(tmp_path: Path) -> None:
    carries = Memory()
    with team_of(tmp_path, carries) as ((lead, lead_exchange), (rina, rina_exchange)):
        article = rina.article_ids()[0]
        rina.annotate_span(article, 0, 3, label="caption", annotator="Rina")
        sync(rina, annotator="Rina", exchange=rina_exchange)
        lead.annotate_span(article, 4, 6, label="caption", annotator="Lead")
        carries.read_only = True
        told = sync(lead, annotator="Lead", exchange=lead_exchange)
        assert told.gone is None
        assert "Nothing can be written to the team" in str(told.not_written)
        assert {span.annotator for span in lead.spans()} == {"Lead", "Rina"}
        carries.read_only = False
        told = sync(lead, annotator="Lead", exchange=lead_exchange)
        assert told.not_written is None
        sync(rina, annotator="Rina", exchange=rina_exchange)
        assert {span.annotator for span in rina.spans()} == {"Lead", "Rina"}
