"""tar, 7z, bz2 and xz are read as zip is, and refused where they are not safe."""

import bz2
import io
import lzma
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import py7zr
import pytest

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.importing import Failure
from dittomark.project import Project

BODY = "নদীর ওপারে ফেরি দুপুরে বন্ধ হয়ে যায়, ঝড়ের কারণে যাত্রীরা ঘাটে আটকে থাকেন।"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def tar(path: Path, mode: str, **members: bytes) -> Path:
    with tarfile.open(path, cast("Any", f"w:{mode}")) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name.replace("_", "/").replace("0", "."))
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def why(path: Path) -> str:
    [failure] = importing.read(path)
    assert isinstance(failure, Failure)
    return str(failure.message)


@pytest.mark.parametrize(
    ("ending", "mode"), [("tar", ""), ("tgz", "gz"), ("tar.bz2", "bz2"), ("tar.xz", "xz")]
)
def test_the_files_of_a_tar_come_in_with_what_lies_beside_them(
    project: Project, tmp_path: Path, ending: str, mode: str
) -> None:
    path = tar(
        tmp_path / f"news.{ending}",
        mode,
        a_10ann=b"T1\tmenu 0 5\t" + BODY[:5].encode() + b"\n",
        a_10txt=BODY.encode(),
        b0txt=b"Another report of the day.",
    )
    report = importing.import_into(project, path)
    assert report.failures == ()
    assert {article.text for article in project.articles()} == {BODY, "Another report of the day."}
    assert report.annotations == {"spans": 1}


def test_a_7z_archive_is_read(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    with py7zr.SevenZipFile(tmp_path / "news.7z", "w") as archive:
        archive.write(tmp_path / "a.txt", "folder/a.txt")
    report = importing.import_into(project, tmp_path / "news.7z")
    assert report.failures == ()
    assert [article.text for article in project.articles()] == [BODY]


def test_a_locked_or_damaged_7z_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    with py7zr.SevenZipFile(tmp_path / "locked.7z", "w", password="x") as archive:
        archive.write(tmp_path / "a.txt", "a.txt")
    assert "password" in why(tmp_path / "locked.7z")
    whole = (tmp_path / "locked.7z").read_bytes()
    (tmp_path / "cut.7z").write_bytes(whole[: len(whole) // 2])
    assert why(tmp_path / "cut.7z") == "This archive is damaged."


@pytest.mark.parametrize("packed", [bz2.compress, lzma.compress])
def test_a_single_packed_file_is_read_by_the_name_inside(
    tmp_path: Path, packed: type[bytes]
) -> None:
    ending = ".bz2" if packed is bz2.compress else ".xz"
    (tmp_path / f"a.txt{ending}").write_bytes(packed(BODY.encode()))
    [article] = importing.read(tmp_path / f"a.txt{ending}")
    assert isinstance(article, NewArticle)
    assert (article.text, article.external_id) == (BODY, "a")


def test_bombs_are_refused(tmp_path: Path) -> None:
    zeros = bytes(60_000_000)
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress(zeros))
    assert "bomb" in why(tmp_path / "a.txt.xz")
    assert "bomb" in why(tar(tmp_path / "b.tar.bz2", "bz2", a0txt=zeros))
    with py7zr.SevenZipFile(tmp_path / "c.7z", "w") as archive:
        archive.writestr(zeros, "a.txt")
    assert "bomb" in why(tmp_path / "c.7z")


def test_what_leaves_the_archive_and_what_can_not_be_unpacked_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "out.tar", "w") as archive:
        info = tarfile.TarInfo("../../escape.txt")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"x"))
    assert "leaves the archive" in why(tmp_path / "out.tar")
    (tmp_path / "a.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(50))
    assert "RAR" in why(tmp_path / "a.rar")
