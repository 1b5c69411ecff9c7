"""The manual's window: list of pages on the left, page on the right; F1 opens it at a topic."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import dittomark_resources
from dittomark_gui.dialogs.manual_pages import ManualPage, opening_of, pages
from dittomark_gui.i18n import interface_language, translate
from dittomark_gui.panels.help import topic_of
from dittomark_gui.web import open_url

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_SIZE: Final = (980, 680)
_ABOVE: Final = 6  # pixels between the top of the viewport and the requested section


class ManualBrowser(QTextBrowser):
    """Shows a page; pictures are loaded only from the manual's own folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self._pictures = dittomark_resources.path("manual") / "pictures"

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        """Return a picture of the manual, scaled down to the width of the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        text = name if isinstance(name, str) else name.toString()
        image = QImage(str(self._pictures / Path(text).name))
        width = max(self.viewport().width() - 40, 200)
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return image


class Manual(QDialog):
    """The manual's window; not modal, so that work can go on beside it."""

    def __init__(self, window: QWidget, language: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Manual", "Manual"))
        self.resize(*_SIZE)
        self._pages = pages(language)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(translate("Manual", "Find in the manual…"))
        self.search.setAccessibleName(translate("Manual", "Find in the manual"))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Manual", "Pages"))
        for page in self._pages:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.slug)
            self.list.addItem(item)
        self.browser = ManualBrowser()
        self.browser.setAccessibleName(translate("Manual", "Page"))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list)
        splitter = QSplitter()
        splitter.addWidget(side)
        splitter.addWidget(self.browser)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, _SIZE[0] - 250])
        row = QHBoxLayout(self)
        row.addWidget(splitter)
        self.list.currentRowChanged.connect(self._on_page_chosen)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_next)
        self.browser.anchorClicked.connect(self._on_link)
        self.list.setCurrentRow(0)

    def show_topic(self, topic: str) -> None:
        """Show the page of a topic, scrolled to the anchor after the `#`, if any."""
        slug, _, anchor = topic.partition("#")
        for row, page in enumerate(self._pages):
            if page.slug == slug:
                self.search.clear()
                self.list.setCurrentRow(row)
                # Later: then the page has been laid out in its final width.
                QTimer.singleShot(0, self, lambda page=page: self._scroll_to(page, anchor))

    def _scroll_to(self, page: ManualPage, anchor: str) -> None:
        document = self.browser.document()
        opening = page.sections.get(anchor)
        block = document.begin()
        while block.isValid() and opening_of(block.text()) != opening:
            block = block.next()
        # The rectangle of an invalid block is empty: scroll to the top.
        top = document.documentLayout().blockBoundingRect(block).top()
        self.browser.verticalScrollBar().setValue(round(top) - _ABOVE)

    def _on_page_chosen(self, row: int) -> None:
        if row >= 0:
            self.browser.document().setMarkdown(self._pages[row].text)
            self.browser.verticalScrollBar().setValue(0)
            self._mark()

    def _on_search(self, text: str) -> None:
        """Show only the pages that contain all words, and go to the first of them."""
        words = text.casefold().split()
        for row, page in enumerate(self._pages):
            content = page.text.casefold()
            self.list.item(row).setHidden(not all(word in content for word in words))
        if self.list.currentRow() not in self._shown() and self._shown():
            self.list.setCurrentRow(self._shown()[0])
        self._mark()

    def _on_next(self) -> None:
        """Go to the next hit: on this page, else on the next page with the words."""
        shown = self._shown()
        if not shown or self._find():
            return
        row = self.list.currentRow()
        self.list.setCurrentRow(next((other for other in shown if other > row), shown[0]))
        self._mark()

    def _shown(self) -> list[int]:
        """Return the rows of the pages that match the search."""
        return [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]

    def _mark(self) -> None:
        """Select the first hit on the page."""
        if self.search.text().strip():
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self._find()

    def _find(self) -> bool:
        """Select the next hit of the whole search text, else of its first word."""
        text = self.search.text().strip()
        return bool(text) and (self.browser.find(text) or self.browser.find(text.split()[0]))

    def _on_link(self, url: QUrl) -> None:
        target = url.toString()
        if target.endswith(".md"):
            self.show_topic(Path(target).stem.split("-", 1)[-1])
        else:
            open_url(target)


def open_manual(window: "Frame") -> Manual:
    """Open the manual at the topic of the focused widget, else of the current page."""
    focus: QWidget | None = window.focusWidget()
    if focus is not None and not focus.isVisible():
        focus = None
    topic = topic_of(focus) or topic_of(window.stack.currentWidget())
    return show_manual(window, topic)


def show_manual(over: QWidget, topic: str) -> Manual:
    """Show a topic in the manual's window over `over`, which is created if there is none."""
    open_ones = over.findChildren(Manual, options=Qt.FindChildOption.FindDirectChildrenOnly)
    manual = open_ones[0] if open_ones else Manual(over, interface_language())
    manual.show()
    manual.show_topic(topic)
    manual.raise_()
    manual.activateWindow()
    return manual
