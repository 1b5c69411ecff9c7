"""Context help: finds the topic in the manual for the focused widget.

A panel, page or dialog names its topic in the attribute `help_topic`; a child widget may name a
more specific one. The innermost topic around the focused widget counts.
"""

from PySide6.QtWidgets import QToolButton, QWidget

from dittomark_gui.i18n import translate


def topic_of(widget: QWidget | None) -> str:
    """Return the topic of a widget or its nearest ancestor with one, else an empty string."""
    while widget is not None:
        topic = getattr(widget, "help_topic", "")
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return ""


def help_button() -> QToolButton:
    """Return the small “?” button of pages and dialogs; it does not take the focus."""
    button = QToolButton()
    button.setObjectName("help")
    button.setText("?")
    button.setAccessibleName(translate("Help", "What the manual says of this"))
    button.setToolTip(translate("Help", "What the manual says of this (F1)"))
    return button
