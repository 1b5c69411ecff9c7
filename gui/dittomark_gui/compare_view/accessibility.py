"""What a screen reader is told of a pane.

A painted widget can't hand out Qt's text interface from Python without risking a crash (the object
behind it would be freed by both sides), so the pane speaks for itself: its accessible description
is the line at the caret, and what the caret comes upon is announced.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.i18n import translate


class Speaker(QObject):
    """Follows one pane and says where its caret is."""

    def __init__(self, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._around: frozenset[tuple[str, int | str]] = frozenset()
        view.caret_moved.connect(self._on_caret_moved)

    def _on_caret_moved(self) -> None:
        self._view.setAccessibleDescription(self._view.text_of("line"))
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._view, self.words())
            QAccessible.updateAccessibility(event)

    def words(self) -> str:
        """Return what is said: the marks the caret came into, and the text it moved over."""
        marks = self._view.marks_at_caret()
        entered = [mark for mark in marks if (mark.kind, mark.key) not in self._around]
        self._around = frozenset((mark.kind, mark.key) for mark in marks)
        selected = self._view.selected_text()
        if selected:
            text = translate("CompareView", "Selected: {text}").format(text=selected)
        else:
            text = self._view.text_of(self._view.last_unit)
        return ". ".join(filter(None, (*self._names(entered), text)))

    def _names(self, marks: Sequence[Mark]) -> list[str]:
        """Return what marks are called, the outermost first."""
        return [self._name(mark) for mark in reversed(marks)]

    def _name(self, mark: Mark) -> str:
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
