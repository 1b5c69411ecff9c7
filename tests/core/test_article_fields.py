"""A field of an article is one row of a table: it comes in, is edited, found and leaves everywhere."""

import contextlib
import csv
import json
import sqlite3
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.datasets import small_project

import dittomark_resources as resources
from dittomark import exporting, importing
from dittomark.annotations import NewArticle
from dittomark.article_fields import (
    ARTICLE_FIELDS,
    IMPORT_FIELDS,
    METADATA,
    SORTABLE,
    metadata_of,
)
from dittomark.exporting.tables import TABLES
from dittomark.importing import mapping
from dittomark.listing import ListFilter
from dittomark.project import Project
from dittomark.store.schema import SCHEMA_VERSION


def imported(folder: Path, name: str, content: str) -> Project:
    file = folder / name
    file.write_text(content, "utf-8")
    project = Project.create(folder / f"{name}.ditto")
    assert importing.import_into(project, file).failures == ()
    return project


PAGE = """<html><head><title>Ferry</title>{head}</head><body><article><h1>Ferry stops</h1>
<p>The ferry across the river stopped at noon because of a storm from the south.</p>
<p>It will run again when the wind has gone, the harbour master said on Monday.</p>
</article></body></html>"""
JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "author": {"name": "Not the article's"}},
        {"@type": ["NewsArticle"], "author": [{"@type": "Person", "name": "Rina Sen"}, "T. Paul"]},
    ],
}


@pytest.mark.parametrize(
    ("name", "content", "author"),
    [
        ("a.csv", "id,Byline,text\n1,Rina Sen,The ferry stopped at noon today.\n", "Rina Sen"),
        ("a.jsonl", '{"id": 1, "লেখক": "রিনা সেন", "text": "ফেরি চলাচল বন্ধ আছে।"}', "রিনা সেন"),
        ("a.html", PAGE.format(head='<meta name="author" content="Rina Sen">'), "Rina Sen"),
        (
            "b.html",
            PAGE.format(
                head='<script type="application/ld+json">' + json.dumps(JSON_LD) + "</script>"
            ),
            "Rina Sen, T. Paul",
        ),
        (
            "c.html",  # the address of the author's page is no name
            PAGE.format(
                head='<meta property="article:author" content="https://f.example/rina">'
                '<script type="application/ld+json">'
                '{"@type":"Article","author":{"name":"Rina Sen"}}</script>'
            ),
            "Rina Sen",
        ),
    ],
)
def test_an_author_is_taken_where_a_file_names_one(
    tmp_path: Path, name: str, content: str, author: str
) -> None:
    with imported(tmp_path, name, content) as project:
        (info,) = project.article_infos()
    assert info.author == author


def test_a_field_is_edited_undone_found_and_chosen(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        first, second, *_ = project.article_ids()
        for key in METADATA:
            project.edit_article(first, **{key: f"new {key}"})
            assert getattr(project.article_info(first), key) == f"new {key}"
        for row in ARTICLE_FIELDS:
            found = project.listed_article_ids(ListFilter(words=(f"new {row.key}",)))
            assert (found == [first]) == row.searchable
            if row.filterable:
                assert f"new {row.key}" in project.filter_choices()[row.key]
                chosen = ListFilter(metadata={row.key: f"new {row.key}"})
                assert project.listed_article_ids(chosen) == [first]
        project.undo()
        assert getattr(project.article_info(first), METADATA[-1]) == ""  # the last edit
        assert project.article_info(second).author == "মিতা রায়"
        with pytest.raises(TypeError, match="reporter"):
            project.edit_article(first, reporter="x")


@pytest.mark.parametrize("field", SORTABLE)
def test_lists_can_stand_in_the_order_of_a_field(tmp_path: Path, field: str) -> None:
    values = ["2024-02-01", "2024-03-01", "2024-01-01"] if field == "date" else ["b", "c", "a"]
    with Project.create(tmp_path / "work.ditto") as project:
        for value in values:
            project.add_articles([NewArticle(f"Text of {value}.", **metadata_of({field: value}))])
        ids = project.article_ids()
        wanted = [ids[1], ids[0], ids[2]] if field == "date" else [ids[2], ids[0], ids[1]]
        for collation in (None, str.casefold):
            order = ListFilter(sort=field, collation=collation)
            assert project.listed_article_ids(order) == wanted
        project.add_pair(ids[0], ids[1])
        project.add_pair(ids[1], ids[2])
        queues = {
            tuple(project.queue_ids(ListFilter(sort=field, collation=collation), annotator="A"))
            for collation in (None, str.casefold)
        }
        assert len(queues) == 1
    listed = run("list", tmp_path / "work.ditto", "articles", "--order", field, "--json").json
    assert [row["id"] for row in listed] == wanted


def test_a_field_belongs_to_a_version_that_there_is() -> None:
    for row in ARTICLE_FIELDS:
        assert row.since <= SCHEMA_VERSION, (
            f"{row.key} is of schema version {row.since}, the newest is {SCHEMA_VERSION}: a new "
            "version is a migration in core/dittomark/store/schema.py"
        )


def test_every_field_has_a_column_and_leaves_in_every_table(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        for name in ("jsonl", "csv", "label-studio", "brat", "doccano", "prodigy"):
            exporting.export(project, format=name, out=tmp_path / name)
    with contextlib.closing(sqlite3.connect(tmp_path / "p.ditto")) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(articles)")}
    schema = json.loads(resources.text("schemas/export.schema.json"))["$defs"]
    with (tmp_path / "csv" / "articles.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    tasks = json.loads((tmp_path / "label-studio" / "articles.json").read_text("utf-8"))
    record = json.loads((tmp_path / "jsonl").read_text("utf-8").splitlines()[1])
    doccano = json.loads((tmp_path / "doccano").read_text("utf-8").splitlines()[1])
    prodigy = json.loads((tmp_path / "prodigy").read_text("utf-8").splitlines()[-1])
    brat = (tmp_path / "brat" / "articles.tsv").read_text("utf-8").splitlines()[0].split("\t")
    for key in METADATA:
        places = (columns, TABLES["articles"], rows[0], tasks[0]["data"], record, doccano, brat)
        assert all(key in place for place in (*places, prodigy["meta"]))
        for name in ("article", "metadata"):
            assert key in schema[name]["properties"], f"missing in export.schema.json under {name}"
    assert rows[1]["author"] == record["author"] == doccano["author"] == "মিতা রায়"


def test_names_of_columns_are_written_as_they_are_compared() -> None:
    for field, names in IMPORT_FIELDS.items():
        for name in names:
            assert mapping.guess([name, "text" if field != "text" else "x"])[field] == name
    every = [name for names in IMPORT_FIELDS.values() for name in names]
    assert len(every) == len(set(every))
