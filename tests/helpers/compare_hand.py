"""Mouse and keyboard input for the compare view, at positions given as text offsets."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dittomark_gui.compare_view.badges import TagPart
from dittomark_gui.compare_view.compare_view import CompareView

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hand:
    """Sends real events to one pane of a compare view."""

    def __init__(self, view: CompareView, pane: int = 0) -> None:
        self.view = view
        self.pane = view.panes.views()[pane]

    @property
    def viewport(self) -> QWidget:
        """The widget that receives the mouse events."""
        return self.pane.viewport()

    def point(self, offset: int, *, right: int = 3) -> QPoint:
        """Return a point just right of the caret before a code point, in the viewport."""
        layout = self.pane.scene.layout
        index = layout.paragraph_of(offset)
        box = layout.layout(index).caret(offset - layout.paragraphs[index].start)
        origin = self.pane.origin() + QPointF(0, layout.top(index))
        return (origin + QPointF(box.left() + right, box.center().y())).toPoint()

    def margin(self, offset: int) -> QPoint:
        """Return a point in the margin beside a code point."""
        return QPoint(3, self.point(offset).y())

    def tag(self, key: str, part: TagPart = "tag") -> QPoint:
        """Return a point on the tag of a span or suggestion."""
        scene = self.pane.scene
        for index in scene.marks.paragraphs():
            for box, tag in scene.paint_state.tag_rectangles(index):
                if tag.mark.key == key:
                    place = scene.paint_state.badges.parts(tag, box)[part].center()
                    top = scene.layout.top(index)
                    return (self.pane.origin() + QPointF(0, top) + place).toPoint()
        raise AssertionError(f"no tag of {key}")

    def inlay(self, kind: str, number: int = 0) -> QPoint:
        """Return a point on the n-th badge, 〃 mark or fold."""
        scene = self.pane.scene
        found = [
            (QPointF(0, scene.layout.top(index)) + box.center())
            for index in range(len(scene.layout.paragraphs))
            if scene.layout.paragraph_height(index)
            for box, inlay in scene.layout.layout(index).inlay_rectangles()
            if inlay.kind == kind and inlay.payload is not None
        ]
        return (self.pane.origin() + found[number]).toPoint()

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Click at a point."""
        QTest.mouseClick(self.viewport, LEFT, modifiers, point)

    def double_click(self, point: QPoint) -> None:
        """Double-click at a point."""
        QTest.mouseClick(self.viewport, LEFT, PLAIN, point)
        QTest.mouseDClick(self.viewport, LEFT, PLAIN, point)

    def triple_click(self, point: QPoint) -> None:
        """Triple-click at a point."""
        self.double_click(point)
        QTest.mouseClick(self.viewport, LEFT, PLAIN, point)

    def drag(self, first: QPoint, last: QPoint) -> None:
        """Press, move and release the mouse button."""
        QTest.mousePress(self.viewport, LEFT, PLAIN, first)
        self.move((first + last) / 2)
        self.move(last)
        QTest.mouseRelease(self.viewport, LEFT, PLAIN, last)

    def move(self, point: QPoint) -> None:
        """Move the mouse with the button pressed."""
        place = QPointF(point)
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, self.viewport.mapToGlobal(place), LEFT, LEFT, PLAIN
        )
        QApplication.sendEvent(self.viewport, event)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self.pane, key, modifiers)

    def wheel(self, notches: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Turn the wheel; negative is towards the user."""
        place = QPointF(self.viewport.rect().center())
        # Alt turns the wheel sideways in Qt.
        delta = QPoint(120 * notches, 0) if modifiers & ALT else QPoint(0, 120 * notches)
        event = QWheelEvent(
            place,
            self.viewport.mapToGlobal(place),
            QPoint(),
            delta,
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.viewport, event)

    def selected(self) -> str:
        """Return the selected text."""
        return self.pane.selected_text()
