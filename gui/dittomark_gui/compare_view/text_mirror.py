"""A hidden copy of a pane's text in a `QTextEdit`, which screen readers can read.

Qt's Python bindings do not allow an accessible text interface of one's own (two of its functions
return through pointers), so a pane lends out that of a `QTextEdit` with the same text, caret,
selection and tints, at the same place on the screen. It is made when a screen reader asks for text,
and updated at each further request: without a screen reader it costs nothing.

Positions on the screen are exact at the caret, where readers and magnifiers look; lines further
away may wrap a little differently, because badges and tags take room in the pane and are not read
out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from dittomark_gui.compare_view.article_scene import ArticleScene
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.spoken_text import SpokenText
from dittomark_gui.look import theme

if TYPE_CHECKING:
    from dittomark_gui.compare_view.article_view import ArticleView

_KEEP = QTextCursor.MoveMode.KeepAnchor


class TextMirror(QTextEdit):
    """The mirror of one pane; a caret move by the screen reader moves the pane's caret too."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view.viewport())
        self.hide()
        self._view = view
        self._shown: tuple[object, ...] = ()
        self._spoken = SpokenText("", view.scene.layout.paragraphs)
        self._following = False
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.selectionChanged.connect(self._on_cursor_moved)

    @property
    def spoken(self) -> SpokenText:
        """The mapping between the offsets of the pane's article and those of the mirror."""
        layout = self._view.scene.layout
        if self._spoken.source is not layout.text:
            self._spoken = SpokenText(layout.text, layout.paragraphs)
        return self._spoken

    def follow(self) -> None:
        """Update text, caret and position from the pane."""
        scene = self._view.scene
        shown = (scene.layout, scene.layout.setting, scene.marks, theme.current())
        with self._quietly():
            if shown != self._shown:
                self._shown = shown
                self._take_text(scene)
            self._take_caret()
            self._take_place()

    def _take_text(self, scene: ArticleScene) -> None:
        setting, spoken = scene.layout.setting, self.spoken
        self.setFont(setting.font)
        self.setLineWrapColumnOrWidth(round(setting.width))
        self.setPlainText(spoken.text)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(_line_format(setting.pitch))
        for mark in scene.marks.all:
            tint = _format_of(mark)
            if tint is not None:
                cursor.setPosition(spoken.to_spoken(mark.start))
                cursor.setPosition(spoken.to_spoken(mark.end), _KEEP)
                cursor.mergeCharFormat(tint)
        cursor.endEditBlock()

    def _take_caret(self) -> None:
        cursor = self.textCursor()
        spoken = self.spoken
        wanted = spoken.to_spoken(self._view.anchor), spoken.to_spoken(self._view.caret)
        if (cursor.anchor(), cursor.position()) != wanted:
            cursor.setPosition(wanted[0])
            cursor.setPosition(wanted[1], _KEEP)
            self.setTextCursor(cursor)

    def _take_place(self) -> None:
        """Move the widget so that its caret is on top of the pane's caret."""
        pane_center = self._view.caret_rectangle().center()
        own_center = self.cursorRect().center()
        self.move(round(pane_center.x()) - own_center.x(), round(pane_center.y()) - own_center.y())

    def _on_cursor_moved(self) -> None:
        if self._following:
            return
        cursor = self.textCursor()
        anchor, caret = map(self.spoken.from_spoken, (cursor.anchor(), cursor.position()))
        if (anchor, caret) != (self._view.anchor, self._view.caret):
            self._view.select(anchor, caret)
            self._view.reveal(caret)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._following = True
        try:
            yield
        finally:
            self._following = False


def _line_format(pitch: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def _format_of(mark: Mark) -> QTextCharFormat | None:
    """Return the character format by which a mark is reported to screen readers, or None."""
    colors = theme.current()
    form = QTextCharFormat()
    if mark.kind == "passage":
        form.setBackground(theme.color(colors.tint(mark.number).fill))
    elif mark.kind == "span":
        form.setForeground(theme.color(colors.block_text))
    elif mark.kind == "hit":
        form.setBackground(theme.color(colors.hit))
    elif mark.kind == "edit" and mark.style != "gap":
        form.setFontUnderline(True)
    elif mark.kind == "suggestion":
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    else:
        return None
    return form
