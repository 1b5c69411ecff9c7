"""The sort orders of the lists on the left: their keys and names, and the default of each list."""

from typing import Final

from dittomark.article_fields import SORTABLE
from dittomark_gui.i18n import translate
from dittomark_gui.words import field_name

DEALT: Final = "dealt"
"""The order of a queue that is dealt out in a team: the annotator's turns."""

Orders = tuple[list[tuple[str, str]], str]


def of_pairs(*, dealt: bool) -> Orders:
    """Return the orders of the queue; in a `dealt` queue the order of turns is the default."""
    orders = [
        ("score", translate("Lists", "likeness")),
        ("position", translate("Lists", "queue order")),
        *_of_fields(),
        ("status", translate("Lists", "status")),
    ]
    if dealt:
        # A dealt queue has one order by position: that of the turns.
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
