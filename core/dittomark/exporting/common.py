"""Functions shared by several formats: spans without annotators, file names, JSON."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from dittomark.annotations import ArticleInfo, Span
from dittomark.article_fields import metadata_in
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.messages import Message
from dittomark.records.json_objects import finite
from dittomark.system.file_names import is_reserved
from dittomark.texts.segmentation import words

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode

_UNSAFE: Final = re.compile(r"[^\w.-]+", re.ASCII)
_LONGEST_NAME: Final = 80
_TOKEN: Final = re.compile(r"[^\s]")


def encode_json(value: object) -> str:
    """Return a value as JSON on one line, by every reader's definition of a line.

    JSON permits the line separators of Unicode unescaped, but Python's `splitlines` and older
    JavaScript break lines there.
    """
    try:
        text = _encode(value)
    except ValueError:  # a number that JSON does not have: not a number, or infinite
        text = _encode(finite(value))
    if not text.isascii():
        for separator in ("\x85", "\u2028", "\u2029"):
            if separator in text:
                text = text.replace(separator, f"\\u{ord(separator):04x}")
    return text


def merged_spans(article: ExportedArticle, dataset: Dataset) -> list[Span]:
    """Return the spans with each combination of offsets and label once, whoever marked it.

    For formats without a field for the annotator; the number of merged spans is reported as a loss.
    """
    merged: dict[tuple[int, int, str], Span] = {}
    for span in article.spans:
        merged.setdefault((span.start, span.end, span.label), span)
    dataset.tally.lose(
        "spans",
        Message(
            "Several annotators marked the same; the format has no annotators. Use --annotator."
        ),
        len(article.spans) - len(merged),
    )
    return list(merged.values())


def without_overlaps(spans: Iterable[Span], dataset: Dataset) -> list[Span]:
    """Return spans that do not overlap: of two the longer one is kept, then the earlier one."""
    kept: list[Span] = []
    dropped = 0
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start, s.label)):
        if any(span.start < other.end and other.start < span.end for other in kept):
            dropped += 1
        else:
            kept.append(span)
    dataset.tally.lose("spans", Message("Spans can't overlap in this format."), dropped)
    return sorted(kept, key=lambda span: span.start)


def count_events(dataset: Dataset) -> None:
    """Count the registry of events as written: once, however many parts contain it."""
    dataset.tally.count_once("events", sum(1 for _ in dataset.events()))


def lose_pairs_and_events(dataset: Dataset, why: Message) -> None:
    """Count everything but articles and spans as lost."""
    pairs = sum(1 for _ in dataset.quiet().pairs())
    dataset.tally.lose("pairs", why, pairs)
    lose_events(dataset, why)


def lose_events(dataset: Dataset, why: Message) -> None:
    """Count events and event labels as lost: the registry once for all parts."""
    dataset.tally.lose("event labels", why, dataset.tally.take_back("event labels"))
    dataset.tally.lose_once("events", why, sum(1 for _ in dataset.events()))


def full_text(article: ExportedArticle) -> str:
    """Return the text of an article for a format that requires it."""
    return article.text or ""


def article_details(info: ArticleInfo) -> dict[str, str]:
    """Return the metadata of an article that is written in another tool's format."""
    return {"external_id": info.external_id, **metadata_in(info)}


class FileNames:
    """A file name for each article: its `external_id` if that is possible, each used once.

    `hyphen` replaces `-` in names.
    """

    def __init__(self, *, hyphen: str = "-") -> None:
        self._taken: set[str] = set()
        self._hyphen = hyphen

    def of(self, info: ArticleInfo) -> str:
        """Return a name of ASCII letters, digits, `-`, `_` and `.`, without a suffix.

        All names differ even on a file system that ignores case.
        """
        name = _UNSAFE.sub("_", info.external_id).strip("._")[:_LONGEST_NAME]
        if is_reserved(name):
            name = f"_{name}"
        first = f"{name}-{info.id}".lstrip("-").replace("-", self._hyphen)
        name, number = name.replace("-", self._hyphen), 1
        while not name or name.lower() in self._taken:
            name = first if number == 1 else f"{first}{self._hyphen}{number}"
            number += 1
        self._taken.add(name.lower())
        return name


def tokens(text: str, *, borders: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of every word and every sign between words, white space left out.

    A token is cut at each of `borders` that falls inside it.
    """
    cuts = iter([*sorted(set(borders)), len(text) + 1])
    cut = next(cuts)
    for start, end in _whole_tokens(text):
        while cut <= start:
            cut = next(cuts)
        begin = start
        while cut < end:
            yield begin, cut
            begin, cut = cut, next(cuts)
        yield begin, end


def _whole_tokens(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in [*words(text), (len(text), len(text))]:
        for sign in _TOKEN.finditer(text, position, start):
            yield sign.span()
        if end > start:
            yield start, end
        position = end
