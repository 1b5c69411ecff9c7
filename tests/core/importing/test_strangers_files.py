"""Files as strangers send them, which no case lists: read rightly, or refused by a sentence that helps."""

import datetime as dt
import gzip
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dittomark import importing
from dittomark.annotations import ArticleInfo
from dittomark.project import Project

RAIN = "The river rose two metres overnight and the lower town was cut off."
FOG = "Fog closed the harbour for a day and a night, and no ferry sailed."
FERI = "চাঁদপুরে ফেরি দুর্ঘটনায় তিনজন আহত হয়েছেন। উদ্ধারকাজ চলছে।"
RUSSIAN = "Ночью уровень реки поднялся на два метра, и нижний город оказался отрезан."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def infos(project: Project) -> dict[str, ArticleInfo]:
    return {article.text: article.info for article in project.articles()}


def sheets(path: Path, **rows: list[list[object]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, each in rows.items():
        sheet = book.create_sheet(name)
        for row in each:
            sheet.append(row)
    book.save(path)
    return path


# --- tables ---------------------------------------------------------------------------------------


def test_names_of_groups_above_the_names_of_the_columns_are_left_out(
    project: Project, tmp_path: Path
) -> None:
    path = sheets(
        tmp_path / "a.xlsx",
        News=[["Article", None, "Meta"], ["Title", "Text", "Source"], ["Rain", RAIN, "Ledger"]],
    )
    report = importing.import_into(project, path)
    assert {text: (info.title, info.source) for text, info in infos(project).items()} == {
        RAIN: ("Rain", "Ledger")
    }
    assert any("Article Meta" in str(note) for note in report.notes)
    assert importing.preview(path).columns == ("Title", "Text", "Source")


def test_a_sheet_that_explains_the_others_is_no_article(project: Project, tmp_path: Path) -> None:
    path = sheets(
        tmp_path / "a.xlsx",
        About=[["These articles about the flood were collected by the desk in 2024."]],
        News=[["title", "text", "date"], ["Rain", RAIN, dt.datetime(2024, 1, 5)]],
    )
    report = importing.import_into(project, path)
    assert {text: info.date for text, info in infos(project).items()} == {RAIN: "2024-01-05"}
    assert any("About" in str(note) for note in report.notes)


def test_what_label_studio_writes_as_csv_keeps_its_spans(project: Project, tmp_path: Path) -> None:
    label = json.dumps([{"start": 4, "end": 9, "text": "river", "labels": ["Water, moving"]}])
    (tmp_path / "ls.csv").write_text(
        "annotation_id,annotator,created_at,id,label,lead_time,text,updated_at\n"
        f'7,1,2024-01-01T00:00:00Z,3,"{label.replace(chr(34), chr(34) * 2)}",2.1,{RAIN},\n',
        "utf-8",
    )
    importing.import_into(project, tmp_path / "ls.csv")
    (info,) = infos(project).values()
    assert [(s.start, s.end, s.label, s.annotator) for s in project.spans(info.id)] == [
        (4, 9, "Water, moving", "user 1")
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"заголовок;текст;дата;источник\nДождь;{RUSSIAN};05.01.2024;Вестник\n", "cp1251"),
        (
            "标题,正文,日期,来源\n大雨,河水一夜之间上涨了两米，下城区与外界隔绝。,2024年1月5日,日报\n",
            "gb18030",
        ),
    ],
)
def test_columns_are_known_in_russian_and_chinese(
    project: Project, tmp_path: Path, text: str, encoding: str
) -> None:
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    report = importing.import_into(project, tmp_path / "a.csv")
    (info,) = infos(project).values()
    assert info.title
    assert info.source
    assert info.date == "2024-01-05"
    assert not report.kept


def test_a_list_of_links_without_names_of_columns_is_told_as_one(
    project: Project, tmp_path: Path
) -> None:
    row = "20240105100000-1\t20240105\t1\tbbc.example\thttps://bbc.example/1\t\tTAX;\t-2.1,1,3\n"
    (tmp_path / "gkg.csv").write_text(row + row.replace("/1", "/2"), "utf-8")
    (failure,) = importing.import_into(project, tmp_path / "gkg.csv").failures
    assert "links, not texts" in str(failure)


