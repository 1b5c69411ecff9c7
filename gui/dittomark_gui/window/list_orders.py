"""In which orders the lists on the left can stand: key and words of each, and which one is first."""

from typing import Final

from dittomark.article_fields import SORTABLE
from dittomark_gui.i18n import translate
from dittomark_gui.words import field_name

DEALT: Final = "dealt"
"""The order of a queue that a team deals: that of whose turn it is."""

Orders = tuple[list[tuple[str, str]], str]


def of_pairs(*, dealt: bool) -> Orders:
    """Return the orders of the queue; where it is `dealt`, the order of that comes first."""
    orders = [
        ("score", translate("Lists", "likeness")),
        ("position", translate("Lists", "order of adding")),
        *_of_fields(),
        ("status", translate("Lists", "status")),
    ]
    if dealt:
        # What is dealt has one order by place: that of whose turn it is.
        whose_turn = (DEALT, translate("Lists", "your turn"))
        orders = [whose_turn, *(each for each in orders if each[0] != "position")]
    return orders, orders[0][0]


def of_articles() -> Orders:
    """Return the orders of the articles."""
    return [
        ("position", translate("Lists", "order of import")),
        *_of_fields(),
        ("length", translate("Lists", "length")),
        ("doubtful", translate("Lists", "least sure suggestions first")),
    ], "position"


def _of_fields() -> list[tuple[str, str]]:
    """Return the orders by a field of articles."""
    words = {
        "title": translate("Lists", "title"),
        "source": translate("Lists", "source"),
        "date": translate("Lists", "date"),
        "language": translate("Lists", "language"),
        "author": translate("Lists", "author"),
    }
    return [(key, words.get(key) or field_name(key)) for key in SORTABLE]


def of_events() -> Orders:
    """Return the orders of the events."""
    return [
        ("date", translate("Lists", "date")),
        ("title", translate("Lists", "title")),
    ], "date"
