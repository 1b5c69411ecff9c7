"""All panes of the compare view: their contents, highlights and common scrolling."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from dittomark.compare.comparison import Comparison
from dittomark_gui.compare_view.article_scene import ArticleScene
from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.column import Column
from dittomark_gui.compare_view.columns import Columns
from dittomark_gui.compare_view.finder import Finder
from dittomark_gui.compare_view.hints import hint
from dittomark_gui.compare_view.hit_testing import Hit
from dittomark_gui.compare_view.links_as_passages import ShownLink
from dittomark_gui.compare_view.locking import ScrollLock
from dittomark_gui.compare_view.marks import Mark, counterpart, pane_marks
from dittomark_gui.compare_view.ribbon_finder import RibbonFinder
from dittomark_gui.compare_view.shown_comparison import ShownComparison
from dittomark_gui.compare_view.values import (
    RIBBON_MODES,
    PaneContent,
    Selection,
    SpanStyle,
    TextOptions,
)
from dittomark_gui.tips import plain_tip
from dittomark_gui.view_state import Layers

MOST_PANES = 4
_LEAST_FOR_LONG_TITLES = 520  # px: in a lower window the text needs the room
_READING = 0.3  # share of the pane's height at which a requested passage is shown


class Panes(QObject):
    """Holds the columns and their contents; independent of the window."""

    passage_lit = Signal(object)  # int or None
    clicked = Signal(int, object, QPoint)  # pane, Hit, global position
    menu_requested = Signal(int, object, QPoint)
    selection_changed = Signal()
    block_marked = Signal()
    marked_again = Signal()
    focused = Signal(int)
    contents_changed = Signal()
    span_resized = Signal(str, int, int)
    passage_resized = Signal(int, int, int, int)  # pane, passage, start, end
    url_activated = Signal(str)
    zoom_requested = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.contents: list[PaneContent] = []
        self.shown = ShownComparison()
        self.finder = Finder()
        self.columns = Columns()
        self._ribbons = RibbonFinder(self.shown, self.columns, self.views)
        self.columns.show_between(self._ribbons.ribbons_between, self._ribbons.stubs_between)
        self.columns.ribbon_clicked.connect(self.show_passage)
        self.current_passage: int | None = None
        self.current_span: str | None = None
        self.active = 0
        self._options = TextOptions()
        self._style_of: Callable[[str], SpanStyle] | None = None
        self._all: list[Column] = []
        self.lock = ScrollLock(self.views, self.shown.anchors, self)

    def views(self) -> list[ArticleView]:
        """Return the views that show an article, hidden ones included."""
        return [column.view for column in self._all[: len(self.contents)]]

    def selection_in(self, pane: int) -> Selection | None:
        """Return the selection of a pane, focused or not."""
        selected = self.views()[pane].selected_range()
        return self.selection_of(pane, selected) if selected else None

    def selection_of(self, pane: int, selected: tuple[int, int]) -> Selection:
        """Return a range of a pane as a selection of its article."""
        return Selection(pane, self.contents[pane].article.id, *selected)

    def column(self, pane: int) -> Column:
        """Return a pane's column."""
        return self._all[pane]

    def set_contents(self, contents: Sequence[PaneContent]) -> None:
        """Show other articles from their start."""
        self.contents = list(contents)
        self.find()
        self.active = min(self.active, len(contents) - 1)
        while len(self._all) < len(contents):
            self._all.append(self._new_column(len(self._all)))
        self.columns.set_columns(self._all[: len(contents)])
        self.columns.set_active(self.active)
        self.current_span = None
        for view, content in zip(self.views(), contents, strict=True):
            view.set_text(content.article.text)
        self.shown.clear_links()
        self.set_comparison(None)
        self.contents_changed.emit()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show another comparison, or None.

        Raises ValueError if it is not of the shown articles.
        """
        if comparison is not None and len(comparison.articles) != len(self.contents):
            raise ValueError("the comparison is of other articles")
        self.shown.set_found(comparison)
        self._show_comparison()
        self.light_passage(None)
        self.refresh()

    def set_links(self, links: Sequence[ShownLink], hidden: frozenset[int]) -> None:
        """Show links; passages of the comparison in `hidden` are left out."""
        current = self.current_passage
        before = None if current is None else self.shown.geometry.passage(current)
        if not self.shown.set_links(links, hidden):
            return
        self._show_comparison()
        self.current_passage = self.columns.current_passage = None
        self.light_passage(None if before is None else self.shown.passage_near(before))
        if self.current_passage is None:
            for view in self.views():
                view.light(current_passage=None)
            self.passage_lit.emit(None)
        self.refresh()

    def _show_comparison(self) -> None:
        lengths = [len(content.article.text) for content in self.contents]
        self.shown.rebuild(self.views(), lengths)
        self.lock.forget()

    def set_layers(self, layers: Layers) -> None:
        """Show other layers."""
        self.shown.chosen_layers = layers
        current = self.current_passage
        before = None if current is None else self.shown.geometry.passage(current)
        self._show_comparison()
        if before is not None:
            self.current_passage = self.columns.current_passage = None
            self.light_passage(self.shown.passage_near(before))
        if self.current_passage not in self.shown.passages():
            self.light_passage(None)
        self.refresh()

    def set_style(self, style_of: Callable[[str], SpanStyle]) -> None:
        """Set the function that gives label keys their names and colours."""
        self._style_of = style_of
        self.change_all(lambda scene: scene.set_style(style_of))

    def set_options(self, options: TextOptions) -> None:
        """Set font, size and spacing of the text."""
        self._options = options
        for column in self._all:
            column.view.set_options(options)

    def set_ribbon_mode(self, mode: str) -> None:
        """Set the ribbon mode: all ribbons, the current one, or none."""
        self._ribbons.mode = mode if mode in RIBBON_MODES else RIBBON_MODES[0]
        self.columns.update_gutters()

    def change_all(self, how: Callable[[ArticleScene], None]) -> None:
        """Apply a change to the scene of every pane; the text keeps its scroll position."""
        for column in self._all:
            column.view.change(how)
        self._on_geometry_changed()

    def refresh(self) -> None:
        """Rebuild the marks of every pane."""
        for pane in range(len(self.contents)):
            self.refresh_pane(pane)

    def refresh_pane(self, pane: int) -> None:
        """Rebuild the marks of one pane."""
        content = self.contents[pane]
        marks = pane_marks(
            pane, content, self.shown.comparison, self.shown.layers, self.finder.hits[pane]
        )
        column = self._all[pane]
        repeats = self.shown.comparison is not None and bool(
            self.shown.comparison.articles[pane].repeats
        )
        column.header.set_article(
            content.article.info, repeats=repeats and self.shown.layers.repeats
        )
        column.view.setAccessibleName(" · ".join(filter(None, column.header.lines()[:2])))
        column.view.light(outline_spans=not self.shown.layers.boilerplate)
        column.view.show_marks(marks)
        column.overview.refresh()
        self.columns.update_gutters()

    def refresh_theme(self) -> None:
        """Take the colours of the current theme."""
        self.change_all(lambda scene: scene.refresh_theme())
        for column in self._all:
            column.overview.refresh()
            column.header.update()

    def light_passage(self, index: int | None) -> None:
        """Make a passage the current one, without scrolling to it."""
        if index == self.current_passage:
            return
        self.current_passage = self.columns.current_passage = index
        for view in self.views():
            view.light(current_passage=index)
        self.columns.update_gutters()
        self.passage_lit.emit(index)

    def light_span(self, span: str | None) -> None:
        """Make a span or suggestion the current one."""
        self.current_span = span
        for view in self.views():
            view.light(current_span=span)

    def find(self) -> None:
        """Search the shown articles with the finder's text and options."""
        self.finder.find_in([content.article.text for content in self.contents])

    def light_hit(self) -> None:
        """Highlight the finder's current hit."""
        for pane, view in enumerate(self.views()):
            current = self.finder.current
            view.light(current_hit=current[1] if current and current[0] == pane else None)

    def show_passage(self, index: int) -> None:
        """Go to a passage: its two sides at the same height."""
        self.light_passage(index)
        sides = {
            pane: offsets[0]
            for pane in range(len(self.contents))
            if (offsets := self.shown.geometry.offsets(index, pane)) is not None
        }
        self.align(sides, with_caret=True)

    def align(self, places: dict[int, int], *, with_caret: bool = False) -> None:
        """Scroll code points (by pane) to the same height; `with_caret` moves the active caret."""
        at = self._common_height(places)
        for pane, offset in places.items():
            self.lock.hold(partial(self.views()[pane].reveal, offset, at=at))
            if with_caret and pane == self.active:
                self.views()[pane].place_caret(offset)
        self.columns.update_gutters()

    def _common_height(self, places: dict[int, int]) -> float:
        """Return a height to which all these code points (by pane) can scroll, if there is one.

        Near the start or end of an article a pane cannot scroll freely: then the others meet it.
        """
        views = self.views()
        reachable = [views[pane].reachable(offset) for pane, offset in places.items()]
        wanted = _READING * min(views[pane].viewport().height() for pane in places)
        lowest = max(low for low, _ in reachable)
        highest = min(high for _, high in reachable)
        return min(max(wanted, lowest), highest)

    def show_counterpart(self, pane: int, marks: Sequence[Mark]) -> None:
        """Scroll to the other side of a similar sentence or shared term."""
        if self.shown.comparison is None or any(mark.kind == "passage" for mark in marks):
            return
        for mark in marks:
            place = counterpart(mark, pane, self.shown.comparison)
            if place is not None:
                other, offset = place
                self.lock.hold(partial(self.views()[other].reveal, offset))
                return

    def focus(self, pane: int) -> None:
        """Give a pane the keyboard focus."""
        self.columns.set_active(pane)  # first: a hidden widget cannot take the focus
        self._all[pane].view.setFocus()
        self._on_focused(pane)

    def show_pane(self, pane: int) -> None:
        """Make a pane the active one without moving the keyboard focus."""
        self._on_focused(pane)

    def bring_forward(self, pane: int) -> None:
        """Show a pane if one is shown at a time; otherwise do nothing."""
        if self.columns.one_at_a_time:
            self.show_pane(pane)

    def focus_beside(self, step: int) -> bool:
        """Focus the next or previous article where one is shown at a time.

        Returns False if there is none, or if all are shown.
        """
        order = self.columns.order()
        if not self.columns.one_at_a_time or not self.views()[self.active].hasFocus():
            return False
        place = order.index(self.active) + step
        if not 0 <= place < len(order):
            return False
        self.focus(order[place])
        return True

    def _new_column(self, pane: int) -> Column:
        column = Column(self.columns)  # with a parent, else it would open as a window
        view = column.view
        view.set_options(self._options)
        if self._style_of is not None:
            view.scene.set_style(self._style_of)
        view.scrolled.connect(partial(self._on_scrolled, pane))
        view.geometry_changed.connect(self._on_geometry_changed)
        view.caret_moved.connect(partial(self._on_caret_moved, pane))
        view.selection_changed.connect(self.selection_changed)
        view.focused.connect(partial(self._on_focused, pane))
        view.hovered.connect(partial(self._on_hovered, pane))
        view.clicked.connect(partial(self.clicked.emit, pane))
        view.menu_requested.connect(partial(self.menu_requested.emit, pane))
        view.block_marked.connect(self.block_marked)
        view.marked_again.connect(self.marked_again)
        view.span_resized.connect(self.span_resized)
        view.passage_resized.connect(partial(self.passage_resized.emit, pane))
        view.zoom_requested.connect(self.zoom_requested)
        column.header.url_activated.connect(self.url_activated)
        return column

    def _on_hovered(self, pane: int, found: Hit) -> None:
        view = self.views()[pane]
        marks = (found.mark,) if found.mark is not None else found.marks
        words = hint(marks, pane, self.contents, self.shown.comparison, view.scene.style_of)
        view.viewport().setToolTip(plain_tip(words))

    def _fit_headers(self) -> None:
        """Give all headers the same height: that of the longest title, where there is room."""
        headers = [column.header for column in self._all[: len(self.contents)]]
        for header, view in zip(headers, self.views(), strict=True):
            header.set_side(view.origin().x())
        roomy = self.columns.height() >= _LEAST_FOR_LONG_TITLES
        wanted = max((header.title_lines_wanted() for header in headers), default=1)
        for header in headers:
            header.set_title_lines(wanted if roomy else 1)

    def _on_scrolled(self, pane: int, alone: bool) -> None:
        if not alone:
            self.lock.follow(pane)
        self.columns.update_gutters()

    def _on_geometry_changed(self) -> None:
        longest = max((view.scene.layout.height for view in self.views()), default=1.0)
        for column in self._all[: len(self.contents)]:
            column.overview.set_longest(longest)
        self._fit_headers()
        self.columns.update_gutters()

    def _on_caret_moved(self, pane: int) -> None:
        view = self.views()[pane]
        over = [mark.key for mark in view.marks_at_caret() if mark.kind == "passage"]
        if over and self.current_passage not in over and isinstance(over[0], int):
            self.light_passage(over[0])

    def _on_focused(self, pane: int) -> None:
        self.active = pane
        self.columns.set_active(pane)
        for index, column in enumerate(self._all):
            column.header.set_active(index == pane)
        self.focused.emit(pane)


def hit_span(found: Hit) -> Mark | None:
    """Return the span or suggestion of a hit, or None."""
    if found.mark is not None and found.mark.kind in {"span", "suggestion"}:
        return found.mark
    return next((mark for mark in found.marks if mark.kind in {"span", "suggestion"}), None)
