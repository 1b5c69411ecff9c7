"""Works with the team's folder while the window is open: publishes, takes in, and says how it is.

The folder is read and written by a worker; what came is put to the project here, in the GUI's
thread, a piece at a time, so that the window never stands still. See docs/decisions/0024.
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
    from dittomark_gui.work.team_rounds import Asked, TeamRounds

# How soon a step of one's own is published, and how often the folder is looked at where nothing
# tells of changes: together less than the five seconds that others may have to wait.
PUBLISH_MS: Final = 1_000
LOOK_MS: Final = 3_000
# Files come one after another: after the first, so long is waited for the rest.
_GATHER_MS: Final = 150
# What is taken in at one go, before keys and mouse have their turn; in seconds.
_SLICE: Final = 0.03
# While much comes, the lists are read again so often; in seconds.
_SHOW: Final = 2.0
# A folder whose round took longer is not waited for when the project is closed, nor watched.
_QUICK: Final = 0.5
_BUSY_MS: Final = 50
# Nor does closing wait longer for a call that does not come back; in seconds.
_FAREWELL: Final = 2.0


class TeamExchange(QObject):
    """Keeps the open project and its team's folder alike, if it has one."""

    standing_changed = Signal()  # who was seen, what waits, what is wrong
    took_in = Signal()  # all that a round brought is in the project and shown
    rested = Signal(object)  # Round: for now there is nothing more to do

    def __init__(self, parent: QObject, session: Session, workspace: Workspace) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = workspace
        self._background = Background(self, on_bug=self._on_failed)
        self._rounds: TeamRounds | None = None
        self.device = ""
        """What this device is called in the folder."""
        self._task: Task | None = None
        self._results: list[Round] = []  # by the round that runs, or whose pieces are put in
        self._pieces: Iterator[Changes] | None = None
        self._gathered: list[Changes] = []
        self._shown_at = 0.0
        self._took = 0.0  # by the newest round, in seconds
        self._began = 0.0
        self._must = False
        self._wanted = False  # a round that somebody waits for has not begun yet
        self._leaving: Callable[[str], object] | None = None
        self._farewell = False  # the round that runs tells the others that this device leaves
        self.found: Round | None = None
        """What the newest round found; None before the first."""
        self.problem: str | None = None
        """Why nothing is published or taken in just now."""
        self.unpublished = 0
        """How many steps are not published yet."""
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_time)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._begin_round)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._put_in)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._hurry(_GATHER_MS))
        session.opened.connect(self._on_offers_changed)
        session.offers_changed.connect(self._on_offers_changed)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._on_changed)
        session.arrived.connect(self._gathered.append)
        session.annotator_changed.connect(self._on_somebody_else)
        workspace.shown.connect(self._on_said)

    # --- for the rest of the window ---------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether the open project belongs to a team, and works with its folder."""
        return self._rounds is not None

    @property
    def is_taking_in(self) -> bool:
        """Whether something that came is being put to the project."""
        return self._pieces is not None

    def start(self) -> None:
        """Begin to work with the folder, if the open project has one that it may write to."""
        self.stop()
        session = self._session
        record = session.run(lambda project: project.team()) if session.writable else None
        if record is None:
            self.standing_changed.emit()
            return
        record = session.run(lambda project: _begin_run(project, session.annotator))
        if record is None:  # it was said why
            self.problem = translate("TeamExchange", "Nothing can be written into the project.")
            self.standing_changed.emit()
            return
        from dittomark_gui.work.team_rounds import TeamRounds

        self.device = record.device
        self._rounds = TeamRounds(session.project.path, Path(record.folder))
        self._must = True
        self._look.start()
        self._hurry(0)
        self.standing_changed.emit()

    def stop(self) -> None:
        """Work with the folder no more; what a round has published by now is remembered."""
        for timer in (self._look, self._soon, self._next):
            timer.stop()
        if self._rounds is not None and self._task is not None and self._task.running:
            if max(self._took, time.monotonic() - self._began) > _QUICK:
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
        self._must = self._farewell = False
        self.unpublished, self._took = 0, 0.0

    def leave(self, then: "Callable[[str], object]") -> None:
        """Publish what is left and be in the team no more; `then` gets why not, or nothing."""
        self._leaving = then
        self.sync_now()

    def sync_now(self) -> None:
        """Do a round at once; `rested` tells when there is nothing more to do."""
        self._must = self._wanted = True
        self._hurry(0)

    def others(self) -> "list[Member]":
        """Return what the other devices of the team say of themselves."""
        if self.found is None or not self._session.is_open:
            return []
        return [each for each in self.found.members if each.device != self.device]

    def rules(self) -> "Rules":
        """Return what the lead decided for all."""
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
            self._farewell = False
            then(self.problem or translate("TeamExchange", "Not everything could be published."))
            return
        if not self._farewell:  # all is published: now the others are told
            self._farewell, self._leaving = True, then
            self.sync_now()
            return
        self.stop()
        self._session.run(lambda project: project.leave_team())
        self._session.look_at_offers()
        self.standing_changed.emit()
        then("")

    # --- a round ------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.operation != TAKEN_IN and self._rounds is not None:
            self._must = True
            if not self._soon.isActive():
                self._soon.start(PUBLISH_MS)

    def _on_said(self, *_signal: object) -> None:
        """Say soon at which pair one is."""
        if self._rounds is not None:
            self._must = True
            if not self._soon.isActive():
                self._soon.start(PUBLISH_MS)

    def _on_somebody_else(self) -> None:
        if self._rounds is not None and self._session.writable:
            self._session.run(lambda project: project.take_part(annotator=self._session.annotator))
            self._on_said()

    def _on_time(self) -> None:
        if not self._soon.isActive():
            self._begin_round()

    def _hurry(self, milliseconds: int) -> None:
        if self._rounds is not None and not (
            self._soon.isActive() and self._soon.remainingTime() <= milliseconds
        ):
            self._soon.start(milliseconds)

    def _begin_round(self) -> None:
        rounds, session = self._rounds, self._session
        if rounds is None or self._pieces is not None:
            return
        if self._task is not None and self._task.running:
            return  # the end of it begins the next, if there is more to do
        if not session.writable:
            self.stop()
            self.standing_changed.emit()
            return
        if session.project.in_operation:
            self._soon.start(_BUSY_MS)
            return
        asked = self._asked()
        self._must = self._wanted = False
        results = self._results = []
        began = self._began = time.monotonic()

        def work(_report: Report) -> "Round | None":
            found = rounds.round(asked)
            if found is not None:
                results.append(found)
            return found

        def done(found: "Round | None") -> None:
            self._took = time.monotonic() - began
            self._on_round(found)

        self._task = self._background.start(work, on_done=done, on_failed=self._on_failed)

    def _asked(self) -> "Asked":
        from dittomark.team.folder.syncing import me
        from dittomark_gui.work.team_rounds import Asked

        decided, who = self.rules(), self._session.annotator
        pair = self._workspace.pair
        return Asked(
            replace(me(who, "" if pair is None else pair.id), left=self._farewell),
            leads=decided.role(who) == "lead",
            keep=tuple(decided.removed),
            keep_days=decided.keep_days,
            must=self._must,
        )

    def _on_round(self, found: "Round | None") -> None:
        if found is None:
            return  # as it was
        from dittomark.team.folder.syncing import settle

        self._pieces = settle(self._session.project, found)
        if found.arrived:
            self.standing_changed.emit()
        self._put_in()

    def _put_in(self) -> None:
        """Put the next pieces of what came to the project; the rest when it is our turn again."""
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
        if found.gone is not None and self.found is not None:  # who takes part is known from before
            found = replace(found, members=found.members or self.found.members)
        self.found, self.problem = found, found.gone or found.not_written
        self.unpublished = self._session.run(steps_to_publish) or 0
        self._session.look_at_offers()
        self._watch()
        more = bool(found.published or found.arrived or found.more) and found.gone is None
        # What did not come whole may be whole though it looks the same; what was not written waits.
        self._must |= more or self.problem is not None
        self._must |= any(each.waiting for each in found.troubles)
        self.standing_changed.emit()
        if found.arrived:
            self.took_in.emit()
        if more:
            self._hurry(0)
        else:
            self._rest()

    def _rest(self) -> None:
        """Say that for now there is nothing more to do."""
        if self._wanted:
            self._hurry(0)
            return
        self.rested.emit(self.found)
        self._finish_leaving()

    def _on_failed(self, error: BaseException) -> None:
        """Say what is wrong, and try again at the next look; a bug of ours ends it."""
        self._pieces, self._results = None, []
        self._show()
        if isinstance(error, UserError):
            self._must = True
            self.problem = error.message
        else:
            self.stop()
            self.problem = translate(
                "TeamExchange", "Working with the team’s folder ended with an error."
            )
            self._session.report_failure(error)
        self.standing_changed.emit()
        self._rest()

    # --- showing and watching -----------------------------------------------------------------------

    def _show(self) -> None:
        """Let the window show what was put in since the last time."""
        self._shown_at = time.monotonic()
        if self._gathered:
            gathered = joined_changes(self._gathered)
            self._gathered[:] = []
            self._session.tell_arrived(gathered)

    def _watch(self) -> None:
        """Hear at once of files that come; a folder that is slow or gone is only looked at."""
        if self._rounds is None or self.problem is not None or self._took > _QUICK:
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
        """Publish what was just done, where the folder is quick; else it waits for the next time."""
        rounds, quick = self._rounds, self._took <= _QUICK and self.problem is None
        asked = self._asked() if rounds is not None else None
        self.stop()
        if rounds is None or asked is None or not quick or not self._session.writable:
            return

        def publish() -> None:
            found = None
            with contextlib.suppress(Cancelled), rounds.transport.at_most(_FAREWELL):
                found = rounds.round(replace(asked, must=True))
            if found is not None:
                self._session.project.note_published(found.published, dropped=found.dropped)

        self._session.run(lambda _project: publish())


def _begin_run(project: "Project", annotator: str) -> "TeamRecord | None":
    project.take_part(annotator=annotator)
    return project.begin_team_run()
