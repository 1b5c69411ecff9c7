"""The About dialog: version, licences, and the check for a newer version."""

from html import escape
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QPushButton

import dittomark_resources
from dittomark.errors import UserError
from dittomark.system.releases import Release, installed_version, newest_release, releases_address
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import localized, translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.web import open_url

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_ICON = 64


class AboutDialog(Dialog):
    """Shows name, version, licence and privacy of the program."""

    help_topic = "privacy"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("About", "About Dittomark"), width=480)
        self._background = window.background
        self._session = window.session
        self.body.addLayout(self._head())
        self._add_texts()
        self.answer = self._answer()
        self.body.addWidget(self.answer)
        self.ask = self._ask_button()
        self.body.addWidget(self._button_row())

    def _head(self) -> QHBoxLayout:
        """Return a row with the icon, and name and version beside it."""
        icon = QLabel()
        icon.setPixmap(
            QPixmap(str(dittomark_resources.path("icons/dittomark.svg"))).scaled(
                _ICON,
                _ICON,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(icon)
        head.addWidget(plain_label(f"Dittomark {installed_version()}", "title"), 1)
        return head

    def _add_texts(self) -> None:
        for text in (
            translate(
                "About",
                "Reads news articles side by side, shows the passages they share, and keeps what "
                "you mark and judge in one file.",
            ),
            translate(
                "About",
                "Everything stays on this computer: the program opens no connection by itself.",
            ),
            translate(
                "About",
                "Free software under the MIT licence. It uses Qt under the LGPL and the Noto "
                "fonts under the Open Font License; the licences of all parts are installed "
                "beside the program.",
            ),
        ):
            label = plain_label(text)
            label.setWordWrap(True)
            self.body.addWidget(label)

    def _answer(self) -> QLabel:
        """Return the label for the answer of the version check, hidden until there is one."""
        answer = plain_label("")
        answer.setWordWrap(True)
        answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        answer.linkActivated.connect(open_url)
        answer.hide()
        return answer

    def _ask_button(self) -> QPushButton:
        ask = QPushButton(translate("About", "Look for a newer version"))
        ask.setAutoDefault(False)
        ask.setToolTip(
            translate("About", "Asks {address} once; nothing of yours is sent.").format(
                address=urlsplit(releases_address()).hostname
            )
        )
        ask.clicked.connect(self._ask)
        return ask

    def _button_row(self) -> QDialogButtonBox:
        """Return the buttons; without a configured release address there is no version check."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        about_qt = QPushButton(translate("About", "About Qt"))
        about_qt.setAutoDefault(False)
        about_qt.clicked.connect(self._show_qt)
        buttons.addButton(about_qt, QDialogButtonBox.ButtonRole.ActionRole)
        if releases_address():
            buttons.addButton(self.ask, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _ask(self) -> None:
        """Ask the release server for the newest version, in the background."""
        self.ask.setEnabled(False)
        self._show_answer(translate("About", "Asking…"))
        task = self._background.start(
            lambda _report: newest_release(), on_done=self._on_answer, on_failed=self._on_failed
        )
        self.finished.connect(task.cancel)

    def _on_answer(self, release: Release) -> None:
        self.ask.setEnabled(True)
        if release.is_newer:
            text = translate("About", "Version {version} is there:").format(
                version=escape(release.version)
            )
            page = escape(release.page)
            link = f'<a href="{page}">{page}</a>' if release.page.startswith("https://") else page
            self._show_answer(f"{text} {link}")
        else:
            self._show_answer(translate("About", "This is the newest version."))

    def _on_failed(self, error: BaseException) -> None:
        self.ask.setEnabled(True)
        if isinstance(error, UserError):
            self._show_answer(escape(localized(error)))
        else:
            self.answer.hide()
            self._session.report_failure(error)

    def _show_answer(self, text: str) -> None:
        self.answer.setTextFormat(Qt.TextFormat.RichText)
        self.answer.setText(text)
        self.answer.show()
        self.resize(self.width(), max(self.height(), self.body.totalHeightForWidth(self.width())))

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    @staticmethod
    def _show_qt() -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.aboutQt()
