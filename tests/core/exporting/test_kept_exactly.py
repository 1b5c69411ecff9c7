"""What leaves is what is there: text to the letter, numbers that JSON has, no path, no false count."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import small_project

from dittomark import exporting, importing
from dittomark.annotations import NewArticle
from dittomark.exporting.csv_files import write_rows
from dittomark.project import Project
from dittomark.records.table_columns import guarded, unguarded
from dittomark.team.merge import merge

TEXTS = (
    "\nHome | News\nBody text here.",
    "- Dash first line. Ad here.",
    "=SUM(A1) in a text",
    "'=x",
)


def leading_signs(folder: Path) -> Project:
    project = Project.create(folder / "p.ditto")
    added = project.add_articles(
        NewArticle(text, f"t{n}", title=title, author="@rina")
        for n, (text, title) in enumerate(zip(TEXTS, ("=T", "'=T", "+1", "T"), strict=True))
    ).added
    project.annotate_span(added[0], 1, 5, label="navigation", annotator="A")
    project.annotate_span(added[1], 19, 26, label="advertisement", annotator="A")
    return project


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_offsets_count_in_the_text_column_of_csv(tmp_path: Path) -> None:
    with leading_signs(tmp_path) as project:
        exporting.export(project, format="csv", out=tmp_path / "csv")
    texts = {row["id"]: row["text"] for row in rows_of(tmp_path / "csv" / "articles.csv")}
    assert sorted(texts.values()) == sorted(TEXTS)
    spans = rows_of(tmp_path / "csv" / "spans.csv")
    assert {span["exact"] for span in spans} == {"Home", "Ad here"}
    for span in spans:
        assert texts[span["article_id"]][int(span["start"]) : int(span["end"])] == span["exact"]


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_a_record_stays_on_its_line_whatever_a_reader_takes_for_a_line(
    tmp_path: Path, separator: str
) -> None:
    """Python's `splitlines` breaks at all of these, and JavaScript of old at the last two."""
    with Project.create(tmp_path / "p.ditto") as project:
        a, b = project.add_articles(
            NewArticle(f"A text{separator}of {name}.", name, title=f"T{separator}t")
            for name in "ab"
        ).added
        project.annotate_span(a, 2, 10, label="caption", annotator="A", note=f"one{separator}two")
        project.judge_pair(a, b, relation="same_event", annotator="A", note=f"1{separator}2")
        lines_of = [name for name, row in exporting.FORMATS.items() if row.ending == ".jsonl"]
        for name in [*lines_of, "huggingface"]:
            exporting.export(project, format=name, out=tmp_path / name)
    files = [*map(tmp_path.joinpath, lines_of), *(tmp_path / "huggingface").rglob("*.jsonl")]
    records = {
        path: [json.loads(line) for line in path.read_bytes().decode().splitlines()]
        for path in files
    }
    texts = {record.get("text") for record in records[tmp_path / "jsonl"]}
    assert texts >= {f"A text{separator}of {name}." for name in "ab"}
    assert all(records.values())


def test_our_own_csv_comes_back_as_the_same_articles(tmp_path: Path) -> None:
    with leading_signs(tmp_path) as project:
        before = project.article_infos()
        exporting.export(project, format="csv", out=tmp_path / "csv")
        report = importing.import_into(project, tmp_path / "csv" / "articles.csv")
        assert (report.added, report.already_there, report.failures) == ((), 4, ())
    with Project.create(tmp_path / "q.ditto") as other:
        importing.import_into(other, tmp_path / "csv" / "articles.csv")
        after = other.article_infos()
    assert {(i.id, i.title, i.author, i.sha256) for i in after} == {
        (i.id, i.title, i.author, i.sha256) for i in before
    }


RUN = (
    "=1", "+1", "-5", "@a", "\t=1", "\r=1", "\n=1", "\ufeff=1", "\ufeff\ufeff@a", " =1", "\xa0+1", "\x1f=1",
    "\x00=1", "\u200b=1", "\u200e-1", "\u3000@a", "＝1", "＋1", "－1", "＠a", "\ufeff＝1", "﹦1", "\ttext",
    "\rtext", "'=1", "''+1",
)  # fmt: skip
HARMLESS = ("text", "'quoted'", "", "5", "a=1", "'", "নদী", " text", "\ufefftext")


