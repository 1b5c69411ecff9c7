"""The tour over the real window, and preferences that apply at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.annotator import AnnotatorDialog
from dittomark_gui.dialogs.preferences_dialog import PreferencesDialog
from dittomark_gui.look import theme
from dittomark_gui.panels.tour import STEPS, Tour
from dittomark_gui.user_settings import Settings


def test_the_tour_can_be_gone_through_by_keys_and_is_remembered(
    person: Person, tmp_path: Path
) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    person.open_project(path)
    person.app.settings.update(tour_seen=False)
    assert len(STEPS) <= 6
    person.do("tour")
    tour = person.window.findChild(Tour)
    assert isinstance(tour, Tour)
    seen = []
    for _ in STEPS:
        seen.append(tour.step_number)
        assert tour.rect().contains(tour.card.geometry())
        QTest.keyClick(tour, Qt.Key.Key_Right)
    assert seen == list(range(1, len(STEPS) + 1))
    assert person.app.settings.preferences.tour_seen


def test_the_tour_can_be_skipped_and_repeated(person: Person) -> None:
    for _ in range(2):
        person.do("tour")
        tour = next(tour for tour in person.window.findChildren(Tour) if tour.isVisible())
        QTest.keyClick(tour, Qt.Key.Key_Escape)
        assert not tour.isVisible()


def test_the_tour_offers_keys_that_go_on(person: Person) -> None:
    person.do("tour")
    tour = next(tour for tour in person.window.findChildren(Tour) if tour.isVisible())
    for _ in STEPS:
        if tour.offer.isVisible():
            person.click(tour.offer)
            assert tour.rect().contains(tour.card.geometry())
        tour.next_button.click()
    assert person.app.settings.preferences.judge_and_go


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


def painted_colors(person: Person) -> set[str]:
    """Return the colours in a pane."""
    image = person.pane().viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_the_colours_of_the_passages_change_at_once_and_are_remembered(
    person: Person, tmp_path: Path
) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    calm = theme.current().tint(1).fill
    assert calm in painted_colors(person)
    person.do("preferences")
    dialog = person.dialog(PreferencesDialog)
    for field, name, key in (
        (dialog.palette_box, "palette", "okabe_ito"),
        (dialog.strength, "tint_strength", "strong"),
        (dialog.theme, "theme", "dark"),
    ):
        before = theme.current().tint(1).fill
        # The row with that value, by the keys that a person would press.
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Home)
        for _ in range(field.findData(key)):
            QTest.keyClick(field, Qt.Key.Key_Down)
        assert getattr(person.app.settings.preferences, name) == key
        assert theme.current().tint(1).fill != before
        assert theme.current().tint(1).fill in painted_colors(person)
    dialog.reject()
    assert Settings(str(tmp_path / "settings" / "dittomark.ini")).preferences.palette == "okabe_ito"
    person.app.settings.update(theme="light", palette="dittomark", tint_strength="normal")


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
