"""Known forms of boilerplate: lines recognised by their wording, in the languages of `phrases`.

`known_form(line)` returns the kind of a line and the confidence from its form alone. It considers
one line only; the caller knows its position. Rules, in this order: markup and remains of error
messages; a line that is only a date; copyright signs; captions and bylines by their shape; headers
of lists; the phrases, if they fill (nearly) the whole line. Phrases of languages that are not in
`phrases` are not recognised: repeats and shape must find these lines.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from dittomark.corpus.boilerplate.lines import line_key
from dittomark.corpus.boilerplate.phrases import DATE_WORDS, HEADERS, LINES
from dittomark.corpus.calendar_words import MONTHS_AND_DAYS

# A phrase counts when at most this many other words follow it in the line.
_MAX_EXTRA_WORDS: Final = 4
# A judgement: no phrase, date or byline is as long; a longer line is prose, or markup from its
# start.
_MAX_FORM_CHARS: Final = 400

_MARKUP: Final = regex.compile(
    r"SQLSTATE|\bon line \d+|(?:Fatal|Parse) error\s*:|(?:Warning|Notice|Deprecated)\s*:\s.*\("
    r"|Undefined (?:index|variable|offset)|Unknown column|Stack trace|Traceback \(most recent"
    r"|Exception in thread|\b(?:var|let|const) \w+\s*=|\bfunction\s*\w*\(|document\.\w+|window\.\w+"
    r"|</?(?:div|p|br|span|a|img|script|style|iframe|td|tr|table|ul|li|h\d|em|strong|b|i)\b[^<>]*>"
    r"|<!--|-->|&(?:nbsp|amp|quot|lt|gt|#\d+);|\{\{.*\}\}|<\?php|googletag|adsbygoogle"
    r"|\[/?(?:caption|gallery|embed|video|audio|vc_\w+|et_pb_\w+)\b[^\]]*\]"
    r"|404 (?:Not Found|Error)|^\s*[.#]?[\w-]+\s*\{[^}]*:[^}]*;?\s*\}",
    regex.IGNORECASE,
)
_AD_MARKER: Final = regex.compile(
    r"^\[\s*(?:ad|ads|advert|advertisement|বিজ্ঞাপন)[\s_-]*\p{N}*\s*\]$", regex.IGNORECASE
)
_COPYRIGHT: Final = regex.compile(r"©|\(c\)\s*\p{N}{4}|℗|সর্বস্বত্ব|rights reserved", regex.IGNORECASE)
_URL: Final = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", regex.IGNORECASE)
_CAPTION: Final = regex.compile(
    r"(?:\.{2,}|[।.|(\[–-]|^)\s*(?:ফাইল\s+)?ছবি\s*[:：ঃ]|ছবি\s*[:：ঃ]?\s*সংগৃহীত"
    r"|^(?:ফাইল ছবি|ভিডিও)\s*[:：]?$"
    r"|\b(?:photo|image|picture|photograph|illustration|video)\s*(?:by|credit|source|courtesy)?\s*:"
    r"|\bphoto(?:graph)? (?:by|credit|courtesy)\b|\(AP Photo|getty images|\bfile photo\b"
    r"|\(?(?:fot|foto|фото|φωτ[οό])\s*[.:]",
    regex.IGNORECASE,
)
_BYLINE: Final = regex.compile(
    r"^(?i:by|von|par|por|di|автор|autor|author|লেখক|প্রতিবেদক)[\s:]+\p{Lu}[^.!?।]{2,60}$"
    r"|^[^.!?।]{0,50}(?:সংবাদদাতা|প্রতিনিধি|প্রতিবেদক|রিপোর্টার|ডেস্ক|করেসপন্ডেন্ট)\s*[:ঃ,।]?$"
    r"|^/[^/\s]{1,14}/$|^(?:সূত্র|খবর|তথ্যসূত্র)\s*[:ঃ].{2,60}$"
    r"|^[^.!?।]{0,60}\((?:[^()]*,)?[^()]*(?:এএফপি|রয়টার্স|বাসস|ইউএনবি|AFP|Reuters|AP)[^()]*\)$"
)  # fmt: skip
_BREADCRUMBS: Final = regex.compile(
    r"^[^.!?।>›»/]{1,40}(?:\s*[>›»]+\s*[^.!?।>›»]{1,80}){2,7}$"
    r"|^[^.!?।>›»/]{1,40}\s[>›»]\s[^.!?।>›»]{1,80}$"
    r"|^[^.!?।/]{1,40}(?:\s+/\s+[^.!?।/]{1,80}){2,7}$"
)
_CLOCK: Final = regex.compile(r"\p{N}{1,2}\s*[:.]\s*\p{N}{2}")
_LETTERS: Final = regex.compile(r"\p{L}[\p{L}\p{M}\u200c\u200d]*")
_CJK_DATE: Final = regex.compile(r"\p{N}{4}\s*[年/.-]\s*\p{N}{1,2}\s*[月/.-]\s*\p{N}{1,2}\s*日?")


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a line: its `kind`, the confidence (0–1), whether it is the header of a list."""

    kind: str
    confidence: float
    header: bool = False


