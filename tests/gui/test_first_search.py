"""From an import to the first pair: the card, the search that it starts, then the tour."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.helpers.dropping import drop
from tests.helpers.window import CONTROL, SHIFT, Person

from dittomark.project import Project
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.panels.first_search_card import FirstSearchCard
from dittomark_gui.panels.tour import Tour

FERRY = (
    "Storm halts the ferries on the Shiulia river.\n\n"
    "Ferries on the Shiulia river stopped on Monday morning because of a storm, and more than "
    "three hundred trucks wait on either bank, the harbour master Nasir Haider said in Rupaliganj."
)
COPY = FERRY.replace("Storm halts", "Bad weather stops").replace("morning", "at dawn")
BRIDGE = (
    "Bridge of Moynadi opens.\n\n"
    "The new bridge over the Moynadi was opened on Thursday by Minister Anwara Sultana; traffic "
    "began at noon, and villagers of Kalapara walked across it with drums and flowers."
)
RICE = (
    "Rice is cheaper.\n\nWholesale prices of coarse rice fell again this week in the markets of "
    "Barun, where growers expect a plentiful harvest."
)
CHESS = (
    "A girl of nine wins at chess.\n\nJui Akter beat four grown-up players on Sunday and takes the "
    "cup of the district to her village school."
)


def files(folder: Path, *texts: str) -> list[Path]:
    """Write the texts into files of a folder."""
    folder.mkdir()
    paths = [folder / f"page-{number}.txt" for number, _ in enumerate(texts, start=1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


def import_them(person: Person, tmp_path: Path, *texts: str) -> FirstSearchCard:
    """Import the texts into a new project by a drop and Enter; return the card."""
    Project.create(tmp_path / "work.ditto").close()
    person.open_project(tmp_path / "work.ditto")
    drop(person, files(tmp_path / "pages", *texts))
    person.settle()
    dialog = person.dialog(ImportDialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    person.settle()
    return person.window.findChildren(FirstSearchCard)[0]


def test_enter_after_an_import_leads_to_the_first_pair(person: Person, tmp_path: Path) -> None:
    card = import_them(person, tmp_path, FERRY, BRIDGE, COPY)
    assert card.isVisible()
    assert card.count.text() == "3 articles"
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert not card.isVisible()
    pair = person.window.parts.workspace.pair
    assert pair is not None
    assert any("1 new pair in the queue." in text for text in person.messages()), person.messages()
    assert person.pane().hasFocus()
    person.press(Qt.Key.Key_5)
    assert person.judgement().relation == "same_event"


def test_what_shares_no_passage_is_looked_through_for_common_events(
    person: Person, tmp_path: Path
) -> None:
    spanish = "Una niña gana al ajedrez contra cuatro adultos y se lleva la copa al pueblo."
    import_them(person, tmp_path, BRIDGE, spanish, "পাটের ভালো দাম পেয়ে খুশি কৃষক।")
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert person.window.parts.workspace.pair is not None, person.messages()
    assert any("may report one event" in text for text in person.messages()), person.messages()


def test_where_nothing_is_found_the_card_offers_to_pair_them_all(
    person: Person, tmp_path: Path
) -> None:
    bengali = "পাটের ভালো দাম পেয়ে খুশি কৃষক। বারুনে এবার ফলন দ্বিগুণ।"
    arabic = "قال قبطان الميناء إن الرياح بلغت سبعين كيلومترا في الساعة وأغلقت الطرق"
    card = import_them(person, tmp_path, BRIDGE, bengali, arabic)
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert card.isVisible(), person.messages()
    assert "No articles share a passage" in card.text.text(), person.messages()
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert person.app.session.project.counts()["pairs"] == 3
    assert person.window.parts.workspace.pair is not None
    assert person.pane().hasFocus()


def test_the_articles_can_be_read_first_and_the_search_cancelled(
    person: Person, tmp_path: Path
) -> None:
    card = import_them(person, tmp_path, FERRY, BRIDGE, COPY)
    person.click(card.both)
    person.click(card.cancel)
    person.settle()
    assert card.both.isVisible()
    assert person.app.session.project.counts()["pairs"] == 0
    person.click(card.read)
    person.settle()
    assert len(person.window.parts.workspace.articles) == 1


def test_the_tour_comes_over_the_first_pair_and_keeps_the_keyboard(
    person: Person, tmp_path: Path
) -> None:
    person.app.settings.update(tour_seen=False)
    import_them(person, tmp_path, FERRY, BRIDGE, COPY)
    assert not person.window.findChildren(Tour)
    person.press(Qt.Key.Key_Return)
    person.settle()
    person.wait_for(lambda: bool(person.window.findChildren(Tour)))
    (tour,) = person.window.findChildren(Tour)
    for key in (Qt.Key.Key_5, Qt.Key.Key_N, Qt.Key.Key_Delete):
        person.press(key)
    assert person.window.parts.workspace.judgement is None
    assert person.spans() == []
    seen = set()
    for _ in range(4):
        person.press(Qt.Key.Key_Tab)
        focus = person.window.focusWidget()
        assert tour.isAncestorOf(focus)
        seen.add(focus)
    assert seen == {tour.skip_button, tour.next_button}
    person.press(Qt.Key.Key_Escape)
    assert not tour.isVisible()
    QApplication.processEvents()
    person.press(Qt.Key.Key_5)
    assert person.judgement().relation == "same_event"


@pytest.mark.parametrize(
    ("modifiers", "pairs"), [(CONTROL, 10), (CONTROL | SHIFT, 4)], ids=["each", "first"]
)
def test_five_selected_articles_are_paired_each_with_each_or_with_the_first(
    person: Person, tmp_path: Path, modifiers: Qt.KeyboardModifier, pairs: int
) -> None:
    import_them(person, tmp_path, FERRY, BRIDGE, COPY, RICE, CHESS)
    person.press(Qt.Key.Key_2, CONTROL)
    person.press(Qt.Key.Key_A, CONTROL)
    person.press(Qt.Key.Key_Return, modifiers)
    person.settle()
    assert person.app.session.project.counts()["pairs"] == pairs
    person.press(Qt.Key.Key_5)  # the keyboard is with the pair, not in a filter
    assert person.judgement().relation == "same_event"


def test_a_great_many_pairs_are_made_only_after_a_word(person: Person, tmp_path: Path) -> None:
    import_them(person, tmp_path, *(f"{RICE} {number} {CHESS}" for number in range(14)))
    person.press(Qt.Key.Key_2, CONTROL)
    person.press(Qt.Key.Key_A, CONTROL)
    person.press(Qt.Key.Key_Return, CONTROL)
    assert person.app.session.project.counts()["pairs"] == 0
    assert any("makes 91 pairs" in text for text in person.messages()), person.messages()


def test_articles_that_come_later_have_their_suggestions_when_they_are_opened(
    person: Person, tmp_path: Path
) -> None:
    import_them(person, tmp_path, FERRY, BRIDGE, COPY)
    person.press(Qt.Key.Key_Return)
    person.settle()
    page = "Home | News | Sport | Weather\n\n" + RICE + "\n\nMost read\nBoats race\nA cup of tea"
    drop(person, files(tmp_path / "later", page))
    person.settle()
    QTest.keyClick(person.dialog(ImportDialog).focusWidget(), Qt.Key.Key_Return)
    person.settle()
    project = person.app.session.project
    newest = project.article_ids()[-1]
    assert project.suggestions(article_id=newest, kind="span")


def test_the_card_stands_still_as_messages_come_and_go(person: Person, tmp_path: Path) -> None:
    card = import_them(person, tmp_path, FERRY, BRIDGE)
    person.settle()
    assert person.app.messages.log[-1].text == "2 articles imported."
    there = card.both.mapToGlobal(QPoint(0, 0))
    person.app.messages.clear()
    person.settle()
    assert card.both.mapToGlobal(QPoint(0, 0)) == there
