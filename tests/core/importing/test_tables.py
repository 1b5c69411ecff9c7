"""Tables as people save them, and texts of eight bits: read as they are meant, and told where not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dittomark import importing
from dittomark.annotations import ArticleInfo
from dittomark.importing import ImportReport, Options
from dittomark.project import Project

LONG = "The ferry across the river stopped at noon because of a storm."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def load(project: Project, path: Path, content: str | bytes) -> ImportReport:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return importing.import_into(project, path, Options())


def infos(project: Project) -> list[ArticleInfo]:
    return project.article_infos()


def texts(project: Project) -> list[str]:
    return [article.text for article in project.articles()]


# --- encodings ------------------------------------------------------------------------------------

FRENCH = "L'élève a reçu une réponse du ministère. La fête sera célébrée à l'école."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl učitel žákům."
RUSSIAN = "Паром остановлен из-за шторма."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"), (FRENCH, "latin-1"), (CZECH, "iso8859-2"), (CZECH, "cp1250"),
        (RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"),
    ],
)  # fmt: skip
def test_eight_bit_texts_are_read_and_told(
    project: Project, tmp_path: Path, text: str, encoding: str
) -> None:
    report = load(project, tmp_path / "t.txt", text.encode(encoding))
    assert texts(project) == [text]
    assert [note.count("guess") for note in report.notes] == [1]


# --- tables ---------------------------------------------------------------------------------------


def test_a_quote_that_never_closes_is_named(project: Project, tmp_path: Path) -> None:
    rows = f'id,text\n1,{LONG}\n2,"{LONG} two\n3,{LONG} three\n'
    report = load(project, tmp_path / "a.csv", rows)
    assert [(f.line, "quotation" in f.message) for f in report.failures] == [(3, True)]
    assert len(infos(project)) == 1


def test_a_table_without_a_header_is_noticed(project: Project, tmp_path: Path) -> None:
    bengali = "বৃষ্টি,ঢাকায় ভারী বৃষ্টিতে জলাবদ্ধতা তৈরি হয়েছে।\nফেরি,চাঁদপুরে ফেরি দুর্ঘটনায় তিনজন নিখোঁজ।\n"
    load(project, tmp_path / "bn.csv", bengali)
    assert len(infos(project)) == 2
    report = load(project, tmp_path / "a.csv", f"1,{LONG}\n2,{LONG} And more of it.\n")
    assert len(infos(project)) == 4
    assert ["first row" in note for note in report.notes] == [True]


def test_repeated_headers_and_doubled_columns(project: Project, tmp_path: Path) -> None:
    rows = f"id,text,text\n1,{LONG},left\nid,text,text\n2,{LONG} two,right\n"
    load(project, tmp_path / "a.csv", rows)
    assert sorted(texts(project)) == [LONG, f"{LONG} two"]
    assert infos(project)[0].imported["metadata"] == {"text (column 3)": "left"}


@pytest.mark.parametrize("first", ["sep=;\n", "# made by hand\n", "\n"])
def test_what_stands_above_the_header(project: Project, tmp_path: Path, first: str) -> None:
    rows = f"{first}id;title;text\n1;Rain;{LONG}\n2;Fog;{LONG} two\n"
    assert load(project, tmp_path / "a.csv", rows).failures == ()
    assert [info.title for info in infos(project)] == ["Rain", "Fog"]


def test_addresses_in_the_source_column(project: Project, tmp_path: Path) -> None:
    load(project, tmp_path / "u.csv", f"source,text\nhttps://www.ledger.example/a,{LONG}\n")
    (info,) = infos(project)
    assert (info.source, info.url) == ("ledger.example", "https://www.ledger.example/a")


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_html_in_a_text_column(project: Project, tmp_path: Path, kind: str) -> None:
    markup = f"<p>{LONG}</p><script>x()</script><p>Two&nbsp;words.</p>"
    if kind == "csv":
        content = f'title,text\nRain &amp;amp; wind,"{markup}"\n'
    else:
        content = json.dumps({"title": "Rain &amp;amp; wind", "text": markup})
    report = load(project, tmp_path / f"a.{kind}", content)
    assert texts(project) == [f"{LONG}\n\nTwo\u00a0words."]
    assert infos(project)[0].title == "Rain & wind"
    assert ["HTML" in note for note in report.notes] == [True]


def test_the_language_of_rows_is_found(project: Project, tmp_path: Path) -> None:
    load(project, tmp_path / "a.csv", "id,text\n1,নদীর পাড়ে নতুন বাঁধ হচ্ছে এবার।\n")
    assert infos(project)[0].language == "bn"
