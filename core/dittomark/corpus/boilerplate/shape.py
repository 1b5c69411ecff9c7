"""The shape of one line, in numbers that do not depend on its language.

`line_shape(text, key)` returns a row of `SHAPE_NAMES`; rows are cached, since lines of boilerplate
recur by the thousand. `weight` is the line's length in words, a Han or kana character counting as
0.6 of a word, so that Chinese and Bengali lines have comparable lengths.
"""

import math
from functools import lru_cache
from typing import Final

import regex

from dittomark.corpus.boilerplate.forms import known_form

_FORM_KINDS: Final = (
    "navigation", "related_links", "most_read", "advertisement", "byline_dateline", "caption",
    "share_subscribe", "comment_form", "copyright_notice", "markup_leftover", "other_boilerplate",
)  # fmt: skip

SHAPE_NAMES: Final = (
    "log_weight", "log_chars", "chars_per_word", "ends_sentence", "inner_marks", "commas",
    "digits", "capitals", "upper", "starts_upper", "starts_lower", "bullet", "ends_colon",
    "ends_open", "separators", "quotes", "brackets", "url", "han", "short_words", "header",
    *(f"form_{kind}" for kind in _FORM_KINDS),
)  # fmt: skip

# Code points of a line that are examined: bounds the cost of a page in one line of ten megabytes.
_LOOK: Final = 4_000

_HAN: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_SENTENCE_END: Final = regex.compile(r"[.!?।॥۔؟。！？…][\"'’”»)\]」』]*$")
_INNER_MARK: Final = regex.compile(r"[.!?।॥۔؟][\"'’”»)]*\s|[。！？]")
_COMMA: Final = regex.compile(r"[,;،؛，、；]")
_SEPARATOR: Final = regex.compile(r"[|/»>•·▪●■→‹›«\\_~*]|\s[-–—]\s")
_QUOTE: Final = regex.compile(r"[\"'‘’“”«»„「」『』]")
_BRACKET: Final = regex.compile(r"[()\[\]{}（）【】]")
_URL: Final = regex.compile(r"https?://|www\.|\w@\w|\.(?:com|net|org|ru|gr|pl|cn|in|bd)\b")
_BULLET: Final = regex.compile(r"^\s*(?:[•·▪●■◦►»›>*+–—-]|\p{N}{1,2}[.)]\s)")


@lru_cache(maxsize=20_000)
def line_weight(key: str) -> float:
    """Return the length of a line in words, given its key (Han and kana: 0.6 words each)."""
    if key.isascii():
        return float(key.count(" ") + 1)
    han = len(_HAN.findall(key))
    if not han:
        return float(key.count(" ") + 1)
    others = _HAN.sub(" ", key).split()
    return 0.6 * han + len(others)


def ends_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text[-20:]) is not None


@lru_cache(maxsize=100_000)
def _cached_shape(text: str, key: str) -> tuple[float, ...]:
    words = key.split()
    weight = line_weight(key)
    letters = [char for char in text if char.isalpha()]
    cased = [char for char in letters if char.lower() != char.upper()]
    initials = [word[0] for word in text.split() if word[0].lower() != word[0].upper()]
    form = known_form(text)
    forms = [0.0] * len(_FORM_KINDS)
    if form is not None:
        forms[_FORM_KINDS.index(form.kind)] = form.confidence
    first = text[0]
    return (
        math.log1p(weight),
        math.log1p(len(text)),
        len(text) / weight,
        float(bool(_SENTENCE_END.search(text))),
        min(12.0, float(len(_INNER_MARK.findall(text)))),
        len(_COMMA.findall(text)) / weight,
        sum(char.isdigit() for char in text) / len(text),
        sum(char.isupper() for char in initials) / len(initials) if initials else 0.5,
        sum(char.isupper() for char in cased) / len(cased) if cased else 0.1,
        float(first.isupper()),
        float(first.islower()),
        float(bool(_BULLET.match(text))),
        float(text[-1] in ":："),
        float(text.endswith(("...", "…", "»", ">", "[...]", "→"))),
        min(2.0, len(_SEPARATOR.findall(text)) / weight),
        min(6.0, float(len(_QUOTE.findall(text)))),
        min(6.0, float(len(_BRACKET.findall(text)))),
        float(bool(_URL.search(text))),
        len(_HAN.findall(text)) / len(text),
        sum(len(word) <= 3 for word in words) / max(1, len(words)),
        float(form is not None and form.header),
        *forms,
    )


def line_shape(text: str, key: str) -> tuple[float, ...]:
    """Return the numbers of `SHAPE_NAMES` for a line without outer white space."""
    if len(text) > _LOOK:
        # Its end matters more than its middle: it shows whether the line ends a sentence.
        text = text[: _LOOK // 2] + text[-_LOOK // 2 :]
        key = key[:_LOOK]
    return _cached_shape(text, key)
