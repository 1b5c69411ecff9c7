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
    from dittomark_gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought: suggestions, and whose earlier open ones they replace."""

    suggestions: tuple[Suggestion, ...]
    replaces: tuple[str, ...]


class SuggestDialog(SearchDialog[Found]):
    """Looks for boilerplate (and learns from what people marked)."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(
            window,
            title=translate("Suggest", "Suggest boilerplate"),
            text=translate(
                "Suggest",
                "Looks for menus, link lists, captions, comment forms and the like in every "
                "article, and learns from what you marked or refused so far. Suggestions are "
                "dashed; nothing is marked before somebody accepts it.",
            ),
            accept=translate("Suggest", "Suggest"),
        )
        self.trust = QCheckBox(
            translate("Suggest", "Then show how far the suggestions can be trusted")
        )
        self.form.addRow("", self.trust)

    def search(self) -> Callable[[Report], Found]:
        """Look with a connection of its own."""
        path = self._session.project.path

        def find(report: Report) -> Found:
            from dittomark.project import Project
            from dittomark.suggesting import BOILERPLATE, learn_boilerplate, suggest_boilerplate

            with Project.open(path, read_only=True) as project:
                taught = learn_boilerplate(project)
                batches = suggest_boilerplate(project, learned=taught.learned, report=report)
                found = tuple(each for batch in batches for each in batch)
            return Found(found, (BOILERPLATE, "import"))

        return find

    def take(self, result: Found) -> None:
        """Put the suggestions in the place of the open ones from before."""
        run_with_progress(
            self._window,
            translate("Suggest", "Keeping the suggestions…"),
            lambda report: self._store(result, report),
        )
        self._session.messages.tell(
            translate(
                "Suggest", "%n suggestion(s). U goes to the next one.", "", len(result.suggestions)
            )
        )
        if self.trust.isChecked():
            self._window.actions_.run("trust")

    def _store(self, result: Found, report: Report) -> None:
        project = self._session.project
        with project.batch("add_suggestions"):
            for suggester in result.replaces:
                project.withdraw_suggestions(suggester, kind="span")
            project.add_suggestions(result.suggestions, report=report)
