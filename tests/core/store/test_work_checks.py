"""Work of another copy is anybody's, and anything: what is not sound is refused, and nothing else is."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.busy_project import busy_project

from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.store.store import Store
from dittomark.store.work import Conflicting, EditRecord, Item, RowVersion, all_work
from dittomark.store.work_checks import WorkCheck

HORIZON = "2024-03-02T00:00:00.000000+00:00"
LATER = "2024-03-02T00:00:00.000001+00:00"
HALF = "\ud800"


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    """Return all that a project holds in which people did everything."""
    path = tmp_path_factory.mktemp("busy") / "work.ditto"
    with busy_project(path) as project:
        a, b, *_ = project.article_ids()
        whole = [len(project.article(name).text) for name in (a, b)]
        project.annotate_span(a, 0, whole[0], label="caption", annotator="Asha")
        project.add_link(
            a, b, a_start=0, a_end=whole[0], b_start=0, b_end=whole[1], kind="verbatim",
            annotator="Asha", direction="b_to_a",
        )  # fmt: skip
        project.add_link(
            a, a, a_start=0, a_end=3, b_start=0, b_end=4, kind="verbatim", annotator="Asha"
        )
        project.add_event(title="Below", parent=project.events()[0].id)
    store = Store(path, read_only=True)
    try:
        return list(all_work(store))
    finally:
        store.close()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the open file of a copy that has nothing yet."""
    path = tmp_path_factory.mktemp("empty") / "other.ditto"
    Project.create(path).close()
    store = Store(path, read_only=True)
    yield store
    store.close()


@pytest.fixture
def check(empty: Store) -> WorkCheck:
    """Return a check that has seen nothing yet."""
    return WorkCheck(empty, horizon=HORIZON)


def refused(check: WorkCheck, items: list[Item]) -> str:
    with pytest.raises(ProjectFileError) as caught:
        check.check(items)
    return str(caught.value)


Row = Callable[[dict[str, Any]], bool]


def with_row(
    work: list[Item], table: str, changed: dict[str, Any], *, which: Row = lambda _row: True
) -> list[Item]:
    """Return the work with some columns of one row changed."""
    at = next(
        place
        for place, item in enumerate(work)
        if isinstance(item, RowVersion) and item.table == table and which(item.columns)
    )
    item = work[at]
    assert isinstance(item, RowVersion)
    return [*work[:at], replace(item, columns={**item.columns, **changed}), *work[at + 1 :]]


def with_edit(work: list[Item], changed: dict[str, Any]) -> list[Item]:
    """Return the work with some columns of the last step changed."""
    last = work[-1]
    assert isinstance(last, EditRecord)
    return [*work[:-1], replace(last, columns={**last.columns, **changed})]


def test_all_work_of_a_sound_project_is_taken(check: WorkCheck, work: list[Item]) -> None:
    check.check(work)
    check.check(work)  # … behind itself, too


