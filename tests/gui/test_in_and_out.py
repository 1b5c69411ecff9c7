"""Import and export in the window: names of formats, a folder's preview, a split."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from tests.helpers.dropping import drop
from tests.helpers.projects import make_project
from tests.helpers.window import LEFT, PLAIN, SHIFT, Person

from dittomark.exporting import FORMATS as EXPORTS
from dittomark.importing import FORMATS as IMPORTS
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.message_list import MessageList
from dittomark_gui.dialogs.new_project import NewProject
from dittomark_gui.format_words import export_name, export_sentence, import_name

STORY = "Harbour {number} closes\n\nBoats stay in port {number} for the whole of the week."


def write_pages(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"page-{number:03}.txt" for number in range(1, count + 1)]
    for number, path in enumerate(paths, start=1):
        path.write_text(STORY.format(number=number), "utf-8")
    return paths


@pytest.fixture
def empty(person: Person, tmp_path: Path) -> Person:
    """A user at an empty project."""
    Project.create(tmp_path / "work.ditto").close()
    person.open_project(tmp_path / "work.ditto")
    return person


def import_dropped(person: Person, *paths: Path) -> ImportDialog:
    """Drop files, wait for the preview."""
    drop(person, paths)
    person.settle()
    return person.dialog(ImportDialog)


def count(person: Person) -> int:
    return person.app.session.project.counts()["articles"]


def zipped(folder: Path) -> Path:
    path = folder / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for page in write_pages(folder / "in", 3):
            archive.write(page, page.name)
    return path


def packed(folder: Path) -> Path:
    path = folder / "rows.jsonl.gz"
    rows = [{"title": f"Harbour {n}", "text": STORY.format(number=n)} for n in range(3)]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


def table(folder: Path) -> Path:
    path = folder / "rows.csv"
    lines = ["title,text", *(f"Harbour {n},Boats stay in port {n}" for n in range(3))]
    path.write_text("\n".join(lines), "utf-8")
    return path


def pages(folder: Path) -> Path:
    write_pages(folder / "pages", 3)
    return folder / "pages"


@pytest.mark.parametrize("make", [zipped, packed, table, pages])
def test_each_kind_of_file_comes_in_through_the_window(
    empty: Person, tmp_path: Path, make: object
) -> None:
    assert callable(make)
    dialog = import_dropped(empty, make(tmp_path))
    assert dialog.table.rowCount() == 3
    dialog.accept()
    empty.settle()
    assert count(empty) == 3


def test_two_hundred_files_are_dropped_at_once(empty: Person, tmp_path: Path) -> None:
    dialog = import_dropped(empty, *write_pages(tmp_path / "many", 200))
    dialog.accept()
    empty.settle()
    assert count(empty) == 200


def test_a_folder_shows_its_first_files_and_how_many_more(empty: Person, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages", 12)
    dialog = import_dropped(empty, tmp_path / "pages")
    assert dialog.table.rowCount() == 8
    assert dialog.more.isVisible()
    assert dialog.more.text() == "and 4 more files"


def test_a_project_that_comes_with_other_files_opens_and_they_are_offered(
    person: Person, tmp_path: Path
) -> None:
    Project.create(tmp_path / "work.ditto").close()
    (page,) = write_pages(tmp_path / "pages", 1)
    dialog = import_dropped(person, tmp_path / "work.ditto", page)
    assert person.app.session.project.path.name == "work.ditto"
    dialog.accept()
    person.settle()
    assert count(person) == 1


def test_all_that_went_wrong_can_be_read_afterwards(empty: Person, tmp_path: Path) -> None:
    rows = [json.dumps({"title": f"n{n}", "text": ""}) for n in range(20)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), "utf-8")
    import_dropped(empty, tmp_path / "rows.jsonl").accept()
    empty.settle()
    empty.do("messages")
    text = empty.dialog(MessageList).text.toPlainText()
    assert "rows.jsonl" in text
    assert len([line for line in text.splitlines() if line.startswith("   ")]) >= 20


def test_every_format_has_a_name_and_every_export_a_sentence() -> None:
    words = "gui/dittomark_gui/format_words.py"
    for key in EXPORTS:
        assert export_name(key), f"{key} has no name in {words}"
        assert export_sentence(key).endswith("."), f"{key} has no sentence in {words}"
    unnamed = {key for key in IMPORTS if import_name(key) == key} - {"brat", "doccano"}
    assert unnamed == set(), f"what is read has no name in {words}"


def test_a_split_is_asked_for_by_numbers_and_the_folder_can_be_opened(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    person.do("export")
    dialog = person.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findText("Hugging Face dataset (folder)"))
    dialog.place.setText(str(tmp_path / "out"))
    dialog.split.wanted.click()
    dialog.split.shares["train"].setValue(70)
    dialog.accept()
    assert "90 %" in dialog.problem.text()
    dialog.split.shares["test"].setValue(20)
    dialog.accept()
    person.settle()
    written = [str(path.relative_to(tmp_path)) for path in (tmp_path / "out").rglob("*")]
    assert any("train" in name for name in written), (written, person.messages(), dialog)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    message = person.app.messages.log[-1]
    assert message.action is not None
    assert message.action[0] == "Open folder"
    message.action[1]()
    assert opened == [str(tmp_path / "out")]


def test_the_name_of_a_new_project_is_typed_over_and_remove_waits_for_a_choice(
    person: Person, tmp_path: Path
) -> None:
    person.do("new_project")
    dialog = person.dialog(NewProject)
    assert dialog.focusWidget() is dialog.name
    assert dialog.name.selectedText() == dialog.name.text()
    dialog.add_path(tmp_path)
    dialog.go_on()
    assert not dialog.remove.isEnabled()
    dialog.files.setCurrentRow(0)
    assert dialog.remove.isEnabled()
    person.click(dialog.remove)
    assert dialog.files.count() == 0
    assert not dialog.remove.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("con", "_con.ditto"), ("NUL.txt", "_NUL.txt.ditto"), ("a/b: c?", "a_b_ c_.ditto"),
        ("the end. ", "the end.ditto"), ("...", "_.ditto"), ("tab\x1bs", "tab_s.ditto"),
    ],
)  # fmt: skip
def test_a_new_project_s_file_has_a_name_that_every_system_can_have(
    person: Person, tmp_path: Path, name: str, file: str
) -> None:
    person.do("new_project")
    dialog = person.dialog(NewProject)
    dialog.folder.setText(str(tmp_path / "mine"))
    dialog.name.setText(name)
    finished: list[int] = []
    dialog.finished.connect(finished.append)
    while not finished:
        dialog.go_on()
    person.settle()
    assert [path.name for path in (tmp_path / "mine").glob("*.ditto")] == [file]


def test_a_drop_that_would_move_the_file_is_taken_as_a_copy(empty: Person, tmp_path: Path) -> None:
    (page,) = write_pages(tmp_path / "pages", 1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    offered = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(300, 300), offered, data, LEFT, PLAIN)
    QApplication.sendEvent(empty.window, enter)
    assert enter.isAccepted()
    assert enter.dropAction() == Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(300, 300), offered, data, LEFT, SHIFT)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(empty.window, event)
    assert event.dropAction() == Qt.DropAction.CopyAction
    empty.settle()
    empty.dialog(ImportDialog).accept()
    empty.settle()
    assert page.exists()
    assert count(empty) == 1


def test_the_numbers_of_a_split_look_off_while_there_is_none(
    person: Person, tmp_path: Path
) -> None:
    make_project(tmp_path).close()
    person.open_project(tmp_path / "work.ditto")
    dialog = ExportDialog(person.window).present()
    person.settle()

    def contrast() -> int:
        """Return the difference (0-255) of the strongest and weakest pixel of the number."""
        picture = dialog.split.seed.grab().toImage()
        middle = picture.height() // 2
        shades = [
            QColor(picture.pixel(x, y)).lightness()
            for x in range(6, picture.width() // 2)
            for y in range(middle - 6, middle + 6)
        ]
        return max(shades) - min(shades)

    off = contrast()
    dialog.split.wanted.setChecked(True)
    person.settle()
    assert contrast() > off + 40
    dialog.reject()
