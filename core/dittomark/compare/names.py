"""Names and titles: short passages that only show that both articles mention one person or body.

Rule: a passage of at most `MOST_WORDS` words, cut out of sentences, is a name when the share
`CAPITALS` of its words or more begins with a capital on both sides and the surrounding text is not
written in capitals:
"National Hurricane Center Director Bob Sheets", "Organisation for Economic Co-operation and
Development". A shared name shows that the articles have the same subject, not that one was copied.
Where no word has capitals or small letters, as in Bengali, Hindi, Urdu and Chinese, a fragment of at
most `UNTOLD` words counts as a name: it may be one, or an idiom ("were moved to safe places"). What
both articles set in quotation marks there is what somebody said, and none.

Limits: longer names in scripts without capitals are not recognised, nor titles of works in
quotation marks.
"""

from collections.abc import Sequence
from typing import Final

from dittomark.compare.segments import Range

# On the development half of PAN 2013: in pairs without a plagiarism case, shared names have 6 to 9
# words, 5 to 9 in 10 with a capital; in true passages of that length fewer than 4 in 10 have one.
MOST_WORDS: Final = 12
CAPITALS: Final = 0.5
# Words. On the development half of COUNTER seven fragments of 6 or 7 words in Urdu were strong
# passages: names with titles, and idioms. One of 8 words and more is a copy as often as not.
UNTOLD: Final = 7
AROUND: Final = 40  # words on either side that show how the text is written
_QUOTES: Final = "\"'“”„‟‘’‚‛«»‹›「」『』"
_STOPS: Final = "।॥۔.,،!?؟…。！？"  # they may stand before closing quotes
USUAL: Final = 0.5  # share of capitals around it from which capitals do not mark a name


def is_name(words: Sequence[str], stretch: Range, *, min_words: int) -> bool:
    """Return whether a stretch of an article's words is, or may be, a name, judged by its capitals.

    Whoever asks for shorter passages (`min_words`) gets shorter fragments too.
    """
    first, end = stretch
    own = words[first:end]
    if len(own) <= min(UNTOLD, min_words + 1) and not any(map(_has_case, own)):
        return True
    if len(own) > MOST_WORDS or not _begin_large(own, CAPITALS):
        return False
    around = [*words[max(first - AROUND, 0) : first], *words[end : end + AROUND]]
    return not _begin_large(around, USUAL)


def is_quotation(words: Sequence[str], text: str, span: tuple[int, int]) -> bool:
    """Return whether words without capitals or small letters stand alone between quotation marks.

    `span` is their place in the text, in code points.
    """
    start, end = span
    return (
        not any(map(_has_case, words))
        and start > 0
        and text[start - 1] in _QUOTES
        and text[end : end + 3].lstrip(_STOPS).startswith(tuple(_QUOTES))
    )


def _has_case(word: str) -> bool:
    return word.upper() != word.lower()


def _begin_large(words: Sequence[str], share: float) -> bool:
    large = sum(word[0].isupper() for word in words)
    return bool(words) and large >= share * len(words)
