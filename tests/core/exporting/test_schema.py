"""Every line of a JSONL export is valid by the JSON Schema that ships."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.helpers.datasets import small_project

import dittomark_resources as resources
from dittomark import exporting

SCHEMA = json.loads(resources.text("schemas/export.schema.json"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def lines(tmp_path: Path, **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    with small_project(tmp_path / "p.ditto") as project:
        project.edit_article(project.article_ids()[0], title="নতুন")
        exporting.export(project, format="jsonl", out=tmp_path / "a.jsonl", **options)
    return [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", ["full", "hash"])
def test_every_line_is_valid(tmp_path: Path, text: str) -> None:
    found = lines(tmp_path, text=text)
    assert {line["type"] for line in found} == {"article", "pair", "link", "event", "project"}
    for line in found:
        VALIDATOR.validate(line)


def test_the_schema_notices_what_is_wrong(tmp_path: Path) -> None:
    article = lines(tmp_path)[0]
    for name, value in (("offset_unit", "utf16"), ("length", "12"), ("surprise", 1)):
        wrong = copy.deepcopy(article)
        wrong[name] = value
        assert not VALIDATOR.is_valid(wrong)
    del article["spans"][0]["label"]
    assert not VALIDATOR.is_valid(article)
