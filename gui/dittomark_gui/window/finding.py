"""Search in the shown articles."""

from typing import Final

from PySide6.QtCore import QObject

from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.panels.find_bar import FindBar
from dittomark_gui.work.workspace import Workspace

# A longer selection, in code points, is not taken as the search text.
_LONGEST_WANTED: Final = 80


class Finding(QObject):
    """Connects the find bar with the panes."""

    def __init__(self, view: CompareView, workspace: Workspace, bar: FindBar) -> None:
        super().__init__()
        self._view = view
        self._workspace = workspace
        self._bar = bar
        bar.wanted.connect(self._on_wanted)
        bar.moved.connect(self._on_moved)
        bar.closed.connect(view.setFocus)
        view.hits_changed.connect(bar.show_count)

    def open_bar(self) -> None:
        """Open the find bar; a short selection becomes the search text."""
        selection = self._view.selection()
        text = ""
        if selection is not None and selection.end - selection.start < _LONGEST_WANTED:
            article = self._workspace.articles[selection.pane]
            text = article.text[selection.start : selection.end]
        self._bar.open_bar(text)

    def _on_wanted(self, text: str, case: bool, whole_words: bool) -> None:
        self._bar.show_count(self._view.find(text, case=case, whole_words=whole_words))

    def _on_moved(self, forwards: bool) -> None:
        if forwards:
            self._view.next_hit()
        else:
            self._view.previous_hit()
