"""Names of participants in scripts without capitals (Bengali, Hindi, Urdu, Arabic).

A name is a phrase of two to four words between other words of the sentence: none is a function
word, a title, a number or part of a date, and case endings are on its last word alone. It counts
when the texts show that it is somebody: a title before it, a verb of speech beside it, a common
family name at its end; or an organisation, by its last word. In other languages nothing is found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import regex

from dittomark.compare.words_of_languages import COMMON as NEWS_WORDS
from dittomark.corpus.calendar_words import MONTHS_AND_DAYS
from dittomark.corpus.events.common_words import COMMON
from dittomark.corpus.events.name_words import (
    EXPRESSED,
    FAMILY_NAMES,
    GENERIC,
    LETTERS,
    ORDINARY_NOUNS,
    SPEECH_AFTER,
    TITLE_ENDINGS,
    UNCASED_ORGANISATIONS,
    UNCASED_SPEECH_BEFORE,
    UNCASED_TITLES,
)

# Judgements, by reading the names of invented reports.
_MOST_WORDS: Final = 4
_LONGER: Final = 0.5  # of its occurrences those of the longer phrase, for that to be the whole name
_CASES: Final = ("ের", "য়", "তে", "কে", "ে")
_LOCATIVE: Final = "ে"
_SHORT: Final = 3  # code points: of these, names end like the other cases (`শের`)
_ENDINGS: Final = ("দের", "ের", "কেও", "কে", "তে", "এর", "সহ", "রা", "য়", "র", "ে", "ও")
# What follows a name directly: "and", "with", "of".
_AFTER_NAMES: Final = frozenset(
    ["ও", "এবং", "আর", "সঙ্গে", "সাথে", "এর", "কে", "নামের", "और", "को", "का"]
) | {"کو", "کا"}
_PARTICLES: Final = frozenset(["ने", "نے"])  # after all who act, not only after names
_PARTICLE: Final = 0.5  # what one of them counts beside a title or a verb of speech
_VERBS: Final = ("েছে", "েছেন", "েছিল", "েছিলেন", "লেও")
_OBLIQUE: Final = ("ের", "তে", "ে")  # where no form without it occurs, it is hardly a name
# Endings that are taken off although the name never occurs without them; no name ends so.
_SURE_ENDINGS: Final = ("কেও", "কে", "সহ")
_ABBREVIATION: Final = regex.compile(r"(?<![\p{L}\p{M}])(মো|মোঃ|মি|মিঃ|ডা|ডাঃ|ড|डॉ|प्रो)[.ঃ]\s?")
_TOKEN: Final = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+|[^\s\p{L}\p{M}\p{N}]|\n")
_SENTENCE_ENDS: Final = frozenset("।॥.!?۔؟\n")
_ORDINARY: Final = (
    COMMON
    | LETTERS
    | ORDINARY_NOUNS
    | frozenset(
        word for language in ("bn", "hi", "ur", "ar", "fa") for word in NEWS_WORDS[language].split()
    )
)


@dataclass
class _Phrase:
    """The occurrences of a phrase; how many show that it is a name, and where that begins or ends."""

    articles: set[int] = field(default_factory=set)
    times: int = 0
    shown: float = 0.0
    speaks: int = 0  # before a verb of speech, so in no case
    begins: int = 0
    ends: int = 0

    def add(self, other: "_Phrase") -> None:
        self.articles |= other.articles
        self.times += other.times
        self.shown += other.shown
        self.speaks += other.speaks
        self.begins += other.begins
        self.ends += other.ends


def uncased_names(texts: Sequence[str]) -> dict[str, int]:
    """Return the names of participants with the number of texts (NFC) that use each."""
    phrases: dict[tuple[str, ...], _Phrase] = {}
    for at, text in enumerate(texts):
        for words, begins, ends, shown, speaks in _phrases(text):
            one = phrases.setdefault(words, _Phrase())
            one.articles.add(at)
            one.times += 1
            one.begins += begins
            one.ends += ends
            one.shown += shown
            one.speaks += speaks
    names: dict[tuple[str, ...], _Phrase] = {}
    for words, one in phrases.items():
        bare = _without_ending(words, phrases)
        if bare != words:
            one.ends = one.times
        names.setdefault(bare, _Phrase()).add(one)
    least = min(2, len(texts))
    kept = {
        words: one
        for words, one in names.items()
        if len(one.articles) >= least
        and (
            _is_named(words)
            or (one.shown >= 1 and (one.speaks or not words[-1].endswith(_OBLIQUE)))
        )
    }
    return {" ".join(words): len(one.articles) for words, one in _whole(kept).items()}


def _phrases(text: str) -> Iterator[tuple[tuple[str, ...], bool, bool, float, bool]]:
    """Yield the phrases of a text that may be names.

    With each, whether its neighbours show that a name begins there, ends there, is one, and speaks.
    """
    for words, ends in _chunks(_ABBREVIATION.sub(r"\1 ", text)):
        for size in range(2, _MOST_WORDS + 1):
            for start in range(len(words) - size + 1):
                phrase = tuple(words[start : start + size])
                if not _may_be_name(phrase):
                    continue
                before = words[start - 1] if start else ""
                after = words[start + size] if start + size < len(words) else ""
                left = _is_title(before) or before in UNCASED_SPEECH_BEFORE
                right = after in SPEECH_AFTER and phrase[-1] not in EXPRESSED
                sure = left or (right and after not in _PARTICLES)
                at_verb = ends and start + size > len(words) - 2
                if left or right or not at_verb or _is_named(phrase):
                    stops = right or after in _AFTER_NAMES or (not after and not ends)
                    speaks = right and after not in _PARTICLES
                    shown = 1.0 if sure else _PARTICLE if right else 0.0
                    yield phrase, left, stops, shown, speaks


def _chunks(text: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the words between two punctuation marks, and whether a sentence ends after them."""
    words: list[str] = []
    for token in _TOKEN.findall(text):
        if token[0].isalnum() or len(token) > 1:
            words.append(token)
        elif token != "-":
            yield words, token in _SENTENCE_ENDS
            words = []
    yield words, False


