"""What a group of articles calls its event: title, date, place and participants, read off texts.

Title: the headline of the article that is most like the others. Date: the earliest publication
date of the group's main stretch of days. Place: where most articles are datelined or say something
happened (`in Khulna`, `LONDON (Agency)`, `খুলনা, ১২ মার্চ`, `খুলনা প্রতিনিধি`). Participants: names, and in
scripts without capitals pairs and triples of words that a text says twice and not at the end of a
sentence (where Bengali has its verb), that stand in half of the articles. All are proposals to be edited;
what is not found stays empty.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import regex

from dittomark.corpus.calendar_words import MONTHS_AND_DAYS

MOST_PARTICIPANTS: Final = 5
_MOST_ARTICLES: Final = 50
_MOST_CHARACTERS: Final = 5_000
_LONGEST_TITLE: Final = 150
_GOOD_TITLE: Final = 100
_BEFORE_MEDIAN_DAYS: Final = 3

_NAME: Final = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]+(?:\s+\p{Lu}[\p{L}\p{M}'’-]+){0,3}")
_SENTENCE: Final = regex.compile(r"[^.!?।॥\n]+[.!?।॥]?")
_WORD: Final = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+")
_DATELINE: Final = regex.compile(
    r"^\s*(?P<p>\p{Lu}[\p{Lu}\p{M} .'-]{2,30}?)\s*(?:,\s*\S+\s+\d+|\([^)]{2,30}\))?\s*(?:--|[—–-])\s"
    r"|^\s*(?P<p>[\p{L}\p{M}]{2,20}),\s*\p{N}{1,2}\s+[\p{L}\p{M}]+\s*(?:[:(—–-]|$)"
    r"|^\s*(?P<p>[\p{L}\p{M}]{2,20})\s+(?:জেলা\s+|উপজেলা\s+)?(?:প্রতিনিধি|সংবাদদাতা)\b",
    regex.MULTILINE,
)
_WHERE: Final = regex.compile(
    r"\b(?:in|at|near|outside)\s+((?:\p{Lu}[\p{L}\p{M}'-]+)(?:\s\p{Lu}[\p{L}\p{M}'-]+)?)"
)
# Words of Bengali sentences that are part of no name.
_COMMON: Final = frozenset(
    [
        "থেকে",
        "নিয়ে",
        "সঙ্গে",
        "সাথে",
        "মধ্যে",
        "জন্য",
        "হতে",
        "কোনো",
        "এতে",
        "বলে",
        "করে",
        "এবং",
        "ও",
        "এ",
        "এই",
        "সেই",
        "তার",
        "তাঁর",
        "তিনি",
        "তারা",
        "তাঁরা",
        "আর",
        "না",
        "হয়েছে",
        "হয়েছেন",
        "করেছে",
        "করেছেন",
        "করা",
        "করার",
        "হয়",
        "হবে",
        "ছিল",
        "ছিলেন",
        "বলেন",
        "জানান",
        "জানিয়েছেন",
        "পর",
        "পরে",
        "আগে",
        "দিকে",
        "কাছে",
        "একটি",
        "এক",
        "দুই",
        "তিন",
        "চার",
        "কিন্তু",
        "তবে",
        "যে",
        "কি",
        "কী",
        "গত",
        "আজ",
        "কাল",
        "এখন",
        "এখানে",
        "সেখানে",
        "দিয়ে",
        "পর্যন্ত",
        "উপর",
        "ওপর",
        "নতুন",
        "আরও",
        "আগামী",
        "সময়",
        "একজন",
        "কয়েক",
    ]
)
# Case endings of Bengali nouns; the rest of the word must be two letters at least.
_ENDING: Final = regex.compile(r"(?<=.{2})(?:ের|র|কে|তে|য়)$")


@dataclass(frozen=True, slots=True)
class Description:
    """The fields of an event that an annotator starts from; any may be empty."""

    title: str
    date: str
    place: str
    participants: tuple[str, ...]


def describe(
    texts: Sequence[str], titles: Sequence[str], dates: Sequence[str], tie: Sequence[float]
) -> Description:
    """Describe the event of articles (at least one), of which `tie` says how typical each is."""
    order = sorted(range(len(texts)), key=lambda at: (-tie[at], at))[:_MOST_ARTICLES]
    heads = [texts[at][:_MOST_CHARACTERS] for at in order]
    place = _place(heads)
    return Description(
        _best_title([_title(titles[at], texts[at]) for at in order]),
        _day(dates),
        place,
        _participants(heads, place),
    )


def _best_title(titles: Sequence[str]) -> str:
    """Return the first title of a headline's length, else the first there is."""
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
    told = _in_most(texts, lambda text: set(_WHERE.findall(text)), 0.4)
    return next((name for name in told if name.casefold() not in MONTHS_AND_DAYS), "")


def _proper(place: str) -> str:
    place = place.strip()
    return place.title() if place.isupper() else place


def _participants(texts: Sequence[str], place: str) -> tuple[str, ...]:
    cased = sum(char.isupper() for text in texts for char in text)
    names = _names if cased > 0.005 * sum(map(len, texts)) else _phrases
    chosen: list[str] = []
    for name in _in_most(texts, names, 0.5):
        if place and (name in place or place in name):
            continue
        if not any(name in other or other in name for other in chosen):
            chosen.append(name)
    return tuple(chosen[:MOST_PARTICIPANTS])


def _names(text: str) -> set[str]:
    """Names that do not merely begin a sentence."""
    found: set[str] = set()
    for sentence in _SENTENCE.findall(text):
        body = sentence.strip()
        for match in _NAME.finditer(body):
            name = " ".join(match[0].split())
            if (match.start() > 0 or " " in name) and name.casefold() not in MONTHS_AND_DAYS:
                found.add(name)
    return found


def _phrases(text: str) -> set[str]:
    """Pairs and triples of words, at least twice in the text, none of them at a sentence's end."""
    found: Counter[str] = Counter()
    for sentence in _SENTENCE.findall(text):
        words = _WORD.findall(sentence)
        inner = words[:-2] if sentence.rstrip()[-1:] in "।.!?॥" else words
        for size in (2, 3):
            found.update(
                " ".join((*inner[at : at + size - 1], _ENDING.sub("", inner[at + size - 1])))
                for at in range(len(inner) - size + 1)
                if not _COMMON.intersection(inner[at : at + size])
            )
    return {phrase for phrase, times in found.items() if times > 1}


def _in_most(texts: Sequence[str], read: Callable[[str], set[str]], share: float) -> list[str]:
    """Return what stands in at least that share of the texts (two at least), commonest first."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(read(text))
    least = max(min(2, len(texts)), share * len(texts))
    kept = [(times, name) for name, times in counts.items() if times >= least and name]
    return [
        name for times, name in sorted(kept, key=lambda each: (-each[0], -len(each[1]), each[1]))
    ]
