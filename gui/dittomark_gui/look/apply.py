"""Applies the preferences that can be seen: theme, fonts, sizes."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from dittomark_gui.look import theme as themes
from dittomark_gui.look.style import style_sheet
from dittomark_gui.settings import Preferences

INTERFACE_SIZE: Final = 10.0


def load_fonts() -> None:
    """Make the fonts that ship known to Qt."""
    import dittomark_resources

    for path in dittomark_resources.font_paths():
        QFontDatabase.addApplicationFont(str(path))


def theme_of(preferences: Preferences) -> themes.Theme:
    """Return the theme that was chosen, or the one the system asks for."""
    name = preferences.theme
    if name in themes.THEMES:
        return themes.THEMES[name]
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return themes.DARK if dark else themes.LIGHT


def apply_theme(application: QApplication, preferences: Preferences) -> None:
    """Give the application its colours and its font."""
    theme = theme_of(preferences)
    font = QFont()
    font.setFamilies(list(themes.BODY_FAMILIES))
    font.setPointSizeF(INTERFACE_SIZE)
    application.setFont(font)
    application.setPalette(themes.palette(theme))
    application.setStyleSheet(style_sheet(theme, size=INTERFACE_SIZE))
    themes.set_current(theme)
