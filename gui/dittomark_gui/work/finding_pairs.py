"""Runs the search for pairs in a worker thread, and describes its result."""

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
    """The result of a search; `widened` if reports of one event were searched without request."""

    proposal: "Proposal"
    widened: bool = False


def find_pairs(
    path: Path, report: Report, *, order: "Order | None" = None, same_event: bool = False
) -> FoundPairs:
    """Search the project for pairs that share text; opens the file read-only.

    If no articles share a passage and the queue is empty, reports of one event are searched too: a
    user without any pair to judge wants to see them.
    """
    from dittomark.project import Project
    from dittomark.suggesting.candidate_pairs import propose_pairs

    with Project.open(path, read_only=True) as project:
        found = propose_pairs(project, order=order, same_event=same_event, report=report)
        if found.fresh or same_event or project.counts()["pairs"]:
            return FoundPairs(found)
        # Dropping the first proposal is safe: articles count as compared only when it is stored.
        wider = propose_pairs(project, order=order, same_event=True, report=report)
        return FoundPairs(wider, widened=True)


def pairs_summary(found: FoundPairs) -> str:
    """Return the result of a search as a sentence."""
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
    text = translate("FindPairs", "%n new pair(s) in the queue.", "", fresh)
    if more := found.proposal.more:
        text += " " + translate(
            "FindPairs",
            "Groups of copies have %n more: a right click on a pair adds those of its group.",
            "",
            more,
        )
    return text


def add_rest_of_group(session: Session, pair: Pair) -> None:
    """Add the remaining pairs of a pair's group of copies to the queue; show their number."""
    from dittomark.suggesting.candidate_pairs import put_into, rest_of_group

    rest = rest_of_group(session.project, pair.cluster)
    if not rest.fresh:
        session.messages.show_hint(
            translate("FindPairs", "All pairs of this group of copies are in the queue.")
            if pair.cluster is not None
            else translate("FindPairs", "This pair is in no group of copies.")
        )
        return

    def put(project: "Project") -> bool:
        put_into(project, rest)
        return True

    if session.run(put):
        session.messages.show_undoable(
            translate("FindPairs", "%n pair(s) of this group came into the queue.", "", rest.fresh),
            action=(translate("FindPairs", "Undo"), session.undo),
        )
