"""The participants of an event: names that most of its articles use, complete and each once.

Doubtful names are left out: an annotator adds a name more quickly than he checks five. How names
are found: `cased_names` for scripts with capitals, `uncased_names` for the others.
"""

from collections.abc import Sequence
from typing import Final

from dittomark.corpus.events.cased_names import cased_names
from dittomark.corpus.events.uncased_names import uncased_names

# A judgement: the main participants, not everybody in the event.
MOST_PARTICIPANTS: Final = 5
_SHARE: Final = 0.5  # of the articles; as much as for the title's words (ECB+, by reading)
_LEAD: Final = 800  # characters; who stands further down everywhere is background
_LEADS: Final = 0.1  # of the articles, those whose lead names a participant


def participants(texts: Sequence[str], place: str) -> tuple[str, ...]:
    """Return the participants of an event from its articles (NFC), at most five."""
    cased = [text for text in texts if _has_capitals(text)]
    uncased = [text for text in texts if not _has_capitals(text)]
    found = {**cased_names(cased), **uncased_names(uncased)}
    chosen: list[str] = []
    taken: set[str] = set(place.casefold().split())
    leads = [text[:_LEAD] for text in texts]
    for name in _often(found, len(texts)):
        words = set(name.casefold().split())
        if not words & taken and _in_leads(name, leads):
            chosen.append(name)
            taken |= words
    return tuple(chosen[:MOST_PARTICIPANTS])


def _has_capitals(text: str) -> bool:
    """Return whether most letters of a text are of a script with capitals."""
    letters = sum(map(str.isalpha, text))
    return 2 * sum(char.isupper() or char.islower() for char in text) > letters


def _in_leads(name: str, leads: Sequence[str]) -> bool:
    """Return whether some leads use the name or its last word."""
    last = name.rsplit(" ", 1)[-1]
    return sum(name in lead or last in lead for lead in leads) >= _LEADS * len(leads)


def _often(counts: dict[str, int], texts: int) -> list[str]:
    """Return the names in enough articles (two at least), by frequency, the longest first."""
    least = max(min(2, texts), _SHARE * texts)
    kept = [(times, name) for name, times in counts.items() if times >= least]
    return [name for _, name in sorted(kept, key=lambda each: (-each[0], -len(each[1]), each[1]))]
