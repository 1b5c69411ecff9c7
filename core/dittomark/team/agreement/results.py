"""What agreement is made of: frozen values. None where a measure is not defined."""

from collections.abc import Mapping
from dataclasses import dataclass

from dittomark.team.agreement.measures import BCubed, Estimate


@dataclass(frozen=True, slots=True)
class TwoAnnotators:
    """How two annotators agree on labels. `confusion[i][j]`: the first said label i, the other j."""

    first: str
    second: str
    units: int
    observed: float | None
    kappa: float | None
    confusion: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class OneAnnotator:
    """One annotator among the others.

    `kappa` is the mean of Cohen's kappa with each other one, `with_majority` how often they say
    what most of the others say (of the units where most agree).
    """

    units: int
    kappa: float | None
    with_majority: float | None


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Agreement on one label a unit: relations of pairs, events of articles.

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
    """How two annotators' spans agree, in the articles both worked on.

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
    `alpha_labels` the same with each label a category; both over characters.
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
    """How two annotators' links agree, in the pairs of articles both worked on.

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
    """Agreement on links; `kinds` is that on the kinds of links that match."""

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
    """Everything; None where fewer than two annotators did the same work."""

    relations: LabelAgreement | None
    events: LabelAgreement | None
    ratings: Mapping[str, Estimate]
    spans: SpanAgreement | None
    clusters: tuple[ClusterPair, ...]
    links: LinkAgreement | None = None
