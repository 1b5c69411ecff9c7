"""The engine: tokens → seeds → chains → segments → groups → passages, for one to four articles.

Every pair of articles goes through `pair`; here the pairs are put together.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Final

import numpy as np

from dittomark.compare.chains import find_chains
from dittomark.compare.model import ComparedArticle, Comparison, Repeat
from dittomark.compare.numbers import number_groups
from dittomark.compare.pair import LEAST_PIECE, Mask, PairFindings, Read, compare_pair
from dittomark.compare.repeats import LEAST_CHAIN, find_repeats
from dittomark.compare.seeds import Board, Row, Run, find_runs
from dittomark.compare.settings import Settings
from dittomark.compare.stock import StockPhrases
from dittomark.compare.tokens import Tokens, tokenise
from dittomark.progress import Report

Spans = Sequence[tuple[int, int]]
On = tuple[int, int]

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
    total = 1 + len(texts) + len(texts) * (len(texts) - 1) // 2
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if report is not None:
            report(done, total)

    # In whatever order they are given, articles are compared in one: so the answer is the same.
    order = sorted(range(len(texts)), key=lambda number: (len(texts[number]), texts[number]))
    place = {number: k for k, number in enumerate(order)}
    tokens, keys = tokenise([texts[number] for number in order])
    read = [Read.of(texts[number], one) for number, one in zip(order, tokens, strict=True)]
    boards = _boards(tokens, len(keys), settings)
    chains = _chains(tokens, boards, len(keys), settings)
    step()
    articles = []
    for number in range(len(texts)):
        at = place[number]
        articles.append(_article(read[at], boards.get((at, at)), chains, settings))
        step()
    findings = _compare_every_two(
        read, place, keys, boards=boards, chains=chains, settings=settings, stock=stock, step=step
    )
    taken = [np.zeros(len(tokens[place[number]]), dtype=bool) for number in range(len(texts))]
    for pair, found in findings.items():
        for number, mask in zip(pair, found.taken, strict=True):
            taken[number] |= mask
    return Comparison(
        tuple(articles),
        number_groups([passage for found in findings.values() for passage in found.passages]),
        tuple(sentence for found in findings.values() for sentence in found.sentences),
        tuple(term for found in findings.values() for term in found.terms),
        tuple(
            _coverage(tokens[place[number]], mask, boilerplate[number] if boilerplate else ())
            for number, mask in enumerate(taken)
        ),
    )


def _compare_every_two(
    read: Sequence[Read],
    place: Mapping[int, int],
    keys: Sequence[str],
    *,
    boards: Mapping[On, Board],
    chains: Mapping[On, list[list[Run]]],
    settings: Settings,
    stock: StockPhrases | None,
    step: Callable[[], None],
) -> dict[On, PairFindings]:
    """Return what every two articles share, by their numbers as they were given.

    `place` says for each of these numbers where the article stands in `read`; `step` is called
    after every two.
    """
    findings = {}
    for pair in combinations(range(len(read)), 2):
        i, j = sorted(pair, key=place.__getitem__)
        on = place[i], place[j]
        findings[pair] = compare_pair(
            read[on[0]],
            read[on[1]],
            (i, j),
            keys,
            board=boards[on],
            chains=chains.get(on, ()),
            settings=settings,
            stock=stock,
        )
        step()
    return findings


def _boards(tokens: Sequence[Tokens], words: int, settings: Settings) -> dict[On, Board]:
    """Return what is looked at: every two articles, and each with itself if repeats are wanted."""
    every = range(len(tokens))
    alone = [(k, k) for k in every] if settings.repeats else []
    ids = [one.ids for one in tokens]
    counts = [np.bincount(of_one, minlength=words) for of_one in ids]
    return {on: Board.of(*on, ids=ids, counts=counts) for on in (*alone, *combinations(every, 2))}


def _chains(
    tokens: Sequence[Tokens], boards: Mapping[On, Board], words: int, settings: Settings
) -> dict[On, list[list[Run]]]:
    """Return the chains of every board, all found in one go.

    Two articles with the same words throughout need none, they are one passage.
    """
    ids = [one.ids for one in tokens]
    looked_at = [
        board
        for board in boards.values()
        if board.a == board.b or not np.array_equal(ids[board.a], ids[board.b])
    ]
    if not looked_at:
        return {}
    row = Row(ids, room=settings.max_gap + 1)
    runs = find_runs(row, looked_at, words=words, max_places=settings.max_places)
    least = [
        LEAST_CHAIN if board.a == board.b else LEAST_PIECE[settings.grouping] for board in looked_at
    ]
    chains = find_chains(runs, least=least, settings=settings)
    return {(board.a, board.b): found for board, found in zip(looked_at, chains, strict=True)}


def _article(
    article: Read, board: Board | None, chains: Mapping[On, list[list[Run]]], settings: Settings
) -> ComparedArticle:
    repeats: tuple[Repeat, ...] = ()
    if board is not None:
        repeats = find_repeats(
            article.text,
            article.side,
            chains[board.a, board.b],
            board.sums.tolist(),
            settings=settings,
        )
    sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return ComparedArticle(len(article.text), sha256, repeats)


def _coverage(tokens: Tokens, taken: Mask, boilerplate: Spans) -> float:
    """Return the share of the words outside boilerplate that stand in passages."""
    counted = np.ones(len(tokens), dtype=bool)
    for start, end in boilerplate:
        counted &= (tokens.ends <= start) | (tokens.starts >= end)
    total = int(counted.sum())
    return round(int((taken & counted).sum()) / total, 4) if total else 0.0
