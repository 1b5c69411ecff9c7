"""One bad file, record or page is that one's failure: the rest comes in, and the import ends."""

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.work import work_of

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import Failure
from dittomark.importing.html import article_of_page
from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "p.ditto") as project:
        return project.path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of bytes")
def test_a_file_whose_name_is_not_utf8(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"g{number}.txt").write_text(f"a good article number {number}")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("another")
    result = run("import", path, folder)
    assert (result.code, "Traceback" in result.err) == (0, False)
    with Project.open(path) as project:
        assert len(project.article_ids()) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and rights as on POSIX")
def test_what_can_not_be_read_in_a_folder_is_named(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "closed").mkdir(parents=True)
    (folder / "good.txt").write_text("a good article")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "again").symlink_to(".")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "dittomark-export.json")
    (folder / "closed" / "article.txt").write_text("an article that nobody may read")
    (folder / "closed").chmod(0)
    may_read_all = os.access(folder / "closed", os.R_OK)  # the superuser
    result = run("import", path, folder)
    (folder / "closed").chmod(0o700)
    assert result.code == 0
    assert "gone.txt: There is no such file." in result.err
    assert "loop.txt: This file can't be read" in result.err
    assert "again: This is a link to a folder" in result.err
    assert "pipe.txt: This is neither a file nor a folder." in result.err
    if not may_read_all:
        assert "closed: You may not read this folder." in result.err
    with Project.open(path) as project:
        assert len(project.article_ids()) == (2 if may_read_all else 1)


def test_a_record_of_a_web_archive_that_is_malformed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("a good article")
    (tmp_path / "bad.warc").write_bytes(
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\nWARC-Type: response\r\n\r\n"
        b"HTTP/1.1 200 OK\r\n"
    )
    result = run("import", path, tmp_path / "good.txt", tmp_path / "bad.warc")
    assert result.code == 0
    assert "bad.warc" in result.err
    with Project.open(path) as project:
        assert len(project.article_ids()) == 1


def test_a_quotation_mark_that_is_open_for_millions_of_letters(path: Path, tmp_path: Path) -> None:
    """What stands before the row comes in, and what stands far below it; between, nothing is hidden."""
    below = "".join(f"{n:05},{'words ' * 1000}\n" for n in range(3_500))
    head = 'id,text\na,The first good row.\nb,"It opens here\n'
    (tmp_path / "open.csv").write_text(f"{head}{below}z,The last good row.\n")
    result = run("import", path, tmp_path / "open.csv")
    assert result.code == 0
    assert "open.csv, line 3: A quotation mark that opens in this row does not close" in result.err
    found = re.search(r"this row and ([\d,]+) lines below it were not read", result.err)
    assert found is not None
    unread = int(found[1].replace(",", ""))
    with Project.open(path) as project:
        ids = {info.external_id for info in project.article_infos()}
        counted = len(project.article_ids())
    assert {"a", "z"} <= ids
    assert counted == 2 + 3_500 - unread


PAGES: dict[str, Callable[[int], str]] = {
    "alike lines": lambda n: "x<br>" * n,
    "named paragraphs": lambda n: "".join(f'<p class="c{i}" id="p{i}">Part {i}.</p>' for i in range(n)),
    "cells": lambda n: "<table><tr>" + "".join(f"<td>{i}" for i in range(n)) + "</table>",
    "links": lambda n: "".join(f'<a href="/{i}">Link {i}</a> ' for i in range(n)),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_the_work_grows_with_a_page(kind: str) -> None:
    """Twice the lines may not be four times the work.

    Up to some thousand lines the main text is found exactly, for more than the lines: that is bounded.
    """
    article_of_page(b"<p>hello world</p>")
    small, large = (
        work_of(article_of_page, f"<body>{PAGES[kind](size)}".encode()) for size in (1_600, 3_200)
    )
    assert large.grew(small) < 3


MANY = [f"a{i}" for i in range(12_000)]


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f'{name}="1"' for name in MANY) + ">",
        "<p " + "".join(f'{name}="1"' for name in MANY) + ">",
        "<p/" + "/".join(MANY) + ">",
        '<p title="a > b" ' + " ".join(MANY) + ">",
        "<p title='<a \">' " + "\n".join(MANY) + ">",
        '<p ="> <p ' + " ".join(MANY) + ">",
        "<? <script> <p " + " ".join(MANY) + ">",
        "<!--> <p " + " ".join(MANY) + "> -->",
    ],
    ids=range(8),
)
def test_an_element_of_thousands_of_attributes_is_refused_before_the_parser_sees_it(
    path: Path, tmp_path: Path, tag: str
) -> None:
    """The parser compares each with all others, and nothing ends it there."""
    page = f"<body>{tag}Some words of a text.</p>"
    with pytest.raises(UnreadableFileError, match="thousands of attributes"):
        article_of_page(page.encode())
    (tmp_path / "cells.jsonl").write_text(json.dumps({"text": page}) + "\n")
    assert run("import", path, tmp_path / "cells.jsonl").code == 0


