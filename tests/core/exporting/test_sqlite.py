"""A dataset as one SQLite database, for whoever asks in SQL."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.helpers.command import run
from tests.helpers.datasets import BANDH, small_project

from dittomark import exporting
from dittomark.errors import UserError


def test_tables_join_by_their_ids(tmp_path: Path) -> None:
    out = tmp_path / "a.sqlite"
    with small_project(tmp_path / "p.ditto") as project:
        report = exporting.export(project, format="sqlite", out=out)
        said = {(j.pair_id, j.annotator, j.relation) for j in project.judgements()}
        marked = {(s.id, s.article_id, s.annotator) for s in project.spans()}
    assert [loss.what for loss in report.losses] == ["label schemes"]
    with closing(sqlite3.connect(out)) as connection:
        database = Database(connection)
        assert set(database.table_names()) == {
            "articles", "spans", "event_labels", "pairs", "judgements", "links", "events",
            "decisions",
        }  # fmt: skip
        asked = connection.execute("SELECT pair_id, annotator, relation FROM judgements")
        assert set(asked) == said
        assert set(connection.execute("SELECT id, article_id, annotator FROM spans")) == marked
        cut = connection.execute(
            'SELECT substr(text, "start" + 1, "end" - "start"), exact FROM spans'
            " JOIN articles ON articles.id = article_id WHERE external_id = 'n1'"
        ).fetchall()
        assert cut
        assert all(part == exact for part, exact in cut)
        assert (BANDH,) in set(connection.execute("SELECT text FROM articles"))
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM event_labels").fetchone() > (0,)


def test_an_earlier_export_is_replaced_and_no_other_database(tmp_path: Path) -> None:
    out, others = tmp_path / "a.sqlite", tmp_path / "others.sqlite"
    Database(others).table("mine").insert({"row": 1}).db.close()
    with small_project(tmp_path / "p.ditto") as project:
        exporting.export(project, format="sqlite", out=out)
        before = out.read_bytes()
        exporting.export(project, format="sqlite", out=out)
        assert out.read_bytes() == before
        with pytest.raises(UserError, match="not written over"):
            exporting.export(project, format="sqlite", out=others)
    with closing(sqlite3.connect(others)) as connection:
        assert connection.execute('SELECT "row" FROM mine').fetchall() == [(1,)]


def test_texts_can_stay_out_of_a_split_database(tmp_path: Path) -> None:
    small_project(tmp_path / "p.ditto").close()
    out = tmp_path / "a.sqlite"
    split = run(
        "export", tmp_path / "p.ditto", "--format", "sqlite", "--out", out, "--text", "none",
        "--split", "train=0.5,test=0.5", "--json",
    )  # fmt: skip
    assert split.code == 0
    names = set()
    for part in ("train", "test"):
        with closing(sqlite3.connect(tmp_path / f"a.{part}.sqlite")) as connection:
            assert not any(row[0] for row in connection.execute("SELECT text FROM articles"))
            names |= {row[0] for row in connection.execute("SELECT external_id FROM articles")}
    assert names == {"n1", "k1", "n2", "j1"}
