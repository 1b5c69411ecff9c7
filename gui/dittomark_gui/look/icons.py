"""The shipped icons, drawn in the colours of the current theme.

A button's icon follows the theme: `set_themed_icon(button, "undo")`.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton

import dittomark_resources
from dittomark_gui.look import theme

_SIZE: Final = 16
_RATIOS: Final = (1, 2, 3)  # device pixels per pixel for which icons are drawn


def set_themed_icon(button: QAbstractButton, name: str, *, color: str = "text") -> None:
    """Set a button's icon by its name, in the theme's colour of the name `color`."""
    button.setIconSize(QSize(_SIZE, _SIZE))
    _ThemedIcon(button, name, color)


class _ThemedIcon(QObject):
    """Redraws a button's icon when the theme changes; owned by the button."""

    def __init__(self, button: QAbstractButton, name: str, color: str) -> None:
        super().__init__(button)
        self._button = button
        self._name = name
        self._color = color
        theme.changes().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        colors = theme.current()
        self._button.setIcon(icon(self._name, getattr(colors, self._color), colors.faint))


@lru_cache(maxsize=128)
def icon(name: str, color: str, disabled: str) -> QIcon:
    """Return an icon; `disabled` is its colour in the disabled mode."""
    result = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        for ratio in _RATIOS:
            result.addPixmap(_drawn(name, ink, ratio), mode)
    return result


def _drawn(name: str, color: str, ratio: int) -> QPixmap:
    source = QBuffer()
    source.setData(QByteArray(dittomark_resources.svg(name, color=color).encode()))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, b"svg")
    reader.setScaledSize(QSize(_SIZE, _SIZE) * ratio)
    drawn = QPixmap.fromImage(reader.read())
    drawn.setDevicePixelRatio(ratio)
    return drawn
