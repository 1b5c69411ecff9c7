"""Files as services, tools and people make them: read for what they are, or refused by name."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dittomark import importing
from dittomark.annotations import ArticleInfo
from dittomark.importing import ImportReport
from dittomark.project import Project

RAIN = "The river rose two metres overnight and the lower town was cut off."
FOG = "Fog closed the harbour for a day and a night, and no ferry sailed."
FERI = "চাঁদপুরে ফেরি দুর্ঘটনায় তিনজন আহত হয়েছেন। উদ্ধারকাজ চলছে।"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def load(project: Project, path: Path, content: Any) -> ImportReport:  # noqa: ANN401
    if isinstance(content, list) and path.suffix == ".jsonl":
        content = "\n".join(map(json.dumps, content))
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return importing.import_into(project, path)


def infos(project: Project) -> dict[str, ArticleInfo]:
    return {article.text: article.info for article in project.articles()}


# --- services -------------------------------------------------------------------------------------

HIT = {"_index": "n", "_id": "a", "_score": 1.0, "_source": {"title": "Rain", "text": RAIN}}
GUARDIAN = {
    "id": "world/rain", "webTitle": "Rain", "webUrl": "https://g.example/rain",
    "webPublicationDate": "2024-01-05T10:00:00Z", "fields": {"bodyText": RAIN, "byline": "A B"},
}  # fmt: skip
TIMES = {
    "web_url": "https://t.example/1", "lead_paragraph": RAIN, "headline": {"main": "Rain"},
    "byline": {"original": "A B"}, "pub_date": "2024-01-05T10:00:00+0000", "_id": "t1",
}  # fmt: skip
FEED = {"id": "1", "title": "Rain", "content_html": f"<p>{RAIN}</p>", "authors": [{"name": "A B"}]}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("dump.jsonl", [HIT, HIT], {"title": "Rain", "external_id": "a"}),
        (
            "guardian.json", {"response": {"status": "ok", "results": [GUARDIAN]}},
            {"title": "Rain", "url": "https://g.example/rain", "author": "A B",
             "date": "2024-01-05T10:00:00+00:00"},
        ),
        (
            "times.json", {"status": "OK", "response": {"docs": [TIMES]}},
            {"title": "Rain", "author": "A B", "url": "https://t.example/1"},
        ),
        (
            "solr.json", {"response": {"docs": [{"id": "1", "title": ["Rain"], "content": [RAIN]}]}},
            {"title": "Rain"},
        ),
        (
            "feed.json", {"version": "https://jsonfeed.org/version/1.1", "items": [
                FEED, {"id": "2", "title": "Fog", "content_text": FOG}]},
            {"title": "Rain", "author": "A B"},
        ),
        (
            "mongo.jsonl", [{"_id": {"$oid": "65a"}, "content": RAIN,
                             "date": {"$date": "2024-01-05T10:00:00Z"}}],
            {"external_id": "65a", "date": "2024-01-05T10:00:00+00:00"},
        ),
        (
            "posts.jsonl", [{"full_text": RAIN, "created_at": "Fri Jan 05 10:00:00 +0600 2024"}],
            {"date": "2024-01-05T10:00:00+06:00"},
        ),
        ("tasks.json", [{"data": {"text": RAIN, "title": "Rain"}}], {"title": "Rain"}),
        ("crawl.json", [{"text": RAIN, "authors": ["A B", "C D"]}], {"author": "A B, C D"}),
    ],
)  # fmt: skip
def test_what_services_give_is_understood(
    project: Project,
    tmp_path: Path,
    name: str,
    content: Any,  # noqa: ANN401
    expected: dict[str, str],
) -> None:
    assert load(project, tmp_path / name, content).failures == ()
    info = infos(project)[RAIN]
    assert {key: getattr(info, key) for key in expected} == expected
    assert (FOG in infos(project)) == (name == "feed.json")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "key.json", {"status": "error", "code": "apiKeyInvalid", "message": "Your key is wrong."},
            "Your key is wrong.",
        ),
        ("fault.json", {"fault": {"name": "Invalid key for this service today"}}, "Invalid key"),
        ("none.json", {"status": "ok", "totalResults": 0, "articles": []}, "“articles”"),
        ("gdelt.json", {"articles": [{"url": "https://l.example", "title": RAIN}]}, "links"),
        ("media.jsonl", [{"id": "1", "url": "https://l.example", "title": "Rain"}], "links"),
        ("header.csv", "title,text\n", "no rows"),
        ("script.py", "print('hello to everybody here')\n", "“.py”"),
        ("list.bib", "@article{a, title={Rain in the hills}}\n", "“.bib”"),
        ("film.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nHello there.\n", "“.vtt”"),
        ("mail.eml", "From: a@b.example\nSubject: Rain\n\nHello there.\n", "e-mail"),
    ],
)  # fmt: skip
def test_what_holds_no_articles_is_refused_with_the_reason(
    project: Project,
    tmp_path: Path,
    name: str,
    content: Any,  # noqa: ANN401
    words: str,
) -> None:
    report = load(project, tmp_path / name, content)
    assert infos(project) == {}
    assert [(words in str(f), f.path.endswith(name)) for f in report.failures] == [(True, True)]


def test_texts_that_a_service_cut_are_told(project: Project, tmp_path: Path) -> None:
    articles = [{"title": "Rain", "content": f"{RAIN} … [+1358 chars]"}]
    report = load(project, tmp_path / "a.json", {"status": "ok", "articles": articles})
    assert any("cut off" in str(note) for note in report.notes)


# --- tools ----------------------------------------------------------------------------------------

MARK = {"start": 4, "end": 9, "label": "RIVER", "tag": "RIVER", "text": "river"}


@pytest.mark.parametrize(
    "content",
    [
        [{"documentName": "a.txt", "document": RAIN, "annotation": [MARK]}],
        {"examples": [{"content": RAIN, "annotations": [MARK]}]},
        {"classes": ["RIVER"], "annotations": [[RAIN, {"entities": [[4, 9, "RIVER"]]}], None]},
    ],
)
def test_marks_of_other_tools_are_read(project: Project, tmp_path: Path, content: Any) -> None:  # noqa: ANN401
    assert load(project, tmp_path / "a.json", content).failures == ()
    assert list(infos(project)) == [RAIN]
    assert [(s.start, s.end, s.label) for s in project.spans()] == [(4, 9, "RIVER")]


def test_when_somebody_annotated_is_not_when_it_was_published(
    project: Project, tmp_path: Path
) -> None:
    row = {"text": RAIN, "label": [MARK], "annotation_id": 2, "lead_time": 3.1}
    load(project, tmp_path / "min.json", [{**row, "created_at": "2023-01-01T00:00:00Z"}])
    assert infos(project)[RAIN].date == ""


# --- tables ---------------------------------------------------------------------------------------


def workbook(path: Path, rows: list[list[Any]], *merged: str, notes: bool = False) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    if notes:
        book.create_sheet("Notes").append(["who", "what"])
        book["Notes"].append(["me", "to do"])
    book.save(path)
    return path


def test_a_title_above_the_names_of_the_columns_is_none_of_them(
    project: Project, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [
        ["সংবাদ সংকলন ২০২৪"],
        ["শিরোনাম", "খবর", "তারিখ", "পত্রিকা"],
        ["ফেরি", FERI, dt.datetime(2024, 1, 5), "প্রথম আলো"],
    ]
    report = importing.import_into(project, workbook(tmp_path / "a.xlsx", rows, "A1:D1"))
    info = infos(project)[FERI]
    assert (info.title, info.date, info.source) == ("ফেরি", "2024-01-05", "প্রথম আলো")
    assert len(infos(project)) == 1
    assert any("সংবাদ সংকলন ২০২৪" in str(note) for note in report.notes)
    seen = importing.preview(tmp_path / "a.xlsx")
    assert [article.title for article in seen.articles] == ["ফেরি"]
    (tmp_path / "a.csv").write_text(f"News of 2024,,\ntitle,text,url\nFog,{FOG!r},x\n", "utf-8")
    assert importing.preview(tmp_path / "a.csv").columns == ("title", "text", "url")


def test_merged_cells_and_days_as_numbers_in_excel(project: Project, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["source", "text", "date"],
        ["Ledger", RAIN, 45296],
        [None, FOG, 45297],
        [None, FERI, 7],
    ]
    path = workbook(tmp_path / "a.xlsx", rows, "A2:A3", notes=True)
    report = importing.import_into(project, path)
    found = {text: (info.source, info.date) for text, info in infos(project).items()}
    assert found == {
        RAIN: ("Ledger", "2024-01-05"), FOG: ("Ledger", "2024-01-06"), FERI: ("", ""),
    }  # fmt: skip
    assert report.failures == ()
    assert any("Notes" in str(note) for note in report.notes)


def test_the_columns_of_a_workbook_can_be_chosen(project: Project, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["News"], ["kop", "wat", "summary"], ["Rain", RAIN, FOG]]
    path = workbook(tmp_path / "a.xlsx", rows, "A1:C1")
    seen = importing.preview(path)
    assert seen.columns == ("kop", "wat", "summary")
    chosen = {"text": "summary", "title": "kop"}
    assert [a.title for a in importing.preview(path, mapping=chosen).articles] == ["Rain"]
    importing.import_into(project, path, importing.Options(mapping=chosen))
    assert list(infos(project)) == [FOG]


def test_an_empty_workbook_says_so(project: Project, tmp_path: Path) -> None:
    (failure,) = importing.import_into(project, workbook(tmp_path / "a.xlsx", [])).failures
    assert "empty" in str(failure)


def test_when_a_form_was_sent_is_not_when_it_was_published(
    project: Project, tmp_path: Path
) -> None:
    head = "Timestamp,Headline,Article text,Link,Published on\r\n"
    row = f'1/13/2024 14:22:05,Rain,"{RAIN}",https://l.example/a,05/01/2024\r\n'
    load(project, tmp_path / "sheet.csv", head + row)
    assert infos(project)[RAIN].date == "2024-01-05"


def test_french_columns_are_known(project: Project, tmp_path: Path) -> None:
    text = "L'élève a reçu une réponse du ministère où l'été fut brûlant à Nîmes."
    (tmp_path / "a.csv").write_bytes(f"titre;texte;auteur\nPluie;{text};A B\n".encode("cp1252"))
    importing.import_into(project, tmp_path / "a.csv")
    info = infos(project)[text]
    assert (info.title, info.author) == ("Pluie", "A B")
