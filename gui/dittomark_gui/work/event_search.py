"""Searches events by any of their names, also misspelt or in another script."""

from collections.abc import Iterable, Sequence
from typing import Final

from dittomark.annotations import Event
from dittomark_gui.i18n import collation

# Smallest similarity (0–100) of a hit.
_LEAST: Final = 55
# Score of a name that only sounds like the text: below names with the same spelling.
_SOUND: Final = 85.0


def search_events(events: Iterable[Event], text: str, *, order: str = "date") -> list[Event]:
    """Return the events that match the text, most similar first; without text, all of them.

    Title, aliases, place, participants and date are searched, folded as the engine folds texts
    (case, letter forms, digits of every script). Latin letters match names in other scripts by
    their sound. `order` ("date" or "title") applies without a text.
    """
    if not text:
        return _ordered(events, order)
    from rapidfuzz import fuzz

    from dittomark.texts.romanise import is_latin, sounds_like

    wanted, latin = _folded(text), is_latin(text)
    scored = []
    for place, event in enumerate(events):
        best = max((fuzz.WRatio(wanted, name) for name in _names(event)), default=0.0)
        if latin and best < _SOUND and any(sounds_like(text, name) for name in _names(event)):
            best = _SOUND
        if best >= _LEAST:
            scored.append((-best, place, event))
    return [event for _, _, event in sorted(scored, key=lambda item: item[:2])]


def _ordered(events: Iterable[Event], order: str) -> list[Event]:
    if order == "title":
        key = collation()
        return sorted(events, key=lambda event: key(event.title))
    return sorted(events, key=lambda event: event.date, reverse=True)


def _names(event: Event) -> Sequence[str]:
    names = (event.title, *event.aliases, event.place, *event.participants, event.date)
    return [_folded(name) for name in names if name]


def _folded(text: str) -> str:
    from dittomark.texts.fold import fold

    return fold(text)
