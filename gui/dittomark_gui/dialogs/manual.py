"""The manual inside the program: pages on the left, text on the right; F1 opens the one that fits."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
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
from dittomark_gui.i18n import interface_language, translate
from dittomark_gui.web import open_url

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_SIZE: Final = (980, 680)
_HEADING: Final = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One Markdown file: `slug` is its name without number and ending."""

    slug: str
    title: str
    text: str


def pages(language: str) -> list[ManualPage]:
    """Return the manual's pages in that language, or in English where there is none."""
    root = dittomark_resources.path("manual")
    folder = root / language if (root / language).is_dir() else root / "en"
    found = []
    for file in sorted(folder.glob("[0-9]*-*.md")):
        text = file.read_text(encoding="utf-8")
        heading = _HEADING.search(text)
        title = heading.group(1) if heading else file.stem
        found.append(ManualPage(file.stem.split("-", 1)[1], title, text))
    return found


class ManualBrowser(QTextBrowser):
    """Shows a page; its pictures come from the manual's own folder and nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self._pictures = dittomark_resources.path("manual") / "pictures"

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        """Return a picture that ships with the manual, as wide as the page at most."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        text = name if isinstance(name, str) else name.toString()
        image = QImage(str(self._pictures / Path(text).name))
        width = max(self.viewport().width() - 40, 200)
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return image


class Manual(QDialog):
    """Stays open beside the work."""

    def __init__(self, window: "Frame", language: str) -> None:
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
        self.browser.anchorClicked.connect(self._on_link)
        self.list.setCurrentRow(0)

    def show_page(self, slug: str) -> None:
        """Turn to a page."""
        for row, page in enumerate(self._pages):
            if page.slug == slug:
                self.list.setCurrentRow(row)

    def _on_page_chosen(self, row: int) -> None:
        if row >= 0:
            self.browser.document().setMarkdown(self._pages[row].text)
            self.browser.verticalScrollBar().setValue(0)
            self._mark()

    def _on_search(self, text: str) -> None:
        """List the pages that hold the words, and go to the first of them."""
        words = text.casefold().split()
        for row, page in enumerate(self._pages):
            content = page.text.casefold()
            self.list.item(row).setHidden(not all(word in content for word in words))
        row = self.list.currentRow()
        if row < 0 or self.list.item(row).isHidden():
            rows = range(self.list.count())
            shown = [row for row in rows if not self.list.item(row).isHidden()]
            if shown:
                self.list.setCurrentRow(shown[0])
        self._mark()

    def _mark(self) -> None:
        """Select the words that are sought on the page."""
        text = self.search.text().strip()
        if text:
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(text)

    def _on_link(self, url: QUrl) -> None:
        target = url.toString()
        if target.endswith(".md"):
            self.show_page(Path(target).stem.split("-", 1)[-1])
        else:
            open_url(target)


# Where the keyboard is → the page that speaks of it.
_CONTEXT: Final = (
    ("label_panel", "judging-pairs"),
    ("left_panel", "first-ten-minutes"),
    ("view", "marking-boilerplate"),
)


def open_manual(window: "Frame") -> Manual:
    """Open the manual at the page about the part of the window where the keyboard is."""
    open_ones = window.findChildren(Manual)
    manual = open_ones[0] if open_ones else Manual(window, interface_language())
    focus = QApplication.focusWidget()
    for name, slug in _CONTEXT:
        area = getattr(window, name)
        if focus is not None and (area is focus or area.isAncestorOf(focus)):
            manual.show_page(slug)
    manual.show()
    manual.raise_()
    manual.activateWindow()
    return manual
