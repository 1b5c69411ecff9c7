"""Exports of press archives: every article of the file by itself, with what the archive says of it."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.importing import Failure, Options

NEXIS_UNI = """Ferry sinks in storm near Chandpur
The Daily Star (Bangladesh)
June 5, 2019 Wednesday 7:00 AM GMT

Copyright 2019 The Daily Star All Rights Reserved

Section: WORLD NEWS; Version:1
Length: 734 words
Byline: Jane Doe
Body

A ferry sank on Tuesday.

Length of the boat: 40 m.
Notes: found on board.

Graphic

A photograph
Load-Date: June 5, 2019
Language: ENGLISH


End of Document

Second title
The Sun
May 3, 2019 Friday

Length: 20 words
Body

Second text.

Load-Date: May 3, 2019


End of Document
"""
NEXIS = """

                               1 of 2 DOCUMENTS


                              The New York Times

                            January 1, 2010 Friday
                              Late Edition - Final

Ferry Sinks in Storm

BYLINE: By JOHN DOE

SECTION: Section A; Pg. 1

LENGTH: 500 words

DATELINE: DHAKA

A ferry sank on Tuesday,
officials said.

URL: http://www.example.org/1

LOAD-DATE: January 1, 2010

LANGUAGE: ENGLISH

                     Copyright 2010 The New York Times Company
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                              The Sun

                            January 2, 2010

Second title

LENGTH: 5 words

Second text.

LOAD-DATE: January 2, 2010
"""
FACTIVA_CODES = """HD
Ferry sinks in storm
BY
By Jane Doe
WC
120 words
PD
5 June 2019
ET
10:21
SN
The Guardian
LA
English
LP
A ferry sank on Tuesday.

TD
IN Dhaka people waited.
CO
xx : Company
AN
Document GRDN000020190605ef650001a

HD  Second title
WC  10 words
PD  6 June 2019
SN  The Sun
LP  Second text.
AN  Document SUN0000020190606ef660001b
"""
FACTIVA_PLAIN = """News
Ferry sinks in storm
By Jane Doe
120 words
5 June 2019
10:21
The Guardian
GRDN
English
Copyright 2019. The Guardian.

A ferry sank on Tuesday.

Document GRDN000020190605ef650001a

Second title
10 words
6 June 2019
The Sun
SUN
6
English
(c) 2019 Sun

Second text.

Document SUN0000020190606ef660001b
"""
RULE = "_" * 60
PROQUEST = f"""{RULE}

Title: Ferry sinks: three dead

Author: Doe, Jane

Publication info: The Daily Star ; Dhaka [Dhaka]. 05 Jun 2019: A.1.

Abstract: Short.

Full text: A ferry sank on Tuesday.

Title: is no name here.

Subject: Ferries

Publication title: The Daily Star; Dhaka

Publication date: Jun 5, 2019

Language of publication: English

ProQuest document ID: 30923092

Document URL: http://www.example.org/30923092

{RULE}

Title: Second title

Full text: Second text.

Publication title: The Sun

Publication date: Jun 6, 2019

ProQuest document ID: 30923093

