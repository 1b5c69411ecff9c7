"""The results of agreement, as frozen values. None if a measure is undefined."""

from collections.abc import Mapping
from dataclasses import dataclass

from dittomark.team.agreement.measures import BCubed, Estimate


@dataclass(frozen=True, slots=True)
class TwoAnnotators:
    """Agreement of two annotators on labels. `confusion[i][j]`: i by the first, j by the other."""

    first: str
    second: str
    units: int
    observed: float | None
    kappa: float | None
    confusion: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class OneAnnotator:
    """Agreement of one annotator with the others.

    `kappa` is the mean of Cohen's kappa with each other one, `with_majority` how often their label
    is that of most others (of the units where most agree).
    """

    units: int
    kappa: float | None
    with_majority: float | None


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Agreement on one label per unit: relations of pairs, events of articles.

    `labels` orders the confusion tables. `per_label` is alpha of "this label or another".
    """

    units: int
    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    observed: float | None
    alpha: Estimate
    fleiss: float | None
    per_label: Mapping[str, Estimate]
    per_annotator: Mapping[str, OneAnnotator]
    pairs: tuple[TwoAnnotators, ...]


@dataclass(frozen=True, slots=True)
class SpanPair:
    """Agreement of two annotators' spans, in the articles on which both worked.

    `exact`: same borders and label; `borders`: same borders, any label; `characters`: every
    character with its label. All F1, which is the same in both directions.
    """

    first: str
    second: str
    articles: int
    exact: float | None
    borders: float | None
    characters: float | None


@dataclass(frozen=True, slots=True)
class SpanAgreement:
    """Agreement on spans.

    `alpha_units` is Krippendorff's alpha for unitizing with two categories, span or gap (his |uα),
    `alpha_labels` the same with one category per label; both over characters.
    """

    articles: int
    annotators: tuple[str, ...]
    pairs: tuple[SpanPair, ...]
    per_label: Mapping[str, SpanPair]
    per_annotator: Mapping[str, SpanPair]
    alpha_units: Estimate
    alpha_labels: Estimate


@dataclass(frozen=True, slots=True)
class LinkScore:
    """PlagDet and its parts, one annotator's links taken for the cases of the other's."""

    plagdet: Estimate
    precision: float
    recall: float
    granularity: float


@dataclass(frozen=True, slots=True)
class LinkPair:
    """Agreement of two annotators' links, in the pairs of articles on which both worked.

    `forward` measures the second one's links against the first one's, `backward` the other way.
    `characters`: F1 over the characters of both sides; `exact`: of links with the same borders.
    """

    first: str
    second: str
    pairs: int
    forward: LinkScore
    backward: LinkScore
    characters: Estimate
    exact: Estimate


@dataclass(frozen=True, slots=True)
class LinkAgreement:
    """Agreement on links; `kinds` is that on the kinds of matching links."""

    pairs: int
    annotators: tuple[str, ...]
    each: tuple[LinkPair, ...]
    kinds: LabelAgreement | None


@dataclass(frozen=True, slots=True)
class ClusterPair:
    """B³ of two annotators' duplicate clusters."""

    first: str
    second: str
    score: BCubed


@dataclass(frozen=True, slots=True)
class Agreement:
    """All measures; None if fewer than two annotators did the same work."""

    relations: LabelAgreement | None
    events: LabelAgreement | None
    ratings: Mapping[str, Estimate]
    spans: SpanAgreement | None
    clusters: tuple[ClusterPair, ...]
    links: LinkAgreement | None = None
