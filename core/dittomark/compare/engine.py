"""The engine: tokens → seeds → chains → segments → groups → passages, for one to four articles.

Every pair of articles goes through `pair`; here the pairs are put together.
"""

import hashlib
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final

import numpy as np

from dittomark.compare.model import (
    ComparedArticle,
    Comparison,
    Passage,
    Repeat,
    SharedTerm,
    SimilarSentence,
)
from dittomark.compare.numbers import number_groups
from dittomark.compare.pair import Mask, Read, compare_pair
from dittomark.compare.repeats import find_repeats
from dittomark.compare.settings import Settings
from dittomark.compare.stock import StockPhrases
from dittomark.compare.tokens import Tokens, information, tokenise

Report = Callable[[int, int], None]
Spans = Sequence[tuple[int, int]]

MOST_ARTICLES: Final = 4


def compare_texts(
    texts: Sequence[str],
    *,
    settings: Settings,
    boilerplate: Sequence[Spans] | None,
    stock: StockPhrases | None,
    report: Report | None,
) -> Comparison:
    """Compare one to four texts; see `dittomark.compare.compare` for the arguments."""
    if not 1 <= len(texts) <= MOST_ARTICLES:
        raise ValueError(f"compare takes one to {MOST_ARTICLES} texts, not {len(texts)}")
    if boilerplate is not None and len(boilerplate) != len(texts):
        raise ValueError("boilerplate must hold one list of spans for each text")
    pairs = list(combinations(range(len(texts)), 2))
    total = 1 + len(texts) + len(pairs)
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if report is not None:
            report(done, total)

    tokens, keys = tokenise(texts)
    read = [Read.of(text, one) for text, one in zip(texts, tokens, strict=True)]
    step()
    articles = []
    for article in read:
        articles.append(_article(article, len(keys), settings))
        step()
    passages: list[Passage] = []
    sentences: list[SimilarSentence] = []
    terms: list[SharedTerm] = []
    taken: list[Mask] = [np.zeros(len(one), dtype=bool) for one in tokens]
    for i, j in pairs:
        found = compare_pair(read[i], read[j], (i, j), keys, settings=settings, stock=stock)
        passages.extend(found.passages)
        sentences.extend(found.sentences)
        terms.extend(found.terms)
        taken[i] |= found.taken[0]
        taken[j] |= found.taken[1]
        step()
    coverage = tuple(
        _coverage(one, mask, boilerplate[k] if boilerplate else ())
        for k, (one, mask) in enumerate(zip(tokens, taken, strict=True))
    )
    return Comparison(
        tuple(articles), number_groups(passages), tuple(sentences), tuple(terms), coverage
    )


def _article(article: Read, size: int, settings: Settings) -> ComparedArticle:
    repeats: tuple[Repeat, ...] = ()
    if settings.repeats:
        bits = information([article.tokens], size)
        repeats = find_repeats(article.text, article.tokens, article.side, bits, settings=settings)
    sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return ComparedArticle(len(article.text), sha256, repeats)


def _coverage(tokens: Tokens, taken: Mask, boilerplate: Spans) -> float:
    """Return the share of the words outside boilerplate that stand in passages."""
    counted = np.ones(len(tokens), dtype=bool)
    for start, end in boilerplate:
        counted &= (tokens.ends <= start) | (tokens.starts >= end)
    total = int(counted.sum())
    return round(int((taken & counted).sum()) / total, 4) if total else 0.0
