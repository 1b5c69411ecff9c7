"""What this program is, its version, and whose work it stands on."""

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QPushButton

import dittomark_resources
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.version import version

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_ICON = 64


class AboutDialog(Dialog):
    """Name, version, licence, privacy."""

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("About", "About Dittomark"), width=480)
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
        head.addWidget(plain_label(f"Dittomark {version()}", "title"), 1)
        self.body.addLayout(head)
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        about_qt = QPushButton(translate("About", "About Qt"))
        about_qt.setAutoDefault(False)
        about_qt.clicked.connect(self._show_qt)
        buttons.addButton(about_qt, QDialogButtonBox.ButtonRole.ActionRole)
        self.body.addWidget(buttons)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Open it."""
        return cls(window).present()

    @staticmethod
    def _show_qt() -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.aboutQt()
