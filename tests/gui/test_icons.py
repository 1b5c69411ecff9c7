"""Icons on buttons: in the theme's colours, on every screen, as long as the button exists."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dittomark_gui.look import theme
from dittomark_gui.look.icons import set_themed_icon


@pytest.fixture(autouse=True)
def light() -> Iterator[None]:
    theme.set_current(theme.LIGHT)
    yield
    theme.set_current(theme.LIGHT)


def inks(button: QPushButton, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the colours of the opaque pixels of the button's icon."""
    image = button.icon().pixmap(QSize(16, 16), 2.0, mode).toImage()
    assert image.size() == QSize(32, 32)
    points = ((x, y) for x in range(32) for y in range(32))
    return {
        image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.usefixtures("qapp")
def test_a_drawing_follows_the_theme_and_fades_where_nothing_can_be_done(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    set_themed_icon(button, "undo")
    assert inks(button) == {theme.LIGHT.text}
    assert inks(button, QIcon.Mode.Disabled) == {theme.LIGHT.faint}
    theme.set_current(theme.DARK)
    assert inks(button) == {theme.DARK.text}


@pytest.mark.usefixtures("qapp")
def test_a_button_that_is_gone_hears_of_no_theme() -> None:
    button = QPushButton()
    set_themed_icon(button, "filter", color="link")
    shiboken6.delete(button)
    theme.set_current(theme.DARK)
