"""WebAnno TSV 3.3, read by the rules of its public description, strictly."""

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from tests.helpers.datasets import BANDH, small_project

from dittomark import exporting, importing
from dittomark.exporting import ExportReport
from dittomark.project import Project

CELL = re.compile(r"(?P<value>(?:[^\\\[\]|_;*\t\n]|\\->|\\.)+|\*)(?:\[(?P<id>[1-9]\d*)\])?")
LETTERS = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}


@dataclass
class Marked:
    start: int  # UTF-16 units
    end: int
    values: list[str]


def unescaped(value: str) -> str:
    return re.sub(r"\\(->|.)", lambda m: LETTERS.get(m[1], m[1]), value, flags=re.S)


def read_strictly(content: str) -> tuple[str, list[Marked]]:
    """Return text and annotations; fails where the description of the format is not kept."""
    assert "\r" not in content
    lines = content.split("\n")
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
    assert lines[1] == "#T_SP=custom.Boilerplate|label|annotator|note"
    assert lines[2:4] == ["", ""]
    assert lines.pop() == ""
    units, sentence, word = b"", 0, 0  # the text so far, in UTF-16
    marked: dict[str, Marked] = {}
    single: list[Marked] = []
    texts: list[str] = []
    for before, line in pairwise(lines[3:]):
        if not line:
            assert before.endswith("\t"), "a sentence has tokens"
        elif line.startswith("#Text="):
            assert not before or before.startswith("#Text=")
            texts.append(unescaped(line.removeprefix("#Text=")))
        else:
            place, offsets, token, *cells, nothing = line.split("\t")
            assert (nothing, len(cells)) == ("", 3)
            start, end = map(int, offsets.split("-"))
            if texts:
                sentence, word = sentence + 1, 0
                gap = start - len(units) // 2
                assert gap >= 0
                units += ("\n" + " " * (gap - 1) if gap and units else " " * gap).encode(
                    "utf-16-le"
                )
                units += "\n".join(texts).encode("utf-16-le")
                texts = []
            word += 1
            assert place == f"{sentence}-{word}"
            assert units[2 * start : 2 * end].decode("utf-16-le") == unescaped(token)
            assert unescaped(token).strip() == unescaped(token) != ""
            if cells == ["_", "_", "_"]:
                continue
            stacks = [re.split(r"(?<!\\)\|", cell) for cell in cells]
            for stacked in zip(*stacks, strict=True):
                parts = [CELL.fullmatch(one) for one in stacked]
                assert all(parts), stacked
                ((number,)) = {(m["id"] or "") for m in parts if m}
                values = [unescaped(m["value"]) if m["value"] != "*" else "" for m in parts if m]
                if not number:
                    assert len(stacks[0]) == 1, "what lies over each other has numbers"
                    single.append(Marked(start, end, values))
                elif number in marked:
                    assert marked[number].values == values
                    marked[number].end = end
                else:
                    marked[number] = Marked(start, end, values)
    return units.decode("utf-16-le"), [*single, *marked.values()]


def spans_of(content: str) -> set[tuple[str, ...]]:
    text, found = read_strictly(content)
    units = text.encode("utf-16-le")
    return {(units[2 * one.start : 2 * one.end].decode("utf-16-le"), *one.values) for one in found}


def exported(project: Project, out: Path) -> ExportReport:
    return exporting.export(project, format="webanno-tsv", out=out)


def test_the_text_and_every_span_stand_in_the_file(tmp_path: Path) -> None:
    with small_project(tmp_path / "p.ditto") as project:
        report = exported(project, tmp_path / "out")
    content = (tmp_path / "out" / "n1.tsv").read_bytes().decode()
    text, _ = read_strictly(content)
    assert text == BANDH
    assert spans_of(content) == {
        ("প্রচ্ছদ | খেলা", "navigation", "মিতা", ""),
        ("প্রচ্ছদ | খেলা", "navigation", "রফিক", ""),
        ("© ২০২৩ নদী বার্তা", "copyright_notice", "মিতা", "-নোট"),
    }
    assert not any(loss.what == "spans" for loss in report.losses)


ODD = "  ঘাট 🌊🚤 [চর]_*; a->b | \\n\tশেষ\r\n\r\n\u2028দ্বিতীয় বাক্য।  তৃতীয়\x0c\x01চতুর্থ।\n\n"


@pytest.fixture
def odd(tmp_path: Path) -> Project:
    ghat, wave, end = ODD.index("ঘাট"), ODD.index("🚤"), ODD.index("শেষ")
    second = ODD.index("দ্বিতীয়") + 8
    marks = [
        {"start": ghat, "end": wave, "label": "a|b_c [d]", "annotator": "ক*", "note": "x\ny\\z->"},
        {"start": wave, "end": second, "label": "over", "annotator": "ক"},
        {"start": end, "end": end + 4, "label": "end", "annotator": "খ"},
    ]
    record = {"type": "article", "external_id": "odd", "text": ODD, "spans": marks}
    (tmp_path / "odd.jsonl").write_text(json.dumps(record), "utf-8")
    project = Project.create(tmp_path / "odd.ditto")
    assert importing.import_into(project, tmp_path / "odd.jsonl").failures == ()
    return project


