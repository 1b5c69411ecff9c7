"""The import preview asks questions that only a user can answer, and shows the effect."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.panels.widgets import ElidedLabel

STORY = "The ferry across the river stopped at noon because of a storm."
OLD = (
    "cÖavbgš¿x e‡j‡Qb, miKvi gvbyl‡`i Rb¨ KvR Ki‡Q| wZwb e‡jb, GB wm×všÍ †_‡K †KvbI e¨¯ÍZv ‰Zwi n‡e bv| "
    "Kg©KZ©viv Rvbvb, Ae¯’v wb‡q Zv‡`i m‡½ K_v n‡q‡Q Ges 25 Rb AvnZ n‡q‡Qb|"
)


@pytest.fixture(autouse=True)
def _empty(person: Person, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.ditto").close()
    person.open_project(tmp_path / "empty.ditto")


def show(person: Person, path: Path) -> ImportDialog:
    person.window.parts.projects.show_import([path])
    person.settle()
    return person.dialog(ImportDialog)


def box(dialog: ImportDialog, name: str) -> QComboBox:
    return next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == name)


def shown(dialog: ImportDialog, column: int) -> list[str]:
    cells = (dialog.table.item(row, column) for row in range(dialog.table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


def pick(person: Person, chooser: QComboBox, row: int) -> None:
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(chooser, Qt.Key.Key_Down)
    person.settle()


def test_one_of_two_lists_is_chosen(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    lists = {
        "news": [{"title": "News", "text": STORY}],
        "sport": [{"title": "Sport", "text": f"{STORY} Sport."}],
    }
    path.write_text(json.dumps(lists), "utf-8")
    dialog = show(person, path)
    chooser = box(dialog, "List of articles")
    assert chooser.isVisible()
    assert dialog.table.rowCount() == 0
    pick(person, chooser, 2)
    assert shown(dialog, 0) == ["Sport"]
    dialog.accept()
    person.settle()
    assert [i.title for i in person.app.session.project.article_infos()] == ["Sport"]


def test_day_or_month_first_is_shown_and_chosen(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"title,text,date\nOne,{STORY},03/04/2024\n", "utf-8")
    dialog = show(person, path)
    chooser = box(dialog, "Dates such as 03/04/2024")
    assert chooser.isVisible()
    assert "day first" in chooser.currentText()
    before = shown(dialog, 2)
    pick(person, chooser, 2)
    assert shown(dialog, 2) != before
    dialog.accept()
    person.settle()
    assert [i.date for i in person.app.session.project.article_infos()] == ["2024-03-04"]


def test_what_has_nothing_to_choose_asks_nothing(person: Person, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    dialog = show(person, tmp_path / "a.txt")
    assert not box(dialog, "List of articles").isVisible()
    assert not box(dialog, "Dates such as 03/04/2024").isVisible()


def test_letters_of_an_old_font_are_converted(person: Person, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(OLD.encode("cp1252"))
    dialog = show(person, tmp_path / "a.txt")
    [tick] = dialog.findChildren(QCheckBox)
    assert tick.isVisible()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    person.settle()
    assert shown(dialog, 4)[0].startswith("প্রধানমন্ত্রী বলেছেন")


def test_a_guessed_encoding_is_told_with_how_sure_it_is(person: Person, tmp_path: Path) -> None:
    text = (
        "L’été dernier, la société a été créée à Orléans ; le maire s’est déclaré très satisfait."
    )
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    dialog = show(person, tmp_path / "a.txt")
    assert "100 of 100" in dialog.problems.text()
    assert "L’été dernier" in dialog.problems.text()


def test_the_file_dialog_offers_every_kind(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(*arguments: str) -> tuple[list[str], str]:
        asked.append(arguments[3])
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    person.window.parts.projects.ask_import_files()
    for ending in ("*.docx", "*.odt", "*.epub", "*.pdf", "*.rtf", "*.xmi", "*.tar", "*.txt"):
        assert ending in asked[0]


def test_a_folder_is_called_by_its_own_name(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(2):
        (folder / f"page-{number}.txt").write_text(f"{STORY} {number}", "utf-8")
    dialog = show(person, folder)
    headings = [each.full_text() for each in dialog.findChildren(ElidedLabel)]
    assert "pages · Plain text · utf-8" in headings
    dialog.reject()
