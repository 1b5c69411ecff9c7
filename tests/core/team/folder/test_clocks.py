"""Clocks that are wrong by years, and a drive on which every call takes long."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers.memory_transport import Memory
from tests.helpers.merging import state
from tests.helpers.projects import TickingClock, new_articles

from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.membership import Team, team_json
from dittomark.team.folder.rounds import Round
from dittomark.team.folder.syncing import create_team, join_team, sync
from dittomark.team.folder.transport import Folder, Transport

TODAY = datetime.now(UTC)  # the disk's times count too where a clock is judged


class Device:
    """A copy of the project on a computer with a clock of its own."""

    def __init__(self, folder: Path, path: Path, name: str, clock: TickingClock) -> None:
        self.folder, self.path, self.name, self.clock = folder, path, name, clock
        self.start()

    def start(self, carries: Transport | None = None) -> None:
        """Open the program."""
        self.project = Project.open(self.path, annotator=self.name, clock=self.clock)
        self.project.begin_team_run()
        self.exchange = Exchange(self.path, carries or Folder(self.folder), clock=self.clock)

    def restart(self) -> None:
        """Close the program and open it again."""
        self.project.close()
        self.start()

    def mark(self, place: int) -> str:
        """Mark something; returns the id of the span."""
        article = self.project.article_ids()[0]
        made = self.project.annotate_span(
            article, place, place + 2, label="caption", annotator=self.name
        )
        return made.id

    def sync(self) -> Round:
        """Publish and take in."""
        return sync(self.project, annotator=self.name, exchange=self.exchange)

    def spans(self) -> set[str]:
        """Return the ids of all spans that are here."""
        return {span.id for span in self.project.spans()}


def clock_at(moment: datetime) -> TickingClock:
    clock = TickingClock()
    clock.now = moment
    return clock


@pytest.fixture
def team(tmp_path: Path) -> Iterator[list[Device]]:
    """A lead and two others, all of whom have everything."""
    folder, devices = tmp_path / "shared", []
    for name in ("Lead", "Rina", "Shafiq"):
        path, clock = tmp_path / f"{name}.ditto", clock_at(TODAY)
        if name == "Lead":
            with Project.create(path, annotator=name, clock=clock) as project:
                project.add_articles(new_articles())
                create_team(project, folder, annotator=name)
        else:
            join_team(folder, path, annotator=name).close()
        devices.append(Device(folder, path, name, clock))
        devices[-1].sync()
    for place in range(20, 40, 2):  # more steps than will be of the wrong time
        devices[0].mark(place)
    for device in devices * 2:
        device.sync()
    yield devices
    for device in devices:
        device.project.close()


@pytest.mark.parametrize("years", [4, -4])
def test_a_clock_that_is_wrong_by_years_is_named_and_loses_nothing(
    team: list[Device], years: int
) -> None:
    lead, rina, shafiq = team
    rina.clock.now = TODAY + timedelta(days=365 * years)
    rina.restart()
    made = {device.name: device.mark(number * 3) for number, device in enumerate(team)}
    told = [device.sync() for device in team * 2][3:]
    troubles = {str(each.why) for one in told for each in one.troubles}
    if years > 0:
        assert any(
            "the clock of that computer, or of this one, is wrong" in each for each in troubles
        )
        assert made["Rina"] not in lead.spans() | shafiq.spans()
    # The two with clocks that are right do not wait for her.
    assert {made["Lead"], made["Shafiq"]} <= lead.spans() & shafiq.spans()
    assert made["Rina"] in rina.spans()

    rina.clock.now = TODAY + timedelta(hours=1)
    for device in team:
        device.restart()
    for device in team * 3:
        told = [device.sync()]
    assert [(str(t.device), str(t.why)) for each in told for t in each.troubles] == []
    for device in team:
        assert device.spans() >= set(made.values())
        assert find_problems(device.project._open.store) == []
        device.project.close()
    assert state(lead.path) == state(rina.path) == state(shafiq.path)


def test_who_changes_what_a_fast_clock_dated_has_the_last_word(team: list[Device]) -> None:
    lead, rina, shafiq = team
    rina.clock.now = TODAY + timedelta(hours=20)
    span = rina.mark(0)
    shafiq.mark(3)
    for device in (rina, lead, shafiq, lead):
        device.sync()
    lead.restart()  # the newest edit in its file is not the one with the latest time
    lead.project.edit_span(span, label="navigation")
    for device in (lead, rina, shafiq):
        device.sync()
    assert [device.project.span(span).label for device in team] == ["navigation"] * 3
    assert [device.project.conflicts() for device in team] == [[], [], []]


class Slow(Memory):
    """A drive on which every call takes two seconds, by the clock that is given."""

    def __init__(self, clock: TickingClock) -> None:
        self.clock = clock
        super().__init__()

    @property
    def calls(self) -> int:
        """How many calls there were."""
        return self._calls

    @calls.setter
    def calls(self, number: int) -> None:
        self._calls = number
        self.clock.now += timedelta(seconds=2)


def test_two_seconds_a_call_are_bearable(tmp_path: Path) -> None:
    clock = clock_at(TODAY)
    carries, devices = Slow(clock), []
    with Project.create(tmp_path / "Lead.ditto", annotator="Lead", clock=clock) as project:
        project.add_articles(new_articles())
        create_team(project, tmp_path / "shared", annotator="Lead")
        record = project.team()
        assert record is not None
        carries.put_team(team_json(Team(record.team, project.project_id, project.name)))
    join_team(tmp_path / "shared", tmp_path / "Rina.ditto", annotator="Rina").close()
    for name in ("Lead", "Rina"):
        devices.append(Device(tmp_path / "shared", tmp_path / f"{name}.ditto", name, clock))
        devices[-1].project.close()
        devices[-1].start(carries)
    lead, rina = devices
    for device in devices * 3:
        device.sync()
    span = rina.mark(0)
    began = clock.now
    rina.sync()
    lead.sync()
    assert span in lead.spans()
    assert clock.now - began < timedelta(seconds=60)  # some twenty calls of both together
    for device in devices:
        device.project.close()
