"""An import thinks before it takes: what it is not sure of it says, and nothing is made up."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from pyarrow import parquet
from tests.helpers.command import run
from tests.helpers.work import Work, work_of

from dittomark import importing
from dittomark.annotations import ArticleInfo
from dittomark.importing import ImportReport, Options
from dittomark.importing.dates import article_date, parse_date
from dittomark.project import Project

LONG = "The ferry across the river stopped at noon because of a storm."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def load(
    project: Project,
    path: Path,
    content: str | bytes | Any,  # noqa: ANN401
    options: Options = Options(),  # noqa: B008
) -> ImportReport:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, "utf-8")
    return importing.import_into(project, path, options)


def infos(project: Project) -> list[ArticleInfo]:
    return project.article_infos()


def texts(project: Project) -> list[str]:
    return [article.text for article in project.articles()]


# --- typed cells, damaged files -------------------------------------------------------------------

VALUES = {
    "at": datetime(2018, 12, 11, 5),
    "day": date(2018, 12, 11),
    "clock": time(9, 46),
    "lasted": timedelta(hours=2),
    "price": Decimal("1.5"),
    "raw": b"\xff\x00",
}


def test_typed_cells_of_parquet_become_plain(project: Project, tmp_path: Path) -> None:
    row = {"text": LONG, **VALUES, "nested": {"at": VALUES["at"]}}
    parquet.write_table(pa.Table.from_pylist([row]), tmp_path / "a.parquet")
    report = importing.import_into(project, tmp_path / "a.parquet")
    assert report.failures == ()
    assert infos(project)[0].imported["metadata"] == {
        "at": "2018-12-11T05:00:00", "day": "2018-12-11", "clock": "09:46:00", "lasted": "2:00:00",
        "price": 1.5, "raw": "/wA=", "nested": {"at": "2018-12-11T05:00:00"},
    }  # fmt: skip


def test_typed_cells_of_excel_become_plain(project: Project, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["text", "at", "clock", "lasted", "price"])
    sheet.append([LONG, VALUES["at"], VALUES["clock"], VALUES["lasted"], 1.5])
    book.save(tmp_path / "a.xlsx")
    assert importing.import_into(project, tmp_path / "a.xlsx").failures == ()
    assert infos(project)[0].imported["metadata"]["at"] == "2018-12-11T05:00:00"
    assert infos(project)[0].imported["metadata"]["price"] == 1.5


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.tsv"])
def test_a_damaged_input_is_named_and_not_the_project(tmp_path: Path, name: str) -> None:
    Project.create(tmp_path / "p.ditto").close()
    rows = '{"text": "One text here."}\n' if name == "a.jsonl" else "text\nOne text here.\n"
    (tmp_path / name).write_bytes(rows.encode("utf-16")[:-1])
    done = run("import", tmp_path / "p.ditto", tmp_path / name)
    assert "p.ditto" not in done.err
    assert name in done.err


# --- records inside of something ------------------------------------------------------------------

ARTICLES = [
    {"source": {"id": None, "name": "CNBC"}, "title": "Rain", "url": "https://n.example/a",
     "publishedAt": "2022-05-25T09:49:00Z", "content": f"{LONG} 1"},
    {"source": {"id": "x", "name": "CBS"}, "title": "Fog", "content": f"{LONG} 2"},
]  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        {"status": "ok", "totalResults": 2, "articles": ARTICLES},
        {"version": "1.0", "data": ARTICLES},
        {"description": "dump of 2024 with many words", "data": ARTICLES},
        {"took": 3, "hits": {"total": 2, "hits": [{"_id": "1", "_source": a} for a in ARTICLES]}},
        {"title": {"0": "Rain", "1": "Fog"}, "text": {"0": f"{LONG} 1", "1": f"{LONG} 2"}},
        {"columns": ["title", "text"], "index": [0, 1],
         "data": [["Rain", f"{LONG} 1"], ["Fog", f"{LONG} 2"]]},
        {"0": ARTICLES[0], "1": ARTICLES[1]},
    ],
)  # fmt: skip
def test_the_list_of_records_is_found(project: Project, tmp_path: Path, value: Any) -> None:  # noqa: ANN401
    assert load(project, tmp_path / "a.json", value).failures == ()
    assert [info.title for info in infos(project)] == ["Rain", "Fog"]
    assert infos(project)[0].source in {"CNBC", ""}
    assert sorted(texts(project)) == [f"{LONG} 1", f"{LONG} 2"]


def test_two_lists_are_asked_about(project: Project, tmp_path: Path) -> None:
    value = {"news": ARTICLES, "opinion": ARTICLES}
    report = load(project, tmp_path / "a.json", value)
    assert [str(f).count("news, opinion") for f in report.failures] == [1]
    assert load(project, tmp_path / "a.json", value, Options(records="news")).failed == 0
    assert len(infos(project)) == 2


def test_wordpress_posts_are_rendered(project: Project, tmp_path: Path) -> None:
    post = {"id": 5, "title": {"rendered": "Rain &#8211; wind"},
            "content": {"rendered": f"<p>{LONG}</p><p>Two.</p>"}}  # fmt: skip
    load(project, tmp_path / "wp.json", [post])
    assert infos(project)[0].title == "Rain – wind"
    assert texts(project) == [f"{LONG}\n\nTwo."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson"])
@pytest.mark.parametrize("indent", [None, 1])
def test_json_under_the_name_of_json_lines(
    project: Project, tmp_path: Path, name: str, indent: int | None
) -> None:
    load(project, tmp_path / name, json.dumps(ARTICLES, indent=indent))
    pretty = "\n".join(json.dumps(a, indent=2) for a in ARTICLES)
    load(project, tmp_path / f"b{name}", pretty)
    assert {info.title for info in infos(project)} == {"Rain", "Fog"}


def test_links_are_refused_as_links(project: Project, tmp_path: Path) -> None:
    rows = "id,publish_date,media_name,title,url\n1,2024-05-27,p.example,ফেরি বন্ধ,https://p.example/a\n"
    report = load(project, tmp_path / "mediacloud.csv", rows)
    assert ["links" in f.message for f in report.failures] == [True]
    done = run("import", project.path, tmp_path / "mediacloud.csv")
    assert done.code == 1


# --- files that are known -------------------------------------------------------------------------

RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>নদীবার্তা</title><item><title>ফেরি বন্ধ</title><link>https://n.example/1</link>"
    "<pubDate>Mon, 27 May 2024 09:40:00 +0600</pubDate><guid>n1</guid><description>সংক্ষেপ</description>"
    "<content:encoded><![CDATA[<p>ঝড়ে ফেরি চলাচল বন্ধ।</p><p>দ্বিতীয় অনুচ্ছেদ।</p>]]></content:encoded>"
    "</item><item><title>দ্বিতীয়</title><description>দ্বিতীয় খবরের লেখা</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Rain</title>'
    '<id>x1</id><link href="https://n.example/r"/><updated>2021-10-05T08:00:00Z</updated>'
    '<author><name>Rina Sen</name></author><content type="html">&lt;p&gt;It rained.&lt;/p&gt;</content>'
    "</entry></feed>"
)


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss"])
def test_a_feed_gives_its_entries(project: Project, tmp_path: Path, name: str) -> None:
    report = load(project, tmp_path / name, RSS)
    assert report.failures == ()
    first, second = infos(project)
    assert (first.external_id, first.title, first.source) == ("n1", "ফেরি বন্ধ", "নদীবার্তা")
    assert (first.url, first.date) == ("https://n.example/1", "2024-05-27T09:40:00+06:00")
    assert texts(project) == ["ঝড়ে ফেরি চলাচল বন্ধ।\n\nদ্বিতীয় অনুচ্ছেদ।", "দ্বিতীয় খবরের লেখা"]
    assert second.language == "bn"
    assert len(report.notes) == 1


def test_atom_gives_its_entries(project: Project, tmp_path: Path) -> None:
    load(project, tmp_path / "a.atom", ATOM)
    (info,) = infos(project)
    assert (info.title, info.author, info.date[:10]) == ("Rain", "Rina Sen", "2021-10-05")
    assert texts(project) == ["It rained."]


def test_a_page_saved_as_mhtml_is_a_page(project: Project, tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Rain</h1><p>{LONG}</p><p>{LONG}</p></article></body></html>"
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://n.example/r\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://n.example/r\r\n\r\n{page}\r\n--B--\r\n"
    )
    assert load(project, tmp_path / "p.mhtml", content).failures == ()
    assert LONG in texts(project)[0]
    assert "MIME" not in texts(project)[0]


def test_wet_holds_texts(project: Project, tmp_path: Path) -> None:
    text = "Ferry stopped by storm today.\n"
    record = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://www.n.example/1\r\n"
        "WARC-Date: 2024-05-27T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(text)}\r\n\r\n{text}\r\n\r\n"
    )
    assert load(project, tmp_path / "cc.warc.wet", record.encode()).failures == ()
    assert [(i.url, i.source) for i in infos(project)] == [("http://www.n.example/1", "n.example")]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.tsv", "#FORMAT=WebAnno TSV 2.0\n\n\n#Text=Menu\n1-1\t0-4\tMenu\t_\n", "WebAnno"),
        ("a.xml", '<?xml version="1.0"?><book><title>x</title></book>', "XML"),
        ("articles.xml", '<View>\n  <Text name="t" value="$t"/>\n</View>\n', "Label Studio"),
        ("a.dat", "%PDF-1.7\n", "PDF"),
    ],
)
def test_what_is_no_article_is_refused_by_name(
    project: Project, tmp_path: Path, name: str, content: str, word: str
) -> None:
    report = load(project, tmp_path / name, content)
    assert [word in failure.message for failure in report.failures] == [True]
    assert infos(project) == []


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("Fri, 05 Jan 2024 23:30:00 GMT", "2024-01-05T23:30:00+00:00"),
        ("Mon, 27 May 2024 09:40:00 +0600", "2024-05-27T09:40:00+06:00"),
        ("27 May 2024 09:40 UTC", "2024-05-27T09:40:00+00:00"),
        ("27 May 2024 09:40 BST", "2024-05-27T09:40:00+01:00"),
        ("27 May 2024 09:40 EST", "2024-05-27T09:40:00-05:00"),
        ("2022年02月13日", "2022-02-13"),
        ("28 آب 2013", "2013-08-28"),
        ("28 آب/أغسطس 2013", "2013-08-28"),
        ("٥ تشرين أول ٢٠٢٣", "2023-10-05"),
        ("5 hours ago", ""),
        ("n/a 17", ""),
        ("৩ ঘণ্টা আগে", ""),
    ],
)
def test_dates_as_papers_write_them(given: str, date: str) -> None:
    assert parse_date(given) == date


@pytest.mark.parametrize(
    "text",
    [
        "© 2021 The Post. All rights reserved.",
        "In 2019 there were 300 cases.",
        "The year 2020 was hard.",
    ],
)
def test_a_year_in_a_sentence_is_no_date(project: Project, tmp_path: Path, text: str) -> None:
    assert article_date(text) is None
    page = f"<html><body><article><h1>Rain</h1><p>{LONG}</p><p>{text}</p></article></body></html>"
    load(project, tmp_path / "p.html", page)
    assert infos(project)[0].date == ""


US = ["01/13/2024", "02/05/2024", "03/04/2024", "12/31/2023"]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_one_impossible_cell_proves_the_order_of_a_column(
    project: Project, tmp_path: Path, kind: str
) -> None:
    rows = [{"id": f"a{n}", "date": day, "text": f"{LONG} {n}"} for n, day in enumerate(US)]
    if kind == "csv":
        content = "id,date,text\n" + "".join(f"{r['id']},{r['date']},{r['text']}\n" for r in rows)
    else:
        content = "\n".join(map(json.dumps, rows))
    report = load(project, tmp_path / f"us.{kind}", content)
    assert [info.date for info in infos(project)] == [
        "2024-01-13", "2024-02-05", "2024-03-04", "2023-12-31",
    ]  # fmt: skip
    assert ["month" in note for note in report.notes] == [True]


def test_a_mixed_column_is_told_and_the_order_can_be_given(
    project: Project, tmp_path: Path
) -> None:
    content = f"id,date,text\na,13/02/2024,{LONG}\nb,02/13/2024,{LONG} b\nc,02/03/2024,{LONG} c\n"
    report = load(project, tmp_path / "m.csv", content)
    assert len(report.notes) == 1
    assert [info.date for info in infos(project)] == ["2024-02-13", "2024-02-13", "2024-03-02"]
    with Project.create(tmp_path / "q.ditto") as other:
        load(other, tmp_path / "m.csv", content, Options(dates="month-first"))
        assert infos(other)[2].date == "2024-02-03"


def test_dates_that_can_not_be_read_cost_no_more(project: Project, tmp_path: Path) -> None:
    def work(day: str, name: str) -> Work:
        rows = "".join(f"{day.format(n=n)},{LONG} {name} {n}\n" for n in range(500))
        return work_of(load, project, tmp_path / name, "date,text\n" + rows)

    rare = ("{n} hours ago", "some words {n} and {n} more")
    for day in rare:  # loads what reads the rarer dates
        work(day, "warm.csv")
    readable = work("5 January 2024", "good.csv")
    for day in rare:
        assert work(day, "rare.csv").grew(readable) < 2
