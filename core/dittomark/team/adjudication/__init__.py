"""Adjudication: several annotators' judgements become one.

`disagreements` lists the questions that annotators answered differently, `accept` takes one of the
answers, `settle_agreed` those on which all agree, `take_undisputed` the links that nobody
contradicts. `Adjudicator` applies decisions given on the command line or in a file.
"""

from dittomark.team.adjudication.questions import (
    Item,
    Opinion,
    accept,
    disagreements,
    items,
    settle_agreed,
)
from dittomark.team.adjudication.together import LinkAnswer, links_together, take_undisputed
from dittomark.team.adjudication.written import Adjudicator, Settled, settle_from

__all__ = [
    "Adjudicator",
    "Item",
    "LinkAnswer",
    "Opinion",
    "Settled",
    "accept",
    "disagreements",
    "items",
    "links_together",
    "settle_agreed",
    "settle_from",
    "take_undisputed",
]
