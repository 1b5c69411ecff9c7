"""What faults made on purpose once slipped through: small promises of lists, texts and files."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.helpers.projects import make_project

from dittomark.annotations import ArticleInfo, NewArticle, Suggestion
from dittomark.labels import Label
from dittomark.listing import ListFilter
from dittomark.project import Project
from dittomark.store import backups
from dittomark.team.merge import merge, merge_into
from dittomark.texts import segmentation
from dittomark.texts.fold import fold_with_map, key
from dittomark.texts.source_names import source_of

DAY = datetime(2024, 3, 1, tzinfo=UTC)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


# --- texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["ทำ", "กำ", "ຳກ", "½", "⅓"])
def test_a_letter_that_normalising_would_tear_stays_whole(word: str) -> None:
    assert key(word) == word


@pytest.mark.parametrize(
    "text", ["one two", "", "  ", "दो शब्द", "ab-c d’e\nf", "ทำงาน แล้ว", "中文 字", "a\ud800b c"]
)
def test_words_for_numpy_are_the_words(text: str) -> None:
    found, starts, ends = segmentation.cut_words(text)
    expected = segmentation.words(text)
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == expected
    assert found == [text[start:end] for start, end in expected]


def test_a_pause_within_a_sentence_does_not_end_it() -> None:
    assert sentences("He said … and went. Then") == ["He said … and went.", "Then"]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in segmentation.sentences(text)]


def test_a_border_after_the_end_is_the_end() -> None:
    text = "কি"  # one cluster of two code points
    assert segmentation.snap(text, 2, 2) == (2, 2)
    assert segmentation.snap(text, 0, 1) == (0, 2)


def test_foreign_points_of_numbers_are_ours() -> None:
    assert key("۱٫۵") == key("1.5")
    assert key("۱٬۰۰۰") == key("1,000")
    assert fold_with_map("۱٫۵ কি").text.split() == ["1.5", key("কি")]


def test_an_article_without_a_source_has_its_host() -> None:
    info = ArticleInfo(id="a", external_id="", sha256="", length=1, url="https://www.a.example/1")
    assert source_of(info) == "a.example"
    assert source_of(replace(info, source="The Paper")) == "The Paper"


# --- lists ---------------------------------------------------------------------------------------


def test_progress_of_nothing_is_zero_and_the_time_is_the_median(project: Project) -> None:
    fresh = project.progress(annotator="A", day_began=DAY)
    assert (fresh.total, fresh.done, fresh.seconds) == (0, 0, 0.0)
    one, two, three = project.article_ids()
    for (a, b), seconds in zip(
        ((one, two), (one, three), (two, three)), (9.0, 1.0, 4.0), strict=True
    ):
        project.judge_pair(a, b, annotator="A", relation="unrelated", done=True, seconds=seconds)
    done = project.progress(annotator="A", day_began=DAY)
    assert (done.total, done.done, done.today, done.seconds) == (3, 3, 3, 4.0)
    project.judge_pair(one, two, annotator="B", skipped=True)
    [row] = project.queue_rows([next(project.pairs()).id], annotator="B")
    assert (row.skipped, row.done, row.flagged) == (True, False, False)


def test_statistics_count_what_there_is(project: Project) -> None:
    empty = project.statistics()
    assert (empty.pairs, empty.events, empty.articles) == (0, 0, 3)


def test_articles_are_found_by_text_and_by_language(project: Project) -> None:
    first = project.article_info(project.article_ids()[0])
    assert project.articles_of_text(first.sha256) == [first.id]
    assert project.articles_of_text("0" * 64) == []
    project.add_articles([NewArticle(text="Un texte.", external_id="f", language="fr")])
    [french] = project.listed_article_ids(ListFilter(metadata={"language": "fr"}))
    assert project.article_info(french).external_id == "f"


def test_a_refused_suggestion_is_counted_no_more(project: Project) -> None:
    article = project.article_ids()[0]
    project.add_suggestions(
        Suggestion(
            "", "span", "mine", "1", 0.5, article_id=article, start=0, end=end, label="caption"
        )
        for end in (2, 3)
    )
    assert project.counts()["suggestions"] == 2
    project.refuse_suggestion(project.suggestions()[0].id, annotator="A")
    assert project.counts()["suggestions"] == 1


# --- files ---------------------------------------------------------------------------------------


def test_a_merge_keeps_the_name_that_all_have_and_takes_labels_into_an_open_project(
    tmp_path: Path,
) -> None:
    paths = []
    for number in range(2):
        (tmp_path / str(number)).mkdir()
        with make_project(tmp_path / str(number)) as other:
            other.rename("Floods of 2024")
            scheme = other.scheme
            if number:
                other.set_scheme(replace(scheme, spans=(*scheme.spans, Label("headline"))))
        paths.append(other.path)
    merge(tmp_path / "all.ditto", paths)
    with Project.open(tmp_path / "all.ditto") as merged:
        assert merged.name == "Floods of 2024"
        assert merged.scheme.span_label("headline")
    with Project.open(paths[0]) as target:
        merge_into(target, [paths[1]])
        assert target.scheme.span_label("headline"), "a label of the other file is lost"


def test_a_backup_knows_its_size_and_old_ones_of_this_project_alone_go(project: Project) -> None:
    made = backups.back_up(project.path)
    [found] = [one for one in backups.backups_of(project.path) if one.path == made]
    assert found.size == made.stat().st_size > 0


def test_each_step_says_which_copy_made_it(project: Project) -> None:
    project.add_event(title="One")
    with contextlib.closing(sqlite3.connect(project.path)) as connection:
        rows = connection.execute("SELECT DISTINCT device FROM edits").fetchall()
    assert len(rows) == 1
    assert rows[0][0]


def test_a_step_others_build_on_is_not_taken_back(project: Project) -> None:
    one, two, _ = project.article_ids()
    event = project.add_event(title="One", annotator="A")
    project.label_event(one, event.id, annotator="B")
    project.judge_pair(one, two, annotator="B", relation="unrelated")
    with pytest.raises(Exception, match=r"can't be taken back|changed|need"):
        project.undo(annotator="A")
    assert project.event(event.id).title == "One"
