"""An engine's passages compared with the annotated links."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dittomark.compare import Settings, compare
from dittomark.evaluating.gold import Gold, GoldPair
from dittomark.evaluating.plagdet import Quad, Score, Sums, meet, sums
from dittomark.progress import Report
from dittomark.project import Project

Detect = Callable[[GoldPair], Sequence[Quad]]


@dataclass(frozen=True, slots=True)
class PairScore:
    """The measures of one pair's detections against its links."""

    a: str
    b: str
    score: Score


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures over all pairs, by kind of link, and pair by pair, the worst first.

    By kind: the kind's links are the cases, and detections that overlap one of them are included;
    so detections without any overlap count in `all` alone. `empty` pairs have no link; in `false`
    of these the engine detected a passage nevertheless.
    """

    all: Score
    by_kind: dict[str, Score]
    pairs: tuple[PairScore, ...]
    empty: int
    false: int


def evaluate(gold: Gold, detect: Detect, *, report: Report | None = None) -> Evaluation:
    """Measure the result of `detect` for each pair (offsets in the order of the pair)."""
    total, by_kind = Sums(), dict[str, Sums]()
    each: list[PairScore] = []
    empty = false = 0
    for done, pair in enumerate(gold.pairs):
        if report is not None:
            report(done, len(gold.pairs))
        found = detect(pair)
        cases = [quad for quad, _ in pair.links]
        one = sums(cases, found)
        total += one
        each.append(PairScore(pair.a, pair.b, one.score))
        empty += not cases
        false += bool(found) and not cases
        for kind in dict.fromkeys(kind for _, kind in pair.links):
            of_kind = [quad for quad, other in pair.links if other == kind]
            near = [quad for quad in found if any(meet(quad, case) for case in of_kind)]
            by_kind[kind] = by_kind.get(kind, Sums()) + sums(of_kind, near)
    each.sort(key=lambda pair: (pair.score.plagdet, -pair.score.cases))
    return Evaluation(
        total.score,
        {kind: by_kind[kind].score for kind in sorted(by_kind)},
        tuple(each),
        empty,
        false,
    )


def our_engine(project: Project, settings: Settings) -> Detect:
    """Return a function that finds our engine's passages, except weak ones."""

    def detect(pair: GoldPair) -> list[Quad]:
        texts = (project.article(pair.a).text, project.article(pair.b).text)
        return list(_passages(texts, settings))

    return detect


def _passages(texts: tuple[str, str], settings: Settings) -> Iterator[Quad]:
    for passage in compare(*texts, settings=settings).passages:
        if not passage.weak:
            yield passage.a.start, passage.a.end, passage.b.start, passage.b.end


def found_in(detections: dict[tuple[str, str], list[Quad]]) -> Detect:
    """Return a function that looks up detections of a file, whichever article they name first."""

    def detect(pair: GoldPair) -> list[Quad]:
        quads = detections.get((pair.a, pair.b), [])
        turned = detections.get((pair.b, pair.a), [])
        return [*quads, *((c, d, a, b) for a, b, c, d in turned)]

    return detect
