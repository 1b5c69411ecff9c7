"""What the program remembers of this person on this machine, in one ini file.

Nothing here belongs to a project. `DITTOMARK_SETTINGS` names another file (for tests, or for a
program that is carried on a stick).
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_PROJECTS: Final = 12
Value = Any  # whatever a preference holds


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything a person can choose. Empty texts mean: as the system has it.

    `text_size` is in points; `line_spacing` a factor; `shortcuts` holds only the actions whose keys
    were changed, as key sequences in Qt's portable spelling. `file_annotators` is who works in a
    file that was handed out, by the file's path and the name it carries. `suggesters` are the keys of
    those used last; after so many decisions (0: never) they are asked again in the background. `scripts_told` are those of which it was
    said that no font has them.
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
    """Holds the `preferences`; `update` writes them and tells which fields changed."""

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
        """The folder of the ini file; the log lies there too."""
        return Path(self._file.fileName()).parent

    def update(self, **values: Value) -> None:
        """Change fields of the preferences and write them."""
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
        """Put a project at the head of the recent ones."""
        resolved = str(path.resolve())
        others = [item for item in self.preferences.recent if item != resolved]
        self.update(recent=(resolved, *others)[:RECENT_PROJECTS])

    def forget_project(self, path: str) -> None:
        """Take a project off the recent ones; its file is left alone."""
        self.update(recent=tuple(item for item in self.preferences.recent if item != path))

    def window_state(self, name: str) -> QByteArray:
        """Return what was last remembered of a window or splitter (empty: nothing)."""
        value = self._file.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_window_state(self, name: str, state: QByteArray) -> None:
        """Remember the size or layout of a window or splitter."""
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
    """Return the value as JSON can hold it."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _restored(stored: Value, default: Value) -> Value:  # noqa: PLR0911
    """Return the stored value in the type of `default`, or None where it is no such thing.

    A hand-edited or damaged ini file must not keep the window from opening.
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