{RULE}
Contact us at: http://www.example.org
"""


def read(tmp_path: Path, content: str, name: str = "export.txt") -> list[NewArticle]:
    path = tmp_path / name
    path.write_bytes(content.encode())
    return articles(importing.read(path))


def articles(items: Iterator[NewArticle | Failure]) -> list[NewArticle]:
    found: list[NewArticle] = []
    for item in items:
        assert isinstance(item, NewArticle), item
        found.append(item)
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("content", "title", "text", "source", "date", "author"),
    [
        pytest.param(
            NEXIS_UNI,
            "Ferry sinks in storm near Chandpur",
            "A ferry sank on Tuesday.\n\nLength of the boat: 40 m.\nNotes: found on board.",
            "The Daily Star (Bangladesh)",
            "2019-06-05",
            "Jane Doe",
            id="nexis uni",
        ),
        pytest.param(
            NEXIS,
            "Ferry Sinks in Storm",
            "A ferry sank on Tuesday,\nofficials said.",
            "The New York Times",
            "2010-01-01",
            "JOHN DOE",
            id="nexis",
        ),
        pytest.param(
            FACTIVA_CODES,
            "Ferry sinks in storm",
            "A ferry sank on Tuesday.\n\nIN Dhaka people waited.",
            "The Guardian",
            "2019-06-05T10:21:00",
            "Jane Doe",
            id="factiva with codes",
        ),
        pytest.param(
            FACTIVA_PLAIN,
            "Ferry sinks in storm",
            "A ferry sank on Tuesday.",
            "The Guardian",
            "2019-06-05T10:21:00",
            "Jane Doe",
            id="factiva",
        ),
        pytest.param(
            PROQUEST,
            "Ferry sinks: three dead",
            "A ferry sank on Tuesday.\n\nTitle: is no name here.",
            "The Daily Star",
            "2019-06-05",
            "Doe, Jane",
            id="proquest",
        ),
    ],
)
def test_each_article_of_an_export_comes_in_by_itself(
    tmp_path: Path,
    content: str,
    title: str,
    text: str,
    source: str,
    date: str,
    author: str,
    newline: str,
) -> None:
    first, second = read(tmp_path, content.replace("\n", newline))
    assert (first.title, first.text, first.source) == (title, text, source)
    assert (first.date, first.author, first.language) == (date, author, "en")
    assert (second.title, second.text, second.source) == ("Second title", "Second text.", "The Sun")


def test_the_archives_own_numbers_and_addresses_are_kept(tmp_path: Path) -> None:
    assert [a.external_id for a in read(tmp_path, FACTIVA_PLAIN)] == [
        "GRDN000020190605ef650001a",
        "SUN0000020190606ef660001b",
    ]
    found = read(tmp_path, PROQUEST)
    assert (found[0].external_id, found[0].url) == ("30923092", "http://www.example.org/30923092")
    assert read(tmp_path, NEXIS)[0].url == "http://www.example.org/1"


def test_exports_come_as_word_rich_text_and_web_pages_too(tmp_path: Path) -> None:
    document = docx.Document()
    for line in NEXIS_UNI.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "export.docx"))
    assert [a.title for a in articles(importing.read(tmp_path / "export.docx"))] == [
        "Ferry sinks in storm near Chandpur",
        "Second title",
    ]
    lines = FACTIVA_CODES.replace("\n", "\\par\n")
    assert len(read(tmp_path, "{\\rtf1\\ansi " + lines + "}", "export.rtf")) == 2
    rows = (
        ("HD", "Ferry sinks"), ("WC", "10 words"), ("SN", "The Sun"), ("LP", "<p>A ferry sank.</p>"),
        ("TD", "<p>More <b>text</b>.</p>"), ("AN", "Document SUN0000020190606ef660001b"),
    )  # fmt: skip
    table = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>" for code, cell in rows)
    [article] = read(tmp_path, f"<html><body><table>{table}</table></body></html>", "export.html")
    assert (article.title, article.text) == ("Ferry sinks", "A ferry sank.\n\nMore text.")


def test_the_page_before_the_first_article_of_nexis_is_none_of_it(tmp_path: Path) -> None:
    cover = (
        "User Name: A B\nDate and Time: Wednesday, June 5, 2019 9:00:00 AM EDT\nJob Number: 1\n\n"
        "Documents (2)\n1. Ferry sinks in storm near Chandpur\nClient/Matter: -None-\n"
        "Search Terms: ferry\nSearch Type: Terms and Connectors\n\n"
    )
    first, second = read(tmp_path, cover + NEXIS_UNI)
    assert (first.title, first.source, first.date) == (
        "Ferry sinks in storm near Chandpur", "The Daily Star (Bangladesh)", "2019-06-05",
    )  # fmt: skip
    assert second.title == "Second title"


def test_an_article_that_speaks_of_documents_stays_one(tmp_path: Path) -> None:
    text = "The ferry report\n\nDocument 3 of the court says so.\nLength: 40 metres.\n\nTitle: none"
    assert [a.text for a in read(tmp_path, text)] == [text]


def test_an_article_without_text_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROQUEST.replace("Full text: Second text.", "Abstract: x"))
    items = list(importing.read(tmp_path / "a.txt"))
    assert [str(i) for i in items if isinstance(i, Failure)] == [
        f"{tmp_path / 'a.txt'}: Article 2 of this file has no text."
    ]


def test_a_file_can_be_taken_as_one_text_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTIVA_PLAIN, "utf-8")
    [item] = importing.read_items(tmp_path / "a.txt", Options(format="text"))
    assert isinstance(item, NewArticle)
    assert item.text == FACTIVA_PLAIN
