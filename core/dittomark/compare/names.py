"""Names and titles: what two articles share because they speak of the same person or body.

Rule: a passage of at most `MOST_WORDS` words, cut out of sentences, is a name when `CAPITALS` of its
words or more begin with a capital on both sides and the text around them is not written so:
"National Hurricane Center Director Bob Sheets", "Organisation for Economic Co-operation and
Development". That two articles share it says that they have one matter, not that one copied.

Limits: scripts without capitals have no such sign.
"""

from collections.abc import Sequence
from typing import Final

from dittomark.compare.segments import Range

# On the development half of PAN 2013, pairs without a case: names have 6 to 9 words, 5 to 9 in 10 of
# them capitals; of true passages that short fewer than 4 in 10 are.
MOST_WORDS: Final = 12
CAPITALS: Final = 0.5
AROUND: Final = 40  # words on either side that show how the text is written
USUAL: Final = 0.5  # share of capitals in a text that is written in them: then they say nothing


def is_name(words: Sequence[str], stretch: Range) -> bool:
    """Tell whether a stretch of an article's words is a name by its capitals."""
    first, end = stretch
    if end - first > MOST_WORDS or not _begin_large(words[first:end], CAPITALS):
        return False
    around = [*words[max(first - AROUND, 0) : first], *words[end : end + AROUND]]
    return not _begin_large(around, USUAL)


def _begin_large(words: Sequence[str], share: float) -> bool:
    large = sum(word[0].isupper() for word in words)
    return bool(words) and large >= share * len(words)
