"""Stock phrases: phrases in so many articles of a collection that they are no evidence of copying.

Rule: a phrase is three words in a row. It is stock when at least `LEAST_ARTICLES` articles of the
collection contain it, and more than one in a thousand. Words of a passage that are only in stock
phrases add no evidence; the remaining words decide whether the passage is weak.

Limits: the table counts articles, including copies; an article copied a hundred times makes its
phrases stock unless the caller leaves copies out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.compare.seeds import Run
from dittomark.texts.fold import fold

# Two words are grammar, four are hardly ever stock.
WORDS: Final = 3
# Fewer articles may be one report and its copies.
LEAST_ARTICLES: Final = 4
# Share of the articles of a large collection: one in a thousand.
LEAST_SHARE: Final = 0.001


@dataclass(frozen=True, slots=True)
class StockPhrases:
    """The number of articles that contain each phrase, of `articles` in all.

    A phrase is three folded words with spaces between.
    """

    articles: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "StockPhrases":
        """Count the phrases of a collection, given the texts of its articles."""
        counts: Counter[str] = Counter()
        articles = 0
        for text in texts:
            articles += 1
            words = fold(text).split(" ")
            counts.update({" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)})
        return cls(articles, {phrase: n for phrase, n in counts.items() if n >= LEAST_ARTICLES})

    def is_stock(self, phrase: str) -> bool:
        """Return whether so many articles contain the phrase that it is no evidence."""
        count = self.counts.get(phrase, 0)
        return count >= LEAST_ARTICLES and count > LEAST_SHARE * self.articles

    def own_words(self, blocks: Sequence[Run], ids: Sequence[int], keys: Sequence[str]) -> set[int]:
        """Return the word indices of `blocks` in the first article outside stock phrases."""
        own: set[int] = set()
        for i, _, length in blocks:
            words = [keys[word] for word in ids[i : i + length]]
            stock: set[int] = set()
            for first in range(length - WORDS + 1):
                if self.is_stock(" ".join(words[first : first + WORDS])):
                    stock.update(range(first, first + WORDS))
            own.update(i + step for step in range(length) if step not in stock)
        return own
