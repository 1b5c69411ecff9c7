"""Names that come out of the data: of files, of a dataset's card, of the parts of a split."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.errors import UserError
from dittomark.exporting import export
from dittomark.project import Project

DEVICES = ("con", "CON", "Nul.txt", "aux.", "prn ", "com1", "lpt9.tar.gz", "COM¹")
HOSTILE = (
    *DEVICES, "../../up", "/etc/passwd", "C:\\x", "trailing.", "trailing ", "trailing", "Trailing", ".hidden",
    "a/b", "a:b", "a?b", "a" * 300, "নদী", "\x1b[31m", "line\nbreak", "", "...", "~", "-rf",
)  # fmt: skip
FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]|[. ]$')
DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles(NewArticle(f"Text of {name!r}.", name) for name in HOSTILE)
        yield project


def written(folder: Path) -> list[str]:
    """Return the files below a folder; each has a name that every system can have, and its own."""
    names = [str(path.relative_to(folder)) for path in folder.rglob("*")]
    for name in names:
        for part in Path(name).parts:
            assert not FORBIDDEN.search(part), name
            assert not DEVICE.fullmatch(part), name
            assert len(part.encode()) < 250, name
    assert len({name.lower() for name in names}) == len(names)
    return [name for name in names if (folder / name).is_file()]


@pytest.mark.parametrize(
    ("format_", "ending"), [("brat", ".txt"), ("brat", ".ann"), ("cas-json", ".json"), ("cas-xmi", ".xmi")]
)  # fmt: skip
def test_every_article_has_a_file_of_its_own_on_every_system(
    project: Project, tmp_path: Path, format_: str, ending: str
) -> None:
    export(project, format=format_, out=tmp_path / "new" / "out")
    files = [name for name in written(tmp_path / "new" / "out") if name.endswith(ending)]
    files = [name for name in files if name != "dittomark-export.json"]
    assert len(files) == len(HOSTILE)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_pan_names_files_for_every_system(project: Project, tmp_path: Path) -> None:
    first, *others = project.article_ids()
    for other in others:
        project.judge_pair(first, other, relation="unrelated", annotator="A")
    export(project, format="pan", out=tmp_path / "out")
    files = written(tmp_path / "out")
    assert sum(name.startswith("annotations") for name in files) == len(others)


def test_a_name_made_of_another_s_id_is_nobody_else_s(tmp_path: Path) -> None:
    """Two articles of one name: the second one's gets its id behind, which a third has as its name."""
    with Project.create(tmp_path / "p.ditto") as project:
        first, second = project.add_articles(
            [NewArticle("One text.", "x"), NewArticle("Two texts.", "X")]
        ).added
        project.add_articles([NewArticle("Three texts.", f"X-{second}")])
        project.edit_article(first, title="the order of files is that of articles")
        export(project, format="brat", out=tmp_path / "out")
    texts = {path.read_text() for path in (tmp_path / "out").glob("*.txt")}
    assert texts == {"One text.", "Two texts.", "Three texts."}


def test_two_pairs_never_share_a_file_of_cases(tmp_path: Path) -> None:
    """`a` with `a-a-a-a` and `a-a` with `a-a-a` would both be `a-a-a-a-a.xml`."""
    with Project.create(tmp_path / "p.ditto") as project:
        names = ("a", "a-a-a-a", "a-a", "a-a-a")
        ids = project.add_articles(NewArticle(f"Text of {name}.", name) for name in names).added
        for one, other in (ids[:2], ids[2:]):
            project.add_link(
                one, other, a_start=0, a_end=4, b_start=0, b_end=4, kind="verbatim", annotator="A"
            )
        export(project, format="pan", out=tmp_path / "out")
    assert len(list((tmp_path / "out" / "annotations").iterdir())) == 2
    with Project.create(tmp_path / "q.ditto") as other_project:
        importing.import_into(other_project, tmp_path / "out")
        assert len(other_project.links()) == 2


@pytest.mark.parametrize(
    "parts",
    ["con=0.5,b=0.5", "NUL=0.5,b=0.5", "a=0.5,A=0.5", "../x=0.5,b=0.5", "a=0.5,a=0.5", "a=nan,b=0.5"],
)  # fmt: skip
def test_parts_of_a_split_are_names_of_files_too(
    project: Project, tmp_path: Path, parts: str
) -> None:
    path = project.path
    shares = {name: float(share) for name, _, share in (p.partition("=") for p in parts.split(","))}
    if len(shares) == 2:  # a call can't name a part twice
        with pytest.raises(UserError):
            export(project, format="csv", out=tmp_path / "o", parts=shares)
    project.close()
    refused = run("export", path, "--format", "csv", "--out", tmp_path / "o", "--split", parts)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert not (tmp_path / "o").exists()


NAMES = (
    "two\nlines", "---", "a\n---\nlicense: evil", "a: b", "- a", "'quoted'", '"quoted"', "# no comment", "{a: [b",
    "!!python/object", "&x *x", "\\", "\x85next", "\u2028\u2029", "\x9b31m", "\ufeff", "\ufffe", "\x7f", "yes", "নদী: ১",
)  # fmt: skip
NOT_IN_YAML = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_ends_neither_the_yaml_of_a_card_nor_its_heading(tmp_path: Path, name: str) -> None:
    with Project.create(tmp_path / "p.ditto", name=name) as project:
        project.add_articles([NewArticle("A text of some words.", "a", language=name[:20])])
        export(project, format="huggingface", out=tmp_path / "hf", licence=name)
        kept = project.name
    card = (tmp_path / "hf" / "README.md").read_text("utf-8")
    before, yaml, body = re.split(r"(?m)^---\n", card, maxsplit=2)
    assert before == ""
    assert NOT_IN_YAML.search(yaml) is None
    lines = yaml.splitlines()
    assert json.loads(lines[0].removeprefix("pretty_name: ")) == kept
    assert [line.partition(":")[0] for line in lines if not line.startswith((" ", "-"))] == [
        "pretty_name", *(["license"] if name else []), *(["language"] if "language:" in lines else []),
        "size_categories", "configs", "dataset_info",
    ]  # fmt: skip
    assert body.lstrip("\n").splitlines()[0] == f"# {' '.join(kept.split())}".splitlines()[0]
