"""Files and folders become articles; what can't be read is named and the rest goes on."""

import codecs
import csv
import gzip
import json
import zipfile
from pathlib import Path

import pytest

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.errors import Cancelled, UserError
from dittomark.importing import Failure

BODY = "নদীর পাড়ে নতুন বাঁধ\n\nজেলা প্রশাসন জানিয়েছে, বাঁধের কাজ আগামী মাসে শেষ হবে।\r\n"


def articles(*paths: Path, **options: str) -> list[NewArticle]:
    found = list(importing.read(paths, **options))  # type: ignore[arg-type]
    assert not [item for item in found if isinstance(item, Failure)]
    return [item for item in found if isinstance(item, NewArticle)]


def failure(path: Path, **options: str) -> str:
    (item,) = importing.read(path, **options)  # type: ignore[arg-type]
    assert isinstance(item, Failure)
    return item.message


def test_a_text_file_is_kept_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "bandh.txt").write_bytes(BODY.encode())
    (article,) = articles(tmp_path / "bandh.txt")
    assert article.text == BODY
    assert article.title == "নদীর পাড়ে নতুন বাঁধ"
    assert article.external_id == "bandh"
    assert article.language == "bn"
    assert article.encoding == "utf-8"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_apart(tmp_path: Path, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode(codec))
    (article,) = articles(tmp_path / "a.txt")
    assert article.text == BODY


def test_an_8_bit_encoding_is_found_and_shown(tmp_path: Path) -> None:
    text = "Der Fluß führt Hochwasser, die Brücke über die Straße ist gesperrt. Größere Schäden.\n"
    (tmp_path / "a.txt").write_bytes((text * 5).encode("cp1252"))
    (article,) = articles(tmp_path / "a.txt")
    assert article.text == text * 5
    assert article.encoding != "utf-8"


def test_the_encoding_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Größe und Stärke".encode("cp1252"))
    (article,) = articles(tmp_path / "a.txt", encoding="cp1252")
    assert (article.text, article.encoding) == ("Größe und Stärke", "cp1252")
    with pytest.raises(UserError, match="klingon"):
        list(importing.read(tmp_path / "a.txt", encoding="klingon"))


def test_damaged_utf8_is_named_and_can_be_read_with_marks(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes(BODY.encode().replace("জেলা".encode(), "জেলা".encode()[:-1], 1))
    assert "utf-8:replace" in failure(path)
    (article,) = articles(path, encoding="utf-8:replace")
    assert article.text.count("\ufffd") == 1


def test_bad_files_are_each_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "white.txt").write_bytes(b" \n\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 9)
    (tmp_path / "two\nlines.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(BODY, "utf-8")
    (tmp_path / "hollow").mkdir()
    found = list(importing.read([tmp_path, tmp_path / "hollow", tmp_path / "gone.txt"]))
    failures = {Path(item.path).name: item for item in found if isinstance(item, Failure)}
    assert [item.external_id for item in found if isinstance(item, NewArticle)] == ["good"]
    assert failures.keys() == {
        "empty.txt",
        "white.txt",
        "picture.txt",
        "two\\nlines.txt",
        "hollow",
        "gone.txt",
    }
    assert all(len(str(item).splitlines()) == 1 for item in failures.values())
    assert failures["gone.txt"].message == "There is no such file."
    assert failures["hollow"].message == "This folder holds no files."


def test_a_huge_text_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(100_000_000)
        stream.seek(0)
        stream.write(b"words " * 1000)
    assert "too large" in failure(tmp_path / "huge.txt")


def test_a_name_with_a_line_break_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text(BODY, "utf-8")
    (article,) = articles(tmp_path / "a\nb.txt")
    assert "\\n" in article.metadata["file"]


def test_files_in_subfolders_keep_apart(tmp_path: Path) -> None:
    for outlet in ("nodi", "khal"):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "1.txt").write_text(BODY, "utf-8")
    assert [article.external_id for article in articles(tmp_path)] == ["khal/1", "nodi/1"]


def test_jsonl_fields_are_found_by_their_names(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "headline": "বাঁধ", "body": BODY, "published": "১৩ সেপ্টেম্বর ২০২৩", "desk": "জেলা"},
        {"id": 8, "headline": "সেতু", "body": "সেতুর কথা", "outlet": "নদী বার্তা"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    first, second = articles(path)
    assert (first.external_id, first.title, first.text) == ("7", "বাঁধ", BODY)
    assert first.date == "2023-09-13"
    assert first.metadata == {"desk": "জেলা"}
    assert second.source == "নদী বার্তা"


def test_bad_lines_of_jsonl_are_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"text": "one"}',
        b"not json",
        b'{"title": "no text"}',
        b'{"text": "\\ud800"}',
        b'{"text": "bad \xff byte"}',
        b"[" * 100_000,
        b'{"text": ""}',
        json.dumps({"text": "two", "title": BODY}, ensure_ascii=False).encode(),
    ]
    path.write_bytes(b"\n".join(lines))
    found = list(importing.read(path))
    assert [item.text for item in found if isinstance(item, NewArticle)] == ["one", "two"]
    assert [item.line for item in found if isinstance(item, Failure)] == [2, 3, 4, 5, 6, 7]


