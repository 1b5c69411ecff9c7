"""A damaged file is recovered from the File menu, by the same steps as `check --repair`."""

import json
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from tests.helpers.command import run
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark_gui.dialogs.recover_dialog import RecoverDialog, RecoveredDialog

D = TypeVar("D", RecoverDialog, RecoveredDialog)


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with some overwritten bytes; the file dialog returns its path."""
    with make_project(tmp_path, annotator="A1") as project:
        path = project.path
        for article in project.articles():
            project.annotate_span(
                article.id, 0, 5, label="navigation", annotator="A1", note="a damaged note"
            )
    data = path.read_bytes()
    assert b"a damaged note" in data
    path.write_bytes(data.replace(b"a damaged note", b"a \xff\xff\xff\xff\xffed note", 1))
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", staticmethod(lambda *_args, **_more: (str(path), ""))
    )
    return path


def test_what_can_be_read_goes_into_a_new_file_that_opens(person: Person, damaged: Path) -> None:
    before = damaged.read_bytes()
    person.do("recover")
    dialog = shown(person, RecoverDialog)
    new = damaged.with_name("work-repaired.ditto")
    assert str(new) in dialog.place.text()
    press(dialog, "Recover")
    told = shown(person, RecoveredDialog)
    press(told, "Open the new file")
    person.settle()
    assert person.app.session.project.path == new
    assert damaged.read_bytes() == before

    by_command = damaged.with_name("by-command.ditto")
    result = json.loads(run("check", damaged, "--repair", by_command, "--json").out)
    assert result["lost"], "the damage is felt"
    person.do("close_project")
    with Project.open(new) as one, Project.open(by_command) as other:
        assert set(one.article_ids()) == set(other.article_ids())
        for article in one.article_ids():
            assert one.spans(article) == other.spans(article)


def test_what_was_lost_is_listed_and_a_second_copy_gets_a_name_of_its_own(
    person: Person, damaged: Path
) -> None:
    taken = damaged.with_name("work-repaired.ditto")
    taken.write_bytes(b"mine")
    person.do("recover")
    press(shown(person, RecoverDialog), "Recover")
    told = shown(person, RecoveredDialog)
    assert told.lost.toPlainText()
    assert taken.read_bytes() == b"mine"
    assert damaged.with_name("work-repaired-2.ditto").exists()
    told.reject()


def test_a_file_that_is_no_project_is_refused_in_a_sentence(person: Person, damaged: Path) -> None:
    damaged.write_bytes(b"no database at all" * 100)
    person.do("recover")
    press(shown(person, RecoverDialog), "Recover")
    assert not person.window.findChildren(RecoveredDialog)
    assert any("not a Dittomark project" in text for text in person.messages())
    assert not damaged.with_name("work-repaired.ditto").exists()


def press(dialog: RecoverDialog | RecoveredDialog, words: str) -> None:
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    button.click()


def shown(person: Person, kind: type[D]) -> D:
    [dialog] = person.window.findChildren(kind)
    return dialog
