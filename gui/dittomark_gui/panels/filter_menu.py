"""The menu beside a list's filter field: status, annotator, source, language, author."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from dittomark.article_fields import FILTERABLE, IN_WORDS
from dittomark.listing import ListFilter
from dittomark_gui.i18n import collation, translate
from dittomark_gui.words import field_name

# Largest number of values in a submenu; others are found with the filter field.
_MOST = 40
_QUOTED: Final = re.compile(r'["“”](.+?)["“”]')


class FilterMenu(QObject):
    """A menu with one choice for each field; the button shows a dot if anything is chosen."""

    changed = Signal()
    opening = Signal()  # `offer` should be called

    def __init__(self, button: QPushButton, *, with_status: bool) -> None:
        super().__init__(button)
        self._button = button
        self._menu = QMenu(button)
        self._chosen: dict[str, str] = {}
        if with_status:
            states = [
                ("", translate("FilterMenu", "All")),
                ("open", translate("FilterMenu", "To do")),
                ("done", translate("FilterMenu", "Done")),
                ("flagged", translate("FilterMenu", "Flagged")),
                ("skipped", translate("FilterMenu", "Skipped")),
            ]
            self._fill(self._menu, "status", states)
            self._menu.addSeparator()
        self._annotators = self._menu.addMenu(translate("FilterMenu", "Judged by"))
        self._annotators.menuAction().setVisible(with_status)
        self.fields = {key: self._menu.addMenu(field_name(key)) for key in FILTERABLE}
        self._menu.aboutToShow.connect(self.opening)
        button.setMenu(self._menu)

    def offer(self, choices: Mapping[str, Sequence[str]], annotators: Sequence[str]) -> None:
        """Fill the submenus with the values of filterable fields and with the annotators."""
        everything = ("", translate("FilterMenu", "All"))
        menus = [(menu, key, choices.get(key, ())) for key, menu in self.fields.items()]
        for menu, field, values in (*menus, (self._annotators, "judged_by", annotators)):
            menu.clear()
            if self._chosen.get(field) not in values:
                self._chosen.pop(field, None)
            ordered = sorted(values, key=collation())[:_MOST]
            named = [(value, value.replace("&", "&&")) for value in ordered]
            self._fill(menu, field, [everything, *named])
            menu.setEnabled(bool(values))

    def chosen(self) -> dict[str, Any]:
        """Return the choices as keyword arguments of `ListFilter`."""
        metadata = {key: self._chosen[key] for key in FILTERABLE if key in self._chosen}
        others = {key: value for key, value in self._chosen.items() if key not in metadata}
        return {**others, "metadata": metadata} if metadata else others

    def choose(self, field: str, value: str) -> None:
        """Choose a value of a field; an empty one removes the choice."""
        if value:
            self._chosen[field] = value
        else:
            self._chosen.pop(field, None)
        self._button.setText("•" if self._chosen else "")
        self.changed.emit()

    def _fill(self, menu: QMenu, field: str, choices: Sequence[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for value, name in choices:
            action = QAction(name, menu, checkable=True)
            action.setChecked(self._chosen.get(field, "") == value)
            action.triggered.connect(lambda _checked, chosen=value: self.choose(field, chosen))
            group.addAction(action)
            menu.addAction(action)


def filter_of(text: str, *, sort: str, menu: FilterMenu | None = None) -> ListFilter:
    """Return the filter for a typed text and the choices of a menu.

    A "quoted" part is searched in the texts; a whole date, in any notation, is compared with the
    articles' dates.
    """
    quoted = _QUOTED.search(text)
    chosen = menu.chosen() if menu is not None else {}
    words = _QUOTED.sub(" ", text).split()
    date = _day(" ".join(words))
    return ListFilter(
        words=(date,) if date else tuple(words),
        text=quoted.group(1) if quoted else "",
        sort=sort,
        collation=collation() if sort in IN_WORDS else None,
        **chosen,
    )


def _day(text: str) -> str:
    """Return the date that a text is, as `2024-05-27`, or an empty string."""
    if not any(char.isdigit() for char in text):
        return ""
    from dittomark.importing.dates import parse_date

    found = parse_date(text)
    return found if len(found) == len("2024-05-27") else ""
