"""Links of several annotators combined: which of them contradict each other."""

from typing import TYPE_CHECKING, cast

from dittomark.project import Project
from dittomark.team.adjudication.questions import Item

if TYPE_CHECKING:
    from dittomark.annotations import Direction

LinkAnswer = tuple[int, int, int, int, str, str]  # as in `Item.opinions`


def links_together(item: Item) -> tuple[list[LinkAnswer], list[LinkAnswer]]:
    """Return the links of a question that nobody contradicts, each once, and the contradicted ones.

    Two links of different annotators contradict each other if both their sides overlap and they are
    not equal: other borders, another kind, another direction. A link of one annotator alone, or one
    at a different place in one of the articles, contradicts none.
    """
    answers = [
        (who, link)
        for who, opinion in item.opinions.items()
        for link in cast("tuple[LinkAnswer, ...]", opinion)
    ]
    disputed = {
        link
        for who, link in answers
        if any(
            other != link and someone != who and _overlap(link, other) for someone, other in answers
        )
    }
    everything = {link for _, link in answers}
    return sorted(everything - disputed), sorted(disputed)


def take_undisputed(project: Project, item: Item, *, annotator: str) -> int:
    """Add the uncontradicted links as the annotator's own, as one step; returns their number.

    The question stays open for the contradicted links. Links that the annotator has already are not
    counted.
    """
    sound, _ = links_together(item)
    own = item.opinions.get(annotator, ())
    fresh = [link for link in sound if link not in own]
    with project.batch("add_link", annotator=annotator):
        for link in fresh:
            a_start, a_end, b_start, b_end, kind, direction = link
            project.add_link(
                item.articles[0],
                item.articles[-1],
                a_start=a_start,
                a_end=a_end,
                b_start=b_start,
                b_end=b_end,
                kind=kind,
                direction=cast("Direction | None", direction or None),
                annotator=annotator,
            )
    return len(fresh)


def _overlap(one: LinkAnswer, other: LinkAnswer) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
