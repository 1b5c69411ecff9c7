"""A small screen with large letters: 1366 × 768 at 200 % leaves 683 × 384."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QWidget,
)
from tests.helpers.window import Person

from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject
from dittomark_gui.dialogs.preferences_dialog import PreferencesDialog
from dittomark_gui.panels.dashboard import Dashboard
from dittomark_gui.panels.tour import Tour

SMALL = QSize(683, 384)


@pytest.fixture
def sample(person: Person, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("kind", [PreferencesDialog, ImportDialog, ExportDialog])
def test_a_dialog_fits_the_screen_and_its_buttons_are_seen(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: type[Dialog]
) -> None:
    monkeypatch.setattr(Dialog, "room", lambda _dialog: SMALL)
    if kind is ImportDialog:
        table = tmp_path / "table.csv"
        table.write_text("headline,outlet,body\nFerry,Coast Daily,Boats stay in port.", "utf-8")
        dialog: Dialog = ImportDialog(person.window, [table]).present()
    else:
        dialog = kind(person.window).present()  # type: ignore[call-arg]
    person.settle()
    assert dialog.size().height() <= SMALL.height()
    assert dialog.size().width() <= SMALL.width()
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    for button in box.findChildren(QPushButton):
        corner = button.mapTo(dialog, button.rect().bottomRight())
        assert dialog.rect().contains(corner)
    # The rest is reached by scrolling, and by the keyboard: what has the focus comes into sight.
    scroll = dialog.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.isAncestorOf(dialog.focusWidget())
    for _ in range(40):
        person.press(Qt.Key.Key_Tab, where=dialog.focusWidget())
        assert not dialog.focusWidget().visibleRegion().isEmpty()
    dialog.reject()


@pytest.mark.usefixtures("sample")
def test_the_lists_make_room_in_a_narrow_window_and_come_when_called(person: Person) -> None:
    window = person.window
    assert window.parts.left_panel.isVisible()
    window.resize(SMALL)
    QApplication.processEvents()
    assert not window.parts.left_panel.isVisible()
    person.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.left_panel.isVisible()
    window.resize(700, 400)
    QApplication.processEvents()
    assert window.parts.left_panel.isVisible()
    window.resize(1280, 800)
    window.resize(SMALL)
    QApplication.processEvents()
    assert not window.parts.left_panel.isVisible()


def test_a_window_that_opens_narrow_leaves_the_lists_out(person: Person) -> None:
    person.window.resize(SMALL)
    QApplication.processEvents()
    person.app.settings.remember_window_state("geometry", person.window.saveGeometry())
    person.app.rebuild_window()
    QApplication.processEvents()
    assert person.window.width() < 900
    assert not person.window.parts.left_panel.isVisible()


@pytest.mark.usefixtures("sample")
def test_a_panel_that_comes_takes_the_place_of_the_list(person: Person) -> None:
    parts = person.window.parts
    for _ in range(2):  # the lists make room, then it can be as narrow as that
        person.window.resize(SMALL)
        QApplication.processEvents()
    parts.navigation.show_list("pairs")
    person.settle()
    assert parts.left_panel.isVisible()
    person.do("adjudicate")
    person.settle()
    assert not parts.left_panel.isVisible()
    parts.navigation.show_list("pairs")  # whoever wants both has both
    person.settle()
    assert parts.left_panel.isVisible()


@pytest.mark.parametrize("language", ["en", "bn"])
def test_the_start_page_needs_no_scrolling_sideways(person: Person, language: str) -> None:
    person.app.settings.update(language=language)
    person.settle()
    person.window.resize(SMALL)
    person.settle()
    page = person.window.start_page
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("sample")
def test_pages_need_no_scrolling_sideways(person: Person) -> None:
    for _ in range(2):
        person.window.resize(SMALL)
        QApplication.processEvents()
    for page in ("evaluation", "agreement", "consistency", "open_suggestions"):
        person.do(page)
        person.settle()
        shown = person.window.stack.currentWidget()
        assert isinstance(shown, QScrollArea)
        assert len(shown.findChildren(QFrame, "card")) > 0 or page != "evaluation"
        assert shown.horizontalScrollBar().maximum() == 0, page


@pytest.mark.usefixtures("sample")
def test_the_find_bar_leaves_room_to_type_in_a_narrow_window(person: Person) -> None:
    person.app.settings.update(language="bn")
    person.settle()
    window = person.window
    for _ in range(2):  # the lists make room, then it can be as narrow as that
        window.resize(SMALL)
        QApplication.processEvents()
    assert window.size() == SMALL
    person.do("find")
    QApplication.processEvents()
    assert window.size() == SMALL
    assert window.parts.find_bar.field.width() > 100
    window.resize(1280, 800)
    QApplication.processEvents()
    options = window.parts.find_bar.findChildren(QCheckBox)
    assert len(options) == 2
    assert all(option.isVisible() for option in options)


@pytest.mark.usefixtures("sample")
def test_the_label_panel_folds_to_a_strip_in_a_narrow_window(person: Person) -> None:
    window = person.window
    panel, strip = window.parts.label_panel, window.parts.layout.strip
    assert not strip.isVisible()
    window.resize(SMALL)
    QApplication.processEvents()
    assert window.width() == SMALL.width()
    assert strip.isVisible()
    assert not panel.isVisible()
    widths = [window.parts.view.panes.column(pane).width() for pane in range(2)]
    assert min(widths) >= 300
    person.press(Qt.Key.Key_6)
    assert strip.text() == "Unrelated"
    person.click(strip)
    assert panel.isVisible()
    person.click(strip)
    assert not panel.isVisible()
    person.press(Qt.Key.Key_W)
    assert panel.isVisible()
    assert panel.note.hasFocus()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert panel.isVisible()
    assert not strip.isVisible()


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("page", ["dashboard", "timeline", "agreement", "consistency", "trust"])
def test_no_page_pushes_the_window_beyond_the_screen(person: Person, page: str) -> None:
    person.window.resize(SMALL)
    person.do(page)
    person.settle()
    assert person.window.width() == SMALL.width()
    assert person.window.height() <= SMALL.height()


@pytest.mark.usefixtures("sample")
def test_the_tour_unfolds_what_it_speaks_of_in_a_narrow_window(person: Person) -> None:
    window, parts = person.window, person.window.parts
    window.resize(SMALL)
    QApplication.processEvents()
    person.do("tour")
    tour = next(tour for tour in window.findChildren(Tour) if tour.isVisible())
    shown = []
    for _ in range(6):
        QApplication.processEvents()
        shown.append((parts.left_panel.isVisible(), parts.label_panel.isVisible()))
        assert tour.rect().contains(tour.card.geometry())
        assert window.width() == SMALL.width()
        if parts.label_panel.isVisible():
            corner = parts.label_panel.mapTo(window, parts.label_panel.rect().topLeft())
            assert tour.card.geometry().left() < corner.x() - 100, (
                "the card lies over the relations"
            )
        if parts.left_panel.isVisible():
            picture = tour.grab().toImage()
            scale = picture.devicePixelRatio()
            dim = picture.pixelColor(picture.width() - 3, picture.height() // 2)
            beside = picture.pixelColor(round(20 * scale), picture.height() // 2)
            assert beside != dim, "no hole over the queue"
        person.press(Qt.Key.Key_Right, where=tour)
    folded, queue, labels = (False, False), (True, False), (False, True)
    assert shown == [queue, folded, folded, labels, folded, folded]
    assert (parts.left_panel.isVisible(), parts.label_panel.isVisible()) == folded


@pytest.mark.usefixtures("sample")
def test_the_tour_leaves_a_wide_window_as_it_was(person: Person) -> None:
    person.do("tour")
    tour = next(tour for tour in person.window.findChildren(Tour) if tour.isVisible())
    person.press(Qt.Key.Key_Escape, where=tour)
    assert person.window.parts.left_panel.isVisible()
    assert person.window.parts.label_panel.isVisible()
    person.window.parts.left_panel.hide()
    person.do("tour")
    tour = next(tour for tour in person.window.findChildren(Tour) if tour.isVisible())
    assert person.window.parts.left_panel.isVisible()
    person.press(Qt.Key.Key_Escape, where=tour)
    assert not person.window.parts.left_panel.isVisible()


@pytest.mark.usefixtures("sample")
def test_the_keyboard_reaches_what_is_folded_away(person: Person) -> None:
    window, parts = person.window, person.window.parts
    window.resize(SMALL)
    QApplication.processEvents()
    for area in (parts.label_panel, parts.left_panel, parts.view):
        person.press(Qt.Key.Key_F6)
        focus = window.focusWidget()
        assert area is focus or area.isAncestorOf(focus)
        assert focus.isVisible()


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("key", ["palette", "shortcuts", "search_texts"])
def test_a_list_in_a_dialog_is_lower_on_a_small_screen(
    person: Person, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(Dialog, "room", lambda _dialog: SMALL - QSize(16, 48))
    person.do(key)
    dialog = person.dialog(Dialog)
    assert dialog.height() <= SMALL.height() - 48
    children = [child for child in dialog.children() if isinstance(child, QWidget)]
    shown = [child for child in children if child.isVisible()]
    assert not any(isinstance(child, QScrollArea) for child in shown)
    assert all(dialog.rect().contains(child.geometry()) for child in shown)
    for one, other in combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry()), (one, other)
    dialog.reject()


@pytest.mark.usefixtures("sample")
def test_the_dashboard_needs_no_scrolling_sideways(person: Person) -> None:
    person.window.resize(SMALL)
    person.window.parts.actions["dashboard"].trigger()
    person.settle()
    page = person.window.findChild(Dashboard)
    assert isinstance(page, Dashboard)
    assert page.horizontalScrollBar().maximum() == 0
    person.window.resize(1366, 700)
    QApplication.processEvents()
    tops = {tile.y() for tile in page.findChildren(QFrame, "card") if tile.height() < 80}
    assert len(tops) == 1


def test_a_dialog_of_qt_is_kept_on_the_screen(person: Person) -> None:
    room = person.window.screen().availableGeometry()
    dialog = QFileDialog(person.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(room.width() - 50, room.height() + 200)
    dialog.open()
    person.qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
    dialog.reject()


@pytest.mark.parametrize("language", ["en", "bn"])
def test_the_wizard_keeps_its_buttons_in_sight_on_a_small_screen(
    person: Person, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(Dialog, "room", lambda _dialog: SMALL - QSize(16, 48))
    person.app.settings.update(language=language)
    person.settle()
    dialog = NewProject(person.window).present()
    person.settle()
    for _ in range(3):
        assert dialog.height() <= SMALL.height() - 48
        assert dialog.width() <= SMALL.width() - 16
        buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
        for button in buttons:
            place = QRect(button.mapTo(dialog, QPoint()), button.size())
            assert dialog.rect().contains(place), button.text()
            assert not button.visibleRegion().isEmpty(), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()
        if len(buttons) == 6:
            assert dialog.files.visibleRegion().boundingRect().height() > 40
        onward = dialog.findChild(QPushButton, "primary")
        assert isinstance(onward, QPushButton)
        if dialog.files.isVisible() or dialog.name.isVisible():
            person.click(onward)
    dialog.reject()
