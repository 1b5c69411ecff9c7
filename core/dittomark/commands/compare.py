"""`dittomark compare`: passages, repeats, similar sentences, shared terms of files or articles."""

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dittomark.commands.common import ProgressLine, add_json, counted, print_json
from dittomark.compare import (
    GROUPINGS,
    Comparison,
    Locus,
    Passage,
    Settings,
    SharedTerm,
    WordEdit,
    compare,
)
from dittomark.errors import NotFoundError, UnreadableFileError, UserError
from dittomark.importing.encoding import decode
from dittomark.importing.results import shown

if TYPE_CHECKING:
    from dittomark.compare.stock import StockPhrases

MOST_BYTES: Final = 20_000_000
_EXCERPT: Final = 60
_MOST_KEPT: Final = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="two to four text files; or a project and two to four of its articles, by their ids",
    )
    parser.add_argument(
        "--batch",
        type=Path,
        metavar="LIST",
        help="compare many pairs: two paths a line, tab-separated; one JSON object a line out",
    )
    parser.add_argument(
        "--grouping",
        choices=GROUPINGS,
        default=Settings().grouping,
        help="how far apart pieces may stand and still be one passage (default: %(default)s)",
    )
    parser.add_argument(
        "--min-words",
        type=int,
        default=Settings().min_words,
        metavar="N",
        help="words that a passage must share at least (default: %(default)s)",
    )
    parser.add_argument(
        "--encoding", default="", help="of the files; told from their bytes if left out"
    )
    parser.add_argument("--weak", action="store_true", help="print weak passages as well")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Compare the files of the command line, or those in a list.

    Raises `UserError` for files that can't be read and contradictory options.
    """
    try:
        settings = Settings(grouping=arguments.grouping, min_words=arguments.min_words)
    except ValueError as error:
        raise UserError(f"--min-words {arguments.min_words}: {error}.") from error
    if arguments.batch is not None:
        if arguments.files:
            raise UserError("Give either files or --batch with a list of them, not both.")
        _run_batch(arguments.batch, arguments.encoding, settings)
        return
    stock = None
    if arguments.files and arguments.files[0].suffix == ".ditto":
        project, *names = map(str, arguments.files)
        _expect_two_to_four(names, "articles")
        texts, stock = _of_project(Path(project), names)
    else:
        names = [str(path) for path in arguments.files]
        _expect_two_to_four(names, "files")
        texts = [read_text(path, encoding=arguments.encoding) for path in arguments.files]
    with ProgressLine("steps") as progress:
        found = compare(*texts, settings=settings, stock=stock, report=progress)
        found.complete(progress)
    if arguments.json:
        print_json(as_json(found, names))
    else:
        _print_readable(found, [shown(Path(name)) for name in names], texts, weak=arguments.weak)


def _expect_two_to_four(names: list[str], what: str) -> None:
    if not 2 <= len(names) <= 4:
        raise UserError(f"Give two to four {what} to compare; these are {len(names)}.")


def _of_project(path: Path, names: list[str]) -> tuple[list[str], "StockPhrases | None"]:
    """Return the texts of a project's articles, and its stock phrases."""
    from dittomark.project import Project
    from dittomark.suggesting.project_comparison import stock_phrases

    with Project.open(path, read_only=True) as project:
        texts = [project.article(project.article_named(name)).text for name in names]
    return texts, stock_phrases(path)


