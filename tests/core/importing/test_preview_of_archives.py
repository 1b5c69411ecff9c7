"""What an archive or a folder holds is shown before it is imported."""

import gzip
import zipfile
from pathlib import Path

import pytest

from dittomark.importing import preview


def packed(folder: Path, kind: str) -> Path:
    texts = {f"page{n}.txt": f"Text number {n}. It has a second sentence." for n in range(3)}
    match kind:
        case "zip":
            with zipfile.ZipFile(folder / "pages.zip", "w") as archive:
                for name, text in texts.items():
                    archive.writestr(name, text)
            return folder / "pages.zip"
        case "gz":
            (folder / "page0.txt.gz").write_bytes(gzip.compress(texts["page0.txt"].encode()))
            return folder / "page0.txt.gz"
        case _:
            for name, text in texts.items():
                (folder / name).write_text(text, "utf-8")
            return folder


@pytest.mark.parametrize(("kind", "shown"), [("zip", 3), ("gz", 1), ("folder", 3)])
def test_the_first_articles_are_shown(tmp_path: Path, kind: str, shown: int) -> None:
    found = preview(packed(tmp_path, kind))
    assert [article.text for article in found.articles] == [
        f"Text number {n}. It has a second sentence." for n in range(shown)
    ]
    assert not found.failures
