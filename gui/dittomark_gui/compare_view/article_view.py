"""The scrolling pane that shows one article, with its caret and selection.

It paints and moves; what is marked it gets from the compare view, and what a person does it tells
by its signals. All offsets are code points of the untouched text.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from dittomark.text import snap
from dittomark_gui import theme
from dittomark_gui.compare_view.article_painter import Look
from dittomark_gui.compare_view.article_scene import ArticleScene
from dittomark_gui.compare_view.caret import Unit, move_of
from dittomark_gui.compare_view.hit_testing import Hit, hit
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.pointer import Pointer
from dittomark_gui.compare_view.values import TextOptions

MARGIN: Final = 22.0
TOP: Final = 12.0
_BOTTOM: Final = 40.0
_WIDEST: Final = 46  # em: longer lines are hard to read
_SLICE: Final = 30  # paragraphs measured at a time while nothing else happens
_ALONE: Final = Qt.KeyboardModifier.AltModifier


class ArticleView(QAbstractScrollArea):
    """One article's text."""

    scrolled = Signal(bool)  # whether this pane alone is meant (Alt was held)
    geometry_changed = Signal()
    selection_changed = Signal()
    caret_moved = Signal()
    focused = Signal()
    hovered = Signal(object)  # Hit
    clicked = Signal(object, QPoint)  # Hit, global position
    menu_requested = Signal(object, QPoint)  # Hit, global position
    block_marked = Signal()
    span_resized = Signal(str, int, int)
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.scene = ArticleScene()
        self.look = Look()
        self._caret = self._anchor = 0
        self._at_line_end = False
        self._preview: tuple[int, int] | None = None
        self._left = MARGIN
        self._alone = False
        self._settling = False
        self._stale = False
        self._pointer = Pointer(self, self)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_in_the_background)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    def set_text(self, text: str) -> None:
        """Show another article from its start; caret, selection and folds are new."""
        self._caret = self._anchor = 0
        self._preview = None
        self.look = replace(self.look, selection=None, current_span=None, current_hit=None)
        self.scene.set_text(text)
        self.verticalScrollBar().setValue(0)
        self.content_changed()

    def set_options(self, options: TextOptions) -> None:
        """Set the text in another font, size or spacing."""
        self.light(show_invisibles=options.show_invisibles)
        self.change(lambda scene: scene.set_options(options))
        self._fit()

    def change(self, how: Callable[[ArticleScene], None]) -> None:
        """Change what is shown and keep the text at the top of the pane where it is."""
        layout = self.scene.layout
        index = layout.paragraph_at(self.y_at_top)
        within = self.y_at_top - layout.top(index)
        how(self.scene)
        self.content_changed()
        self.scroll_to(self.scene.layout.top(index) + within)
        self.viewport().update()

    def content_changed(self) -> None:
        """Measure what is visible when it is painted, and the rest in the background."""
        self._update_range()
        self._stale = True
        if self.isVisible():
            self._idle.start()
        self._show_caret()
        self.viewport().update()
        self.geometry_changed.emit()

    def light(self, **changes: object) -> None:
        """Change what is lit (the fields of `Look`)."""
        look = replace(self.look, **changes)  # type: ignore[arg-type]
        if look != self.look:
            self.look = look
            self.viewport().update()

    # Geometry

    @property
    def y_at_top(self) -> float:
        """The height of the article that is at the top of the pane."""
        return self.verticalScrollBar().value() - TOP

    def scroll_to(self, y: float) -> None:
        """Bring a height of the article to the top of the pane."""
        self.verticalScrollBar().setValue(round(y + TOP))

    def scroll_by(self, pixels: float) -> None:
        """Scroll by some pixels."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def origin(self) -> QPointF:
        """Return where the article's top left corner is in the viewport."""
        return QPointF(self._left, -self.y_at_top)

    def hit_at(self, place: QPointF) -> Hit:
        """Return what is at a place of the viewport."""
        local = place - self.origin()
        return hit(self.scene.painter, local.x(), local.y())

    def offset_near(self, place: QPointF) -> int:
        """Return the code point nearest to a place of the viewport, inside or out."""
        local = place - self.origin()
        y = max(0.0, min(local.y(), self.scene.layout.height - 1))
        return self.scene.mover.offset_at(local.x(), y)

    def is_block(self, mark: Mark, offset: int) -> bool:
        """Say whether a span covers the whole paragraph at an offset."""
        return self.scene.painter.rooms.covers(mark, self.scene.layout.paragraph_of(offset))

    def reveal(self, offset: int, *, share: float | None = None) -> None:
        """Scroll until a code point is visible, or at that share of the pane's height."""
        self.scene.unfold_at(offset)
        layout = self.scene.layout
        layout.measure(layout.paragraph_of(offset))
        self._update_range()
        y, height = layout.y_of(offset)
        page = self.viewport().height()
        if share is not None:
            self.scroll_to(y - share * page)
        elif y < self.y_at_top + height:
            self.scroll_to(y - height)
        elif y + 2 * height > self.y_at_top + page:
            self.scroll_to(y + 2 * height - page)
        self.settle()

    def settle(self) -> None:
        """Measure what is visible; the text at the top of the pane does not move by it."""
        if self._settling:
            return
        self._settling = True
        self._stale = False
        layout = self.scene.layout
        index = layout.paragraph_at(self.y_at_top)
        within = self.y_at_top - layout.top(index)
        layout.measure(index)
        last = len(layout.paragraphs)
        bottom = self.y_at_top + self.viewport().height()
        following = index
        while following < last and layout.top(following) < bottom:
            layout.measure(following)
            following += 1
        self._update_range()
        self.scroll_to(layout.top(index) + within)
        self._settling = False

    def settle_if_stale(self) -> None:
        """Settle if what is shown changed since."""
        if self._stale:
            self.settle()

    def _update_range(self) -> None:
        height = self.scene.layout.height + TOP + _BOTTOM
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(round(self.scene.layout.setting.pitch))
        bar.setRange(0, max(0, round(height - page)))

    def _measure_in_the_background(self) -> None:
        layout = self.scene.layout
        index = layout.paragraph_at(self.y_at_top)
        within = self.y_at_top - layout.top(index)
        more = layout.measure_some(_SLICE)
        self._update_range()
        self.scroll_to(layout.top(index) + within)
        if not more:
            self._idle.stop()
            self.geometry_changed.emit()

    # Caret and selection

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self._caret

    @property
    def anchor(self) -> int:
        """Where the selection began."""
        return self._anchor

    def selected_range(self) -> tuple[int, int] | None:
        """Return the selection, widened to whole characters, or None."""
        start, end = sorted((self._anchor, self._caret))
        return snap(self.scene.text, start, end) if start < end else None

    def select(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`, where the caret goes."""
        length = len(self.scene.text)
        self._anchor = max(0, min(anchor, length))
        self._caret = max(0, min(caret, length))
        self._at_line_end = False
        self._show_caret()
        self.caret_moved.emit()
        self.selection_changed.emit()

    def place_caret(self, offset: int, *, extend: bool = False) -> None:
        """Put the caret somewhere; `extend` leaves the selection's other end where it is."""
        self.scene.mover.forget_column()
        self.select(self._anchor if extend else offset, offset)

    def move_caret(self, unit: Unit, direction: int, *, extend: bool) -> None:
        """Move the caret and keep it in sight."""
        selected = self.selected_range()
        scene = self.scene
        if selected is not None and not extend and unit == "character":
            target = selected[1] if direction > 0 else selected[0]
        else:
            page = self.viewport().height() - 2 * scene.layout.setting.pitch
            target = scene.mover.moved(self._caret, unit, direction, page=page)
            target = scene.visible_offset(target, direction)
        self.select(self._anchor if extend else target, target)
        self._at_line_end = unit == "line_edge" and direction > 0
        self._show_caret()
        self.reveal(target)

    def block_at_caret(self, *, extend: bool = False) -> tuple[int, int] | None:
        """Select the paragraph at the caret, or add the next one; blank ones are passed over."""
        blocks = [
            p for p in self.scene.layout.paragraphs if self.scene.text[p.start : p.end].strip()
        ]
        selected = self.selected_range()
        if extend and selected is not None:
            last = next((p.end for p in blocks if p.end > selected[1]), None)
            if last is None:
                return selected
            start, end = selected[0], last
        else:
            here = next((p for p in blocks if p.stop > self._caret or p.end >= self._caret), None)
            if here is None:
                return None
            start, end = here.start, here.end
        self.select(start, end)
        self.reveal(end)
        return start, end

    def preview_resize(self, start: int, end: int) -> None:
        """Show what a span would be after its edge is dragged here."""
        self._preview = snap(self.scene.text, start, end)
        self.light(selection=self._preview)

    def take_preview(self) -> tuple[int, int] | None:
        """End the preview and return what it was."""
        preview, self._preview = self._preview, None
        self._show_caret()
        return preview

    def selected_text(self) -> str:
        """Return exactly the text that is selected."""
        selected = self.selected_range()
        return self.scene.text[slice(*selected)] if selected else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _show_caret(self) -> None:
        focused = self.hasFocus()
        self.light(
            selection=self.selected_range(),
            focused=focused,
            caret=self._caret if focused else None,
            caret_at_line_end=self._at_line_end,
        )

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        self.settle_if_stale()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.color(theme.current().page))
        origin = self.origin()
        painter.translate(origin)
        top = event.rect().top() - origin.y()
        self.scene.painter.paint(painter, self.look, top, top + event.rect().height())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * MARGIN
        em = self.scene.options.size * self.logicalDpiY() / 72
        width = max(60.0, min(room, _WIDEST * em))
        self._left = MARGIN + max(0.0, (room - width) / 2)
        self.change(lambda scene: scene.set_width(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, select and copy; other keys belong to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(0, len(self.scene.text))
            return
        move = move_of(event)
        if move is None:
            event.ignore()
            return
        unit, direction, extend = move
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if sideways and self.scene.mover.is_right_to_left(self._caret):
            direction = -direction
        self.move_caret(unit, direction, extend=extend)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, this pane alone with Alt; Ctrl asks for another text size."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if delta:
                self.zoom_requested.emit(1 if delta > 0 else -1)
            return
        fine = event.pixelDelta().y()
        lines = QGuiApplication.styleHints().wheelScrollLines()
        step = fine or delta / 120 * lines * self.verticalScrollBar().singleStep()
        self._alone = bool(event.modifiers() & _ALONE)
        self.scroll_by(-step)
        self._alone = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or drag."""
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or drag."""
        self._pointer.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is there."""
        place = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            y, height = self.scene.layout.y_of(self._caret)
            place = QPointF(self._left + 40, y + height - self.y_at_top)
        found = self.hit_at(place)
        self.menu_requested.emit(found, self.viewport().mapToGlobal(place.toPoint()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._show_caret()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._show_caret()

    def _on_scrolled(self) -> None:
        if not self._settling:
            self.settle()
            self.scrolled.emit(self._alone)
        self.viewport().update()
