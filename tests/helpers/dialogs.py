"""The dialogs of the program, each with a function that opens it on a project."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.window import Person

from dittomark_gui.dialogs.annotator import ask_annotator
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.failure import FailureDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject

DIALOGS: dict[str, Callable[[Person], object]] = {
    "new project": lambda person: NewProject(person.window).present(),
    "import": lambda person: ImportDialog(person.window, [Path(__file__)]).present(),
    "export": lambda person: ExportDialog(person.window).present(),
    "event": lambda person: person.do("attach_event"),
    "palette": lambda person: person.do("palette"),
    "shortcuts": lambda person: person.do("shortcuts"),
    "preferences": lambda person: person.do("preferences"),
    "scheme": lambda person: person.do("scheme"),
    "history": lambda person: person.do("history"),
    "restore": lambda person: person.do("restore"),
    "find pairs": lambda person: person.do("find_pairs"),
    "suggest": lambda person: person.do("suggest"),
    "hand out": lambda person: person.do("hand_out"),
    "about": lambda person: person.do("about"),
    "annotator": lambda person: ask_annotator(person.window),
    "failure": lambda person: FailureDialog.open_for(person.window, "Traceback …"),
}
