"""`webanno-tsv`: WebAnno TSV 3.3, one file per article, as INCEpTION and WebAnno import it.

Offsets are UTF-16 units; the layer and its features are those of `cas-json`. A sentence includes
the white space after it, so that the text is restored exactly; only white space before the first
word becomes spaces. A span begins and ends with a word or sign: white space at its ends is cut off.
Words are cut where a span begins or ends inside them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from dittomark.annotations import Span
from dittomark.exporting.cas_json import FEATURES, TYPE
from dittomark.exporting.common import FileNames, full_text, lose_pairs_and_events, tokens
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.texts.segmentation import OffsetTable, sentences

FORMAT: Final = "#FORMAT=WebAnno TSV 3.3"
_HEADER: Final = f"{FORMAT}\n#T_SP={TYPE}|{'|'.join(FEATURES)}\n\n"
_NONE: Final = "\t".join("_" for _ in FEATURES)
# Characters with a meaning in values, and control characters in texts; a line feed begins a new
# line there.
_RESERVED: Final = re.compile(r"->|[\\\[\]|_;\t\n*]")
_CONTROL: Final = re.compile(r"[\x00-\x07\x0e-\x1f\t\f\r\x08\\]")
_LETTERS: Final = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b"}


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the folder."""
    names = FileNames()
    for article in dataset.articles():
        with output.text(f"{name}{names.of(article.info)}.tsv") as stream:
            stream.write(_HEADER)
            stream.writelines(_sentences(article, dataset))
    lose_pairs_and_events(dataset, Message("A file of WebAnno TSV holds one text."))


def _sentences(article: ExportedArticle, dataset: Dataset) -> Iterator[str]:
    text = full_text(article)
    borders = {at for span in article.spans for at in (span.start, span.end)}
    found = list(tokens(text, borders=borders))
    if not found:
        return
    if text[: found[0][0]].strip(" "):
        dataset.tally.lose(
            "characters",
            Message("White space before the first word became blanks."),
            found[0][0],
        )
    columns = _columns(article.spans, found, dataset)
    table = OffsetTable(text)
    firsts = _first_tokens(text, found)
    for number, (first, behind) in enumerate(
        zip(firsts, [*firsts[1:], len(found)], strict=True), 1
    ):
        end = found[behind][0] if behind < len(found) else len(text)
        yield "\n"
        for line in _written(text, found[first][0], end, last=behind == len(found)).split("\n"):
            yield f"#Text={_CONTROL.sub(_escape, line)}\n"
        for at in range(first, behind):
            start, stop = found[at]
            place = f"{number}-{at - first + 1}\t{table.to_utf16(start)}-{table.to_utf16(stop)}"
            word = _RESERVED.sub(_escape, text[start:stop])
            yield f"{place}\t{word}\t{columns.get(at, _NONE)}\t\n"


def _first_tokens(text: str, found: list[tuple[int, int]]) -> list[int]:
    """Return the index of the first token of each sentence."""
    starts = [start for start, _ in found]
    firsts = {bisect_left(starts, start) for start, _ in sentences(text)} | {0}
    return sorted(at for at in firsts if at < len(found))


def _written(text: str, start: int, end: int, *, last: bool) -> str:
    """Return a sentence with the white space after it.

    A reader inserts one line break after a sentence if the offsets leave a gap.
    """
    sentence = text[start:end]
    plain = sentence.rstrip()
    return plain if not last and sentence == plain + "\n" else sentence


def _escape(match: re.Match[str]) -> str:
    return "\\" + _LETTERS.get(match[0], match[0])


def _columns(
    spans: Sequence[Span],
    found: list[tuple[int, int]],
    dataset: Dataset,
) -> dict[int, str]:
    """Return the columns of the tokens that spans cover, by the token's index."""
    starts, ends = [start for start, _ in found], [end for _, end in found]
    covering: dict[int, list[int]] = {}
    taken: list[Span] = []
    several: list[bool] = []
    for span in spans:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if first >= last:
            dataset.tally.lose("spans", Message("They cover white space only."))
            continue
        if starts[first] > span.start or ends[last - 1] < span.end:
            dataset.tally.lose(
                "exact borders", Message("White space at the ends of spans was cut.")
            )
        for at in range(first, last):
            covering.setdefault(at, []).append(len(taken))
        several.append(last - first > 1)
        taken.append(span)
    for stacked in covering.values():
        if len(stacked) > 1:
            for number in stacked:
                several[number] = True
    ids = iter(range(1, len(taken) + 1))
    suffix = [f"[{next(ids)}]" if one else "" for one in several]
    values = [
        [
            (_RESERVED.sub(_escape, _one_line(getattr(span, feature))) or "*") + suffix[number]
            for feature in FEATURES
        ]
        for number, span in enumerate(taken)
    ]
    return {
        at: "\t".join(
            "|".join(values[number][feature] for number in stacked)
            for feature in range(len(FEATURES))
        )
        for at, stacked in covering.items()
    }


def _one_line(value: str) -> str:
    """Return a value without other characters at which readers break lines."""
    return value.replace("\r\n", "\n").replace("\r", "\n")
