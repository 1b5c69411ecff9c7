"""`clean-text`: a clean corpus as JSONL: no boilerplate, one copy of each duplicate cluster.

Of articles that are the same or wholly derived from one another the earliest one is kept (by date,
then the longest clean text). Partial copies stay: they have text of their own. Every span counts as
boilerplate, whoever marked it.
"""

import re
from collections.abc import Iterable
from typing import Final

from dittomark.annotations import Span
from dittomark.exporting.common import article_details, encode_json, full_text
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.exporting.split import groups_of
from dittomark.labels import EXACT_DUPLICATE
from dittomark.messages import Message

WHOLE_COPIES: Final = frozenset({EXACT_DUPLICATE, "wholly_derived"})
_BLANK_LINES: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+[ \t]*")


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write one object per article: metadata and clean text."""
    looking = dataset.quiet()
    groups = groups_of(looking, found=False, relations=WHOLE_COPIES)
    best: dict[str, tuple[str, int, str]] = {}
    for article in looking.articles():
        length = len(clean(full_text(article), article.spans))
        rank = (article.info.date or "9999", -length, article.info.id)
        group = groups[article.info.id]
        if length and (group not in best or rank < best[group]):
            best[group] = rank
    kept = {rank[2] for rank in best.values()}
    with output.text(name) as stream:
        for article in looking.articles():
            info = article.info
            if info.id not in kept:
                dataset.tally.lose(
                    "articles", Message("Another copy of them is kept, or nothing is left.")
                )
                continue
            record = {
                "id": info.id,
                **article_details(info),
                "text": clean(full_text(article), article.spans),
            }
            stream.write(encode_json(record) + "\n")
    dataset.tally.count("articles", len(kept))


def clean(text: str, spans: Iterable[Span]) -> str:
    """Return the text without the spans; in place of each, at most one empty line is left."""
    pieces: list[str] = []
    position = 0
    for span in sorted(spans, key=lambda span: span.start):
        pieces.append(text[position : span.start])
        position = max(position, span.end)
    pieces.append(text[position:])
    joined = "".join(pieces).strip()
    return _BLANK_LINES.sub("\n\n", joined) if len(pieces) > 1 else joined
