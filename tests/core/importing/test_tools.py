"""Annotations of other tools come in with their articles, each span where its quote stands."""

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dittomark import importing
from dittomark.importing import ImportReport, Options
from dittomark.project import Project

TEXT = "👩‍👩‍👧 বাঁধের খবর: ক্ষতি বেশি।\nশেয়ার করুন"
QUOTE = "ক্ষতি বেশি"


@pytest.fixture
def project(tmp_path: Path) -> Any:  # noqa: ANN401
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def offsets(unit: str) -> tuple[int, int]:
    start = TEXT.index(QUOTE)
    before, inside = TEXT[:start], QUOTE
    if unit == "utf16":
        return len(before.encode("utf-16-le")) // 2, len((before + inside).encode("utf-16-le")) // 2
    if unit == "grapheme":
        from dittomark.texts.segmentation import graphemes

        return len(graphemes(before)), len(graphemes(before + inside))
    return start, start + len(inside)


def load(project: Project, path: Path, value: Any, options: Options = Options()) -> ImportReport:  # noqa: ANN401,B008
    lines = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_text(lines, "utf-8")
    return importing.import_into(project, path, options)


def quotes(project: Project) -> list[tuple[str, str, str]]:
    texts = {article.id: article.text for article in project.articles()}
    return [(texts[s.article_id][s.start : s.end], s.label, s.annotator) for s in project.spans()]


@pytest.mark.parametrize("unit", ["code_point", "utf16", "grapheme"])
def test_doccanos_three_ways_of_counting_are_told_apart(
    project: Project, tmp_path: Path, unit: str
) -> None:
    start, end = offsets(unit)
    report = load(
        project, tmp_path / "d.jsonl", {"id": 4, "text": TEXT, "label": [[start, end, "ad"]]}
    )
    assert quotes(project) == [(QUOTE, "ad", "import")]
    assert report.failed == 0
    assert project.article_ids(external_id="4")


def test_doccanos_unit_can_be_given(project: Project, tmp_path: Path) -> None:
    start, end = offsets("utf16")
    entity = {"id": 1, "label": "ad", "start_offset": start, "end_offset": end}
    example = {"id": 4, "text": TEXT, "entities": [entity], "relations": [], "Comments": []}
    load(project, tmp_path / "d.jsonl", example, Options(offsets="utf16", annotator="অপর্ণা"))
    assert quotes(project) == [(QUOTE, "ad", "অপর্ণা")]


def test_doccano_spans_outside_the_text_are_listed(project: Project, tmp_path: Path) -> None:
    report = load(project, tmp_path / "d.jsonl", {"text": TEXT, "label": [[5, 9999, "ad"]]})
    assert [(f.line, "does not fit" in f.message) for f in report.failures] == [(1, True)]
    assert project.counts()["articles"] == 1


