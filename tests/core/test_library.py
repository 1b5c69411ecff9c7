"""`import dittomark`: the names that an engineer needs, and a page of help."""

import pydoc
import subprocess
import sys

import dittomark


def test_every_name_is_there_and_explained() -> None:
    page = dittomark.__doc__ or ""
    for name in dittomark.__all__:
        assert getattr(dittomark, name).__doc__, name
        assert name in page, f"{name} is missing from the page of help(dittomark)"
    assert set(dittomark.__all__) <= set(dir(dittomark))


def test_help_begins_with_a_page_and_its_methods_have_signatures() -> None:
    assert "Every operation of a\n    project is on disk" in pydoc.render_doc(dittomark, "%s")
    project = pydoc.plain(pydoc.render_doc(dittomark.Project))
    project = " ".join(project.replace("|", " ").replace("( ", "(").split()).replace("( ", "(")
    assert "annotate_span(project" in project
    assert "label: str, annotator: str, note: str = ''" in project
    assert "Mark `[start, end)` of an article with a span label" in project


def test_importing_costs_nothing() -> None:
    program = "import sys, dittomark; print([m for m in sys.modules if m.startswith('dittomark.')])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(dittomark, "no_such_name")
