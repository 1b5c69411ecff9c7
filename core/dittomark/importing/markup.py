"""HTML in a cell or a field, converted to the text that a browser displays."""

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
    """Return whether a text is HTML: it contains tags of a page, or only entities."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def text_of(markup: str) -> str:
    """Return the displayed text of HTML; in a text without tags only entities are decoded."""
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
    """Return a title as one line without tags and entities, even if they were escaped twice."""
    return " ".join(_unescaped(_TAG.sub(" ", markup)).split())


def _unescaped(text: str) -> str:
    unescaped = html.unescape(text)
    return html.unescape(unescaped) if _ENTITY.search(unescaped) else unescaped
