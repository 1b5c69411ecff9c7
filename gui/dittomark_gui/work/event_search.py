"""Finding an event by any of its names, misspelt or in another script's digits."""

from collections.abc import Iterable, Sequence
from typing import Final

from dittomark.annotations import Event
from dittomark_gui.i18n import collation

# Below this likeness (0–100) an event is not what was meant.
_LEAST: Final = 55
# A name that sounds like what was typed stands behind one that is written so.
_SOUND: Final = 85.0


def search_events(events: Iterable[Event], text: str, *, order: str = "date") -> list[Event]:
    """Return the events that fit the text, the most alike first; without text, all in order.

    Title, aliases, place, participants and date are searched, folded as the engine folds texts
    (case, forms of letters, digits of every script). Latin letters find names in other scripts by
    their sound.
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
