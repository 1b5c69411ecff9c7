"""Steps dated in the future: refused in a file to be merged, corrected in a file that is opened.

Steps of a clock that was wrong by years would win every merge, and a step at the end of time would
leave no time for later ones. See docs/decisions/0018.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from dittomark.errors import ProjectFileError
from dittomark.messages import Message
from dittomark.store.backups import back_up
from dittomark.store.hybrid_clock import APART, HybridClock, is_time, later, stamp
from dittomark.store.redating import STAMPS, Redating
from dittomark.store.rows import ENTITIES
from dittomark.store.store import Store

# The program did not exist before: a clock with an earlier date was never set, or lost its battery.
_PROGRAM_IS_FROM: Final = "2026-11-01"
# A clock may be reset by an empty battery; none is a year behind the disk that it wrote to.
_LONGEST_BEHIND: Final = timedelta(days=366)


def refuse_future(source: Store, clock: HybridClock) -> None:
    """Raise `ProjectFileError` for a file with steps dated later than a day from now."""
    horizon = clock.horizon()
    newest = max(_newest(source))
    if newest > horizon:
        raise ProjectFileError(
            "{path} has steps dated {day}, which is not yet: the clock of that computer, or of "
            "this one, is wrong. Set it, and open {name} once to work in it: the steps are set "
            "back then.",
            path=source.path,
            name=source.path.name,
            day=newest[:10],
        )


def _newest(store: Store) -> Iterable[str]:
    yield str(store.value("SELECT max(at) FROM edits") or "")
    for table in ENTITIES:
        yield str(store.value(f"SELECT max(updated_at) FROM {table}") or "")


def set_back(store: Store) -> Message | None:
    """Date steps of the future right after the last sound one, in their order; returns a notice.

    A backup is made first. If this computer's clock seems to be slow, nothing is changed.
    """
    newest = store.newest_time()
    own = store.clock.own()
    limit = stamp(datetime.fromisoformat(own) + APART)
    if newest <= limit:
        return None
    if newest < "9" and _is_behind(store, own, limit):
        return Message(
            "The newest step in {name} is dated {day}, but this computer's clock says {today}: set "
            "the clock if it is wrong.",
            name=store.path.name,
            day=newest[:10],
            today=own[:10],
        )
    backup = back_up(store.path)
    number = _set_back(store, limit)
    return Message(
        "{number} steps in {name} were dated in the future, up to {day}: they are dated behind the "
        "others now. The file as it was is in {backup}.",
        number=number,
        name=store.path.name,
        day=newest[:10],
        backup=backup,
    )


def _is_behind(store: Store, own: str, limit: str) -> bool:
    """Whether this computer's clock is wrong rather than that of the steps."""
    if own < _PROGRAM_IS_FROM:
        return True
    ahead = store.value("SELECT count(*) FROM edits WHERE at > ?", (limit,))
    if 2 * ahead >= store.value("SELECT count(*) FROM edits"):
        return True
    state = store.state_of_file()
    written = 0.0 if state is None else state.written / 1e9
    now = datetime.fromisoformat(own).timestamp()
    return APART.total_seconds() < written - now < _LONGEST_BEHIND.total_seconds()


def _set_back(store: Store, limit: str) -> int:
    """Replace each time after the limit by one after the last sound time; returns the count."""
    connection = store.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        number = connection.execute("SELECT count(*) FROM edits WHERE at > ?", (limit,))
        found = int(number.fetchone()[0])
        Redating(_times_after(connection, limit)).apply(connection)
        connection.execute(
            "UPDATE team SET value = (SELECT max(at) FROM edits) WHERE key = 'newest'"
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    store.guard.note()
    return found


def _times_after(connection: sqlite3.Connection, limit: str) -> dict[str, str]:
    """Return the new time for every time after the limit."""
    columns = [("edits", "at")]
    for table in ENTITIES:
        names = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        columns += [(table, name) for name in STAMPS if name in names]
    late: set[str] = set()
    sound = ""
    for table, name in columns:
        late.update(
            row[0]
            for row in connection.execute(
                f"SELECT DISTINCT {name} FROM {table} WHERE {name} > ?", (limit,)
            )
        )
        newest = connection.execute(
            f"SELECT max({name}) FROM {table} WHERE {name} <= ?", (limit,)
        ).fetchone()[0]
        sound = max(sound, newest if is_time(newest) else "")
    times, at = {}, sound or limit
    for old in sorted(late):
        at = later(at)
        times[old] = at
    return times
