"""The header of a pane: the article's source, title, date, language and length."""

from functools import cache
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dittomark.annotations import ArticleInfo
from dittomark.texts.segmentation import OffsetTable
from dittomark.texts.source_names import host_of
from dittomark_gui.compare_view.paragraphs import is_right_to_left
from dittomark_gui.i18n import translate
from dittomark_gui.look import theme
from dittomark_gui.tips import plain_tip
from dittomark_gui.words import article_title, count_name

_RIGHT_TO_LEFT_LANGUAGES: Final = frozenset({"ar", "ur", "he", "fa", "ps", "sd", "yi", "dv"})


class ArticleHeader(QWidget):
    """Paints three lines of plain text; markup in an article's fields is never interpreted.

    A long title may take a second line: `set_title_lines` sets the same number for all panes, so
    that their texts begin at the same height.
    """

    url_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: ArticleInfo | None = None
        self._repeats = False
        self._active = False
        self._title_lines = 1
        self._side = 0.0
        self.host_box = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_article(self, info: ArticleInfo, *, repeats: bool) -> None:
        """Show an article's metadata, and whether the article repeats a passage."""
        self._info = info
        self._repeats = repeats
        self.setToolTip("")
        self.setAccessibleName(", ".join(filter(None, self.lines())))
        self.update()

    def set_active(self, active: bool) -> None:
        """Mark the pane that has the keyboard focus."""
        if active != self._active:
            self._active = active
            self.update()

    def set_side(self, side: float) -> None:
        """Set the horizontal margin in pixels: that of the text below."""
        if side != self._side:
            self._side = side
            self.update()

    def set_title_lines(self, count: int) -> None:
        """Set the number of lines for the title."""
        if count != self._title_lines:
            self._title_lines = count
            self.updateGeometry()
            self.update()

    def title_lines_wanted(self) -> int:
        """Return the number of lines that the title needs at this width: 1 or 2."""
        metrics = QFontMetricsF(self._fonts()[1])
        return 1 if metrics.horizontalAdvance(plain(self._title())) <= self._room() else 2

    def _room(self) -> float:
        return self.width() - 2 * self._side

    def lines(self) -> tuple[str, str, str]:
        """Return the three lines as text: source, title, details."""
        info = self._info
        if info is None:
            return "", "", ""
        return (
            " · ".join(filter(None, (info.source, host(info.url)))),
            self._title(),
            " · ".join(self._details(info)),
        )

    def _title(self) -> str:
        info = self._info
        return article_title(info) if info else ""

    def _details(self, info: ArticleInfo) -> list[str]:
        details = [
            shown_date(info.date, info.language),
            info.language,
            count_name("characters", info.length),
        ]
        if self._repeats:
            details.append(translate("CompareView", "repeats a passage"))
        return [detail for detail in details if detail]

    def sizeHint(self) -> QSize:
        """Return a size with the height of all lines."""
        source, title, details = (QFontMetricsF(font).height() for font in self._fonts())
        return QSize(200, round(source + title * self._title_lines + details) + 24)

    def rows(self) -> list[tuple[str, QFont, str]]:
        """Return the painted lines from the top as (text, font, colour)."""
        source, title, details = (plain(line) for line in self.lines())
        fonts, colors = self._fonts(), theme.current()
        titles = wrapped(title, fonts[1], self._room(), lines=self._title_lines)
        return [
            (source, fonts[0], colors.source),
            *((line, fonts[1], colors.text) for line in titles),
            (details, fonts[2], colors.muted),
        ]

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        return (
            theme.text_font("", 9.5, bold=True),
            theme.text_font("", 12.5, bold=True),
            theme.text_font("", 9.5),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; a line that is too long ends in an ellipsis."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.fillRect(event.rect(), theme.color(colors.page))
        flags = (
            Qt.AlignmentFlag.AlignVCenter
            | (
                Qt.AlignmentFlag.AlignRight
                if self._reads_right_to_left()
                else Qt.AlignmentFlag.AlignLeft
            )
            | Qt.AlignmentFlag.AlignAbsolute
        )
        top = 11.0
        for index, (words, font, ink) in enumerate(self.rows()):
            metrics = QFontMetricsF(font)
            box = QRectF(self._side, top, self._room(), metrics.height())
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(
                box, flags | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, shown
            )
            if index == 0:
                self.host_box = self._place_host(box, metrics, words)
            top += metrics.height() + 1
        line = self.height() - 1
        painter.fillRect(QRectF(self._side, line, self._room(), 1), theme.color(colors.rule))
        if self._active:
            painter.fillRect(0, 0, self.width(), 2, theme.color(colors.focus))
        painter.end()

    def _reads_right_to_left(self) -> bool:
        info = self._info
        if info is None:
            return False
        language = info.language.split("-")[0].lower()
        return is_right_to_left(info.title, default=language in _RIGHT_TO_LEFT_LANGUAGES)

    def _place_host(self, box: QRectF, metrics: QFontMetricsF, words: str) -> QRectF:
        shown = host(self._info.url) if self._info else ""
        if not shown:
            return QRectF()
        start = metrics.horizontalAdvance(words.removesuffix(shown))
        width = metrics.horizontalAdvance(shown)
        left = box.right() - start - width if self._reads_right_to_left() else box.left() + start
        return QRectF(left, box.top(), width, box.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Set the pointer shape and the tooltip: over the host, the whole URL."""
        over = self.host_box.contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        url = self._info.url if self._info else ""
        self.setToolTip(plain_tip(url if over else self._title()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `url_activated` for a click on the host."""
        if self._info is not None and self.host_box.contains(event.position()):
            self.url_activated.emit(self._info.url)

    def changeEvent(self, event: QEvent) -> None:
        """Build the texts again when the language of the interface changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._info is not None:
            self.set_article(self._info, repeats=self._repeats)


def host(url: str) -> str:
    """Return the host of an http or https URL, and an empty string for any other."""
    return host_of(url) if url.lower().startswith(("http://", "https://")) else ""


def plain(words: str) -> str:
    """Return a text on one line, without control characters that change its direction."""
    return "".join(" " if character in _BREAKING else character for character in words)


_BREAKING: Final = frozenset("\n\r\t\v\f\x85\u2028\u2029\u202a\u202b\u202c\u202d\u202e")


def wrapped(words: str, font: QFont, width: float, *, lines: int) -> list[str]:
    """Break a text into at most `lines` lines of `width` pixels; the last one may be too long."""
    if lines < 2 or QFontMetricsF(font).horizontalAdvance(words) <= width:
        return [words]
    layout = QTextLayout(words, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    units = first.textLength()
    layout.endLayout()
    cut = OffsetTable(words).from_utf16(units)
    return [words[:cut].rstrip(), *wrapped(words[cut:], font, width, lines=lines - 1)]


def shown_date(date: str, language: str) -> str:
    """Return an ISO date in the language and digits of the article; any other text unchanged."""
    day = QDate.fromString(date[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        return date
    return _locale(language).toString(day, "d MMMM yyyy")


@cache
def _locale(language: str) -> QLocale:
    return QLocale(language) if language else QLocale()
