"""Exchanges changes with the team's folder while the window is open, and reports its status.

A worker reads and writes the folder; changes from others are applied to the project here, in the
GUI thread, in small pieces, so that the window stays responsive. See docs/decisions/0024.
"""

import contextlib
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from dittomark.annotations import Changes, joined_changes
from dittomark.errors import Cancelled, UserError
from dittomark_gui.background import Background, Report, Task
from dittomark_gui.i18n import translate
from dittomark_gui.session import TAKEN_IN, Session
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dittomark.project import Project
    from dittomark.store.team_records import TeamRecord
    from dittomark.team.folder.membership import Member
    from dittomark.team.folder.rounds import Round
    from dittomark.team_rules import Rules
    from dittomark_gui.work.team_rounds import RoundRequest, TeamRounds

# Delay before a step is published, and interval at which the folder is read if the system reports
# no changes: together less than the five seconds that others may have to wait.
PUBLISH_MS: Final = 1_000
LOOK_MS: Final = 3_000
# Files arrive in groups: delay between the first one and reading all of them.
_GATHER_MS: Final = 150
# Seconds for applying changes before Qt processes keys and mouse.
_SLICE: Final = 0.03
# Seconds between updates of the lists while many changes are applied.
_SHOW: Final = 2.0
# A folder whose round took longer (seconds) is neither awaited on closing nor watched.
_QUICK: Final = 0.5
_BUSY_MS: Final = 50
# Nor does closing wait longer (seconds) for a call that does not return.
_FAREWELL: Final = 2.0


