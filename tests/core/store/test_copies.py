"""Copies of a project: steps that travel, files that are joined, pairs that are handed out."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.busy_project import PEOPLE, busy_project
from tests.helpers.steps import STEPS, Rows, Step, one, rows_of

from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.store.queries import last_seq
from dittomark.store.repair import repair
from dittomark.store.store import Store
from dittomark.store.work import Item, RowVersion, all_work, work_of
from dittomark.team.hand_out import Plan, hand_out
from dittomark.team.merge import merge_into


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("busy") / "work.ditto"
    busy_project(path).close()
    return path


@pytest.fixture
def mine(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "mine.ditto"))


@pytest.fixture
def yours(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "yours.ditto"))


def is_sound(path: Path) -> bool:
    with closing(Store(path, read_only=True)) as store:
        return find_problems(store) == []


def work_since(path: Path, before: int) -> list[Item]:
    with closing(Store(path, read_only=True)) as store:
        return list(work_of(store, [(before + 1, last_seq(store, "edits"))]))


def newest(path: Path) -> int:
    with closing(Store(path, read_only=True)) as store:
        return last_seq(store, "edits")


def take(path: Path, items: list[Item]) -> set[str]:
    """Take the items into a copy; returns the kinds of rows that it says are different now."""
    with Project.open(path) as project:
        several = list(project.take_in(items, taken={}))
    return {
        kind
        for changes in several
        for kind in ("articles", "pairs", "spans", "links", "judgements", "events", "memberships")
        if getattr(changes, kind)
    }


# --- steps that travel ---------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_its_undo_and_its_redo_arrive_in_a_copy(mine: Path, yours: Path, step: Step) -> None:
    before = newest(mine)
    ways: tuple[Step, ...] = (step, lambda project: project.undo(), lambda project: project.redo())
    for way in ways:
        with Project.open(mine) as project:
            way(project)
        items = work_since(mine, before)
        rows = [item for item in items if isinstance(item, RowVersion)]
        assert len(rows) < 20  # not the whole project
        take(yours, items)
        before = newest(mine)
        assert of_people(rows_of(yours)) == of_people(rows_of(mine))
        assert is_sound(yours)
        with Project.open(yours) as copy:
            assert copy.conflicts() == []
    with Project.open(yours) as copy, Project.open(mine) as project:
        assert [(e.id, e.operation) for e in copy.history(limit=3)] == [
            (e.id, e.operation) for e in project.history(limit=3)
        ]
        assert copy.can_redo() is None
        counts = copy.counts(), project.counts()
        assert counts[0] == counts[1]


def of_people(rows: Rows) -> Rows:
    """Leave out when a row was made first: a row that came back is made anew."""
    return {
        table: {name: {**row, "created_at": ""} for name, row in found.items()}
        for table, found in rows.items()
    }


def test_work_that_came_twice_or_in_parts_does_no_harm(mine: Path, yours: Path) -> None:
    before = newest(mine)
    with Project.open(mine) as project:
        for name in ("span", "judge", "event below", "link", "delete a span"):
            STEPS[name](project)
    items = work_since(mine, before)
    came = take(yours, items[:3]) | take(yours, items)
    assert came >= {"spans", "judgements", "events", "links"}
    expected = rows_of(yours)
    assert of_people(expected) == of_people(rows_of(mine))
    take(yours, items)
    assert rows_of(yours) == expected
    assert is_sound(yours)


# --- two who disagree ----------------------------------------------------------------------------


def both_changed(mine: Path, yours: Path, *, first: bool) -> tuple[str, str, str]:
    """Let both edit one span and one judgement, and each something else; returns what they edited."""
    for number, (path, word) in enumerate(((mine, "mine"), (yours, "yours"))):
        with Project.open(path) as project:
            span, judgement = one(project, "spans"), one(project, "judgements")
            other = one(project, "events", number)
            # A clock that moves apart: each of the two is later than the other once.
            for _ in range(3 if (number == 0) is first else 0):
                project.rename(f"{project.name}.")
            project.edit_span(span.id, note=word)
            pair = project.pair(judgement.pair_id)
            project.judge_pair(pair.a, pair.b, annotator="Asha", note=word)
            project.edit_event(other.id, place=word)
    return span.id, judgement.id, other.id


@pytest.mark.parametrize("by_work", [True, False])
@pytest.mark.parametrize("first", [True, False])
def test_what_two_changed_differently_is_asked_and_the_later_one_stays(
    mine: Path, yours: Path, *, by_work: bool, first: bool
) -> None:
    before = newest(mine)
    span, judgement, _ = both_changed(mine, yours, first=first)
    late = _later(mine, yours, "spans", span)
    if by_work:
        take(mine, work_since(yours, before))
    else:
        with Project.open(mine) as project:
            report = merge_into(project, [yours])
        changed = {"spans": 1, "judgements": 1} if late == "yours" else {}
        assert report.updated == {**changed, "events": 1}
        assert not any(report.added.values())
    with Project.open(mine) as project:
        notes = {each.id: each.note for each in project.spans()}
        assert notes[span] == late
        asked = project.conflicts()
        assert {(each.entity, each.row_id) for each in asked} == {
            ("spans", span),
            ("judgements", judgement),
        }
        repaired = repair(mine, mine.with_name("repaired.ditto"))
        assert repaired.lost == []
        with Project.open(mine.with_name("repaired.ditto")) as recovered:
            assert recovered.conflicts() == asked  # what is still asked is not lost
        with closing(Store(mine, read_only=True)) as store:
            everything = list(all_work(store))
        new = Project.create(mine.with_name("new.ditto"), project_id=project.project_id)
        list(new.take_in(everything, taken={}))
        assert new.conflicts() == asked  # … whoever comes later is asked, too
        new.close()
        assert {**of_people(rows_of(new.path)), "meta": {}} == {
            **of_people(rows_of(mine)),
            "meta": {},
        }
        early = "mine" if late == "yours" else "yours"
        for each in asked:
            assert (each.kept["note"], each.other["note"]) == (late, early)
        assert {event.place for event in project.events()} == {"mine", "yours"}
        by_table = {each.entity: each for each in asked}
        project.settle_conflict(by_table["spans"], take_other=True, annotator="Lead")
        project.settle_conflict(by_table["judgements"], take_other=False, annotator="Lead")
        assert project.conflicts() == []
        assert {each.id: each.note for each in project.spans()}[span] == early
        assert {each.id: each.note for each in project.judgements()}[judgement] == late
    assert is_sound(mine)
    with Project.open(mine) as project:  # what was settled is not asked again
        merge_into(project, [yours])
        assert project.conflicts() == []


def _later(mine: Path, yours: Path, table: str, name: str) -> str:
    times = []
    for path in (mine, yours):
        with Project.open(path) as project:
            row: Any = next(each for each in project.spans() if each.id == name)
            times.append((row.updated_at, row.note))
    assert table == "spans"
    return str(max(times)[1])


@pytest.mark.parametrize("by_work", [True, False])
def test_what_one_took_away_and_another_needs_comes_back_until_it_is_not_needed(
    mine: Path, yours: Path, *, by_work: bool
) -> None:
    before = newest(mine)
    with Project.open(mine) as project:
        event = project.add_event(title="Short-lived", annotator="Asha")
    take(yours, work_since(mine, before))
    between = newest(yours)
    with Project.open(mine) as project:
        project.undo()
        gone = {each.id for each in project.events()}
        assert event.id not in gone
    with Project.open(yours) as project:
        label = project.label_event(one(project, "articles"), event.id, annotator="Bimal")
    if by_work:
        take(mine, work_since(yours, between))
    else:
        with Project.open(mine) as project:
            merge_into(project, [yours])
    with Project.open(mine) as project:
        assert event.id in {each.id for each in project.events()}
    assert is_sound(mine)
    between = newest(yours)
    with Project.open(yours) as project:
        project.unlabel_event(label.id)
    if by_work:
        take(mine, work_since(yours, between))
    else:
        with Project.open(mine) as project:
            merge_into(project, [yours])
    with Project.open(mine) as project:
        assert event.id not in {each.id for each in project.events()}
    assert is_sound(mine)


@pytest.mark.parametrize("by_work", [True, False])
def test_events_that_two_put_below_each_other_are_cut_apart(
    mine: Path, yours: Path, *, by_work: bool
) -> None:
    before = newest(mine)
    with Project.open(mine) as project:
        flood, strike = project.events()
        project.edit_event(flood.id, parent=strike.id)
    with Project.open(yours) as project:
        project.edit_event(strike.id, parent=flood.id)
    if by_work:
        take(mine, work_since(yours, before))
    else:
        with Project.open(mine) as project:
            merge_into(project, [yours])
    with Project.open(mine) as project:
        parents = {each.id: each.parent for each in project.events()}
    greatest = max(flood.id, strike.id)
    assert parents == {greatest: None, min(flood.id, strike.id): greatest}
    assert is_sound(mine)


# --- handing out ---------------------------------------------------------------------------------


@pytest.fixture
def handed_out(mine: Path, tmp_path: Path) -> Iterator[tuple[Project, Project]]:
    """Return the project, and a file of some of its pairs for Bimal."""
    with Project.open(mine) as project:
        for each in project.links(annotator="Bimal")[:1]:
            project.add_link(
                each.a, each.a, a_start=0, a_end=3, b_start=4, b_end=8, kind="rewrite",
                annotator="Bimal",
            )  # fmt: skip
        files = hand_out(project, tmp_path / "out", Plan(PEOPLE))
        path = next(each.path for each in files if each.annotator == "Bimal")
        with Project.open(path) as theirs:
            yield project, theirs


def test_a_handed_out_file_holds_what_its_pairs_need_and_ones_own_work(
    handed_out: tuple[Project, Project],
) -> None:
    whole, theirs = handed_out
    pairs = {pair.id: pair for pair in theirs.pairs()}
    assert 0 < len(pairs) < 24
    ends = {article for pair in pairs.values() for article in (pair.a, pair.b)}
    assert set(theirs.article_ids()) == ends
    assert {each.id: each.text for each in theirs.articles()} == {
        each.id: each.text for each in whole.articles() if each.id in ends
    }
    assert {each.id for each in theirs.events()} == {each.id for each in whole.events()}

    def of(project: Project, who: str | None = None) -> dict[str, set[str]]:
        between = {(pair.a, pair.b) for pair in pairs.values()}
        return {
            "spans": {s.id for s in project.spans(annotator=who) if s.article_id in ends},
            "memberships": {
                m.id for m in project.memberships(annotator=who) if m.article_id in ends
            },
            "judgements": {j.id for j in project.judgements(annotator=who) if j.pair_id in pairs},
            "links": {
                link.id
                for link in project.links(annotator=who)
                if (link.a, link.b) in between or (link.a == link.b and link.a in ends)
            },
        }

    assert of(theirs) == of(whole, "Bimal")
    assert sum(len(theirs.links(a, b)) for a, b in {(p.a, p.b) for p in pairs.values()}) + sum(
        link.a == link.b for link in theirs.links()
    ) == len(theirs.links())
    assert {each.id for each in theirs.suggestions(state=None)} == {
        each.id for each in whole.suggestions() if each.article_id in ends or each.pair_id in pairs
    }


def test_a_handed_out_file_comes_back_without_a_difference(
    handed_out: tuple[Project, Project],
) -> None:
    whole, theirs = handed_out
    theirs.close()
    before = rows_of(whole.path)
    report = merge_into(whole, [theirs.path])
    assert (any(report.added.values()), report.updated) == (False, {})
    assert rows_of(whole.path) == before
    assert whole.conflicts() == []
    assert is_sound(theirs.path)
