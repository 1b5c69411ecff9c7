"""A hybrid logical clock: times that order the steps of many files, whatever their clocks say.

Every step gets a time that is the computer's own where that is later than all the file has seen,
and else one microsecond after the newest it has seen. So a step is always later than the steps
that it builds on, on whichever computer those were made. What the computer's own clock said, where
that is something else, is kept beside it (`edits.clock`) and shown to people; the device that made
the step (`edits.device`) tells apart two steps that got one time.

Kulkarni, Demirbas, Madappa, Avva, Leone (2014): Logical physical clocks.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from dittomark.errors import ProjectFileError

Clock = Callable[[], datetime]
# How far the clocks of colleagues may lie apart: time zones that were set wrong, not years.
APART: Final = timedelta(days=1)
_AS_WRITTEN: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}\+00:00"
)
# Two centuries after this program: a clock that says so is broken, and steps of it could stop a file.
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
    """Whether the text is a time as `stamp` writes it."""
    if not isinstance(text, str) or _AS_WRITTEN.fullmatch(text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


class HybridClock:
    """Gives out times for the steps of one file: each later than every time it has seen."""

    def __init__(self, own: Clock = utc_now) -> None:
        self._own = own
        self._newest = ""

    @property
    def newest(self) -> str:
        """The latest time given out or seen; empty before the first one."""
        return self._newest

    def see(self, at: str) -> None:
        """Take note of the time of a step, of this file or another: the next ones are later."""
        self._newest = max(self._newest, at)

    def now(self) -> tuple[str, str | None]:
        """Return the time of a step, and what this computer's clock says if that is another."""
        own = self.own()
        if own > self._newest:
            return own, None
        return later(self._newest), own

    def own(self) -> str:
        """Return what this computer's clock says.

        Raises `ProjectFileError` where it says a time after which none may be left for others.
        """
        now = self._own()
        if now.year >= _NO_CLOCK_SAYS:
            raise ProjectFileError(
                "This computer's clock says {today}: set it, and go on then. Nothing was changed.",
                today=now.date().isoformat(),
            )
        return stamp(now)

    def horizon(self) -> str:
        """Return the last time that a step of a colleague can have: a day from now.

        Where this computer's clock stands behind the steps that were seen, a day from the newest.
        """
        now = max(self.own(), self._newest)
        return stamp(datetime.fromisoformat(now) + APART)
