"""If no font has the letters of an article, the window says so once, and names a font."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.look.missing_fonts import SCRIPTS, missing_scripts

TAMIL = "ஆற்றில் படகு மூழ்கி மூவர் காணாமல் போயினர், மீட்புப் பணி தொடர்கிறது."
THAI = "เรือล่มในแม่น้ำ สูญหายสามคน"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with only the shipped fonts."""
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_system: []))


def project(folder: Path, *texts: str) -> Path:
    with Project.create(folder / "work.ditto", annotator="A1") as made:
        made.add_articles(
            [NewArticle(text, title=f"Article {count}") for count, text in enumerate(texts)]
        )
        made.add_pair(*made.article_ids())
        return made.path


@pytest.mark.usefixtures("bare")
def test_it_is_said_once_for_each_script(person: Person, tmp_path: Path) -> None:
    path = project(tmp_path, TAMIL, TAMIL + THAI)
    person.open_project(path)
    person.settle()
    reported = [text for text in person.messages() if "font" in text]
    assert len(reported) == 2
    assert "Tamil" in reported[0]
    assert "Noto Sans Tamil" in reported[0]
    assert ("fonts-noto-core" in reported[0]) == sys.platform.startswith("linux")
    assert "Thai" in reported[1]
    person.do("close_project")
    person.open_project(path)
    person.settle()
    assert [text for text in person.messages() if "font" in text] == reported


@pytest.mark.usefixtures("bare", "qapp")
def test_what_ships_and_a_few_foreign_letters_need_no_word() -> None:
    assert (
        missing_scripts(
            ["নদীতে নৌকা ডুবে", "A boat sank", "غرق قارب", "סירה טבעה", "Лодка", "नदी में नाव डूबी"]
        )
        == []
    )
    assert missing_scripts(["A boat (படகு) sank."]) == []
    assert [one.name for one in missing_scripts(["船在河中沉没三人失踪"])] == ["Chinese"]
    assert missing_scripts([TAMIL], reported=["Tamil"]) == []


@pytest.mark.usefixtures("qapp")
def test_a_script_with_a_font_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *_system: ["Any Font"]))
    assert missing_scripts([TAMIL, THAI]) == []


def test_each_script_is_named_by_its_letters_font_and_package() -> None:
    for script in SCRIPTS:
        assert re.fullmatch(r"fonts-noto-(core|cjk)", script.package)
        assert script.font.startswith("Noto ")
        assert not script.letters.search("A boat sank। নৌকা ডুবে। קארב")