def _index(phrases: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {line_key(phrase): kind for kind, group in phrases.items() for phrase in group}


_HEADER_KINDS: Final = _index(HEADERS)
_LINE_KINDS: Final = _index(LINES)
_LONGEST_PHRASE: Final = max(len(key.split()) for key in (*_HEADER_KINDS, *_LINE_KINDS))
_CALENDAR: Final = frozenset(line_key(word) for word in MONTHS_AND_DAYS)
_DATE_WORDS: Final = frozenset(line_key(word) for word in DATE_WORDS)


@lru_cache(maxsize=100_000)
def known_form(text: str) -> Form | None:
    """Return the known form of the line `text` (without outer white space), or None."""
    if len(text) > _MAX_FORM_CHARS:
        return Form("markup_leftover", 0.7) if _MARKUP.search(text[:_MAX_FORM_CHARS]) else None
    return _sign_form(text) or _phrase_form(text, line_key(text)) or _shape_form(text)


def _sign_form(text: str) -> Form | None:
    """Return the form of a line with an unmistakable sign, or None."""
    signs: tuple[tuple[bool, str, float], ...] = (
        (bool(_AD_MARKER.match(text)), "advertisement", 0.97),
        (bool(_MARKUP.search(text)), "markup_leftover", 0.95),
        (is_date_line(text), "byline_dateline", 0.95),
        (bool(_COPYRIGHT.search(text)), "copyright_notice", 0.95),
        (len(text) <= 200 and bool(_CAPTION.search(text)), "caption", 0.85),
    )
    return next((Form(kind, confidence) for found, kind, confidence in signs if found), None)


def is_date_line(text: str) -> bool:
    """Return whether a line is a date or a time, with at most one word beside it."""
    if len(text) > 120 or not any(char.isdigit() for char in text):
        return False
    words = [line_key(word) for word in _LETTERS.findall(text)]
    calendar = sum(word in _CALENDAR for word in words)
    other = sum(word not in _CALENDAR and word not in _DATE_WORDS for word in words)
    dated = calendar > 0 or bool(_CLOCK.search(text)) or bool(_CJK_DATE.search(text))
    return dated and other <= (1 if len(words) >= 3 else 0)


def _phrase_form(text: str, key: str) -> Form | None:
    words = key.split()
    for size in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        phrase = " ".join(words[:size])
        extra = len(words) - size
        if phrase in _HEADER_KINDS and extra <= 2:
            sure = 0.95 if extra == 0 else 0.75
            return Form(_HEADER_KINDS[phrase], sure, header=extra == 0 or text[-1] in ":：")
        if phrase in _LINE_KINDS and extra <= min(size, _MAX_EXTRA_WORDS):
            return Form(_LINE_KINDS[phrase], 0.95 if extra == 0 else 0.7)
        if phrase in _LINE_KINDS and size >= 3 and extra <= 3 * size:
            return Form(_LINE_KINDS[phrase], 0.9)
    return None


def _shape_form(text: str) -> Form | None:
    if len(text) <= 120 and _BYLINE.search(text):
        return Form("byline_dateline", 0.8)
    if len(text) <= 300 and _BREADCRUMBS.search(text):
        return Form("navigation", 0.85)
    url = _URL.search(text)
    if url and len(url[0]) >= len(text) / 2:
        return Form("other_boilerplate", 0.8)
    return None
