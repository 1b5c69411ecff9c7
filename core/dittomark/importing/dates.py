"""The day (and hour) of publication of an article, as pages write it.

Digits of every script; month names in Bengali, Hindi, Arabic (both series) and English; the Bengali
calendar. All other date formats are left to dateparser, which knows more languages but takes longer
to load.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache
from typing import Final

from dittomark.importing import date_stamps
from dittomark.importing.date_names import AM, BENGALI, GREGORIAN, PM, ZONES

_ORDINAL: Final = r"(?:st|nd|rd|th|লা|রা|ঠা|ই|শে)?"
_GAP: Final = r"[\s,،.\-/|]{0,3}"
_FIRST_YEAR: Final = 1700

# Longer lines are sentences of the article: a date in them is part of the news.
_LONGEST_DATE_LINE: Final = 160
_HEAD: Final = 4000
_PUBLISHED: Final = re.compile(r"প্রকাশ|পোস্ট|আপলোড|publish|posted|प्रकाशित|نشر|تاريخ", re.IGNORECASE)
_WEEKDAY: Final = re.compile(
    r"(?:শনি|রবি|সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র)\s?বার|বৃহস্পতিবার"
    r"|\b(?:satur|sun|mon|tues|wednes|thurs|fri)day\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in a text at `[start, end)`, code points.

    `value` is ISO 8601. `masthead` is true for a date that may be the day on which the page was
    saved (a weekday or a Bengali date, and no hour), not that of the article.
    """

    value: str
    start: int
    end: int
    masthead: bool = False


def ascii_digits(text: str) -> str:
    """Return the text with the digits of every script as 0–9; offsets stay the same."""
    return text if text.isascii() else text.translate(_digits())


@cache
def _digits() -> dict[int, str]:
    return {
        point: str(unicodedata.digit(chr(point)))
        for point in range(0x80, 0x1FBFA)
        if unicodedata.category(chr(point)) == "Nd"
    }


@lru_cache(maxsize=4096)
def parse_date(value: str, *, month_first: bool = False) -> str:
    """Return a date field's value as ISO 8601 (a day, a moment, a month or a year), or ``.

    Day comes before month in all-number dates (`03/09/2023` is 3 September), unless that is
    impossible or `month_first` is set. A named zone (`GMT`, `+0600`) is kept; of the names that
    denote several zones, the one of English-language news is taken (`BST`: British Summer Time).
    """
    value = ascii_digits(value.strip())
    if month_first:
        value = _ALL_NUMBERS.sub(_swapped, value)
    if not value or len(value) > 200:
        return ""
    date = _iso(value) or _epoch(value) or date_stamps.parsed(value)
    if not date and (found := find_dates(value)):
        date = next((f.value for f in found if not f.masthead), found[0].value)
    date = date or _dateparser(value)
    # Programs write the year 0 or 1 for a missing date.
    return date if date >= str(_FIRST_YEAR) else ""


_ALL_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})([-/.]\d{4}|[-/.]\d{2}(?!\d))")


def _swapped(match: re.Match[str]) -> str:
    """Return a date that has the month first with the day first, where that is possible."""
    first, dot, second, year = match.groups()
    return match[0] if int(first) > 12 else f"{second}{dot}{first}{year}"


def _iso(value: str) -> str:
    if re.fullmatch(r"\d{4}(-\d{2})?", value):
        year, month = int(value[:4]), int(value[5:] or 1)
        return value if _FIRST_YEAR <= year <= 2200 and 1 <= month <= 12 else ""
    if not re.match(r"\d{4}-?\d{2}-?\d{2}", value):
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return ""
    return _text_of(moment, has_time=len(value) > 10)


def _text_of(moment: datetime, *, has_time: bool) -> str:
    return moment.isoformat(timespec="seconds") if has_time else moment.date().isoformat()


def _epoch(value: str) -> str:
    """Return the moment of seconds or milliseconds since 1970."""
    if not re.fullmatch(r"\d{9,10}(\.\d+)?|\d{12,13}", value):
        return ""
    seconds = float(value) / (1000 if len(value.split(".", maxsplit=1)[0]) > 10 else 1)
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


