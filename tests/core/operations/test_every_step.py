"""Every kind of step: what it says it changed, undone and done again, and what the journal says."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import pytest
from tests.helpers.busy_project import PEOPLE, busy_project

from dittomark.annotations import Changes, HistoryEntry, NewArticle, NewPair, Suggestion
from dittomark.labels import Label
from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.store.rows import ENTITIES, OWNERS
from dittomark.store.store import Store

Rows = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[Project], object]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with busy_project(tmp_path / "work.ditto") as project:
        yield project


def rows_of(project: Project) -> Rows:
    """Return everything that is in the file, by table and id; not when it was written last."""
    found: Rows = {}
    with closing(sqlite3.connect(project.path)) as connection:
        connection.row_factory = sqlite3.Row
        for table in ENTITIES:
            rows = connection.execute(f"SELECT * FROM {table} WHERE deleted_at IS NULL").fetchall()
            found[table] = {
                row["id"]: {name: row[name] for name in row.keys() if name not in _OWN}  # noqa: SIM118
                for row in rows
            }
        found["meta"] = {
            row["key"]: dict(row)
            for row in connection.execute("SELECT * FROM meta WHERE key IN ('name', 'scheme')")
        }
    return found


_OWN = ("seq", "updated_at", "added_by")


def different(before: Rows, after: Rows) -> dict[str, set[str]]:
    return {
        table: {
            name
            for name in before[table].keys() | after[table].keys()
            if before[table].get(name) != after[table].get(name)
        }
        for table in before
    }


def one(project: Project, table: str, which: int = 0) -> Any:  # noqa: ANN401
    ways: dict[str, Callable[[], Iterable[Any]]] = {
        "articles": project.article_ids,
        "pairs": project.pairs,
        "spans": lambda: project.spans(annotator="Asha"),
        "links": lambda: project.links(annotator="Asha"),
        "events": project.events,
        "memberships": lambda: project.memberships(annotator="Asha"),
        "judgements": lambda: project.judgements(annotator="Asha"),
        "decisions": project.decisions,
    }
    return list(ways[table]())[which]


def _unjudged(project: Project) -> tuple[str, str]:
    mine = {row.pair_id for row in project.judgements(annotator="Asha")}
    pair = next(pair for pair in project.pairs() if pair.id not in mine)
    return pair.a, pair.b


def _new_label(project: Project) -> object:
    scheme = project.scheme
    return project.set_scheme(replace(scheme, spans=(*scheme.spans, Label("headline"))))


def _more_suggestions(project: Project) -> object:
    return project.add_suggestions(
        Suggestion(
            "", "span", "new", "1", 0.5, article_id=one(project, "articles"), start=1, end=end,
            label="caption",
        )
        for end in (5, 9)
    )  # fmt: skip


def _open(project: Project, kind: str) -> str:
    return next(each.id for each in project.suggestions() if each.kind == kind)


STEPS: Final[dict[str, Step]] = {
    "articles": lambda p: p.add_articles([NewArticle("One more."), NewArticle("Two more.")]),
    "article with spans": lambda p: p.add_articles(
        [NewArticle("With spans.", spans=((0, 4, "caption"),), candidates=((5, 10, "navigation"),))]
    ),
    "edit an article": lambda p: p.edit_article(one(p, "articles"), title="Another title"),
    "pair": lambda p: p.add_pair(*_new_pair(p)),
    "pairs": lambda p: p.add_pairs([NewPair(*_new_pair(p), 0.75), NewPair(*_ends(p), 0.625)]),
    "span": lambda p: p.annotate_span(
        one(p, "articles"), 2, 9, label="navigation", annotator="Asha"
    ),
    "edit a span": lambda p: p.edit_span(one(p, "spans").id, note="why"),
    "delete a span": lambda p: p.delete_span(one(p, "spans").id),
    "delete two spans": lambda p: p.delete_spans((one(p, "spans").id, one(p, "spans", -1).id)),
    "link": lambda p: p.add_link(
        *_ends(p), a_start=2, a_end=5, b_start=3, b_end=9, kind="rewrite", annotator="Asha"
    ),
    "edit a link": lambda p: p.edit_link(one(p, "links").id, b_end=6),
    "delete a link": lambda p: p.delete_link(one(p, "links").id),
    "judge": lambda p: p.judge_pair(*_unjudged(p), annotator="Asha", relation="same_event"),
    "judge what is no pair": lambda p: p.judge_pair(*_new_pair(p), annotator="Asha", done=True),
    "judge again": lambda p: p.judge_pair(
        *_ends_of(p, one(p, "judgements").pair_id), annotator="Asha", note="again", done=True
    ),
    "unjudge": lambda p: p.unjudge_pair(one(p, "judgements").id),
    "event": lambda p: p.add_event(title="Storm", annotator="Asha"),
    "event below": lambda p: p.add_event(
        title="Wind", parent=one(p, "events").id, annotator="Asha"
    ),
    "edit an event": lambda p: p.edit_event(one(p, "events").id, place="Here", annotator="Asha"),
    "label": lambda p: p.label_event(one(p, "articles", -1), one(p, "events").id, annotator="Asha"),
    "unlabel": lambda p: p.unlabel_event(one(p, "memberships").id),
    "decide": lambda p: p.decide_spans(one(p, "articles"), [(0, 4, "caption")], annotator="Lead"),
    "withdraw a decision": lambda p: p.withdraw_decision(one(p, "decisions").id),
    "suggest": _more_suggestions,
    "refuse": lambda p: p.refuse_suggestion(_open(p, "span"), annotator="Asha"),
    "accept a span": lambda p: p.accept_suggestion(_open(p, "span"), annotator="Chitra"),
    "accept a relation": lambda p: p.accept_suggestion(_open(p, "relation"), annotator="Chitra"),
    "rename": lambda p: p.rename("Another name"),
    "scheme": _new_label,
}


def _ends(project: Project) -> tuple[str, str]:
    pair = one(project, "pairs")
    return pair.a, pair.b


def _ends_of(project: Project, pair_id: str) -> tuple[str, str]:
    pair = project.pair(pair_id)
    return pair.a, pair.b


def _new_pair(project: Project) -> tuple[str, str]:
    ids = project.article_ids()
    return next(
        (a, b) for at, a in enumerate(ids) for b in ids[at + 1 :] if project.find_pair(a, b) is None
    )


def named(changes: Changes) -> dict[str, set[str]]:
    return {
        field.name: set(getattr(changes, field.name))
        for field in fields(changes)
        if field.name in ENTITIES
    }


def says_what_changed(changes: Changes, before: Rows, after: Rows) -> None:
    """Check that what views refresh by is what is different, and whom it belongs to."""
    expected = different(before, after)
    assert changes.project == ("name" in expected.pop("meta") - {"scheme"})
    said = named(changes)
    for table, ids in expected.items():
        owners = {
            row[column]
            for name in ENTITIES
            for row_id in expected[name]
            for row in (after[name].get(row_id) or before[name][row_id],)
            for column, owner in OWNERS.items()
            if owner == table and column in row and row[column] is not None
        } | {
            (after["decisions"].get(name) or before["decisions"][name])["target"]
            for name in expected["decisions"]
        }
        assert ids <= said[table] <= ids | owners, table
        if table in ("spans", "links", "judgements", "memberships", "suggestions"):
            assert said[table] == ids
    for table in ("spans", "memberships"):
        for name in expected[table]:
            row = after[table].get(name) or before[table][name]
            assert row["article_id"] in said["articles"]
    for name in expected["links"]:
        row = after["links"].get(name) or before["links"][name]
        assert {row["a"], row["b"]} <= said["articles"]
    for name in expected["judgements"]:
        row = after["judgements"].get(name) or before["judgements"][name]
        assert row["pair_id"] in said["pairs"]


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_says_what_it_changed_and_is_undone_and_done_again(
    project: Project, step: Step
) -> None:
    before = rows_of(project)
    newest = project.history(limit=1)[0].id
    step(project)
    after = rows_of(project)
    changes = project.last_changes
    says_what_changed(changes, before, after)
    assert changes.scheme == (before["meta"]["scheme"] != after["meta"]["scheme"])
    assert (changes.many, changes.can_undo) == (False, True)
    entry = project.history(limit=1)[0]
    assert (entry.operation, entry.state) == (changes.operation, "done")
    assert project.history(before=entry.id, limit=1)[0].id == newest
    assert project.can_undo() == changes.operation

    undone = project.undo()
    assert undone is not None
    assert undone.operation == f"undo:{changes.operation}"
    assert (undone.many, undone.can_undo) == (False, False)
    back = rows_of(project)
    assert without_scores(back) == without_scores(before)
    says_what_changed(undone, after, back)
    assert project.can_redo() == changes.operation
    assert project.history(limit=2)[1].state == "undone"

    again = project.redo()
    assert again is not None
    assert again.operation == f"redo:{changes.operation}"
    says_what_changed(again, back, rows_of(project))
    assert rows_of(project) == after
    assert project.can_redo() is None
    assert project.history(limit=3)[2].state == "done"
    project.close()
    with closing(Store(project.path, read_only=True)) as store:
        assert find_problems(store) == []


def without_scores(rows: Rows) -> Rows:
    """Leave out what is the program's: the scores of pairs stay when a step is undone."""
    pairs = {
        name: {column: row[column] for column in ("id", "a", "b")}
        for name, row in rows["pairs"].items()
    }
    return {**rows, "pairs": pairs}


