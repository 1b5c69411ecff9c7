"""The user's preferences on this computer, in one ini file.

Nothing here belongs to a project. `DITTOMARK_SETTINGS` names another file (for tests, or for a
portable installation).
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_PROJECTS: Final = 12
Value = Any  # the value of any preference


@dataclass(frozen=True, slots=True)
class Preferences:
    """All preferences. An empty text means the system's setting.

    `text_size` is in points; `line_spacing` is a factor; `shortcuts` holds only the changed
    actions, as key sequences in Qt's portable notation. `file_annotators` maps a handed-out file
    (its path and the name it carries) to the annotator. `suggesters` are the keys of the last used
    ones, which run again in the background after `suggest_again_after` decisions (0: never).
    `scripts_told` are the scripts whose missing fonts were reported.
    """

    theme: str = "system"
    palette: str = "dittomark"
    tint_strength: str = "normal"
    language: str = ""
    text_family: str = ""
    text_size: int = 12
    line_spacing: float = 1.2
    annotator: str = ""
    file_annotators: Mapping[str, str] = field(default_factory=dict)
    scroll_locked: bool = True
    boilerplate_folded: bool = False
    judge_and_go: bool = False
    show_invisible: bool = False
    ribbons: str = "all"
    tour_seen: bool = False
    scripts_told: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    suggesters: tuple[str, ...] = ()
    suggest_again_after: int = 0
    layers: Mapping[str, bool] = field(default_factory=dict)
    shortcuts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Settings(QObject):
    """Holds the `preferences`; `update` saves them and emits the names of the changed fields."""

    changed = Signal(object)  # frozenset[str]: names of Preferences fields

    def __init__(self, path: str | None = None) -> None:
        super().__init__()
        path = path or os.environ.get("DITTOMARK_SETTINGS")
        self._file = (
            QSettings(path, QSettings.Format.IniFormat)
            if path
            else QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Dittomark", "dittomark"
            )
        )
        self.preferences = self._read()

    @property
    def folder(self) -> Path:
        """The folder of the ini file and the log."""
        return Path(self._file.fileName()).parent

    def update(self, **values: Value) -> None:
        """Change fields of the preferences and save them."""
        before = self.preferences
        after = replace(before, **values)
        names = frozenset(
            item.name
            for item in fields(Preferences)
            if getattr(before, item.name) != getattr(after, item.name)
        )
        if not names:
            return
        self.preferences = after
        for name in names:
            self._file.setValue(f"preferences/{name}", json.dumps(_plain(getattr(after, name))))
        self.changed.emit(names)

    def remember_project(self, path: Path) -> None:
        """Put a project at the beginning of the recent ones."""
        resolved = str(path.resolve())
        others = [item for item in self.preferences.recent if item != resolved]
        self.update(recent=(resolved, *others)[:RECENT_PROJECTS])

    def forget_project(self, path: str) -> None:
        """Remove a project from the recent ones; its file is not changed."""
        self.update(recent=tuple(item for item in self.preferences.recent if item != path))

    def window_state(self, name: str) -> QByteArray:
        """Return the stored state of a window or splitter; empty if there is none."""
        value = self._file.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_window_state(self, name: str, state: QByteArray) -> None:
        """Store the size or layout of a window or splitter."""
        self._file.setValue(f"window/{name}", state)

    def _read(self) -> Preferences:
        values: dict[str, Any] = {}
        for item in fields(Preferences):
            stored = self._file.value(f"preferences/{item.name}")
            default = getattr(Preferences(), item.name)
            value = _restored(stored, default)
            if value is not None:
                values[item.name] = value
        return Preferences(**values)


def _plain(value: Value) -> Value:
    """Return the value in a form that JSON can hold."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _restored(stored: Value, default: Value) -> Value:  # noqa: PLR0911
    """Return the stored value in the type of `default`, or None if it has another type.

    An edited or damaged ini file must not prevent the window from opening.
    """
    if not isinstance(stored, str):
        return None
    try:
        value = json.loads(stored)
    except ValueError:
        return None
    if isinstance(default, tuple):
        return tuple(str(item) for item in value) if isinstance(value, list) else None
    if isinstance(default, dict):
        if not isinstance(value, dict):
            return None
        return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is type(default) else None