# Text from which dateparser can make a full date has a day and a year, or a day, a month and a
# year.
_TWO_NUMBERS: Final = re.compile(r"\d\D+\d")
_AGO: Final = re.compile(r"\bago\b|আগে|पहले|منذ", re.IGNORECASE)
_MOST_FAILURES: Final = 40  # dateparser takes up to 0.4 s for each value that is not a date


class _Patience:
    """Stops calling dateparser after it failed often, and more often than it succeeded."""

    def __init__(self) -> None:
        self._failed: set[str] = set()
        self._helped = 0

    def may_ask(self, value: str) -> bool:
        """Return whether a call is worth its time: no value of that shape failed before."""
        if _shape(value) in self._failed:
            return False
        return len(self._failed) < _MOST_FAILURES + self._helped

    def learn(self, value: str, *, helped: bool) -> None:
        """Record whether dateparser could parse a value."""
        if helped:
            self._helped += 1
        else:
            self._failed.add(_shape(value))


def _shape(value: str) -> str:
    return re.sub(r"\d+", "0", value)


_patience: Final = _Patience()


def _dateparser(value: str) -> str:
    if not _TWO_NUMBERS.search(value) or _AGO.search(value) or not _patience.may_ask(value):
        return ""
    found = _asked(value)
    _patience.learn(value, helped=bool(found))
    return found


def _asked(value: str) -> str:
    import dateparser

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
    }
    try:
        moment = dateparser.parse(value, settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return ""
    if moment is None:
        return ""
    return _text_of(moment, has_time=(moment.hour, moment.minute, moment.second) != (0, 0, 0))


def article_date(text: str) -> FoundDate | None:
    """Return the date of an article from the head of its text, or None.

    A date with an hour is preferred, then one marked as the day of publication, then any other; a
    masthead's date is taken if there is no other.
    """
    best: tuple[int, FoundDate] | None = None
    offset = 0
    for line in text[:_HEAD].splitlines(keepends=True):
        if len(line) <= _LONGEST_DATE_LINE:
            for found in find_dates(line):
                rank = _rank(found, line)
                if best is None or rank > best[0]:
                    best = (rank, _moved(found, offset))
        offset += len(line)
    return best[1] if best else None


def _rank(found: FoundDate, line: str) -> int:
    if "T" in found.value:
        return 3
    if _PUBLISHED.search(line):
        return 2
    return 0 if found.masthead else 1


def _moved(found: FoundDate, by: int) -> FoundDate:
    return FoundDate(found.value, found.start + by, found.end + by, found.masthead)


def find_dates(text: str) -> list[FoundDate]:
    """Return the full dates (day, month and year) in a text, in its order."""
    text = ascii_digits(text)
    if not re.search(r"\d", text):
        return []
    gregorian = [found for found in map(_gregorian, _pattern().finditer(text)) if found]
    bengali = [found for found in map(_from_bengali, _bengali_pattern().finditer(text)) if found]
    has_weekday = bool(_WEEKDAY.search(text))
    return [
        FoundDate(
            found.value,
            found.start,
            found.end,
            "T" not in found.value and (has_weekday or bool(bengali)),
        )
        for found in sorted(gregorian, key=lambda found: found.start) or bengali
    ]


def _names(months: tuple[tuple[str, ...], ...]) -> str:
    names = sorted((name for month in months for name in month), key=len, reverse=True)
    return "|".join(_either_spelling(re.escape(name)) for name in names)


def _either_spelling(name: str) -> str:
    """Return a pattern for a name whose য়, ড় or ढ़ may be one code point or two."""
    composed = unicodedata.normalize("NFD", name)
    for single in "\u09dc\u09dd\u09df\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f":
        double = unicodedata.normalize("NFD", single)
        composed = composed.replace(double, f"(?:{single}|{double})")
    return composed if "(?:" in composed else name


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?P<month>{_names(GREGORIAN)})(?![^\W\d_])\.?"
    time = (
        r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
        rf"(?:\s*(?P<half>{'|'.join(map(re.escape, (*PM, *AM)))})(?![^\W\d_]))?"
        rf"(?:[.]\d+)?(?:\s*\(?(?P<zone>[+-]\d{{2}}:?\d{{2}}|(?:{'|'.join(ZONES)})(?!\w)))?"
    )
    after = rf"(?:[\s,،|:;\-–—T]*(?:at|টা|সময়|समय)?\s*{time}(?!\d))?"
    before = time.replace("?P<", "?P<early_")
    month += rf"(?:\s?[/(]\s?(?:{_names(GREGORIAN)})\)?)?"  # Arabic papers give both names
    other_month = month.replace("month", "month2")
    named = (
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}{month}{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\w){other_month}{_GAP}(?P<day2>\d{{1,2}}){_ORDINAL}{_GAP}(?P<year2>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<year3>\d{4})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year5>\d{4})\s?年\s?(?P<month5>\d{1,2})\s?月\s?(?P<day5>\d{1,2})\s?日",
        r"(?<!\d)(?P<day4>\d{1,2})[-/.](?P<month4>\d{1,2})[-/.](?P<year4>\d{4})(?!\d)",
    )
    return re.compile(
        rf"(?:{before}[\s,،|\-–—]+)?(?:{'|'.join(named)}){after}",
        re.IGNORECASE,
    )


