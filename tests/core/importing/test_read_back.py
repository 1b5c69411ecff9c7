"""What was exported for other tools comes back to the articles that it is about."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.datasets import small_project

from dittomark import exporting, importing
from dittomark.annotations import NewArticle
from dittomark.importing import ImportReport
from dittomark.project import Project

TEXT = "The ferry 🛳️ across the river stopped at noon.\nA storm was near."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with small_project(tmp_path / "small.ditto") as opened:
        yield opened


@pytest.fixture
def bare(project: Project, tmp_path: Path) -> Iterator[Project]:
    """Return a project that has the articles of the other one, and nothing said of them."""
    texts = {article.id: article.text for article in project.articles()}
    with Project.create(tmp_path / "bare.ditto") as opened:
        opened.add_articles(
            NewArticle(
                texts[info.id],
                external_id=info.external_id,
                title=info.title,
                source=info.source,
                url=info.url,
                date=info.date,
                language=info.language,
                author=info.author,
            )
            for info in project.article_infos()
        )
        yield opened


def through(project: Project, bare: Project, folder: Path, name: str) -> ImportReport:
    out = folder / f"out{exporting.FORMATS[name].ending}"
    exporting.export(project, format=name, out=out)
    return importing.import_into(bare, out)


def spans(project: Project) -> set[tuple[object, ...]]:
    names = {info.id: info.external_id for info in project.article_infos()}
    return {
        (names[span.article_id], span.start, span.end, span.label, span.annotator, span.note)
        for info in project.article_infos()
        for span in project.spans(info.id)
    }


def judged(project: Project) -> set[tuple[object, ...]]:
    names = {info.id: info.external_id for info in project.article_infos()}
    found: set[tuple[object, ...]] = set()
    for said in project.judgements():
        pair = project.pair(said.pair_id)
        ends = names[pair.a], names[pair.b]
        turned = ends[0] > ends[1]
        direction = said.direction
        if turned and direction:
            direction = "b_to_a" if direction == "a_to_b" else "a_to_b"
        found.add((*sorted(ends), said.relation, direction, said.annotator))
    return found


@pytest.mark.parametrize("name", ["web-annotation", "cas-json", "cas-xmi"])
def test_spans_come_back_to_their_articles(
    project: Project, bare: Project, tmp_path: Path, name: str
) -> None:
    report = through(project, bare, tmp_path, name)
    assert report.added == ()
    assert report.failures == ()
    assert spans(bare) == spans(project)


def quoted(project: Project) -> set[tuple[object, ...]]:
    """Return the spans as they are kept by formats that know no white space at their ends."""
    return {
        (article.info.external_id, article.text[span.start : span.end].strip(), *said)
        for article in project.articles()
        for span in project.spans(article.id)
        for said in [(span.label, span.annotator, span.note)]
    }


def test_webanno_tsv_comes_back_to_its_articles(
    project: Project, bare: Project, tmp_path: Path
) -> None:
    report = through(project, bare, tmp_path, "webanno-tsv")
    assert (report.added, report.failures) == ((), ())
    assert quoted(bare) == quoted(project)


def test_conll_comes_back_to_the_articles_with_its_words(
    project: Project, bare: Project, tmp_path: Path
) -> None:
    report = through(project, bare, tmp_path, "conll")
    assert (report.added, report.failures) == ((), ())
    assert quoted(bare) == {(*where, "import", "") for *where, _, _ in quoted(project)}


IOB2 = "-DOCSTART- -X- O O\n\nMita NNP B-NP B-PER\nRoy NNP I-NP I-PER\nleft VBD B-VP O\n. . O O\n\n"
IOB2 += "Dhaka NNP B-NP B-LOC\nslept VBD B-VP O\n\n-DOCSTART- -X- O O\n\nRain NN B-NP O\n"
IOB = "Mita\tI-PER\nRoy\tI-PER\nRafiq\tB-PER\n\nShila\tI-PER\nleft\tO\n"
BIOES = "# no comment\nMita S-PER\nMita B-PER\nRani I-PER\nRoy E-PER\nDhaka U-LOC\n"
U = (
    "# newdoc id = n1\n# sent_id = 1\n# text = Don't stop (now).\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_\n3\tstop\tstop\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3.1\tit\t_\t_\t_\t_\t_\t_\t_\t_\n4\t(\t(\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No\n"
    "5\tnow\tnow\tADV\t_\t_\t3\tadvmod\t_\tNER=B-TIME|SpaceAfter=No\n"
    "6\t)\t)\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No\n7\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n"
)


@pytest.mark.parametrize(
    ("name", "content", "texts", "expected"),
    [
        (
            "eng.conll", IOB2, {"Mita Roy left .\nDhaka slept", "Rain"},
            {("Mita Roy", "PER"), ("Dhaka", "LOC")},
        ),
        (
            "old.bio", IOB, {"Mita Roy Rafiq\nShila left"},
            {("Mita Roy", "PER"), ("Rafiq", "PER"), ("Shila", "PER")},
        ),
        (
            "b.bioes", BIOES, {"# Mita Mita Rani Roy Dhaka"},
            {("Mita", "PER"), ("Mita Rani Roy", "PER"), ("Dhaka", "LOC")},
        ),
        ("u.conllu", U, {"Don't stop (now)."}, {("now", "TIME")}),
        (
            "signs.conllu", U.replace("7\t.", "²\t.").replace("6\t)", "6-⑦\t)"),
            {"Don't stop (now)."}, {("now", "TIME")},
        ),
    ],
)  # fmt: skip
def test_tables_of_tokens_become_texts_with_spans(
    tmp_path: Path, name: str, content: str, texts: set[str], expected: set[tuple[str, str]]
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        report = importing.import_into(project, tmp_path / name)
        by_id = {article.id: article.text for article in project.articles()}
        found = {(by_id[s.article_id][s.start : s.end], s.label) for s in project.spans()}
    assert report.failures == ()
    assert set(by_id.values()) == texts
    assert found == expected
    assert any("put together of tokens" in str(note) for note in report.notes)


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        ("Mita B-PER\nRoy\nleft O\n", 2, "columns"),
        ("#begin document (bc/cctv); part 000\nbc 0 0 In IN *\n", None, "2012"),
    ],
)
def test_what_is_wrong_with_a_table_of_tokens_is_named(
    tmp_path: Path, content: str, line: int | None, word: str
) -> None:
    (tmp_path / "a.conll").write_text(content, "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        (failure,) = importing.import_into(project, tmp_path / "a.conll").failures
    assert failure.line == line
    assert word in str(failure)


def test_relations_links_and_event_labels_come_back_from_web_annotations(
    project: Project, bare: Project, tmp_path: Path
) -> None:
    through(project, bare, tmp_path, "web-annotation")
    assert judged(bare) == {said for said in judged(project) if said[2]}
    assert {event.title for event in bare.events()} <= {event.title for event in project.events()}
    assert len(bare.events()) > 0


def test_clusters_come_back_as_pairs_of_the_queue(
    project: Project, bare: Project, tmp_path: Path
) -> None:
    report = through(project, bare, tmp_path, "clusters")
    assert report.failures == ()
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert len(list(bare.pairs())) == sum(json.loads(line)["size"] - 1 for line in lines)
    assert report.annotations.get("judgements", 0) == 0


def test_semevals_table_comes_in_with_its_ratings(tmp_path: Path) -> None:
    head = (
        "url1_lang,url2_lang,pair_id,link1,link2,ia_link1,ia_link2,Geography,Entities,Time,"
        "Narrative,Overall,Style,Tone\n"
    )
    path = tmp_path / "semeval.csv"
    path.write_text(
        head
        + "en,en,1484_1485,http://a.example,http://b.example,x,y,1,2,3,4,1,2,3\n"
        + "en,en,1484_1486,http://a.example,http://c.example,x,y,1,2,3,4,2.3333,2,3\n",
        "utf-8",
    )
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles(
            NewArticle(f"{TEXT} {name}", external_id=name) for name in ("1484", "1485", "1486")
        )
        report = importing.import_into(project, path)
        [said] = project.judgements()
    assert said.ratings == {
        "Geography": 1, "Entities": 2, "Time": 3, "Narrative": 4, "Overall": 1, "Style": 2, "Tone": 3,
    }  # fmt: skip
    [failure] = report.failures
    assert "average" in str(failure)


def test_semevals_table_as_it_is_exported_comes_back(
    project: Project, bare: Project, tmp_path: Path
) -> None:
    through(project, bare, tmp_path, "semeval")
    rated = [said.ratings for said in project.judgements() if said.ratings]
    assert [said.ratings for said in bare.judgements()] == rated


def test_a_cas_of_inception_brings_its_text_and_layers(tmp_path: Path) -> None:
    units = TEXT.encode("utf-16-le")

    def structure(number: int, kind: str, words: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        start = units.index(words.encode("utf-16-le")) // 2
        end = start + len(words.encode("utf-16-le")) // 2
        return {"%ID": number, "%TYPE": kind, "@sofa": 1, "begin": start, "end": end, **more}

    token = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
    cas = {
        "%TYPES": {},
        "%FEATURE_STRUCTURES": [
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": TEXT},
            structure(2, token, "ferry"),
            structure(3, "webanno.custom.Vessel", "river"),
            structure(
                4, "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "storm", value="EVT"
            ),
        ],
        "%VIEWS": {},
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps(cas, ensure_ascii=False), "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        report = importing.import_into(project, path)
        [article] = project.articles()
        found = {(article.text[s.start : s.end], s.label) for s in project.spans(article.id)}
    assert article.text == TEXT
    assert found == {("river", "Vessel"), ("storm", "EVT")}
    assert [note for note in report.notes if "Tokens" in note]


def test_ecb_plus_brings_mentions_and_events(tmp_path: Path) -> None:
    (tmp_path / "1_1ecbplus.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><Document doc_name="1_1ecbplus.xml" doc_id="D1">'
        '<token t_id="1" sentence="0" number="0">Ferry</token>'
        '<token t_id="2" sentence="0" number="1">sank</token>'
        '<token t_id="3" sentence="1" number="0">Rescue</token><Markables>'
        '<ACTION_OCCURRENCE m_id="20"><token_anchor t_id="2"/></ACTION_OCCURRENCE>'
        '<HUMAN_PART_PER m_id="21"><token_anchor t_id="1"/></HUMAN_PART_PER>'
        '<ACTION_OCCURRENCE m_id="30" RELATED_TO="" TAG_DESCRIPTOR="t1_ferry_sinks" '
        'instance_id="ACT1"/></Markables><Relations><CROSS_DOC_COREF r_id="1" note="ACT1">'
        '<source m_id="20"/><target m_id="30"/></CROSS_DOC_COREF></Relations></Document>',
        "utf-8",
    )
    with Project.create(tmp_path / "p.ditto") as project:
        importing.import_into(project, tmp_path / "1_1ecbplus.xml")
        [article] = project.articles()
        found = {(article.text[s.start : s.end], s.label) for s in project.spans(article.id)}
        [event] = project.events()
    assert article.text == "Ferry sank\nRescue"
    assert found == {("sank", "action_occurrence"), ("Ferry", "human_part_per")}
    assert event.title == "t1 ferry sinks"


def test_annotations_of_unknown_texts_are_named(tmp_path: Path) -> None:
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [
            {"type": "Annotation", "body": {"value": "x"}, "target": "http://a.example"},
            {
                "type": "Annotation",
                "body": {"type": "TextualBody", "purpose": "tagging", "value": "x"},
                "target": {
                    "source": "urn:sha256:00",
                    "selector": {"type": "TextPositionSelector", "start": 0, "end": 3},
                },
            },
        ],
    }
    (tmp_path / "a.jsonld").write_text(json.dumps(page), "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        report = importing.import_into(project, tmp_path / "a.jsonld")
    assert report.failed == 2
