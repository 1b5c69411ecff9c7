"""The decision records can be found: numbered without gaps, dated, and listed."""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


def test_numbers_have_no_gaps() -> None:
    numbers = [int(path.name[:4]) for path in RECORDS]
    assert numbers == list(range(1, len(RECORDS) + 1))


def test_each_says_its_number_title_date_and_status() -> None:
    for path in RECORDS:
        title, empty, date, status = path.read_text("utf-8").splitlines()[:4]
        assert re.fullmatch(rf"# {path.name[:4]}\. \S.*", title), path.name
        assert empty == ""
        assert re.fullmatch(r"- Date: \d{4}-\d\d-\d\d", date), path.name
        assert re.match(r"- Status: (Accepted|Replaced)", status), path.name


def test_the_index_lists_each_with_its_title() -> None:
    index = (FOLDER / "README.md").read_text("utf-8")
    for path in RECORDS:
        title = path.read_text("utf-8").split("\n", 1)[0].split(". ", 1)[1]
        number = path.name[:4]
        assert f"| [{number}]({path.name}) | {title} |" in index, path.name
