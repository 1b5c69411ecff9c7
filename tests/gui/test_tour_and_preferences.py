"""The tour over the real window, and preferences that apply at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.demo import create_demo
from dittomark_gui.dialogs.annotator import AnnotatorDialog
from dittomark_gui.dialogs.preferences_dialog import PreferencesDialog
from dittomark_gui.look import theme
from dittomark_gui.panels.tour import Tour, steps


def test_the_tour_can_be_gone_through_by_keys_and_is_remembered(
    person: Person, tmp_path: Path
) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    person.open_project(path)
    person.app.settings.update(tour_seen=False)
    assert len(steps()) <= 6
    person.do("tour")
    tour = person.window.findChild(Tour)
    assert isinstance(tour, Tour)
    seen = []
    for _ in steps():
        seen.append(tour.step_number)
        assert tour.rect().contains(tour.card.geometry())
        QTest.keyClick(tour, Qt.Key.Key_Right)
    assert seen == list(range(1, len(steps()) + 1))
    assert person.app.settings.preferences.tour_seen


def test_the_tour_can_be_skipped_and_repeated(person: Person) -> None:
    for _ in range(2):
        person.do("tour")
        tour = next(tour for tour in person.window.findChildren(Tour) if tour.isVisible())
        QTest.keyClick(tour, Qt.Key.Key_Escape)
        assert not tour.isVisible()


def test_preferences_apply_at_once(person: Person) -> None:
    person.do("preferences")
    dialog = person.dialog(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    assert theme.current().name == "dark"
    dialog.size_box.setValue(20)
    assert person.app.settings.preferences.text_size == 20
    person.click(dialog.switches["scroll_locked"])
    assert person.app.settings.preferences.scroll_locked is False
    dialog.name.setText("রিনা")
    dialog.reject()
    assert person.app.session.annotator == "রিনা"
    person.app.settings.update(theme="light")


def test_the_first_project_asks_for_the_name_once_and_then_leads_round(
    person: Person, tmp_path: Path
) -> None:
    person.app.settings.update(annotator="", tour_seen=False)
    create_demo(tmp_path / "first.ditto")
    person.open_project(tmp_path / "first.ditto")
    asked = person.dialog(AnnotatorDialog)
    asked.field.setText("Nila")
    asked.accept()
    person.settle()
    assert person.app.session.annotator == "Nila"
    (tour,) = person.window.findChildren(Tour)
    tour.end()
    assert person.app.settings.preferences.tour_seen
    person.do("close_project")
    person.open_project(tmp_path / "first.ditto")
    assert not [item for item in person.window.findChildren(Tour) if item.isVisible()]
