"""docs/formats.md names every format that can be read or written, and every field of articles."""

import re
from pathlib import Path

from dittomark import exporting, importing
from dittomark.article_fields import FILTERABLE, METADATA

DOCUMENT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_format_has_a_row() -> None:
    for heading, formats in (("In", importing.FORMATS), ("Out", exporting.FORMATS)):
        [section] = re.findall(rf"^## {heading}\n(.*?)^##", DOCUMENT, re.DOTALL | re.MULTILINE)
        firsts = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
        named = {name for first in firsts for name in re.findall(r"`([^`]+)`", first)} - {
            "--format"
        }
        assert named == set(formats), f"docs/formats.md, {heading}"


def test_both_lists_of_fields_are_whole() -> None:
    for beginning in ("- **Fields**:", "**article**:"):
        [line] = [line for line in DOCUMENT.splitlines() if line.startswith(beginning)]
        for key in METADATA:
            assert f"`{key}`" in line, f"docs/formats.md, {beginning} {key}"


def test_an_export_can_be_narrowed_by_every_field_that_lists_filter() -> None:
    for key in FILTERABLE:
        assert f" [--{key} " in DOCUMENT, f"docs/formats.md, dittomark export --{key}"