class TeamExchange(QObject):
    """Synchronises the open project with its team's folder, if it has one."""

    standing_changed = Signal()  # members, waiting steps or problems have changed
    changes_applied = Signal()  # all changes of a round are applied and shown
    rested = Signal(object)  # Round: nothing more to do for now

    def __init__(self, parent: QObject, session: Session, workspace: Workspace) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = workspace
        self._background = Background(self, on_bug=self._on_failed)
        self._rounds: TeamRounds | None = None
        self.device = ""
        """This device's name in the folder."""
        self._task: Task | None = None
        self._results: list[Round] = []  # of the running round, or the one being applied
        self._pieces: Iterator[Changes] | None = None
        self._gathered: list[Changes] = []
        self._shown_at = 0.0
        self._round_seconds = 0.0  # seconds that the newest round took
        self._began = 0.0
        self._has_work = False
        self._wanted = False  # a requested round has not begun yet
        self._leaving: Callable[[str], object] | None = None
        self._announcing = False  # the running round announces that this device leaves
        self.found: Round | None = None
        """The result of the newest round; None before the first."""
        self.problem: str | None = None
        """Why nothing can be published or taken in at the moment, or None."""
        self.unpublished = 0
        """The number of steps that are not published yet."""
        self._interval = QTimer(self, interval=LOOK_MS)
        self._interval.timeout.connect(self._on_time)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._begin_round)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._apply_changes)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._begin_within(_GATHER_MS))
        session.opened.connect(self._on_offers_changed)
        session.offers_changed.connect(self._on_offers_changed)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._on_changed)
        session.arrived.connect(self._gathered.append)
        session.annotator_changed.connect(self._on_annotator_changed)
        workspace.shown.connect(self._publish_soon)

    # --- public -----------------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether the open project belongs to a team and exchanges with its folder."""
        return self._rounds is not None

    @property
    def is_taking_in(self) -> bool:
        """Whether changes from others are being applied."""
        return self._pieces is not None

    def start(self) -> None:
        """Start exchanging, if the open project has a team and can be written."""
        self.stop()
        session = self._session
        record = session.run(lambda project: project.team()) if session.writable else None
        if record is None:
            self.standing_changed.emit()
            return
        record = session.run(lambda project: _begin_run(project, session.annotator))
        if record is None:  # the session has shown why
            self.problem = translate("TeamExchange", "Nothing can be written into the project.")
            self.standing_changed.emit()
            return
        from dittomark_gui.work.team_rounds import TeamRounds

        self.device = record.device
        self._rounds = TeamRounds(session.project.path, Path(record.folder))
        self._has_work = True
        self._interval.start()
        self._begin_within(0)
        self.standing_changed.emit()

    def stop(self) -> None:
        """Stop exchanging; steps that a round has published by now are recorded."""
        for timer in (self._interval, self._soon, self._next):
            timer.stop()
        if self._rounds is not None and self._task is not None and self._task.running:
            if max(self._round_seconds, time.monotonic() - self._began) > _QUICK:
                self._rounds.transport.stop()
            with self._rounds.transport.at_most(_FAREWELL):
                self._background.stop()
        if self._results and self._pieces is None and self._session.is_open:
            found = self._results[0]
            self._session.run(
                lambda project: project.note_published(found.published, dropped=found.dropped)
            )
        self._forget_watched()
        self._rounds = self._task = self._pieces = self.found = self.problem = None
        self._results, self._gathered[:] = [], []
        self._has_work = self._announcing = False
        self.unpublished, self._round_seconds = 0, 0.0

    def leave(self, then: "Callable[[str], object]") -> None:
        """Publish the rest and leave the team; then call `then` with an error text or ""."""
        self._leaving = then
        self.sync_now()

    def sync_now(self) -> None:
        """Start a round at once; `rested` is emitted when there is nothing more to do."""
        self._has_work = self._wanted = True
        self._begin_within(0)

    def others(self) -> "list[Member]":
        """Return the other devices of the team."""
        if self.found is None or not self._session.is_open:
            return []
        return [each for each in self.found.members if each.device != self.device]

    def rules(self) -> "Rules":
        """Return the team's rules, set by its lead."""
        from dittomark.team.folder.syncing import rules

        return rules(self._session.project)

    def _on_offers_changed(self) -> None:
        if self._session.is_open and (self._session.offers is not None) is not self.is_on:
            self.start()

    def _finish_leaving(self) -> None:
        then, self._leaving = self._leaving, None
        if then is None:
            return
        if self.problem is not None or self.unpublished:
            self._announcing = False
            then(self.problem or translate("TeamExchange", "Not everything could be published."))
            return
        if not self._announcing:  # all is published: announce the leaving
            self._announcing, self._leaving = True, then
            self.sync_now()
            return
        self.stop()
        self._session.run(lambda project: project.leave_team())
        self._session.refresh_offers()
        self.standing_changed.emit()
        then("")

    # --- rounds -----------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.operation != TAKEN_IN and self._rounds is not None:
            self._has_work = True
            if not self._soon.isActive():
                self._soon.start(PUBLISH_MS)

    def _publish_soon(self, *_signal: object) -> None:
        """Publish soon which pair this annotator has open."""
        if self._rounds is not None:
            self._has_work = True
            if not self._soon.isActive():
                self._soon.start(PUBLISH_MS)

    def _on_annotator_changed(self) -> None:
        if self._rounds is not None and self._session.writable:
            self._session.run(lambda project: project.take_part(annotator=self._session.annotator))
            self._publish_soon()

    def _on_time(self) -> None:
        if not self._soon.isActive():
            self._begin_round()

    def _begin_within(self, milliseconds: int) -> None:
        if self._rounds is not None and not (
            self._soon.isActive() and self._soon.remainingTime() <= milliseconds
        ):
            self._soon.start(milliseconds)

    def _begin_round(self) -> None:
        rounds, session = self._rounds, self._session
        if rounds is None or self._pieces is not None:
            return
        if self._task is not None and self._task.running:
            return  # its end starts the next round if needed
        if not session.writable:
            self.stop()
            self.standing_changed.emit()
            return
        if session.project.in_operation:
            self._soon.start(_BUSY_MS)
            return
        request = self._request()
        self._has_work = self._wanted = False
        results = self._results = []
        began = self._began = time.monotonic()

        def work(_report: Report) -> "Round | None":
            found = rounds.round(request)
            if found is not None:
                results.append(found)
            return found

        def done(found: "Round | None") -> None:
            self._round_seconds = time.monotonic() - began
            self._on_round(found)

        self._task = self._background.start(work, on_done=done, on_failed=self._on_failed)

    def _request(self) -> "RoundRequest":
        from dittomark.team.folder.syncing import me
        from dittomark_gui.work.team_rounds import RoundRequest

        decided, who = self.rules(), self._session.annotator
        pair = self._workspace.pair
        return RoundRequest(
            replace(me(who, "" if pair is None else pair.id), left=self._announcing),
            leads=decided.role(who) == "lead",
            keep=tuple(decided.removed),
            keep_days=decided.keep_days,
            has_work=self._has_work,
        )

    def _on_round(self, found: "Round | None") -> None:
        if found is None:
            return  # nothing has changed
        from dittomark.team.folder.syncing import settle

        self._pieces = settle(self._session.project, found)
        if found.arrived:
            self.standing_changed.emit()
        self._apply_changes()

    def _apply_changes(self) -> None:
        """Apply the next changes, for a slice of time; the rest after pending Qt events."""
        pieces, began = self._pieces, time.monotonic()
        if pieces is None or not self._session.is_open:
            return
        if self._session.project.in_operation:
            self._next.start(_BUSY_MS)
            return
        try:
            while time.monotonic() - began < _SLICE:
                if next(pieces, None) is None:
                    self._end_round(self._results[0])
                    return
        except UserError as error:
            self._on_failed(error)
            return
        if time.monotonic() - self._shown_at > _SHOW:
            self._show()
        self._next.start(0)

    def _end_round(self, found: "Round") -> None:
        from dittomark.team.folder.syncing import steps_to_publish

        self._pieces, self._results = None, []
        self._show()
        if found.gone is not None and self.found is not None:  # keep the members known so far
            found = replace(found, members=found.members or self.found.members)
        self.found, self.problem = found, found.gone or found.not_written
        self.unpublished = self._session.run(steps_to_publish) or 0
        self._session.refresh_offers()
        self._watch()
        more = bool(found.published or found.arrived or found.more) and found.gone is None
        # Look again: a file may be complete later though it looks the same, and unwritten steps
        # wait.
        self._has_work |= more or self.problem is not None
        self._has_work |= any(each.waiting for each in found.troubles)
        self.standing_changed.emit()
        if found.arrived:
            self.changes_applied.emit()
        if more:
            self._begin_within(0)
        else:
            self._rest()

    def _rest(self) -> None:
        """Emit `rested`, unless another round was requested."""
        if self._wanted:
            self._begin_within(0)
            return
        self.rested.emit(self.found)
        self._finish_leaving()

    def _on_failed(self, error: BaseException) -> None:
        """Report the problem and try again at the next interval; an unexpected error stops it."""
        self._pieces, self._results = None, []
        self._show()
        if isinstance(error, UserError):
            self._has_work = True
            self.problem = error.message
        else:
            self.stop()
            self.problem = translate(
                "TeamExchange", "Working with the team’s folder ended with an error."
            )
            self._session.report_failure(error)
        self.standing_changed.emit()
        self._rest()

    # --- showing and watching ---------------------------------------------------------------------

    def _show(self) -> None:
        """Emit the changes applied since the last call, for the window to show them."""
        self._shown_at = time.monotonic()
        if self._gathered:
            gathered = joined_changes(self._gathered)
            self._gathered[:] = []
            self._session.emit_arrived(gathered)

    def _watch(self) -> None:
        """Watch the folder for new files; a slow or missing one is only read at intervals."""
        if self._rounds is None or self.problem is not None or self._round_seconds > _QUICK:
            self._forget_watched()
            return
        known = set(self._watcher.directories())
        new = [path for path in self._rounds.watched if path not in known]
        if new:
            self._watcher.addPaths(new)

    def _forget_watched(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _on_closing(self) -> None:
        """Publish the last steps if the folder is fast; else they wait for the next session."""
        rounds, quick = self._rounds, self._round_seconds <= _QUICK and self.problem is None
        request = self._request() if rounds is not None else None
        self.stop()
        if rounds is None or request is None or not quick or not self._session.writable:
            return

        def publish() -> None:
            found = None
            with contextlib.suppress(Cancelled), rounds.transport.at_most(_FAREWELL):
                found = rounds.round(replace(request, has_work=True))
            if found is not None:
                self._session.project.note_published(found.published, dropped=found.dropped)

        self._session.run(lambda _project: publish())


def _begin_run(project: "Project", annotator: str) -> "TeamRecord | None":
    project.take_part(annotator=annotator)
    return project.begin_team_run()
