"""The Sphinx configuration of the site; see build_docs.py."""

from importlib import metadata

project = "Dittomark"
author = copyright = "The Dittomark contributors"  # noqa: A001  (the name that Sphinx requires)
release = version = metadata.version("dittomark-core")
extensions = ["myst_parser", "sphinx.ext.autodoc"]
root_doc = "index"
exclude_patterns = ["pictures/**"]

html_theme = "furo"
html_title = f"Dittomark {release}"
html_show_sphinx = False
html_copy_source = False

# The docstrings are plain text with names in single backticks.
default_role = "literal"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"

python_display_short_literal_types = True
python_maximum_signature_line_length = 88
myst_heading_anchors = 4
# Names of the standard library that no page explains.
nitpicky = False


def _mark_examples(
    _app: object, _what: str, _name: str, _object: object, _options: object, lines: list[str]
) -> None:
    """Make an indented block of a docstring an example, as it is meant."""
    marked: list[str] = []
    for number, line in enumerate(lines):
        begins = line.startswith(" ") and (number == 0 or not lines[number - 1].strip())
        inside = bool(marked) and any(
            before.startswith(" ") for before in [one for one in marked if one.strip()][-1:]
        )
        if begins and not inside:
            marked += ["::", ""]
        marked.append(line)
    lines[:] = marked


def setup(app: object) -> None:
    """Connect the docstring filter with Sphinx."""
    app.connect("autodoc-process-docstring", _mark_examples)  # type: ignore[attr-defined]
