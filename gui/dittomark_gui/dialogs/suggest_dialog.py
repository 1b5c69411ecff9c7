"""Asking for suggestions over the whole project; they wait beside the articles until decided."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from dittomark.annotations import Suggestion
from dittomark_gui.background import Report
from dittomark_gui.dialogs.progress import run_with_progress
from dittomark_gui.dialogs.search_dialog import SearchDialog
from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark_gui.panels.frame import Frame


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought; None where it was not asked for."""

    spans: tuple[Suggestion, ...] | None
    events: tuple[Suggestion, ...] | None


class SuggestDialog(SearchDialog[Found]):
    """Looks for boilerplate and events; learns from what people marked."""

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
        self.boilerplate = QCheckBox(
            translate("Suggest", "Boilerplate: menus, link lists, captions, comment forms …")
        )
        self.events = QCheckBox(translate("Suggest", "Events: articles that report the same thing"))
        self.trust = QCheckBox(
            translate("Suggest", "Then show how far boilerplate suggestions can be trusted")
        )
        for box in (self.boilerplate, self.events, self.trust):
            box.setChecked(box is not self.trust)
            self.form.addRow(box)

    def search(self) -> Callable[[Report], Found]:
        """Look with a connection of its own."""
        path = self._session.project.path
        boilerplate, events = self.boilerplate.isChecked(), self.events.isChecked()

        def find(report: Report) -> Found:
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                return Found(
                    _spans(project, report) if boilerplate else None,
                    _events(project, report) if events else None,
                )

        return find

    def take(self, result: Found) -> None:
        """Put the suggestions in the place of the open ones from before."""
        run_with_progress(
            self._window,
            translate("Suggest", "Keeping the suggestions…"),
            lambda report: self._store(result, report),
        )
        told = []
        if result.spans is not None:
            count = len(result.spans)
            told.append(
                translate("Suggest", "%n suggestion(s). U goes to the next one.", "", count)
            )
        action = None
        if result.events:
            count = len(result.events)
            told.append(translate("Suggest", "Events suggested for %n article(s).", "", count))
            action = (
                translate("Suggest", "Look at the events"),
                lambda: self._window.action_wanted.emit("event_proposals"),
            )
        self._session.messages.tell(" ".join(told), action=action)
        if self.trust.isChecked():
            self._window.action_wanted.emit("trust")

    def _store(self, result: Found, report: Report) -> None:
        from dittomark.suggesting.boilerplate import BOILERPLATE_REPLACES
        from dittomark.suggesting.events import EVENTS_REPLACE

        project = self._session.project
        with project.batch("add_suggestions"):
            if result.spans is not None:
                project.replace_suggestions(result.spans, of=BOILERPLATE_REPLACES, report=report)
            if result.events is not None:
                project.replace_suggestions(result.events, of=EVENTS_REPLACE, report=report)


def _spans(project: "Project", report: Report) -> tuple[Suggestion, ...]:
    from dittomark.suggesting.boilerplate import learn_boilerplate, suggest_boilerplate

    taught = learn_boilerplate(project)
    batches = suggest_boilerplate(project, learned=taught.learned, report=report)
    return tuple(each for batch in batches for each in batch)


def _events(project: "Project", report: Report) -> tuple[Suggestion, ...]:
    from dittomark.suggesting.events import suggest_events

    return tuple(suggest_events(project, report=report))
