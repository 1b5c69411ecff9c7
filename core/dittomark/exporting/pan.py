"""`pan`: a folder in the form of PAN's text alignment corpora, for its tools and other detectors.

`susp/` and `src/` hold the texts, `pairs` lists the pairs to be compared, and `annotations/` has
one XML file per pair with its cases. The suspicious document is the one that reuses text; offsets
are code points.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Final
from xml.sax.saxutils import quoteattr

from dittomark.annotations import Link
from dittomark.exporting.common import FileNames
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.importing.pan import OBFUSCATION, WORDS
from dittomark.messages import Message

_AT_ONCE: Final = 100
Sides = tuple[str, str]  # the suspicious document, the source
Case = tuple[int, int, int, int, str]  # suspicious and source offsets, the kind in PAN's word


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the folder."""
    cases = _cases(dataset)
    for pair in dataset.pairs():
        sides = pair.pair.a, pair.pair.b
        if sides not in cases and (sides[1], sides[0]) not in cases:
            cases[sides] = {}
    files = _file_names(dataset, cases)
    with ExitStack() as stack:
        pairs = stack.enter_context(output.text(f"{name}pairs"))
        for (this, source), found in sorted(
            cases.items(), key=lambda case: tuple(files[side] for side in case[0])
        ):
            pairs.write(f"{files[this]}.txt {files[source]}.txt\n")
            with output.text(f"{name}annotations/{files[this]}-{files[source]}.xml") as stream:
                stream.write(_document(files[this], files[source], sorted(found)))
    _write_texts(dataset, output, name, cases, files)
    alone = sum(
        info.id not in {side for sides in cases for side in sides} for info in dataset.infos()
    )
    dataset.tally.lose("articles", Message("They stand in no pair."), alone)
    _lose_the_rest(dataset)


def _lose_the_rest(dataset: Dataset) -> None:
    """Count annotations other than links as lost."""
    why = Message("PAN holds texts, pairs and links alone.")
    dataset.tally.lose("judgements", why, dataset.tally.take_back("judgements"))
    for what in ("spans", "event labels", "events"):
        dataset.tally.lose_once(what, why, dataset.snapshot.counts.get(what, 0))
    dataset.tally.lose_once(
        "refused passages",
        Message("PAN has no place for what is no link."),
        dataset.snapshot.refused_links(),
    )


def _file_names(dataset: Dataset, cases: Iterable[Sides]) -> dict[str, str]:
    """Return the name of each article's files, so that all pairs have different files of cases.

    PAN's tools find that file by the names of the two joined by `-`: `a-b` with `c` and `a` with
    `b-c` would collide. If this occurs no name keeps a `-` of its own.
    """
    names = FileNames()
    files = {info.id: names.of(info) for info in dataset.infos()}
    joined = [f"{files[this]}-{files[source]}".lower() for this, source in cases]
    if len(set(joined)) == len(joined):
        return files
    names = FileNames(hyphen="_")
    return {info.id: names.of(info) for info in dataset.infos()}


def _cases(dataset: Dataset) -> dict[Sides, dict[Case, None]]:
    """Return the cases of each pair of texts, each once, whoever linked them."""
    found: dict[Sides, dict[Case, None]] = {}
    annotators: set[str] = set()
    seen = open_ones = 0
    for link in dataset.links():
        seen += 1
        annotators.add(link.annotator)
        if link.a == link.b:
            dataset.tally.lose("links", Message("PAN has no pairs within one article."))
            continue
        sides, case = _case(link)
        same = found.setdefault(sides, {})
        if case in same:
            dataset.tally.lose("links", Message("Several annotators made the same link."))
            continue
        same[case] = None
        open_ones += link.direction is None
        if link.note and not link.note.startswith(OBFUSCATION):
            dataset.tally.lose("notes", Message("PAN has no notes."))
    dataset.tally.count("links", sum(map(len, found.values())) - seen)
    dataset.tally.lose(
        "open directions",
        Message("Written as if the first text had taken from the second: PAN knows no open ones."),
        open_ones,
    )
    dataset.tally.lose(
        "opposite directions",
        Message(
            "Linked both ways by several annotators: read in as one person's, one way is kept."
        ),
        _both_ways(found),
    )
    dataset.tally.lose_once(
        "annotators", Message("PAN does not say whose a link is."), len(annotators)
    )
    return found


def _both_ways(found: Mapping[Sides, Mapping[Case, None]]) -> int:
    """Return the number of cases that also exist with their texts exchanged."""
    return sum(
        (s0, s1, t0, t1, word) in found.get((source, this), ())
        for (this, source), cases in found.items()
        if this < source
        for t0, t1, s0, s1, word in cases
    )


def _case(link: Link) -> tuple[Sides, Case]:
    word = WORDS.get(link.kind, link.kind.replace("_", "-"))
    if link.note.startswith(OBFUSCATION):
        word = link.note.removeprefix(OBFUSCATION)
    a, b = (link.a_start, link.a_end), (link.b_start, link.b_end)
    if link.direction == "a_to_b":
        return (link.b, link.a), (*b, *a, word)
    return (link.a, link.b), (*a, *b, word)


def _document(this: str, source: str, cases: Iterable[Case]) -> str:
    lines = "".join(_feature(source, case) for case in cases)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<document reference={quoteattr(this + '.txt')}>\n{lines}</document>\n"
    )


def _feature(source: str, case: Case) -> str:
    this_start, this_end, start, end, word = case
    return (
        f'  <feature name="plagiarism" obfuscation={quoteattr(word)}'
        f' this_offset="{this_start}" this_length="{this_end - this_start}"'
        f" source_reference={quoteattr(source + '.txt')}"
        f' source_offset="{start}" source_length="{end - start}"/>\n'
    )


def _write_texts(
    dataset: Dataset, output: Output, name: str, cases: Iterable[Sides], files: dict[str, str]
) -> None:
    """Write each text where it is needed: as suspicious, as a source, or as both."""
    wanted = {("susp", this) for this, _ in cases} | {("src", source) for _, source in cases}
    for batch in _batches(sorted({article for _, article in wanted})):
        texts = dataset.texts(batch)
        for article in batch:
            dataset.tally.count("articles")
            for folder in ("susp", "src"):
                if (folder, article) in wanted:
                    with output.binary(f"{name}{folder}/{files[article]}.txt") as stream:
                        stream.write(texts[article].encode())


def _batches(articles: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(articles), _AT_ONCE):
        yield articles[first : first + _AT_ONCE]
