"""The drawings that ship, as icons in the colours of the theme in use.

An icon that is given to a button follows the theme: `wear(button, "undo")`.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton

import dittomark_resources
from dittomark_gui.look import theme

_SIZE: Final = 16
_RATIOS: Final = (1, 2, 3)  # screens with so many pixels a point


def wear(button: QAbstractButton, name: str, *, color: str = "text") -> None:
    """Show the drawing of that name on a button, in the theme's colour of that name."""
    button.setIconSize(QSize(_SIZE, _SIZE))
    _Dress(button, name, color)


class _Dress(QObject):
    """Lets a button's drawing follow the theme, for as long as the button lives."""

    def __init__(self, button: QAbstractButton, name: str, color: str) -> None:
        super().__init__(button)
        self._button = button
        self._name = name
        self._color = color
        theme.changes().changed.connect(self._put_on)
        self._put_on()

    def _put_on(self) -> None:
        colors = theme.current()
        self._button.setIcon(icon(self._name, getattr(colors, self._color), colors.faint))


@lru_cache(maxsize=128)
def icon(name: str, color: str, disabled: str) -> QIcon:
    """Return a drawing as an icon; `disabled` is its colour where nothing can be done."""
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
