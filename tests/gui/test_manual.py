"""The manual in the program, and the page about it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from tests.helpers.projects import make_project
from tests.helpers.window import Person

import dittomark_resources
from dittomark_gui.dialogs.about import AboutDialog
from dittomark_gui.dialogs.manual import Manual, pages


def test_every_page_stands_in_both_languages() -> None:
    english, bengali = pages("en"), pages("bn")
    assert [page.slug for page in english] == [page.slug for page in bengali]
    assert english
    for page in (*english, *bengali):
        assert page.text.startswith("# ")


def test_every_picture_of_the_manual_ships() -> None:
    pictures = dittomark_resources.path("manual") / "pictures"
    for page in (*pages("en"), *pages("bn")):
        for line in page.text.splitlines():
            if line.startswith("!["):
                name = line.split("(")[1].split(")")[0]
                assert (pictures / Path(name).name).exists(), name


def test_f1_opens_the_manual_and_a_word_is_found_in_it(person: Person) -> None:
    person.do("manual")
    manual = person.window.findChild(Manual)
    assert isinstance(manual, Manual)
    assert manual.browser.toPlainText().startswith(pages("en")[0].title)
    manual.search.setText("Ctrl+Z")
    assert manual.browser.textCursor().selectedText() == "Ctrl+Z"
    manual.search.setText("no such word in it")
    assert all(manual.list.item(row).isHidden() for row in range(manual.list.count()))
    manual.close()


@pytest.mark.parametrize("language", ["en", "bn"])
def test_the_manual_speaks_the_interface_s_language(person: Person, language: str) -> None:
    person.app.settings.update(language=language)
    person.do("manual")
    manual = person.window.findChild(Manual)
    assert isinstance(manual, Manual)
    assert manual.browser.toPlainText().startswith(pages(language)[0].title)
    manual.close()
    person.app.settings.update(language="en")


def test_about_names_the_version_and_the_licences(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    person.open_project(path)
    person.do("about")
    dialog = person.dialog(AboutDialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Dittomark" in texts
    assert "LGPL" in texts
    dialog.close()