@pytest.mark.parametrize(
    ("table", "changed", "why"),
    [
        ("spans", {"more": 1}, "has not the columns"),
        ("spans", {"note": HALF}, "half a character"),
        ("spans", {"start": "x"}, "can't be read"),
        ("spans", {"id": ""}, "no sound id"),
        ("spans", {"id": "x" * 201}, "no sound id"),
        ("spans", {"updated_at": "yesterday"}, "invalid time"),
        ("spans", {"updated_at": ""}, "invalid time"),
        ("spans", {"created_at": "yesterday"}, "invalid time"),
        ("spans", {"deleted_at": "yesterday"}, "invalid time"),
        ("spans", {"updated_at": LATER}, "dated 2024-03-02"),
        ("spans", {"created_at": LATER}, "dated 2024-03-02"),
        ("spans", {"deleted_at": LATER}, "dated 2024-03-02"),
        ("spans", {"article_id": "nobody"}, "names what is not there"),
        ("spans", {"start": -1}, "outside its text"),
        ("spans", {"start": 4, "end": 4}, "outside its text"),
        ("spans", {"end": 10_000}, "outside its text"),
        ("spans", {"end": 2**63}, "too large"),
        ("spans", {"end": -(2**63) - 1}, "too large"),
        ("links", {"a_end": 10_000}, "outside its text"),
        ("links", {"b_start": -1}, "outside its text"),
        ("links", {"direction": "up"}, "cannot be chosen"),
        ("judgements", {"direction": "up"}, "cannot be chosen"),
        ("judgements", {"seconds": math.inf}, "too large"),
        ("judgements", {"seconds": math.nan}, "too large"),
        ("judgements", {"pair_id": "nobody"}, "names what is not there"),
        ("suggestions", {"kind": "hint"}, "cannot be chosen"),
        ("suggestions", {"state": "forgotten"}, "cannot be chosen"),
        ("decisions", {"kind": "all"}, "cannot be chosen"),
        ("events", {"parent": "nobody"}, "names what is not there"),
        ("memberships", {"event_id": "nobody"}, "names what is not there"),
        ("articles", {"length": 3}, "not the one that was imported"),
        ("articles", {"sha256": "0" * 64}, "not the one that was imported"),
    ],
)
def test_a_row_that_is_not_sound_is_refused(
    check: WorkCheck, work: list[Item], table: str, changed: dict[str, Any], why: str
) -> None:
    assert why in refused(check, with_row(work, table, changed))


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        ("spans", {"id": "x" * 200}),
        ("spans", {"created_at": ""}),
        ("spans", {"updated_at": HORIZON}),
        ("spans", {"note": "পাতা"}),
        ("spans", {"deleted_at": HORIZON}),
        ("judgements", {"direction": "b_to_a"}),
        ("judgements", {"direction": None}),
        ("suggestions", {"kind": "pair"}),
    ],
)
def test_a_row_that_is_just_sound_is_taken(
    check: WorkCheck, work: list[Item], table: str, changed: dict[str, Any]
) -> None:
    check.check(with_row(work, table, changed))


def test_a_suggestion_may_say_no_stretch_but_not_half_of_one(
    check: WorkCheck, work: list[Item]
) -> None:
    def of_span(row: dict[str, Any]) -> bool:
        return bool(row["kind"] == "span")

    check.check(with_row(work, "suggestions", {"start": None, "end": None}, which=of_span))
    half = with_row(work, "suggestions", {"start": None}, which=of_span)
    assert "outside its text" in refused(check, half)


def test_the_sides_of_pairs_and_links_are_in_order(check: WorkCheck, work: list[Item]) -> None:
    def of_two(row: dict[str, Any]) -> bool:
        return bool(row["a"] != row["b"])

    def within(row: dict[str, Any]) -> bool:
        return bool(row["a"] == row["b"])

    short = {"a_start": 0, "a_end": 1, "b_start": 0, "b_end": 1}
    for table, more in (("pairs", {}), ("links", short)):
        row = next(
            item.columns
            for item in work
            if isinstance(item, RowVersion) and item.table == table and of_two(item.columns)
        )
        turned = {"a": row["b"], "b": row["a"], **more}
        assert "not in order" in refused(check, with_row(work, table, turned, which=of_two))
    for same in ({"b_end": 3}, {"a_start": 1}, {"a_end": 5}):
        assert "not in order" in refused(check, with_row(work, "links", same, which=within))
    check.check(with_row(work, "links", {"b_start": 1, "b_end": 2}, which=within))


def test_a_text_that_is_not_there_is_missing(check: WorkCheck, work: list[Item]) -> None:
    article = work[0]
    assert isinstance(article, RowVersion)
    assert article.text is not None
    without = [replace(article, text=None), *work[1:]]
    assert "the text of an article is missing" in refused(check, without)
    for text in (article.text + ".", HALF * len(article.text)):
        other = [replace(article, text=text), *work[1:]]
        assert "not the one that was imported" in refused(check, other)


