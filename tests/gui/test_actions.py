"""The table of actions: complete, without conflicts, with shortcuts that a user can change."""

from collections import defaultdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from tests.helpers.window import CONTROL, Person

from dittomark.sample.demo_project import create_demo
from dittomark_gui.actions.actions import plain_text
from dittomark_gui.dialogs.palette import CommandPalette
from dittomark_gui.window.action_rows import ACTIONS, MENUS


def test_every_action_stands_in_a_menu_once() -> None:
    menus = {key for key, _ in MENUS}
    assert {spec.menu for spec in ACTIONS} <= menus
    assert len({spec.key for spec in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize(
    "layer",
    [
        "passages",
        "similar_sentences",
        "shared_terms",
        "edits",
        "suggestions",
        "repeats",
        "weak",
        "boilerplate",
    ],
)
def test_each_layer_is_switched_by_its_action_and_stays_so(
    person: Person, tmp_path: Path, layer: str
) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    before = getattr(person.app.view_store.state.layers, layer)
    person.do(f"layer_{layer}")
    assert getattr(person.app.view_store.state.layers, layer) is not before
    assert person.window.parts.actions[f"layer_{layer}"].isChecked() is not before
    person.app.rebuild_window()
    assert getattr(person.app.view_store.state.layers, layer) is not before


def test_the_passages_go_from_the_pane_with_their_layer(person: Person, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")

    def painted() -> set[str]:
        return {mark.kind for mark in person.pane().scene.marks.all}

    assert "passage" in painted()
    person.press(Qt.Key.Key_1, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert "passage" not in painted()
    person.press(Qt.Key.Key_1, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert "passage" in painted()


def test_no_two_actions_share_a_key() -> None:
    by_key = defaultdict(list)
    for spec in ACTIONS:
        for text in spec.shortcuts:
            by_key[QKeySequence(text).toString()].append(spec.key)
    assert {key: names for key, names in by_key.items() if len(names) > 1} == {}
    assert all(QKeySequence(text).toString() for spec in ACTIONS for text in spec.shortcuts)


def test_a_changed_key_is_taken_from_the_other_action_and_remembered(person: Person) -> None:
    actions = person.window.parts.actions
    actions.set_shortcuts("flag", ("J",))
    assert actions.shortcuts("flag") == ("J",)
    assert actions.shortcuts("next_passage") == ()
    assert person.app.settings.preferences.shortcuts["flag"] == ("J",)
    actions.reset_shortcuts()
    assert actions.shortcuts("next_passage") == ("J",)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("last", "My last judgements"),
        ("hist", "History"),
        ("exp", "Export"),
        ("next pair", "Next pair"),
    ],
)
def test_a_command_that_has_the_word_stands_before_those_that_only_look_like_it(
    person: Person, tmp_path: Path, typed: str, first: str
) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    person.settle()
    person.press(Qt.Key.Key_K, CONTROL)
    palette = person.dialog(CommandPalette)
    person.write(typed, where=palette.field)
    assert palette.list.item(0).text().startswith(first)
    palette.reject()


def test_the_menu_is_opened_and_walked_in_by_keys(person: Person) -> None:
    person.press(Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert plain_text(menu.activeAction()) == "File"
    person.press(Qt.Key.Key_Down, where=menu)
    assert plain_text(menu.activeAction()) == "Edit"
    person.press(Qt.Key.Key_Escape, where=menu)
    assert QApplication.activePopupWidget() is None


def test_the_palette_finds_a_command_by_a_few_letters(person: Person) -> None:
    person.press(Qt.Key.Key_K, CONTROL)
    palette = person.dialog(CommandPalette)
    person.write("keybord short", where=palette.field)
    first = palette.list.item(0)
    assert first is not None
    assert first.text().startswith("Keyboard shortcuts")
    palette.reject()


def test_the_palette_says_that_it_found_nothing_and_stays(person: Person) -> None:
    person.press(Qt.Key.Key_K, CONTROL)
    palette = person.dialog(CommandPalette)
    assert palette.nothing.isHidden()
    person.write("qqqqqq", where=palette.field)
    assert not palette.nothing.isHidden()
    person.press(Qt.Key.Key_Return, where=palette.field)
    assert palette.isVisible()
    palette.field.clear()
    assert palette.nothing.isHidden()
    palette.reject()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "read"), [("&File", "File"), ("Share && subscribe", "Share & subscribe")]
)
def test_an_ampersand_is_read_as_it_is_meant(text: str, read: str) -> None:
    assert plain_text(QAction(text)) == read
