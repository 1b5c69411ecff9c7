"""How long work says how far it is, and how it hears that it may stop."""

import time
from collections.abc import Callable
from typing import Final

_SOONEST: Final = 3.0  # seconds; before, the pace is not known

Report = Callable[[int, int], None]
"""Called as `report(done, total)`, `total` 0 where nobody knows; may raise `errors.Cancelled`."""


class Estimate:
    """How long work will still take, told from how far it has come since this was made."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()
        self._done = 0

    def seconds_left(self, done: int, total: int) -> float | None:
        """Return the seconds that the rest will take, None while nothing can be said."""
        if done < self._done:  # the next step of the work counts anew
            self._start = self._clock()
        self._done = done
        spent = self._clock() - self._start
        if spent < _SOONEST or not 0 < done <= total:
            return None
        return spent * (total - done) / done
