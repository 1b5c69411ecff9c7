"""The drawings that ship, as icons in the colours of the theme in use.

An icon that is given to a button follows the theme: `wear(button, "undo")`.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton

import dittomark_resources
from dittomark_gui.look import theme

_SIZE: Final = 16
_RATIOS: Final = (1, 2, 3)  # screens with so many pixels a point


def wear(button: QAbstractButton, name: str, *, color: str = "") -> None:
    """Show the drawing of that name on a button, in its theme's `text` or another named colour."""
    button.setIconSize(QSize(_SIZE, _SIZE))

    def dress() -> None:
        colors = theme.current()
        button.setIcon(icon(name, getattr(colors, color or "text"), colors.faint))

    connection = theme.changes().changed.connect(dress)
    button.destroyed.connect(lambda: theme.changes().changed.disconnect(connection))
    dress()


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