@pytest.mark.parametrize("cell", RUN)
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", HARMLESS)
def test_a_cell_that_is_run_by_nothing_stays(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


def test_titles_that_would_be_run_come_back_from_every_table(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles(
            NewArticle(f"Text number {n}.", f"t{n}", title=title, source=title)
            for n, title in enumerate(RUN)
        )
        titles = sorted(info.title for info in project.article_infos())
        exporting.export(project, format="csv", out=tmp_path / "csv")
        exporting.export(project, format="brat", out=tmp_path / "brat")
    assert all(row["title"].startswith("'") for row in rows_of(tmp_path / "csv" / "articles.csv"))
    for line in (tmp_path / "brat" / "articles.tsv").read_text("utf-8").splitlines()[1:]:
        assert not [
            cell for cell in line.split("\t") if cell.lstrip(HIDDEN)[:1] in tuple("=+-@＝＋－＠")
        ]
    with Project.create(tmp_path / "q.ditto") as other:
        importing.import_into(other, tmp_path / "csv" / "articles.csv")
        assert sorted(info.title for info in other.article_infos()) == titles


HIDDEN = " \xa0\u3000\u200b\u200e\ufeff\x00\x1f"


def test_a_table_of_suggesters_runs_nothing(tmp_path: Path) -> None:
    write_rows([{"suggester": "=1+1", "f1": -0.5}], tmp_path / "t.csv")
    assert rows_of(tmp_path / "t.csv") == [{"suggester": "'=1+1", "f1": "-0.5"}]


def test_new_data_has_new_names_for_load_dataset(tmp_path: Path) -> None:
    out = tmp_path / "hf"
    with small_project(tmp_path / "p.ditto") as project:
        exporting.export(project, format="huggingface", out=out)
        first = {path.name: path.read_bytes() for path in (out / "data").iterdir()}
        exporting.export(project, format="huggingface", out=out)
        assert {path.name for path in (out / "data").iterdir()} == set(first)
        span = project.spans(label="navigation")[0]
        project.edit_span(span.id, label="caption")
        exporting.export(project, format="huggingface", out=out)
    second = {path.name: path.read_bytes() for path in (out / "data").iterdir()}
    assert len(first) == len(second)
    changed = [name for name in second if name not in first]
    assert [name.startswith("articles-train-") for name in changed] == [True]
    card = (out / "README.md").read_text("utf-8")
    for name, content in second.items():
        assert f"path: data/{name}" in card
        assert f"num_bytes: {len(content)}" in card
    assert "num_examples: 4" in card


def no_such_constant(name: str) -> Any:  # noqa: ANN401
    raise AssertionError(name)


@pytest.mark.parametrize("format_", ["jsonl", "csv", "label-studio", "huggingface"])
def test_numbers_that_json_does_not_have_leave_as_null(tmp_path: Path, format_: str) -> None:
    line = '{"text": "The ferry stopped.", "score": NaN, "deep": [{"hi": Infinity}], "ok": 1.5}'
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    old = NewArticle("Another text.", metadata={"score": float("nan"), "ok": 2})
    with Project.create(tmp_path / "p.ditto") as project:
        importing.import_into(project, tmp_path / "a.jsonl")
        project.add_articles([old])
        exporting.export(project, format=format_, out=tmp_path / "out")
    found = [tmp_path / "out"] if format_ == "jsonl" else sorted((tmp_path / "out").rglob("*.*"))
    for path in found:
        if path.suffix in {".jsonl", ""}:
            for line in path.read_text("utf-8").splitlines():
                json.loads(line, parse_constant=no_such_constant)
        elif path.suffix == ".json":
            json.loads(path.read_text("utf-8"), parse_constant=no_such_constant)
        elif path.name == "articles.csv":
            metadata = [
                json.loads(r["metadata"], parse_constant=no_such_constant) for r in rows_of(path)
            ]
            assert {"score": None, "ok": 2} in metadata
            assert {"score": None, "deep": [{"hi": None}], "ok": 1.5} in metadata


def metadata_of(path: Path) -> list[dict[str, Any]]:
    records = map(json.loads, path.read_text("utf-8").splitlines())
    return [record["metadata"] for record in records if record["type"] == "article"]


def test_an_export_does_not_say_whose_computer_it_came_from(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "rina" / "news"
    (folder / "may").mkdir(parents=True)
    (folder / "may" / "a.txt").write_text("The ferry stopped at noon.", "utf-8")
    old = [
        NewArticle(f"Older text {n}.", metadata={"file": file})
        for n, file in enumerate(
            (r"C:\Users\rina\a.txt", "/home/rina/pages/b.html", r"\\server\rina\c.txt",
             "../../rina/d.txt", "~rina/e.txt", "news/f.txt")
        )
    ]  # fmt: skip
    with Project.create(tmp_path / "p.ditto") as project:
        importing.import_into(project, [folder, folder / "may" / "a.txt"])
        project.add_articles(old)
        exporting.export(project, format="jsonl", out=tmp_path / "out.jsonl")
        exporting.export(project, format="csv", out=tmp_path / "csv")
    files = {str(m["file"]) for m in metadata_of(tmp_path / "out.jsonl")}
    assert files == {
        "may/a.txt", "a.txt", "b.html", "c.txt", "d.txt", "e.txt", "news/f.txt",
    } | ({"a.txt"})  # fmt: skip
    assert "rina" not in (tmp_path / "csv" / "articles.csv").read_text("utf-8")


def test_equal_projects_give_equal_bytes(tmp_path: Path) -> None:
    paths = []
    for n in range(3):
        with Project.create(tmp_path / f"{n}.ditto") as project:
            added = project.add_articles(
                NewArticle(f"Text {m}, shared or not.", f"t{m}") for m in range(n, n + 3)
            ).added
            project.annotate_span(added[0], 0, 4, label="caption", annotator=f"A{n}")
            project.judge_pair(added[0], added[1], relation="unrelated", annotator=f"A{n}")
            event = project.add_event(title=f"Event {n}")
            project.label_event(added[0], event.id, annotator=f"A{n}")
            paths.append(project.path)
    merge(tmp_path / "ab.ditto", paths)
    merge(tmp_path / "ba.ditto", paths[::-1])
    for format_ in ("jsonl", "csv", "label-studio", "prodigy"):
        for name in ("ab", "ba"):
            with Project.open(tmp_path / f"{name}.ditto") as project:
                project.rename("same")
                exporting.export(project, format=format_, out=tmp_path / f"{name}.{format_}")
        one, other = tmp_path / f"ab.{format_}", tmp_path / f"ba.{format_}"
        for path in [one] if one.is_file() else one.iterdir():
            twin = other if one.is_file() else other / path.name
            assert path.read_bytes() == twin.read_bytes(), path


@pytest.mark.parametrize("format_", ["doccano", "prodigy", "conll", "cas-json"])
def test_event_labels_that_are_not_written_are_not_claimed(tmp_path: Path, format_: str) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        report = exporting.export(project, format=format_, out=tmp_path / "out")
    assert "event labels" not in report.counts
    lost = {loss.what: loss.count for loss in report.losses}
    assert (lost["event labels"], lost["events"]) == (2, 2)


def test_a_split_counts_each_event_once(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        for format_ in ("jsonl", "csv", "huggingface"):
            report = exporting.export(
                project, format=format_, out=tmp_path / format_, parts={"train": 0.5, "test": 0.5}
            )
            assert report.counts["events"] == 2
        report = exporting.export(
            project, format="doccano", out=tmp_path / "d", parts={"train": 0.5, "test": 0.5}
        )
        assert [loss.count for loss in report.losses if loss.what == "events"] == [2]


def test_a_label_with_a_space_breaks_no_column_of_conll(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "Menu here", "label": [[0, 4, "my label"]]}', "utf-8"
    )
    with Project.create(tmp_path / "p.ditto") as project:
        importing.import_into(project, tmp_path / "a.jsonl")
        report = exporting.export(project, format="conll", out=tmp_path / "out.conll")
    lines = (tmp_path / "out.conll").read_text("utf-8").splitlines()
    assert {len(line.split(" ")) for line in lines if line} == {4}
    assert "Menu -X- _ B-my_label" in lines
    assert [loss.what for loss in report.losses] == ["labels"]


def test_typed_tables_hold_metadata_passages_and_decisions(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        pair = next(iter(project.pairs()))
        project.add_pair(pair.a, pair.b, score=0.5, passage=(0, 4, 1, 5))
        project.decide_relation(pair.id, relation="contains", direction="a_to_b", annotator="L")
        project.add_articles([NewArticle("A text.", metadata={"desk": "city", "n": 1})])
        for format_ in ("huggingface", "parquet", "csv"):
            report = exporting.export(project, format=format_, out=tmp_path / format_)
            assert report.counts["decisions"] == 1
            assert {loss.what for loss in report.losses} <= {"label schemes"}
        exporting.export(project, format="doccano", out=tmp_path / "d.jsonl")
    (articles,) = (tmp_path / "huggingface" / "data").glob("articles-*.jsonl")
    found = [json.loads(line)["metadata"] for line in articles.read_text("utf-8").splitlines()]
    assert [json.loads(one) for one in found if one] == [{"desk": "city", "n": 1}]
    (pairs,) = (tmp_path / "huggingface" / "data").glob("pairs-*.jsonl")
    rows = [json.loads(line) for line in pairs.read_text("utf-8").splitlines()]
    assert [row["passage"] for row in rows if row["passage"]] == [[0, 4, 1, 5]]
    with Project.create(tmp_path / "q.ditto") as other:
        read = importing.import_into(other, tmp_path / "parquet")
        assert read.failures == ()
        assert read.annotations["decisions"] == 1
        assert [
            i.imported["metadata"] for i in other.article_infos() if "metadata" in i.imported
        ] == [{"desk": "city", "n": 1}]