def read_text(path: Path, *, encoding: str = "") -> str:
    """Return the text of a file. Raises `UserError` with the file's name."""
    name = shown(path)
    try:
        if path.is_dir():
            raise UnreadableFileError(f"{name} is a folder, not a text file.")
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFoundError(f"{name}: there is no such file.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFileError(f"{name} can't be read: {reason}.") from error
    if not data:
        raise UnreadableFileError(f"{name} is empty; there is nothing to compare.")
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(
            f"{name} is larger than {MOST_BYTES // 1_000_000} MB; no article is that long."
        )
    try:
        text, _ = decode(data, encoding=encoding)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{name}: {error}") from error
    return text


def _run_batch(listing: Path, encoding: str, settings: Settings) -> None:
    """Print one line for each pair; a failing pair gets its error, and the next are compared."""
    pairs = list(_pairs_of(listing))
    failed = 0
    read = _Texts(encoding)
    with ProgressLine("pairs") as progress:
        for done, (number, paths) in enumerate(pairs, start=1):
            try:
                found = compare(*read.pair(paths), settings=settings)
                line = as_json(found, [str(path) for path in paths])
            except UserError as error:
                failed += 1
                line = {"line": number, "paths": [str(path) for path in paths], "error": str(error)}
                print(f"{shown(listing)}:{number}: {error}", file=sys.stderr)
            print(json.dumps(line, ensure_ascii=False))
            progress(done, len(pairs))
    if failed:
        raise UserError(f"{failed} of {len(pairs)} pairs could not be compared (named above).")


class _Texts:
    """Reads files and caches the last ones, since a list names most files more than once."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._kept: dict[Path, str] = {}

    def pair(self, paths: list[Path]) -> list[str]:
        """Return the texts of the two files of one line."""
        if len(paths) != 2:
            raise UserError("This line does not hold two paths with a tab between.")
        return [self._read(path) for path in paths]

    def _read(self, path: Path) -> str:
        if path not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[path] = read_text(path, encoding=self._encoding)
        return self._kept[path]


def _pairs_of(listing: Path) -> Iterator[tuple[int, list[Path]]]:
    """Yield the line number and the paths of every line; paths are relative to the work folder."""
    for number, line in enumerate(read_text(listing).splitlines(), start=1):
        if line.strip():
            yield number, [Path(part) for part in line.split("\t")]


def as_json(found: Comparison, names: list[str]) -> dict[str, Any]:
    """Return the JSON object of a comparison: offsets in code points of each text.

    `names` are paths, or articles of a project.
    """
    return {
        "offset_unit": "code_point",
        "articles": [
            {
                "path": name,
                "length": article.length,
                "sha256": article.sha256,
                "repeats": [repeat.places for repeat in article.repeats],
            }
            for name, article in zip(names, found.articles, strict=True)
        ],
        "passages": [_passage(passage) for passage in found.passages],
        "similar_sentences": [
            {"a": _locus(s.a), "b": _locus(s.b), "similarity": s.similarity}
            for s in found.similar_sentences
        ],
        "shared_terms": [_term(term, pair=len(names) == 2) for term in found.shared_terms],
        "coverage": found.coverage,
        "derived": found.derived,
    }


def _locus(locus: Locus) -> dict[str, int]:
    return dataclasses.asdict(locus)


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "a": _locus(passage.a),
        "b": _locus(passage.b),
        "similarity": passage.similarity,
        "kind": passage.kind,
        "weak": passage.weak,
        "group": passage.group,
        "edits": [_edit(edit) for edit in passage.edits],
    }


def _edit(edit: WordEdit) -> dict[str, Any]:
    return {"op": edit.op, "a": edit.a, "b": edit.b}


def _term(term: SharedTerm, *, pair: bool) -> dict[str, Any]:
    found = {"term": term.term, "a": term.a, "b": term.b, "variant": term.variant}
    return found if pair else found | {"articles": term.articles}


def _print_readable(found: Comparison, names: list[str], texts: list[str], *, weak: bool) -> None:
    for number, (name, article) in enumerate(zip(names, found.articles, strict=True)):
        covered, derived = f"{found.coverage[number]:.0%}", f"{found.derived[number]:.0%}"
        other = "the other" if len(names) == 2 else "another"
        print(f"{name}: {article.length} characters, {covered} in passages, {derived} from {other}")
        for repeat in article.repeats:
            start, end = repeat.places[0]
            print(f"  stands {len(repeat.places)} times: {_excerpt(texts[number], start, end)}")
    shared = [passage for passage in found.passages if weak or not passage.weak]
    print(f"\n{counted(len(shared), 'passage')}" if shared else "\nNo passage in common")
    for passage in shared:
        kind = f"{passage.kind}, weak" if passage.weak else passage.kind
        print(f"\n[{passage.group}] {passage.similarity:.0%} {kind}")
        for locus in (passage.a, passage.b):
            place = f"{names[locus.article]} {locus.start}–{locus.end}"
            print(f"    {place}: {_excerpt(texts[locus.article], locus.start, locus.end)}")
        for edit in passage.edits:
            one, other = texts[passage.a.article], texts[passage.b.article]
            print(f"        {edit.op}: {one[slice(*edit.a)]!s} → {other[slice(*edit.b)]!s}")
    if found.similar_sentences:
        print("\nSimilar sentences")
    for sentence in found.similar_sentences:
        print(f"\n    {sentence.similarity:.0%}")
        for locus in (sentence.a, sentence.b):
            print(f"    {_excerpt(texts[locus.article], locus.start, locus.end)}")
    if found.shared_terms:
        terms = (f"{t.term} ≈ {t.variant}" if t.variant else t.term for t in found.shared_terms)
        print("\nBoth mention: " + ", ".join(dict.fromkeys(terms)))


def _excerpt(text: str, start: int, end: int) -> str:
    piece = " ".join(text[start:end].split())
    return piece if len(piece) <= 2 * _EXCERPT else f"{piece[:_EXCERPT]} … {piece[-_EXCERPT:]}"