@cache
def _bengali_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:লা|রা|ঠা|ই|শে)?[\s,]{{0,3}}(?P<month>{_names(BENGALI)})"
        r"[\s,]{0,3}(?P<year>1[345]\d{2})(?!\d)(?:\s*(?:বঙ্গাব্দ|বাংলা))?"
    )


def _number_of(name: str, months: tuple[tuple[str, ...], ...]) -> int:
    wanted = unicodedata.normalize("NFC", name.lower())
    for number, names in enumerate(months, start=1):
        if any(unicodedata.normalize("NFC", known) == wanted for known in names):
            return number
    return 0


def _gregorian(match: re.Match[str]) -> FoundDate | None:
    part = match.groupdict()
    if part["day"]:
        day, month, year = part["day"], str(_number_of(part["month"], GREGORIAN)), part["year"]
    elif part["day2"]:
        day, month, year = part["day2"], str(_number_of(part["month2"], GREGORIAN)), part["year2"]
    elif part["day3"]:
        day, month, year = part["day3"], part["month3"], part["year3"]
    elif part["day5"]:
        day, month, year = part["day5"], part["month5"], part["year5"]
    else:
        day, month, year = part["day4"], part["month4"], part["year4"]
        if int(month) > 12:
            day, month = month, day
    try:
        moment = datetime(int(year), int(month), int(day))
    except ValueError:
        return None
    if moment.year < _FIRST_YEAR:
        return None
    prefix = "" if part["hour"] else "early_"
    hours = _hours(part, prefix)
    if hours is not None:
        moment = moment + hours
        if zone := part[f"{prefix}zone"]:
            moment = moment.replace(tzinfo=_zone(zone))
    return FoundDate(_text_of(moment, has_time=hours is not None), match.start(), match.end())


def _zone(name: str) -> timezone:
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
    return timezone(timedelta(hours=ZONES[name.upper()]))


def _hours(part: dict[str, str | None], prefix: str) -> timedelta | None:
    hour_text, minute_text = part[f"{prefix}hour"], part[f"{prefix}minute"]
    if not hour_text or not minute_text:
        return None
    hour, minute = int(hour_text), int(minute_text)
    half = (part[f"{prefix}half"] or "").lower()
    if half in PM and hour < 12:
        hour += 12
    elif half in AM and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=int(part[f"{prefix}second"] or 0) % 60)


def _from_bengali(match: re.Match[str]) -> FoundDate | None:
    day, year = int(match["day"]), int(match["year"])
    found = bengali_to_gregorian(year, _number_of(match["month"], BENGALI), day)
    return (
        FoundDate(found.isoformat(), match.start(), match.end(), masthead=True) if found else None
    )


def bengali_to_gregorian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a date in the Bengali calendar as used in Bangladesh.

    Years run from 14 April. By the Bangla Academy's rules the first five months have 31 days (the
    first six since Ashwin 1426, that is 2019) and Falgun has a day more in leap years. The
    calendar of West Bengal may be a day behind. None for a date that does not exist.
    """
    long_months = 6 if year >= 1426 else 5
    gregorian_year = year + 593
    leap = _is_leap(gregorian_year + 1)
    lengths = [31] * long_months + [30] * (12 - long_months)
    if year >= 1426:
        lengths[10] = 30 if leap else 29
    elif leap:
        lengths[10] = 31
    if not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1]:
        return None
    return date(gregorian_year, 4, 14) + timedelta(days=sum(lengths[: month - 1]) + day - 1)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
