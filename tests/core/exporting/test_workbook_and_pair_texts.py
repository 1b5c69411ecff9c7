"""A workbook that opens right with a double-click, and pairs with both texts on one line."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from tests.helpers.command import run
from tests.helpers.datasets import BANDH, COPY, small_project

from dittomark import exporting, importing
from dittomark.annotations import NewArticle
from dittomark.project import Project


def test_a_workbook_holds_the_tables_and_runs_nothing(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        project.add_articles([NewArticle("=1+1 is a text \x0b here.", "f", title="=T")])
        report = exporting.export(project, format="xlsx", out=tmp_path / "a.xlsx")
        before = {(i.id, i.title) for i in project.article_infos()}
        said = {(j.annotator, j.relation) for j in project.judgements()}
    assert [loss.what for loss in report.losses] == ["characters", "label schemes"]
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["articles", "spans", "pairs", "links", "events", "decisions"]
    kinds = {cell.data_type for row in book["articles"].iter_rows() for cell in row}
    assert "f" not in kinds  # no cell is a formula
    texts = [row[-1].value for row in book["articles"].iter_rows(min_row=2)]
    assert BANDH.replace("\r\n", "\n") in [str(text).replace("\r\n", "\n") for text in texts]
    with Project.create(tmp_path / "q.ditto") as other:
        assert importing.import_into(other, tmp_path / "a.xlsx").failures == ()
        assert {(j.annotator, j.relation) for j in other.judgements()} == said
        assert {title for _, title in before} == {i.title for i in other.article_infos()}


def test_a_text_too_long_for_a_cell_is_told(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles([NewArticle("ক" * 40_000)])
        report = exporting.export(project, format="xlsx", out=tmp_path / "a.xlsx")
    assert ("texts", 1) in [(loss.what, loss.count) for loss in report.losses]


def test_pairs_with_both_texts(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        exporting.export(project, format="pair-texts", out=tmp_path / "pairs.jsonl")
    lines = [
        json.loads(line) for line in (tmp_path / "pairs.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(lines) == 3
    assert {BANDH, COPY} in [{line["text_a"], line["text_b"]} for line in lines]
    assert {line["label"] for line in lines} == {None, "same_event", "unrelated"}


def test_standard_input_is_a_file_like_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Project.create(tmp_path / "p.ditto").close()
    piped = io.TextIOWrapper(io.BytesIO(b'{"text": "The ferry stopped at noon."}\n'), "utf-8")
    monkeypatch.setattr("sys.stdin", piped)
    assert run("import", tmp_path / "p.ditto", "-").code == 0
    with Project.open(tmp_path / "p.ditto") as project:
        assert [a.text for a in project.articles()] == ["The ferry stopped at noon."]