def test_long_values_and_scripts_are_no_attributes() -> None:
    words = " ".join(f"word{i} = {i}" for i in range(12_000))
    for page in (
        f"<p data-state='{words}'>Some words of a text.</p>",
        f"<p>Some words of a text.</p><script>if (a<b) {{ {words} }}</script>",
        f"<p>Some words of a text.</p><!-- <p {words} -->",
        f"<p>Some words of a text.</p><style>a<b {words}</style>",
    ):
        assert article_of_page(f"<body>{page}".encode()).text == "Some words of a text."


def test_no_socket_is_opened_when_a_page_is_read() -> None:
    script = (
        "import sys\n"
        "def look(event, arguments):\n"
        "    if event in ('socket.bind', 'socket.connect'): raise SystemExit(f'{event} {arguments}')\n"
        "sys.addaudithook(look)\n"
        "from dittomark.importing.html import article_of_page\n"
        "print(len(article_of_page(b'<p>hello world, this is a page</p>').text))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def web_archive(*, packed: bool) -> tuple[bytes, list[int]]:
    """Four fetched pages, and where each begins."""
    content, places = b"", []
    for number in range(4):
        places.append(len(content))
        page = f"<p>The page number {number} says something.</p>".encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}"
        )
        record = head.encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
        content += gzip.compress(record) if packed else record
    return content, places


def pages_of(path: Path, archive: Path) -> tuple[set[int], str]:
    """Import the archive; return the numbers of the pages that came in, and what was said."""
    result = run("import", path, archive)
    assert result.code == 0
    assert "WARNING" not in result.err
    with Project.open(path, read_only=True) as project:
        return {int(article.text.split()[3]) for article in project.articles()}, result.err


@pytest.mark.parametrize("length", ["99999999999999999999", "99999", "-5", "5", "x", ""])
def test_pages_behind_a_record_of_a_wrong_length(path: Path, tmp_path: Path, length: str) -> None:
    content, places = web_archive(packed=False)
    start = content.index(b"Content-Length", places[1])
    end = content.index(b"\r\n", start)
    archive = tmp_path / "pages.warc"
    archive.write_bytes(content[:start] + f"Content-Length: {length}".encode() + content[end:])
    pages, said = pages_of(path, archive)
    assert pages >= {0, 2, 3}
    assert "pages.warc" in said


@pytest.mark.parametrize("packed", [False, True])
def test_pages_around_a_record_that_is_damaged(path: Path, tmp_path: Path, packed: bool) -> None:
    content, places = web_archive(packed=packed)
    damaged = bytearray(content)
    damaged[places[1] : places[1] + 9] = b"\x00garbage\x00"
    archive = tmp_path / ("pages.warc.gz" if packed else "pages.warc")
    archive.write_bytes(damaged)
    pages, said = pages_of(path, archive)
    assert pages == {0, 2, 3}
    assert "damaged" in said


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_that_was_not_loaded_to_its_end(
    path: Path, tmp_path: Path, packed: bool
) -> None:
    content, places = web_archive(packed=packed)
    archive = tmp_path / ("pages.warc.gz" if packed else "pages.warc")
    for cut in (20, 60, 120):
        archive.write_bytes(content[: places[3] + cut])
        pages, _ = pages_of(path, archive)
        assert pages >= {0, 1, 2}


def test_a_page_that_takes_too_long_is_passed_over() -> None:
    page = ("<body>" + "<p>a paragraph of a few words</p>" * 20_000).encode()
    with pytest.raises(UnreadableFileError, match="takes more than"):
        article_of_page(page, seconds=0.3)
    assert article_of_page(b"<p>The next one is read.</p>").text == "The next one is read."


def test_an_element_of_two_hundred_thousand_attributes() -> None:
    page = "<body><p " + " ".join(f"a{n}=x" for n in range(200_000)) + ">some text</p>"
    with pytest.raises(UnreadableFileError, match="attributes"):
        article_of_page(page.encode())


def test_a_file_that_vanishes_while_a_folder_is_imported_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    for name in ("a.txt", "b/1.txt", "b/2.txt", "c.txt"):
        (folder / name).write_text(f"A text of some words, {name}.", encoding="utf-8")
    (folder / "d.jsonl").write_text('{"text": "a row"}\n', encoding="utf-8")
    reading = importing.read(folder)
    found = [next(reading)]
    for name in ("b/1.txt", "b/2.txt", "d.jsonl"):
        (folder / name).unlink()
    (folder / "b").rmdir()
    found += reading
    assert [item.external_id for item in found if isinstance(item, NewArticle)] == ["a", "c"]
    failed = [item for item in found if isinstance(item, Failure)]
    assert [item.path.removeprefix(f"{folder}/") for item in failed] == [
        "b/1.txt",
        "b/2.txt",
        "d.jsonl",
    ]
    assert {str(item.message) for item in failed} == {"There is no such file."}
