"""Applies the preferences for theme, fonts and sizes to the application."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from dittomark_gui.i18n import interface_language
from dittomark_gui.look import theme as themes
from dittomark_gui.look.palettes import with_palette
from dittomark_gui.look.style import style_sheet
from dittomark_gui.user_settings import Preferences
from dittomark_resources import families

# The preferences that `apply_theme` depends on.
SEEN_IN_THE_THEME: Final = frozenset(("theme", "palette", "tint_strength"))
INTERFACE_SIZE: Final = 10.0


def load_fonts() -> None:
    """Register the shipped fonts with Qt."""
    import dittomark_resources

    for path in dittomark_resources.font_paths():
        QFontDatabase.addApplicationFont(str(path))


def theme_of(preferences: Preferences) -> themes.Theme:
    """Return the chosen theme, else that of the system, with the chosen passage colours."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    of_system = themes.DARK if dark else themes.LIGHT
    theme = {str(name): theme for name, theme in themes.THEMES.items()}.get(preferences.theme)
    return with_palette(theme or of_system, preferences.palette, preferences.tint_strength)


def apply_theme(application: QApplication, preferences: Preferences) -> None:
    """Set the application's palette, style sheet and font."""
    theme = theme_of(preferences)
    names = families(interface_language())
    font = QFont()
    font.setFamilies(list(names))
    font.setPointSizeF(INTERFACE_SIZE)
    application.setFont(font)
    application.setPalette(themes.palette(theme))
    application.setStyleSheet(style_sheet(theme, size=INTERFACE_SIZE, families=names))
    themes.set_current(theme)