def _is_title(word: str) -> bool:
    return word in UNCASED_TITLES or word.endswith(TITLE_ENDINGS)


def _may_be_name(words: Sequence[str]) -> bool:
    if any(word in UNCASED_ORGANISATIONS or _in_a_case(word) for word in words[:-1]):
        return False
    return all(
        len(word) > 1
        and not word[0].isdigit()
        and not word.endswith(_VERBS)
        and word not in _ORDINARY
        and word not in SPEECH_AFTER
        and word not in UNCASED_SPEECH_BEFORE
        and word not in EXPRESSED
        and not _is_title(word)
        and (word in FAMILY_NAMES or not any(bare in UNCASED_TITLES for bare in _bare(word)))
        and not any(word.startswith(day) for day in MONTHS_AND_DAYS if len(day) > 2)
        for word in words
    )


def _in_a_case(word: str) -> bool:
    """Return whether a Bengali word, unlike the first words of a name, has a case ending."""
    return (len(word) > _SHORT and word.endswith(_CASES)) or (
        len(word) == _SHORT and word.endswith(_LOCATIVE)
    )


def _is_named(words: Sequence[str]) -> bool:
    """Return whether the last word is a family name or an organisation's noun."""
    return _is_organisation(words) or any(bare in FAMILY_NAMES for bare in _bare(words[-1]))


def _is_organisation(words: Sequence[str]) -> bool:
    return words[-2] not in GENERIC and any(
        bare in UNCASED_ORGANISATIONS for bare in _bare(words[-1])
    )


def _bare(word: str) -> Iterator[str]:
    return (word.removesuffix(ending) for ending in ("", *_ENDINGS))


def _without_ending(
    words: tuple[str, ...], phrases: dict[tuple[str, ...], _Phrase]
) -> tuple[str, ...]:
    """Return the phrase without its last word's case ending, where that is certain."""
    last = words[-1]
    for ending in _ENDINGS:
        if last.endswith(ending) and len(bare := last.removesuffix(ending)) > 1:
            known = bare in FAMILY_NAMES | UNCASED_ORGANISATIONS and last not in FAMILY_NAMES
            if (*words[:-1], bare) in phrases or known or ending in _SURE_ENDINGS:
                return (*words[:-1], bare)
    return words


def _whole(names: dict[tuple[str, ...], _Phrase]) -> dict[tuple[str, ...], _Phrase]:
    """Return the names, each in one length: what is longer only where that is shown."""
    result = dict(names)
    with_word: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda each: (len(each), each)):
        for word in dict.fromkeys(name):
            with_word.setdefault(word, []).append(name)
    for short in sorted(names, key=lambda each: (len(each), each)):
        for name in with_word[short[0]]:
            if short not in result or name not in result or len(name) <= len(short):
                continue
            at = next(
                (
                    at
                    for at in range(len(name) - len(short) + 1)
                    if name[at : at + len(short)] == short
                ),
                None,
            )
            if at is None:
                continue
            whole, part = (name, short) if _is_longer(name, short, at, names) else (short, name)
            result[whole].articles |= result.pop(part).articles
    return result


def _is_longer(
    name: tuple[str, ...], short: tuple[str, ...], at: int, names: dict[tuple[str, ...], _Phrase]
) -> bool:
    """Return whether the name, of which the short one is the part that begins at `at`, is whole."""
    one = names[name]
    begins = at == 0 or one.begins > 0 or _is_organisation(name)
    ends = at + len(short) == len(name) or one.ends > 0 or _is_named(name)
    return begins and ends and one.times >= _LONGER * names[short].times
