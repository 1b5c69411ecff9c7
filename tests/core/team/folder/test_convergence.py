"""Whatever sync clients, disks and clocks do: in the end all devices hold the same, and all of it."""

import contextlib
import os
import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.merging import NAMES_OF_WORK, act, fast_folder, state
from tests.helpers.projects import TickingClock, new_articles
from tests.helpers.sync_client import Cloud, FaultyFolder

from dittomark.errors import UserError
from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.rounds import Round
from dittomark.team.folder.syncing import create_team, join_team, sync

RUNS = int(os.environ.get("DITTOMARK_TEAMS", "40"))  # make test-faults: 2,000
# So many things happen at most, and so many devices there are: fewer where there are few runs, for
# whom a short story with each fault is worth more than a long one.
_MOST, _TEAMS = (50, (2, 3, 3, 4, 8)) if RUNS > 100 else (22, (2, 2, 3, 3, 4, 2, 3, 8))
_OF_THE_LEAD = ("guidelines", "scheme")


class Device:
    """A copy of the project on a computer whose clock may stand wrong."""

    def __init__(self, number: int, folder: Path, choose: random.Random, hours: int) -> None:
        self.number, self.annotator = number, f"A{number}"
        self.folder, self.choose, self.clock = folder, choose, TickingClock()
        # Files are made by the clock of this computer: the wrong ones are wrong beside that.
        self.clock.now = datetime.now(UTC) + timedelta(hours=hours)
        self.acknowledged: set[str] = set()
        self.project: Project
        self.exchange: Exchange | None = None
        self.folder_now: FaultyFolder

    def work(self) -> None:
        """Do one of the things that people do."""
        names = NAMES_OF_WORK if self.number == 0 else set(NAMES_OF_WORK) - set(_OF_THE_LEAD)
        name = self.choose.choice(sorted(names))
        before = self.project.newest_step()
        with contextlib.suppress(UserError):
            act(
                self.project, name, self.choose.randrange(4), self.choose.randrange(4),
                self.annotator,
            )  # fmt: skip
        new = self.project.newest_step() - before
        self.acknowledged.update(entry.id for entry in self.project.history(limit=new) if new)

    def sync(self, *, often: float) -> Round:
        """Publish and take in."""
        if self.exchange is None:
            self.folder_now = FaultyFolder(self.folder, self.choose)
            self.project.begin_team_run()
            self.exchange = Exchange(self.project.path, self.folder_now, clock=self.clock)
        self.folder_now.often = often
        return sync(self.project, annotator=self.annotator, exchange=self.exchange)

    def restart(self) -> None:
        """Close the program and open it again."""
        path = self.project.path
        self.project.close()
        self.exchange = None
        self.project = Project.open(path, annotator=self.annotator, clock=self.clock)


def team_of(root: Path, choose: random.Random) -> tuple[list[Device], Cloud]:
    """Return the devices of a team that has just been made."""
    number = choose.choice(_TEAMS)
    cloud = Cloud(root, number, choose)
    devices = [
        Device(place, cloud.folders[place], choose, choose.choice((0, 0, 0, 1, -3, 20)))
        for place in range(number)
    ]
    lead = devices[0]
    lead.project = Project.create(root / "A0.ditto", annotator="A0", clock=lead.clock)
    lead.project.add_articles(new_articles())
    create_team(lead.project, lead.folder, annotator="A0")
    for device in devices[1:]:
        shutil.copy(lead.folder / "team.json", device.folder / "team.json")
        joined = join_team(
            device.folder, root / f"{device.annotator}.ditto", annotator=device.annotator
        )
        joined.close()
        device.project = Project.open(joined.path, annotator=device.annotator, clock=device.clock)
    for device in devices:
        record = device.project.team()
        assert record is not None
        cloud.writes(device.number, record.device)
    return devices, cloud


@pytest.mark.parametrize("seed", range(RUNS))
def test_all_devices_hold_the_same_in_the_end(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    choose = random.Random(seed)
    root = fast_folder(tmp_path_factory)
    devices, cloud = team_of(root, choose)
    for _ in range(choose.randrange(10, _MOST)):
        device = choose.choice(devices)
        match choose.randrange(12):
            case 0 | 1 | 2 | 3 | 4 | 5:
                device.work()
            case 6 | 7 | 8:
                device.sync(often=choose.choice((0, 0, 0.3)))
            case 9 | 10:
                cloud.step(deliveries=choose.randrange(12))
            case _ if choose.random() < 0.5:
                cloud.lose(device.number)
            case _:
                device.restart()
                record = device.project.begin_team_run()
                assert record is not None
                cloud.writes(device.number, record.device)
    for device in devices:
        device.exchange = None
    told = settled(devices, cloud)
    assert [(each.gone, each.not_written, each.troubles) for each in told] == [
        (None, None, ()) for _ in devices
    ]
    devices.append(newcomer(devices, cloud, root, choose))
    settled(devices, cloud)
    end = [finished(device) for device in devices]
    for each in end[1:]:
        assert differing(each, end[0]) == {}, seed
    edits = {row[0] for row in end[0]["journal"]}
    acknowledged = set().union(*(device.acknowledged for device in devices))
    assert acknowledged <= edits
    invented = {row[3] for row in end[0]["journal"] if row[0] not in acknowledged} - {
        "add_articles",
        "team_create",
        "team_join",
        "set_setting",
    }
    assert not invented
    shutil.rmtree(root)


def newcomer(devices: list[Device], cloud: Cloud, root: Path, choose: random.Random) -> Device:
    """Return a device that joins when all is done; it looks at the folder of another one."""
    host = choose.choice(devices)
    device = Device(len(devices), host.folder, choose, 0)
    device.project = join_team(host.folder, root / "new.ditto", annotator="New")
    record = device.project.team()
    assert record is not None
    cloud.writes(host.number, record.device)
    return device


def settled(devices: list[Device], cloud: Cloud) -> list[Round]:
    """Let all that was written arrive everywhere; returns what the last round told each device."""
    for _ in range(20):
        cloud.heal()
        told = [device.sync(often=0) for device in devices]
        if not any(each.arrived or each.published for each in told):
            return told
    pytest.fail("there is always something new")


def differing(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return in what two states differ, both ways."""
    return {
        kind: (one[kind], other[kind])
        if kind == "scheme"
        else (list(_only(one[kind], other[kind])), list(_only(other[kind], one[kind])))
        for kind in one
        if one[kind] != other[kind]
    }


def _only(one: Any, other: Any) -> Iterator[Any]:  # noqa: ANN401
    for each in one:
        if each not in other:
            yield each
        elif isinstance(one, dict) and one[each] != other[each]:
            yield each, one[each]


def finished(device: Device) -> dict[str, Any]:
    device.project.close()
    with Project.open(device.project.path, read_only=True) as project:
        assert find_problems(project._open.store) == []
    return state(device.project.path)
