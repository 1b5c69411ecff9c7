"""The look: named colours for light, dark and high contrast, and the fonts for every script.

A `Theme` is a frozen value; colours are `#rrggbb` text, so that a test can measure their contrast
without a screen. `current()` is the theme in use, `set_current()` changes it, and everybody who
paints listens to `changes().changed`.
"""

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from dittomark_gui.look.colors import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    THEMES,
    Theme,
    ThemeName,
    Tint,
)
from dittomark_gui.look.mixing import contrast, mixed
from dittomark_resources import SANS_FAMILIES

__all__ = [
    "DARK",
    "HIGH_CONTRAST",
    "LIGHT",
    "THEMES",
    "Theme",
    "ThemeChanges",
    "ThemeName",
    "Tint",
    "changes",
    "color",
    "contrast",
    "current",
    "palette",
    "readable_on",
    "seen_on",
    "set_current",
    "text_font",
]

_VISIBLE: Final = 3.0  # what WCAG 2 asks of lines and signs
_STEPS: Final = 20


class ThemeChanges(QObject):
    """Tells those who paint that the theme changed; carries the new `Theme`."""

    changed = Signal(object)


@cache
def changes() -> ThemeChanges:
    """Return the one object whose `changed` is emitted when the theme changes."""
    return ThemeChanges()


class _Current:
    """The theme in use: the one piece of state here."""

    theme: Theme = LIGHT


def current() -> Theme:
    """Return the theme in use."""
    return _Current.theme


def set_current(theme: Theme) -> None:
    """Use that theme from now on and tell everybody who listens."""
    if theme is not _Current.theme:
        _Current.theme = theme
        changes().changed.emit(theme)


@lru_cache(maxsize=512)
def color(value: str, alpha: int = 255) -> QColor:
    """Return the `QColor` of `#rrggbb` text; shared, so never change it."""
    result = QColor(value)
    result.setAlpha(alpha)
    return result


@lru_cache(maxsize=256)
def seen_on(value: str, background: str) -> str:
    """Return the colour, mixed with white or black until it stands out from the background (3:1).

    For lines in colours that people chose; the contrast is what WCAG 2 asks of graphics.
    """
    target = readable_on(background)
    steps = (mixed(value, target, step / _STEPS) for step in range(_STEPS + 1))
    return next(mix for mix in steps if contrast(mix, background) >= _VISIBLE)


def readable_on(background: str) -> str:
    """Return black or white, whichever reads better on that colour (labels people coloured)."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, background))


def text_font(family: str = "", size: float = 13.0, *, bold: bool = False) -> QFont:
    """Return the font for article text: `family` first, then what ships.

    `size` is in points. Scripts that don't ship are the system's.
    """
    font = QFont()
    font.setFamilies([*([family] if family else []), *SANS_FAMILIES])
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of the theme, for the widgets that Qt paints."""
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.ToolTipBase: theme.tag,
        QPalette.ColorRole.ToolTipText: theme.tag_text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.selection_text,
        QPalette.ColorRole.Link: theme.link,
        QPalette.ColorRole.LinkVisited: theme.link,
        QPalette.ColorRole.Light: theme.rule,
        QPalette.ColorRole.Midlight: theme.rule,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.faint,
        QPalette.ColorRole.Shadow: theme.faint,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(role, color(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        result.setColor(QPalette.ColorGroup.Disabled, role, color(theme.faint))
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, color(theme.faint))
    return result
