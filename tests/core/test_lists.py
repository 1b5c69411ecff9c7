from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dittomark.annotations import NewArticle
from dittomark.listing import ListFilter
from dittomark.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "work.ditto") as project:
        added = project.add_articles(
            [
                NewArticle(
                    "নদী ভাঙন রোধে বাঁধ", title="নদী ভাঙন", source="ভোরের পাতা", date="2023-09-12"
                ),
                NewArticle(
                    "Harbour ferry halted", title="Ferry 100%", source="Coast Daily", language="en"
                ),
                NewArticle("Storm halts ferry", title="Storm", source="Wire Desk", language="en"),
            ]
        ).added
        project.add_pair(added[0], added[1], score=0.2)
        project.add_pair(added[1], added[2], score=0.9)
        yield project


def titles(project: Project, wanted: ListFilter) -> list[set[str]]:
    ids = project.queue_ids(wanted, annotator="A1")
    return [{row.title_a, row.title_b} for row in project.queue_rows(ids, annotator="A1")]


def test_the_queue_can_be_sorted_by_shared_text(project: Project) -> None:
    assert titles(project, ListFilter(sort="score")) == [
        {"Ferry 100%", "Storm"},
        {"নদী ভাঙন", "Ferry 100%"},
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        ListFilter(words=("নদী",)),
        ListFilter(words=("2023-09",)),
        ListFilter(words=("২০২৩-০৯",)),
        ListFilter(metadata={"source": "ভোরের পাতা"}),
        ListFilter(text="ভাঙন রোধে"),
    ],
)
def test_a_filter_looks_at_either_article(project: Project, wanted: ListFilter) -> None:
    assert titles(project, wanted) == [{"নদী ভাঙন", "Ferry 100%"}]


def test_signs_that_sql_knows_are_taken_as_they_are(project: Project) -> None:
    assert len(titles(project, ListFilter(words=("100%",)))) == 2
    assert titles(project, ListFilter(words=("1%0",))) == []


def test_status_and_progress_are_those_of_one_annotator(project: Project) -> None:
    first, second = project.queue_ids(annotator="A1")
    pair = project.pair(first)
    project.judge_pair(pair.a, pair.b, annotator="A1", relation="unrelated", done=True, seconds=20)
    project.judge_pair(pair.a, pair.b, annotator="A2", flagged=True)
    assert project.queue_ids(ListFilter(status="done"), annotator="A1") == [first]
    assert project.queue_ids(ListFilter(status="open"), annotator="A1") == [second]
    assert project.queue_ids(ListFilter(status="flagged"), annotator="A1") == []
    judged = project.queue_ids(ListFilter(judged_by="A2"), annotator="A1")
    assert judged == [first]
    assert project.queue_ids(ListFilter(judged_by="A3"), annotator="A1") == []
    progress = project.progress(annotator="A1", day_began=datetime(2000, 1, 1, tzinfo=UTC))
    assert (progress.total, progress.done, progress.today, progress.seconds) == (2, 1, 1, 20)
    assert project.queue_rows([second, first], annotator="A1")[1].relation == "unrelated"


def test_a_pair_that_was_undone_has_no_row(project: Project) -> None:
    first, last = project.queue_ids(ListFilter(sort="score"), annotator="A1")
    undone = project.undo()  # the pair that was added last, which scores best
    assert undone is not None
    assert undone.pairs == {first}
    assert [row.pair_id for row in project.queue_rows([first, last], annotator="A1")] == [last]


def test_articles_are_listed_by_title_with_a_limit(project: Project, tmp_path: Path) -> None:
    ids = project.listed_article_ids(ListFilter(sort="title"), limit=2)
    assert [info.title for info in project.article_infos(ids)] == ["Ferry 100%", "Storm"]
    assert project.filter_choices()["language"] == ["en"]
    assert project.path == tmp_path / "work.ditto"
