"""The command palette: finds an action by a few letters of its name."""

from typing import TYPE_CHECKING, Self

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from dittomark_gui.actions.actions import Actions, plain_text
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.models.list_row import ListRow
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_SHOWN = 60
_LEAST = 45


class CommandPalette(Dialog):
    """A list of the enabled actions with a search field."""

    help_topic = "shortcuts#commands"

    def __init__(self, window: "Frame", actions: Actions) -> None:
        super().__init__(window, title=translate("Palette", "Find a command"), width=480)
        self._commands = [
            (_name(action), action)
            for action in (*actions.all_actions(), *actions.prior_actions())
            if action.isEnabled() and action.objectName() != "palette"
        ]
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Palette", "What do you want to do?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = RowList(translate("Palette", "Commands"))
        self.list.setMinimumHeight(320)
        self.nothing = plain_label(
            translate("Palette", "No command has these words in its name."), "muted"
        )
        self.body.addWidget(self.field)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self.accept)
        self.list.follow(self.field)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.itemClicked.connect(lambda _item: self.accept())
        self._fill("")

    @classmethod
    def open_for(cls, window: "Frame", actions: Actions) -> Self:
        """Create and open the palette."""
        return cls(window, actions).present()

    def accept(self) -> None:
        """Close the palette, then trigger the chosen action; without one it stays open."""
        action = self.list.chosen()
        if not isinstance(action, QAction):
            return
        super().accept()
        action.trigger()

    def _fill(self, text: str) -> None:
        self.list.clear()
        for name, action in self._found(text.strip()):
            keys = action.shortcut().toString()
            marks = ((keys, "muted"),) if keys else ()
            self.list.add_row(action, ListRow(name, "", marks))
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())

    def _found(self, text: str) -> list[tuple[str, QAction]]:
        if not text:
            return self._commands
        from rapidfuzz import fuzz, process, utils

        found = process.extract(
            text,
            [name for name, _ in self._commands],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=_SHOWN,
            score_cutoff=_LEAST,
        )
        from dittomark.texts.romanise import is_latin, sounds_like

        by_sound = [
            each for each in self._commands if is_latin(text) and sounds_like(text, each[0])
        ]
        by_letters = [self._commands[place] for _, _, place in found]
        by_words = [each for each in self._commands if _begin_words_of(text, each[0])]
        by_words.sort(key=lambda each: not each[0].casefold().startswith(text.casefold()))
        return list(dict.fromkeys((*by_words, *by_sound, *by_letters)))


def _begin_words_of(text: str, name: str) -> bool:
    """Return whether every typed part begins a word of the name."""
    words = name.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())


def _name(action: QAction) -> str:
    return plain_text(action).rstrip("…")
