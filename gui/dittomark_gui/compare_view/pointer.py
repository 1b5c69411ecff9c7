"""The mouse in an article pane.

Press and drag selects, a double click a word, a triple click a paragraph; a click in the margin
marks whole paragraphs; with Ctrl held, the range that was dragged over gets the same label as the
last span. A span's edge can be dragged; that of a passage or link moves from word to word. Tags,
badges and folds are clicked.
"""

from typing import Final, Literal, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from dittomark_gui.compare_view.article_scene import ArticleScene
from dittomark_gui.compare_view.hit_testing import Hit
from dittomark_gui.compare_view.link_borders import word_border
from dittomark_gui.compare_view.marks import Mark

Mode = Literal["idle", "characters", "words", "paragraphs", "margin", "resize"]
_FREE_EDGES: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_SCROLL_EVERY: Final = 25  # ms, while dragging outside the pane
_SHAPES: Final = {
    "text": Qt.CursorShape.IBeamCursor,
    "margin": Qt.CursorShape.ArrowCursor,
    "tag": Qt.CursorShape.PointingHandCursor,
    "accept": Qt.CursorShape.PointingHandCursor,
    "refuse": Qt.CursorShape.PointingHandCursor,
    "fold": Qt.CursorShape.PointingHandCursor,
    "badge": Qt.CursorShape.PointingHandCursor,
    "repeat": Qt.CursorShape.PointingHandCursor,
}


class _Pane(Protocol):
    """The members of `ArticleView` that the pointer uses."""

    scene: ArticleScene
    hovered: SignalInstance
    clicked: SignalInstance
    block_marked: SignalInstance
    marked_again: SignalInstance
    span_resized: SignalInstance
    passage_resized: SignalInstance

    @property
    def anchor(self) -> int: ...
    def viewport(self) -> QWidget: ...
    def hit_at(self, place: QPointF) -> Hit: ...
    def offset_near(self, place: QPointF) -> int: ...
    def is_block(self, mark: Mark, offset: int) -> bool: ...
    def selected_range(self) -> tuple[int, int] | None: ...
    def select(self, anchor: int, caret: int) -> None: ...
    def place_caret(self, offset: int, *, extend: bool = False) -> None: ...
    def preview_resize(self, start: int, end: int) -> None: ...
    def take_preview(self) -> tuple[int, int] | None: ...
    def scroll_by(self, pixels: float) -> None: ...


