"""Dates written by programs other than ISO 8601: `Fri Jan 05 10:00:00 +0000 2024`, Excel's days."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_CTIME: Final = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d) (?:([+-]\d{4}|UTC|GMT|Z) )?(\d{4})"
)
_SERIAL: Final = re.compile(r"(\d{5})(?:\.\d+)?")
# Excel's day 0; Excel treats 1900 as a leap year. A number of five digits is taken for a day
# between 1954 and 2064.
_FIRST_DAY: Final = datetime(1899, 12, 30, tzinfo=UTC)
_DAYS: Final = range(20_000, 60_000)


def parsed(value: str) -> str:
    """Return a time stamp as ISO 8601, or an empty string if it is none."""
    if match := _SERIAL.fullmatch(value):
        day = int(match[1])
        return (_FIRST_DAY + timedelta(days=day)).date().isoformat() if day in _DAYS else ""
    if match := _CTIME.fullmatch(value):
        zone = match[2] or ""
        try:
            moment = datetime.strptime(f"{match[1]} {match[3]}", "%b %d %H:%M:%S %Y")
        except ValueError:
            return ""
        offset = f"{zone[:3]}:{zone[3:]}" if zone[:1] in "+-" and zone else "+00:00" if zone else ""
        return moment.isoformat() + offset
    return ""
