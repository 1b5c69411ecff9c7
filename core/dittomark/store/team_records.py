"""The work of this copy stored in a team folder, and the folder's work stored in this copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dittomark.store.codecs import to_json
from dittomark.store.known_files import new_device
from dittomark.store.reading import from_json
from dittomark.store.store import Store

ENTERING: Final = ("team_create", "team_join")
"""The operations by which somebody becomes a member."""
WHOLE: Final = -1
"""In place of a number of parts: a snapshot was received completely."""
# between a device and the number of its snapshot; no device's name contains it
_BETWEEN: Final = "/"
_RUN: Final = 1 << 20  # numbers for one run of the program; a run never publishes so many segments


@dataclass(frozen=True, slots=True)
class Published:
    """A segment of this device: the edits after `after`, up to `through` (both `seq`)."""

    number: int
    previous: int
    after: int
    through: int


@dataclass(frozen=True, slots=True)
class TeamRecord:
    """State of this copy: the folder, its own segments, and those received from others.

    `device` names its area in the folder, with a new name each time that it joins; `copy` is the
    copy of the project at that time. `last` is the number of its newest segment. `taken` is the
    number of the last segment received from each other device. `begun` holds the number of received
    parts of a snapshot, by `begun_name`. `run` counts how often a program began to publish this
    file: each run starts a new range of segment numbers, so that a number left by a killed process
    is never written twice.
    """

    team: str
    project: str
    folder: str
    device: str
    copy: str
    run: int = 0
    through: int = 0
    last: int = 0
    published: tuple[Published, ...] = ()
    taken: Mapping[str, int] = field(default_factory=dict)
    received: tuple[tuple[int, int], ...] = ()
    begun: Mapping[str, int] = field(default_factory=dict)

    @property
    def next_number(self) -> int:
        """The number of the next segment of this device."""
        return max(self.last + 1, self.run * _RUN)

    def unpublished(self, newest: int) -> list[tuple[int, int]]:
        """Return the runs of edits, first and last `seq`, that are to be published."""
        return self.own_edits(self.through, newest)

    def own_edits(self, after: int, through: int) -> list[tuple[int, int]]:
        """Return the runs of edits in `(after, through]` that were not received from the folder."""
        runs, begin = [], after + 1
        for first, last in self.received:
            if first > begin and begin <= through:
                runs.append((begin, min(first - 1, through)))
            begin = max(begin, last + 1)
        if begin <= through:
            runs.append((begin, through))
        return runs


def is_in_team(store: Store) -> bool:
    """Whether this copy is in a team."""
    # A file of an older version, open for reading only, has no such table.
    return bool(store.value("SELECT 1 FROM sqlite_master WHERE name = 'team'")) and bool(
        store.value("SELECT 1 FROM team WHERE key = 'device'")
    )


def read_team(store: Store) -> TeamRecord | None:
    """Return the team state of this copy; None if it is in no team."""
    if not is_in_team(store):
        return None
    kept = {row["key"]: row["value"] for row in store.fetch("SELECT key, value FROM team")}
    if not {"team", "folder", "device", "copy"} <= kept.keys():
        return None
    taken = {row[0]: row[1] for row in store.fetch("SELECT device, number FROM team_taken")}
    return TeamRecord(
        kept["team"],
        store.meta("project") or "",
        kept["folder"],
        kept["device"],
        kept["copy"],
        int(kept.get("run", 0)),
        int(kept.get("through", 0)),
        int(kept.get("last", 0)),
        tuple(
            Published(*row)
            for row in store.fetch(
                "SELECT number, previous, after, through FROM team_published ORDER BY number"
            )
        ),
        {name: number for name, number in taken.items() if not is_begun(name)},
        tuple(
            (row[0], row[1])
            for row in store.fetch("SELECT first, last FROM team_received ORDER BY first")
        ),
        {name: number for name, number in taken.items() if is_begun(name)},
    )


def begun_name(device: str, snapshot: int) -> str:
    """Return the name in `taken` of a snapshot that is not received completely."""
    return f"{device}{_BETWEEN}{snapshot}"


def is_begun(name: str) -> bool:
    """Whether the name was made by `begun_name` and is not a device."""
    return _BETWEEN in name


def begin(store: Store, *, team: str, folder: str) -> None:
    """Record, within an edit, that this copy is in a team; nothing is published or received yet."""
    forget(store)
    put(store, "team", team)
    put(store, "folder", folder)
    put(store, "copy", store.device)
    put(store, "device", new_device())


def forget(store: Store) -> None:
    """Leave the team, within an edit."""
    for table in ("team", "team_published", "team_taken", "team_received"):
        store.connection.execute(f"DELETE FROM {table}")


def put(store: Store, key: str, value: object) -> None:
    """Write one entry, within an edit."""
    store.connection.execute("INSERT OR REPLACE INTO team VALUES (?, ?)", (key, str(value)))


def go_on_anew(store: Store, record: TeamRecord) -> None:
    """Make this copy a new device: what the old one published counts as received from it."""
    if record.last:
        put_taken(store, {record.device: record.last})
    store.connection.execute("DELETE FROM team_published")
    put(store, "last", 0)
    put(store, "copy", store.device)
    put(store, "device", new_device())


def put_published(store: Store, segments: Iterable[Published]) -> None:
    """Record, within an edit, the segments now in the folder."""
    for each in segments:
        store.connection.execute(
            "INSERT OR REPLACE INTO team_published VALUES (?, ?, ?, ?)",
            (each.number, each.previous, each.after, each.through),
        )
        put(store, "through", each.through)
        put(store, "last", each.number)


def drop_published(store: Store, numbers: Iterable[int]) -> None:
    """Delete segments that a snapshot replaces, and the runs of edits that only they needed."""
    store.connection.executemany(
        "DELETE FROM team_published WHERE number = ?", ((number,) for number in numbers)
    )
    store.connection.execute(
        "DELETE FROM team_received WHERE last <="
        " coalesce((SELECT min(after) FROM team_published), 0)"
    )


def put_taken(store: Store, taken: Mapping[str, int]) -> None:
    """Record, within an edit, the last received segment of each device.

    A name of `begun_name` records the number of received parts of a snapshot; `WHOLE` deletes it.
    """
    store.connection.executemany(
        "INSERT INTO team_taken VALUES (?, ?) ON CONFLICT (device)"
        " DO UPDATE SET number = max(number, excluded.number)",
        ((name, number) for name, number in taken.items() if number != WHOLE),
    )
    store.connection.executemany(
        "DELETE FROM team_taken WHERE device = ?",
        ((name,) for name, number in taken.items() if number == WHOLE),
    )


def people(store: Store) -> tuple[str, ...]:
    """Return all known people who ever created or joined the team, sorted."""
    if not is_in_team(store):
        return ()
    found = from_json(str(store.value("SELECT value FROM team WHERE key = 'people'") or "[]"))
    return tuple(sorted(filter(None, map(str, found)))) if isinstance(found, list) else ()


def know_people(store: Store, names: Iterable[str] | None = None) -> None:
    """Record further members, within an edit; without names, those in the journal."""
    if names is None:
        marks = ", ".join("?" * len(ENTERING))
        sql = f"SELECT DISTINCT annotator FROM edits WHERE operation IN ({marks})"
        names = [row[0] for row in store.fetch(sql, ENTERING)]
    known = people(store)
    everybody = sorted({*known, *filter(None, names)})
    if everybody != list(known):
        put(store, "people", to_json(everybody))


def put_newest(store: Store, at: str) -> None:
    """Record, within an edit, the latest time of any edit here, for `Store.newest_time`."""
    known = str(store.value("SELECT value FROM team WHERE key = 'newest'") or "")
    if at > known:
        put(store, "newest", at)


def put_received(store: Store, first: int, last: int) -> None:
    """Record, within an edit, that these edits were received from the folder."""
    before = store.fetch("SELECT first FROM team_received WHERE last = ?", (first - 1,))
    begin = before[0][0] if before else first
    store.connection.execute("INSERT OR REPLACE INTO team_received VALUES (?, ?)", (begin, last))
