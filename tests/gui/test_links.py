"""Links by real events: accepted, adjusted, made by hand, refused, divided, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.helpers.projects import TickingClock
from tests.helpers.window import CONTROL, LEFT, PLAIN, SHIFT, Person

from dittomark.annotations import Link, NewArticle
from dittomark.project import Project
from dittomark_gui.work.label_menu import LabelMenu

FERRY = "The ferry to Char Kukri left the northern landing before dawn with ninety people on board."
BOATS = (
    "Rescue boats searched the mouth of the river until midnight and found eleven survivors there."
)
OWNER = (
    "The owner of the vessel could not be reached for comment on Friday evening, officials said."
)
TOLD = "Officials on Friday evening could not reach the vessel's owner for any comment."
TEXTS = (
    f"{FERRY}\n{OWNER}\n{BOATS}\nবাংলায় এক লাইন।",
    f"{BOATS}\nWeather was bad all week, the harbour master says.\n{TOLD}\n{FERRY}",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with one pair that shares two passages, and one sentence in other words."""
    with Project.create(tmp_path / "links.ditto", clock=TickingClock()) as project:
        project.add_articles(
            NewArticle(
                text,
                external_id=f"n{number}",
                title=f"Ferry {number}",
                date=f"2024-03-0{number + 1}",
            )
            for number, text in enumerate(TEXTS)
        )
        project.add_pair(*project.article_ids())
    return project.path


@pytest.fixture
def pair(person: Person, path: Path) -> Person:
    """A user at that pair, with the focus in the left article."""
    person.open_project(path)
    person.window.parts.view.focus_pane(0)
    return person


def links(person: Person) -> list[Link]:
    return person.app.session.project.links()


def quoted(person: Person, link: Link) -> set[str]:
    project = person.app.session.project
    return {
        project.article(link.a).text[link.a_start : link.a_end].strip(),
        project.article(link.b).text[link.b_start : link.b_end].strip(),
    }


def shown(person: Person) -> list[str]:
    """Return the kinds of the shown passages and links, in the order of their numbers."""
    panes = person.window.parts.view.panes
    return sorted(panes.shown.geometry.passage(index).kind for index in panes.shown.passages())


