"""The dialog that runs suggesters over the whole project."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QPushButton, QSpinBox

from dittomark_gui.dialogs.progress_dialog import run_with_progress
from dittomark_gui.dialogs.search_dialog import SearchDialog
from dittomark_gui.dialogs.suggester_details import warn_of_problems
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, localized, translate
from dittomark_gui.panels.widgets import inset_text
from dittomark_gui.work.suggesting import (
    has_unasked_packages,
    kind_names,
    meet_packages,
    search_with,
    store_all,
    suggestions_summary,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dittomark.suggesting.registry import Registered
    from dittomark.suggesting.running import Found
    from dittomark_gui.background import Report
    from dittomark_gui.panels.frame import Frame

# Longer names of the built-in suggesters, which are ticked by default.
_OURS: Final = {
    "boilerplate": QT_TRANSLATE_NOOP(
        "Suggest", "Boilerplate: menus, link lists, captions, comment forms …"
    ),
    "events": QT_TRANSLATE_NOOP("Suggest", "Events: articles that report the same thing"),
}


class SuggestDialog(SearchDialog["tuple[Found, ...]"]):
    """A check box for each suggester; suggesters learn from people's decisions."""

    help_topic = "suggestions#boilerplate"

    def __init__(self, window: "Frame") -> None:
        super().__init__(
            window,
            title=translate("Suggest", "Suggest boilerplate and events"),
            text=translate(
                "Suggest",
                "Looks through every article and learns from what you marked or refused so far. "
                "Nothing is marked and no event is attached before somebody accepts it.",
            ),
            accept=translate("Suggest", "Suggest"),
        )
        self.boxes: dict[str, tuple[QCheckBox, Registered]] = {}
        self._add_boxes()
        self.trust = QCheckBox(
            translate("Suggest", "Then show how far boilerplate suggestions can be trusted")
        )
        self.form.addRow(self.trust)
        self.again = QSpinBox()
        inset_text(self.again)
        self.again.setRange(0, 1000)
        self.again.setSingleStep(10)
        self.again.setSpecialValueText(translate("Suggest", "never"))
        self.again.setValue(self._session.settings.preferences.suggest_again_after)
        again = translate("Suggest", "Ask again after so many decisions")
        self.again.setAccessibleName(again)
        self.form.addRow(again, self.again)
        self.own = QPushButton(translate("Suggest", "Your own suggesters…"))
        self.own.setAutoDefault(False)
        self.own.clicked.connect(self._show_own)
        self.form.addRow(self.own)

    def search(self) -> "Callable[[Report], tuple[Found, ...]]":
        """Save the options and return the search; it opens the project file itself."""
        chosen = [registered for box, registered in self.boxes.values() if box.isChecked()]
        self._session.settings.update(
            suggesters=tuple(each.key for each in chosen), suggest_again_after=self.again.value()
        )
        return search_with(chosen, self._session.project.path)

    def take(self, result: "tuple[Found, ...]") -> None:
        """Replace the open suggestions of these suggesters by the new ones."""
        reports = run_with_progress(
            self._window,
            translate("Suggest", "Keeping the suggestions…"),
            lambda report: store_all(self._session.project, result, report),
        )
        if reports is None:
            return
        action = None
        if any(report.found.get("event") for report in reports):
            action = (
                translate("Suggest", "Look at the events"),
                lambda: self._window.action_wanted.emit("event_proposals"),
            )
        self._session.messages.show(suggestions_summary(reports), action=action)
        warn_of_problems(self._window, reports)
        if self.trust.isChecked():
            self._window.action_wanted.emit("trust")

    def _add_boxes(self) -> None:
        """Add a check box for each suggester; the last used, else the built-in, are ticked."""
        from dittomark.errors import UserError
        from dittomark.suggesting.registry import suggesters

        try:
            everything = suggesters()
        except UserError as error:
            self._session.messages.fail(error)
            everything = []
        used = self._session.settings.preferences.suggesters
        for registered in everything:
            for_pairs = registered.kinds and registered.kinds <= {"pair", "relation"}
            if for_pairs and registered.provider == "built-in":
                continue  # the search for pairs has its own dialog
            box = QCheckBox(_named(registered))
            box.setChecked(registered.key in (used or _OURS))
            self.boxes[registered.key] = (box, registered)
            self.form.addRow(box)
        if has_unasked_packages(everything):
            self._window.background.start(meet_packages, on_done=self._on_packages_asked)

    def _on_packages_asked(self, _problems: object) -> None:
        """Show the names that the packages have reported."""
        from dittomark.suggesting.registry import suggesters

        for registered in suggesters():
            if registered.key in self.boxes:
                box, _ = self.boxes[registered.key]
                box.setText(_named(registered))
                self.boxes[registered.key] = (box, registered)

    def _show_own(self) -> None:
        from dittomark_gui.dialogs.suggesters_dialog import SuggestersDialog

        self.reject()
        SuggestersDialog.open_for(self._window)


def _named(registered: "Registered") -> str:
    """Return the text of a suggester's check box."""
    long_name = _OURS.get(registered.key)
    text = translate("Suggest", long_name) if long_name else localized(registered.name)
    if not long_name and registered.kinds:
        text = f"{text} ({kind_names(registered.kinds)})"
    return text.replace("&", "&&")
