"""Changes of a link's ranges: moving their ends, dividing a link, joining two."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dittomark.annotations import Link
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.link_borders import word_border
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session
from dittomark_gui.work.link_ranges import divided, trimmed
from dittomark_gui.work.linking import Linking
from dittomark_gui.work.shown_links import ShownLinks
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark.project import Project


class LinkShaping(QObject):
    """Changes the start and end of the sides of a link."""

    def __init__(
        self,
        session: Session,
        workspace: Workspace,
        view: CompareView,
        links: ShownLinks,
        linking: Linking,
    ) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view
        self._links = links
        self._linking = linking
        view.link_resized.connect(self._on_link_resized)
        view.passage_adjusted.connect(self._on_passage_adjusted)

    def move_edge(self, *, start: bool, exactly: bool = False) -> None:
        """Move the start (or end) of the side in the focused pane to the caret.

        The current passage becomes a link first. Inside a word the nearer word border is used,
        unless `exactly` is set.
        """
        link = self._linking.own_current_link()
        if link is None:
            return
        pane = self._view.focused_pane()
        found = self._side_in(link, pane)
        if found is None:
            return
        begin, end = found
        caret = self._view.caret_in(pane)
        if not exactly:
            caret = word_border(self._workspace.articles[pane].text, caret, start=start)
        moved = (caret, end) if start else (begin, caret)
        if moved[0] >= moved[1]:
            self._session.messages.show_hint(
                translate("Linking", "A link can’t end before it begins: put the caret elsewhere.")
            )
            return
        self._move(link, pane, moved)

    def split(self) -> None:
        """Divide the current link at the caret.

        The other side is divided at its own caret if that is inside, else at the same share.
        """
        link = self._linking.own_current_link()
        if link is None:
            return
        pane = self._view.focused_pane()
        side = self._side_in(link, pane)
        text = self._workspace.articles[pane].text
        caret = word_border(text, self._view.caret_in(pane), start=True)
        if side is None or not side[0] < caret < side[1]:
            self._session.messages.show_hint(
                translate("Linking", "Put the caret inside the link, where it is to be divided.")
            )
            return
        loci = self._links.loci(link)
        first = loci[0].article == pane and (loci[0].start, loci[0].end) == side
        other = loci[1] if first else loci[0]
        share = (caret - side[0]) / (side[1] - side[0])
        text = self._workspace.articles[other.article].text
        other_at = word_border(text, self._view.caret_in(other.article), start=True)
        if other.article == pane or not other.start < other_at < other.end:
            other_at = divided(text, (other.start, other.end), share)
        if not other.start < other_at < other.end:
            return
        a_at, b_at = (caret, other_at) if first else (other_at, caret)
        self._session.run(lambda project: self._divide(project, link, a_at, b_at))

    def _divide(self, project: "Project", link: Link, a_at: int, b_at: int) -> None:
        a_text, b_text = (project.article(name).text for name in (link.a, link.b))
        before = trimmed(a_text, (link.a_start, a_at)), trimmed(b_text, (link.b_start, b_at))
        second = trimmed(a_text, (a_at, link.a_end)), trimmed(b_text, (b_at, link.b_end))
        with project.batch("edit_link", annotator=link.annotator):
            project.edit_link(link.id, a_end=before[0][1], b_end=before[1][1])
            project.add_link(
                link.a,
                link.b,
                a_start=second[0][0],
                a_end=second[0][1],
                b_start=second[1][0],
                b_end=second[1][1],
                kind=link.kind,
                direction=link.direction,
                note=link.note,
                annotator=link.annotator,
                origin=project.link(link.id).origin,
            )

    def join(self) -> None:
        """Join the current link with the next one between the same articles."""
        link = self._linking.own_current_link()
        if link is None:
            return
        following = sorted(
            (other.a_start, other.id)
            for other in self._links.own()
            if (other.a, other.b) == (link.a, link.b) and other.a_start > link.a_start
        )
        after = self._links.find(following[0][1]) if following else None
        if after is None:
            self._session.messages.show_hint(
                translate("Linking", "There is no link behind this one to join it with.")
            )
            return

        def joined(project: "Project") -> None:
            with project.batch("edit_link", annotator=link.annotator):
                project.delete_link(after.id)
                project.edit_link(
                    link.id,
                    a_start=min(link.a_start, after.a_start),
                    a_end=max(link.a_end, after.a_end),
                    b_start=min(link.b_start, after.b_start),
                    b_end=max(link.b_end, after.b_end),
                )

        self._session.run(joined)
        self._view.go_to_link(link.id)

    def _on_link_resized(self, link_id: str, pane: int, start: int, end: int) -> None:
        link = self._links.find(link_id)
        if link is None:
            return
        if link.annotator != self._session.annotator:
            self._linking.show_foreign_link_hint(link)
            return
        self._move(link, pane, (start, end))

    def _on_passage_adjusted(self, index: int, pane: int, start: int, end: int) -> None:
        """Make a passage a link, with one side as it was dragged, in one step."""
        passage = self._view.shown_passage(index)
        first = passage.a.article == pane
        article = self._workspace.articles[pane].id
        was = passage.a if first else passage.b

        def adjusted(project: "Project") -> Link | None:
            with project.batch("accept_passages", annotator=self._session.annotator):
                taken = self._linking.accepted(project, passage)
                if taken is None:
                    return None
                if (taken.a, taken.a_start, taken.a_end) == (article, was.start, was.end):
                    project.edit_link(taken.id, a_start=start, a_end=end)
                else:
                    project.edit_link(taken.id, b_start=start, b_end=end)
                return taken

        link = self._session.run(adjusted)
        if link is not None:
            self._view.go_to_link(link.id)

    def _move(self, link: Link, pane: int, moved: tuple[int, int]) -> None:
        start, end = moved
        loci = self._links.loci(link)
        old = self._side_in(link, pane)
        first = loci[0].article == pane and (loci[0].start, loci[0].end) == old
        if first:
            self._session.run(lambda project: project.edit_link(link.id, a_start=start, a_end=end))
        else:
            self._session.run(lambda project: project.edit_link(link.id, b_start=start, b_end=end))

    def _side_in(self, link: Link, pane: int) -> tuple[int, int] | None:
        """Return the side of a link in a pane; of two (a repeat), the one nearer to the caret."""
        caret = self._view.caret_in(pane)
        sides = [
            (locus.start, locus.end) for locus in self._links.loci(link) if locus.article == pane
        ]
        return min(
            sides,
            key=lambda side: (
                0 if side[0] <= caret <= side[1] else min(abs(caret - x) for x in side)
            ),
            default=None,
        )
