"""How many actions the work costs: a key, a click, a drag, a scroll or a typed string counts one.

The whole job is played with real events, from the files on the desktop to judged pairs. Waiting is
no action. The table in the README and in the manual comes from here (`-s` shows it).
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from tests.helpers.effort import Effort, in_sight
from tests.helpers.window import CONTROL, PLAIN, SHIFT, Person

from dittomark.annotations import Suggestion
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark.suggesting.boilerplate import suggest_boilerplate
from dittomark_gui.dialogs.event_chooser import EventChooser
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject
from dittomark_gui.dialogs.palette import CommandPalette

SEEDS = Path(os.environ.get("DITTOMARK_SEEDS", "../shared/seeds"))
PAGES = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the five pages are not in {SEEDS}")
ENTER = Qt.Key.Key_Return


@pytest.fixture
def effort(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Effort:
    """Somebody before an empty window on a usual screen, whose actions are counted."""
    monkeypatch.setattr(type(person.app.session), "projects_folder", lambda _self: tmp_path)
    person.window.resize(1366, 768)
    return Effort(person)


def confirm(effort: Effort, kind: type[QDialog]) -> None:
    """Press Enter in a dialog."""
    dialog = effort.person.dialog(kind)
    effort.key(ENTER, where=dialog.focusWidget())


def run_command(effort: Effort, words: str) -> None:
    """Find a command by its words."""
    effort.key(Qt.Key.Key_K, CONTROL)
    field = effort.person.dialog(CommandPalette).field
    effort.text(words, where=field)
    effort.key(ENTER, where=field)


def import_pages(effort: Effort) -> Project:
    """Drop the folder, go through the new project's three steps, import."""
    effort.drop(SEEDS)
    for _ in range(3):
        confirm(effort, NewProject)
    confirm(effort, ImportDialog)
    project = effort.person.app.session.project
    assert project.counts()["articles"] == 5
    return project


def highlight_all_articles(effort: Effort) -> None:
    """Select every article of the list."""
    effort.key(Qt.Key.Key_2, CONTROL)
    effort.key(Qt.Key.Key_A, CONTROL)


def judge_all(effort: Effort, project: Project, *, accept: bool) -> int:
    """Judge pair after pair until none is open; first the boilerplate where some is suggested."""
    person = effort.person
    total = project.counts()["pairs"]
    for _ in range(total):
        while accept and person.can("accept_all"):  # once more for what stands there twice
            effort.key(Qt.Key.Key_U, CONTROL, where=person.pane())
        effort.key(Qt.Key.Key_5, where=person.pane())
    rows = project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
    assert all(row.done for row in rows)
    return total


@PAGES
def test_the_five_pages_with_suggestions_take_30_actions(effort: Effort) -> None:
    project = import_pages(effort)
    effort.key(ENTER)  # the card: find what to compare, suggest boilerplate and events
    suggested = len(project.suggestions(kind="span"))
    assert suggested >= 20
    pairs = project.counts()["pairs"]
    assert pairs >= 4
    highlight_all_articles(effort)
    before = effort.actions
    effort.key(Qt.Key.Key_E)
    confirm(effort, EventChooser)
    assert effort.actions - before <= 2  # and two to select the articles
    assert len(project.memberships()) == 5
    run_command(effort, "key also goes on")
    judge_all(effort, project, accept=True)
    assert len(list(project.spans())) == suggested
    effort.say(f"five pages, with suggestions: {effort.actions}, {pairs} pairs")
    assert effort.actions <= 30


@PAGES
def test_the_first_pair_of_five_pages_is_judged_after_ten_actions(effort: Effort) -> None:
    project = import_pages(effort)
    effort.key(ENTER)  # the card: find what to compare, suggest boilerplate and events
    effort.key(Qt.Key.Key_5, where=effort.person.pane())
    effort.key(Qt.Key.Key_Space, where=effort.person.pane())
    rows = project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
    assert sum(row.done for row in rows) == 1
    effort.say(f"five pages, to the first judged pair: {effort.actions}")
    assert effort.actions <= 10


@PAGES
def test_the_five_pages_by_hand_take_90_actions(effort: Effort) -> None:
    project = import_pages(effort)
    person = effort.person
    # What is to be marked is what a search would find; here every span is marked by hand.
    wanted = [item for batch in suggest_boilerplate(project) for item in batch]
    keys = {label.key: label.shortcut for label in project.scheme.spans}
    effort.key(Qt.Key.Key_2, CONTROL)
    effort.key(ENTER)  # opens the first
    for place, article_id in enumerate(person.window.parts.lists.articles.model.ids()):
        if place:
            effort.key(Qt.Key.Key_BracketRight, where=person.pane())
        assert person.window.parts.workspace.articles[0].id == article_id
        here = [each for each in wanted if each.article_id == article_id]
        for item in sorted(here, key=lambda each: each.start or 0):
            mark_by_hand(effort, item, keys)
    marked = {(span.article_id, span.label) for span in project.spans()}
    assert marked == {(item.article_id, item.label) for item in wanted}
    highlight_all_articles(effort)
    effort.key(Qt.Key.Key_E)
    chooser = person.dialog(EventChooser)
    effort.text("A meeting at the spaceport", where=chooser.field)
    effort.key(ENTER, where=chooser.field)
    effort.key(ENTER, where=chooser.fields.date)
    assert len(project.memberships()) == 5
    effort.key(ENTER, CONTROL | SHIFT)  # the first with each of the others
    run_command(effort, "key also goes on")
    judge_all(effort, project, accept=False)
    effort.say(f"five pages, by hand: {effort.actions}")
    assert effort.actions <= 90


def mark_by_hand(effort: Effort, item: Suggestion, keys: dict[str, str]) -> None:
    """Drag over a stretch and press its key; with Ctrl where the last stretch had the same label.

    What is not in sight is scrolled to; a drag beyond the edge scrolls by itself.
    """
    assert item.start is not None
    assert item.end is not None
    assert item.label is not None
    view = effort.person.pane()
    if not in_sight(view, item.start):
        effort.scroll_to(item.start)
    again = effort.last_label == item.label
    effort.drag(item.start, item.end, CONTROL if again else PLAIN)
    if not again:
        effort.key(Qt.Key[f"Key_{keys[item.label].upper()}"], where=view)
    effort.last_label = item.label


def test_a_pair_of_the_sample_takes_one_action(effort: Effort, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person = effort.person
    person.open_project(tmp_path / "sample.ditto")
    project = person.app.session.project
    person.app.settings.update(judge_and_go=True)
    open_pairs = [
        row.pair_id
        for row in project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
        if not row.done
    ]
    for _ in open_pairs:
        effort.key(Qt.Key.Key_6, where=person.pane())
    rows = project.queue_rows(open_pairs, annotator="A1")
    assert all(row.done for row in rows)
    effort.say(f"the sample's pairs: {effort.actions} for {len(open_pairs)}")
    assert effort.actions == len(open_pairs)
