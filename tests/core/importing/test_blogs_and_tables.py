"""What blogs export, and tables that were saved as web pages: published articles, a row an article."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dittomark import importing
from dittomark.annotations import ArticleInfo
from dittomark.project import Project

RAIN = "The river rose two metres overnight and the lower town was cut off from the north."
FOG = "Fog closed the harbour for a day and a night, and the ferries stayed at the quay."
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:media="http://search.yahoo.com/mrss/"'
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def load(project: Project, path: Path, content: str) -> tuple[dict[str, ArticleInfo], list[str]]:
    """Import a file; return its articles by their texts and what was said of it."""
    path.write_text(content, "utf-8")
    report = importing.import_into(project, path)
    infos = {project.article(info.id).text: info for info in project.article_infos()}
    return infos, [*map(str, report.failures), *map(str, report.notes)]


def post(title: str, status: str, kind: str = "post", text: str = RAIN) -> str:
    day = "Wed, 05 Jun 2019 10:00:00 +0000"
    day = day if status == "publish" else "Mon, 30 Nov -0001 00:00:00 +0000"
    return (
        f"<item><title>{title}</title><link>https://b.example/{title}</link><pubDate>{day}</pubDate>"
        f"<content:encoded>&lt;p&gt;{text} {title}&lt;/p&gt;</content:encoded>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item>"
    )


def feed(*items: str) -> str:
    return f'<?xml version="1.0"?><rss {SPACES}><channel><title>B</title>{"".join(items)}</channel></rss>'


def test_drafts_of_wordpress_are_left_out_and_told(project: Project, tmp_path: Path) -> None:
    unpublished = ("draft", "pending", "private", "trash", "auto-draft", "future")
    items = [post(status, status) for status in unpublished]
    items += [
        post("one", "publish"),
        post("two", "publish", "page"),
        post("nav", "publish", "menu"),
    ]
    found, said = load(project, tmp_path / "wp.xml", feed(*items))
    assert {info.title for info in found.values()} == {"one", "two"}
    assert len(said) == 1
    assert "had not published" in said[0]


def test_only_posts_and_pages_of_blogger_come_in(project: Project, tmp_path: Path) -> None:
    def entry(kind: str, more: str = "") -> str:
        return (
            f"<entry><id>{kind}{len(more)}</id><published>2019-06-05T10:00:00+06:00</published>{more}"
            f'<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/'
            f'blogger/2008/kind#{kind}"/><title>{kind}</title><content type="html">{RAIN} {kind}{more}'
            f'</content><link rel="replies" href="https://b.example/comments"/>'
            f'<link rel="alternate" href="https://b.example/{kind}"/></entry>'
        )

    draft = entry("post", '<app:control xmlns:app="http://purl.org/atom/app#"><app:draft>yes</app:draft></app:control>')  # fmt: skip
    entries = "".join(map(entry, ("settings", "template", "comment", "post", "page"))) + draft
    content = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title>{entries}</feed>'
    found, said = load(project, tmp_path / "blog.atom", content)
    assert {info.url for info in found.values()} == {
        "https://b.example/post",
        "https://b.example/page",
    }
    assert len(said) == 1


def test_what_a_feed_says_of_pictures_is_not_the_article(project: Project, tmp_path: Path) -> None:
    item = (
        "<item><media:content><media:title>A photo</media:title></media:content><media:title>Quay"
        f"</media:title><media:description>Photo: A. B.</media:description><title>Fog</title>"
        f"<description>{FOG}</description></item>"
    )
    found, _ = load(project, tmp_path / "f.rss", feed(item))
    assert {text: info.title for text, info in found.items()} == {FOG: "Fog"}


def frame(names: str, *rows: str) -> str:
    def line(cells: str, tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells.split("|")) + "</tr>"

    body = "\n".join(line(row, "td") for row in rows)
    return f'<table border="1" class="dataframe"><thead>{line(names, "th")}</thead>{body}</table>'


@pytest.mark.parametrize(
    "page",
    [
        frame("|title|date|text", f"0|Rain|2024-01-05|{RAIN}", f"1|Fog|2024-01-06|{FOG}<br>More."),
        "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>Export</h1>"
        + frame("title|date|text", f"Rain|2024-01-05|{RAIN}", f"Fog|2024-01-06|{FOG}<br>More.")
        .replace(' class="dataframe"', "")
        .replace("th>", "td>")
        + "</body></html>",
    ],
    ids=["pandas", "a workbook saved as a page"],
)
def test_a_table_saved_as_a_page_is_an_article_a_row(
    project: Project, tmp_path: Path, page: str
) -> None:
    found, said = load(project, tmp_path / "table.html", page)
    assert {text: (info.title, info.date) for text, info in found.items()} == {
        RAIN: ("Rain", "2024-01-05"),
        f"{FOG}\nMore.": ("Fog", "2024-01-06"),
    }
    assert said == []


def test_a_table_without_texts_is_no_article(project: Project, tmp_path: Path) -> None:
    found, said = load(project, tmp_path / "numbers.html", frame("|a|b", "0|1|2", "1|3|4"))
    assert (found, len(said)) == ({}, 1)


def test_a_page_with_a_table_in_its_article_is_one_article(
    project: Project, tmp_path: Path
) -> None:
    table = "<table><tr><th>Team</th><th>Content</th></tr><tr><td>Dhaka</td><td>3</td></tr></table>"
    page = (
        f"<html><body><article><h1>Cup</h1><p>{RAIN}</p>{table}<p>{FOG}</p></article></body></html>"
    )
    found, _ = load(project, tmp_path / "page.html", page)
    [text] = found
    assert RAIN in text
    assert "Dhaka" in text


def test_what_a_browser_lays_beside_a_page_is_passed_over(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    beside = folder / "Rain in Dhaka_files"
    beside.mkdir(parents=True)
    page = f"<html><head><title>Rain</title></head><body><article><p>{RAIN}</p></article></body></html>"
    (folder / "Rain in Dhaka.html").write_text(page, "utf-8")
    (beside / "frame.html").write_text("<html><body>Buy now, all of you</body></html>", "utf-8")
    (beside / "main.js").write_text("var a = 1;", "utf-8")
    (folder / "My files").mkdir()
    (folder / "My files" / "fog.txt").write_text(FOG, "utf-8")
    report = importing.import_into(project, folder)
    assert (len(report.added), report.failures) == (2, ())


@pytest.mark.parametrize("name", ["photo.PNG", "talk.mp3"])
def test_pictures_and_recordings_are_refused_with_what_to_do(
    project: Project, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    report = importing.import_into(project, tmp_path / name)
    assert report.added == ()
    assert ["import that" in str(failure) for failure in report.failures] == [True]


@pytest.mark.parametrize(
    "none", ["0001-01-01T00:00:00", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000"]
)
def test_what_programs_write_for_no_date_is_none(
    project: Project, tmp_path: Path, none: str
) -> None:
    content = f'title,date,text\nRain,"{none}",{RAIN}\n'
    [info] = load(project, tmp_path / "a.csv", content)[0].values()
    assert info.date == ""


def test_a_row_without_a_headline_takes_its_other_title(project: Project, tmp_path: Path) -> None:
    def row(number: int, **fields: str) -> dict[str, Any]:
        fields = {"bodyText": (RAIN, FOG)[number], **fields}
        return {"id": f"w/{number}", "webTitle": f"Web {number}", "fields": fields}

    value = {"response": {"results": [row(0, headline="Rain"), row(1)]}}
    found, _ = load(project, tmp_path / "guardian.json", json.dumps(value))
    assert {text: info.title for text, info in found.items()} == {RAIN: "Rain", FOG: "Web 1"}
