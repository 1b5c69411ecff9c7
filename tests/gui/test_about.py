"""The About dialog: the version, and the check for a newer one on request."""

from pathlib import Path

import pytest
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.errors import UserError
from dittomark.system import releases
from dittomark.system.releases import Release, installed_version
from dittomark_gui.dialogs import about
from dittomark_gui.dialogs.about import AboutDialog

PAGE = "https://releases.example/v99"


@pytest.fixture
def dialog(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AboutDialog:
    """The dialog of a program with a release address."""
    monkeypatch.setenv("DITTOMARK_RELEASES", "https://releases.example/latest")
    with make_project(tmp_path) as project:
        path = project.path
    person.open_project(path)
    person.do("about")
    return person.dialog(AboutDialog)


def ask(person: Person, dialog: AboutDialog) -> str:
    person.click(dialog.ask)
    person.wait_for(dialog.ask.isEnabled)
    return dialog.answer.text()


def test_it_asks_when_asked_and_names_the_page(
    person: Person, dialog: AboutDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not dialog.answer.isVisible()
    assert "releases.example" in dialog.ask.toolTip()
    monkeypatch.setattr(about, "newest_release", lambda: Release("99.0", PAGE))
    answer = ask(person, dialog)
    assert "99.0" in answer
    assert PAGE in answer
    monkeypatch.setattr(about, "newest_release", lambda: Release(installed_version(), PAGE))
    assert "newest version" in ask(person, dialog)
    dialog.close()


def test_no_network_is_said_in_the_dialog(
    person: Person, dialog: AboutDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Release:
        raise UserError("The page could not be reached: <no network>.")

    monkeypatch.setattr(about, "newest_release", fail)
    assert "&lt;no network&gt;" in ask(person, dialog)
    dialog.close()


def test_opening_it_asks_nobody(
    person: Person, dialog: AboutDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(about, "newest_release", lambda: asked.append("asked"))
    person.qtbot.wait(50)
    assert not asked
    dialog.close()


def test_without_an_address_there_is_nothing_to_press(person: Person, tmp_path: Path) -> None:
    assert releases.releases_address() == ""
    with make_project(tmp_path) as project:
        path = project.path
    person.open_project(path)
    person.do("about")
    dialog = person.dialog(AboutDialog)
    assert not dialog.ask.isVisible()
    dialog.close()


def test_an_answer_with_markup_is_text_and_only_https_is_a_link(
    person: Person, dialog: AboutDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = Release('99<img src="//server/share/x.png">', "file://server/share/x.html")
    monkeypatch.setattr(about, "newest_release", lambda: evil)
    answer = ask(person, dialog)
    assert "<img" not in answer
    assert "<a " not in answer
    dialog.close()
