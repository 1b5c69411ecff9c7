"""The widget that shows two to four articles and their passages, or one article and its repeats.

The view shows values and reports the user's actions by signals; it never changes the project. Panes
count from 0 and keep their numbers when their columns change places: pane i shows article i of the
comparison. Every offset is a code point of the untouched text.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from dittomark.compare.comparison import Comparison, Passage
from dittomark_gui.compare_view.article_tabs import ArticleTabs
from dittomark_gui.compare_view.gestures import Gestures
from dittomark_gui.compare_view.links_as_passages import ShownLink
from dittomark_gui.compare_view.marks import MarkKind
from dittomark_gui.compare_view.panes import MOST_PANES, Panes
from dittomark_gui.compare_view.stepping import following, neighbour_in
from dittomark_gui.compare_view.summary import summary
from dittomark_gui.compare_view.values import (
    PaneContent,
    PassageSummary,
    Selection,
    SpanStyle,
    TextOptions,
)
from dittomark_gui.look import theme
from dittomark_gui.view_state import Layers


class CompareView(QWidget):
    """The panes, the ribbons between them, and the interface that the window uses."""

    help_topic = "marking-boilerplate#mark"

    selection_changed = Signal(object)  # Selection or None
    mark_requested = Signal(object)  # Selection
    mark_again_requested = Signal(object)  # Selection
    span_clicked = Signal(str)
    span_resized = Signal(str, int, int)
    link_resized = Signal(str, int, int, int)  # link, pane, start, end
    passage_adjusted = Signal(int, int, int, int)  # engine's passage, pane, start, end
    span_menu_requested = Signal(str, QPoint)
    selection_menu_requested = Signal(object, QPoint)  # Selection, global position
    suggestion_decided = Signal(str, bool)
    passage_changed = Signal(object)  # int or None
    pane_focused = Signal(int)
    url_activated = Signal(str)
    zoom_requested = Signal(int)
    hits_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panes = Panes(self)
        self.tabs = ArticleTabs(self.panes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.panes.columns, 1)
        self.panes.passage_lit.connect(self.passage_changed)
        self.panes.selection_changed.connect(self._on_selection_changed)
        self.panes.focused.connect(self._on_pane_focused)
        self.panes.span_resized.connect(self.span_resized)
        self.panes.passage_resized.connect(self._on_passage_resized)
        self.panes.url_activated.connect(self.url_activated)
        self.panes.zoom_requested.connect(self.zoom_requested)
        self._gestures = Gestures(self.panes, self)
        self._gestures.mark_requested.connect(self.mark_requested)
        self._gestures.mark_again_requested.connect(self.mark_again_requested)
        self._gestures.span_clicked.connect(self.span_clicked)
        self._gestures.span_menu_requested.connect(self.span_menu_requested)
        self._gestures.selection_menu_requested.connect(self.selection_menu_requested)
        self._gestures.suggestion_decided.connect(self.suggestion_decided)
        theme.changes().changed.connect(self._on_theme_changed)

    # Content

    def set_contents(self, contents: Sequence[PaneContent]) -> None:
        """Show one to four articles from their start, without a comparison.

        Raises ValueError for any other number of articles.
        """
        if not 1 <= len(contents) <= MOST_PANES:
            raise ValueError(f"one to {MOST_PANES} panes, not {len(contents)}")
        self.panes.set_contents(contents)
        self.setFocusProxy(self.panes.views()[self.panes.active])
        self.selection_changed.emit(None)
        if self.panes.finder.wanted:
            self.hits_changed.emit(self.panes.finder.count)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the comparison of the articles in the panes; None while it is not known."""
        self.panes.set_comparison(comparison)

    def set_links(self, links: Sequence[ShownLink], hidden: frozenset[int]) -> None:
        """Show links, without the passages in `hidden` (replaced by a link, or refused)."""
        self.panes.set_links(links, hidden)

    def current_link(self) -> ShownLink | None:
        """Return the current link, or None."""
        return self.panes.shown.link_at(self.panes.current_passage)

    def shown_passage(self, index: int) -> Passage:
        """Return the shown passage with this index; links are passages too."""
        return self.panes.shown.geometry.passage(index)

    def passage_at_caret(self) -> int | None:
        """Return the passage or link at the caret: the current one if there, else a link first."""
        view = self.panes.views()[self.panes.active]
        keys = [mark.key for mark in view.marks_at_caret() if mark.kind == "passage"]
        found = [key for key in keys if isinstance(key, int)]
        if self.panes.current_passage in found or not found:
            return self.panes.current_passage
        return next((index for index in found if self.panes.shown.link_at(index)), found[0])

    def go_to_link(self, link_id: str) -> bool:
        """Make a link current and align its two sides; return False if it is not shown."""
        index = self.panes.shown.index_of_link(link_id)
        if index is None:
            return False
        self.go_to_passage(index)
        return True

    def selection_in(self, pane: int) -> Selection | None:
        """Return the selection of a pane, focused or not."""
        return self.panes.selection_in(pane)

    def caret_in(self, pane: int) -> int:
        """Return the caret's offset in a pane."""
        return self.panes.views()[pane].caret

    def show_stretch(self, pane: int, start: int, end: int) -> None:
        """Select a range in a pane and scroll to it; the keyboard focus does not move."""
        self.panes.bring_forward(pane)
        view = self.panes.views()[pane]
        view.reveal(start)
        view.select(start, end)

    def show_beside(self, stretch: Selection, other: Selection) -> None:
        """Select the range `other` in its pane, and scroll both ranges to the same height."""
        self.panes.views()[other.pane].select(other.start, other.end)
        self.panes.align({stretch.pane: stretch.start, other.pane: other.start})

    def update_pane(self, index: int, content: PaneContent) -> None:
        """Replace a pane's spans and suggestions; article and scroll position stay.

        Raises ValueError if the content is that of another article.
        """
        if content.article.id != self.panes.contents[index].article.id:
            raise ValueError("another article needs set_contents")
        self.panes.contents[index] = content
        self.panes.refresh_pane(index)

    def set_layers(self, layers: Layers) -> None:
        """Set the layers that are painted."""
        self.panes.set_layers(layers)

    def layers(self) -> Layers:
        """Return the layers that are painted."""
        return self.panes.shown.chosen_layers

    def visible_layers(self) -> tuple[str, ...]:
        """Return the names of the visible machine layers, to be stored with a judgement."""
        return self.panes.shown.chosen_layers.names()

    def set_span_style(self, style_of: Callable[[str], SpanStyle]) -> None:
        """Set the function that gives label keys their names and colours."""
        self.panes.set_style(style_of)

    def set_text_options(self, options: TextOptions) -> None:
        """Set font, size and spacing of the text, and whether invisible characters are shown."""
        self.panes.set_options(options)

    def set_scroll_locked(self, locked: bool) -> None:
        """Set whether the panes scroll together."""
        self.panes.lock.enabled = locked
        self.panes.lock.stop()

    def set_boilerplate_folded(self, folded: bool) -> None:
        """Fold all spans, so that only the article's own text remains, or unfold them."""
        self.panes.change_all(lambda scene: scene.set_spans_folded(folded))

    def set_ribbon_mode(self, mode: str) -> None:
        """Set the ribbon mode, one of `RIBBON_MODES`; any other string shows all ribbons."""
        self.panes.set_ribbon_mode(mode)

    def swap_panes(self) -> None:
        """Put the last column first; panes keep their numbers."""
        self.panes.columns.rotate()

    def column_order(self) -> tuple[int, ...]:
        """Return the panes in the order of their columns, without hidden ones."""
        return tuple(self.panes.columns.order())

    def hide_column(self) -> None:
        """Hide the focused pane's column, unless it is the last one."""
        order = self.panes.columns.order()
        if len(order) > 1:
            hidden = self.panes.active
            self.panes.columns.set_hidden(hidden, True)
            self.panes.focus(next(pane for pane in order if pane != hidden))

    def show_columns(self) -> None:
        """Show all columns again."""
        for pane in range(len(self.panes.contents)):
            self.panes.columns.set_hidden(pane, False)

    def pane_scroll_bar(self, index: int) -> QScrollBar:
        """Return a pane's vertical scroll bar (hidden; the overview bar controls it)."""
        return self.panes.views()[index].verticalScrollBar()

    # Caret and selection

    def focused_pane(self) -> int:
        """Return the pane that has, or last had, the keyboard focus."""
        return self.panes.active

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Focus the next article where one is shown at a time, before the focus leaves the view."""
        return self.panes.focus_beside(1 if next else -1) or super().focusNextPrevChild(next)

    def focus_pane(self, index: int) -> None:
        """Give a pane the keyboard focus."""
        self.panes.focus(index)

    def selection(self) -> Selection | None:
        """Return the selection of the focused pane, or None."""
        if not self.panes.contents:
            return None
        return self.panes.selection_in(self.panes.active)

    def clear_selection(self) -> None:
        """Clear the selections; the carets stay."""
        for view in self.panes.views():
            if view.selected_range() is not None:
                view.place_caret(view.caret)

    def block_at_caret(self, *, extend: bool = False) -> Selection | None:
        """Select the paragraph at the caret; `extend` adds the next one to the selection.

        Blank lines are skipped. Returns None if there is no paragraph.
        """
        if not self.panes.contents:
            return None
        view = self.panes.views()[self.panes.active]
        block = view.block_at_caret(extend=extend)
        return self.panes.selection_of(self.panes.active, block) if block else None

    # Navigation

    def current_passage(self) -> int | None:
        """Return the index of the current passage among the shown passages, or None."""
        return self.panes.current_passage

    def passage_summary(self, index: int) -> PassageSummary:
        """Return the data of a passage that the bottom bar shows."""
        return summary(
            self.panes.shown.geometry.passage(index),
            order=self.panes.shown.passages(),
            index=index,
            texts=[content.article.text for content in self.panes.contents],
        )

    def go_to_passage(self, index: int) -> None:
        """Make a passage current and scroll its two sides to the same height."""
        self.panes.show_passage(index)

    def next_passage(self) -> bool:
        """Go to the next passage; return False if there is none."""
        return self._step_passage(1)

    def previous_passage(self) -> bool:
        """Go to the previous passage; return False if there is none."""
        return self._step_passage(-1)

    def _step_passage(self, step: int) -> bool:
        index = neighbour_in(self.panes.shown.passages(), self.panes.current_passage, step)
        if index is None:
            return False
        self.go_to_passage(index)
        return True

    def go_to_span(self, span_id: str) -> bool:
        """Make a span or suggestion current and go to it; return False if no pane shows it."""
        for pane, view in enumerate(self.panes.views()):
            for mark in view.scene.marks.all:
                if mark.key == span_id:
                    self.panes.light_span(span_id)
                    self.go_to_offset(pane, mark.start)
                    return True
        return False

    def next_span(self) -> bool:
        """Go to the next span, in this pane, then the others; return False if there is none."""
        return self._step("span", 1)

    def previous_span(self) -> bool:
        """Go to the previous span; return False if there is none."""
        return self._step("span", -1)

    def next_suggestion(self) -> bool:
        """Go to the next open suggestion, in this pane and then in the others."""
        return self._step("suggestion", 1)

    def previous_suggestion(self) -> bool:
        """Go to the previous open suggestion; return False if there is none."""
        return self._step("suggestion", -1)

    def current_span(self) -> str | None:
        """Return the id of the current span or suggestion, or None."""
        return self.panes.current_span

    def _step(self, kind: MarkKind, step: int) -> bool:
        marks = [
            ((pane, mark.start, order), str(mark.key))
            for pane, view in enumerate(self.panes.views())
            for order, mark in enumerate(view.scene.marks.of_kind(kind))
        ]
        if not marks:
            return False
        pane = self.panes.active
        now = next(
            (place for place, key in marks if key == self.panes.current_span),
            (pane, self.panes.views()[pane].caret, -1),
        )
        target = following(marks, now, step)
        if target is None:
            return False
        self.go_to_span(target)
        return True

    def go_to_offset(self, pane: int, start: int, end: int | None = None) -> None:
        """Scroll to a code point, put the caret there, and select up to `end` if given."""
        view = self.panes.views()[pane]
        view.reveal(start)
        view.select(start, start if end is None else end)
        self.panes.focus(pane)

    # Search

    # Overrides Qt's static QWidget.find (widget by window id), which nobody needs on this class.
    def find(  # type: ignore[override]
        self, text: str, *, case: bool = False, whole_words: bool = False
    ) -> int:
        """Search in all panes and mark the hits; return their number. An empty text clears them.

        Articles shown later are searched too; `hits_changed` then reports the number of hits.
        """
        self.panes.finder.set_query(text, case=case, whole_words=whole_words)
        self.panes.find()
        self.panes.refresh()
        self.panes.light_hit()
        return self.panes.finder.count

    def next_hit(self) -> bool:
        """Go to the next search hit in all panes; return False if there is none."""
        return self._step_hit(1)

    def previous_hit(self) -> bool:
        """Go to the previous search hit in all panes; return False if there is none."""
        return self._step_hit(-1)

    def _step_hit(self, step: int) -> bool:
        if not self.panes.contents:
            return False
        pane = self.panes.active
        found = self.panes.finder.step(pane, self.panes.views()[pane].caret, step)
        if found is None:
            return False
        self.panes.light_hit()
        self.panes.bring_forward(found[0])
        self.panes.views()[found[0]].reveal(found[1])
        self.panes.views()[found[0]].place_caret(found[1])
        return True

    # Signals of the panes

    def _on_pane_focused(self, pane: int) -> None:
        self.setFocusProxy(self.panes.views()[pane])
        self.pane_focused.emit(pane)

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self.selection())

    def _on_passage_resized(self, pane: int, index: int, start: int, end: int) -> None:
        link = self.panes.shown.link_at(index)
        if link is not None:
            self.link_resized.emit(link.id, pane, start, end)
        else:
            self.passage_adjusted.emit(index, pane, start, end)

    def _on_theme_changed(self) -> None:
        self.panes.refresh_theme()
