"""`dittomark compare`: from text files to passages, and a clear sentence for every bad file."""

import hashlib
import json
from pathlib import Path

import pytest
from tests.helpers.command import run

FERRY = (
    "The harbour ferry stopped running on Monday after a storm tore two boats from their moorings."
)
OTHER = "Visitors queued before dawn as the city museum opened its restored galleries."
THIRD = "জেলার হাওরে এবার বোরো ধানের ফলন ভালো হলেও কৃষকেরা সময়মতো ধান কাটতে পারছেন না।"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = {"a.txt": f"{OTHER}\n{FERRY}\r\n", "b.txt": f"{FERRY} {THIRD}", "c.txt": f"X {FERRY}"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return [tmp_path / name for name in texts]


def test_json_holds_offsets_into_the_files_as_they_are(files: list[Path]) -> None:
    result = run("compare", files[0], files[1], "--json").json
    texts = [path.read_bytes().decode() for path in files]
    assert result["offset_unit"] == "code_point"
    assert [article["path"] for article in result["articles"]] == [str(path) for path in files[:2]]
    assert [article["length"] for article in result["articles"]] == [len(t) for t in texts[:2]]
    digest = hashlib.sha256(files[0].read_bytes()).hexdigest()
    assert result["articles"][0]["sha256"] == digest
    (passage,) = [p for p in result["passages"] if not p["weak"]]
    for side, text in (("a", texts[0]), ("b", texts[1])):
        assert text[passage[side]["start"] : passage[side]["end"]] == FERRY
    assert passage["kind"] == "verbatim"
    assert passage["similarity"] == 1.0
    assert {"similar_sentences", "shared_terms", "coverage", "derived"} <= result.keys()


def test_repeats_in_json_are_lists_of_places(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(f"{FERRY} {FERRY}", encoding="utf-8")
    other.write_text(OTHER, encoding="utf-8")
    result = run("compare", one, other, "--json").json
    assert result["articles"][0]["repeats"] == [
        [[0, len(FERRY)], [len(FERRY) + 1, 2 * len(FERRY) + 1]]
    ]


def test_readable_output_shows_the_text(files: list[Path]) -> None:
    outcome = run("compare", *files)
    assert outcome.code == 0
    assert "[1] 100% verbatim" in outcome.out
    assert "The harbour ferry" in outcome.out


def test_options_reach_the_engine(files: list[Path]) -> None:
    strict = run("compare", *files[:2], "--json", "--min-words", 50).json
    assert all(passage["weak"] for passage in strict["passages"])
    assert run("compare", *files[:2], "--grouping", "wide").code == 0
    assert run("compare", *files[:2], "--grouping", "enormous").code == 2
    outcome = run("compare", *files[:2], "--min-words", 0)
    assert (outcome.code, outcome.out) == (1, "")
    assert "--min-words 0" in outcome.err


def test_batch_prints_one_object_a_line_and_goes_on_after_a_bad_pair(
    files: list[Path], tmp_path: Path
) -> None:
    listing = tmp_path / "list.tsv"
    gone = tmp_path / "gone.txt"
    listing.write_text(
        f"{files[0]}\t{files[1]}\n\n{files[0]}\t{gone}\n{files[1]}\t{files[2]}\nalone\n",
        encoding="utf-8",
    )
    outcome = run("compare", "--batch", listing)
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.code == 1
    assert [("error" in line) for line in lines] == [False, True, False, True]
    assert lines[0]["passages"]
    assert lines[1]["line"] == 3
    assert "gone.txt: there is no such file." in outcome.err
    assert "2 of 4 pairs" in outcome.err


def test_every_bad_file_gets_a_sentence(files: list[Path], tmp_path: Path) -> None:
    bad = {
        "missing.txt": (None, "there is no such file"),
        "folder.txt": ("folder", "is a folder"),
        "empty.txt": (b"", "is empty"),
        "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "not a text file"),
        "broken.txt": ("ভালো ".encode() * 20 + b"\xe0\xa6 \xff" + b"ok", "not valid"),
        "two\nlines.txt": (None, r"two\nlines.txt: there is no such file"),
    }
    for name, (content, sentence) in bad.items():
        path = tmp_path / name
        if content == "folder":
            path.mkdir()
        elif isinstance(content, bytes):
            path.write_bytes(content)
        for arguments in ((files[0], path), (path, files[0])):
            outcome = run("compare", *arguments, "--json")
            assert (outcome.code, outcome.out) == (1, ""), name
            assert sentence in outcome.err, outcome.err
            assert outcome.err.count("\n") == 1


def test_a_file_far_too_large_is_not_read(files: list[Path], tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(100_000_000)
    outcome = run("compare", files[0], large)
    assert outcome.code == 1
    assert "larger than 20 MB" in outcome.err


def test_an_encoding_can_be_given(files: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "wide.txt"
    other.write_text(FERRY, encoding="utf-16")
    assert run("compare", files[1], other, "--json").json["articles"][1]["length"] == len(FERRY)
    outcome = run("compare", files[1], other, "--encoding", "klingon")
    assert outcome.code == 1
    assert "klingon" in outcome.err


@pytest.mark.parametrize("count", [0, 1, 5])
def test_the_number_of_files_is_checked(files: list[Path], count: int) -> None:
    outcome = run("compare", *[files[0]] * count)
    assert outcome.code == 1
    assert "two to four files" in outcome.err
