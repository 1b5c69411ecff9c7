"""Enter works in every dialog: it clicks the focused button, elsewhere the default one."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QKeySequenceEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from tests.helpers.dialogs import DIALOGS
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import NewPair

# Widgets that handle Enter themselves: multi-line text, shortcut fields, rows that it opens.
KEEPS_ENTER = (QAbstractItemView, QKeySequenceEdit, QPlainTextEdit, QTextEdit)
# Dialogs with a list below a search field: their own tests press Enter there.
CHOOSERS = {"event", "palette"}


def buttons(dialog: QDialog) -> list[QAbstractButton]:
    found: list[QAbstractButton] = [*dialog.findChildren(QPushButton)]
    found += dialog.findChildren(QToolButton)
    return [button for button in found if button.isVisible() and button.isEnabled()]


def round_of(dialog: QDialog) -> Iterator[QWidget]:
    """Focus one control after the other, as Tab does."""
    first = dialog.focusWidget()
    assert first is not None, "nothing in the dialog has the keyboard"
    control: QWidget | None = first
    for _ in range(200):
        assert control is not None
        yield control
        control = control.nextInFocusChain()
        while control not in (None, first) and not (
            control.focusPolicy() & Qt.FocusPolicy.TabFocus
            and control.isEnabled()
            and control.isVisible()
            and dialog.isAncestorOf(control)
        ):
            control = control.nextInFocusChain()
        if control is first:
            return
    raise AssertionError("the round has no end")


def faults(dialog: QDialog, person: Person) -> list[str]:
    """Press Enter on every control; return those where the wrong button was clicked."""
    pressed: list[int] = []
    all_buttons = buttons(dialog)
    main = [at for at, button in enumerate(all_buttons) if getattr(button, "isDefault", bool)()]
    for at, button in enumerate(all_buttons):
        button.clicked.disconnect()  # it only records the press
        button.clicked.connect(lambda *_, at=at: pressed.append(at))
    result = []
    for control in round_of(dialog):
        if isinstance(control, KEEPS_ENTER) or isinstance(control.parent(), QKeySequenceEdit):
            continue
        control.setFocus()
        QApplication.processEvents()
        pressed.clear()
        person.press(Qt.Key.Key_Return, where=control)
        wanted = [all_buttons.index(control)] if control in all_buttons else main
        if pressed != wanted or not dialog.isVisible():
            result.append(f"{type(control).__name__} “{control.accessibleName()}”")
    return result


def test_enter_presses_the_button_with_the_keyboard_or_else_the_main_one(
    person: Person, tmp_path: Path
) -> None:
    with make_project(tmp_path) as project:
        one, other, third = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other), NewPair(one, third)])
    person.open_project(tmp_path / "work.ditto")
    found: dict[str, list[str]] = {}
    for name, open_it in DIALOGS.items():
        if name in CHOOSERS:
            continue
        before = set(person.window.findChildren(QDialog))
        open_it(person)
        person.settle()
        (dialog,) = set(person.window.findChildren(QDialog)) - before
        found[name] = faults(dialog, person)
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(found) >= 14
    assert {name: where for name, where in found.items() if where} == {}
