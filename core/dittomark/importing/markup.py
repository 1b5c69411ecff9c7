"""HTML that stands in a cell or a field, as the text that a browser shows of it."""

import html
import re
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import page_text
from dittomark.importing.attributes import refuse_many_attributes

_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|img|figure|table|script)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(
    r"&(?:nbsp|amp|quot|apos|lt|gt|#\d{2,6}|#x[0-9a-fA-F]{2,5}|[lr][sd]quo|hellip|[mn]dash);"
)


def is_html(text: str) -> bool:
    """Return whether a text is HTML: it has tags of a page, or only its entities."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def text_of(markup: str) -> str:
    """Return what a browser shows of a piece of HTML; a text without tags only loses entities."""
    if _TAG.search(markup) is None:
        return _unescaped(markup)
    from lxml import etree
    from lxml import html as lxml_html

    try:
        refuse_many_attributes(markup)
        tree = lxml_html.document_fromstring(f"<body>{markup}</body>")
    except (etree.LxmlError, ValueError, UnreadableFileError):
        return _unescaped(_TAG.sub(" ", markup))
    return page_text.joined(page_text.blocks(tree))


def line_of(markup: str) -> str:
    """Return a title as one line: tags and entities gone, also those that were escaped twice."""
    return " ".join(_unescaped(_TAG.sub(" ", markup)).split())


def _unescaped(text: str) -> str:
    once = html.unescape(text)
    return html.unescape(once) if _ENTITY.search(once) else once
