"""Hand-cleaned news pages to measure boilerplate suggestions by, and how they are scored.

Read from the folder `DITTOMARK_BENCHMARKS` (default `../shared/benchmarks`); the pages belong to
their publishers and are no part of this repository.
"""

import difflib
import gzip
import json
import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
import regex
from numpy.typing import NDArray

from dittomark.corpus.boilerplate.doubles import SHORTEST, cores
from dittomark.corpus.boilerplate.features import page_weights
from dittomark.corpus.boilerplate.lines import Page, line_key

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]|[[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}]]+",
    regex.V1,
)


@dataclass(frozen=True)
class GoldPage:
    """A page with its hand-cleaned article; `html` is empty for pages that came as text."""

    id: str
    site: str
    language: str
    text: str
    gold: str
    html: str = ""


def corpus_folder() -> Path:
    """Return the folder of the corpus benchmarks."""
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("DITTOMARK_BENCHMARKS", root / "../shared/benchmarks")) / "corpus"


def text_pages() -> list[GoldPage]:
    """Return the multilingual pages, plain text, many of one site."""
    return [
        GoldPage(row["id"], row["site"], row["lang"], row["text"], row["gold"])
        for row in _rows("boilerplate_multilingual")
    ]


def html_pages() -> list[GoldPage]:
    """Return the pages that come as HTML (and as text), about one per site."""
    return [
        GoldPage(
            row["id"], urlparse(row["url"]).netloc, "English", row["text"], row["gold"], row["html"]
        )
        for row in _rows("boilerplate_html")
    ]


def web_pages() -> list[GoldPage]:
    """Return ordinary web articles (guides, blogs, news) as HTML and text, one of each site."""
    return [
        GoldPage(
            row["id"], urlparse(row["url"]).netloc, "English", row["text"], row["gold"], row["html"]
        )
        for row in _rows("boilerplate_web")
    ]


def _rows(name: str) -> list[dict[str, str]]:
    (path,) = corpus_folder().glob(f"{name}*.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def tokens(text: str) -> list[str]:
    """Return words, and single characters of Chinese and Japanese, NFC and casefolded."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text).casefold())


def f1(left: str, gold: str) -> float:
    """Return the 4-gram F1 of what a program leaves of a page."""
    ours, theirs = _grams(left), _grams(gold)
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    found = tokens(text)
    if len(found) < 4:
        return Counter([tuple(found)]) if found else Counter()
    return Counter(zip(found, found[1:], found[2:], found[3:], strict=False))


def lines_left(page: Page, keep: Sequence[bool] | NDArray[np.bool_]) -> str:
    """Return the text of the lines that are kept."""
    return "\n".join(line.text for line, kept in zip(page.lines, keep, strict=True) if kept)


def article_lines(page: Page, gold: str) -> NDArray[np.bool_]:
    """Return which lines are the article: those of whose words at least half stand in `gold`.

    The words are aligned in order, in runs of at least three. Of lines that say the same, those
    without words around are the article, so that a headline is told from the page's title.
    """
    words = [tokens(line.text) for line in page.lines]
    owner = [at for at, found in enumerate(words) for _ in found]
    flat = [word for found in words for word in found]
    matcher = difflib.SequenceMatcher(None, flat, tokens(gold), autojunk=False)
    hits = np.zeros(len(words))
    for start, _, size in matcher.get_matching_blocks():
        if size >= 3:
            np.add.at(hits, owner[start : start + size], 1)
    article: NDArray[np.bool_] = hits >= 0.5 * np.array([max(1, len(found)) for found in words])
    return _doubles_settled(page, article, {line_key(line) for line in gold.splitlines()})


def _doubles_settled(
    page: Page, article: NDArray[np.bool_], gold_lines: set[str]
) -> NDArray[np.bool_]:
    weight = page_weights(page)
    groups: dict[str, list[int]] = defaultdict(list)
    for at, core in enumerate(cores(page, weight)):
        if weight[at] >= SHORTEST:
            groups[core].append(at)
    settled = article.copy()
    for core, members in groups.items():
        plain = [at for at in members if page.lines[at].key == core]
        if len(members) == 1 or not plain or not article[members].any():
            continue
        mostly_plain = weight[plain[0]] >= 0.7 * weight[members].max()
        if core in gold_lines or article[plain].any() or mostly_plain:
            settled[members] = False
            settled[plain] = True
    return settled
