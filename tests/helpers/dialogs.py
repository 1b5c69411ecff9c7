"""The dialogs that people meet, each with what opens it over a project."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.window import Person

from dittomark_gui import dialogs
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject

DIALOGS: dict[str, Callable[[Person], object]] = {
    "new project": lambda person: NewProject(person.window).present(),
    "import": lambda person: ImportDialog(person.window, [Path(__file__)]).present(),
    "export": lambda person: ExportDialog(person.window).present(),
    "event": lambda person: dialogs.attach_event(person.window),
    "palette": lambda person: dialogs.show_palette(person.window),
    "shortcuts": lambda person: dialogs.show_shortcuts(person.window),
    "preferences": lambda person: dialogs.show_preferences(person.window),
    "scheme": lambda person: dialogs.edit_scheme(person.window),
    "history": lambda person: dialogs.show_history(person.window),
    "restore": lambda person: dialogs.restore_backup(person.window),
    "find pairs": lambda person: dialogs.find_pairs(person.window),
    "suggest": lambda person: dialogs.suggest(person.window),
    "hand out": lambda person: dialogs.hand_out(person.window),
    "about": lambda person: dialogs.show_about(person.window),
    "annotator": lambda person: dialogs.ask_annotator(person.window),
    "failure": lambda person: dialogs.show_failure(person.window, "Traceback …"),
}