class Pointer(QObject):
    """Turns the mouse events of a pane into selections, previews and signals."""

    def __init__(self, view: _Pane, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self.place: QPointF | None = None  # viewport coordinates, while over the pane
        self._mode: Mode = "idle"
        self._first = (0, 0)
        self._pressed: Hit | None = None
        self._pressed_at = QPoint()
        self._resized: Mark | None = None
        self._free = False  # Alt or Shift is held: edges may split words
        self._last_place = QPointF()
        self._since_double = QElapsedTimer()
        self._double_at = QPoint()
        self._scroller = QTimer(self)
        self._scroller.setInterval(_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll_and_extend)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self.place = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view = self._view
        place = event.position()
        found = view.hit_at(place)
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pressed, self._pressed_at = found, event.globalPosition().toPoint()
        self._last_place = place
        if found.kind in {"start", "end"} and found.mark is not None and not extend:
            self._mode, self._resized = "resize", found.mark
        elif found.kind == "margin":
            self._begin_paragraphs(found.offset, extend=extend)
        elif found.kind != "text":
            self._mode = "idle"
        elif self._is_triple(self._pressed_at):
            self._mode = "paragraphs"
            self._first = view.scene.mover.paragraph_range(found.offset)
            view.select(*self._first)
        else:
            self._mode = "characters"
            view.place_caret(found.offset, extend=extend)
            self._first = (view.anchor, view.anchor)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word."""
        found = self._view.hit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found.kind == "text":
            self._mode = "words"
            self._first = self._word_at(found.offset)
            self._view.select(*self._first)
            self._since_double.start()
            self._double_at = event.globalPosition().toPoint()

    def _word_at(self, offset: int) -> tuple[int, int]:
        """Return the word at an offset, or the one that ends there (its last letter is hit)."""
        mover, text = self._view.scene.mover, self._view.scene.text
        start, end = mover.word_at(offset)
        if text[start:end].strip() or not text[max(offset - 1, 0) : offset].strip():
            return start, end
        return mover.word_at(offset - 1)

    def move(self, event: QMouseEvent) -> None:
        """Continue a drag, or set the pointer's shape for the object under it."""
        self._last_place = self.place = event.position()
        self._free = bool(event.modifiers() & _FREE_EDGES)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_shape(self._view.hit_at(event.position()))
        elif self._mode != "idle":
            self._extend()
            outside = not 0 <= event.position().y() < self._view.viewport().height()
            if outside and not self._scroller.isActive():
                self._scroller.start()
            elif not outside:
                self._scroller.stop()

    def release(self, event: QMouseEvent) -> None:
        """End a click or a drag, and emit its signal."""
        self.place = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._scroller.stop()
        mode, self._mode = self._mode, "idle"
        pressed, self._pressed = self._pressed, None
        if mode == "resize" and self._resized is not None:
            at_start = pressed is not None and pressed.kind == "start"
            self._finish_resize(self._resized, at_start=at_start)
        elif self._wants_last_label(event) and mode in {"characters", "margin"}:
            self._view.marked_again.emit()
        elif mode == "margin":
            self._view.block_marked.emit()
        elif pressed is not None:
            moved = event.globalPosition().toPoint() - self._pressed_at
            if moved.manhattanLength() < QGuiApplication.styleHints().startDragDistance():
                self._view.clicked.emit(pressed, self._pressed_at)

    def _wants_last_label(self, event: QMouseEvent) -> bool:
        """Return whether the selection is to get the last label: Ctrl is held."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return bool(held) and self._view.selected_range() is not None

    def _is_triple(self, place: QPoint) -> bool:
        """Return whether this is the third of three quick clicks at one point."""
        hints = QGuiApplication.styleHints()
        soon = (
            self._since_double.isValid()
            and self._since_double.elapsed() < hints.mouseDoubleClickInterval()
        )
        near = (place - self._double_at).manhattanLength() < hints.startDragDistance()
        return soon and near

    def _begin_paragraphs(self, offset: int, *, extend: bool) -> None:
        view = self._view
        self._mode = "margin"
        block = view.scene.mover.paragraph_range(offset)
        selected = view.selected_range()
        self._first = selected if extend and selected is not None else block
        view.select(min(self._first[0], block[0]), max(self._first[1], block[1]))

    def _extend(self) -> None:
        view = self._view
        offset = view.offset_near(self._last_place)
        mover = view.scene.mover
        if self._mode == "resize" and self._resized is not None:
            view.preview_resize(*self._resized_range(self._resized, offset))
        elif self._mode == "characters":
            view.place_caret(offset, extend=True)
        else:
            begin, end = (
                mover.word_at(offset) if self._mode == "words" else mover.paragraph_range(offset)
            )
            if offset < self._first[0]:
                view.select(self._first[1], begin)
            else:
                view.select(self._first[0], max(self._first[1], end))

    def _resized_range(self, mark: Mark, offset: int) -> tuple[int, int]:
        """Return the span with the dragged edge at an offset; it never becomes empty.

        The edge of a passage or link moves from word to word; with Alt or Shift held, anywhere.
        """
        at_start = self._pressed is not None and self._pressed.kind == "start"
        if mark.kind == "passage" and not self._free:
            offset = word_border(self._view.scene.text, offset, start=at_start)
        if at_start:
            return (offset, mark.end) if offset < mark.end else (mark.start, mark.end)
        return (mark.start, offset) if offset > mark.start else (mark.start, mark.end)

    def _finish_resize(self, mark: Mark, *, at_start: bool) -> None:
        self._resized = None
        selected = self._view.take_preview()
        if selected is None or selected == (mark.start, mark.end):  # only a click
            self._view.place_caret(mark.start if at_start else mark.end)
        elif mark.kind == "passage":
            self._view.passage_resized.emit(int(mark.key), *selected)
        else:
            self._view.span_resized.emit(str(mark.key), *selected)

    def _scroll_and_extend(self) -> None:
        height = self._view.viewport().height()
        y = self._last_place.y()
        beyond = y if y < 0 else max(0.0, y - height)
        self._view.scroll_by(beyond / 2)
        self._extend()

    def _show_shape(self, found: Hit) -> None:
        shape = _SHAPES.get(found.kind)
        if shape is None:
            mark = found.mark
            tall = mark is not None and self._view.is_block(mark, found.offset)
            shape = Qt.CursorShape.SizeVerCursor if tall else Qt.CursorShape.SizeHorCursor
        self._view.viewport().setCursor(shape)
        self._view.hovered.emit(found)
