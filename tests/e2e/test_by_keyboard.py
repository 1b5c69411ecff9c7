"""A whole pair without the mouse, and keys with several meanings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.window import CONTROL, SHIFT, Person

from dittomark.annotations import Suggestion
from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.event_chooser import EventChooser


@pytest.fixture(autouse=True)
def _sample(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "sample.ditto"
    create_demo(path)
    person.open_project(path)


def test_a_pair_is_judged_without_the_mouse(person: Person) -> None:
    pane = person.pane()
    assert person.window.focusWidget() is pane
    first = person.window.parts.workspace.pair

    # One key marks the block at the caret; pressed again it takes in the next one.
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_N)
    (span,) = person.spans()
    assert span.label == "navigation"
    assert person.text()[span.start : span.end] == person.text().splitlines()[0].strip()
    person.press(Qt.Key.Key_N)
    (wider,) = person.spans()
    assert wider.end > span.end

    # Shift selects by word, B opens the labels, a letter chooses.
    person.press(Qt.Key.Key_End, CONTROL)
    person.press(Qt.Key.Key_Left, CONTROL | SHIFT)
    person.press(Qt.Key.Key_B)
    person.choose_label(Qt.Key.Key_Y)
    assert {span.label for span in person.spans()} == {"navigation", "copyright_notice"}

    person.press(Qt.Key.Key_3)
    assert person.judgement().relation == "partially_derived"
    person.press(Qt.Key.Key_S)
    person.press(Qt.Key.Key_F)
    assert person.judgement().flagged
    person.press(Qt.Key.Key_W)
    person.write("Looked at twice", where=person.window.parts.label_panel.note)
    person.press(Qt.Key.Key_Escape)
    assert person.window.focusWidget() is pane
    person.press(Qt.Key.Key_Space)
    person.settle()

    assert first is not None
    assert person.window.parts.workspace.pair != first
    judgement = person.app.session.project.judgement(first.id, "A1")
    assert judgement is not None
    assert (judgement.done, judgement.flagged, judgement.note) == (True, True, "Looked at twice")


def test_marking_what_is_suggested_settles_the_suggestion(person: Person) -> None:
    project = person.app.session.project
    person.press(Qt.Key.Key_Home, CONTROL)
    block = person.window.parts.view.block_at_caret()
    assert block is not None
    at = {"article_id": block.article_id, "start": block.start, "end": block.end}
    for label in ("navigation", "caption"):
        suggestion = Suggestion("", "span", "lines", "1", 0.9, label=label, **at)  # type: ignore[arg-type]
        project.add_suggestions([suggestion])
    person.press(Qt.Key.Key_N)
    assert [span.label for span in person.spans()] == ["navigation"]
    assert [item.label for item in project.suggestions(kind="span")] == ["caption"]
    person.do("undo")
    assert not person.spans()
    assert len(project.suggestions(kind="span")) == 2


def test_space_without_a_relation_does_not_go_on(person: Person) -> None:
    """Without a proposal, and in blind mode."""
    person.do("blind_mode")
    before = person.window.parts.workspace.pair
    person.press(Qt.Key.Key_Space)
    assert person.window.parts.workspace.pair == before
    assert "Choose a relation first" in person.messages()[-1]


def test_letters_in_a_text_field_are_letters(person: Person) -> None:
    field = person.window.parts.lists.pairs.field
    person.write("storm 3 fx", where=field)
    assert field.text() == "storm 3 fx"
    assert person.window.parts.workspace.judgement is None
    person.press(Qt.Key.Key_Z, CONTROL, where=field)
    assert field.text() != "storm 3 fx"
    assert not person.spans()


def test_an_event_is_found_in_another_spelling_and_attached_to_one_article(person: Person) -> None:
    person.press(Qt.Key.Key_E)
    chooser = person.dialog(EventChooser)
    person.write("shiulia brige opens", where=chooser.field)
    first = chooser.list.item(0)
    assert first is not None
    assert "Shiulia bridge opens" in first.text()
    chooser.target.setCurrentIndex(2)
    person.press(Qt.Key.Key_Return, where=chooser.field)
    (membership,) = person.app.session.project.memberships()
    assert membership.article_id == person.window.parts.workspace.articles[1].id


def test_blind_mode_hides_what_the_machine_found_and_is_kept_with_the_judgement(
    person: Person,
) -> None:
    person.window.parts.actions["blind_mode"].trigger()
    person.press(Qt.Key.Key_6)
    assert person.judgement().origin.visible == ()
    kinds = {row.kind for row in person.window.parts.label_panel.spans.rows()}
    assert kinds <= {"span"}
    assert not person.window.parts.label_panel.repeats.isVisible()
    assert not person.window.parts.label_panel.terms.isVisible()
    person.window.parts.actions["blind_mode"].trigger()
    person.press(Qt.Key.Key_5)
    assert "passages" in person.judgement().origin.visible


def test_skipped_pairs_come_back_when_asked_for(person: Person) -> None:
    skipped = person.window.parts.workspace.pair
    assert skipped is not None
    person.press(Qt.Key.Key_X)
    person.settle()
    assert person.window.parts.workspace.pair != skipped
    assert person.window.parts.lists.next_open() != skipped.id
    filters = person.window.parts.lists.pair_filters
    filters.opening.emit()
    assert filters.fields["source"].actions()[0].text() == "All"
    assert len(filters.fields["source"].actions()) > 2
    filters.choose("status", "skipped")
    assert list(person.window.parts.lists.pairs.model.ids()) == [skipped.id]


def test_undo_crosses_pairs_and_a_restart(person: Person) -> None:
    path = person.app.session.project.path
    person.press(Qt.Key.Key_6)
    pair = person.window.parts.workspace.pair
    assert pair is not None
    person.press(Qt.Key.Key_Space)
    person.settle()
    person.do("close_project")
    person.open_project(path)
    while person.can("undo"):
        person.do("undo")
    judgement = person.app.session.project.judgement(pair.id, "A1")
    assert judgement is None or judgement.relation is None
    person.do("redo")
    judgement = person.app.session.project.judgement(pair.id, "A1")
    assert judgement is not None
    assert judgement.relation == "unrelated"


def test_what_is_undone_is_seen(person: Person) -> None:
    first = person.window.parts.workspace.pair
    assert first is not None
    person.press(Qt.Key.Key_6)
    person.press(Qt.Key.Key_Space)
    person.settle()
    assert person.window.parts.workspace.pair != first
    person.press(Qt.Key.Key_Z, CONTROL)
    person.settle()
    assert person.window.parts.workspace.pair == first
    assert not person.judgement().done
    assert person.window.focusWidget() is person.pane()


def test_find_counts_hits_in_both_articles_and_walks_through_them(person: Person) -> None:
    person.press(Qt.Key.Key_F, CONTROL)
    bar = person.window.parts.find_bar
    person.write("2024", where=bar.field)
    bar.search()
    assert bar.count.text().split()[0].isdigit()
    person.press(Qt.Key.Key_Return, where=bar.field)
    person.press(Qt.Key.Key_Escape, where=bar.field)
    assert not bar.isVisible()


def test_the_keyboard_reaches_every_part_of_the_window(person: Person) -> None:
    seen = []
    for _ in range(3):
        person.press(Qt.Key.Key_F6)
        focus = person.window.focusWidget()
        areas = {
            "lists": person.window.parts.left_panel,
            "articles": person.window.parts.view,
            "labels": person.window.parts.label_panel,
        }
        seen += [name for name, area in areas.items() if area.isAncestorOf(focus)]
    assert sorted(seen) == ["articles", "labels", "lists"]


def test_a_click_on_a_relation_and_space_is_a_finished_pair(person: Person) -> None:
    first = person.window.parts.workspace.pair
    assert first is not None
    person.choose_relation("unrelated")
    person.press(Qt.Key.Key_Space)
    person.settle()
    assert person.window.parts.workspace.pair != first
    judgement = person.app.session.project.judgement(first.id, "A1")
    assert judgement is not None
    assert judgement.done


def test_space_presses_the_button_that_has_the_keyboard(person: Person) -> None:
    flag = person.window.parts.label_panel.flag
    flag.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Space, where=flag)
    assert person.judgement().flagged
    assert not person.judgement().done


def test_escape_lets_go_of_a_selection(person: Person) -> None:
    person.press(Qt.Key.Key_A, CONTROL)
    assert person.window.parts.view.selection() is not None
    person.press(Qt.Key.Key_Escape)
    assert person.window.parts.view.selection() is None
