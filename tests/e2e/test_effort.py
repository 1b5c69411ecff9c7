"""The number of actions that the work costs: a key, click, drag, scroll or typed string is one.

The whole job is played with real events, from the files on the desktop over all ten pairs to the
exported dataset. Waiting and reading are no actions, and the tour has been seen. The table in the
README and in the manual comes from here (`-s` shows it; the last test compares).
"""

import json
import os
import re
from collections import Counter
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
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject
from dittomark_gui.panels.first_search_card import FirstSearchCard
from dittomark_resources.languages import languages

SEEDS = Path(os.environ.get("DITTOMARK_SEEDS", "../shared/seeds"))
PAGES = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the five pages are not in {SEEDS}")
ENTER = Qt.Key.Key_Return
# What the tables of the README and of the manual say.
SAID = {"with suggestions": 26, "by hand": 84, "first pair": 6, "event": 4}


@pytest.fixture
def effort(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Effort:
    """A person at an empty window on a usual screen, whose actions are counted."""
    monkeypatch.setattr(type(person.app.session), "projects_folder", lambda _self: tmp_path)
    person.window.resize(1366, 768)
    return Effort(person)


def confirm(effort: Effort, kind: type[QDialog]) -> None:
    """Press Enter in a dialog."""
    dialog = effort.person.dialog(kind)
    effort.key(ENTER, where=dialog.focusWidget())


def import_pages(effort: Effort) -> Project:
    """Drop the folder, complete the wizard for a new project, import."""
    effort.drop(SEEDS)
    for _ in range(2):  # its name and its labels: which articles is known
        confirm(effort, NewProject)
    confirm(effort, ImportDialog)
    project = effort.person.app.session.project
    assert project.counts()["articles"] == 5
    return project


def highlight_all_articles(effort: Effort) -> None:
    """Select every article of the list."""
    effort.key(Qt.Key.Key_2, CONTROL)
    effort.key(Qt.Key.Key_A, CONTROL)


def judge_all(effort: Effort, project: Project, *, accept: bool) -> None:
    """Judge all ten pairs; decide on suggested boilerplate first.

    With suggestions Space accepts the proposed relation where it is the right one.
    """
    person = effort.person
    assert project.counts()["pairs"] == 10
    for _ in range(10):
        while accept and person.can("accept_all"):  # again for a text that occurs twice
            effort.key(Qt.Key.Key_U, CONTROL, where=person.pane())
        if accept and proposed(effort) == "same_event":
            effort.key(Qt.Key.Key_Space, where=person.pane())
        else:
            effort.key(Qt.Key.Key_5, where=person.pane())
            if accept:
                effort.key(Qt.Key.Key_Space, where=person.pane())
    rows = project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
    assert all(row.done and row.relation == "same_event" for row in rows)


def proposed(effort: Effort) -> str | None:
    """Return the proposed relation that the panel shows, with its score."""
    rows = effort.person.window.parts.label_panel.relations.rows
    return next((row.key for row in rows if row.property("proposed")), None)


def export(effort: Effort, project: Project, folder: Path) -> None:
    """Export the dataset under the proposed name."""
    effort.key(Qt.Key.Key_E, CONTROL)
    confirm(effort, ExportDialog)
    (written,) = [path for path in folder.iterdir() if path.suffix == ".jsonl"]
    rows = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
    kinds = Counter(row["type"] for row in rows)
    assert (kinds["article"], kinds["pair"], kinds["event"]) == (5, 10, 1)
    spans = [span for row in rows if row["type"] == "article" for span in row["spans"]]
    assert len(spans) == len(list(project.spans()))


@PAGES
def test_the_five_pages_with_suggestions_take_30_actions(effort: Effort, tmp_path: Path) -> None:
    project = import_pages(effort)
    effort.key(ENTER)  # the card: find what to compare, suggest boilerplate and events
    suggested = len(project.suggestions(kind="span"))
    assert suggested >= 20
    before = effort.actions
    highlight_all_articles(effort)
    effort.key(Qt.Key.Key_E)
    confirm(effort, EventChooser)
    assert len(project.memberships()) == 5
    assert effort.actions - before == SAID["event"] <= 4
    judge_all(effort, project, accept=True)
    assert len(list(project.spans())) == suggested
    export(effort, project, tmp_path)
    effort.say(f"five pages, with suggestions: {effort.actions}")
    assert effort.actions == SAID["with suggestions"] <= 30


@PAGES
def test_the_first_pair_of_five_pages_is_judged_after_ten_actions(effort: Effort) -> None:
    project = import_pages(effort)
    effort.key(ENTER)  # the card: find what to compare, suggest boilerplate and events
    assert proposed(effort) == "same_event"
    effort.key(Qt.Key.Key_Space, where=effort.person.pane())
    rows = project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
    assert sum(row.done for row in rows) == 1
    effort.say(f"five pages, to the first judged pair: {effort.actions}")
    assert effort.actions == SAID["first pair"] <= 10


@PAGES
def test_the_five_pages_by_hand_take_90_actions(effort: Effort, tmp_path: Path) -> None:
    project = import_pages(effort)
    person = effort.person
    # What is to be marked is what a search would find; here every span is marked by hand.
    wanted = [item for batch in suggest_boilerplate(project) for item in batch]
    keys = {label.key: label.shortcut for label in project.scheme.spans}
    card = person.window.findChild(FirstSearchCard)
    assert isinstance(card, FirstSearchCard)
    effort.click(card.read)  # opens the first
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
    effort.key(ENTER, CONTROL)  # each with each: ten pairs
    effort.key(Qt.Key.Key_G, CONTROL | SHIFT)  # a relation's key also goes on
    judge_all(effort, project, accept=False)
    export(effort, project, tmp_path)
    effort.say(f"five pages, by hand: {effort.actions}")
    # On a busy computer a drag may scroll on for longer, which spares a scroll.
    assert effort.actions <= SAID["by hand"] <= 90


def mark_by_hand(effort: Effort, item: Suggestion, keys: dict[str, str]) -> None:
    """Drag over a range and press the label's key; with Ctrl if the last label was the same.

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


@pytest.mark.parametrize(
    "table",
    [
        "README.md",
        *(
            f"resources/dittomark_resources/manual/{code}/02-judging-pairs.md"
            for code in languages()
        ),
    ],
)
def test_the_tables_say_what_was_counted(table: str) -> None:
    text = (Path(__file__).parents[2] / table).read_text("utf-8")
    cells = re.findall(r"\| (\d+)(?: \(target \d+\))? \|$", text, re.MULTILINE)
    assert sorted(int(cell) for cell in cells) == sorted(
        [*SAID.values(), *([1] if table == "README.md" else [1, 1])]
    )
