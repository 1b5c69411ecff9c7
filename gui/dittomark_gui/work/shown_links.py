"""The links between the shown articles, and their display in the compare view."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dittomark.annotations import Changes, Link
from dittomark.compare.comparison import Locus
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.links_as_passages import LinkTag, ShownLink
from dittomark_gui.session import Session
from dittomark_gui.words import distinct_beginnings, link_kind_name
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark.operations.passage_links import Sides


class ShownLinks(QObject):
    """Reloads the links of the shown articles when they may have changed, and shows them."""

    links_changed = Signal()  # `links` returns another list

    def __init__(self, session: Session, workspace: Workspace, view: CompareView) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view
        self._links: tuple[Link, ...] = ()
        self.share_from_links = False
        workspace.shown.connect(self.refresh)
        workspace.compared.connect(lambda _comparison: self.refresh())
        session.changed.connect(self._on_changed)
        session.annotator_changed.connect(self.refresh)
        session.offers_changed.connect(self.refresh)

    def links(self) -> tuple[Link, ...]:
        """Return all annotators' links between the shown articles, one's own first."""
        return self._links

    def own(self) -> list[Link]:
        """Return this annotator's links between the shown articles."""
        return [link for link in self._links if link.annotator == self._session.annotator]

    def find(self, link_id: str) -> Link | None:
        """Return one of the links by its id, or None."""
        return next((link for link in self._links if link.id == link_id), None)

    def loci(self, link: Link) -> tuple[Locus, Locus]:
        """Return the ranges of a link's sides, with pane numbers for articles."""
        panes = [self._workspace.pane_of(article) or 0 for article in (link.a, link.b)]
        return (
            Locus(panes[0], link.a_start, link.a_end),
            Locus(panes[1], link.b_start, link.b_end),
        )

    def refresh(self) -> None:
        """Load the links again and show them."""
        self._links = tuple(self._read()) if self._session.is_open else ()
        if self._workspace.articles:
            self._view.set_links(self._shown(), self.hidden())
        self.links_changed.emit()

    def coverage(self) -> tuple[float, ...]:
        """Return the share of each article's text that this annotator's links cover (0 to 1)."""
        shares = []
        for pane, article in enumerate(self._workspace.articles):
            places = sorted(
                (locus.start, locus.end)
                for link in self.own()
                for locus in self.loci(link)
                if locus.article == pane
            )
            covered = reached = 0
            for start, end in places:
                covered += max(0, end - max(start, reached))
                reached = max(reached, end)
            shares.append(covered / max(1, len(article.text)))
        return tuple(shares)

    def hidden(self) -> frozenset[int]:
        """Return the passages that links replace, or that were refused."""
        from dittomark.operations.passage_links import (
            is_covered,
            is_settled,
            sides_of_passage,
            sides_of_suggestion,
        )

        comparison = self._workspace.comparison
        if comparison is None:
            return frozenset()
        project, articles = (
            self._session.project,
            [article.id for article in self._workspace.articles],
        )
        refused: list[Sides] = []
        for place, a in enumerate(articles):
            for b in articles[place + 1 :]:
                found = project.refused_links(a, b, seen_by=self._session.annotator)
                refused += map(sides_of_suggestion, found)
        if not refused and not self._links:
            return frozenset()
        return frozenset(
            index
            for index, passage in enumerate(comparison.passages)
            if is_settled(sides := sides_of_passage(passage, articles), self._links)
            or is_covered(sides, refused)
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.links or changes.suggestions or changes.scheme or changes.many:
            self.refresh()

    def _read(self) -> list[Link]:
        project, who = self._session.project, self._session.annotator
        names = [article.id for article in self._workspace.articles]
        pairs = [(a, b) for place, a in enumerate(names) for b in names[place:]]
        found = [link for a, b in pairs for link in project.links(a, b, seen_by=who)]
        return sorted(found, key=lambda link: (link.annotator != who, link.annotator))

    def _shown(self) -> list[ShownLink]:
        who = self._session.annotator
        people = {link.annotator for link in self._links}
        short = {} if people <= {who} else distinct_beginnings(people)
        places: dict[tuple[Locus, Locus], list[Link]] = {}
        for link in self._links:
            places.setdefault(self.loci(link), []).append(link)
        shown = []
        for (a, b), links in places.items():
            first = links[0]  # one's own, if there is one
            tags = self._tags(links, short, left_to_right=a.article < b.article)
            mine = first.annotator == who
            shown.append(ShownLink(first.id, a, b, first.kind, tags, mine))
        return shown

    def _tags(
        self, links: Iterable[Link], short: Mapping[str, str], *, left_to_right: bool
    ) -> tuple[LinkTag, ...]:
        """Return the tags of the links at one place: one for each kind and direction."""
        annotators: dict[tuple[str, str], list[str]] = {}
        for link in links:
            arrow = ""
            if link.direction is not None and link.a != link.b:
                arrow = "→" if (link.direction == "a_to_b") == left_to_right else "←"
            annotators.setdefault((link.kind, arrow), []).append(link.annotator)
        scheme = self._session.project.scheme
        return tuple(
            LinkTag(
                link_kind_name(scheme, kind),
                arrow,
                ", ".join(short[who] for who in people) if short else "",
                ", ".join(people) if short else "",
            )
            for (kind, arrow), people in annotators.items()
        )