def task(unit: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    start, end = offsets(unit)
    value = {"start": start, "end": end, "text": QUOTE, "labels": ["ad"]}
    result = {"id": "r", "from_name": "l", "to_name": "t", "type": "labels", "value": value}
    return {
        "id": 9,
        "data": {"text": TEXT, "title": "বাঁধ"},
        "annotations": [{"completed_by": {"email": "a@b.example"}, "result": [result]}],
        **more,
    }


@pytest.mark.parametrize("unit", ["code_point", "utf16"])
def test_label_studio_old_and_new_offsets(project: Project, tmp_path: Path, unit: str) -> None:
    report = load(project, tmp_path / "ls.json", [task(unit)])
    assert report.failures == ()
    assert quotes(project) == [(QUOTE, "ad", "a@b.example")]


def test_label_studio_predictions_become_suggestions(project: Project, tmp_path: Path) -> None:
    result = task("code_point")["annotations"][0]["result"]
    load(project, tmp_path / "ls.json", [{**task("code_point"), "annotations": [],
                                          "predictions": [{"result": result}]}])  # fmt: skip
    assert quotes(project) == []
    (suggestion,) = project.suggestions(project.article_ids()[0])
    assert TEXT[suggestion.start : suggestion.end] == QUOTE


def test_label_studio_results_without_a_place_are_listed(project: Project, tmp_path: Path) -> None:
    wrong = task("code_point")
    wrong["annotations"][0]["result"][0]["value"]["text"] = "অন্য লেখা"
    wrong["annotations"][0]["result"].append({"type": "rating", "value": {"rating": 3}})
    report = load(project, tmp_path / "ls.json", [wrong])
    assert ["does not fit" in f.message for f in report.failures] == [True, False]
    assert quotes(project) == []


def test_label_studio_pairs_of_texts(project: Project, tmp_path: Path) -> None:
    choice = {"from_name": "pair", "type": "choices", "value": {"choices": ["near"]}}
    pair = {
        "data": {"text_a": TEXT, "text_b": "অন্য খবর"},
        "annotations": [{"completed_by": 3, "result": [choice]}],
    }
    load(project, tmp_path / "ls.json", [pair])
    (judgement,) = project.judgements()
    assert (judgement.relation, judgement.annotator) == ("near", "user 3")
    assert project.counts()["articles"] == 2


def test_brat_files_are_read_together(project: Project, tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    start, end = offsets("code_point")
    (tmp_path / "set" / "x.txt").write_text(TEXT, "utf-8")
    (tmp_path / "set" / "x.ann").write_text(
        f"T1\tAd {start} {start + 5};{start + 6} {end}\tক্ষতি বেশি\n#1\tAnnotatorNotes T1\tনোট\n"
        f"R1\tDuplicate Arg1:T1 Arg2:T1\nT2\tAd 0 3\tভুল\n",
        "utf-8",
    )
    report = importing.import_into(project, tmp_path / "set")
    assert quotes(project) == [(QUOTE, "Ad", "import")]
    assert project.spans()[0].note == "নোট"
    assert [failure.line for failure in report.failures] == [3, 4]
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as opened:
        for file in (tmp_path / "set").iterdir():
            opened.write(file, file.name)
    again = importing.import_into(project, tmp_path / "set.zip")
    assert (len(again.added), again.already_there, again.annotations) == (0, 1, {})


def warc_record(status: str, kind: str, page: str) -> bytes:
    body = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://nodi.example/1\r\n"
        "WARC-Record-ID: <urn:uuid:0b0ec0ff-ee00-4000-8000-000000000001>\r\n"
        "WARC-Date: 2024-01-02T03:04:05Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def test_a_warc_gives_its_pages(project: Project, tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    page = "<html><body><p>" + "জেলা প্রশাসন জানিয়েছে, বাঁধের কাজ শেষ। " * 5 + "</p></body></html>"
    records = [
        warc_record("200 OK", "text/html; charset=utf-8", page),
        warc_record("404 Not Found", "text/html", page),
        warc_record("200 OK", "image/png", page),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(gzip.compress(record) for record in records))
    report = importing.import_into(project, tmp_path / "a.warc.gz")
    (article,) = project.articles()
    assert report.failures == ()
    assert article.info.url == "https://nodi.example/1"
    assert "বাঁধের কাজ শেষ" in article.text
    (tmp_path / "b.warc").write_bytes(b"WARC/1.0\r\nnonsense")
    assert importing.import_into(project, tmp_path / "b.warc").added == ()


def test_excel_sheets_are_tables(project: Project, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    import datetime as dt

    book = openpyxl.Workbook()
    book.active.append(["শিরোনাম", "লেখা", "date"])
    book.active.append(["বাঁধ", TEXT, dt.datetime(2023, 9, 13, 11, 19)])
    book.create_sheet().append(["title", "text"])
    book.worksheets[1].append([12, "দ্বিতীয় পাতা"])
    book.save(tmp_path / "a.xlsx")
    importing.import_into(project, tmp_path / "a.xlsx")
    infos = project.article_infos()
    assert [(i.title, i.date) for i in infos] == [("বাঁধ", "2023-09-13T11:19:00"), ("12", "")]
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    assert "damaged" in importing.import_into(project, tmp_path / "b.xlsx").failures[0].message


def test_parquet_of_anybody_is_a_table(project: Project, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    parquet.write_table(pa.table({"headline": ["বাঁধ"], "body": [TEXT]}), tmp_path / "a.parquet")
    importing.import_into(project, tmp_path / "a.parquet")
    assert next(project.articles()).text == TEXT
    (tmp_path / "b.parquet").write_bytes(b"PAR1 no")
    assert "damaged" in importing.import_into(project, tmp_path / "b.parquet").failures[0].message


def test_a_csv_export_comes_back_with_its_annotations(project: Project, tmp_path: Path) -> None:
    from tests.helpers.datasets import annotations_of, small_project

    from dittomark import exporting

    with small_project(tmp_path / "s.ditto") as small:
        pair = next(iter(small.pairs()))
        small.decide_relation(pair.id, relation="unrelated", annotator="L")
        exporting.export(small, format="csv", out=tmp_path / "tables")
        exporting.export(small, format="jsonl", out=tmp_path / "before.jsonl")
    report = importing.import_into(project, tmp_path / "tables")
    assert report.failures == ()
    exporting.export(project, format="jsonl", out=tmp_path / "after.jsonl")

    def said(name: str) -> list[Any]:
        text = json.dumps(annotations_of(tmp_path / name), ensure_ascii=False)
        return [
            json.loads(
                text,
                object_hook=lambda o: {
                    k: v for k, v in o.items() if k not in {"origin", "created_at"}
                },
            )
        ]  # a row of the table of events has one time, the label's

    assert said("after.jsonl") == said("before.jsonl")


def test_a_preview_names_the_tool(tmp_path: Path) -> None:
    (tmp_path / "ls.json").write_text(json.dumps([task("code_point")]), "utf-8")
    shown = importing.preview(tmp_path / "ls.json")
    assert shown.format == "label-studio"
    assert shown.articles[0].title == "বাঁধ"
