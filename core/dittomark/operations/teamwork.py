"""The project's part of work in a team folder; see `dittomark.team.folder` for the whole of it."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dittomark.annotations import Changes
from dittomark.operations.open_project import OpenProject
from dittomark.store import intake, team_records
from dittomark.store.edits import Edit
from dittomark.store.intake_pieces import pieces
from dittomark.store.queries import last_seq
from dittomark.store.team_records import Published, TeamRecord
from dittomark.store.work import EditRecord, Item


def team(project: OpenProject) -> TeamRecord | None:
    """Return the team state of this copy; None if it is in no team."""
    return team_records.read_team(project.store)


def create_team(project: OpenProject, *, team: str, folder: str) -> None:
    """Make this copy the first device of a team; nothing is published yet.

    The label scheme and the name are written again, so that they reach every copy.
    """
    with project.edit("team_create", undoable=False) as edit:
        for key in ("name", "scheme"):
            value = project.store.meta(key)
            if value is not None:
                edit.journal("meta", key, None, {"id": key, "value": value})
        _begin(project, team=team, folder=folder)


def join_team(project: OpenProject, *, team: str, folder: str) -> None:
    """Make this copy a device of a team; nothing is published or received yet."""
    with project.edit("team_join", undoable=False) as edit:
        edit.touched.setdefault("meta", set()).add("team")
        _begin(project, team=team, folder=folder)


def _begin(project: OpenProject, *, team: str, folder: str) -> None:
    team_records.begin(project.store, team=team, folder=folder)
    team_records.know_people(project.store)
    team_records.know_people(project.store, [project.annotator or ""])


def take_part(project: OpenProject, *, annotator: str) -> None:
    """Publish, with the next round, that this person works here; costs little if it is known."""
    if not annotator or annotator in team_people(project):
        return
    with project.edit("team_join", annotator=annotator, undoable=False) as edit:
        edit.touched.setdefault("meta", set()).add("team")
        team_records.know_people(project.store, [annotator])


def team_people(project: OpenProject) -> tuple[str, ...]:
    """Return all known people who ever created or joined the team, sorted."""
    return team_records.people(project.store)


def move_team(project: OpenProject, *, folder: str) -> None:
    """Change the path of the team's folder."""
    with _unwritten(project, "team_move"):
        team_records.put(project.store, "folder", folder)


def leave_team(project: OpenProject) -> None:
    """Leave the team; all data stays in the file."""
    with project.edit("team_leave", undoable=False) as edit:
        edit.touched.setdefault("meta", set()).add("team")
        team_records.forget(project.store)


def begin_team_run(project: OpenProject) -> TeamRecord | None:
    """Begin to publish, once each time that the file was opened; returns the team state.

    A copy that is another device now (it was copied or restored) continues under its own name.
    """
    record = team(project)
    if record is None or project.store.read_only:
        return record
    with _unwritten(project, "team_run"):
        if record.copy != project.store.device:
            team_records.go_on_anew(project.store, record)
        team_records.put(project.store, "run", record.run + 1)
    project.store.remember()
    return team(project)


def newest_step(project: OpenProject) -> int:
    """Return the number of the newest edit in this file."""
    return last_seq(project.store, "edits")


def note_published(
    project: OpenProject, segments: Sequence[Published], *, dropped: Iterable[int] = ()
) -> None:
    """Record which segments are in the folder now, and which a snapshot replaced."""
    dropped = tuple(dropped)
    if segments or dropped:
        with _unwritten(project, "team_publish"):
            team_records.put_published(project.store, segments)
            team_records.drop_published(project.store, dropped)


def take_in(
    project: OpenProject, items: Sequence[Item], *, taken: Mapping[str, int]
) -> Iterator[Changes]:
    """Add a segment of the team, a piece at a time; yields the changes of each piece.

    The segment counts as received with the last piece; adding one again is harmless.
    """
    newest = max((item.columns["at"] for item in items if isinstance(item, EditRecord)), default="")
    newest = max(newest, project.store.newest_time())
    project.store.clock.see(newest)
    work = intake.Intake(project.store)
    for _ in work.look_ahead(items):
        yield Changes("team_sync")
    for piece in pieces(items):
        with _unwritten(project, "team_sync") as edit:
            team_records.put_newest(project.store, newest)
            work.take(edit, piece)
        yield project.last_changes
    with _unwritten(project, "team_sync") as edit:
        if work.meta_changed:
            intake.adopt_newest_meta(project.store, edit)
        team_records.put_taken(project.store, taken)
        team_records.know_people(project.store, _entering(items))
    if project.last_changes.scheme:
        project.forget_scheme()
    project.store.remember()
    yield project.last_changes


def _entering(items: Iterable[Item]) -> set[str]:
    return {
        item.columns["annotator"]
        for item in items
        if isinstance(item, EditRecord) and item.columns["operation"] in team_records.ENTERING
    }


@contextlib.contextmanager
def _unwritten(project: OpenProject, operation: str) -> Iterator[Edit]:
    """Make an edit that the journal does not describe, and that nobody can undo."""
    with project.edit(operation, undoable=False) as edit:
        edit.unwritten = True
        # otherwise an empty edit is rolled back
        edit.touched.setdefault("team", set()).add("state")
        yield edit
