"""Screen reader support of the panes: their text, and announcements of the marks at the caret.

A pane appears as one read-only text. Screen readers read it by character, word, line and paragraph,
ask for a letter's position on the screen, and set caret and selection (see `text_mirror`).
"""

from collections.abc import Sequence
from functools import cache

import shiboken6
from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.links_as_passages import LINK
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.text_mirror import TextMirror
from dittomark_gui.i18n import translate

# A virtual function that returns a pointer must not return None: the binding would crash.
_NOTHING = shiboken6.VoidPtr(0)


class PaneAccessible(QAccessibleWidget):
    """The accessible interface of a pane: a text that can be read and selected, not changed.

    Qt owns this object. It asks Qt for its pane at each call instead of holding a reference, which
    would keep a closed article alive.
    """

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText)

    def state(self) -> QAccessible.State:
        """Return the state: a read-only, selectable text of several lines."""
        state = super().state()
        for name in ("readOnly", "multiLine", "selectableText"):
            setattr(state, name, True)
        return state

    def childCount(self) -> int:
        """Return 0: the pane has no accessible children (its text is its own interface)."""
        return 0

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return the address of an interface; the text interface is that of the pane's mirror."""
        if kind == QAccessible.InterfaceType.TextInterface:
            view = self.object()
            if isinstance(view, ArticleView):
                mirror = mirror_of(view)
                mirror.follow()
                text = QAccessible.queryAccessibleInterface(mirror).textInterface()
                return shiboken6.VoidPtr(shiboken6.getCppPointer(text)[0])
        found: object = super().interface_cast(kind)
        return _NOTHING if found is None else found


def mirror_of(view: ArticleView) -> TextMirror:
    """Return the mirror of a pane's text, made at the first call."""
    return view.viewport().findChild(TextMirror) or TextMirror(view)


@cache
def install() -> None:
    """Register the accessible interface of panes with Qt, once per process."""
    QAccessible.installFactory(_accessible_of)


def _accessible_of(_name: str, thing: QObject) -> PaneAccessible | None:
    return PaneAccessible(thing) if isinstance(thing, ArticleView) else None


class Speaker(QObject):
    """Reports the caret moves of one pane to screen readers."""

    def __init__(self, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        install()
        self._view = view
        self._around: frozenset[tuple[str, int | str]] = frozenset()
        view.caret_moved.connect(self._on_caret_moved)

    def _on_caret_moved(self) -> None:
        entered = self.entered()
        if not QAccessible.isActive():
            return
        for event in self._events(entered):
            QAccessible.updateAccessibility(event)

    def _events(self, entered: str) -> Sequence[QAccessibleEvent]:
        view = self._view
        spoken = mirror_of(view).spoken
        caret, anchor = spoken.to_spoken(view.caret), spoken.to_spoken(view.anchor)
        events: list[QAccessibleEvent] = [
            QAccessibleTextSelectionEvent(view, min(caret, anchor), max(caret, anchor)),
            QAccessibleTextCursorEvent(view, caret),
        ]
        if entered:
            events.append(QAccessibleAnnouncementEvent(view, entered))
        return events

    def entered(self) -> str:
        """Return the names of the marks that the caret has entered since the last call."""
        marks = self._view.marks_at_caret()
        entered = [mark for mark in marks if (mark.kind, mark.key) not in self._around]
        self._around = frozenset((mark.kind, mark.key) for mark in marks)
        # Outermost mark first.
        return ". ".join(filter(None, (self._name(mark) for mark in reversed(entered))))

    def _name(self, mark: Mark) -> str:
        if mark.kind == "passage" and mark.style.startswith(LINK):
            kinds = (
                f"{one.kind} ({one.annotators})" if one.annotators else one.kind
                for one in mark.tags
            )
            return translate("CompareView", "Link {number}, {kind}").format(
                number=QLocale().toString(mark.number), kind="; ".join(kinds)
            )
        if mark.kind == "passage":
            percent = QLocale().toString(round(mark.score * 100))
            return translate("CompareView", "Passage {number}, {percent} % alike").format(
                number=QLocale().toString(mark.number), percent=percent
            )
        if mark.kind == "span":
            return self._view.scene.style_of(mark.style).name
        if mark.kind == "suggestion":
            return translate("CompareView", "Suggested: {label}").format(
                label=self._view.scene.style_of(mark.style).name
            )
        return {
            "edit": translate("CompareView", "Differs"),
            "repeat": translate("CompareView", "Stands here twice"),
            "hit": translate("CompareView", "Search hit"),
            "sentence": translate("CompareView", "Similar sentence"),
            "term": translate("CompareView", "Shared term"),
        }.get(mark.kind, "")
