"""A double click on a project on macOS: the system sends an event instead of an argument."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from tests.helpers.projects import make_project
from tests.helpers.window import Person


def test_the_file_that_the_system_names_is_opened(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    application = QApplication.instance()
    assert application is not None
    person.app.listen_for_files()
    QApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    person.settle()
    assert person.app.session.is_open
    assert person.app.session.project.path == path
