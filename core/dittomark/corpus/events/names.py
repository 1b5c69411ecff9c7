"""The participants of an event: names that most of its articles use, complete and each once.

In scripts with capitals, a name is a run of capitalised words that does not merely begin a
sentence; a surname counts for the full name in the same article (`Felt` for `Mark Felt`). Place
names are not participants: those that follow `in`, `at`, `near` or `from` in half of their
occurrences, and streets, counties and rivers. In scripts without capitals a name is two or three
words that occur together nearly as often as they occur at all, at least twice in a text, none of
them at the end of a sentence (where Bengali has its verb), a function word, or part of a date.
Doubtful names are left out: an annotator adds a name more quickly than he checks five.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from dittomark.corpus.calendar_words import MONTHS_AND_DAYS
from dittomark.corpus.events.common_words import COMMON

# A judgement: the main participants, not everybody in the event.
MOST_PARTICIPANTS: Final = 5
_SHARE: Final = 0.5  # of the articles; as much as for the title's words (ECB+, by reading)
_PLACE_SHARE: Final = 0.4  # of its occurrences after a preposition of place
_TOGETHER: Final = 0.6  # of the rarest word's occurrences, those inside the name
_TIMES: Final = 1.5  # an article names a main participant more than once

_WORD: Final = r"\p{Lu}[\p{L}\p{M}\p{N}'’-]*"
# `of` joins only names of institutions: "Story of Watergate" is not a name.
_INSTITUTION: Final = (
    "University|Bank|Ministry|Department|House|Church|Court|College|Institute|Board|Council|Office"
    "|Association|Republic|Bureau|Gulf|Bay|Isle|City|State"
)
_RUN: Final = regex.compile(
    rf"(?:{_WORD}\s+)*\b(?:{_INSTITUTION})\s+of\s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,2}}"
    rf"|{_WORD}(?:\s+(?:(?:de|del|al|bin|van|von|der|la)\s+)?{_WORD}){{0,4}}"
)
_SENTENCE: Final = regex.compile(r"[^.!?।॥\n]+[.!?।॥]?")
_WORDS: Final = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+")
_POSSESSIVE: Final = regex.compile(r"(?:\s?['’]s|['’])$")
_BEFORE_PLACE: Final = regex.compile(
    r"\b(?:in|at|near|from|outside|across|around|into|off|throughout)\s+(?:the\s+|downtown\s+)?$",
    regex.IGNORECASE,
)
_WHERE: Final = regex.compile(rf"\b(?:in|at|near|outside)\s+({_RUN.pattern})")
_PLACE_WORDS: Final = frozenset(
    [
        "street",
        "avenue",
        "road",
        "boulevard",
        "county",
        "city",
        "town",
        "village",
        "province",
        "state",
        "district",
        "island",
        "islands",
        "lake",
        "river",
        "mount",
        "mountain",
        "bay",
        "beach",
        "gulf",
        "sea",
        "ocean",
        "valley",
        "park",
        "bridge",
        "airport",
        "highway",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
    ]
)
_TITLES: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "deputy",
        "president",
        "prime",
        "minister",
        "judge",
        "sgt",
        "sergeant",
        "officer",
        "detective",
        "capt",
        "captain",
        "lt",
        "rep",
        "sen",
        "gov",
        "governor",
        "mayor",
        "chief",
        "police",
        "in",
        "on",
        "at",
        "and",
        "but",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "this",
        "that",
        "for",
        "with",
        "after",
        "before",
        "when",
        "while",
        "as",
        "if",
        "by",
        "of",
        "to",
        "from",
        "his",
        "her",
        "their",
        "our",
        "its",
    ]
)
_PEOPLES: Final = regex.compile(
    r"(?:[^\W\d_]{2,}(?:ian|ean|ese|ish)|American|German|French|Greek)s?$"
)


# Agencies report events and do not participate in them.
_AGENCIES: Final = frozenset(
    ["AFP", "AP", "ABC", "BBC", "CBS", "CNN", "DPA", "IANS", "NBC", "PTI", "UPI", "UNB", "Reuters"]
)


@dataclass
class _Seen:
    """The articles with a name, its frequency, and its frequency after a preposition of place."""

    articles: set[int] = field(default_factory=set)
    times: int = 0
    placed: int = 0


def participants(texts: Sequence[str], place: str) -> tuple[str, ...]:
    """Return the participants of an event from its articles (NFC), at most five."""
    cased = sum(char.isupper() for text in texts for char in text)
    found = _cased(texts) if cased > 0.005 * sum(map(len, texts)) else _uncased(texts)
    chosen: list[str] = []
    taken: set[str] = set(place.casefold().split())
    for name in found:
        words = set(name.casefold().split())
        if not words & taken:
            chosen.append(name)
            taken |= words
    return tuple(chosen[:MOST_PARTICIPANTS])


def _cased(texts: Sequence[str]) -> list[str]:
    seen: dict[str, _Seen] = {}
    lower = {word for text in texts for word in _WORDS.findall(text) if word[0].islower()}
    for at, text in enumerate(texts):
        for sentence in _SENTENCE.findall(text):
            for match in _RUN.finditer(sentence):
                begins = not sentence[: match.start()].strip()
                name = _trimmed(match[0], lower if begins else ())
                if not name or (begins and " " not in name):
                    continue
                one = seen.setdefault(name, _Seen())
                one.articles.add(at)
                one.times += 1
                one.placed += _BEFORE_PLACE.search(sentence[: match.start()]) is not None
    whole = [name for name, one in seen.items() if " " in name and len(one.articles) > 1]
    counted: dict[str, set[int]] = {}
    for name, one in seen.items():
        if _is_place(name, one) or _PEOPLES.search(name):
            continue
        longest = _whole(name, whole, seen) if " " not in name else name
        if " " not in longest and (longest.casefold() in lower or not _is_acronym(longest)):
            continue
        counted.setdefault(longest, set()).update(one.articles)
    return _often({name: len(articles) for name, articles in counted.items()}, len(texts))


def _trimmed(run: str, lower: Collection[str] = ()) -> str:
    """Return a run of capitalised words without words that only precede or follow a name.

    `lower` are words that are capitalised only at the beginning of sentences.
    """
    words = _POSSESSIVE.sub("", " ".join(run.split())).split(" ")
    if words[0].casefold() in lower:
        words = words[1:]
    while words and words[0].casefold().rstrip(".") in _TITLES:
        words = words[1:]
    words = [_POSSESSIVE.sub("", word) for word in words]
    while words and words[-1].casefold() in MONTHS_AND_DAYS:
        words = words[:-1]
    if any(word.casefold() in MONTHS_AND_DAYS for word in words) or len(words) > 4:
        return ""
    name = " ".join(words)
    if name in _AGENCIES:
        return ""
    return name if sum(char.isalpha() for char in name) > 1 else ""


def _is_place(name: str, one: _Seen) -> bool:
    words = name.casefold().split()
    return one.placed >= _PLACE_SHARE * one.times or bool(_PLACE_WORDS & {words[0], words[-1]})


def _is_acronym(name: str) -> bool:
    return len(name) >= 3 and name.isupper()


def _whole(name: str, whole: Sequence[str], seen: dict[str, _Seen]) -> str:
    """Return the full name in most articles that contains this one word, else the word."""
    longer = [
        each for each in whole if each.split()[-1] == name and not _is_place(each, seen[each])
    ]
    return max(longer, key=lambda each: (len(seen[each].articles), each), default=name)


def place_names(text: str) -> set[str]:
    """Return the names of a text that follow `in`, `at`, `near` or `outside`."""
    found = {_trimmed(match[1]) for match in _WHERE.finditer(text)}
    return {name for name in found if name and not name.isupper() and not _PEOPLES.search(name)}


def _uncased(texts: Sequence[str]) -> list[str]:
    times: Counter[str] = Counter()
    single: Counter[str] = Counter()
    articles: dict[str, set[int]] = {}
    for at, text in enumerate(texts):
        here: Counter[str] = Counter()
        for sentence in _SENTENCE.findall(text):
            words = _WORDS.findall(sentence)
            single.update(words)
            inner = words[:-2] if sentence.rstrip()[-1:] in "।.!?॥" else words
            for size in (2, 3):
                here.update(
                    " ".join(inner[at : at + size])
                    for at in range(len(inner) - size + 1)
                    if _may_be_name(inner[at : at + size])
                )
        times.update(here)
        for phrase in here:
            articles.setdefault(phrase, set()).add(at)
    named: Counter[str] = Counter()
    where: dict[str, set[int]] = {}
    for phrase, own in articles.items():
        name = _plain(phrase, times)
        named[name] += times[phrase]
        where.setdefault(name, set()).update(own)
    counted = {
        name: len(where[name])
        for name, often in named.items()
        if often >= max(2, _TIMES * len(where[name]))
        and often >= _TOGETHER * min(single[word] for word in name.split(" "))
    }
    return _often(counted, len(texts))


def _may_be_name(words: Sequence[str]) -> bool:
    """Return whether Bengali words may be a name: case endings occur at its end alone."""
    return not any(word.endswith(_CASES) for word in words[:-1] if len(word) > 3) and all(
        len(word) > 1
        and word not in COMMON
        and not any(word.startswith(day) for day in MONTHS_AND_DAYS if len(day) > 2)
        for word in words
    )


_CASES: Final = tuple(unicodedata.normalize("NFC", end) for end in ("ের", "য়", "তে", "কে", "ে"))
_ENDINGS: Final = ("ের", "র", "কে", "তে", "য়", "এর", "ে", "রা", "দের")


def _plain(phrase: str, times: Counter[str]) -> str:
    """Return the phrase without its last word's case ending, if it also occurs without."""
    for ending in _ENDINGS:
        if phrase.endswith(ending) and (bare := phrase[: -len(ending)]) in times:
            return bare
    return phrase


def _often(counts: dict[str, int], texts: int) -> list[str]:
    """Return the names in enough articles (two at least), by frequency, the longest first."""
    least = max(min(2, texts), _SHARE * texts)
    kept = [(times, name) for name, times in counts.items() if times >= least]
    return [name for _, name in sorted(kept, key=lambda each: (-each[0], -len(each[1]), each[1]))]
