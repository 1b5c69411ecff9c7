"""The manual's pages: Markdown files with anchors that are the same in every language.

An anchor is `<a id="name"></a>` at the beginning of a heading, a paragraph or a list item. A topic
names a page and an anchor on it: `judging-pairs#relation`, or `privacy` for the top of a page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import dittomark_resources

_HEADING: Final = re.compile(r"^# +(.+)$", re.MULTILINE)
_ANCHOR: Final = re.compile(r'<a id="([a-z-]+)"></a>(.+)$', re.MULTILINE)
_TAG: Final = re.compile(r'<a id="[a-z-]+"></a>')
_MARKS: Final = re.compile(r"[*`]")
_OPENING: Final = 24  # code points that identify a paragraph


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page of the manual; `slug` is the name of its Markdown file without number and suffix.

    `sections` maps each anchor to the beginning of the text after it, without Markdown marks.
    """

    slug: str
    title: str
    text: str
    sections: Mapping[str, str]


def pages(language: str) -> list[ManualPage]:
    """Return the manual's pages in a language, or in English if it has no manual."""
    root = dittomark_resources.path("manual")
    folder = root / language if (root / language).is_dir() else root / "en"
    found = []
    for file in sorted(folder.glob("[0-9]*-*.md")):
        text = file.read_text(encoding="utf-8")
        heading = _HEADING.search(text)
        title = heading.group(1) if heading else file.stem
        # Qt shows a heading with an HTML tag as plain text.
        shown = _TAG.sub("", text)
        found.append(ManualPage(file.stem.split("-", 1)[1], title, shown, _sections(text)))
    return found


def opening_of(paragraph: str) -> str:
    """Return the beginning of a paragraph in the form used in `sections`."""
    return paragraph[:_OPENING].strip()


def _sections(text: str) -> dict[str, str]:
    found = _ANCHOR.findall(text)
    return {anchor: opening_of(_MARKS.sub("", line)) for anchor, line in found}
