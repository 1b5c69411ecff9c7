"""The gold standard of an evaluation: the annotated links, pair by pair."""

from collections.abc import Collection
from dataclasses import dataclass

from dittomark.annotations import Link
from dittomark.evaluating.plagdet import Quad
from dittomark.operations.links import offsets_of, settled_links, turned
from dittomark.project import Project


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two articles and the links between them; `links` are `(offsets, kind)`.

    `a` is the article that was added to the project first: an engine receives it first.
    """

    a: str
    b: str
    links: tuple[tuple[Quad, str], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """The evaluated pairs, including those without a link.

    `left_out` pairs of the queue have no link, and nobody finished them: whether they share a
    passage is unknown. `repeats` are links within one article, where no pair is compared.
    """

    pairs: tuple[GoldPair, ...]
    left_out: int
    repeats: int


def gold_of(
    project: Project,
    *,
    annotators: Collection[str] = (),
    adjudicated: bool = False,
    all_pairs: bool = False,
) -> Gold:
    """Return the annotated links: of these annotators, or everybody (each stretch once).

    Without names, a decision on a pair replaces the annotators' links; with `adjudicated` only
    decided pairs count. A pair without a link counts if an included annotator finished it, or with
    `all_pairs`.
    """
    order = {article: place for place, article in enumerate(project.article_ids())}
    found: dict[tuple[str, str], dict[tuple[Quad, str], None]] = {}
    repeats = 0
    settled = {} if annotators else _settled(project)
    links = [] if adjudicated else project.links()
    for link in links:
        if annotators and link.annotator not in annotators:
            continue
        if link.a == link.b:
            repeats += 1
        elif (link.a, link.b) not in settled:
            _put(found, link, order)
    for (a, b), chosen in settled.items():
        if a in order and b in order:
            found.setdefault(_in_order(a, b, order), {})
            for link in chosen:
                _put(found, link, order)
    left_out = 0
    for pair, finished in [] if adjudicated else _queue(project, annotators):
        key = _in_order(*pair, order)
        if key not in found:
            if finished or all_pairs:
                found[key] = {}
            else:
                left_out += 1
    return Gold(
        tuple(GoldPair(a, b, tuple(links)) for (a, b), links in found.items()), left_out, repeats
    )


def _settled(project: Project) -> dict[tuple[str, str], list[Link]]:
    return {
        (str(one.content.get("a")), str(one.content.get("b"))): settled_links(
            one.content, one.annotator
        )
        for one in project.decisions("links")
        if one.content.get("a") != one.content.get("b")
    }


def _put(
    found: dict[tuple[str, str], dict[tuple[Quad, str], None]], link: Link, order: dict[str, int]
) -> None:
    key = _in_order(link.a, link.b, order)
    seen = link if key == (link.a, link.b) else turned(link)
    same = found.setdefault(key, {})
    offsets = offsets_of(seen)
    if not any(offsets == quad for quad, _ in same):
        same[offsets, link.kind] = None


def _in_order(a: str, b: str, order: dict[str, int]) -> tuple[str, str]:
    return (a, b) if order.get(a, 0) <= order.get(b, 0) else (b, a)


def _queue(project: Project, annotators: Collection[str]) -> list[tuple[tuple[str, str], bool]]:
    """Return each pair of the queue, and whether somebody finished it."""
    finished = {
        row.pair_id
        for row in project.judged()
        if row.done and (not annotators or row.annotator in annotators)
    }
    return [((pair.a, pair.b), pair.id in finished) for pair in project.pairs()]