def test_a_json_array_is_read_as_a_stream_of_objects(tmp_path: Path) -> None:
    rows = [{"id": n, "text": f"খবর {n} " * 50_000} for n in range(8)]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
    assert [article.text for article in articles(path)] == [row["text"] for row in rows]
    path.write_text('[{"text": "one"}, {"text": ', "utf-8")
    one, broken = importing.read(path)
    assert isinstance(one, NewArticle)
    assert isinstance(broken, Failure)


def test_csv_keeps_line_breaks_inside_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerows([["Title", "Full Text"], ["বাঁধ", BODY], ["সেতু", "এক; দুই\nতিন"]])
    first, second = articles(path)
    assert (first.title, first.text) == ("বাঁধ", BODY)
    assert second.text == "এক; দুই\nতিন"


def test_a_mapping_overrides_the_guess(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,summary\nlong long text,short\n", "utf-8")
    (found,) = importing.read(path, mapping={"text": "summary", "title": "text"})
    assert isinstance(found, NewArticle)
    assert (found.text, found.title) == ("short", "long long text")
    with pytest.raises(UserError, match="colour"):
        list(importing.read(path, mapping={"colour": "text"}))


def test_zip_and_gzip_are_read_without_unpacking(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("nodi/1.txt", BODY)
        opened.writestr("rows.jsonl", json.dumps({"text": "খবর"}))
        opened.writestr("__MACOSX/._1.txt", "x")
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(b'{"text": "packed"}\n'))
    assert [article.text for article in articles(tmp_path / "pages.zip")] == [BODY, "খবর"]
    assert [article.text for article in articles(tmp_path / "rows.jsonl.gz")] == ["packed"]


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:/evil.txt"])
def test_paths_that_leave_an_archive_are_refused(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as opened:
        opened.writestr(zipfile.ZipInfo(name), "text")
    assert "leaves the archive" in failure(tmp_path / "a.zip")


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "..\\evil.txt", "a/" * 50 + "b.txt"]
)
def test_one_path_that_leaves_an_archive_keeps_nothing_else_back(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as opened:
        opened.writestr("1.txt", BODY)
        opened.writestr(zipfile.ZipInfo(name), "text")
        opened.writestr("2.txt", BODY + "2")
    found = list(importing.read(tmp_path / "a.zip"))
    assert [item.text for item in found if isinstance(item, NewArticle)] == [BODY, BODY + "2"]
    [failed] = [item for item in found if isinstance(item, Failure)]
    assert failed.path.endswith(f"a.zip/{name}")


def test_one_locked_file_keeps_the_rest_of_an_archive_not_back(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as opened:
        opened.writestr("1.txt", BODY)
        opened.writestr("2.txt", BODY + "2")
    packed = bytearray((tmp_path / "a.zip").read_bytes())
    packed[packed.index(b"PK\x01\x02") + 8] |= 1  # encrypted, says the list of files
    (tmp_path / "a.zip").write_bytes(packed)
    found = list(importing.read(tmp_path / "a.zip"))
    assert [item.text for item in found if isinstance(item, NewArticle)] == [BODY + "2"]
    [failed] = [item for item in found if isinstance(item, Failure)]
    assert "password" in failed.message


def test_bombs_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.txt", b"0" * 50_000_000)
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"0" * 50_000_000))
    assert "zip bomb" in failure(tmp_path / "bomb.zip")
    assert "zip bomb" in failure(tmp_path / "bomb.jsonl.gz")


def test_progress_counts_bytes_and_can_cancel(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "খবর"}\n' * 50_000, "utf-8")
    seen: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        seen.append((done, total))
        if 0 < done < total:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(importing.read(path, report=report))
    assert seen[-1][0] < path.stat().st_size == seen[-1][1]


def test_a_preview_shows_format_encoding_columns_and_guess(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(codecs.BOM_UTF8 + "শিরোনাম,লেখা,desk\nবাঁধ,বাঁধের কথা,জেলা\n".encode())
    shown = importing.preview(path)
    assert (shown.format, shown.encoding) == ("csv", "utf-8")
    assert shown.columns == ("শিরোনাম", "লেখা", "desk")
    assert shown.mapping == {"title": "শিরোনাম", "text": "লেখা"}
    assert shown.rows[0]["desk"] == "জেলা"
    assert shown.articles[0].title == "বাঁধ"
    assert importing.preview(tmp_path / "gone").failures[0].message == "There is no such file."


def test_columns_are_known_by_their_bengali_names(tmp_path: Path) -> None:
    names = ["শিরোনাম", "সংবাদ", "সংবাদমাধ্যম", "প্রকাশের তারিখ", "ও\u09df\u09c7ব ঠিকানা"]
    row = ["নতুন বাঁধ", BODY, "নদীর কণ্ঠ", "৩ মার্চ ২০২৪", "https://nodi.example/1"]
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, row])
    (article,) = articles(tmp_path / "a.csv")
    found = (article.title, article.text, article.source, article.date, article.url)
    assert found == ("নতুন বাঁধ", BODY, "নদীর কণ্ঠ", "2024-03-03", "https://nodi.example/1")


@pytest.mark.parametrize("member", ["[Content_Types].xml", "META-INF/container.xml", "mimetype"])
def test_a_document_is_never_taken_for_a_folder_of_texts(tmp_path: Path, member: str) -> None:
    with zipfile.ZipFile(tmp_path / "slides.pptx", "w") as packed:
        packed.writestr(member, "<Types/>")
        packed.writestr("notes.txt", BODY)
    assert failure(tmp_path / "slides.pptx").startswith(("This document", "This is not an e-book"))
