"""The place of an event: where most of its articles are datelined or place it.

An article places an event `in Khulna`, `LONDON (Agency)`, `খুলনা, ১২ মার্চ`, `খুলনা প্রতিনিধি`, or in
Bengali by a district of Bangladesh or West Bengal with a case ending (`খুলনার`).
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

import regex

from dittomark.corpus.calendar_words import MONTHS_AND_DAYS
from dittomark.corpus.events.capitalised import RUN, trimmed
from dittomark.corpus.events.cased_names import PEOPLES
from dittomark.corpus.events.name_words import FACILITIES, ORGANISATIONS, THINGS

# Judgements, by reading the places of forty groups of real news.
_LEAD: Final = 600  # characters of an article that say where it happened
_DATELINED: Final = 0.3  # of the articles
_PLACED: Final = 0.4  # of the articles
_IN_LEADS: Final = 0.15  # of the articles; else it is where something else happened

_DATELINE: Final = regex.compile(
    r"^\s*(?P<p>\p{Lu}[\p{Lu}\p{M} .'-]{2,30}?)\s*(?:,\s*\S+\s+\d+|\([^)]{2,30}\))?\s*(?:--|[—–-])\s"
    r"|^\s*(?P<p>[\p{L}\p{M}]{2,20}),\s*\p{N}{1,2}\s+[\p{L}\p{M}]+\s*(?:[:(—–-]|$)"
    r"|^\s*(?P<p>[\p{L}\p{M}]{2,20})\s+(?:জেলা\s+|উপজেলা\s+)?(?:প্রতিনিধি|সংবাদদাতা)\b"
    r"|^\s*(?:নিজস্ব\s+)?(?:প্রতিবেদক|প্রতিনিধি|সংবাদদাতা),\s*(?P<p>[\p{L}\p{M}]{2,20})\s*$",
    regex.MULTILINE,
)
_NOT_DATELINED: Final = frozenset(["নিজস্ব", "স্টাফ", "বিশেষ", "আদালত", "জেলা", "উপজেলা", "আমাদের"])
_WHERE: Final = regex.compile(rf"\b(?:in|at|near|outside)\s+({RUN.pattern})")
_NO_TOWNS: Final = FACILITIES | ORGANISATIONS | THINGS | {"street", "avenue", "road"}
_CAPITAL: Final = "ঢাকা"  # where papers are made: named in most reports of other places too
_DISTRICTS: Final = tuple(
    unicodedata.normalize(
        "NFC",
        """
ঢাকা গাজীপুর নারায়ণগঞ্জ নরসিংদী মানিকগঞ্জ মুন্সিগঞ্জ মুন্সীগঞ্জ টাঙ্গাইল কিশোরগঞ্জ ফরিদপুর গোপালগঞ্জ মাদারীপুর শরীয়তপুর
রাজবাড়ী চট্টগ্রাম কক্সবাজার কুমিল্লা চাঁদপুর ফেনী নোয়াখালী লক্ষ্মীপুর রাঙামাটি খাগড়াছড়ি বান্দরবান রাজশাহী নাটোর নওগাঁ
চাঁপাইনবাবগঞ্জ পাবনা সিরাজগঞ্জ বগুড়া জয়পুরহাট খুলনা বাগেরহাট সাতক্ষীরা যশোর ঝিনাইদহ মাগুরা নড়াইল কুষ্টিয়া মেহেরপুর
চুয়াডাঙ্গা বরিশাল ভোলা পটুয়াখালী পিরোজপুর বরগুনা ঝালকাঠি সিলেট মৌলভীবাজার হবিগঞ্জ সুনামগঞ্জ রংপুর দিনাজপুর ঠাকুরগাঁও
পঞ্চগড় নীলফামারী লালমনিরহাট কুড়িগ্রাম গাইবান্ধা ময়মনসিংহ জামালপুর শেরপুর নেত্রকোনা কলকাতা হাওড়া হুগলি মুর্শিদাবাদ
নদিয়া বর্ধমান বীরভূম বাঁকুড়া পুরুলিয়া মেদিনীপুর মালদহ জলপাইগুড়ি দার্জিলিং কোচবিহার শিলিগুড়ি আসানসোল দুর্গাপুর
""",
    ).split()
)
_DISTRICT: Final = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}])(?P<p>{'|'.join(sorted(_DISTRICTS, key=len, reverse=True))})"
    r"(?:ের|র|ে|তে|য়)?(?![\p{L}\p{M}])"
)


def place_of(texts: Sequence[str]) -> str:
    """Return where most articles (NFC) place their event, or nothing."""
    lines = _in_most(texts, _datelines, _DATELINED)
    if lines:
        return lines[0]
    for names in (_district_names, _place_names):
        leads = _counted([text[:_LEAD] for text in texts], names)
        for name in _in_most(texts, names, _PLACED):
            if leads[name] >= _IN_LEADS * len(texts) and name.casefold() not in MONTHS_AND_DAYS:
                return name
    return ""


def _datelines(text: str) -> set[str]:
    found = {match["p"].strip() for match in _DATELINE.finditer(text)} - _NOT_DATELINED
    return {place.title() if place.isupper() else place for place in found}


def _place_names(text: str) -> set[str]:
    """Return the names of a text that follow `in`, `at`, `near` or `outside`."""
    found = {trimmed(match[1])[0] for match in _WHERE.finditer(text)}
    return {
        name
        for name in found
        if name
        and not name.isupper()
        and name.split()[-1].casefold() not in _NO_TOWNS
        and not PEOPLES.search(name)
    }


def _district_names(text: str) -> set[str]:
    """Return the districts that a Bengali text names, the capital only if no other."""
    found = {match["p"] for match in _DISTRICT.finditer(text)}
    return found - {_CAPITAL} or found


def _counted(texts: Sequence[str], read: Callable[[str], set[str]]) -> Counter[str]:
    return Counter(name for text in texts for name in read(text))


def _in_most(texts: Sequence[str], read: Callable[[str], set[str]], share: float) -> list[str]:
    """Return the values found in at least that share of the texts (two at least), by frequency."""
    least = max(min(2, len(texts)), share * len(texts))
    kept = [
        (times, name) for name, times in _counted(texts, read).items() if times >= least and name
    ]
    return [
        name for times, name in sorted(kept, key=lambda each: (-each[0], -len(each[1]), each[1]))
    ]
