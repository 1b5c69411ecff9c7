"""Invented news pages with planted reuse: random words, sources with their own boilerplate."""

import random
from dataclasses import dataclass, field

from dittomark.corpus.candidates import IndexedArticle

_ONSETS = list("কখগঘচছজটডতদধনপফবভমযরলশসহ")
_VOWELS = ["", "া", "ি", "ী", "ু", "ে", "ো", "্র", "ং"]


@dataclass
class NewsMaker:
    """Makes articles; the `plant_*` methods add a copy and remember the pair in `truth`."""

    seed: int = 1
    sources: int = 4
    articles: list[IndexedArticle] = field(default_factory=list)
    truth: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.words = ["".join(self._syllable() for _ in range(2 + n % 3)) for n in range(4000)]
        self.headers = [[self.line(3), self.line(2)] for _ in range(self.sources)]
        self.footers = [[self.line(9), self.line(14) + "।"] for _ in range(self.sources)]
        self.lists = [[self.line(8) for _ in range(8)] for _ in range(self.sources)]

    def _syllable(self) -> str:
        return self.random.choice(_ONSETS) + self.random.choice(_VOWELS)

    def some_words(self, count: int) -> list[str]:
        """Return random words, those first in the list far more often than the last."""
        size = len(self.words)
        return [self.words[int(size * self.random.random() ** 3)] for _ in range(count)]

    def line(self, count: int) -> str:
        """Return a line of a number of words."""
        return " ".join(self.some_words(count))

    def body(self, words: list[str]) -> str:
        """Return the words as sentences in paragraphs."""
        sentences = [" ".join(words[at : at + 12]) + "।" for at in range(0, len(words), 12)]
        return "\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))

    def edited(self, words: list[str], share: float) -> list[str]:
        """Return the words with a share of them replaced."""
        return [
            self.random.choice(self.words) if self.random.random() < share else word
            for word in words
        ]

    def add(self, words: list[str]) -> str:
        """Add a page with a body on some source; return its id."""
        source = self.random.randrange(self.sources)
        related = self.random.sample(self.lists[source], 4)
        lines = [*self.headers[source], self.line(8), self.body(words), *related, *related]
        text = "\n".join([*lines, *self.footers[source]])
        name = f"p{len(self.articles):05}"
        self.articles.append(IndexedArticle(name, f"source {source}", text))
        return name

    def plant(self, kind: str, count: int, *, length: int = 220) -> None:
        """Add pairs: `exact`, `near` (6 % edits), `moved` (15 %, halves swapped) or `wire`."""
        for _ in range(count):
            words = self.some_words(length)
            if kind == "wire":
                wire = self.some_words(60)
                first = self.add(words[:90] + wire + words[90:])
                second = self.add(self.some_words(100) + self.edited(wire, 0.02))
            else:
                share = {"exact": 0.0, "near": 0.06, "moved": 0.15}[kind]
                copy = self.edited(words, share)
                if kind == "moved":
                    copy = copy[length // 2 :] + copy[: length // 2]
                first, second = self.add(words), self.add(copy)
            self.truth[first, second] = kind

    def texts(self) -> dict[str, str]:
        """Return the texts by id."""
        return {article.id: article.text for article in self.articles}
