"""Kinds of boilerplate against samples of lines whose kinds were read by people: confusion tables.

    python -m tests.benchmarks.boilerplate_kinds               # rows read, columns said
    python -m tests.benchmarks.boilerplate_kinds --draw 4 190  # lines to read for another sample

No public data has kinds. `boilerplate_kinds.json` holds what was read: for each line the set and id
of its page, a hash of its words, which of the lines with these words it is, and its kind; no text.
The lines were drawn by chance from those that the program proposed on the development pages, about
as many of each kind that it said, and were read in their context without what it said. So kinds
that are rare on pages weigh as much as menus.

How they were read: what is in a list of headlines with its numbers, dates and sections is of the
list's kind, `most_read` with the latest and most commented; what is in a menu is `navigation`,
whatever its word; tags are `other_boilerplate`; code is `markup_leftover`, that of advertisements
too; what stands in the comments is `comment_form`, names and dates included; a headline said again
is `repeated_text`, and in a path of pages `navigation`. Lines that fit two kinds were left out.
"""

import argparse
import hashlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tests.benchmarks.boilerplate_data import (
    GoldPage,
    article_lines,
    corpus_folder,
    html_pages,
    text_pages,
    web_pages,
)

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.corpus.boilerplate.lines import Page, split_page
from dittomark.corpus.boilerplate.main_text import MainText
from dittomark.corpus.boilerplate.propose import PageInput, PageProposals, propose
from dittomark.importing.html import article_of_page
from dittomark.labels import DEFAULT_SPAN_LABELS

KINDS = tuple(label.key for label in DEFAULT_SPAN_LABELS)
ARTICLE = "article"  # a line that should not have been proposed
READ = Path(__file__).with_suffix(".json")
_AROUND = 5
_SHOWN = 90
_OF_ONE_SITE = 2  # lines of a kind: a template would fill the draw

Key = tuple[str, str, str, int]


@dataclass(frozen=True)
class Proposed:
    """A page with the kind that the program said for each line, None for lines it left."""

    pages: str
    gold: GoldPage
    page: Page
    said: tuple[str | None, ...]
    article: tuple[bool, ...]

    def keys(self) -> list[Key]:
        """Return for each line: set, page, hash of its words, its number among lines with these."""
        seen: Counter[str] = Counter()
        found = []
        for line in self.page.lines:
            digest = hashlib.sha256(line.key.encode()).hexdigest()[:12]
            found.append((self.pages, self.gold.id, digest, seen[digest]))
            seen[digest] += 1
        return found


def proposed_pages(only: Collection[str] | None = None) -> Iterator[Proposed]:
    """Yield the development pages as the program proposes: text by site, HTML as imported.

    `only`: the ids of the pages that are wanted; those of the same site help to find repeats.
    """
    by_site: dict[str, list[GoldPage]] = defaultdict(list)
    for page in text_pages():
        by_site[page.site].append(page)
    for found in by_site.values():
        if only is None or any(page.id in only for page in found):
            inputs = [PageInput(page.id, page.text, page.site) for page in found]
            yield from _each("news text", found, inputs, propose(inputs))
    for name, pages in (("news HTML", html_pages()), ("web HTML", web_pages())):
        for page in pages:
            if only is None or page.id in only:
                article = article_of_page(page.html.encode())
                main = MainText.from_json(article.metadata.get("main_text"))
                inputs = [PageInput(page.id, article.text, title=article.title, main=main)]
                yield from _each(name, [page], inputs, propose(inputs))
    for page, title in bengali_pages():
        inputs = [PageInput(page.id, page.text, title=title)]
        yield from _each("Bengali", [page], inputs, propose(inputs))


def bengali_pages() -> list[tuple[GoldPage, str]]:
    """Return the Bengali pages beside the benchmarks, with their titles as imported.

    Their articles are not known: lines of the article are read as such.
    """
    folder = Path(os.environ.get("DITTOMARK_SEEDS", corpus_folder() / "../../seeds"))
    found = []
    for path in sorted(folder.glob("*.txt")):
        for article in importing.read(path):
            if isinstance(article, NewArticle):
                page = GoldPage(path.stem, path.stem, "Bengali", article.text, "")
                found.append((page, article.title))
    return found


def _each(
    name: str,
    golds: Sequence[GoldPage],
    inputs: Sequence[PageInput],
    found: Sequence[PageProposals],
) -> Iterator[Proposed]:
    for gold, given, proposed in zip(golds, inputs, found, strict=True):
        page = split_page(given.text, title=given.title)
        said: list[str | None] = [None] * len(page.lines)
        for each in proposed.proposals:
            for at, line in enumerate(page.lines):
                if each.start <= line.start and line.end <= each.end:
                    said[at] = each.kind
        article = article_lines(page, gold.gold) if gold.gold else np.zeros(len(said), bool)
        yield Proposed(name, gold, page, tuple(said), tuple(article.tolist()))


