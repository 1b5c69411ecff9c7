"""People of a team leave, return, get a second computer or another name; files are cleared away."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.annotations import NewPair
from dittomark.errors import UserError
from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.store.hybrid_clock import utc_now
from dittomark.team.folder import exchange as exchanging
from dittomark.team.folder import round_work, segment
from dittomark.team.folder.dealing import roster
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.syncing import rules, set_rules
from dittomark.team.folder.syncing import sync as one_sync
from dittomark.team.folder.transport import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a team: Lead, Rina and Kamal, each with a file of that name."""
    folder = tmp_path / "Shared"
    with make_project(tmp_path, name="Lead") as project:
        a, b, c = project.article_ids()
        project.add_pairs([NewPair(a, b), NewPair(b, c)])
    made = run("team", "create", project.path, folder, "--annotator", "Lead", "--overlap", "2")
    assert made.code == 0, made.err
    for name in ("Rina", "Kamal"):
        assert (
            run("team", "join", folder, tmp_path / f"{name}.ditto", "--annotator", name).code == 0
        )
    sync(tmp_path, "Lead", "Rina", "Kamal")
    return folder


def sync(place: Path, *names: str) -> None:
    for name in names:
        synced = run("team", "sync", place / f"{name}.ditto")
        assert synced.code == 0, synced.err


def judge(path: Path, who: str, relation: str = "unrelated") -> None:
    with Project.open(path, annotator=who) as project:
        a, b, _ = project.article_ids()
        project.judge_pair(a, b, relation=relation, annotator=who, done=True)
        project.annotate_span(a, 0, 3, label="caption", annotator=who)


def device_of(path: Path) -> str:
    with Project.open(path, read_only=True) as project:
        record = project.team()
    assert record is not None
    return record.device


def members(place: Path) -> dict[str, dict[str, object]]:
    said = run("team", "status", place / "Lead.ditto", "--json").json
    return {each["device"]: each for each in said["members"]}


def segments(folder: Path, device: str) -> list[str]:
    return sorted(path.name for path in (folder / "members" / device).glob("[0-9]*.segment"))


@pytest.mark.usefixtures("folder")
def test_nobody_waits_for_who_left_and_who_returns_is_a_device_anew(tmp_path: Path) -> None:
    rina = tmp_path / "Rina.ditto"
    judge(rina, "Rina")
    before = device_of(rina)
    assert run("team", "leave", rina).code == 0
    sync(tmp_path, "Lead")
    assert members(tmp_path)[before]["left"] is True
    assert "left" in run("team", "status", tmp_path / "Lead.ditto").out
    assert run("team", "join", tmp_path / "Shared", rina, "--annotator", "Rina").code == 0
    after = device_of(rina)
    assert after != before
    judge(rina, "Rina", "same_event")
    sync(tmp_path, "Rina", "Lead")
    with Project.open(tmp_path / "Lead.ditto", read_only=True) as project:
        assert [each.relation for each in project.judgements(annotator="Rina")] == ["same_event"]


@pytest.mark.usefixtures("folder")
def test_a_second_computer_of_the_same_person_shows_the_same_work(tmp_path: Path) -> None:
    rina, laptop = tmp_path / "Rina.ditto", tmp_path / "laptop.ditto"
    judge(rina, "Rina")
    sync(tmp_path, "Rina")
    taken = run("team", "join", tmp_path / "Shared", laptop, "--annotator", "Rina")
    assert (taken.code, "Rina takes part in this team already" in taken.err) == (1, True)
    assert not laptop.exists()
    again = run("team", "join", tmp_path / "Shared", laptop, "--annotator", "Rina", "--again")
    assert again.code == 0, again.err
    judge(laptop, "Rina", "same_event")  # changes what was said on the other one
    sync(tmp_path, "laptop", "Rina", "Lead")
    for name in ("Rina", "laptop", "Lead"):
        with Project.open(tmp_path / f"{name}.ditto", read_only=True) as project:
            said = project.judgements(annotator="Rina")
            assert [each.relation for each in said] == ["same_event"], name
            assert project.conflicts() == []
            assert roster(project) == ("Kamal", "Rina")


@pytest.mark.usefixtures("folder")
def test_a_removed_person_gets_no_pairs_and_can_be_taken_back(tmp_path: Path) -> None:
    lead, kamal = tmp_path / "Lead.ditto", tmp_path / "Kamal.ditto"
    device = device_of(kamal)
    nobody = run("team", "remove", lead, "Nobody")
    assert (nobody.code, "Nobody in the team is called Nobody" in nobody.err) == (1, True)
    removed = run("team", "remove", lead, "Kamal", "--json").json
    assert (removed["away"], removed["removed"]) == (["Kamal"], [device])
    judge(kamal, "Kamal")
    sync(tmp_path, "Kamal", "Lead", "Rina")
    with Project.open(tmp_path / "Rina.ditto", read_only=True) as project:
        assert roster(project) == ("Rina",)
        assert len(project.judgements(annotator="Kamal")) == 1  # work is never thrown away
    assert members(tmp_path)[device]["removed"] is True
    back = run("team", "remove", lead, "Kamal", "--back", "--json").json
    assert (back["away"], back["removed"]) == ([], [])


