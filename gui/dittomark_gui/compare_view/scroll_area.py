"""A scroll area for one article that measures only visible paragraphs.

Heights are estimates until a paragraph is shown. When a measured height differs, the scroll bar is
corrected so that the text at the top of the pane does not move. Such a correction does not emit
`scrolled`: other panes must not follow it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from dittomark_gui.compare_view.article_scene import ArticleScene

MARGIN: Final = 22.0
_NARROW: Final = 260  # px: a narrower pane has smaller margins
_NARROW_MARGIN: Final = 14.0
TOP: Final = 12.0
_BOTTOM: Final = 40.0
_WIDEST: Final = 46  # em: longer lines are hard to read
_SLICE: Final = 30  # paragraphs measured at a time in the background


class SceneScrollArea(QAbstractScrollArea):
    """Scrolls an `ArticleScene`; the subclass `ArticleView` paints it and handles input."""

    scrolled = Signal(bool)  # True: this pane alone (Alt was held)
    geometry_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scene = ArticleScene()
        self.alone = False
        self._left = MARGIN
        self._quiet = False
        self._stale = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_in_the_background)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_from_start(self, text: str) -> None:
        """Show another article from its first line."""
        with self._quietly():
            self.scene.set_text(text)
            self.verticalScrollBar().setValue(0)
        self._content_changed()

    def change(self, how: Callable[[ArticleScene], None], *, held: int | None = None) -> None:
        """Apply a change to the scene; the text at the top of the pane does not move.

        With `held`, the line of that code point does not move instead.
        """
        place = 0.0 if held is None else self.scene.layout.y_of(held)[0] - self.y_at_top
        with self._top_kept():
            how(self.scene)
            self._update_range()
        if held is not None:
            self._hold(held, place)
        self._content_changed()

    def _hold(self, offset: int, place: float) -> None:
        """Scroll the line of a code point to a height of the pane, measuring the lines above it."""
        layout = self.scene.layout
        with self._quietly():
            for index in range(layout.paragraph_at(self.y_at_top), layout.paragraph_of(offset) + 1):
                layout.measure(index)
            self._update_range()
            self.scroll_to(layout.y_of(offset)[0] - place)

    def _content_changed(self) -> None:
        """Measure the visible part at the next paint event, and the rest in the background."""
        with self._quietly():
            self._update_range()
        self._stale = True
        if self.isVisible():
            self._idle.start()
        self.viewport().update()
        self.geometry_changed.emit()

    @property
    def y_at_top(self) -> float:
        """The height in the article of the pane's top edge."""
        return self.verticalScrollBar().value() - TOP

    def scroll_to(self, y: float) -> None:
        """Scroll a height of the article to the top of the pane."""
        self.verticalScrollBar().setValue(round(y + TOP))

    def scroll_by(self, pixels: float) -> None:
        """Scroll by a number of pixels."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def origin(self) -> QPointF:
        """Return the article's top left corner in viewport coordinates."""
        return QPointF(self._left, -self.y_at_top)

    def reachable(self, offset: int) -> tuple[float, float]:
        """Return the lowest and highest pane height to which a code point can be scrolled."""
        y, _ = self._line_of(offset)
        return y + TOP - self.verticalScrollBar().maximum(), y + TOP

    def _line_of(self, offset: int) -> tuple[float, float]:
        """Return top and height of a code point's line, measured; unfolds the line."""
        if self.scene.unfold_at(offset):
            self._content_changed()
        layout = self.scene.layout
        layout.measure(layout.paragraph_of(offset))
        with self._quietly():
            self._update_range()
        return layout.y_of(offset)

    def reveal(self, offset: int, *, at: float | None = None) -> None:
        """Scroll until a code point is visible, or is at the height `at` of the pane."""
        y, height = self._line_of(offset)
        page = self.viewport().height()
        if at is not None:
            self.scroll_to(y - at)
        elif y < self.y_at_top + height:
            self.scroll_to(y - height)
        elif y + 2 * height > self.y_at_top + page:
            self.scroll_to(y + 2 * height - page)
        self.settle()

    def settle(self) -> None:
        """Measure the visible paragraphs."""
        if self._quiet:
            return
        self._stale = False
        layout = self.scene.layout
        with self._top_kept():
            last = len(layout.paragraphs)
            index = layout.paragraph_at(self.y_at_top)
            bottom = self.y_at_top + self.viewport().height()
            while index < last and layout.top(index) < bottom:
                layout.measure(index)
                index += 1
            self._update_range()

    def settle_if_stale(self) -> None:
        """Measure the visible paragraphs if the content has changed."""
        if self._stale:
            self.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Continue measuring in the background."""
        super().showEvent(event)
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop measuring while the pane is hidden."""
        super().hideEvent(event)
        self._idle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out in the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Set the column's width: that of the pane, but no wider than is easy to read."""
        margin = MARGIN if self.viewport().width() >= _NARROW else _NARROW_MARGIN
        room = self.viewport().width() - 2 * margin
        em = self.scene.options.size * self.logicalDpiY() / 72
        width = max(60.0, min(room, _WIDEST * em))
        self._left = margin + max(0.0, (room - width) / 2)
        self.change(lambda scene: scene.set_width(width))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Suppress `scrolled` during the block."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @contextmanager
    def _top_kept(self) -> Iterator[None]:
        """Keep the paragraph at the top of the pane in place while heights change."""
        layout = self.scene.layout
        index = layout.paragraph_at(self.y_at_top)
        within = self.y_at_top - layout.top(index)
        with self._quietly():
            yield
            self.scroll_to(self.scene.layout.top(index) + within)

    def _update_range(self) -> None:
        height = self.scene.layout.height + TOP + _BOTTOM
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(round(self.scene.layout.setting.pitch))
        bar.setRange(0, max(0, round(height - page)))

    def _measure_in_the_background(self) -> None:
        # The reference keeps Python's collector from deleting the window during the call.
        window = self.window()
        with self._top_kept():
            more = self.scene.layout.measure_some(_SLICE)
            self._update_range()
        if not more:
            self._idle.stop()
            self.geometry_changed.emit()
        del window

    def _on_scrolled(self) -> None:
        if not self._quiet:
            self.settle()
            self.scrolled.emit(self.alone)
        self.viewport().update()