def strata(found: Iterable[Proposed]) -> dict[tuple[str, str], list[tuple[Proposed, int]]]:
    """Return the lines that are rightly proposed, by set and by the kind said."""
    result: dict[tuple[str, str], list[tuple[Proposed, int]]] = defaultdict(list)
    for each in found:
        for at, kind in enumerate(each.said):
            if kind is not None and not each.article[at]:
                result[each.pages, kind].append((each, at))
    return result


def draw(found: Sequence[Proposed], seed: int, size: int) -> list[tuple[Proposed, int]]:
    """Return lines drawn by chance, about as many of each kind said and of each set."""
    chance = np.random.default_rng(seed)
    pools = strata(found)
    drawn: list[tuple[Proposed, int]] = []
    for kind in KINDS:
        by_set = {name: pool for (name, its), pool in pools.items() if its == kind}
        queues = {
            name: [pool[at] for at in chance.permutation(len(pool))]
            for name, pool in sorted(by_set.items())
        }
        sites: Counter[str] = Counter()
        taken: list[tuple[Proposed, int]] = []
        while any(queues.values()) and len(taken) < size // len(KINDS):
            for queue in queues.values():
                while queue:
                    each, at = queue.pop()
                    if sites[each.gold.site] < _OF_ONE_SITE or each.pages == "Bengali":
                        sites[each.gold.site] += 1
                        taken.append((each, at))
                        break
        drawn += taken
    return [drawn[at] for at in chance.permutation(len(drawn))]


def show(drawn: Sequence[tuple[Proposed, int]]) -> None:
    """Print the lines in their context, without what the program said; `|` is the article."""
    for number, (each, at) in enumerate(drawn):
        lines = each.page.lines
        print(f"\n#{number} {each.pages} {each.gold.site} line {at + 1} of {len(lines)}")
        for near in range(max(0, at - _AROUND), min(len(lines), at + _AROUND + 1)):
            mark = ">>" if near == at else " |" if each.article[near] else "  "
            print(f"{mark} {lines[near].text[: 3 * _SHOWN if near == at else _SHOWN]}")


def main() -> None:
    """Print the confusion tables, or the lines to read for another sample."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--draw", nargs=2, type=int, metavar=("SEED", "SIZE"))
    arguments = parser.parse_args()
    if arguments.draw:
        show(draw(list(proposed_pages()), *arguments.draw))
    else:
        print_tables()


def print_tables() -> None:
    """Print for each sample how often each kind that was read was said to be which."""
    samples = json.loads(READ.read_text("utf-8"))
    found = list(proposed_pages({row[1] for rows in samples.values() for row in rows}))
    said = {key: kind for each in found for key, kind in zip(each.keys(), each.said, strict=True)}
    for name, rows in samples.items():
        read: dict[Key, str] = {(row[0], row[1], row[2], row[3]): row[4] for row in rows}
        _print_confusion(name, read, said)


def _print_confusion(name: str, read: Mapping[Key, str], said: Mapping[Key, str | None]) -> None:
    """Print rows of what was read and columns of what was said, precision and recall.

    Lines that the program no longer proposes, or that its import gives no more, are told apart.
    """
    pairs = Counter((kind, said.get(key)) for key, kind in read.items())
    left = sum(count for (_, kind), count in pairs.items() if kind is None)
    right = sum(count for (kind, other), count in pairs.items() if kind == other)
    rows = (*KINDS, ARTICLE)
    print(f"\nkinds, {name}: {right} of {len(read) - left} right; {left} not proposed")
    print(" " * 18 + " ".join(kind[:6].rjust(6) for kind in KINDS) + "  recall")
    for kind in rows:
        counts = [pairs[kind, other] for other in KINDS]
        cells = " ".join((str(count) if count else ".").rjust(6) for count in counts)
        recall = f"{pairs[kind, kind] / sum(counts):8.2f}" if sum(counts) else ""
        print(f"{kind:17} {cells}{recall}")
    shares = []
    for kind in KINDS:
        all_said = sum(pairs[other, kind] for other in rows)
        shares.append(f"{pairs[kind, kind] / all_said:.2f}" if all_said else "")
    print(f"{'precision':17} " + " ".join(share.rjust(6) for share in shares))


if __name__ == "__main__":
    main()
