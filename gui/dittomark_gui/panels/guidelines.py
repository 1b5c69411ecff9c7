"""The panel of the guidelines (Markdown) beside the articles; the lead can edit them."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from dittomark.annotations import Changes
from dittomark_gui.i18n import translate
from dittomark_gui.web import open_url

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_NAME = "guidelines"


def _nothing(kind: int) -> QPixmap | QByteArray:
    """Return a transparent pixmap for images, else no bytes: then Qt does not search further."""
    if kind == QTextDocument.ResourceType.ImageResource.value:
        point = QPixmap(1, 1)
        point.fill(Qt.GlobalColor.transparent)
        return point
    return QByteArray(b"")


class OfflineDocument(QTextDocument):
    """A text document that gets an empty answer for every resource it requests.

    Qt's own document asks its browser first, and reads local files, network shares and devices
    itself if the browser has no answer.
    """

    def loadResource(self, kind: int, _name: QUrl | str) -> QPixmap | QByteArray:
        """Return an empty answer."""
        return _nothing(kind)


class OfflineBrowser(QTextBrowser):
    """Shows Markdown and loads no resources: no images, no style sheets, from anywhere.

    A web link opens in the web browser when it is clicked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(OfflineDocument(self))
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: open_url(url.toString()))

    def loadResource(self, kind: int, _name: QUrl | str) -> QPixmap | QByteArray:
        """Return an empty answer for every resource."""
        return _nothing(kind)

    def show_markdown(self, text: str) -> None:
        """Show a Markdown text; HTML in it is shown as text."""
        self.document().setMarkdown(
            text,
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )


class Guidelines(QDockWidget):
    """A dock widget that shows the guidelines."""

    help_topic = "for-project-leads#guidelines"

    def __init__(self, window: "Frame") -> None:
        super().__init__(translate("Guidelines", "Guidelines"), window)
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._session = window.session
        self.browser = OfflineBrowser()
        self.browser.setAccessibleName(translate("Guidelines", "Guidelines"))
        self.editor = QPlainTextEdit()
        self.editor.setAcceptDrops(False)  # files dropped here are handled by the window
        self.editor.setAccessibleName(translate("Guidelines", "Guidelines in Markdown"))
        self.editor.setTabChangesFocus(True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.browser)
        self.pages.addWidget(self.editor)
        self.edit_button = QPushButton(translate("Guidelines", "Edit"))
        self.edit_button.setCheckable(True)
        self.edit_button.setEnabled(self._session.writable and self._session.leads)
        self.edit_button.toggled.connect(self._on_edit_toggled)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.edit_button)
        body = QWidget()
        body.setObjectName("sidePanel")
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        self.setWidget(body)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self.close)
        self.visibilityChanged.connect(lambda on: window.switch_changed.emit(_NAME, on))
        self.show_text()

    def show_text(self) -> None:
        """Show the project's guidelines, or a hint if there are none."""
        text = self._session.project.scheme.guidelines
        self.browser.show_markdown(
            text
            or translate(
                "Guidelines",
                "*No guidelines yet.*\n\nWrite down how pairs are judged and spans are marked; "
                "every annotator sees it here.",
            )
        )

    def _on_edit_toggled(self, editing: bool) -> None:
        scheme = self._session.project.scheme
        if editing:
            self.editor.setPlainText(scheme.guidelines)
            self.pages.setCurrentWidget(self.editor)
            self.editor.setFocus()
            self.edit_button.setText(translate("Guidelines", "Keep"))
            return
        text = self.editor.toPlainText().strip()
        if text != scheme.guidelines:
            changed = dataclasses.replace(scheme, guidelines=text)
            self._session.run(lambda project: project.set_scheme(changed))
        self.pages.setCurrentWidget(self.browser)
        self.edit_button.setText(translate("Guidelines", "Edit"))
        self.show_text()

    def _on_changed(self, changes: Changes) -> None:
        if changes.scheme and not self.edit_button.isChecked():
            self.show_text()


def toggle(window: "Frame", *, on: bool) -> None:
    """Show the guidelines at the right side of the window, or close them."""
    panel = window.findChild(Guidelines, _NAME)
    if panel is not None:
        if panel.edit_button.isChecked():
            panel.edit_button.setChecked(False)  # saves the edited text
        panel.close()
    if on:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, Guidelines(window))
