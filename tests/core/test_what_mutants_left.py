"""What faults made on purpose once slipped through: small promises of lists, texts and files."""

import contextlib
import shutil
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


def test_what_lists_and_counts_ask_is_narrowed(project: Project) -> None:
    one, two, three = project.article_ids()
    assert project.article_ids(source="River Post") == [two]
    for who, kind in (("A", "verbatim"), ("B", "rewrite")):
        project.add_link(one, two, a_start=0, a_end=5, b_start=0, b_end=5, kind=kind, annotator=who)
    assert [link.annotator for link in project.links(two, annotator="B")] == ["B"]
    assert len(project.links(one)) == 2
    assert project.links(three) == []
    project.add_suggestions(
        Suggestion(
            "", "span", who, "1", score, article_id=one, start=0, end=number, label="caption"
        )
        for number, (who, score) in enumerate((("mine", 0.5), ("mine", 0.9), ("yours", 0.7)), 3)
    )
    assert project.count_suggestions() == 3
    assert project.count_suggestions(suggester="mine") == 2
    assert project.count_suggestions(suggester="mine", least_score=0.6) == 1


def test_the_last_judgements_come_newest_first(project: Project) -> None:
    one, two, three = project.article_ids()
    pairs = [project.add_pair(a, b).id for a, b in ((one, two), (one, three), (two, three))]
    for a, b in ((one, three), (one, two)):
        project.judge_pair(a, b, annotator="A", relation="unrelated")
    project.judge_pair(two, three, annotator="B", relation="unrelated")
    assert project.recent_judgements(annotator="A") == [pairs[0], pairs[1]]
    assert project.recent_judgements(annotator="A", limit=1) == [pairs[0]]
    assert project.recent_judgements(annotator="C") == []


def test_copies_of_a_pair_are_pairs_of_the_same_text_alone(project: Project) -> None:
    text = "The same report, word for word."
    articles = [NewArticle(text, external_id=f"copy{n}") for n in range(3)]
    project.add_articles(articles)
    a, b, c = project.article_ids()[-3:]
    other = project.article_ids()[0]
    pairs = [project.add_pair(*two).id for two in ((a, b), (b, c), (a, other))]
    assert project.exact_copies(pairs[0]) == pairs[:2]
    assert project.exact_copies(pairs[2]) == []


def test_people_are_counted_each_for_what_they_did(project: Project) -> None:
    one, two, _ = project.article_ids()
    project.judge_pair(one, two, annotator="judge", relation="unrelated", done=True, flagged=True)
    project.annotate_span(one, 0, 3, label="caption", annotator="marker")
    judge, marker = project.statistics().annotators
    assert (judge.annotator, judge.done, judge.flagged, judge.skipped, judge.spans) == (
        "judge", 1, 1, 0, 0
    )  # fmt: skip
    assert (marker.annotator, marker.done, marker.flagged, marker.skipped, marker.spans) == (
        "marker", 0, 0, 0, 1
    )  # fmt: skip


def test_the_time_of_most_pairs_is_the_middle_one(project: Project) -> None:
    project.add_articles(NewArticle(f"Report {n}.") for n in range(3))
    ids = project.article_ids()
    for number, seconds in enumerate((50.0, 1.0, 4.0, 9.0, 30.0)):
        project.judge_pair(
            ids[number], ids[number + 1], annotator="A", relation="unrelated", done=True,
            seconds=seconds,
        )  # fmt: skip
    assert project.progress(annotator="A", day_began=DAY).seconds == 9.0


def test_a_file_of_somebody_elses_among_the_backups_is_no_backup(project: Project) -> None:
    made = backups.back_up(project.path)
    (made.parent / "notes.txt").write_text("mine", "utf-8")
    assert [one.path for one in backups.backups_of(project.path)] == [made]
    assert (made.parent / "notes.txt").exists()


def test_a_dot_within_a_number_ends_no_sentence_however_the_text_begins() -> None:
    assert sentences("! He paid 3.5 million. Then") == ["!", "He paid 3.5 million.", "Then"]


def test_only_what_changed_counts_as_updated_in_a_merge(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        span = project.annotate_span(project.article_ids()[0], 0, 5, label="caption", annotator="A")
        event = project.add_event(title="Flood")
    copy = Path(shutil.copy(project.path, tmp_path / "copy.ditto"))
    with Project.open(copy) as other:
        other.edit_span(span.id, note="longer")
    with Project.open(project.path) as target:
        report = merge_into(target, [copy])
        assert report.updated == {"spans": 1}
        assert report.added == {}
        assert target.event(event.id).title == "Flood"
        assert merge_into(target, [copy]).updated == {}


def test_what_an_earlier_merge_could_not_settle_goes_into_the_next(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, two, _ = project.article_ids()
    copies = [Path(shutil.copy(project.path, tmp_path / f"{n}.ditto")) for n in range(2)]
    for path, relation in zip(copies, ("same_event", "unrelated"), strict=True):
        with Project.open(path) as copy:
            copy.judge_pair(one, two, relation=relation, annotator="A")
    merge(tmp_path / "first.ditto", copies)
    merge(tmp_path / "second.ditto", [tmp_path / "first.ditto", project.path])
    with Project.open(tmp_path / "second.ditto") as second:
        [conflict] = second.conflicts()
        assert {conflict.kept["relation"], conflict.other["relation"]} == {
            "same_event",
            "unrelated",
        }
