"""Names of participants in scripts with capitals.

A name is a run of at least two capitalised words that does not merely begin a sentence. It counts
when the texts show that it is somebody: a title or a verb of speech beside it, an age, the surname
alone in other sentences; or an organisation, by its last word. Works, prizes, media, buildings and
places are none. A surname counts for the full name (`Felt` for `Mark Felt`), forms of one name
(`Игоря Савельева`, a middle name, a longer name of an organisation, its initials) are one.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

import regex

from dittomark.compare.common_words import COMMON_WORDS
from dittomark.corpus.events.capitalised import Alone, Seen, read
from dittomark.corpus.events.name_words import FACILITIES, ORGANISATIONS, PLACES, THINGS, TITLES

# Judgements, by reading the names of forty groups of real news.
_PLACE_SHARE: Final = 0.4  # of its occurrences after a preposition of place
_SURNAME_PLACED: Final = 0.15  # the same, where nothing else than a word alone shows a person
_FRAGMENT: Final = 0.5  # of its occurrences joined by `of` or `and` with another name
_QUOTED: Final = 0.2  # of its occurrences in quotation marks: a work, a nickname
_LONGER: Final = 0.3  # of its occurrences those of the longer name, for that to be the whole one
_LONGER_IN_FRONT: Final = 1.0  # the same for a word before a person's name
_SHOWN: Final = 0.2  # of its occurrences those beside a title, a verb of speech, an age
_DETERMINED: Final = 0.3  # of its occurrences those after an article, which people have none of
_ALONE: Final = 0.5  # of a surname's occurrences alone, those without an article before it
_STEM: Final = 3  # letters that the cases of a name have in common
_FEW: Final = 2  # occurrences that are no accident
PEOPLES: Final = regex.compile(
    r"(?:[^\W\d_]{2,}(?:ian|ean|ese|ish)|American|German|French|Greek)s?$"
)
_SHIPS: Final = frozenset(["MV", "MS", "SS", "HMS", "USS", "INS", "RMS"])


def cased_names(texts: Sequence[str]) -> dict[str, int]:
    """Return the names of participants with the number of texts that use each."""
    seen, alone, lower = read(texts)
    _without_sentence_openers(seen, alone)
    for name in list(seen):
        _join_fragment(name, seen)
    names = {
        name: one
        for name, one in seen.items()
        if one.quoted < _QUOTED * one.times
        and one.placed < _PLACE_SHARE * one.times
        and not _is_thing(name)
    }
    _fold_forms(names, alone)
    kept = {
        name: one
        for name, one in names.items()
        if _is_organisation(name) or _is_person(name, one, alone, lower)
    }
    kept = _whole_names(_without_employers(kept), alone)
    least = min(_FEW, len(texts))
    kept = {name: one for name, one in kept.items() if len(one.articles) >= least}
    bearers: dict[str, str] = {}
    for name in sorted(kept, key=lambda each: (kept[each].times, each)):
        bearers[name.split()[-1]] = name
    for name, one in kept.items():
        one.articles |= _short_forms(name, one, alone, bears=bearers[name.split()[-1]] == name)
    return {name: len(one.articles) for name, one in kept.items()}


def _without_sentence_openers(seen: dict[str, Seen], alone: dict[str, Alone]) -> None:
    """Take the first word off names that only begin sentences (`However Manning`), if it is none."""
    bearers = Counter(map(_last_word, seen))
    for name in [name for name, one in seen.items() if not one.inner]:
        if len(seen[name].articles) >= _FEW and name.split()[0].casefold() not in COMMON_WORDS:
            continue
        rest = name.split(" ", 1)[1]
        if rest in seen and seen[rest].inner:
            seen[rest].add(seen.pop(name))
        elif rest in alone or bearers[rest] > 1:
            one = seen.pop(name)
            alone.setdefault(rest, Alone()).add(Alone(one.articles, one.times))


def _join_fragment(name: str, seen: dict[str, Seen]) -> None:
    """Replace part of an institution's name (`Works Agency`) by the whole; drop other fragments."""
    one = seen.get(name)
    if one is None:
        return
    before = sum(one.before.values())
    if name.rsplit(maxsplit=1)[-1].casefold() in ORGANISATIONS and before >= _FRAGMENT * one.times:
        (first, times), *_ = one.before.most_common(1)
        if times >= max(_FEW, _FRAGMENT * before):
            seen.setdefault(f"{first.strip()} {name}", Seen()).add(seen.pop(name))
            part = seen.get(first.strip().rsplit(" ", 1)[0])
            if part is not None and part.times <= 2 * times and not part.person:
                del seen[first.strip().rsplit(" ", 1)[0]]


def _is_thing(name: str) -> bool:
    """Return whether a name is a place, a building, a prize, a work, a medium or a people's."""
    words = name.casefold().split()
    return (
        words[-1] in PLACES | THINGS | FACILITIES
        or words[0] in PLACES
        or (words[-1] in TITLES and words[-1] not in ORGANISATIONS)
        or PEOPLES.search(name) is not None
    )


