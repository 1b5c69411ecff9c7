"""What leaves a project: everything in `jsonl`, flat tables in `csv`, exact and repeatable."""

import csv
import itertools
import json
import os
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import BANDH, small_project

from dittomark import exporting, importing
from dittomark.errors import Cancelled, UserError
from dittomark.exporting import Selection
from dittomark.exporting.options import TextMode
from dittomark.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with small_project(tmp_path / "small.ditto") as opened:
        yield opened


def records(path: Path, kind: str = "") -> list[dict[str, Any]]:
    lines = path.read_text("utf-8").splitlines()
    return [r for r in map(json.loads, lines) if not kind or r["type"] == kind]


def exported(project: Project, out: Path, *, text: TextMode) -> list[dict[str, Any]]:
    exporting.export(project, format="jsonl", out=out, text=text)
    return records(out)


def test_jsonl_holds_everything(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    report = exporting.export(project, format="jsonl", out=out)
    assert report.counts == {
        "articles": 4, "spans": 4, "event labels": 2, "pairs": 3, "judgements": 4, "events": 2,
        "links": 1,
    }  # fmt: skip
    assert report.losses == ()
    first = next(r for r in records(out, "article") if r["external_id"] == "n1")
    assert first["text"] == BANDH
    assert first["offset_unit"] == "code_point"
    for span in first["spans"]:
        assert span["exact"] == BANDH[span["start"] : span["end"]]
        assert BANDH.startswith(span["prefix"] + span["exact"] + span["suffix"], 0) or (
            span["prefix"] == BANDH[max(0, span["start"] - 32) : span["start"]]
        )
    assert first["events"][0]["title"] == "বাঁধ নির্মাণ"
    assert records(out)[-1]["scheme"]["spans"][0]["key"] == "navigation"


def test_a_pair_says_what_its_annotators_agree_on(project: Project, tmp_path: Path) -> None:
    exporting.export(project, format="jsonl", out=tmp_path / "a.jsonl")
    pairs = {
        (p["a_external_id"], p["b_external_id"]): p for p in records(tmp_path / "a.jsonl", "pair")
    }
    disputed = next(p for key, p in pairs.items() if set(key) == {"n1", "k1"})
    agreed = next(p for key, p in pairs.items() if set(key) == {"n1", "n2"})
    assert disputed["relation"] is None
    assert {j["relation"] for j in disputed["judgements"]} == {
        "partially_derived",
        "exact_duplicate",
    }
    assert agreed["relation"] == "unrelated"


def test_the_direction_follows_the_pairs_own_order(project: Project, tmp_path: Path) -> None:
    exporting.export(
        project, format="jsonl", out=tmp_path / "a.jsonl", selection=Selection(annotators=("মিতা",))
    )
    (pair,) = (
        p for p in records(tmp_path / "a.jsonl", "pair") if p["relation"] == "partially_derived"
    )
    source = pair["a_external_id"] if pair["direction"] == "a_to_b" else pair["b_external_id"]
    assert source == "k1"


def test_the_same_project_gives_the_same_bytes(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the clock says: a workbook is a zip, and keeps times by two seconds."""
    now, moments = time.time(), itertools.count(step=100)
    monkeypatch.setattr(time, "time", lambda: now + next(moments))
    formats = [name for name in exporting.FORMATS if name != "spacy" or find_spec("spacy")]
    for name in formats:
        for out in ("one", "two"):
            exporting.export(project, format=name, out=tmp_path / out / name)
        one = {p.name: p.read_bytes() for p in (tmp_path / "one").rglob("*") if p.is_file()}
        two = {p.name: p.read_bytes() for p in (tmp_path / "two").rglob("*") if p.is_file()}
        assert one == two, name


def test_csv_is_one_file_a_kind_and_runs_no_formula(project: Project, tmp_path: Path) -> None:
    exporting.export(project, format="csv", out=tmp_path / "tables")

    def table(name: str) -> list[dict[str, str]]:
        with (tmp_path / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    articles = {row["external_id"]: row for row in table("articles")}
    assert articles["n1"]["text"] == BANDH
    assert articles["k1"]["title"] == "'=বাঁধ"
    assert {row["exact"] for row in table("spans")} >= {"প্রচ্ছদ | খেলা"}
    assert "'-নোট" in {row["note"] for row in table("spans")}
    assert len(table("pairs")) == 4
    assert {row["title"] for row in table("events")} == {"বাঁধ নির্মাণ", "সেতুর টোল"}
    for name in ("articles", "spans", "pairs", "events"):
        assert not [c for row in table(name) for c in row.values() if c[:1] in ("=", "+", "-", "@")]


@pytest.mark.parametrize(
    ("selection", "articles", "spans", "judgements"),
    [
        (Selection(annotators=("রফিক",)), 4, 2, 1),
        (Selection(metadata={"source": ("নদী বার্তা",)}), 2, 3, 1),
        (Selection(metadata={"language": ("ar",)}), 1, 1, 0),
        (Selection(metadata={"author": ("nobody",)}), 0, 0, 0),
        (Selection(date_from="2023-09-14"), 2, 1, 0),
        (Selection(date_to="2023-09-13"), 1, 3, 0),
        (Selection(labels=("navigation",)), 4, 2, 4),
        (Selection(relations=("unrelated",)), 4, 4, 1),
        (Selection(finished_only=True), 3, 3, 3),
        (Selection(adjudicated=True), 4, 0, 0),
    ],
)
def test_filters_choose(
    project: Project,
    tmp_path: Path,
    selection: Selection,
    articles: int,
    spans: int,
    judgements: int,
) -> None:
    counts = exporting.export(
        project, format="jsonl", out=tmp_path / "a.jsonl", selection=selection
    ).counts
    assert counts.get("articles", 0) == articles
    assert counts.get("spans", 0) == spans
    assert counts.get("judgements", 0) == judgements


def test_what_was_settled_is_exported_alone(project: Project, tmp_path: Path) -> None:
    bandh, copy = (project.article_ids(external_id=name)[0] for name in ("n1", "k1"))
    pair = project.find_pair(bandh, copy)
    assert pair is not None
    project.decide_relation(pair.id, relation="contains", direction="a_to_b", annotator="শিলা")
    project.decide_spans(bandh, [(0, 5, "caption")], annotator="শিলা")
    project.decide_events(bandh, [project.events()[0].id], annotator="শিলা")
    out = tmp_path / "settled.jsonl"
    selection = Selection(adjudicated=True)
    exporting.export(project, format="jsonl", out=out, selection=selection)
    articles = {record["external_id"]: record for record in records(out, "article")}
    (settled,) = records(out, "pair")
    assert (settled["relation"], settled["direction"]) == ("contains", "a_to_b")
    assert settled["adjudicated"]
    assert [j["annotator"] for j in settled["judgements"]] == ["শিলা"]
    assert [(s["start"], s["end"], s["label"]) for s in articles["n1"]["spans"]] == [
        (0, 5, "caption")
    ]
    assert articles["n1"]["events"][0]["title"] == "বাঁধ নির্মাণ"
    assert articles["j1"]["spans"] == []


def test_decisions_come_back_with_the_rest(project: Project, tmp_path: Path) -> None:
    pair = next(iter(project.pairs()))
    project.decide_relation(pair.id, relation="same_event", annotator="শিলা", note="দেখা হয়েছে")
    exporting.export(project, format="jsonl", out=tmp_path / "a.jsonl")
    with Project.create(tmp_path / "second.ditto") as second:
        importing.import_into(second, tmp_path / "a.jsonl")
        (decision,) = second.decisions()
    assert (decision.target, decision.note) == (pair.id, "দেখা হয়েছে")
    assert decision.content["relation"] == "same_event"


@pytest.mark.parametrize("text", ["none", "hash"])
def test_texts_can_be_kept_back(project: Project, tmp_path: Path, text: TextMode) -> None:
    rows = exported(project, tmp_path / "a.jsonl", text=text)
    assert "জেলা প্রশাসন জানিয়েছে" not in (tmp_path / "a.jsonl").read_text("utf-8")
    row = next(one for one in rows if one.get("external_id") == "n1")
    assert row["sha256"] == project.article(row["id"]).info.sha256
    assert row["spans"][0]["end"] == BANDH.index("\r\n")


def test_a_failed_export_leaves_the_old_one_whole(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    exporting.export(project, format="jsonl", out=out)
    before = out.read_bytes()

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        exporting.export(project, format="jsonl", out=out, report=cancel)
    assert out.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_folder_export_takes_away_only_its_own_old_files(
    project: Project, tmp_path: Path
) -> None:
    out = tmp_path / "tables"
    exporting.export(project, format="csv", out=out, parts={"train": 0.5, "test": 0.5})
    (out / "mine.txt").write_text("keep", "utf-8")
    exporting.export(project, format="csv", out=out)
    names = {p.name for p in out.iterdir() if p.is_file()}
    assert {"mine.txt", "articles.csv", "spans.csv", "pairs.csv", "events.csv"} <= names
    assert not (out / "train" / "articles.csv").exists()


def test_what_a_killed_export_left_is_taken_away(project: Project, tmp_path: Path) -> None:
    old, young = tmp_path / ".dittomark-old", tmp_path / ".dittomark-young"
    for folder in (old, young):
        folder.mkdir()
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (two_days_ago, two_days_ago))
    exporting.export(project, format="csv", out=tmp_path / "out")
    assert not old.exists()
    assert young.exists()  # another export may be at work there
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"out", young.name}


def test_wrong_wishes_are_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="docx"):
        exporting.export(project, format="docx", out=tmp_path / "a")
    with pytest.raises(UserError, match="make 1"):
        exporting.export(project, format="jsonl", out=tmp_path / "a", parts={"train": 0.5})
    with pytest.raises(UserError, match="folder"):
        exporting.export(project, format="jsonl", out=tmp_path)
    with pytest.raises(UserError, match="Write it like"):
        exporting.parse_split("train:0.8")
