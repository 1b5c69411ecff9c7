"""Text that came with a file is shown, and makes the program read nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.file_access import opened

from dittomark_gui.panels.guidelines import OfflineBrowser

RED = QColor("#ff0000")


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
