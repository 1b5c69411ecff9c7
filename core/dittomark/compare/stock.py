"""Stock phrases: what so many articles of a collection say that it proves nothing.

Rule: a phrase is three words in a row. It is stock when at least `LEAST_ARTICLES` articles of the
collection hold it, and more than one in a thousand. Words of a passage that stand in stock phrases
only bring no evidence; what is left decides whether the passage is weak.

Limits: the table counts articles, not copies; an article copied a hundred times makes its phrases
stock unless whoever counts leaves copies out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.compare.seeds import Run
from dittomark.texts.fold import fold

# Two words are grammar, four are hardly ever stock.
WORDS: Final = 3
# Fewer are one report and its copies.
LEAST_ARTICLES: Final = 4
# … and of a large collection one in a thousand.
LEAST_SHARE: Final = 0.001


@dataclass(frozen=True, slots=True)
class StockPhrases:
    """How many of `articles` articles hold each phrase: three folded words with spaces between."""

    articles: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "StockPhrases":
        """Count the phrases of a collection."""
        counts: Counter[str] = Counter()
        articles = 0
        for text in texts:
            articles += 1
            words = fold(text).split(" ")
            counts.update({" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)})
        return cls(articles, {phrase: n for phrase, n in counts.items() if n >= LEAST_ARTICLES})

    def is_stock(self, phrase: str) -> bool:
        """Return whether so many articles hold the phrase that it proves nothing."""
        count = self.counts.get(phrase, 0)
        return count >= LEAST_ARTICLES and count > LEAST_SHARE * self.articles

    def own_words(self, blocks: Sequence[Run], ids: Sequence[int], keys: Sequence[str]) -> set[int]:
        """Return the word numbers of the first article in `blocks` that stock does not explain."""
        own: set[int] = set()
        for i, _, length in blocks:
            words = [keys[word] for word in ids[i : i + length]]
            stock: set[int] = set()
            for first in range(length - WORDS + 1):
                if self.is_stock(" ".join(words[first : first + WORDS])):
                    stock.update(range(first, first + WORDS))
            own.update(i + step for step in range(length) if step not in stock)
        return own
