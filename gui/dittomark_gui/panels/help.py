"""Context help: whoever has the keyboard says what the manual tells of it.

A panel, page or dialog names its place in the manual in `help_topic`; a part of it that has a place
of its own names that. The one nearest to the keyboard counts.
"""

from PySide6.QtWidgets import QToolButton, QWidget

from dittomark_gui.i18n import translate


def topic_of(widget: QWidget | None) -> str:
    """Return the topic of the widget or of the nearest one around it; empty: none has any."""
    while widget is not None:
        topic = getattr(widget, "help_topic", "")
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return ""


def help_button() -> QToolButton:
    """Return the small “?” of pages and dialogs; it leaves the keyboard where it is."""
    button = QToolButton()
    button.setObjectName("help")
    button.setText("?")
    button.setAccessibleName(translate("Help", "What the manual says of this"))
    button.setToolTip(translate("Help", "What the manual says of this (F1)"))
    return button
