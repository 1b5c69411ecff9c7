"""`cas-xmi`: UIMA CAS as XMI 1.0, one file per article, with the type system next to them.

Offsets are UTF-16 units; types and features are those of `cas-json`. INCEpTION imports it as “UIMA
CAS XMI (XML 1.0)”.
"""

import re
from typing import Final
from xml.sax.saxutils import quoteattr

from dittomark.exporting.cas_json import FEATURES, TYPE
from dittomark.exporting.common import FileNames, full_text, lose_pairs_and_events
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.texts.segmentation import OffsetTable

TYPE_SYSTEM: Final = "TypeSystem.xml"
# Characters that XML 1.0 can't contain, not even escaped.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_NAMESPACES: Final = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///custom.ecore" xmi:version="2.0"'
)


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the folder."""
    names = FileNames()
    with output.text(f"{name}{TYPE_SYSTEM}") as stream:
        stream.write(_type_system())
    for article in dataset.articles():
        with output.text(f"{name}{names.of(article.info)}.xmi") as stream:
            stream.write(_cas(article, dataset))
    lose_pairs_and_events(dataset, Message("A CAS holds one text."))


def _cas(article: ExportedArticle, dataset: Dataset) -> str:
    whole = full_text(article)
    text, replaced = _NO_XML.subn("\ufffd", whole)
    dataset.tally.lose(
        "characters", Message("XML has no place for control characters; � stands there."), replaced
    )
    table = OffsetTable(text)
    language = f"language={_quoted(article.info.language or 'x-unspecified')}"
    end, sofa = table.to_utf16(len(text)), f"sofaString={_quoted(text)}"
    members = range(2, len(article.spans) + 3)
    lines = [
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI {_NAMESPACES}>',
        '<cas:NULL xmi:id="0"/>',
        f'<tcas:DocumentAnnotation xmi:id="2" sofa="1" begin="0" end="{end}" {language}/>',
        *(
            f'<custom:Boilerplate xmi:id="{number}" sofa="1" begin="{table.to_utf16(span.start)}" '
            f'end="{table.to_utf16(span.end)}" '
            + " ".join(f"{name}={_quoted(getattr(span, name))}" for name in FEATURES)
            + "/>"
            for number, span in enumerate(article.spans, start=3)
        ),
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" {sofa}/>',
        f'<cas:View sofa="1" members="{" ".join(map(str, members))}"/>',
        "</xmi:XMI>\n",
    ]
    return "\n".join(lines)


def _quoted(value: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", value), _SPACE)


def _type_system() -> str:
    features = "".join(
        f"<featureDescription><name>{name}</name><description/>"
        "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>"
        for name in FEATURES
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>'
        f"<typeDescription><name>{TYPE}</name><description/>"
        "<supertypeName>uima.tcas.Annotation</supertypeName>"
        f"<features>{features}</features></typeDescription></types></typeSystemDescription>\n"
    )
