"""The current theme: its colours, the Qt palette, and the fonts for every script.

A `Theme` is a frozen value with colours as `#rrggbb` strings, so that a test can measure their
contrast without a screen. `current()` is the theme in use, `set_current()` changes it; widgets that
paint connect to `changes().changed`.
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

_VISIBLE: Final = 3.0  # contrast that WCAG 2 requires of lines and signs
_STEPS: Final = 20


class ThemeChanges(QObject):
    """Emits `changed` with the new `Theme` when the theme changes."""

    changed = Signal(object)


@cache
def changes() -> ThemeChanges:
    """Return the single object whose `changed` is emitted when the theme changes."""
    return ThemeChanges()


class _Current:
    """Holds the current theme, the only state of this module."""

    theme: Theme = LIGHT


def current() -> Theme:
    """Return the current theme."""
    return _Current.theme


def set_current(theme: Theme) -> None:
    """Set the current theme and emit `changed`."""
    if theme is not _Current.theme:
        _Current.theme = theme
        changes().changed.emit(theme)


@lru_cache(maxsize=512)
def color(value: str, alpha: int = 255) -> QColor:
    """Return the `QColor` of a `#rrggbb` string; it is shared, so never modify it."""
    result = QColor(value)
    result.setAlpha(alpha)
    return result


@lru_cache(maxsize=256)
def seen_on(value: str, background: str) -> str:
    """Return a colour mixed with white or black until its contrast to the background is 3:1.

    For lines in colours that users chose; WCAG 2 requires this contrast of graphics.
    """
    target = readable_on(background)
    steps = (mixed(value, target, step / _STEPS) for step in range(_STEPS + 1))
    return next(mix for mix in steps if contrast(mix, background) >= _VISIBLE)


def readable_on(background: str) -> str:
    """Return black or white, whichever has more contrast to a background."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, background))


def text_font(family: str = "", size: float = 13.0, *, bold: bool = False) -> QFont:
    """Return the font for article text: `family`, then the shipped fonts.

    `size` is in points. Scripts without shipped font get a system font.
    """
    font = QFont()
    font.setFamilies([*([family] if family else []), *SANS_FAMILIES])
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, for the widgets that Qt paints."""
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
