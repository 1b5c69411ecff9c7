"""`dittomark report`: a pair as a page to print or send."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.helpers.datasets import BANDH, COPY, small_project

from dittomark.annotations import NewArticle
from dittomark.cli import main
from dittomark.project import Project


class Page(HTMLParser):
    """Gathers what a reader sees and what a browser would fetch."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with small_project(tmp_path / "p.ditto") as opened:
        (copy,) = opened.article_ids(external_id="k1")
        opened.edit_article(copy, title='<script>alert("x")</script>')
    return tmp_path / "p.ditto"


def test_the_html_page_is_whole_escaped_and_self_contained(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "pair.html"
    assert main(["report", str(project), "n1,k1", "--out", str(out)]) == 0
    markup = out.read_text("utf-8")
    page = Page(markup)
    assert page.fetched == []
    assert "script" not in page.tags
    assert not re.search(r"@import|url\(", markup)
    for line in [*BANDH.splitlines(), *COPY.splitlines()]:
        assert line in page.text or line in re.sub(r"(?<=\n)1|1(?=নদী|জেলা)", "", page.text)
    assert '<script>alert("x")</script>' in page.text
    assert 'class="p1"' in markup
    assert "partially derived" in page.text
    assert "exact duplicate" in page.text


def test_the_direction_follows_the_order_asked_for(project: Path, tmp_path: Path) -> None:
    arrows = []
    for pair in ("n1,k1", "k1,n1"):
        out = tmp_path / "pair.html"
        main(["report", str(project), pair, "--out", str(out)])
        arrows.append(re.findall(r"[AB] → [AB]", out.read_text("utf-8")))
    assert arrows == [["B → A"] * 2, ["A → B"] * 2]  # of the judgement and of a link


def test_links_between_the_two_stand_in_the_report(project: Path, tmp_path: Path) -> None:
    with Project.open(project) as opened:
        a, b = (opened.article_named(name) for name in ("n1", "k1"))
        opened.add_link(
            *(b, a),
            a_start=0,
            a_end=8,
            b_start=4,
            b_end=12,
            kind="quotation",
            direction="a_to_b",
            annotator="A7",
            note="from the minister",
        )
        texts = (opened.article(a).text[4:12], opened.article(b).text[0:8])
    for pair, arrow, sides in (
        ("n1,k1", "B → A", texts),
        ("k1,n1", "A → B", tuple(reversed(texts))),
    ):
        out = tmp_path / "pair.html"
        main(["report", str(project), pair, "--out", str(out)])
        [row] = re.findall(r"<tr><td[^>]*>quotation.*?</tr>", out.read_text("utf-8"))
        cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
        expected = [" ".join(side.split()) for side in sides]
        assert cells == ["quotation", "A7", arrow, *expected, "from the minister"]


def test_the_pdf_holds_both_texts(project: Path, tmp_path: Path) -> None:
    pytest.importorskip("fpdf")
    pytest.importorskip("uharfbuzz")
    out = tmp_path / "pair.pdf"
    with Project.open(project) as opened:
        pair = next(iter(opened.pairs()))
        opened.edit_article(pair.a, url="https://nodi.example/2024/bandh")
    assert main(["report", str(project), pair.id, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    if tool := shutil.which("pdftotext"):
        shown = subprocess.run([tool, str(out), "-"], capture_output=True, check=True)
        text = shown.stdout.decode()
        assert "partially derived" in text
        assert pair.id in text
        with Project.open(project) as opened:
            ours = [opened.article_info(article) for article in (pair.a, pair.b)]
            labels = {span.label for info in ours for span in opened.spans(info.id)}
            events = {
                opened.event(one.event_id).title
                for info in ours
                for one in opened.memberships(info.id)
            }
        assert labels
        assert events
        for label in labels:
            assert f"‹{label.replace('_', ' ')}" in " ".join(text.split())
        assert "https://nodi.example/2024/bandh" in text
        # The tool sees gaps inside shaped words.
        assert all("".join(title.split()) in "".join(text.split()) for title in events)


def test_hindi_stands_in_the_pdf(tmp_path: Path) -> None:
    pytest.importorskip("fpdf")
    pytest.importorskip("uharfbuzz")
    texts = ("नदी में नाव डूबी", "नदी में एक नाव डूब गई")
    with Project.create(tmp_path / "work.ditto", annotator="A1") as made:
        made.add_articles([NewArticle(text, title="नाव") for text in texts])
        made.add_pair(*made.article_ids())
        pair = next(iter(made.pairs())).id
        path = made.path
    out = tmp_path / "pair.pdf"
    assert main(["report", str(path), pair, "--out", str(out)]) == 0
    assert b"NotoSansDevanagari" in out.read_bytes()


def test_a_label_is_named_where_its_span_begins(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "pair.html"
    with Project.open(project) as opened:
        (article,) = opened.article_ids(external_id="n1")
        opened.annotate_span(article, 2, 30, label="most_read", annotator="A1")
    main(["report", str(project), "n1,k1", "--out", str(out)])
    named = re.findall(r'data-named="([^"]*)"', out.read_text("utf-8"))
    assert named.count("most read") == 1


def test_articles_that_are_no_pair_are_reported_without_an_id(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pair.html"
    with Project.open(project) as opened:
        paired = {frozenset((pair.a, pair.b)) for pair in opened.pairs()}
        ids = opened.article_ids()
        a, b = next((a, b) for a in ids for b in ids if a < b and frozenset((a, b)) not in paired)
    assert main(["report", str(project), f"{a},{b}", "--out", str(out)]) == 0
    page = Page(out.read_text("utf-8"))
    assert "Pair" not in page.text
    assert "Nobody has judged" in page.text


def test_what_can_not_be_is_said_in_one_sentence(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for pair, out in (("nobody", "a.html"), ("n1,gone", "a.html"), ("n1,k1", "a.docx")):
        assert main(["report", str(project), pair, "--out", str(tmp_path / out)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
