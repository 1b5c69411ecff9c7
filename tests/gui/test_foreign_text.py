"""Text from a file is shown as text, and never makes the program load anything."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.helpers.dialogs import DIALOGS
from tests.helpers.file_access import opened
from tests.helpers.window import Person

from dittomark.annotations import NewArticle, Suggestion
from dittomark.labels import Label, LabelScheme
from dittomark.project import Project
from dittomark_gui.panels.guidelines import OfflineBrowser

RED = QColor("#ff0000")


def hostile_project(folder: Path, evil: str) -> Path:
    """A project in which every text field contains these texts."""
    usual = LabelScheme()
    scheme = LabelScheme(
        spans=(*usual.spans, Label("evil", evil, "#123456", evil)),
        relations=tuple(replace(each, name=evil, description=evil) for each in usual.relations),
        links=tuple(replace(each, name=evil, description=evil) for each in usual.links),
        guidelines=evil,
    )
    text = f"{evil} These words stand in both of these texts, one after the other, as they are."
    with Project.create(folder / "evil.ditto", name=evil, scheme=scheme, annotator=evil) as project:
        one, other = project.add_articles(
            NewArticle(f"{text} {n}", f"{evil}{n}", title=evil, source=evil, author=evil)
            for n in range(2)
        ).added
        for name in (evil, "B"):
            project.annotate_span(one, 0, 9, label="evil", annotator=name, note=evil)
            project.judge_pair(one, other, relation="unrelated", annotator=name, note=evil)
        event = project.add_event(title=evil, place=evil, participants=[evil])
        project.label_event(one, event.id, annotator=evil, note=evil)
        project.add_suggestions(
            [Suggestion("", "span", evil, evil, 0.5, article_id=one, start=1, end=3, label="evil")]
        )
        return project.path


def tips_in(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield every tooltip in a window: of widgets, of menu entries that show any, of list rows."""
    for part in root.findChildren(QWidget):
        yield part, part.toolTip()
        if isinstance(part, QMenu) and part.toolTipsVisible():
            yield from ((part, action.toolTip()) for action in part.actions())
        if isinstance(part, QAbstractItemView) and part.model() is not None:
            for row in range(min(part.model().rowCount(QModelIndex()), 20)):
                cells = (part.model().index(row, column) for column in range(10))
                tips = (cell.data(Qt.ItemDataRole.ToolTipRole) for cell in cells if cell.isValid())
                yield from ((part, tip) for tip in tips if isinstance(tip, str))


def test_nothing_in_a_project_makes_the_window_read_a_file(
    person: Person, picture: Path, tmp_path: Path
) -> None:
    """Titles, names, labels, notes: Qt would interpret them as HTML in labels and tooltips."""
    evil = f'<img src="{picture}">'
    path = hostile_project(tmp_path, evil)
    openers: dict[str, Callable[[Person], object]] = {
        "project": lambda _: person.open_project(path),
        **DIALOGS,
    }
    pages = (
        "show_articles", "show_events", "open_suggestions", "article_details", "guidelines", "dashboard",
        "agreement", "consistency", "evaluation", "adjudicate", "compare_suggesters", "own_suggesters",
        "messages", "my_judgements",
    )  # fmt: skip
    shown = 0
    with opened(picture) as count:
        for name in (*openers, *pages):
            if name in openers:
                openers[name](person)
            elif person.can(name):
                person.do(name)
                shown += 1
            person.settle()
            person.window.grab()
            for label in person.window.findChildren(QLabel):
                plain = label.textFormat() is Qt.TextFormat.PlainText or "<img" not in label.text()
                assert plain, (name, label.text())
            rich = [(part, tip) for part, tip in tips_in(person.window) if "<img" in tip]
            assert rich == [], name
            for dialog in person.window.findChildren(QDialog):
                dialog.reject()
        assert not count()
    assert shown > 9


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(RED)
    image.save(str(tmp_path / "red.png"))
    return tmp_path / "red.png"


def test_a_watched_file_is_seen_to_be_opened(picture: Path) -> None:
    with opened(picture) as count:
        QImage(str(picture))
        assert count() or not Path("/proc").exists()


@pytest.mark.parametrize(
    "markdown",
    [
        "hello\n\n![x](file://{path})",
        "hello\n\n![x]({path})",
        '[a]: {path}\n\nhello ![x][a] and <img src="{path}">',
        "hello ![x](file:///dev/zero) ![y](//127.0.0.1/share/x.png) ![z](\\\\\\\\host\\\\share\\\\a.png)",
        "[link](file://{path})",
    ],
)
def test_guidelines_load_nothing(qtbot: QtBot, picture: Path, markdown: str) -> None:
    browser = OfflineBrowser()
    qtbot.addWidget(browser)
    browser.resize(300, 300)
    browser.document().setBaseUrl(QUrl.fromLocalFile(f"{picture.parent}/"))
    with opened(picture, Path("/dev/zero")) as count:
        browser.show_markdown(markdown.replace("{path}", str(picture)))
        browser.show()
        QApplication.processEvents()
        shot = browser.grab().toImage()
        browser.document().resource(
            QTextDocument.ResourceType.StyleSheetResource.value, QUrl.fromLocalFile(str(picture))
        )
        assert not count()
    seen = {shot.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(0, 300, 2)}
    assert RED.name() not in seen
    assert "hello" in browser.toPlainText() or "link" in browser.toPlainText()
