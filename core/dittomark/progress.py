"""Progress reports of long work, and its cancellation."""

import time
from collections.abc import Callable
from typing import Final

_SOONEST: Final = 3.0  # seconds; before, the pace is unknown

Report = Callable[[int, int], None]
"""Called as `report(done, total)`, `total` 0 if unknown; may raise `errors.Cancelled`."""


class Estimate:
    """An estimate of the remaining time, from the progress since its creation."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()
        self._done = 0

    def seconds_left(self, done: int, total: int) -> float | None:
        """Return the seconds that the rest will take, None if that is unknown."""
        if done < self._done:  # the next stage of the work counts anew
            self._start = self._clock()
        self._done = done
        spent = self._clock() - self._start
        if spent < _SOONEST or not 0 < done <= total:
            return None
        return spent * (total - done) / done
