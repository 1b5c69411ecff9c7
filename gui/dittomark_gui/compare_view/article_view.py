"""The scrolling pane that shows one article, with its caret and selection.

It paints and moves the caret; the compare view gives it the marks and listens to its signals. All
offsets are code points of the untouched text.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from dittomark.texts.segmentation import snap
from dittomark_gui.compare_view.article_painter import paint_article
from dittomark_gui.compare_view.caret import Unit, move_of
from dittomark_gui.compare_view.hit_testing import Hit, hit
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.paint_state import Highlights
from dittomark_gui.compare_view.pointer import Pointer
from dittomark_gui.compare_view.scroll_area import SceneScrollArea
from dittomark_gui.compare_view.values import TextOptions
from dittomark_gui.look import theme

_SCROLL_ALONE: Final = Qt.KeyboardModifier.AltModifier


class ArticleView(SceneScrollArea):
    """The widget that shows the text of one article."""

    selection_changed = Signal()
    caret_moved = Signal()
    focused = Signal()
    hovered = Signal(object)  # Hit
    clicked = Signal(object, QPoint)  # Hit, global position
    menu_requested = Signal(object, QPoint)  # Hit, global position
    block_marked = Signal()
    marked_again = Signal()
    span_resized = Signal(str, int, int)
    passage_resized = Signal(int, int, int)
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.highlights = Highlights()
        self._caret = self._anchor = 0
        self._at_line_end = False
        self._preview: tuple[int, int] | None = None
        self._unscrolled = 0.0
        self._pointer = Pointer(self, self)
        self.hovered.connect(self._on_hovered)

    # Content

    def set_text(self, text: str) -> None:
        """Show another article from its start; caret, selection and folds are reset."""
        self._caret = self._anchor = 0
        self._preview = self._pointer.place = None
        self.highlights = replace(
            self.highlights, selection=None, current_span=None, current_hit=None
        )
        self.show_from_start(text)
        self._show_caret()

    def set_options(self, options: TextOptions) -> None:
        """Set font, size and spacing of the text."""
        self.light(show_invisibles=options.show_invisibles)
        self.change(lambda scene: scene.set_options(options))
        self.fit()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Replace the marks; the line at the pointer, else at the caret, does not move."""
        self.change(lambda scene: scene.set_marks(marks), held=self._offset_to_hold())

    def _offset_to_hold(self) -> int | None:
        """Return the code point at the pointer, else that of a visible caret, else None.

        A text scrolled to its top stays there: the pointer counts only once it has moved over the
        pane.
        """
        place = self._pointer.place
        if place is not None and self.viewport().rect().contains(place.toPoint()):
            return self.offset_near(place)
        if self.hasFocus() and self.verticalScrollBar().value() > 0:
            box = self.caret_rectangle()
            if box.top() >= 0 and box.bottom() <= self.viewport().height():
                return self._caret
        return None

    def light(self, **changes: object) -> None:
        """Change fields of `Highlights` and repaint."""
        highlights = replace(self.highlights, **changes)  # type: ignore[arg-type]
        if highlights != self.highlights:
            self.highlights = highlights
            self.viewport().update()

    # Geometry

    def hit_at(self, place: QPointF) -> Hit:
        """Return the object at a point of the viewport."""
        local = place - self.origin()
        return hit(
            self.scene.paint_state,
            local.x(),
            local.y(),
            current_passage=self.highlights.current_passage,
        )

    def offset_near(self, place: QPointF) -> int:
        """Return the code point nearest to a point in viewport coordinates, even outside it."""
        local = place - self.origin()
        y = max(0.0, min(local.y(), self.scene.layout.height - 1))
        return self.scene.mover.offset_at(local.x(), y)

    def caret_rectangle(self) -> QRectF:
        """Return the caret's rectangle in viewport coordinates, visible or not."""
        layout = self.scene.layout
        index = layout.paragraph_of(self._caret)
        paragraph = layout.paragraphs[index]
        local = min(self._caret, paragraph.end) - paragraph.start
        box = layout.layout(index).caret(local, at_line_end=self._at_line_end)
        return box.translated(self.origin() + QPointF(0, layout.top(index)))

    def is_block(self, mark: Mark, offset: int) -> bool:
        """Return whether a span covers the whole paragraph at an offset."""
        return self.scene.paint_state.inlays.covers(mark, self.scene.layout.paragraph_of(offset))

    # Caret and selection

    @property
    def caret(self) -> int:
        """The caret's offset."""
        return self._caret

    @property
    def anchor(self) -> int:
        """The fixed end of the selection."""
        return self._anchor

    def selected_range(self) -> tuple[int, int] | None:
        """Return the selection, widened to whole graphemes, or None."""
        start, end = sorted((self._anchor, self._caret))
        return snap(self.scene.text, start, end) if start < end else None

    def select(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret` and put the caret at `caret`."""
        length = len(self.scene.text)
        self._anchor = max(0, min(anchor, length))
        self._caret = max(0, min(caret, length))
        self._at_line_end = False
        self._show_caret()
        self.caret_moved.emit()
        self.selection_changed.emit()

    def place_caret(self, offset: int, *, extend: bool = False) -> None:
        """Move the caret to an offset; `extend` keeps the other end of the selection."""
        self.scene.mover.forget_column()
        self.select(self._anchor if extend else offset, offset)

    def move_caret(self, unit: Unit, direction: int, *, extend: bool) -> None:
        """Move the caret by one `unit` and scroll to it."""
        selected = self.selected_range()
        scene = self.scene
        if selected is not None and not extend and unit == "character":
            target = selected[1] if direction > 0 else selected[0]
        else:
            page = self.viewport().height() - 2 * scene.layout.setting.pitch
            target = scene.mover.moved(self._caret, unit, direction, page=page)
            target = scene.visible_offset(target, direction)
            if unit == "page":
                self.scroll_by(direction * page)
        self.select(self._anchor if extend else target, target)
        self._at_line_end = unit == "line_edge" and direction > 0
        self._show_caret()
        self.reveal(target)

    def block_at_caret(self, *, extend: bool = False) -> tuple[int, int] | None:
        """Select the paragraph at the caret; `extend` adds the next; blank ones are skipped."""
        selected = self.selected_range()
        if extend and selected is not None:
            block = selected[0], self.scene.mover.next_block_end(selected[1])
        else:
            found = self.scene.mover.block_at(self._caret)
            if found is None:
                return None
            block = found
        self.select(*block)
        self.reveal(block[1])
        return block

    def preview_resize(self, start: int, end: int) -> None:
        """Show the range `[start, end)` that a span would have if its edge were dropped now."""
        self._preview = snap(self.scene.text, start, end)
        self.light(selection=self._preview)

    def take_preview(self) -> tuple[int, int] | None:
        """End the preview of a resize and return its range."""
        preview, self._preview = self._preview, None
        self._show_caret()
        return preview

    def marks_at_caret(self) -> list[Mark]:
        """Return the marks around the caret, innermost first."""
        return self.scene.marks.at(self._caret, self.scene.layout.paragraph_of(self._caret))

    def selected_text(self) -> str:
        """Return the selected text, unchanged."""
        selected = self.selected_range()
        return self.scene.text[slice(*selected)] if selected else ""

    def copy(self) -> None:
        """Copy the selected text to the clipboard."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _offer_selection(self) -> None:
        """Copy the selected text to the primary selection of X11 or Wayland (middle button)."""
        clipboard = QGuiApplication.clipboard()
        text = self.selected_text()
        if text and clipboard.supportsSelection():
            clipboard.setText(text, QClipboard.Mode.Selection)

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
        """Paint the visible part of the article."""
        self.settle_if_stale()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Each paragraph has the direction of its text, never that of the window.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(event.rect(), theme.color(theme.current().page))
        origin = self.origin()
        painter.translate(origin)
        top = event.rect().top() - origin.y()
        bottom = top + event.rect().height()
        paint_article(self.scene.paint_state, painter, self.highlights, top=top, bottom=bottom)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, select, copy; ignore other keys, so that the window gets them."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(0, len(self.scene.text))
            self._offer_selection()
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
        if extend:
            self._offer_selection()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll (with Alt: this pane alone); with Ctrl emit `zoom_requested`."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if delta:
                self.zoom_requested.emit(1 if delta > 0 else -1)
            return
        fine = event.pixelDelta().y() or event.pixelDelta().x()
        lines = QGuiApplication.styleHints().wheelScrollLines()
        step = fine or delta / 120 * lines * self.verticalScrollBar().singleStep()
        self.alone = bool(event.modifiers() & _SCROLL_ALONE)
        # Touchpads send fractions of a pixel: the rest is added to the next event.
        self._unscrolled -= step
        whole = int(self._unscrolled)
        self._unscrolled -= whole
        self.scroll_by(whole)
        self.alone = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word at the pointer."""
        self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue a drag, or update the pointer's shape."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self._pointer.release(event)
        self._offer_selection()

    def leaveEvent(self, event: QEvent) -> None:
        """Remove the highlight under the pointer."""
        super().leaveEvent(event)
        self._pointer.place = None
        self.light(pointed_block=None)

    def _on_hovered(self, found: Hit) -> None:
        in_margin = found.kind == "margin"
        block = self.scene.layout.paragraph_of(found.offset) if in_margin else None
        self.light(pointed_block=block)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Emit `menu_requested` for the object at the pointer, or at the caret if a key asked."""
        place = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.caret_rectangle().bottomLeft()
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