def _is_organisation(name: str) -> bool:
    words = name.split()
    return (
        words[0] in _SHIPS
        or words[-1].casefold() in ORGANISATIONS
        or (" of " in name and words[0].casefold() in ORGANISATIONS)
    )


def _is_team(name: str, alone: dict[str, Alone]) -> bool:
    """Return whether the last word also stands alone as a team's name does (`the Colts`)."""
    last = name.rsplit(maxsplit=1)[-1]
    return last.endswith("s") and last in alone and alone[last].with_article >= _FEW


def _is_person(name: str, one: Seen, alone: dict[str, Alone], lower: Collection[str]) -> bool:
    """Return whether the texts show a person, or a team, that bears the name."""
    last = name.rsplit(maxsplit=1)[-1]
    single = alone.get(last, Alone())
    if _is_team(name, alone):
        return True
    if one.determined >= _DETERMINED * one.times:
        return False
    if one.person >= _SHOWN * one.times:
        return True
    bare = single.times - single.with_article
    if one.placed + single.placed >= _SURNAME_PLACED * (one.times + single.times):
        return False
    bare = single.times - single.with_article
    alone_often = bare >= max(_FEW, _ALONE * single.times)
    return last.casefold() not in lower and (single.speaks > 0 or alone_often)


def _is_form(one: str, other: str) -> bool:
    """Return whether two words of one script may be cases of one name (`Миронова`, `Мироновой`)."""
    if one == other:
        return True
    if one.isascii() or other.isascii():
        return False
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    shorter = min(len(one), len(other))
    return shared >= max(_STEM, shorter - 2) and max(len(one), len(other)) - shared <= _STEM


def _fold_forms(names: dict[str, Seen], alone: dict[str, Alone]) -> None:
    """Count the cases of inflected names as one name, in its shortest form."""
    forms = sorted(
        (name for name in names if not name.isascii()), key=lambda each: (len(each), each)
    )
    alike = _grouped(forms, lambda name: name[:_STEM])
    words_alike = _grouped(alone, lambda word: word[:_STEM])
    for base in forms:
        if base not in names:
            continue
        words = base.split()
        for other in alike[base[:_STEM]]:
            cased = other.split()
            if (
                other in names
                and other != base
                and len(cased) == len(words)
                and all(map(_is_form, words, cased))
            ):
                names[base].add(names.pop(other))
        last = words[-1]
        for word in words_alike.get(last[:_STEM], ()):
            if word != last and _is_form(last, word):
                alone.setdefault(last, Alone()).add(alone[word])


def _grouped(names: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(key(name), []).append(name)
    return groups


def _last_word(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def _whole_names(names: dict[str, Seen], alone: dict[str, Alone]) -> dict[str, Seen]:
    """Return the names with shorter forms of one (`Geological Survey`) counted for the whole."""
    result = dict(names)
    for group in _grouped(names, _last_word).values():
        group.sort(key=lambda each: (len(each.split()), each))
        for short in group:
            longer = [
                name
                for name in group
                if name in result
                and _contains(name, short)
                and result[name].times >= _share_of_whole(name, short, alone) * names[short].times
            ]
            if longer:
                best = max(longer, key=lambda each: (result[each].times, each))
                result[best].add(result.pop(short))
        for name in group[::-1]:
            parts = [each for each in group if each in result and _contains(name, each)]
            if name in result and parts:
                result[parts[0]].add(result.pop(name))
    return result


def _without_employers(names: dict[str, Seen]) -> dict[str, Seen]:
    """Return the names with `Jens Albers von der Bahn` counted for `Jens Albers`."""
    result = dict(names)
    for name in names:
        words = name.split()
        link = next((at for at, word in enumerate(words) if word.islower()), 0)
        person = " ".join(words[:link])
        if link > 1 and person in result and not _is_organisation(person):
            result[person].add(result.pop(name))
    return result


def _share_of_whole(name: str, short: str, alone: dict[str, Alone]) -> float:
    """Return the share of a name's occurrences that makes the longer one the whole of it.

    A word before a person's name is mostly what he is (`Kicker`, `Englishman`).
    """
    in_front = name.endswith(short) and not (_is_organisation(name) or _is_team(name, alone))
    return _LONGER_IN_FRONT if in_front else _LONGER


def _contains(name: str, short: str) -> bool:
    words, part = name.split(), short.split()
    if len(words) <= len(part):
        return False
    return words[-len(part) :] == part or (
        len(part) == 2 and [words[0], words[-1]] == part and not _is_organisation(name)
    )


def _short_forms(name: str, one: Seen, alone: dict[str, Alone], *, bears: bool) -> set[int]:
    """Return the texts that use the surname, the team's name or the initials alone.

    Of several people with one surname it means the one who is named most (`bears`).
    """
    words = name.split()
    found: set[int] = set()
    shorts = {*one.acronyms, _initials(words)}
    if bears and not _is_organisation(name):
        shorts.add(words[-1])
    for short in shorts:
        if short in alone:
            found |= alone[short].articles
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(word if word.isupper() else word[0] for word in words if word[0].isupper())
