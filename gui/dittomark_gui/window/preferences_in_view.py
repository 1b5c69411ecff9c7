"""Lets the compare view follow the preferences."""

from typing import Final

from PySide6.QtCore import QObject

from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import TextOptions
from dittomark_gui.settings import Preferences, Settings

_SEEN_IN_THE_VIEW: Final = frozenset(
    (
        "text_family",
        "text_size",
        "line_spacing",
        "show_invisible",
        "scroll_locked",
        "boilerplate_folded",
        "ribbons",
    )
)


class PreferencesInView(QObject):
    """Hands the preferences that change how articles look to the compare view."""

    def __init__(self, parent: QObject, settings: Settings, view: CompareView) -> None:
        super().__init__(parent)
        self._settings = settings
        self._view = view
        settings.changed.connect(self._on_settings_changed)
        self._apply()

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if names & _SEEN_IN_THE_VIEW:
            self._apply()

    def _apply(self) -> None:
        preferences = self._settings.preferences
        self._view.set_text_options(text_options(preferences))
        self._view.set_scroll_locked(preferences.scroll_locked)
        self._view.set_boilerplate_folded(preferences.boilerplate_folded)
        self._view.set_ribbon_mode(preferences.ribbons)


def text_options(preferences: Preferences) -> TextOptions:
    """Return how article text is set."""
    return TextOptions(
        family=preferences.text_family,
        size=float(preferences.text_size),
        line_spacing=preferences.line_spacing,
        show_invisibles=preferences.show_invisible,
    )
