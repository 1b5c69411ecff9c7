"""`cas-json`: UIMA CAS JSON 0.4.0, one file per article, as INCEpTION imports it (`jsoncas`).

Offsets are UTF-16 units. Spans are of the type `custom.Boilerplate` with the features `label`,
`annotator` and `note`: in INCEpTION, make a span layer of that name (or import the type system).
"""

from typing import Any, Final

from dittomark.exporting.common import (
    FileNames,
    encode_json,
    full_text,
    lose_pairs_and_events,
)
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.texts.segmentation import OffsetTable

TYPE: Final = "custom.Boilerplate"
FEATURES: Final = ("label", "annotator", "note")
_DOCUMENT: Final = "uima.tcas.DocumentAnnotation"


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the folder."""
    names = FileNames()
    for article in dataset.articles():
        with output.text(f"{name}{names.of(article.info)}.json") as stream:
            stream.write(encode_json(_cas(article)) + "\n")
    lose_pairs_and_events(dataset, Message("A CAS holds one text."))


def _cas(article: ExportedArticle) -> dict[str, Any]:
    text = full_text(article)
    table = OffsetTable(text)
    structures: list[dict[str, Any]] = [
        {
            "%ID": 1,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": "_InitialView",
            "mimeType": "text",
            "sofaString": text,
        },
        {
            "%ID": 2,
            "%TYPE": _DOCUMENT,
            "@sofa": 1,
            "begin": 0,
            "end": table.to_utf16(len(text)),
            "language": article.info.language or "x-unspecified",
        },
    ]
    structures += [
        {
            "%ID": number,
            "%TYPE": TYPE,
            "@sofa": 1,
            "begin": table.to_utf16(span.start),
            "end": table.to_utf16(span.end),
            **{name: getattr(span, name) for name in FEATURES},
        }
        for number, span in enumerate(article.spans, start=3)
    ]
    members = [structure["%ID"] for structure in structures[1:]]
    return {
        "%TYPES": {TYPE: _type_definition()},
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }


def _type_definition() -> dict[str, Any]:
    features = {name: {"%NAME": name, "%RANGE": "uima.cas.String"} for name in FEATURES}
    return {"%NAME": TYPE, "%SUPER_TYPE": "uima.tcas.Annotation", **features}
