"""Combo boxes for the passages' colours: palette and strength."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox

from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate
from dittomark_gui.look import theme
from dittomark_gui.look.palettes import NORMAL, with_palette
from dittomark_gui.user_settings import Settings

_PALETTES: Final = (
    ("dittomark", QT_TRANSLATE_NOOP("PassageColors", "Calm")),
    ("okabe_ito", QT_TRANSLATE_NOOP("PassageColors", "Okabe and Ito")),
    ("tol_bright", QT_TRANSLATE_NOOP("PassageColors", "Paul Tol, bright")),
    ("tol_muted", QT_TRANSLATE_NOOP("PassageColors", "Paul Tol, muted")),
    ("grey", QT_TRANSLATE_NOOP("PassageColors", "Grey, told apart by numbers")),
)
_STRENGTHS: Final = (
    ("soft", QT_TRANSLATE_NOOP("PassageColors", "Soft")),
    ("normal", QT_TRANSLATE_NOOP("PassageColors", "Normal")),
    ("strong", QT_TRANSLATE_NOOP("PassageColors", "Strong")),
)
_SHOWN: Final = 6  # colours of a palette in its icon
_BLOCK: Final = QSize(15, 14)


class PaletteBox(QComboBox):
    """The palettes, each with an icon of its colours in the current theme."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setIconSize(QSize(_SHOWN * _BLOCK.width(), _BLOCK.height()))
        for key, text in _PALETTES:
            self.addItem(translate("PassageColors", text), key)
        self.setCurrentIndex(max(self.findData(settings.preferences.palette), 0))
        self._show_colors()
        self.currentIndexChanged.connect(lambda: settings.update(palette=self.currentData()))
        theme.changes().changed.connect(self._show_colors)

    def _show_colors(self) -> None:
        preferences = self._settings.preferences
        base = theme.THEMES[theme.current().name]
        for row, (key, _) in enumerate(_PALETTES):
            shown = with_palette(base, key, preferences.tint_strength)
            self.setItemIcon(row, QIcon(_picture(shown, self.devicePixelRatioF())))


class StrengthBox(QComboBox):
    """The strength of the tints of passages."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        for key, text in _STRENGTHS:
            self.addItem(translate("PassageColors", text), key)
        stored = self.findData(settings.preferences.tint_strength)
        self.setCurrentIndex(stored if stored >= 0 else self.findData(NORMAL))
        self.currentIndexChanged.connect(lambda: settings.update(tint_strength=self.currentData()))


def _picture(shown: theme.Theme, ratio: float) -> QPixmap:
    """Return an icon with the first passage colours of a theme: tint, and line below it."""
    width, height = _BLOCK.width(), _BLOCK.height()
    picture = QPixmap(QSize(_SHOWN * width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    for index in range(_SHOWN):
        tint = shown.tint(index + 1)
        painter.fillRect(QRectF(index * width, 0, width - 2, height), theme.color(tint.fill))
        painter.fillRect(QRectF(index * width, height - 3, width - 2, 3), theme.color(tint.line))
    painter.end()
    return picture