def test_signs_with_a_meaning_are_protected_and_white_space_is_kept(
    tmp_path: Path, odd: Project
) -> None:
    report = exported(odd, tmp_path / "out")
    odd.close()
    content = (tmp_path / "out" / "odd.tsv").read_bytes().decode()
    text, _ = read_strictly(content)
    assert text == ODD
    assert spans_of(content) == {
        ("ঘাট 🌊", "a|b_c [d]", "ক*", "x\ny\\z->"),
        (ODD[ODD.index("🚤") : ODD.index("দ্বিতীয়") + 8], "over", "ক", ""),
        ("শেষ", "end", "খ", ""),
    }
    (loss,) = [loss for loss in report.losses if loss.what == "exact borders"]
    assert loss.count == 1


def test_what_we_write_comes_back(tmp_path: Path, odd: Project) -> None:
    exported(odd, tmp_path / "out")
    before = {(s.label, s.annotator, s.note, s.start) for s in odd.spans()}
    with Project.create(tmp_path / "new.ditto") as new:
        report = importing.import_into(new, tmp_path / "out")
        assert (len(report.added), report.failures) == (1, ())
        (article,) = new.articles()
        assert article.text == ODD
        assert {(s.label, s.annotator, s.note, s.start) for s in new.spans()} == before
    report = importing.import_into(odd, tmp_path / "out")  # where the text is already there
    assert (len(report.added), len(list(odd.articles()))) == (0, 1)
    odd.close()


INCEPTION = """#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Vessel
#T_SP=webanno.custom.Frame|kind|ROLE_webanno.custom.Frame:Roles_webanno.custom.RolesLink|uima.tcas.Annotation
#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation
#T_RL=webanno.custom.Rel|kind|BT_webanno.custom.Vessel


#Sentence.id=s1
#Text=Mita saw the ferry
#Text=at dawn .
1-1\t0-4\tMita\thttp://kb.example/1\tPER\t_\t_\t_\t_\t_\t_\t_\t_\t
1-2\t5-8\tsaw\t_\t_\t_\tseeing\tseer;seen\t1-1;1-3[2]\t_\t_\t_\t_\t
1-3\t9-12\tthe\t_\t_\t*[2]|*[3]\t_\t_\t_\tit[1]\t*->1-1\t_\t_\t
1-4\t13-18\tferry\t*[5]\t*[5]\t*[2]\t_\t_\t_\t_\t_\tR\t1-3[2]\t
1-4.1\t13-16\tfer\t_\tLOC\t_\t_\t_\t_\t_\t_\t_\t_\t
1-5\t19-21\tat\t*[5]\t*[5]\t_\t_\t_\t_\t_\t_\t_\t_\t
1-6\t22-26\tdawn\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
1-7\t27-28\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t

#Text=It rained .
2-1\t31-33\tIt\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
2-2\t34-40\trained\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
2-3\t41-42\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
"""


def test_a_file_of_inception_with_other_layers_is_read(tmp_path: Path) -> None:
    (tmp_path / "doc.tsv").write_text(INCEPTION, "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        report = importing.import_into(project, tmp_path / "doc.tsv")
        (article,) = project.articles()
        assert article.text == "Mita saw the ferry\nat dawn .\n  It rained ."
        found = {(article.text[s.start : s.end], s.label) for s in project.spans()}
    assert report.failures == ()
    assert found == {
        ("Mita", "PER"),
        ("the ferry", "Vessel"),
        ("the", "Vessel"),
        ("saw", "seeing"),
        ("fer", "LOC"),
        ("ferry\nat", "NamedEntity"),
    }
    assert any("chains" in str(note) for note in report.notes)


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (INCEPTION.replace("31-33", "12-14"), 22),
        (INCEPTION.replace("34-40", "x-40"), 23),
        (INCEPTION.replace("41-42", "41-99"), 24),
    ],
)
def test_a_damaged_file_is_named_with_its_line(tmp_path: Path, broken: str, line: int) -> None:
    broken = broken.replace("41-99\t.\t_\t_\t_", "41-99\t.\t_\tX\t_")
    (tmp_path / "doc.tsv").write_text(broken, "utf-8")
    with Project.create(tmp_path / "p.ditto") as project:
        (failure,) = importing.import_into(project, tmp_path / "doc.tsv").failures
    assert str(line) in str(failure)
    assert failure.path.endswith("doc.tsv")
