"""In a Bengali window all messages of core are in Bengali, with Bengali digits."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.helpers.projects import make_project
from tests.helpers.window import CONTROL, PLAIN, Person

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason
from dittomark.project import Project
from dittomark.team.merge import merge
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.handout_dialog import HandOutDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.merge_dialog import ConflictsDialog, merge_paths
from dittomark_gui.i18n import Language, localized
from dittomark_gui.user_settings import Settings

_ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def settings(settings: Settings) -> Iterator[Settings]:
    """A user's settings, in Bengali."""
    settings.update(language="bn")
    yield settings
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three articles, and a new data folder."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    with make_project(tmp_path) as project:
        return project.path


@pytest.fixture
def bengali(qapp: QApplication) -> Iterator[None]:
    """Only the language, without a window."""
    assert qapp is not None
    language = Language()
    language.install("bn")
    yield
    language.install("en")
    language.uninstall()


def drop(person: Person, path: Path) -> None:
    """Drop a file onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(300, 300), copy, data, Qt.MouseButton.LeftButton, PLAIN)
    person.window.dropEvent(event)
    QApplication.processEvents()


def without(text: str, *names: object) -> str:
    """Return a text without the names that are the same in every language."""
    for name in ("Dittomark", "JSON", *names):
        text = text.replace(str(name), "")
    return text


def test_a_file_that_is_no_project_is_refused_in_bengali(person: Person, tmp_path: Path) -> None:
    wrong = tmp_path / "ভুল.ditto"
    wrong.write_text("this is a letter", "utf-8")
    drop(person, wrong)
    assert person.messages() == [f"{wrong} ডিটোমার্ক প্রকল্পের ফাইল নয়।"]


def test_a_project_open_elsewhere_says_so_in_bengali(person: Person, path: Path) -> None:
    with Project.open(path, annotator="রিনা"):
        drop(person, path)
        person.settle()
        (message,) = person.messages()
    since = re.fullmatch(
        rf"{path.name} আগে থেকেই খোলা \(রিনা, এই কম্পিউটারে, (.*) থেকে\): এখানে শুধু পড়া যাবে।",
        message,
    )
    assert since is not None, message
    assert re.fullmatch("[০-৯]{2}:[০-৯]{2}", since[1])


def test_broken_lines_of_an_import_are_named_in_bengali(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    lines = [json.dumps({"text": f"{n} নম্বর সংবাদ।"}, ensure_ascii=False) for n in range(10)]
    broken = tmp_path / "সংবাদ.jsonl"
    broken.write_text("\n".join([*lines, '{"text": 1', '{"text": " "}']) + "\n", "utf-8")
    drop(person, broken)
    dialog = person.dialog(ImportDialog)
    person.settle()
    expected = [
        f"{broken}, লাইন ১১: এই লাইনটি JSON নয় (এখানে “,” থাকার কথা)।",
        f"{broken}, লাইন ১২: এর লেখা খালি।",
    ]
    assert dialog.problems.text().splitlines() == expected
    person.click(dialog.buttons.buttons()[0])
    person.settle()
    assert person.messages()[-1] == " ".join(["১০টি সংবাদ ইমপোর্ট হলো।", *expected])


def test_a_file_that_can_t_be_read_is_named_in_bengali(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    damaged = tmp_path / "টেবিল.xlsx"
    damaged.write_bytes(b"PK\x03\x04 but no workbook")
    drop(person, damaged)
    dialog = person.dialog(ImportDialog)
    person.settle()
    assert dialog.problems.text() == f"{damaged}: এটি এক্সেল ওয়ার্কবুক নয়, অথবা নষ্ট।"
    dialog.reject()


def test_an_export_to_where_nothing_can_be_written_is_refused_in_bengali(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    (tmp_path / "চিঠি.txt").write_text("নমস্কার", "utf-8")
    out = tmp_path / "চিঠি.txt" / "সংবাদ.jsonl"
    person.do("export")
    dialog = person.dialog(ExportDialog)
    dialog.place.selectAll()
    QGuiApplication.clipboard().setText(str(out))
    person.press(Qt.Key.Key_V, CONTROL, where=dialog.place)
    person.press(Qt.Key.Key_Return, where=dialog.place)
    person.wait_for(dialog.problem.isVisible)
    assert dialog.problem.text() == f"{out} লেখা যাচ্ছে না: ফাইলটি আগে থেকেই আছে।"
    dialog.reject()


def test_a_full_disk_is_told_in_bengali_and_the_work_before_stays(
    person: Person, path: Path
) -> None:
    with Project.open(path) as project:
        project.add_pair(*project.article_ids()[:2])
    person.open_project(path)
    project = person.app.session.project
    kept = person.mark_boilerplate("শেয়ার করুন", Qt.Key.Key_N, pane=1)
    connection = project._open.store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")  # what SQLite takes for a full disk
    note = person.window.parts.label_panel.note
    note.setFocus()
    QGuiApplication.clipboard().setText("এই জোড়াটি আবার দেখা দরকার। " * 2000)
    person.press(Qt.Key.Key_V, CONTROL, where=note)
    person.window.parts.view.focus_pane(0)
    person.settle()
    assert person.messages() == [
        f"{path}: ডিস্কে জায়গা নেই; শেষ কাজটি রাখা যায়নি। কিছু জায়গা খালি করে আবার চেষ্টা করুন।"
    ]
    assert project.span(kept.id) == kept
    note.clear()


def test_work_that_can_t_be_handed_out_so_is_told_in_bengali(person: Person, path: Path) -> None:
    with Project.open(path) as project:
        project.add_pair(*project.article_ids()[:2])
    person.open_project(path)
    person.do("hand_out")
    dialog = person.dialog(HandOutDialog)
    dialog.names.setPlainText("রিনা\nরিনা")
    person.wait_for(lambda: dialog.preview.text() != "")
    assert dialog.preview.text() == "মূল্যায়নকারীদের নাম দিন, প্রতিটি একবার।"
    dialog.reject()


def test_what_a_merge_found_different_is_told_in_bengali(
    person: Person, path: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.ditto"
    with Project.open(path) as project:
        span = project.annotate_span(project.article_ids()[0], 0, 4, label="caption", annotator="ক")
    merge(theirs, [path])
    for file, label in ((theirs, "most_read"), (path, "navigation")):
        with Project.open(file) as project:
            project.edit_span(span.id, label=label, annotator="ক")
    with Project.open(theirs) as project:
        scheme = project.scheme
        project.set_scheme(scheme.__class__(spans=scheme.spans[:-1], relations=scheme.relations))
    person.open_project(path)
    merge_paths(person.window, [theirs])
    message = person.messages()[-1]
    assert "২টি লেবেলের তালিকার ১টিতে “other_boilerplate” (অংশের লেবেল) নেই" in message
    assert not _ENGLISH.search(without(message, "other_boilerplate"))
    ConflictsDialog.open_for(person.window)
    dialog = person.dialog(ConflictsDialog)
    shown = [dialog.table.item(0, column) for column in (1, 2)]
    assert {item.text() for item in shown if item} == {"লেবেল: মেনু", "লেবেল: সর্বাধিক পঠিত"}
    dialog.reject()


@pytest.mark.usefixtures("bengali")
def test_causes_inside_of_a_sentence_are_bengali_too() -> None:
    reason = system_reason(OSError(28, "No space left on device"))
    error = UserError("{path} can't be written: {reason}.", path="x", reason=reason)
    assert localized(error) == "x লেখা যাচ্ছে না: ডিস্কে জায়গা নেই।"
    assert str(error) == "x can't be written: No space left on device."


@pytest.mark.usefixtures("bengali")
def test_numbers_are_written_as_the_template_says_in_bengali_digits() -> None:
    files = Message("This archive holds more than {most:,} files.", most=10_000)
    assert localized(files) == "এই আর্কাইভে ১০,০০০টির বেশি ফাইল আছে।"
    assert files == "This archive holds more than 10,000 files."
    since = Message(
        "{who} on {host}, since {hour:02}:{minute:02}", who="ক", host="খ", hour=9, minute=5
    )
    assert localized(since) == "ক, খ কম্পিউটারে, ০৯:০৫ থেকে"


@pytest.mark.usefixtures("bengali")
def test_what_is_no_sentence_of_core_is_said_as_it_is() -> None:
    assert localized("{name} of nobody") == "{name} of nobody"
    assert localized(ValueError("oops")) == "oops"
