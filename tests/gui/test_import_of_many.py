"""Files of several kinds are imported together, each with its own columns and metadata."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.helpers.window import Person

from dittomark.annotations import ArticleInfo
from dittomark.project import Project
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.panels.first_search_card import FirstSearchCard

STORY = "সুরমা নদীর পানি বিপৎসীমার নিচে নেমেছে কিন্তু নিচু এলাকার মানুষ এখনো পানিবন্দী।"
PAGE = f"""<html lang="bn"><body><nav class="menu"><a href="/">প্রচ্ছদ</a></nav>
<article><h1>বন্যার পানি নামছে</h1><p>{STORY}</p><p>{STORY}</p></article></body></html>"""


@pytest.fixture(autouse=True)
def _empty(person: Person, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.ditto").close()
    person.open_project(tmp_path / "empty.ditto")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table whose columns have Bengali names."""
    path = tmp_path / "a.csv"
    path.write_text(f"শিরোনাম,সংবাদ,এলাকা\nবন্যা,{STORY},সিলেট\n", "utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """JSON objects whose keys have other names."""
    path = tmp_path / "b.jsonl"
    path.write_text(json.dumps({"headline": "ত্রাণ", "body": STORY, "outlet": "জনপদ"}), "utf-8")
    return path


def show(person: Person, paths: Sequence[Path]) -> ImportDialog:
    """Open the preview of an import."""
    person.window.parts.projects.show_import(paths)
    person.settle()
    return person.dialog(ImportDialog)


def imported(person: Person) -> dict[str, ArticleInfo]:
    """Return the articles of the project by their titles."""
    return {info.title: info for info in person.app.session.project.article_infos()}


def choose(dialog: ImportDialog, person: Person, field: str, column: str) -> None:
    """Choose a column in the combo box of a field."""
    box = next(box for box in dialog.columns() if box.accessibleName() == field)
    box.setCurrentText(column)
    person.settle()


def test_columns_of_the_first_file_are_not_asked_of_the_others(
    person: Person, table: Path, lines: Path
) -> None:
    show(person, [table, lines]).accept()
    person.settle()
    found = imported(person)
    assert set(found) == {"বন্যা", "ত্রাণ"}
    assert found["ত্রাণ"].source == "জনপদ"


def test_a_column_that_was_chosen_or_dropped_holds(person: Person, table: Path) -> None:
    dialog = show(person, [table])
    choose(dialog, person, "Source", "এলাকা")
    choose(dialog, person, "Title", "–")
    shown = dialog.table.item(0, 1)
    assert shown is not None
    assert shown.text() == "সিলেট"
    dialog.accept()
    person.settle()
    (info,) = imported(person).values()
    assert (info.source, info.title) == ("সিলেট", "")


def test_after_pages_came_in_the_way_on_is_offered(person: Person, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "page.txt").write_text(STORY, "utf-8")
    show(person, [tmp_path / "page.html", tmp_path / "page.txt"]).accept()
    person.settle()
    assert person.app.session.project.suggestions()
    assert len(person.window.parts.lists.articles.model.ids()) == 2
    (card,) = person.window.findChildren(FirstSearchCard)
    assert card.isVisible()
    person.do("undo")
    assert not person.window.parts.lists.articles.model.ids()
    assert not card.isVisible()


@pytest.mark.parametrize(
    ("failing", "said", "offered"),
    [(11, "and 3 more", "All that went wrong"), (2, "rows.jsonl", "Find pairs")],
)
def test_what_failed_is_counted_and_the_next_step_offered(
    person: Person, tmp_path: Path, failing: int, said: str, offered: str
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join([json.dumps({"text": STORY}), *["{}"] * failing]), "utf-8")
    show(person, [path]).accept()
    person.settle()
    message = person.app.messages.log[-1]
    assert said in message.text
    assert message.action is not None
    assert message.action[0] == offered
