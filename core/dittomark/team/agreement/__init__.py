"""Inter-annotator agreement: relations, events, ratings, spans, links and duplicate clusters."""

from dittomark.team.agreement.measures import BCubed, Estimate
from dittomark.team.agreement.of_project import agreement, agreement_record
from dittomark.team.agreement.results import (
    Agreement,
    ClusterPair,
    LabelAgreement,
    LinkAgreement,
    LinkPair,
    LinkScore,
    OneAnnotator,
    SpanAgreement,
    SpanPair,
    TwoAnnotators,
)

__all__ = [
    "Agreement",
    "BCubed",
    "ClusterPair",
    "Estimate",
    "LabelAgreement",
    "LinkAgreement",
    "LinkPair",
    "LinkScore",
    "OneAnnotator",
    "SpanAgreement",
    "SpanPair",
    "TwoAnnotators",
    "agreement",
    "agreement_record",
]
