"""Applies preferences and view state to the compare view and the menus' check marks."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from dittomark_gui.actions.actions import Actions
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import TextOptions
from dittomark_gui.session import Session
from dittomark_gui.user_settings import Preferences, Settings
from dittomark_gui.view_state import Layers, ViewStore

_SEEN_IN_THE_VIEW: Final = frozenset(
    (
        "text_family",
        "text_size",
        "line_spacing",
        "show_invisible",
        "scroll_locked",
        "boilerplate_folded",
        "ribbons",
        "judge_and_go",
    )
)
_TEXT_SIZES: Final = (7, 40)


class PreferencesInView(QObject):
    """Applies the preferences that change the appearance of articles."""

    def __init__(
        self,
        parent: QObject,
        session: Session,
        view_store: ViewStore,
        *,
        view: CompareView,
        actions: Actions,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = session.settings
        self._view_store = view_store
        self._view = view
        self._actions = actions
        self._settings.changed.connect(self._on_settings_changed)
        session.opened.connect(self._apply)
        view_store.changed.connect(self._show_switches)
        view.zoom_requested.connect(self._on_zoom_requested)
        self._apply()
        self._show_switches()

    def _on_zoom_requested(self, steps: int) -> None:
        zoom(self._settings, steps)

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if names & _SEEN_IN_THE_VIEW:
            self._apply()
            self._show_switches()

    def _apply(self) -> None:
        preferences = self._settings.preferences
        readable_only = self._session.is_open and not self._session.writable
        options = replace(text_options(preferences), decidable=not readable_only)
        self._view.set_text_options(options)
        self._view.set_scroll_locked(preferences.scroll_locked)
        self._view.set_boilerplate_folded(preferences.boilerplate_folded)
        self._view.set_ribbon_mode(preferences.ribbons)

    def _show_switches(self, *_changed: object) -> None:
        """Update the check marks of the menus."""
        preferences, state = self._settings.preferences, self._view_store.state
        for layer in Layers.__dataclass_fields__:
            if layer != "search":  # hits are visible while there is a search text
                self._actions.set_checked(f"layer_{layer}", getattr(state.layers, layer))
        self._actions.set_checked("blind_mode", state.blind)
        self._actions.set_checked("layer_invisible", preferences.show_invisible)
        self._actions.set_checked("fold_boilerplate", preferences.boilerplate_folded)
        self._actions.set_checked("judge_and_go", preferences.judge_and_go)
        self._actions.set_checked("lock_scrolling", preferences.scroll_locked)


def zoom(settings: Settings, steps: int) -> None:
    """Change the articles' text size by a number of points."""
    size = settings.preferences.text_size + steps
    settings.update(text_size=min(max(size, _TEXT_SIZES[0]), _TEXT_SIZES[1]))


def text_options(preferences: Preferences) -> TextOptions:
    """Return the text options for these preferences."""
    return TextOptions(
        family=preferences.text_family,
        size=float(preferences.text_size),
        line_spacing=preferences.line_spacing,
        show_invisibles=preferences.show_invisible,
    )
