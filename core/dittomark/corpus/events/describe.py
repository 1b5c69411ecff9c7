"""The description of an event from a group of articles: title, date, place and participants.

Title: the headline of the article that is most similar to the others. Date: the earliest
publication date of the group's main run of days. Place: see `places`. Participants: see `names`. All
are proposals to be edited; fields without a result stay empty.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dittomark.corpus.events.names import participants
from dittomark.corpus.events.places import place_of

# Judgements; they serve a proposal that annotators edit.
_MOST_ARTICLES: Final = 50  # the most typical ones suffice
_MOST_CHARACTERS: Final = 5_000  # the beginning of an article names place and participants
_LONGEST_TITLE: Final = 150  # characters; a longer line is not a headline
_GOOD_TITLE: Final = 100  # characters; a longer one is a poor title
_BEFORE_MEDIAN_DAYS: Final = 3  # days; an earlier report is an older story, not the first news


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
    place = place_of(heads)
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
