"""Merging: the union of what everybody did."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.merging import copies, merged, state
from tests.helpers.projects import TickingClock, make_project

from dittomark.annotations import NewArticle
from dittomark.errors import Cancelled, ProjectFileError
from dittomark.labels import Label, LabelScheme
from dittomark.project import Project
from dittomark.store.hybrid_clock import utc_now
from dittomark.team.merge import merge, merge_into, reconcile


def test_what_two_annotators_did_stands_side_by_side(tmp_path: Path) -> None:
    rina, shafiq = copies(tmp_path, "rina", "shafiq")
    for path, annotator, relation in (
        (rina, "Rina", "same_event"),
        (shafiq, "Shafiq", "unrelated"),
    ):
        with Project.open(path, annotator=annotator) as project:
            a, b, _ = project.article_ids()
            project.annotate_span(a, 0, 18, label="navigation", annotator=annotator)
            project.judge_pair(a, b, relation=relation, annotator=annotator)
            event = project.add_event(title="Boat accident", date="2024-03-01")
            project.label_event(a, event.id, annotator=annotator)
            project.add_articles([NewArticle(f"found by {annotator}")])
    report = merge(tmp_path / "all.ditto", [rina, shafiq])
    assert (report.conflicts, report.labels, report.same_text) == ((), (), ())
    with Project.open(tmp_path / "all.ditto") as project:
        assert len(project.article_ids()) == 5
        assert {span.annotator for span in project.spans()} == {"Rina", "Shafiq"}
        assert {j.relation for j in project.judgements()} == {"same_event", "unrelated"}
        assert len(project.events()) == 1
        assert len(project.memberships()) == 2
        assert project.counts()["pairs"] == 2
        assert project.can_undo() is None
        times = [entry.at for entry in project.history(annotator="Rina")]
        assert times == sorted(times, reverse=True)
        assert project.history(operation="judge_pair")[0].changes
        project.add_event(title="after the merge")


def test_a_deletion_is_not_undone_by_an_older_copy(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        article = project.article_ids()[0]
        span = project.annotate_span(article, 0, 5, label="caption", annotator="A")
        older = Path(shutil.copy(project.path, tmp_path / "older.ditto"))
        for suffix in ("-wal",):
            shutil.copy(f"{project.path}{suffix}", f"{older}{suffix}")
        project.delete_span(span.id)
    report = merge(tmp_path / "all.ditto", [older, project.path])
    assert report.conflicts == ()
    with Project.open(tmp_path / "all.ditto") as project:
        assert project.spans() == []


def test_what_one_person_changed_in_two_copies_is_kept_and_listed(tmp_path: Path) -> None:
    with make_project(tmp_path, name="lead") as project:
        a, b, _ = project.article_ids()
        project.judge_pair(a, b, relation="unsure", annotator="Rina")
    office, home = (
        Path(shutil.copy(project.path, tmp_path / f"{name}.ditto")) for name in ("office", "home")
    )
    clock = TickingClock()
    clock.now = clock.now.replace(year=2025)
    for path, relation in ((office, "same_event"), (home, "unrelated")):
        with Project.open(path, clock=clock) as project:
            project.judge_pair(a, b, relation=relation, annotator="Rina")
    out = tmp_path / "all.ditto"
    report = merge(out, [home, office])
    [conflict] = report.conflicts
    assert (conflict.kept["relation"], conflict.other["relation"]) == ("unrelated", "same_event")
    with Project.open(out, annotator="lead") as project:
        project.settle_conflict(conflict, take_other=True)
        assert project.conflicts() == []
        assert [j.relation for j in project.judgements()] == ["same_event"]
    again = merge(tmp_path / "again.ditto", [home, out, office])
    assert again.conflicts == ()
    with Project.open(out, annotator="lead") as project:
        project.undo()
        assert [j.relation for j in project.judgements()] == ["unrelated"]


def test_a_pair_that_one_removed_and_another_judged_stays(tmp_path: Path) -> None:
    rina, shafiq, tania = copies(tmp_path, "rina", "shafiq", "tania")
    with Project.open(rina) as project:
        project.undo()
        assert project.counts()["pairs"] == 1
    with Project.open(shafiq) as project:
        _, b, c = project.article_ids()
        judgement = project.judge_pair(b, c, relation="unrelated", annotator="Shafiq")
    both = merged(tmp_path, "both", rina, shafiq)
    with Project.open(both) as project:
        assert project.counts()["pairs"] == 2
    with Project.open(shafiq) as project:
        project.unjudge_pair(judgement.id)
    assert state(merged(tmp_path, "one", both, shafiq, tania)) == state(
        merged(tmp_path, "two", tania, merged(tmp_path, "three", shafiq, rina))
    )


def test_a_loop_of_events_that_two_people_made_is_cut(tmp_path: Path) -> None:
    with make_project(tmp_path, name="lead") as project:
        flood, boat = (project.add_event(title=title) for title in ("Flood", "Boat"))
    rina, shafiq = (Path(shutil.copy(project.path, tmp_path / f"{n}.ditto")) for n in "rs")
    with Project.open(rina) as project:
        project.edit_event(flood.id, parent=boat.id)
    with Project.open(shafiq) as project:
        project.edit_event(boat.id, parent=flood.id)
    one, two = merged(tmp_path, "one", rina, shafiq), merged(tmp_path, "two", shafiq, rina)
    assert state(one) == state(two) == state(merged(tmp_path, "three", one, two))


def test_merging_into_the_open_project(tmp_path: Path) -> None:
    rina, shafiq = copies(tmp_path, "rina", "shafiq")
    with Project.open(shafiq) as project:
        a, b, _ = project.article_ids()
        project.judge_pair(a, b, relation="unrelated", annotator="Shafiq")
    with Project.open(rina, annotator="Rina") as project:
        mine = project.annotate_span(a, 0, 5, label="caption", annotator="Rina")
        report = merge_into(project, [shafiq, rina])
        assert report.added["judgements"] == 1
        assert project.last_changes.many
        assert len(project.judgements()) == 1
        assert project.can_undo() == "annotate_span"
        project.undo()
        assert mine.id not in {span.id for span in project.spans()}
        assert report.backup is not None
    with Project.open(report.backup) as before:
        assert before.judgements() == []


def test_a_clock_ahead_does_not_win_for_ever(tmp_path: Path) -> None:
    with make_project(tmp_path, name="lead") as project:
        event = project.add_event(title="Flood")
    ahead = Path(shutil.copy(project.path, tmp_path / "ahead.ditto"))
    clock = TickingClock()
    clock.now = utc_now() + timedelta(hours=20)  # wrong, but not by more than a day
    with Project.open(ahead, clock=clock) as project:
        project.edit_event(event.id, note="from the future")
    with Project.open(merged(tmp_path, "all", tmp_path / "lead.ditto", ahead)) as project:
        project.edit_event(event.id, note="today")
    with Project.open(merged(tmp_path, "again", tmp_path / "all.ditto", ahead)) as project:
        assert project.event(event.id).note == "today"


@pytest.mark.parametrize("redone", [False, True])
def test_an_import_that_one_file_took_back(tmp_path: Path, redone: bool) -> None:
    rina, shafiq = copies(tmp_path, "rina", "shafiq")
    with Project.open(rina) as project:
        article = project.article_ids()[0]
        project.edit_article(article, title="Corrected", annotator="Rina")
    clock = TickingClock()
    clock.now = utc_now() + timedelta(hours=20)  # wrong, but not by more than a day
    with Project.open(shafiq, clock=clock) as project:
        while project.can_undo():
            project.undo()
        assert project.article_ids() == []
        while redone and project.can_redo():
            project.redo()
    one, two = merged(tmp_path, "one", rina, shafiq), merged(tmp_path, "two", shafiq, rina)
    assert state(one) == state(two)
    with Project.open(one) as project:
        assert (article in project.article_ids()) == redone
        assert article in {conflict.row_id for conflict in project.conflicts()}


# --- label schemes --------------------------------------------------------------------------------


def test_the_same_schemes_stay_as_they_are() -> None:
    scheme = LabelScheme(spans=(Label("b"), Label("a")))
    assert reconcile([scheme, scheme]) == (scheme, ())


def test_different_schemes_are_joined_with_a_report() -> None:
    mine = LabelScheme(spans=(Label("teaser", name="Teaser"), Label("navigation")))
    theirs = LabelScheme(spans=(Label("navigation", name="Menu"), Label("poll")))
    scheme, said = reconcile([mine, theirs])
    assert [label.key for label in scheme.spans] == ["navigation", "poll", "teaser"]
    assert scheme == reconcile([theirs, mine])[0] == reconcile([scheme, theirs, mine])[0]
    assert said == (
        "The span label “navigation” is not the same in all label schemes: name “Menu”, not empty.",
        "The span label “poll” is missing from 1 of 2 label schemes: it is kept.",
        "The span label “teaser” is missing from 1 of 2 label schemes: it is kept.",
    )


def test_joined_labels_stand_in_the_usual_order_and_own_ones_behind_them() -> None:
    usual = [label.key for label in LabelScheme().spans]
    halves = (
        LabelScheme(spans=(Label("zebra"), *(Label(key) for key in reversed(usual[::2])))),
        LabelScheme(spans=(Label("aardvark"), *(Label(key) for key in usual[1::2]))),
    )
    joined, _ = reconcile(halves)
    assert [label.key for label in joined.spans] == [*usual, "aardvark", "zebra"]


def test_a_label_that_differs_in_many_ways_is_described_as_it_is_kept() -> None:
    poll = Label("poll", name="Poll", color="#111111", shortcut="p")
    others = [replace(poll, name="Vote"), replace(poll, name="Ask", retired=True, shortcut="q")]
    _, said = reconcile([LabelScheme(spans=(label,)) for label in (poll, *others)])
    assert said[0] == (
        "The span label “poll” is not the same in all label schemes: name “Vote”, not “Ask” or"
        " “Poll”; shortcut “p”, not “q”; it is not retired."
    )


def test_a_label_that_is_still_used_somewhere_can_be_chosen() -> None:
    poll = Label("poll")
    old = LabelScheme(spans=(replace(poll, retired=True),))
    assert reconcile([old, LabelScheme(spans=(poll,))])[0].spans == (poll,)


# --- from a shell ---------------------------------------------------------------------------------


def test_merge_from_a_shell(tmp_path: Path) -> None:
    rina, shafiq = copies(tmp_path, "rina", "shafiq")
    with Project.open(rina) as project:
        project.annotate_span(project.article_ids()[0], 0, 5, label="caption", annotator="Rina")
    outcome = run("merge", tmp_path / "all.ditto", rina, shafiq, "--json")
    assert outcome.json["added"]["spans"] == 1
    assert json.loads(outcome.out)["conflicts"] == []
    taken = run("merge", tmp_path / "all.ditto", rina, shafiq)
    assert (taken.code, "exists already" in taken.err) == (1, True)


def test_a_merge_that_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        source = project.path

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        merge(tmp_path / "merged.ditto", [source], report=cancel)
    assert projects(tmp_path) == ["work.ditto"]
    (tmp_path / "merged.ditto.part").write_bytes(b"what a merge that was killed left")
    merge(tmp_path / "merged.ditto", [source])
    assert projects(tmp_path) == ["merged.ditto", "work.ditto"]


def projects(folder: Path) -> list[str]:
    """Return the files but those that SQLite keeps beside one that was read."""
    names = (path.name for path in folder.iterdir())
    return sorted(name for name in names if not name.endswith(("-wal", "-shm")))


def test_a_merge_with_a_bad_file_leaves_nothing(tmp_path: Path) -> None:
    [rina] = copies(tmp_path, "rina")
    bad = tmp_path / "bad.ditto"
    bad.write_bytes(rina.read_bytes()[:20000])
    with pytest.raises(ProjectFileError):
        merge(tmp_path / "all.ditto", [rina, bad])
    assert not (tmp_path / "all.ditto").exists()


def test_two_copies_may_give_one_time_to_two_steps(tmp_path: Path) -> None:
    """Both stand behind the file: each gives the next microsecond."""
    [path] = copies(tmp_path, "work")
    behind = TickingClock()
    behind.now = datetime(2020, 1, 1, tzinfo=UTC)
    with Project.open(path) as project:
        [span] = [
            project.annotate_span(project.article_ids()[0], 0, 5, label="caption", annotator="A1")
        ]
    made = []
    for name in ("ax", "by"):
        copy = Path(shutil.copy(path, tmp_path / f"{name}.ditto"))
        with Project.open(copy, clock=behind) as project:
            project.edit_span(span.id, note=name)
            made.append((copy, project.history(limit=1)[0].at))
    assert made[0][1] == made[1][1]
    for order in (made, made[::-1]):
        out = tmp_path / f"merged-{order[0][0].stem}.ditto"
        merge(out, [copy for copy, _ in order])
        assert run("check", out, "--json").json["problems"] == []
        with Project.open(out) as merged:
            assert [span.note for span in merged.spans()] == ["by"]
            assert len(merged.conflicts()) == 1
