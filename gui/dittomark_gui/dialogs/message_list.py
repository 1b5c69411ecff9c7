"""A dialog with all messages since the program was started, as text that can be copied."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class MessageList(Dialog):
    """The messages with their details, newest first."""

    help_topic = "when-something-goes-wrong"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("MessageList", "Messages"), width=640)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(280)
        self.text.setAccessibleName(translate("MessageList", "Messages"))
        texts = [
            "\n".join((message.text, *(f"   {line}" for line in message.details)))
            for message in reversed(window.session.messages.log)
        ]
        self.text.setPlainText(
            "\n\n".join(texts) or translate("MessageList", "Nothing was told yet.")
        )
        self.body.addWidget(self.text, 1)
        self.add_buttons(translate("MessageList", "Close"), cancel=False)
