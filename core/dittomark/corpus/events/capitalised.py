"""Occurrences of capitalised words in texts, and what stands beside them.

A run of two words or more may be a name (`Seen`); a single word counts for a longer name (`Alone`).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from dittomark.corpus.calendar_words import MONTHS_AND_DAYS
from dittomark.corpus.events.name_words import (
    AGENCIES,
    ORGANISATIONS,
    SPEECH,
    SPEECH_BEFORE,
    TITLES,
)

_ALSO_LOWER: Final = 0.2  # of a word's occurrences with a capital, those without, if it is no name
# A judgement: longer runs of capitals are headlines.
_MOST_WORDS: Final = 6
_NEAR: Final = 120  # code points beside a name that are read
_MOST_OF_INSTITUTION: Final = 12  # `Fundamentalist Church of Jesus Christ of Latter Day Saints`

_INITIAL: Final = r"\p{Lu}\s?\.\s?(?=\p{Lu})"
_WORD: Final = rf"(?:{_INITIAL})*\p{{Lu}}[\p{{L}}\p{{M}}\p{{N}}'’-]*"
_LINK: Final = r"(?:de|del|al|bin|ibn|van|von|der|den|la|di|da|dos|du|el)"
# `of` joins only names of institutions: "Story of Watergate" is not a name.
_INSTITUTION: Final = (
    "University|Bank|Ministry|Department|House|Church|Court|College|Institute|Board|Council|Office"
    "|Association|Republic|Bureau|Gulf|Bay|Isle|City|State"
)
_PLAIN_RUN: Final = rf"{_WORD}(?:\s+(?:{_LINK}\s+)*{_WORD})*"
RUN: Final = regex.compile(
    rf"(?:{_WORD}\s+)*\b(?:{_INSTITUTION})(?:\s+of\s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,2}})+"
    rf"|{_PLAIN_RUN}"
)
_SENTENCE: Final = regex.compile(
    r"(?:[^.!?।॥\n]|(?<=\b\p{Lu}\s?|\b(?:Mr|Mrs|Ms|Dr|St|Lt|Sgt|Gov|Sen|Rep|Capt|Gen|Col|Jr|Prof))\."
    r"|\.(?=\S))+[.!?।॥]?"
)
_LETTERS: Final = regex.compile(r"[\p{L}\p{M}\u200c\u200d-]+")
_BEFORE_POINT: Final = regex.compile(r"\s+(?=\.)")
_POSSESSIVE: Final = regex.compile(r"(?:\s?['’]s|['’])$")
_BEFORE_PLACE: Final = regex.compile(
    r"\b(?:in|at|near|from|outside|across|around|into|off|throughout|bei|aus|nach|à|en|em|в|под|из|во)"
    r"\s+(?:the\s+|downtown\s+)?$",
    regex.IGNORECASE,
)
_OPENED: Final = regex.compile(r"(?:``|[\"“„«‘]|(?<!\w)')\s*$")
_CLOSED: Final = regex.compile(r"^\s*(?:''|[\"”“»’]|'(?!\w))")
_JOINED_BEFORE: Final = regex.compile(rf"({_PLAIN_RUN})\s+((?:of|and|for|&)\s+(?:the\s+)?)$")
_ACRONYM: Final = regex.compile(r"^\s*\(\s*(?:the\s+)?(\p{Lu}{2,})\s*\)")
_ARTICLES: Final = ("The ", "A ", "An ")
_AGE: Final = regex.compile(
    r"^\s*(?:,\s*(?:aged?\s+)?\d{1,3}\s*[,.;]|\(\s*\d{1,3}\s*\)|,?\s+who(?:se|m)?\b)"
)
_WORD_BEFORE: Final = regex.compile(r"([\p{L}\p{M}-]+)\s?\.?\s*$")
_WORD_AFTER: Final = regex.compile(r"^\s*,?\s*(?:(?:a|ha|has|had|hat)\s+)?([\p{L}\p{M}-]+)")
_MODIFIES: Final = regex.compile(
    r"^\s+(?:m[ae]n|wom[ae]n|boys?|girls?|home|house|residents?|natives?|police|buildings?|warehouse"
    r"|stores?|apartments?|area|neighbou?rhood|officials?|district|court)\b"
)
_YEARS_OLD: Final = regex.compile(r"\d\s?-\s?year\s?-\s?old\s+$")
_ARTICLE: Final = regex.compile(
    r"\b(?:the|an?|his|her|their|its|this|that|der|die|das|le|la|les|el|los|il|o|os)\s*$",
    regex.IGNORECASE,
)


@dataclass
class Seen:
    """The occurrences of a name, and how many of them show what it is."""

    articles: set[int] = field(default_factory=set)
    times: int = 0
    placed: int = 0
    quoted: int = 0
    person: int = 0
    determined: int = 0
    inner: int = 0  # not at the beginning of a sentence
    before: Counter[str] = field(default_factory=Counter)
    acronyms: set[str] = field(default_factory=set)

    def add(self, other: "Seen") -> None:
        """Count the occurrences of another form of the name."""
        self.articles |= other.articles
        self.times += other.times
        self.person += other.person
        self.inner += other.inner
        self.acronyms |= other.acronyms


@dataclass
class Alone:
    """The articles with a capitalised word that stands alone, and its determiners."""

    articles: set[int] = field(default_factory=set)
    times: int = 0
    with_article: int = 0
    speaks: int = 0
    placed: int = 0

    def add(self, other: "Alone") -> None:
        """Count the occurrences of another form of the word."""
        self.articles |= other.articles
        self.times += other.times
        self.with_article += other.with_article
        self.speaks += other.speaks
        self.placed += other.placed


def read(texts: Sequence[str]) -> tuple[dict[str, Seen], dict[str, Alone], set[str]]:
    """Return the runs of two words or more, the single words, and all words in lower case."""
    written = Counter(word for text in texts for word in _LETTERS.findall(text))
    capital: Counter[str] = Counter()
    for word, times in written.items():
        if word[0].isupper():
            capital[word.casefold()] += times
    lower = {
        word
        for word, times in written.items()
        if word[0].islower() and times >= _ALSO_LOWER * capital[word]
    }
    seen: dict[str, Seen] = {}
    alone: dict[str, Alone] = {}
    for at, text in enumerate(texts):
        for sentence in _SENTENCE.findall(text):
            for match in RUN.finditer(sentence):
                before = sentence[max(0, match.start() - _NEAR) : match.start()]
                after = sentence[match.end() : match.end() + _NEAR]
                begins = not before.strip()
                determined = _ARTICLE.search(before) is not None or match[0].startswith(_ARTICLES)
                name, titled = trimmed(match[0], lower if begins else ())
                if not name:
                    continue
                if " " in name:
                    one = seen.setdefault(name, Seen())
                    _count(one, at, before, after, titled=titled)
                    one.determined += determined
                elif not begins or name.casefold() not in lower:
                    single = alone.setdefault(name, Alone())
                    single.articles.add(at)
                    single.times += 1
                    single.with_article += determined
                    single.speaks += not determined and _speaks(before, after)
                    single.placed += _BEFORE_PLACE.search(before) is not None
    return seen, alone, lower


def _count(one: Seen, at: int, before: str, after: str, *, titled: bool) -> None:
    one.articles.add(at)
    one.times += 1
    one.inner += titled or bool(before.strip())
    one.placed += _BEFORE_PLACE.search(before) is not None
    one.quoted += bool(_OPENED.search(before) and _CLOSED.search(after))
    if _MODIFIES.search(after):
        one.determined += 1
    else:
        one.person += titled or _speaks(before, after) or _AGE.search(after) is not None
    if joined := _JOINED_BEFORE.search(before):
        one.before[joined[0].removeprefix("The ")] += 1
    if acronym := _ACRONYM.search(after):
        one.acronyms.add(acronym[1])


def _speaks(before: str, after: str) -> bool:
    """Return whether a title, an age or a verb of speech is next to the name."""
    last, following = _WORD_BEFORE.search(before), _WORD_AFTER.search(after)
    return (
        (last is not None and last[1].casefold() in TITLES | SPEECH_BEFORE)
        or (following is not None and following[1] in SPEECH)
        or _YEARS_OLD.search(before) is not None
    )


def trimmed(run: str, lower: Collection[str] = ()) -> tuple[str, bool]:
    """Return a run of capitalised words as a name, without titles; and whether it had one.

    `lower` are words that are capitalised only at the beginning of sentences. A date, a title
    alone and what is no name give an empty one.
    """
    words = _POSSESSIVE.sub("", " ".join(run.split())).split(" ")
    if words[0].casefold() in lower:
        words = words[1:]
    words = [_POSSESSIVE.sub("", word) for word in words]
    if len(words) > 2 and words[1].islower() and _leads_to_a_name(words[0]):
        words = words[2:]
    titled = False
    if not _organised(words):
        titles = [at for at, word in enumerate(words) if word.casefold().rstrip(".") in TITLES]
        if titles:
            words = words[titles[-1] + 1 :]
            titled = True
    while words and words[0].casefold().rstrip(".") in _FUNCTION:
        words = words[1:]
    while words and words[-1].casefold() in MONTHS_AND_DAYS:
        words = words[:-1]
    if not words or any(word.casefold() in MONTHS_AND_DAYS for word in words):
        return "", False
    name = _BEFORE_POINT.sub("", " ".join(words))
    too_long = len(words) > (_MOST_OF_INSTITUTION if _organised(words) else _MOST_WORDS)
    if too_long or not AGENCIES.isdisjoint(words) or sum(map(str.isalpha, name)) < 2:
        return "", False
    return name, titled


_FUNCTION: Final = frozenset(
    [
        "the",
        "a",
        "an",
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
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "einer",
        "laut",
        "nach",
        "le",
        "la",
        "les",
        "un",
        "une",
        "selon",
        "el",
        "los",
        "un",
        "una",
        "il",
        "у",
        "в",
        "во",
        "на",
        "по",
        "с",
        "со",
        "к",
        "из",
        "о",
        "об",
        "от",
        "за",
        "для",
        "при",
    ]
)


def _leads_to_a_name(word: str) -> bool:
    """Return whether a word with `of` after it is no part of the name (`Sprecher der …`)."""
    return word.casefold() in TITLES or (word.isupper() and len(word) > 1)


def _organised(words: Sequence[str]) -> bool:
    return bool(words) and (words[-1].casefold() in ORGANISATIONS or "of" in words)
