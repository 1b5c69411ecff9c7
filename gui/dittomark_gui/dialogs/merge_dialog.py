"""Merges annotators' files into the open project, and lets the user settle the conflicts."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.progress_dialog import run_with_progress
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, localized, number, translate
from dittomark_gui.models.row_words import field_words
from dittomark_gui.panels.widgets import align_headers, plain_label
from dittomark_gui.words import article_title

if TYPE_CHECKING:
    from dittomark.labels import LabelScheme
    from dittomark.store.conflicts import Conflict
    from dittomark.team.merge import MergeReport
    from dittomark_gui.panels.frame import Frame

_SIZE: Final = (820, 480)
_IGNORED_FIELDS: Final = frozenset(
    {"id", "seq", "created_at", "updated_at", "added_by", "deleted_at"}
)


_TABLES: Final = {
    "articles": QT_TRANSLATE_NOOP("Tables", "articles"),
    "pairs": QT_TRANSLATE_NOOP("Tables", "pairs"),
    "judgements": QT_TRANSLATE_NOOP("Tables", "judgements"),
    "spans": QT_TRANSLATE_NOOP("Tables", "spans"),
    "links": QT_TRANSLATE_NOOP("Tables", "links"),
    "events": QT_TRANSLATE_NOOP("Tables", "events"),
    "memberships": QT_TRANSLATE_NOOP("Tables", "events of articles"),
    "suggestions": QT_TRANSLATE_NOOP("Tables", "suggestions"),
    "decisions": QT_TRANSLATE_NOOP("Tables", "decisions"),
}


def table_name(key: str) -> str:
    """Return the translated name of a table of the project."""
    return translate("Tables", _TABLES[key]) if key in _TABLES else key


def merge_files(window: "Frame") -> None:
    """Ask for files and merge them into the project."""
    names, _ = QFileDialog.getOpenFileNames(
        window,
        translate("Merge", "Files of other annotators"),
        str(window.session.projects_folder()),
        translate("Merge", "Dittomark projects (*.ditto)"),
    )
    if names:
        merge_paths(window, [Path(name) for name in names])


def merge_paths(window: "Frame", paths: list[Path]) -> None:
    """Merge these files into the open project and show the result."""
    from dittomark.team.merge import merge_into

    window.session.flush()
    found = run_with_progress(
        window,
        translate("Merge", "Joining the files…"),
        lambda report: merge_into(window.session.project, paths, report=report),
    )
    if found is None:
        return
    conflicts = len(found.conflicts)
    if not (conflicts or found.labels):
        window.session.messages.show(_summary(found))
        return
    action = (translate("Merge", "Look at them"), lambda: ConflictsDialog.open_for(window))
    window.session.messages.warn(
        " ".join((_summary(found), *map(localized, found.labels))),
        action=action if conflicts else None,
    )


def _summary(found: "MergeReport") -> str:
    parts = [
        f"{number(found.added[key])} {table_name(key)}" for key in _TABLES if found.added.get(key)
    ]
    text = translate("Merge", "Joined. New: {what}.").format(
        what=", ".join(parts) or translate("Merge", "nothing")
    )
    if found.conflicts:
        text += " " + translate(
            "Merge",
            "%n row(s) were changed differently in different files.",
            "",
            len(found.conflicts),
        )
    return text


class ConflictsDialog(Dialog):
    """A table of rows that were changed differently; the newest version counts until settled."""

    help_topic = "working-in-a-team#settle"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Conflicts", "Changed differently"))
        self._session = window.session
        self.lead = plain_label()
        self.lead.setWordWrap(True)
        self.body.addWidget(self.lead)
        self.table = QTableWidget(0, 3)
        align_headers(self.table)
        self.table.setAccessibleName(translate("Conflicts", "Changed differently"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Conflicts", "What"),
                translate("Conflicts", "Counts now"),
                translate("Conflicts", "The other version"),
            ]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.table, 1)
        self.keep = QPushButton(translate("Conflicts", "Keep what counts now"))
        self.keep.clicked.connect(lambda: self.settle(take_other=False))
        self.take = QPushButton(translate("Conflicts", "Take the other version"))
        self.take.clicked.connect(lambda: self.settle(take_other=True))
        row = QHBoxLayout()
        for button in (self.keep, self.take):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_buttons(translate("Conflicts", "Close"), cancel=False)
        self.fill()
        if self._conflicts:
            self.resize(*_SIZE)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def fill(self) -> None:
        """Load the unsettled conflicts."""
        self._conflicts: list[Conflict] = self._session.project.conflicts()
        self.table.setRowCount(len(self._conflicts))
        scheme = self._session.project.scheme
        for row, conflict in enumerate(self._conflicts):
            kept, other = differences(scheme, conflict.kept, conflict.other)
            for column, text in enumerate((self._about(conflict), kept, other)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.lead.setText(
            translate(
                "Conflicts",
                "These were changed in two files. The newer version counts now; choose the other "
                "one where it is right. Neither is lost.",
            )
            if self._conflicts
            else translate("Conflicts", "Nothing was changed differently in the files you joined.")
        )
        self.table.setVisible(bool(self._conflicts))
        self.table.resizeRowsToContents()
        if self._conflicts:
            self.table.selectRow(0)
        for button in (self.keep, self.take):
            button.setVisible(bool(self._conflicts))
            button.setEnabled(self._session.writable)

    def _about(self, conflict: "Conflict") -> str:
        """Return a row's table, and the titles of its articles or event."""
        project, row = self._session.project, conflict.kept
        ids = [row[name] for name in ("article_id",) if row.get(name)]
        if row.get("pair_id"):
            pair = project.pair(row["pair_id"])
            ids = [pair.a, pair.b]
        titles = [article_title(info) for info in project.article_infos(ids)] if ids else []
        if row.get("title"):
            titles.append(row["title"])
        return "\n".join((table_name(conflict.entity), *titles))

    def settle(self, *, take_other: bool) -> None:
        """Settle the selected conflict: keep the current version, or take the other one."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._conflicts):
            return
        conflict = self._conflicts[row]
        self._session.run(
            lambda project: project.settle_conflict(
                conflict, take_other=take_other, annotator=self._session.annotator
            )
        )
        self.fill()


def differences(
    scheme: "LabelScheme", kept: Mapping[str, object], other: Mapping[str, object]
) -> tuple[str, str]:
    """Return the differing fields of two versions of a row, each version as lines of text."""
    names = [
        name
        for name in {**kept, **other}
        if name not in _IGNORED_FIELDS and kept.get(name) != other.get(name)
    ]
    return _lines(scheme, kept, names), _lines(scheme, other, names)


def _lines(scheme: "LabelScheme", row: Mapping[str, object], names: list[str]) -> str:
    if not row or row.get("deleted_at"):
        return translate("Conflicts", "deleted")
    return "\n".join(field_words(scheme, name, row.get(name)) for name in names)
