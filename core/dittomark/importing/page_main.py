"""The main text of an HTML page as found by trafilatura, and the log-odds of each part of the page.

Two runs vote: a `wide` one, which includes doubtful parts and provides the metadata, and a `strict`
one, which leaves them out. `page_odds` computes log-odds from both votes and the tags.
"""

import socket
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Final

from dittomark.importing import page_text
from dittomark.texts.segmentation import Stretch

if TYPE_CHECKING:
    from dittomark.corpus.boilerplate.main_text import MainText

# Log-odds: the least of a list between two paragraphs of the article, whatever its tags are.
_ITEM: Final = 1.0
# Log-odds of the headline in its heading above those of its copies in paths, lists and galleries:
# more than the line scorer can add.
_HEADLINE: Final = 1.5


def extracted(markup: str, url: str) -> dict[str, str]:
    """Return trafilatura's main text (wide) and metadata; empty if it finds none."""
    document = _trafilatura().bare_extraction(
        markup,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return {} if document is None or isinstance(document, dict) else document.as_dict()


def votes_of(
    markup: str, text: str, blocks: Sequence[page_text.Block], wide: str
) -> list[tuple[Stretch, ...]]:
    """Return the offsets in the page's text of the wide run's text, and of the strict one's.

    The lists between their paragraphs are included whole. Empty if neither run found a text.
    """
    from dittomark.corpus.boilerplate.main_text import main_stretches, with_stretches

    strict = _trafilatura().extract(markup, include_comments=False, favor_precision=True) or ""
    if not wide and not strict:
        return []
    votes = [main_stretches(text, wide), main_stretches(text, strict)]
    for at, vote in enumerate(votes):
        if items := tuple(page_text.list_items(blocks, vote)):
            votes[at] = with_stretches(text, vote, items)
    return votes


def main_text(
    markup: str, text: str, blocks: Sequence[page_text.Block], wide: str, title: str
) -> "MainText | None":
    """Return the offsets of the main text on the page; None if there is none."""
    votes = votes_of(markup, text, blocks, wide)
    return main_text_of(blocks, votes, title) if votes else None


def main_text_of(
    blocks: Sequence[page_text.Block], votes: Sequence[tuple[Stretch, ...]], title: str
) -> "MainText":
    """Return the main text from the two votes and the tags, with the kinds that the tags denote."""
    from dittomark.corpus.boilerplate.main_text import MainText

    kinds = page_text.joined_kinds(blocks)
    return MainText(votes[0], votes[1], _odds(blocks, votes, title), kinds)


def _odds(
    blocks: Sequence[page_text.Block], votes: Sequence[tuple[Stretch, ...]], title: str
) -> tuple[tuple[int, int, float], ...]:
    """Return stretches with their log-odds; none for a page too long to be an article."""
    from dittomark.importing.page_odds import MOST_BLOCKS, block_odds

    if len(blocks) > MOST_BLOCKS:
        return ()
    shares = [page_text.shares_inside(blocks, vote) for vote in votes]
    items = {start for vote in votes for start, _ in page_text.list_items(blocks, vote)}
    joined: list[tuple[int, int, float]] = []
    values = block_odds(blocks, shares, title=title).tolist()
    copies = page_text.headlines(blocks, title)
    if copies and page_text.is_main_heading(blocks[copies[0]]):
        values[copies[0]] = max(values[at] for at in copies) + _HEADLINE
    for block, odds in zip(blocks, values, strict=True):
        rounded = round(max(odds, _ITEM) if block.start in items else odds, 1)
        if joined and joined[-1][2] == rounded:
            joined[-1] = (joined[-1][0], block.end, rounded)
        else:
            joined.append((block.start, block.end, rounded))
    return tuple(joined)


def _trafilatura() -> ModuleType:
    """Return the library, imported without opening a socket.

    One of its dependencies binds one to check for IPv6, unless Python reports no support for it.
    """
    if "urllib3" not in sys.modules:
        there, socket.has_ipv6 = socket.has_ipv6, False
        try:
            import urllib3  # noqa: F401
        finally:
            socket.has_ipv6 = there
    import trafilatura

    return trafilatura