def test_one_persons_steps_are_undone_and_done_again_past_the_others(project: Project) -> None:
    after = rows_of(project)
    mine = [entry for entry in project.history(annotator="Asha") if entry.state == "done"]
    assert [entry.operation for entry in mine[:2]] == ["refuse_suggestion", "label_event"]
    for entry in mine[:4]:
        assert project.can_undo(annotator="Asha") == entry.operation
        project.undo(annotator="Asha")
    assert project.can_redo(annotator="Bimal") is None
    assert project.can_redo() == mine[3].operation  # anybody's
    for _ in range(4):
        assert project.redo(annotator="Asha") is not None
    assert project.redo(annotator="Asha") is None
    assert rows_of(project) == after


def test_what_is_done_after_an_undo_ends_the_redo_of_that_person_alone(project: Project) -> None:
    for who in ("Asha", "Bimal"):
        project.add_event(title=f"Of {who}", annotator=who)
        project.undo(annotator=who)
    project.add_event(title="Something else", annotator="Asha")
    assert project.can_redo(annotator="Asha") is None
    assert project.can_redo(annotator="Bimal") == "add_event"
    states = [entry.state for entry in project.history(operation="add_event", limit=3)]
    assert states == ["done", "undone", "gone"]


def test_the_history_is_narrowed_to_what_is_asked(project: Project) -> None:
    everything = project.history()
    assert [entry.at for entry in everything] == sorted((e.at for e in everything), reverse=True)
    middle = everything[len(everything) // 2]
    row_id = one(project, "judgements").id

    def fitting(fits: Callable[[HistoryEntry], bool]) -> list[str]:
        return [entry.id for entry in everything if fits(entry)]

    def found(**narrowed: Any) -> list[str]:  # noqa: ANN401
        return [entry.id for entry in project.history(**narrowed)]

    for field, values in (
        ("annotator", PEOPLE),
        ("operation", ("judge_pair", "annotate_span", "add_pairs")),
    ):
        for value in values:
            expected = [entry.id for entry in everything if getattr(entry, field) == value]
            assert found(**{field: value}) == expected
            assert expected
    assert found(row_id=row_id) == fitting(
        lambda entry: any(change.row_id == row_id for change in entry.changes)
    )
    assert found(since=middle.at) == fitting(lambda entry: entry.at >= middle.at)
    assert found(until=middle.at) == fitting(lambda entry: entry.at <= middle.at)
    assert found(since=middle.at[:10]) == found(until=middle.at[:10]) == fitting(lambda _: True)
    assert found(until="2024-02-28") == []
    assert found(since=middle.at, annotator="Bimal") == fitting(
        lambda entry: entry.at >= middle.at and entry.annotator == "Bimal"
    )
    at = everything.index(middle)
    assert found(before=middle.id) == [entry.id for entry in everything[at + 1 :]]
    assert found(before=middle.id, limit=3) == [entry.id for entry in everything[at + 1 : at + 4]]
    [added] = project.history(operation="add_pairs")
    assert (added.added, added.changes) == ({"pairs": 24}, ())


def test_a_batch_is_one_step_and_its_failed_part_leaves_nothing(project: Project) -> None:
    before = rows_of(project)
    with project.batch("import", annotator="Asha"):
        project.add_event(title="First", annotator="Asha")
        with pytest.raises(Exception, match="must lie inside"):
            project.annotate_span(
                one(project, "articles"), 0, 10_000, label="caption", annotator="Asha"
            )
        project.annotate_span(one(project, "articles"), 1, 3, label="caption", annotator="Asha")
    says_what_changed(project.last_changes, before, rows_of(project))
    [entry] = project.history(limit=1)
    assert (entry.operation, entry.annotator) == ("import", "Asha")
    assert [change.entity for change in entry.changes] == ["events", "spans"]
    project.undo()
    assert rows_of(project) == before
