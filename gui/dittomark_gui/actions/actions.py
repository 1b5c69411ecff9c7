"""Builds QActions from the table: menus, shortcuts (also the user's own), enabled states.

Two actions may share a shortcut if only one of them is enabled at a time. If both are, an action
made from the label scheme has priority (`prior`): a label's key first marks the selection.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dittomark_gui.actions.spec import ActionSpec
from dittomark_gui.actions.why_not import why_not
from dittomark_gui.i18n import translate
from dittomark_gui.user_settings import Settings

_MNEMONIC: Final = re.compile(r"&(.)")
# macOS shows these in the application menu. All others stay where the table puts them: without a
# role Qt would guess one from the text.
_ROLES: Final = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}


class Actions(QObject):
    """The window's actions by key."""

    shortcuts_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        *,
        specs: Sequence[ActionSpec],
        menus: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(window)
        self.menus = tuple(menus)  # (key, title to be translated)
        self._window = window
        self._settings = settings
        self._specs = {spec.key: spec for spec in specs}
        self._actions: dict[str, QAction] = {}
        self._prior: list[tuple[QAction, frozenset[str]]] = []
        self._states: frozenset[str] = frozenset()
        for spec in specs:
            action = QAction(translate("Actions", spec.text), window)
            action.setObjectName(spec.key)
            action.setCheckable(spec.checkable)
            action.setMenuRole(_ROLES.get(spec.key, QAction.MenuRole.NoRole))
            # A held key repeats for passages, but never for judgements and marks.
            action.setAutoRepeat(spec.menu not in {"mark", "judge"})
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
            self._actions[spec.key] = action
        self._apply_shortcuts()
        settings.changed.connect(self._on_settings_changed)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def set_checked(self, key: str, checked: bool) -> None:
        """Set the check mark without running the action."""
        self._actions[key].setChecked(checked)

    def run(self, key: str) -> bool:
        """Run an action if it is enabled; return whether it was."""
        action = self._actions[key]
        possible = action.isEnabled()
        if possible:
            action.trigger()
        return possible

    def does(self, key: str, shortcut: str, *states: str) -> bool:
        """Return whether a shortcut runs an action now, while these states hold too."""
        return (
            self._actions[key].isEnabled()
            and shortcut in self.shortcuts(key)
            and self._states.issuperset(states)
        )

    def perform(self, shortcuts: Sequence[str]) -> bool:
        """Trigger the enabled action with one of these shortcuts; return False if there is none."""
        wanted = {QKeySequence(text).toString() for text in shortcuts}
        for action in (*self.prior_actions(), *self._actions.values()):
            keys = {sequence.toString() for sequence in action.shortcuts()}
            if action.isEnabled() and keys & wanted:
                action.trigger()
                return True
        return False

    def why_not(self, shortcuts: Sequence[str]) -> str:
        """Return why none of these shortcuts does anything; empty if they are not in use."""
        wanted = {QKeySequence(text).toString() for text in shortcuts}
        found = [
            needs
            for action, needs in self._prior
            if wanted & {sequence.toString() for sequence in action.shortcuts()}
        ]
        found += [
            spec.needs
            for key, spec in self._specs.items()
            if wanted & {QKeySequence(text).toString() for text in self.shortcuts(key)}
        ]
        if not found or any(needs <= self._states for needs in found):
            return ""
        lacking = sorted((needs - self._states for needs in found), key=len)
        return why_not(lacking[0])

    def set_prior(self, actions: Iterable[tuple[QAction, frozenset[str]]]) -> None:
        """Set the actions made from the label scheme, each with the states it needs.

        While one of them is enabled, an action of the table loses the same shortcut.
        """
        for action, _ in self._prior:
            self._window.removeAction(action)
            action.deleteLater()
        self._prior = list(actions)
        for action, _ in self._prior:
            self._window.addAction(action)
        self.update_states(self._states)

    def update_states(self, states: frozenset[str]) -> None:
        """Enable the actions whose needed states all hold."""
        self._states = states
        taken: set[str] = set()
        for action, needs in self._prior:
            action.setEnabled(needs <= states)
            if action.isEnabled():
                taken.update(sequence.toString() for sequence in action.shortcuts())
        for key, action in self._actions.items():
            possible = self._specs[key].needs <= states
            action.setEnabled(possible)
            kept = [text for text in self.shortcuts(key) if not (possible and text in taken)]
            sequences = [QKeySequence(text) for text in kept]
            if action.shortcuts() != sequences:
                action.setShortcuts(sequences)

    def shortcuts(self, key: str) -> tuple[str, ...]:
        """Return an action's shortcuts: the user's own, else the table's."""
        own = self._settings.preferences.shortcuts
        return own[key] if key in own else self._specs[key].shortcuts

    def set_shortcuts(self, key: str, shortcuts: tuple[str, ...]) -> None:
        """Set an action's shortcuts; other actions lose them."""
        own = dict(self._settings.preferences.shortcuts)
        wanted = tuple(QKeySequence(text).toString() for text in shortcuts if text)
        for other in self._specs:
            lost = [text for text in self.shortcuts(other) if text in wanted]
            if other != key and lost:
                own[other] = tuple(text for text in self.shortcuts(other) if text not in wanted)
        own[key] = wanted
        self._settings.update(
            shortcuts={
                name: keys for name, keys in own.items() if self._specs[name].shortcuts != keys
            }
        )

    def reset_shortcuts(self) -> None:
        """Restore the shortcuts of the table."""
        self._settings.update(shortcuts={})

    def all_actions(self) -> Iterable[QAction]:
        """Return the actions of the table, in menu order."""
        return self._actions.values()

    def prior_actions(self) -> Iterable[QAction]:
        """Return the actions made from the label scheme."""
        return [action for action, _ in self._prior]

    def specs(self) -> Iterable[ActionSpec]:
        """Return the table's rows, in menu order."""
        return self._specs.values()

    def fill_menus(self, add_menu: Callable[[str], QMenu]) -> dict[str, QMenu]:
        """Create every menu with `add_menu(title)`, and return them by key."""
        menus = {key: add_menu(translate("Actions", title)) for key, title in self.menus}
        for spec in self._specs.values():
            if spec.section:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self._actions[spec.key])
        return menus

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if "shortcuts" in names:
            self._apply_shortcuts()
            self.update_states(self._states)
            self.shortcuts_changed.emit()

    def _apply_shortcuts(self) -> None:
        for key, action in self._actions.items():
            action.setShortcuts([QKeySequence(text) for text in self.shortcuts(key)])


def plain_text(action: QAction) -> str:
    """Return an action's text without mnemonics (`&File` becomes `File`, `&&` becomes `&`)."""
    return _MNEMONIC.sub(r"\1", action.text())
