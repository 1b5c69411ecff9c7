"""How far annotators agree: relations, events, ratings, spans and duplicate clusters."""

from dittomark.agreement.measures import BCubed, Estimate
from dittomark.agreement.model import (
    Agreement,
    ClusterPair,
    LabelAgreement,
    OneAnnotator,
    SpanAgreement,
    SpanPair,
    TwoAnnotators,
)
from dittomark.agreement.of_project import agreement, agreement_record

__all__ = [
    "Agreement",
    "BCubed",
    "ClusterPair",
    "Estimate",
    "LabelAgreement",
    "OneAnnotator",
    "SpanAgreement",
    "SpanPair",
    "TwoAnnotators",
    "agreement",
    "agreement_record",
]
