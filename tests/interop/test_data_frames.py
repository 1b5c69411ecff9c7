"""Hugging Face datasets, pandas, polars and pyarrow open what we write."""

from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import BANDH
from tests.interop.conftest import Exported

from dittomark import exporting
from dittomark.annotations import NewArticle
from dittomark.project import Project

QUOTES = {"প্রচ্ছদ | খেলা", "© ২০২৩ নদী বার্তা", "افتتاح الجسر الجديد\n"}


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))


def quotes_of(rows: Any) -> set[str]:  # noqa: ANN401  (whatever the tool gives)
    for row in rows:
        for span in row["spans"]:
            assert row["text"][span["start"] : span["end"]] == span["exact"]
    return {span["exact"] for row in rows for span in row["spans"]}


def load(path: Path, cache: Path, **options: str) -> Any:  # noqa: ANN401
    from datasets import load_dataset

    return load_dataset(str(path), cache_dir=str(cache), **options)


@pytest.mark.tool("huggingface", "datasets")
def test_load_dataset_opens_the_folder(exported: Exported, tmp_path: Path) -> None:
    out = exported("huggingface")
    found = load(out, tmp_path / "cache")
    assert quotes_of(found["train"]) == QUOTES
    assert BANDH in set(found["train"]["text"])
    pairs = load(out, tmp_path / "cache", name="pairs")["train"]
    assert {judgement["relation"] for row in pairs for judgement in row["judgements"]} >= {
        "partially_derived", "exact_duplicate",
    }  # fmt: skip
    events = load(out, tmp_path / "cache", name="events")["train"]
    assert ["জেলা প্রশাসন"] in list(events["participants"])


@pytest.mark.tool("huggingface", "datasets, after a second export")
def test_load_dataset_sees_what_a_second_export_changed(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.ditto") as project:
        (article,) = project.add_articles([NewArticle(BANDH)]).added
        for label in ("navigation", "advertising"):
            project.edit_article(article, title=label[:10])
            exporting.export(project, format="huggingface", out=tmp_path / "out")
            found = load(tmp_path / "out", tmp_path / "cache")["train"]
            assert list(found["title"]) == [label[:10]]


def test_tables_without_rows_do_not_stop_load_dataset(tmp_path: Path) -> None:
    with Project.create(tmp_path / "bare.ditto") as project:
        project.add_articles([NewArticle(BANDH)])
        exporting.export(project, format="huggingface", out=tmp_path / "bare")
    assert load(tmp_path / "bare", tmp_path / "cache")["train"]["text"][0] == BANDH


def test_load_dataset_finds_the_parts_of_a_split(exported: Exported, tmp_path: Path) -> None:
    out = exported("huggingface", split="train=0.5,test=0.5")
    found = load(out, tmp_path / "cache")
    assert {part: len(rows) for part, rows in found.items()} == {"train": 2, "test": 2}
    assert found["train"].features == found["test"].features


@pytest.mark.tool("parquet", "pandas, polars, datasets")
def test_parquet_opens_in_pandas_polars_and_datasets(exported: Exported, tmp_path: Path) -> None:
    import pandas as pd
    import polars as pl

    out = exported("parquet")
    frame = pd.read_parquet(out / "articles.parquet")
    assert quotes_of(frame.to_dict("records")) == QUOTES
    table = pl.read_parquet(out / "articles.parquet")
    assert quotes_of(table.to_dicts()) == QUOTES
    rows = load(out, tmp_path / "cache", data_files="articles.parquet")["train"]
    assert quotes_of(rows) == QUOTES


@pytest.mark.tool("jsonl", "pandas, polars")
def test_jsonl_opens_in_pandas_and_polars(exported: Exported) -> None:
    import pandas as pd
    import polars as pl

    out = exported("jsonl")
    frame = pd.read_json(out, lines=True)
    articles = frame[frame["type"] == "article"]
    assert quotes_of(articles.to_dict("records")) == QUOTES
    assert pl.read_ndjson(out, infer_schema_length=None).height == len(frame)


@pytest.mark.tool("csv", "pandas, polars")
def test_csv_opens_in_pandas_and_polars(exported: Exported) -> None:
    import pandas as pd
    import polars as pl

    out = exported("csv")
    articles = pd.read_csv(out / "articles.csv").set_index("id")
    for span in pd.read_csv(out / "spans.csv").itertuples():
        text = articles.loc[span.article_id, "text"]
        assert text[span.start : span.end] == span.exact
    assert pl.read_csv(out / "articles.csv")["text"].to_list().count(BANDH) == 1


@pytest.mark.tool("csv", "DuckDB")
def test_duckdb_reads_the_tables(exported: Exported) -> None:
    import duckdb

    out = exported("csv")
    rows = duckdb.sql(
        f"select s.exact, s.start, s.\"end\", a.text from read_csv('{out}/spans.csv', header=true) s"
        f" join read_csv('{out}/articles.csv', header=true) a on a.id = s.article_id"
    ).fetchall()
    assert {exact for exact, *_ in rows} == QUOTES
    assert all(text[start:end] == exact for exact, start, end, text in rows)


@pytest.mark.tool("parquet", "DuckDB")
def test_duckdb_reads_parquet(exported: Exported) -> None:
    import duckdb

    out = exported("parquet")
    texts = duckdb.sql(f"select text from '{out}/articles.parquet'").fetchall()
    assert BANDH in {text for (text,) in texts}


@pytest.mark.tool("jsonl", "DuckDB")
def test_duckdb_reads_the_lines(exported: Exported) -> None:
    import duckdb

    out = exported("jsonl")
    [(count,)] = duckdb.sql(
        f"select count(*) from read_json('{out}', format='newline_delimited', union_by_name=true)"
        " where offset_unit is not null and spans is not null"
    ).fetchall()
    assert count > 0
