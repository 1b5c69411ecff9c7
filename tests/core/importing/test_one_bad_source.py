"""One bad file, record or page is that one's failure: the rest comes in, and the import ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.helpers.command import run

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


def test_a_page_of_thousands_of_alike_lines_ends() -> None:
    """The work grows with the page: four times the lines may not take sixteen times as long."""
    article_of_page(b"<p>hello world</p>")
    taken = []
    for lines in (2_500, 10_000):
        began = time.process_time()
        article = article_of_page(("<body>" + "x<br>" * lines).encode())
        taken.append(time.process_time() - began)
        assert article.text.count("x") == lines
    assert taken[1] < 12 * taken[0]


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
