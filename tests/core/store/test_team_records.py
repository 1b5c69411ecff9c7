"""What a copy knows of its team's folder: what is to be published, what was taken, who takes part."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.projects import TickingClock

from dittomark.store import team_records
from dittomark.store.opening import create_store
from dittomark.store.store import Store
from dittomark.store.team_records import WHOLE, Published, TeamRecord, begun_name

NOBODY = TeamRecord("team", "project", "folder", "device", "copy")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return the open file of a copy that began to take part."""
    store = create_store(tmp_path / "work.ditto", annotator="Asha", clock=TickingClock())
    with store.edit("create", annotator="Asha") as edit:
        edit.set_meta("project", "p1")
    team_records.begin(store, team="t1", folder="/team")
    yield store
    store.close()


def record_of(store: Store) -> TeamRecord:
    found = team_records.read_team(store)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(40))
def test_what_did_not_come_out_of_the_folder_is_ones_own(seed: int) -> None:
    chance = random.Random(seed)
    received, at = [], 1
    for _ in range(chance.randrange(5)):
        first = at + chance.randrange(4)
        last = first + chance.randrange(3)
        received.append((first, last))
        at = last + 1
    after = chance.randrange(6)
    through = after + chance.randrange(14)
    came = {step for first, last in received for step in range(first, last + 1)}
    record = replace(NOBODY, received=tuple(received), through=after)
    runs = record.own_edits(after, through)
    own = [step for first, last in runs for step in range(first, last + 1)]
    assert own == [step for step in range(after + 1, through + 1) if step not in came]
    assert all(first <= last for first, last in runs)
    assert record.unpublished(through) == runs


def test_a_run_of_the_program_begins_numbers_that_no_other_has() -> None:
    assert NOBODY.next_number == 1
    assert replace(NOBODY, last=7).next_number == 8
    second = replace(NOBODY, last=7, run=1).next_number
    assert second > 1_000_000
    assert replace(NOBODY, last=second, run=1).next_number == second + 1
    assert replace(NOBODY, last=second, run=2).next_number == 2 * second


def test_who_begins_has_published_and_taken_nothing(store: Store) -> None:
    record = record_of(store)
    assert (record.team, record.folder, record.copy) == ("t1", "/team", store.device)
    assert record.project == "p1"
    assert (record.run, record.through, record.last) == (0, 0, 0)
    assert (record.published, record.taken, record.received, record.begun) == ((), {}, (), {})
    assert len(record.device) == 32
    team_records.begin(store, team="t2", folder="/other")
    again = record_of(store)
    assert (again.team, again.folder) == ("t2", "/other")
    assert again.device != record.device


def test_who_left_is_in_no_team(store: Store) -> None:
    team_records.put_taken(store, {"other": 3})
    team_records.put_received(store, 1, 2)
    team_records.put_published(store, [Published(1, 0, 0, 4)])
    team_records.forget(store)
    assert not team_records.is_in_team(store)
    assert team_records.read_team(store) is None
    assert team_records.people(store) == ()
    team_records.begin(store, team="t1", folder="/team")
    assert (record_of(store).published, record_of(store).received) == ((), ())
    assert record_of(store).taken == {}


@pytest.mark.parametrize("key", ["team", "folder", "copy"])
def test_half_a_record_is_none(store: Store, key: str) -> None:
    store.connection.execute("DELETE FROM team WHERE key = ?", (key,))
    assert team_records.read_team(store) is None


def test_what_was_published_is_known_until_a_snapshot_replaces_it(store: Store) -> None:
    segments = [Published(1, 0, 0, 3), Published(2, 1, 3, 8), Published(5, 2, 8, 9)]
    team_records.put_published(store, segments)
    record = record_of(store)
    assert record.published == tuple(segments)
    assert (record.last, record.through) == (5, 9)
    for first, last in ((1, 1), (2, 3), (5, 5), (7, 8)):
        team_records.put_received(store, first, last)
    assert record_of(store).received == ((1, 3), (5, 5), (7, 8))
    team_records.drop_published(store, [1])
    record = record_of(store)
    assert record.published == tuple(segments[1:])
    assert record.received == ((5, 5), (7, 8))  # the others were behind what is published
    team_records.drop_published(store, [2, 5])
    assert (record_of(store).published, record_of(store).received) == ((), ((5, 5), (7, 8)))
    assert (record_of(store).last, record_of(store).through) == (5, 9)


def test_what_was_taken_only_grows_and_a_whole_snapshot_is_forgotten(store: Store) -> None:
    snapshot = begun_name("other", 4)
    team_records.put_taken(store, {"other": 3, "third": 1, snapshot: 2})
    team_records.put_taken(store, {"other": 2, "third": 5})
    record = record_of(store)
    assert (record.taken, record.begun) == ({"other": 3, "third": 5}, {snapshot: 2})
    team_records.put_taken(store, {"other": 4, snapshot: WHOLE})
    assert (record_of(store).taken, record_of(store).begun) == ({"other": 4, "third": 5}, {})


def test_a_copied_file_goes_on_as_a_device_of_its_own(store: Store) -> None:
    team_records.put_published(store, [Published(3, 0, 0, 4)])
    team_records.put(store, "copy", "the file that it was copied from")
    before = record_of(store)
    team_records.go_on_anew(store, before)
    record = record_of(store)
    assert record.device not in ("", before.device)
    assert record.copy == store.device
    assert (record.last, record.published) == (0, ())
    assert record.taken == {before.device: 3}
    assert (record.through, record.team, record.folder) == (4, "t1", "/team")
    team_records.go_on_anew(store, record)  # … which had published nothing
    assert record_of(store).taken == {before.device: 3}


def test_who_takes_part_is_known_once_and_sorted(store: Store) -> None:
    assert team_records.people(store) == ()
    team_records.know_people(store, ["Chitra", "", "Asha"])
    assert team_records.people(store) == ("Asha", "Chitra")
    team_records.know_people(store, ["Bimal", "Asha"])
    assert team_records.people(store) == ("Asha", "Bimal", "Chitra")
    for rubbish in ("{}", "7", "null"):
        team_records.put(store, "people", rubbish)
        assert team_records.people(store) == ()


def test_without_names_those_who_entered_by_the_journal_take_part(store: Store) -> None:
    for who, operation in (("Asha", "team_create"), ("Bimal", "team_join"), ("Chitra", "rename")):
        with store.edit(operation, annotator=who) as edit:
            edit.set_meta("name", who)
    team_records.know_people(store)
    assert team_records.people(store) == ("Asha", "Bimal")


def test_the_newest_time_never_goes_back(store: Store) -> None:
    early, late = "2024-03-01T09:00:00.000000+00:00", "2024-03-09T09:00:00.000000+00:00"
    for at in (early, late, early):
        team_records.put_newest(store, at)
    assert store.newest_time() == late
    assert store.value("SELECT value FROM team WHERE key = 'newest'") == late
