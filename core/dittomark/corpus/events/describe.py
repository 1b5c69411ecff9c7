"""The description of an event from a group of articles: title, date, place and participants.

Title: the headline of the article that is most similar to the others. Date: the earliest
publication date of the group's main run of days. Place: where most articles are datelined or place
the event (`in Khulna`, `LONDON (Agency)`, `খুলনা, ১২ মার্চ`, `খুলনা প্রতিনিধি`). Participants: see
`names`. All are proposals to be edited; fields without a result stay empty.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import regex

from dittomark.corpus.calendar_words import MONTHS_AND_DAYS
from dittomark.corpus.events.names import participants, place_names

# Judgements; they serve a proposal that annotators edit.
_MOST_ARTICLES: Final = 50  # the most typical ones suffice
_MOST_CHARACTERS: Final = 5_000  # the beginning of an article names place and participants
_LONGEST_TITLE: Final = 150  # characters; a longer line is not a headline
_GOOD_TITLE: Final = 100  # characters; a longer one is a poor title
_BEFORE_MEDIAN_DAYS: Final = 3  # days; an earlier report is an older story, not the first news

_DATELINE: Final = regex.compile(
    r"^\s*(?P<p>\p{Lu}[\p{Lu}\p{M} .'-]{2,30}?)\s*(?:,\s*\S+\s+\d+|\([^)]{2,30}\))?\s*(?:--|[—–-])\s"
    r"|^\s*(?P<p>[\p{L}\p{M}]{2,20}),\s*\p{N}{1,2}\s+[\p{L}\p{M}]+\s*(?:[:(—–-]|$)"
    r"|^\s*(?P<p>[\p{L}\p{M}]{2,20})\s+(?:জেলা\s+|উপজেলা\s+)?(?:প্রতিনিধি|সংবাদদাতা)\b",
    regex.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Description:
    """The fields of an event as a proposal to an annotator; any may be empty."""

    title: str
    date: str
    place: str
    participants: tuple[str, ...]


def describe(
    texts: Sequence[str], titles: Sequence[str], dates: Sequence[str], tie: Sequence[float]
) -> Description:
    """Describe the event of articles (at least one); `tie` is the typicality of each."""
    order = sorted(range(len(texts)), key=lambda at: (-tie[at], at))[:_MOST_ARTICLES]
    heads = [unicodedata.normalize("NFC", texts[at][:_MOST_CHARACTERS]) for at in order]
    place = _place(heads)
    return Description(
        _best_title([_title(titles[at], texts[at]) for at in order]),
        _day(dates),
        place,
        participants(heads, place),
    )


def _best_title(titles: Sequence[str]) -> str:
    """Return the first title of a headline's length, else the first one."""
    found = [title for title in titles if title]
    return next((title for title in found if len(title) <= _GOOD_TITLE), found[0] if found else "")


def _title(title: str, text: str) -> str:
    first = title.strip() or next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(first) <= _LONGEST_TITLE:
        return first
    return first[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _day(dates: Iterable[str]) -> str:
    days = []
    for text in dates:
        try:
            days.append(date.fromisoformat(text[:10]).toordinal())
        except ValueError:
            continue
    if not days:
        return ""
    days.sort()
    early = days[(len(days) - 1) // 2] - _BEFORE_MEDIAN_DAYS
    return date.fromordinal(next(day for day in days if day >= early)).isoformat()


def _place(texts: Sequence[str]) -> str:
    lines = _in_most(texts, lambda text: {_proper(m["p"]) for m in _DATELINE.finditer(text)}, 0.3)
    if lines:
        return lines[0]
    places = _in_most(texts, place_names, 0.4)
    return next((name for name in places if name.casefold() not in MONTHS_AND_DAYS), "")


def _proper(place: str) -> str:
    place = place.strip()
    return place.title() if place.isupper() else place


def _in_most(texts: Sequence[str], read: Callable[[str], set[str]], share: float) -> list[str]:
    """Return the values found in at least that share of the texts (two at least), by frequency."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(read(text))
    least = max(min(2, len(texts)), share * len(texts))
    kept = [(times, name) for name, times in counts.items() if times >= least and name]
    return [
        name for times, name in sorted(kept, key=lambda each: (-each[0], -len(each[1]), each[1]))
    ]
