"""A whole import is one step, brings annotations along, and twice is once."""

import json
from pathlib import Path

import pytest
from tests.helpers.datasets import BANDH, annotations_of, small_project

from dittomark import exporting, importing
from dittomark.errors import Cancelled
from dittomark.importing import Options
from dittomark.project import Project


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    with small_project(tmp_path / "first.ditto") as project:
        exporting.export(project, format="jsonl", out=tmp_path / "set.jsonl")
    return tmp_path / "set.jsonl"


def test_our_own_export_comes_back_whole(exported: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "second.ditto") as project:
        report = importing.import_into(project, exported)
        assert report.failures == ()
        assert len(report.added) == 4
        again = exporting.export(project, format="jsonl", out=tmp_path / "again.jsonl")
    assert again.counts["judgements"] == 4
    assert annotations_of(exported) == annotations_of(tmp_path / "again.jsonl")


def test_the_same_files_twice_add_nothing(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text(BANDH, "utf-8")
    with Project.create(tmp_path / "second.ditto") as project:
        importing.import_into(project, [exported, tmp_path / "more"])
        before = project.counts()
        report = importing.import_into(project, [exported, tmp_path / "more"])
        assert project.counts() == before
    assert report.added == ()
    assert report.already_there == 5
    assert report.annotations == {}


def test_an_import_is_undone_as_one_step(exported: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "second.ditto") as project:
        importing.import_into(project, exported)
        project.undo()
        assert not any(project.counts().values())
        project.redo()
        assert project.counts()["articles"] == 4
        assert project.counts()["judgements"] == 4


def test_a_cancelled_import_leaves_nothing(exported: Path, tmp_path: Path) -> None:
    big = tmp_path / "big.jsonl"
    big.write_text("".join(f'{{"text": "খবর {n}"}}\n' for n in range(30_000)), "utf-8")

    def cancel(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    with Project.create(tmp_path / "second.ditto") as project:
        with pytest.raises(Cancelled):
            importing.import_into(project, [exported, big], report=cancel)
        assert not any(project.counts().values())


def test_a_dataset_without_texts_joins_ones_own_copies(tmp_path: Path) -> None:
    with small_project(tmp_path / "first.ditto") as project:
        exporting.export(project, format="jsonl", out=tmp_path / "hashed.jsonl", text="hash")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.txt").write_bytes(BANDH.encode())
    with Project.create(tmp_path / "mine.ditto") as project:
        importing.import_into(project, tmp_path / "mine")
        report = importing.import_into(project, tmp_path / "hashed.jsonl")
        (article,) = project.articles()
        quotes = {article.text[span.start : span.end] for span in project.spans()}
    assert quotes == {"প্রচ্ছদ | খেলা", "© ২০২৩ নদী বার্তা"}
    assert report.annotations["spans"] == 3
    assert all("no article" in failure.message for failure in report.failures)


def test_edited_metadata_and_new_labels_come_along(tmp_path: Path) -> None:
    with small_project(tmp_path / "first.ditto") as project:
        (bandh,) = project.article_ids(external_id="n1")
        project.edit_article(bandh, title="নতুন শিরোনাম")
        exporting.export(project, format="jsonl", out=tmp_path / "set.jsonl")
    with Project.create(tmp_path / "second.ditto") as project:
        importing.import_into(project, tmp_path / "set.jsonl")
        assert project.article_ids(external_id="n1") == [bandh]
        assert project.article_info(bandh).title == "নতুন শিরোনাম"


def test_annotations_that_do_not_fit_are_listed_with_their_line(
    exported: Path, tmp_path: Path
) -> None:
    lines = exported.read_text("utf-8").splitlines()
    first = json.loads(lines[0])
    first["spans"][0]["start"] += 1
    broken = tmp_path / "broken.jsonl"
    broken.write_text("\n".join([json.dumps(first), "not json", *lines[1:]]), "utf-8")
    with Project.create(tmp_path / "second.ditto") as project:
        report = importing.import_into(project, broken)
        assert project.counts()["spans"] == 3
    assert [failure.line for failure in report.failures] == [1, 2]


def test_candidates_of_a_page_become_suggestions(tmp_path: Path) -> None:
    story = "<p>জেলা প্রশাসন জানিয়েছে, নদীর পাড়ে নতুন বাঁধের কাজ আগামী মাসে শেষ হবে।</p>" * 5
    page = f"<html><body><nav>প্রচ্ছদ খেলা</nav><article>{story}</article></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    with Project.create(tmp_path / "second.ditto") as project:
        (article,) = importing.import_into(project, tmp_path / "page.html").added
        (suggestion, *_) = project.suggestions(article)
        assert suggestion.label == "navigation"


def test_whose_annotations_they_are_can_be_said(exported: Path, tmp_path: Path) -> None:
    record = json.loads(exported.read_text("utf-8").splitlines()[0])
    for span in record["spans"]:
        del span["annotator"]
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    with Project.create(tmp_path / "second.ditto") as project:
        importing.import_into(project, tmp_path / "a.jsonl", Options(annotator="শিলা"))
        assert {span.annotator for span in project.spans()} == {"শিলা"}


def test_annotations_on_their_own_come_in_too(tmp_path: Path) -> None:
    lines = (
        {"type": "span", "external_id": "n1", "start": 0, "end": 4, "label": "ours", "id": "x"},
        {"type": "event", "id": "e2", "title": "ফেরি চলাচল শুরু", "parent": "e1"},
        {"type": "event", "id": "e1", "title": "নদীভাঙন"},
        {"type": "membership", "article": "n1", "event": "e2", "annotator": "শিলা"},
        {"type": "judgement", "a_id": "n1", "b_id": "n2", "relation": "echo", "note": "দেখুন"},
    )
    file = tmp_path / "annotations.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    with small_project(tmp_path / "mine.ditto") as project:
        before = project.counts()
        report = importing.import_into(project, file, Options(annotator="রিনা"))
        assert report.failures == ()
        assert report.annotations == {"spans": 1, "events": 2, "memberships": 1, "judgements": 1}
        assert project.counts()["pairs"] == before["pairs"]
        (bank, ferry) = (
            next(event for event in project.events() if event.title == title)
            for title in ("নদীভাঙন", "ফেরি চলাচল শুরু")
        )
        assert ferry.parent == bank.id
        assert [one.annotator for one in project.memberships(event_id=ferry.id)] == ["শিলা"]
        assert project.scheme.span_label("ours") is not None
        assert "echo" in {said.relation for said in project.judgements(annotator="রিনা")}
        assert importing.import_into(project, file, Options(annotator="রিনা")).annotations == {}


def test_an_older_export_leaves_what_was_changed_since(exported: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "second.ditto") as project:
        importing.import_into(project, exported)
        span = project.spans()[0]
        project.edit_span(span.id, end=span.end + 1, note="শেষ অক্ষরটিও")
        changed = project.spans()
        importing.import_into(project, exported)
        assert project.spans() == changed


def test_what_a_project_refuses_is_named_by_its_line(exported: Path, tmp_path: Path) -> None:
    lines = exported.read_text("utf-8").splitlines()
    (number, pair), *_ = (
        (number, json.loads(line))
        for number, line in enumerate(lines, start=1)
        if json.loads(line).get("judgements")
    )
    pair["judgements"][0]["seconds"] = -3
    lines[number - 1] = json.dumps(pair)
    broken = tmp_path / "broken.jsonl"
    broken.write_text("\n".join(lines), "utf-8")
    with Project.create(tmp_path / "second.ditto") as project:
        (failure,) = importing.import_into(project, broken).failures
    assert (failure.path, failure.line) == (str(broken), number)
    assert "seconds" in failure.message


def test_external_ids_of_several_articles_are_told(tmp_path: Path) -> None:
    rows = [
        {"id": "7", "text": BANDH},
        {"id": "7", "text": BANDH[::-1]},
        {"id": "8", "text": "ক খ"},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with Project.create(tmp_path / "second.ditto") as project:
        report = importing.import_into(project, tmp_path / "rows.jsonl")
        assert len(report.added) == 3
        assert ["external id 7" in note for note in report.notes] == [True]
        assert importing.import_into(project, tmp_path / "rows.jsonl").notes == ()