def test_rows_before_a_damaged_end_in_utf16_come_in(project: Project, tmp_path: Path) -> None:
    whole = f"title,text\r\nFeri,{FERI}\r\nRain,{RAIN}\r\n".encode("utf-16")
    (tmp_path / "a.csv").write_bytes(whole + b"\x04")
    report = importing.import_into(project, tmp_path / "a.csv")
    assert set(infos(project)) == {FERI, RAIN}
    assert [failure.line for failure in report.failures] == [4]


def test_languages_are_kept_as_codes_however_a_file_names_them(
    project: Project, tmp_path: Path
) -> None:
    names = ["ben", "Bengali", "bn-BD", "bn_IN", "eng", "zh-Hant", "xx-unknown tongue"]
    rows = [{"text": f"{RAIN} {n}.", "lang": name} for n, name in enumerate(names)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    importing.import_into(project, tmp_path / "a.jsonl")
    assert [info.language for info in project.article_infos()] == [
        "bn", "bn", "bn", "bn", "en", "zh-Hant", "xx"
    ]  # fmt: skip


def test_a_few_russian_words_are_not_taken_for_french(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Дождь в Москве".encode("cp1251"))
    importing.import_into(project, tmp_path / "a.txt")
    assert list(infos(project)) == ["Дождь в Москве"]


# --- folders and archives -------------------------------------------------------------------------


def test_files_packed_within_an_archive_are_read(project: Project, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        row = json.dumps({"title": "Rain", "text": RAIN}).encode()
        made.writestr("data/a.jsonl.gz", gzip.compress(row))
        made.writestr("all.tar.gz", gzip.compress(b"\0" * 1024))
    report = importing.import_into(project, tmp_path / "a.zip")
    assert [info.title for info in infos(project).values()] == ["Rain"]
    assert "archive inside an archive" in str(report.failures[0])


def test_a_dataset_card_of_others_is_no_article(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "flood"
    (folder / "data").mkdir(parents=True)
    (folder / "README.md").write_text(
        "---\nlicense: mit\nlanguage: en\n---\n# Flood\n\nNews about the flood of the year.\n"
    )
    (folder / "dataset_infos.json").write_text('{"default": {"description": "News about floods"}}')
    (folder / "data/train.jsonl").write_text(json.dumps({"text": RAIN}))
    report = importing.import_into(project, folder)
    assert list(infos(project)) == [RAIN]
    assert report.failures == ()


def test_notes_in_markdown_beside_texts_are_still_read(project: Project, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/README.md").write_text(f"# Rain\n\n{RAIN}\n")
    (tmp_path / "notes/a.txt").write_text(FOG)
    importing.import_into(project, tmp_path / "notes")
    assert len(infos(project)) == 2


def test_pieces_of_one_span_of_brat_are_told(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The river rose and fell.")
    (tmp_path / "a.ann").write_text("T1\tRIVER 4 9;15 18\triver and\n")
    report = importing.import_into(project, tmp_path / "a.txt")
    assert report.annotations == {"spans": 2}
    assert any("pieces" in str(note) for note in report.notes)


# --- refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
        ("a.parquet", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 1\n", "Git LFS"),
        ("a.jsonl", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 1\n", "Git LFS"),
        ("a.eml", (b"From: a@b.example\nSubject: Rain\nMIME-Version: 1.0\n"
                  b"Content-Type: text/html\n\n<p>Rain</p>"), "e-mail"),
        ("a.pkl", b"\x80\x04\x95\0\0", "CSV"),
        ("a.url", b"[InternetShortcut]\nURL=https://e.example/1\n", "no article"),
        ("a.ditto", b"SQLite format 3\0", "Merge it"),
        ("a.json", b"[]", "no records"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_with_what_to_do(
    project: Project, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    report = importing.import_into(project, tmp_path / name)
    assert report.added == ()
    (failure,) = report.failures
    assert says in str(failure)


def test_a_table_of_no_rows_says_so(project: Project, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "a.parquet")
    (failure,) = importing.import_into(project, tmp_path / "a.parquet").failures
    assert "no records" in str(failure)
    (shown,) = importing.preview(tmp_path / "a.parquet").failures
    assert "no records" in str(shown)
