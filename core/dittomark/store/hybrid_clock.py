"""A hybrid logical clock: times that order the steps of many files, even if their clocks differ.

Every step gets the computer's own time if it is later than all times that the file has seen,
otherwise one microsecond after the newest of them. So a step is always later than the steps on
which it builds, on whichever computer those were made. The reading of the computer's own clock, if
it differs, is stored as well (`edits.clock`) and shown to users; the device that made the step
(`edits.device`) distinguishes two steps with the same time.

Kulkarni, Demirbas, Madappa, Avva, Leone (2014): Logical physical clocks.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from dittomark.errors import ProjectFileError

Clock = Callable[[], datetime]
# Largest accepted difference between the clocks of colleagues: wrong time zones, not years.
APART: Final = timedelta(days=1)
_AS_WRITTEN: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}\+00:00"
)
# Two centuries after this program: a clock with a later date is broken, and its steps could block a
# file.
_NO_CLOCK_SAYS: Final = 2200
_TICK: Final = timedelta(microseconds=1)


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return the moment as ISO 8601 with microseconds: text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def later(at: str) -> str:
    """Return the next time after `at`."""
    return stamp(datetime.fromisoformat(at) + _TICK)


def is_time(text: object) -> bool:
    """Whether the text is a time in the format of `stamp`."""
    if not isinstance(text, str) or _AS_WRITTEN.fullmatch(text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


class HybridClock:
    """Issues times for the steps of one file, each later than every time it has issued or seen."""

    def __init__(self, own: Clock = utc_now) -> None:
        self._own = own
        self._newest = ""

    @property
    def newest(self) -> str:
        """The latest time issued or seen; empty before the first one."""
        return self._newest

    def see(self, at: str) -> None:
        """Record the time of a step, of this file or another: the next ones are later."""
        self._newest = max(self._newest, at)

    def now(self) -> tuple[str, str | None]:
        """Return the time of a step, and the reading of this computer's clock if it differs."""
        own = self.own()
        if own > self._newest:
            return own, None
        return later(self._newest), own

    def own(self) -> str:
        """Return the reading of this computer's clock.

        Raises `ProjectFileError` for a time so late that none would be left for other steps.
        """
        now = self._own()
        if now.year >= _NO_CLOCK_SAYS:
            raise ProjectFileError(
                "This computer's clock says {today}: set it, and go on then. Nothing was changed.",
                today=now.date().isoformat(),
            )
        return stamp(now)

    def horizon(self) -> str:
        """Return the latest time that a colleague's step can have: a day from now.

        If this computer's clock is behind the recorded steps, a day after the newest of them.
        """
        now = max(self.own(), self._newest)
        return stamp(datetime.fromisoformat(now) + APART)
