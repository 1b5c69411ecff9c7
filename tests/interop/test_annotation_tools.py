"""spaCy, Label Studio's converter, dkpro-cassis, pyld and jsonschema read what we write."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import BANDH
from tests.interop.conftest import Exported

QUOTES = ["প্রচ্ছদ | খেলা", "© ২০২৩ নদী বার্তা"]


@pytest.mark.tool("spacy", "spaCy")
def test_spacy_reads_the_docs_exactly(exported: Exported) -> None:
    import spacy
    from spacy.tokens import DocBin

    out = exported("spacy", annotator="মিতা")
    (file,) = out.glob("*.spacy")
    nlp = spacy.blank("bn")
    docs = list(DocBin(store_user_data=True).from_disk(file).get_docs(nlp.vocab))
    (doc,) = [doc for doc in docs if doc.user_data["external_id"] == "n1"]
    assert doc.text == BANDH
    assert [span.text for span in doc.spans["sc"]] == QUOTES
    assert [span.label_ for span in doc.spans["sc"]] == ["navigation", "copyright_notice"]


@pytest.mark.tool("spacy", "spaCy, training")
def test_spacy_train_takes_the_folder(exported: Exported) -> None:
    import spacy
    from spacy.training import Corpus

    out = exported("spacy", annotator="মিতা")
    examples = list(Corpus(out)(spacy.blank("bn")))
    assert len(examples) == 4
    (example,) = [one for one in examples if one.reference.text == BANDH]
    assert [span.text for span in example.reference.spans["sc"]] == QUOTES


@pytest.mark.tool("label-studio", "Label Studio converter")
def test_label_studios_converter_understands_tasks_and_configuration(
    exported: Exported, tmp_path: Path
) -> None:
    from label_studio_sdk.converter import Converter

    out = exported("label-studio", annotator="মিতা")
    converter = Converter(str(out / "articles.xml"), str(out), download_resources=False)
    converter.convert_to_json_min(str(out / "articles.json"), str(tmp_path / "min"), is_dir=False)
    rows = json.loads((tmp_path / "min" / "result.json").read_text("utf-8"))
    (row,) = [row for row in rows if row["external_id"] == "n1"]
    assert [label["text"] for label in row["label"]] == QUOTES
    converter.convert_to_conll2003(
        str(out / "articles.json"), str(tmp_path / "conll"), is_dir=False
    )
    assert "B-navigation" in (tmp_path / "conll" / "result.conll").read_text("utf-8")


@pytest.mark.tool("label-studio", "Label Studio SDK")
def test_label_studio_finds_the_tasks_valid(exported: Exported) -> None:
    from label_studio_sdk.label_interface import LabelInterface

    out = exported("label-studio")
    for kind in ("articles", "pairs"):
        interface = LabelInterface((out / f"{kind}.xml").read_text("utf-8"))
        interface.validate()
        for task in json.loads((out / f"{kind}.json").read_text("utf-8")):
            assert interface.validate_task({"data": task["data"]})
            for annotation in task["annotations"]:
                assert interface.validate_annotation(annotation)


@pytest.mark.tool("cas-json", "dkpro-cassis")
def test_cassis_reads_every_cas(exported: Exported) -> None:
    import cassis

    out = exported("cas-json", annotator="মিতা")
    with (out / "n1.json").open("rb") as stream:
        cas = cassis.load_cas_from_json(stream)
    spans = list(cas.select("custom.Boilerplate"))
    assert cas.sofa_string == BANDH
    assert [span.get_covered_text() for span in spans] == QUOTES
    assert [span.label for span in spans] == ["navigation", "copyright_notice"]
    again = cassis.load_cas_from_json(cas.to_json())
    assert [s.get_covered_text() for s in again.select("custom.Boilerplate")] == QUOTES


@pytest.mark.tool("cas-xmi", "dkpro-cassis")
def test_cassis_reads_every_xmi_and_we_read_what_it_writes(
    exported: Exported, tmp_path: Path
) -> None:
    import cassis

    from dittomark import importing

    out = exported("cas-xmi", annotator="মিতা")
    with (out / "TypeSystem.xml").open("rb") as stream:
        types = cassis.load_typesystem(stream)
    with (out / "n1.xmi").open("rb") as stream:
        cas = cassis.load_cas_from_xmi(stream, typesystem=types)
    spans = list(cas.select("custom.Boilerplate"))
    assert cas.sofa_string == BANDH
    assert [span.get_covered_text() for span in spans] == QUOTES
    assert [span.label for span in spans] == ["navigation", "copyright_notice"]
    cas.to_xmi(tmp_path / "again.xmi")
    [record] = [
        item
        for item in importing.read_items(tmp_path / "again.xmi", importing.Options())
        if isinstance(item, importing.ReadRecord)
    ]
    assert record.article is not None
    assert record.article.text == BANDH
    assert [BANDH[span["start"] : span["end"]] for span in record.fields["spans"]] == QUOTES


@pytest.mark.tool("spacy", "spaCy, read back")
def test_what_spacy_writes_comes_back(exported: Exported) -> None:
    from dittomark import importing

    out = exported("spacy", annotator="মিতা")
    records = [
        item
        for item in importing.read_items(out, importing.Options())
        if isinstance(item, importing.ReadRecord) and item.article is not None
    ]
    [first] = [r for r in records if r.article is not None and r.article.external_id == "n1"]
    assert [BANDH[span["start"] : span["end"]] for span in first.fields["spans"]] == QUOTES


# The terms that our annotations use, as the Web Annotation vocabulary (W3C, 2017) defines them.
OA = "http://www.w3.org/ns/oa#"
CONTEXT: dict[str, Any] = {
    "oa": OA,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Person": "foaf:Person",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    **{
        name: f"oa:{name}"
        for name in ("classifying", "commenting", "identifying", "linking", "tagging")
    },
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "name": {"@id": "foaf:name"},
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}


@pytest.mark.tool("web-annotation", "pyld")
def test_a_json_ld_processor_understands_every_annotation(exported: Exported) -> None:
    from pyld import jsonld

    page = json.loads(exported("web-annotation").read_text("utf-8"))

    def loader(url: str, _options: object = None) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": CONTEXT},
        }

    (expanded,) = jsonld.expand(page, {"documentLoader": loader})
    (items,) = expanded["https://www.w3.org/ns/activitystreams#items".replace("https", "http")]
    annotations = items["@list"]
    assert len(annotations) == len(page["items"]) >= 10
    for annotation in annotations:
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert annotation["@id"].startswith("urn:uuid:")
        for key in ("hasBody", "hasTarget", "motivatedBy"):
            assert annotation[f"{OA}{key}"]
    (position,) = [
        selector
        for annotation in annotations
        for target in annotation[f"{OA}hasTarget"]
        if QUOTES[0] in json.dumps(target, ensure_ascii=False)
        for selector in target[f"{OA}hasSelector"]
        if selector["@type"] == [f"{OA}TextPositionSelector"]
    ][:1]
    start, end = (int(position[f"{OA}{side}"][0]["@value"]) for side in ("start", "end"))
    assert BANDH[start:end] == QUOTES[0]
    dataset = jsonld.to_rdf(page, {"documentLoader": loader, "format": "application/n-quads"})
    assert QUOTES[0] in dataset