def test_who_has_the_article_needs_no_text(tmp_path: Path) -> None:
    with busy_project(tmp_path / "work.ditto") as project:
        path = project.path
    store = Store(path, read_only=True)
    ours = list(all_work(store))
    check = WorkCheck(store, horizon=HORIZON)
    check.check(
        [replace(item, text=None) if isinstance(item, RowVersion) else item for item in ours]
    )
    spans = [item for item in ours if isinstance(item, RowVersion) and item.table == "spans"]
    check.check(list(spans))  # their articles are ours
    end = {**spans[0].columns, "end": 10_000}
    assert "outside its text" in refused(check, [replace(spans[0], columns=end)])
    store.close()


def test_what_was_refused_is_not_there_for_what_comes_next(
    check: WorkCheck, work: list[Item]
) -> None:
    spans = [item for item in work if isinstance(item, RowVersion) and item.table == "spans"]
    refused(check, with_row(work, "spans", {"id": ""}))
    assert "names what is not there" in refused(check, [spans[0]])
    check.check(work)
    check.check([spans[0]])


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"other": 1}, "not the columns"),
        ({"more": 7}, "not the columns"),
        ({"id": 1}, "can't be read"),
        ({"id": ""}, "can't be read"),
        ({"id": "x" * 201}, "can't be read"),
        ({"annotator": None}, "can't be read"),
        ({"operation": None}, "can't be read"),
        ({"device": None}, "can't be read"),
        ({"added": 3}, "can't be read"),
        ({"clock": 3}, "can't be read"),
        ({"state": "lost"}, "can't be read"),
        ({"at": None}, "can't be read"),
        ({"at": "yesterday"}, "invalid time"),
        ({"at": LATER}, "dated 2024-03-02"),
        ({"annotator": HALF}, "half a character"),
        ({"entity": 1}, "can't be read"),
        ({"entity": "edits"}, "can't be read"),
        ({"entity": "spans", "row_id": None}, "can't be read"),
        ({"before": 1}, "can't be read"),
        ({"after": 1}, "can't be read"),
    ],
)
def test_a_step_that_is_not_sound_is_refused(
    check: WorkCheck, work: list[Item], changed: dict[str, Any], why: str
) -> None:
    assert why in refused(check, with_edit(work, changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "x" * 200},
        {"at": HORIZON},
        {"state": "gone"},
        {"clock": "x", "added": "{}"},
        {"entity": None, "row_id": None, "before": None, "after": None},
        {"entity": "meta", "row_id": "name", "before": "a", "after": "b"},
    ],
)
def test_a_step_that_is_just_sound_is_taken(
    check: WorkCheck, work: list[Item], changed: dict[str, Any]
) -> None:
    check.check(with_edit(work, changed))


CHANGE = {"entity": "spans", "row_id": "s1", "before": None, "after": "{}"}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (CHANGE, ""),
        ({**CHANGE, "before": "{}", "after": None}, ""),
        ("none", "can't be read"),
        ({"entity": "spans", "row_id": "s1", "before": None}, "can't be read"),
        ({**CHANGE, "entity": None}, "can't be read"),
        ({**CHANGE, "entity": "edits"}, "can't be read"),
        ({**CHANGE, "row_id": 1}, "can't be read"),
        ({**CHANGE, "before": 1}, "can't be read"),
        ({**CHANGE, "after": 1}, "can't be read"),
        ({**CHANGE, "row_id": HALF}, "half a character"),
        ({**CHANGE, "before": HALF}, "half a character"),
        ({**CHANGE, "after": HALF}, "half a character"),
    ],
)
def test_further_changes_of_a_step_are_looked_at(
    check: WorkCheck,
    work: list[Item],
    change: object,
    why: str,
) -> None:
    last = work[-1]
    assert isinstance(last, EditRecord)
    changes: list[Any] = [CHANGE, change]
    items = [*work[:-1], EditRecord({**last.columns, "more": 2}, changes)]
    if why:
        assert why in refused(check, items)
    else:
        check.check(items)


def test_the_lost_version_of_a_row_is_text(check: WorkCheck, work: list[Item]) -> None:
    check.check([*work, Conflicting("spans", "s1", "{}")])
    for each in (Conflicting("spans", HALF, "{}"), Conflicting("spans", "s1", HALF)):
        assert "half a character" in refused(check, [*work, each])
