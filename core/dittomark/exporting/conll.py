"""`conll`: CoNLL-2003 columns with IOB2 tags, one token per line; spans only.

`TOKEN -X- _ TAG`; an article begins with a `-DOCSTART-` line, an empty line ends a sentence, every
chunk begins with `B-`. A token is a word or a sign; a span that begins or ends inside a word is
extended to the whole word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from dittomark.annotations import Span
from dittomark.exporting.common import (
    full_text,
    lose_pairs_and_events,
    merged_spans,
    tokens,
    without_overlaps,
)
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.texts.segmentation import sentences

_BETWEEN: Final = re.compile(r"\s+")


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the articles as tagged tokens."""
    with output.text(name) as stream:
        for article in dataset.articles():
            stream.write("-DOCSTART- -X- O O\n\n")
            stream.writelines(_lines(article, dataset))
    lose_pairs_and_events(dataset, Message("CoNLL has tagged tokens only."))


def _lines(article: ExportedArticle, dataset: Dataset) -> Iterator[str]:
    text = full_text(article)
    found = list(tokens(text))
    tags = _tags(without_overlaps(merged_spans(article, dataset), dataset), found, dataset)
    ends = [end for _, end in sentences(text)]
    sentence = 0
    for (start, end), tag in zip(found, tags, strict=True):
        if sentence < len(ends) and start >= ends[sentence]:
            sentence = bisect_right(ends, start)
            yield "\n"
        yield f"{text[start:end]} -X- _ {tag}\n"
    yield "\n"


def _tags(spans: list[Span], found: list[tuple[int, int]], dataset: Dataset) -> list[str]:
    """Return the tag of each token."""
    starts = [start for start, _ in found]
    ends = [end for _, end in found]
    tags = ["O"] * len(found)
    for span in spans:
        first = bisect_right(ends, span.start)
        last = bisect_left(starts, span.end)
        if first >= last or tags[first] != "O":
            dataset.tally.lose("spans", Message("Between two tokens, or in a token that is taken."))
            continue
        if starts[first] < span.start or ends[last - 1] > span.end:
            dataset.tally.lose("exact borders", Message("Spans were widened to whole words."))
        label = _BETWEEN.sub("_", span.label)
        if label != span.label:
            dataset.tally.lose(
                "labels", Message("White space in labels became “_”: it parts columns.")
            )
        tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return tags
