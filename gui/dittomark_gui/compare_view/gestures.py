"""Handles clicks on marks, clicks in the margin and context menus, for all panes."""

from PySide6.QtCore import QObject, QPoint, Signal

from dittomark_gui.compare_view.hit_testing import Hit
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.panes import Panes, hit_span
from dittomark_gui.compare_view.stepping import neighbour_in


class Gestures(QObject):
    """Highlights or folds the clicked mark, and emits a signal for what the window must do."""

    mark_requested = Signal(object)  # Selection
    mark_again_requested = Signal(object)  # Selection
    span_clicked = Signal(str)
    span_menu_requested = Signal(str, QPoint)
    selection_menu_requested = Signal(object, QPoint)  # Selection, global position
    suggestion_decided = Signal(str, bool)

    def __init__(self, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        panes.clicked.connect(self._on_clicked)
        panes.menu_requested.connect(self._on_menu_requested)
        panes.block_marked.connect(self._on_block_marked)
        panes.marked_again.connect(self._on_marked_again)

    def _on_block_marked(self) -> None:
        selection = self._panes.selection_in(self._panes.active)
        if selection is not None:
            self.mark_requested.emit(selection)

    def _on_marked_again(self) -> None:
        selection = self._panes.selection_in(self._panes.active)
        if selection is not None:
            self.mark_again_requested.emit(selection)

    def _on_clicked(self, pane: int, found: Hit, _place: QPoint) -> None:
        mark = found.mark
        if found.kind == "text":
            over = hit_span(found)
            self._panes.light_span(str(over.key) if over else None)
            self._panes.show_counterpart(pane, found.marks)
        elif mark is None:
            return
        elif found.kind in {"accept", "refuse"}:
            self.suggestion_decided.emit(str(mark.key), found.kind == "accept")
        elif found.kind == "tag":
            self._panes.light_span(str(mark.key))
            self.span_clicked.emit(str(mark.key))
        elif found.kind == "badge":
            self._go_to_copy(pane, mark)
        elif found.kind in {"fold", "repeat"}:
            view = self._panes.views()[pane]
            view.change(lambda scene: scene.toggle_fold(mark))

    def _go_to_copy(self, pane: int, badge: Mark) -> None:
        """Go to the passage of a badge; at the next click, to its copy in another article."""
        copies = [
            mark.key
            for mark in self._panes.views()[pane].scene.marks.of_kind("passage")
            if (mark.start, mark.number) == (badge.start, badge.number)
            and isinstance(mark.key, int)
        ]
        target = neighbour_in(copies, self._panes.current_passage, 1)
        if target is not None:
            self._panes.show_passage(target)

    def _on_menu_requested(self, pane: int, found: Hit, place: QPoint) -> None:
        view = self._panes.views()[pane]
        mark = hit_span(found)
        selected = view.selected_range()
        if selected is not None and selected[0] <= found.offset <= selected[1]:
            self.selection_menu_requested.emit(self._panes.selection_of(pane, selected), place)
        elif mark is not None and mark.kind == "span":
            self._panes.light_span(str(mark.key))
            self.span_menu_requested.emit(str(mark.key), place)
        else:
            view.place_caret(found.offset)
            block = view.block_at_caret()
            if block is not None:
                self.selection_menu_requested.emit(self._panes.selection_of(pane, block), place)
