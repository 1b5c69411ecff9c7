"""The search for pairs to compare, as the window runs it: in a worker, with a connection of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.annotations import Pair
from dittomark_gui.background import Report
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session

if TYPE_CHECKING:
    from dittomark.corpus.queue_order import Order
    from dittomark.project import Project
    from dittomark.suggesting.candidate_pairs import Proposal


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """What was found; `widened` where reports of one event were looked for without being asked."""

    proposal: "Proposal"
    widened: bool = False


def find_pairs(
    path: Path, report: Report, *, order: "Order | None" = None, same_event: bool = False
) -> FoundPairs:
    """Look for pairs that share something.

    Where no articles share a passage and the queue is empty, look for reports of one event too:
    somebody who has nothing to judge wants to hear of them.
    """
    from dittomark.project import Project
    from dittomark.suggesting.candidate_pairs import propose_pairs

    with Project.open(path, read_only=True) as project:
        found = propose_pairs(project, order=order, same_event=same_event, report=report)
        if found.fresh or same_event or project.counts()["pairs"]:
            return FoundPairs(found)
        # The first one is let go: it settles nothing, so nothing counts as compared yet.
        wider = propose_pairs(project, order=order, same_event=True, report=report)
        return FoundPairs(wider, widened=True)


def told_pairs(found: FoundPairs) -> str:
    """Return in a sentence what came of it."""
    fresh = found.proposal.fresh
    if found.widened and fresh:
        return translate(
            "FindPairs",
            "No articles share a passage. New in the queue: %n pair(s) that may report one event.",
            "",
            fresh,
        )
    if found.widened:
        return translate("FindPairs", "No articles share a passage or seem to report one event.")
    if not fresh:
        return translate("FindPairs", "No new pairs were found.")
    said = translate("FindPairs", "%n new pair(s) in the queue.", "", fresh)
    if more := found.proposal.more:
        said += " " + translate(
            "FindPairs",
            "Groups of copies have %n more: a right click on a pair adds those of its group.",
            "",
            more,
        )
    return said


def add_rest_of_group(session: Session, pair: Pair) -> None:
    """Put into the queue what searches left out of the pair's group of copies, and say how many."""
    from dittomark.suggesting.candidate_pairs import put_into, rest_of_group

    rest = rest_of_group(session.project, pair.cluster)
    if not rest.fresh:
        session.messages.tell_here(
            translate("FindPairs", "All pairs of this group of copies are in the queue.")
            if pair.cluster is not None
            else translate("FindPairs", "This pair is in no group of copies.")
        )
        return

    def put(project: "Project") -> bool:
        put_into(project, rest)
        return True

    if session.run(put):
        session.messages.tell_undoable(
            translate("FindPairs", "%n pair(s) of this group came into the queue.", "", rest.fresh),
            action=(translate("FindPairs", "Undo"), session.undo),
        )
