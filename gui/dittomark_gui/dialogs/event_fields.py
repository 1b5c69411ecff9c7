"""The form fields of an event, for creating and editing one."""

from typing import Any

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from dittomark.annotations import Event
from dittomark_gui.i18n import translate


class EventFields(QWidget):
    """Title, date, place, participants, aliases and note; lists are separated by semicolons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.date = QLineEdit()
        self.date.setPlaceholderText(
            translate("EventFields", "2023-09-13, 2023-09, 2023 or in words")
        )
        self.place = QLineEdit()
        self.participants = QLineEdit()
        self.participants.setPlaceholderText(translate("EventFields", "separated by semicolons"))
        self.aliases = QLineEdit()
        self.aliases.setPlaceholderText(
            translate("EventFields", "other names and spellings, separated by semicolons")
        )
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * 2 + 14)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("EventFields", "Title"), self.title),
            (translate("EventFields", "Date"), self.date),
            (translate("EventFields", "Place"), self.place),
            (translate("EventFields", "Participants"), self.participants),
            (translate("EventFields", "Also known as"), self.aliases),
            (translate("EventFields", "Note"), self.note),
        )
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(name, field)

    def show_event(self, event: Event) -> None:
        """Fill the fields with an event's values."""
        self.title.setText(event.title)
        self.date.setText(event.date)
        self.place.setText(event.place)
        self.participants.setText("; ".join(event.participants))
        self.aliases.setText("; ".join(event.aliases))
        self.note.setPlainText(event.note)

    def values(self) -> dict[str, Any]:
        """Return the values as keyword arguments of `Project.add_event`."""
        from dittomark.importing.dates import parse_date

        typed = self.date.text().strip()
        return {
            "title": self.title.text().strip(),
            "date": typed if _is_iso(typed) else parse_date(typed) or typed,
            "place": self.place.text().strip(),
            "participants": _items(self.participants.text()),
            "aliases": _items(self.aliases.text()),
            "note": self.note.toPlainText().strip(),
        }


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(";") if item.strip())


def _is_iso(text: str) -> bool:
    parts = text.split("-")
    return 1 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts)
