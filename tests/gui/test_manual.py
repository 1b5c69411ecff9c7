"""The manual in the program, and the manual's page about it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.helpers.projects import make_project
from tests.helpers.window import Person

import dittomark_resources
from dittomark.exporting import FORMATS
from dittomark.labels import LabelScheme
from dittomark_gui.dialogs.about import AboutDialog
from dittomark_gui.dialogs.manual import Manual
from dittomark_gui.dialogs.manual_pages import pages
from dittomark_gui.i18n import translate
from dittomark_gui.window.action_rows import ACTIONS
from dittomark_resources.languages import languages, translated_languages


@pytest.mark.parametrize("language", languages())
def test_every_page_stands_in_every_language(language: str) -> None:
    english, translated = pages("en"), pages(language)
    folder = dittomark_resources.path("manual") / language
    assert folder.is_dir(), f"the manual has no pages in this language: {folder} is missing"
    assert [page.slug for page in english] == [page.slug for page in translated]
    assert english
    for page in translated:
        assert page.text.startswith("# ")


@pytest.mark.parametrize("language", translated_languages())
def test_a_page_has_the_same_headings_in_every_language(language: str) -> None:
    """A heading is found by its anchor: links and context help use it in every language."""
    for english, translated in zip(pages("en"), pages(language), strict=True):
        levels = [re.findall(r"^(#+) ", page.text, re.MULTILINE) for page in (english, translated)]
        assert levels[0] == levels[1], english.slug


def test_headings_are_shown_as_headings(person: Person) -> None:
    person.do("manual")
    manual = person.window.findChild(Manual)
    assert isinstance(manual, Manual)
    for row, page in enumerate(pages("en")):
        manual.list.setCurrentRow(row)
        block, shown = manual.browser.document().begin(), 0
        while block.isValid():
            shown += block.blockFormat().headingLevel() > 0
            block = block.next()
        assert shown == len(re.findall(r"^#+ ", page.text, re.MULTILINE)), page.slug
    manual.close()


def test_every_picture_of_the_manual_ships() -> None:
    pictures = dittomark_resources.path("manual") / "pictures"
    for page in (page for language in languages() for page in pages(language)):
        for line in page.text.splitlines():
            if line.lstrip().startswith("!["):
                name = line.split("(")[1].split(")")[0]
                there = (pictures / Path(name).name).exists()
                assert there, f"{page.slug} shows {name}, which `make screenshots` has not made"


def test_f1_opens_the_manual_and_a_word_is_found_in_it(person: Person) -> None:
    person.do("manual")
    manual = person.window.findChild(Manual)
    assert isinstance(manual, Manual)
    assert manual.browser.toPlainText().startswith(pages("en")[0].title)
    manual.search.setText("Ctrl+Z")
    assert manual.browser.textCursor().selectedText() == "Ctrl+Z"
    manual.search.setText("qqzz")
    assert all(manual.list.item(row).isHidden() for row in range(manual.list.count()))
    manual.close()


def test_enter_goes_from_place_to_place_and_from_page_to_page(person: Person) -> None:
    person.do("manual")
    manual = person.window.findChild(Manual)
    assert isinstance(manual, Manual)
    manual.search.setText("backups")
    seen = set()
    for _ in range(12):
        assert manual.browser.textCursor().selectedText().casefold() == "backups"
        seen.add((manual.list.currentRow(), manual.browser.textCursor().position()))
        person.press(Qt.Key.Key_Return, where=manual.search)
    assert len({row for row, _ in seen}) > 1
    assert len(seen) < 12  # after the last page comes the first again
    manual.search.setText("backup restore")  # separate words
    assert manual.browser.textCursor().hasSelection()
    manual.close()


@pytest.mark.parametrize("language", languages())
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


def test_the_manual_names_the_keys_that_work() -> None:
    """Every key in the table of shortcuts is one of an action, a label or a relation."""
    scheme = LabelScheme()
    known = {key for action in ACTIONS for key in action.shortcuts}
    known |= {label.shortcut.upper() for label in (*scheme.spans, *scheme.relations)}
    for language in languages():
        for slug in ("shortcuts", "marking-boilerplate", "judging-pairs"):
            [page] = [page for page in pages(language) if page.slug == slug]
            rows = [line for line in page.text.splitlines() if line.startswith("| `")]
            assert rows
            for row in rows:
                keys = re.findall(r"`(.+?)`", row.split("|")[1])
                assert keys
                assert set(keys) <= known, (language, row)


@pytest.mark.parametrize("language", languages())
def test_the_manual_names_the_menus_as_they_are(person: Person, language: str) -> None:
    """“*File → Restore a backup*” exists in the menu with exactly these words."""
    person.app.settings.update(language=language)
    person.settle()
    actions = person.window.parts.actions
    titles = {key: plain(translate("Actions", title)) for key, title in actions.menus}
    rows = {(titles[spec.menu], plain(actions[spec.key].text())) for spec in actions.specs()}
    named = [
        (page.slug, *(" ".join(word.split()) for word in found.split(" → ")[:2]))
        for page in pages(language)
        for found in re.findall(r"\*([^*|]+? → [^*|]+?)\*", page.text)
    ]
    assert len(named) > 25, f"the pages in {language} are missing, or name few *menu → entry*"
    wrong = [where for where in named if where[1] in titles.values() and where[1:] not in rows]
    assert wrong == [], "; ".join(map(str, wrong))
    found = [where for where in named if where[1] in titles.values()]
    assert len(found) > 25, f"few menus are called as the window calls them: {[*titles.values()]}"
    person.app.settings.update(language="en")


def plain(text: str) -> str:
    """Return a menu's text as the manual writes it: without mnemonic, ellipsis and curly quotes."""
    text = re.sub(r"\(&.\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.removesuffix("…").replace("’", "'").strip()


def test_the_manual_names_the_exports_that_there_are() -> None:
    for language in languages():
        [page] = [page for page in pages(language) if page.slug == "exporting"]
        rows = [line for line in page.text.splitlines() if line.startswith("| `")]
        named = {name for row in rows for name in re.findall(r"`(.+?)`", row.split("|")[1])}
        assert named == set(FORMATS), f"the table of 07-exporting.md in {language}"