@pytest.mark.usefixtures("folder")
def test_a_renamed_annotator_keeps_all_that_they_said(tmp_path: Path) -> None:
    lead, rina = tmp_path / "Lead.ditto", tmp_path / "Rina.ditto"
    judge(rina, "Rina")
    sync(tmp_path, "Rina", "Lead")
    assert run("team", "rename", lead, "Rina", "Rina Akter").code == 0
    again = run("team", "rename", lead, "Rina", "Rina Akter")
    assert (again.code, "has said nothing" in again.err) == (1, True)
    sync(tmp_path, "Lead", "Rina")
    with Project.open(rina, annotator="Rina Akter") as project:
        (said,) = project.judgements()
        assert {said.annotator, *(span.annotator for span in project.spans())} == {"Rina Akter"}
        assert project.judgement(said.pair_id, "Rina Akter") == said
        assert (said.relation, said.done) == ("unrelated", True)
        assert roster(project) == ("Kamal", "Rina Akter")
        a, b, _ = project.article_ids()
        project.judge_pair(a, b, relation="same_event", annotator="Rina Akter")
        assert len(project.judgements()) == 1
        assert find_problems(project._open.store) == []


@pytest.mark.usefixtures("folder")
def test_who_has_done_nothing_yet_gets_another_name_too(tmp_path: Path) -> None:
    lead = tmp_path / "Lead.ditto"
    sync(tmp_path, "Rina", "Lead")
    assert run("team", "rules", lead, "--role", "Rina=adjudicator").code == 0
    assert run("team", "rename", lead, "Rina", "Rina Akter").code == 0
    assert run("team", "rename", lead, "Kamal", "Kamal Uddin").code == 0
    sync(tmp_path, "Lead", "Kamal")
    with Project.open(tmp_path / "Kamal.ditto", read_only=True) as project:
        assert roster(project) == ("Kamal Uddin",)
        assert dict(rules(project).roles)["Rina Akter"] == "adjudicator"
    for name in ("Rina", "Nobody"):  # renamed already, never in the team
        refused = run("team", "rename", lead, name, "Somebody")
        assert (refused.code, "has said nothing" in refused.err) == (1, True)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"overlap": 251}, "0 to 250 judgements"),
        ({"claim_minutes": -1}, "0 to 10080 minutes"),
        ({"keep_days": 4000}, "0 to 3660 days"),
        ({"roles": {"Rina": "chief"}}, "“chief” is no role of Rina"),
    ],
)
def test_a_rule_that_cannot_be_is_named(
    wrong: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    with Project.open(tmp_path / "Lead.ditto") as project:
        before = rules(project)
        with pytest.raises(UserError, match=sentence):
            set_rules(project, replace(before, **wrong))
        assert rules(project) == before


def test_old_files_go_when_all_have_them_or_the_days_are_over(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(round_work, "_SNAPSHOT_FILES", 2)
    monkeypatch.setattr(segment, "_FULL_AT", 2_000)  # snapshots of several files
    lead = tmp_path / "Lead.ditto"
    for relation in ("same_event", "unrelated", "unsure"):
        judge(lead, "Lead", relation)
        sync(tmp_path, "Lead", "Rina")
    sync(tmp_path, "Lead", "Rina", "Lead")
    mine = device_of(lead)
    kept = segments(folder, mine)
    assert len(kept) >= 3  # Kamal has not come for them
    assert len(list((folder / "members" / mine).glob("snapshot-*.segment"))) > 1

    with Project.open(lead, annotator="Lead") as project:
        project.begin_team_run()
        later = Exchange(lead, Folder(folder), clock=lambda: utc_now() + timedelta(days=91))
        one_sync(project, annotator="Lead", exchange=later)
    assert kept[0] not in segments(folder, mine)  # a snapshot holds it
    judge(tmp_path / "Kamal.ditto", "Kamal")
    monkeypatch.setattr(round_work, "_ENOUGH", 1)  # the snapshot comes a part a round
    sync(tmp_path, "Kamal", "Lead")
    with Project.open(tmp_path / "Kamal.ditto", read_only=True) as project:
        assert [each.relation for each in project.judgements(annotator="Lead")] == ["unsure"]
        record = project.team()
    assert record is not None
    assert (record.begun, record.taken[mine] > 0) == ({}, True)
    new = tmp_path / "new.ditto"
    assert run("team", "join", folder, new, "--annotator", "New").code == 0
    with Project.open(new, read_only=True) as project:
        assert len(project.judgements()) == 2
    assert run("check", new, "--json").json["problems"] == []


def test_a_snapshot_that_was_half_read_goes_on_where_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program ends while a new device reads a long journal."""
    monkeypatch.setattr(round_work, "_SNAPSHOT_FILES", 1)
    monkeypatch.setattr(segment, "_FULL_AT", 1_000)
    for relation in ("same_event", "unrelated"):
        judge(tmp_path / "Lead.ditto", "Lead", relation)
        sync(tmp_path, "Lead")
    sync(tmp_path, "Rina", "Kamal", "Lead", "Rina", "Kamal", "Lead")
    monkeypatch.setattr(round_work, "_ENOUGH", 1)
    monkeypatch.setattr(exchanging.Exchange, "items", items := _Counted(exchanging.Exchange.items))
    from dittomark.team.folder import syncing

    new = tmp_path / "new.ditto"
    with monkeypatch.context() as patch:
        patch.setattr(syncing, "_MOST_ROUNDS", 2)
        run("team", "join", folder, new, "--annotator", "New")
    first = items.names.copy()
    sync(tmp_path, "new")
    read = [name for name in items.names if name.startswith("snapshot")]
    assert len(first) >= 2
    assert len(read) == len(set(read)) > 2
    with Project.open(new, read_only=True) as project:
        assert len(project.judgements()) == 1
        assert find_problems(project._open.store) == []


class _Counted:
    """Stands for a method, and keeps the names of the files that it was asked for."""

    def __init__(self, real: object) -> None:
        self._real, self.names = real, list[str]()

    def __get__(self, instance: Exchange, owner: type) -> object:
        def items(device: str, file: object) -> object:
            self.names.append(file.name)  # type: ignore[attr-defined]
            return self._real(instance, device, file)  # type: ignore[operator]

        return items