def press(person: Person, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    pane = person.window.parts.view.focused_pane()
    if modifiers is None:
        person.press(key, where=person.pane(pane))
    else:
        person.press(key, modifiers, where=person.pane(pane))


def test_one_key_takes_all_passages(pair: Person) -> None:
    assert shown(pair) == ["verbatim", "verbatim"]
    press(pair, Qt.Key.Key_L, SHIFT)
    assert {text for link in links(pair) for text in quoted(pair, link)} == {FERRY, BOATS}
    assert shown(pair) == ["link:verbatim", "link:verbatim"]
    press(pair, Qt.Key.Key_L, SHIFT)
    assert len(links(pair)) == 2
    assert "not linked yet" in pair.messages()[-1]
    press(pair, Qt.Key.Key_Z, CONTROL)
    assert links(pair) == []
    assert shown(pair) == ["verbatim", "verbatim"]
    press(pair, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(links(pair)) == 2


def test_one_key_takes_the_passage_at_hand(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    [link] = links(pair)
    assert link.origin.by == "passages"
    assert link.annotator == "A1"
    assert len(quoted(pair, link)) == 1
    assert shown(pair) == ["link:verbatim", "verbatim"]
    current = pair.window.parts.view.current_link()
    assert current is not None
    assert current.id == link.id
    press(pair, Qt.Key.Key_L)
    assert len(links(pair)) == 1
    press(pair, Qt.Key.Key_Delete)
    assert links(pair) == []


def test_a_refused_passage_is_not_offered_again(pair: Person, path: Path) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_Q)
    assert shown(pair) == ["verbatim"]
    press(pair, Qt.Key.Key_L, SHIFT)
    assert len(links(pair)) == 1
    pair.do("close_project")
    pair.open_project(path)
    assert shown(pair) == ["link:verbatim"]
    press(pair, Qt.Key.Key_Z, CONTROL)
    press(pair, Qt.Key.Key_Z, CONTROL)
    assert shown(pair) == ["verbatim", "verbatim"]


def test_two_selected_stretches_are_linked(pair: Person) -> None:
    pair.select_with_mouse(OWNER, 0)
    pair.select_with_mouse(TOLD, 1)
    press(pair, Qt.Key.Key_L)
    [link] = links(pair)
    assert quoted(pair, link) == {OWNER, TOLD}
    assert link.origin.by == "human"
    assert pair.window.parts.view.selection() is None


def test_the_counterpart_of_one_selected_stretch_is_proposed(pair: Person) -> None:
    pair.select_with_mouse(OWNER, 0)
    press(pair, Qt.Key.Key_L)
    pair.settle()
    choice = pair.window.parts.counterpart_choice
    pair.wait_for(lambda: choice.active)
    assert pair.pane(1).selected_text().strip() in TOLD
    assert "Enter links" in pair.messages()[-1]
    press(pair, Qt.Key.Key_Escape)
    assert not choice.active
    assert links(pair) == []
    assert pair.pane(1).selected_range() is None
    press(pair, Qt.Key.Key_L)
    pair.settle()
    pair.wait_for(lambda: choice.active)
    first = pair.pane(1).selected_range()
    press(pair, Qt.Key.Key_Down)
    press(pair, Qt.Key.Key_Up)
    assert pair.pane(1).selected_range() == first
    press(pair, Qt.Key.Key_Return)
    [link] = links(pair)
    assert OWNER in quoted(pair, link)


def test_nothing_like_it_in_the_other_article(pair: Person) -> None:
    pair.select_with_mouse("বাংলায় এক লাইন।", 0)
    press(pair, Qt.Key.Key_L)
    pair.settle()
    pair.wait_for(lambda: "Nothing like it" in (pair.messages() or [""])[-1])
    assert links(pair) == []


def test_both_ends_on_both_sides_by_keys(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    start, _ = pair.place(FERRY, 0)
    pair.put_caret("northern landing", 0)
    press(pair, Qt.Key.Key_Comma)
    pair.put_caret(" with ninety", 0)
    press(pair, Qt.Key.Key_Period)
    pair.put_caret("left the northern", 1)
    press(pair, Qt.Key.Key_Comma)
    pair.put_caret(" on board", 1)
    press(pair, Qt.Key.Key_Period)
    [link] = links(pair)
    assert quoted(pair, link) == {
        "northern landing before dawn",
        "left the northern landing before dawn with ninety people",
    }
    assert link.origin.moved
    assert start >= 0
    for _ in range(4):
        press(pair, Qt.Key.Key_Z, CONTROL)
    assert quoted(pair, links(pair)[0]) == {FERRY}


def test_an_end_by_drag(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    [before] = links(pair)
    target = pair.place(" with ninety", 0)[0]
    pair.drag(edge_of_lit(pair, "end"), pair.point(target, 0), 0)
    [link] = links(pair)
    assert "The ferry to Char Kukri left the northern landing before dawn" in quoted(pair, link)
    assert link.id == before.id


@pytest.mark.parametrize(("pane", "which"), [(0, "start"), (0, "end"), (1, "start"), (1, "end")])
def test_a_passage_is_adjusted_before_it_is_taken(pair: Person, pane: int, which: str) -> None:
    press(pair, Qt.Key.Key_J)
    assert links(pair) == []
    words = "northern landing before dawn"
    start, end = pair.place(words, pane)
    target = pair.point(start, pane) if which == "start" else pair.point(end, pane)
    pair.drag(edge_of_lit(pair, which, pane), target, pane)
    [link] = links(pair)
    project = pair.app.session.project
    article = project.article(project.article_named(f"n{pane}"))
    side = (link.a_start, link.a_end) if link.a == article.id else (link.b_start, link.b_end)
    begin, stop = pair.place(FERRY, pane)
    assert side == ((start, stop) if which == "start" else (begin, end))
    other = quoted(pair, link) - {article.text[slice(*side)]}
    assert other == {FERRY}
    assert (link.origin.by, link.origin.moved) == ("passages", True)
    press(pair, Qt.Key.Key_Z, CONTROL)
    assert links(pair) == []  # one step


def test_a_click_at_the_edge_of_a_passage_puts_the_caret_there(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    _, end = pair.place(FERRY, 0)
    place = edge_of_lit(pair, "end")
    QTest.mouseClick(pair.pane(0).viewport(), LEFT, PLAIN, place)
    assert (pair.pane(0).caret, links(pair)) == (end, [])


def test_in_right_to_left_text_a_passage_begins_on_the_right(
    person: Person, tmp_path: Path
) -> None:
    shared = "غادرت العبارة الرصيف الشمالي قبل الفجر وعلى متنها تسعون شخصا من أهل الجزيرة"
    with Project.create(tmp_path / "rtl.ditto", clock=TickingClock()) as project:
        project.add_articles(
            NewArticle(f"{text}\n{shared}\n{text}", external_id=f"n{number}")
            for number, text in enumerate(("كان الطقس سيئا", "قال رئيس الميناء"))
        )
        project.add_pair(*project.article_ids())
    person.open_project(tmp_path / "rtl.ditto")
    person.window.parts.view.focus_pane(0)
    press(person, Qt.Key.Key_J)
    left, right = edge_of_lit(person, "end"), edge_of_lit(person, "start")
    assert right.x() > left.x()
    start, _ = person.place("الرصيف", 0)
    person.drag(right, person.point(start, 0), 0)
    [link] = links(person)
    assert shared[shared.index("الرصيف") :] in quoted(person, link)


def edge_of_lit(person: Person, which: str, pane: int = 0) -> QPoint:
    """Return the point at which the pointer can drag an end of the current link."""
    view = person.pane(pane)
    for y in range(0, view.viewport().height(), 2):
        for x in range(0, view.viewport().width(), 2):
            found = view.hit_at(QPointF(x, y))
            if found.kind == which and found.mark is not None and found.mark.kind == "passage":
                return QPoint(x, y)
    raise AssertionError("the end of the link can't be taken hold of")


def test_a_link_is_divided_and_joined_again(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    pair.put_caret("before dawn", 0)
    press(pair, Qt.Key.Key_T)
    both = sorted(links(pair), key=lambda link: min(link.a_start, link.b_start))
    assert len(both) == 2
    assert {text for link in both for text in quoted(pair, link)} == {
        "The ferry to Char Kukri left the northern landing",
        "before dawn with ninety people on board.",
    }
    pair.put_caret("ferry to Char", 0)
    press(pair, Qt.Key.Key_T, SHIFT)
    [link] = links(pair)
    assert quoted(pair, link) == {FERRY}
    press(pair, Qt.Key.Key_Z, CONTROL)
    press(pair, Qt.Key.Key_Z, CONTROL)
    assert quoted(pair, links(pair)[0]) == {FERRY}


def test_kind_and_direction(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_I)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LabelMenu)
    wanted = next(action for action in menu.actions() if action.data() == "quotation")
    menu.setActiveAction(wanted)
    pair.press(Qt.Key.Key_Return, where=menu)
    [link] = links(pair)
    assert (link.kind, link.direction) == ("quotation", None)
    press(pair, Qt.Key.Key_S, SHIFT)
    press(pair, Qt.Key.Key_S, SHIFT)
    assert links(pair)[0].direction == "b_to_a"
    rows = pair.window.parts.label_panel.links.rows()
    assert [row.name for row in rows] == ["Same quotation"]


def test_the_list_of_links_goes_there_and_deletes(pair: Person) -> None:
    press(pair, Qt.Key.Key_L, SHIFT)
    listed = pair.window.parts.label_panel.links
    assert listed.isVisible()
    assert len(listed.rows()) == 2
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(1, 0))
    pair.press(Qt.Key.Key_Return, where=listed)
    current = pair.window.parts.view.current_link()
    assert current is not None
    assert current.id == listed.rows()[1].id
    pair.press(Qt.Key.Key_Delete, where=listed)
    assert len(links(pair)) == 1
    assert len(listed.rows()) == 1


def test_blind_mode_hides_the_engine_s_passages_and_not_ones_own_links(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    pair.do("blind_mode")
    assert shown(pair) == ["link:verbatim"]
    assert pair.window.parts.view.visible_layers() == ()
    pair.do("blind_mode")
    assert shown(pair) == ["link:verbatim", "verbatim"]


def test_somebody_else_s_link_can_be_said_too(pair: Person) -> None:
    press(pair, Qt.Key.Key_L, SHIFT)
    pair.app.session.set_annotator("A2")
    QApplication.processEvents()
    assert shown(pair) == ["link:verbatim", "link:verbatim"]
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_Delete)
    assert len(links(pair)) == 2
    press(pair, Qt.Key.Key_L)
    assert [link.annotator for link in links(pair)].count("A2") == 1


def test_the_share_is_read_from_links_on_request(pair: Person) -> None:
    bar = pair.window.parts.bottom_bar

    def said() -> str:
        return " ".join(label.text() for label in bar.findChildren(QLabel))

    assert "(machine)" in said()
    press(pair, Qt.Key.Key_L, SHIFT)
    pair.do("share_from_links")
    assert "(links)" in said()
    share = said()
    press(pair, Qt.Key.Key_Z, CONTROL)
    assert said() != share


def test_l_in_a_marked_span_still_changes_its_label(pair: Person) -> None:
    span = pair.mark_boilerplate("Rescue boats", Qt.Key.Key_N, 0)
    pair.window.parts.view.go_to_span(span.id)
    press(pair, Qt.Key.Key_L)
    pair.choose_label(Qt.Key.Key_C)
    assert pair.span(span.id).label == "caption"
    assert links(pair) == []
