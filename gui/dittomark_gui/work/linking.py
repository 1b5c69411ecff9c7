"""Links: passages taken or refused, links made, moved, divided, joined and deleted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal

from dittomark.annotations import Changes, Link
from dittomark.compare.comparison import Comparison, Locus, Passage
from dittomark.labels import Label
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.links import ShownLink, is_link
from dittomark_gui.compare_view.values import Selection
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session
from dittomark_gui.words import link_kind_name
from dittomark_gui.work.label_menu import LabelMenu
from dittomark_gui.work.link_places import divided, trimmed
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark.operations.passage_links import Sides
    from dittomark.project import Project

_TURNS: Final = {None: "a_to_b", "a_to_b": "b_to_a", "b_to_a": None}


class Linking(QObject):
    """Turns what a person does with passages and links into operations, and shows what came of it."""

    links_changed = Signal()  # what `links` returns is another list
    counterpart_wanted = Signal(
        object
    )  # Selection: one side is chosen, the other one is to be found

    def __init__(self, session: Session, workspace: Workspace, view: CompareView) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view
        self._links: tuple[Link, ...] = ()
        self._kind = ""
        self.share_from_links = False
        view.link_resized.connect(self._on_link_resized)
        workspace.shown.connect(self.refresh)
        workspace.compared.connect(lambda _comparison: self.refresh())
        session.changed.connect(self._on_changed)
        session.annotator_changed.connect(self.refresh)

    # --- what there is ---------------------------------------------------------------------------

    def links(self) -> tuple[Link, ...]:
        """Return everybody's links between the articles shown, one's own first."""
        return self._links

    def own(self) -> list[Link]:
        """Return this person's links between the articles shown."""
        return [link for link in self._links if link.annotator == self._session.annotator]

    def refresh(self) -> None:
        """Read the links again and show them."""
        self._links = tuple(self._read()) if self._session.is_open else ()
        if self._workspace.articles:
            self._view.set_links(self._shown(), self._hidden())
        self.links_changed.emit()

    def coverage(self) -> tuple[float, ...]:
        """Return the share of each article's text that stands in this person's links (0 to 1)."""
        shares = []
        for pane, article in enumerate(self._workspace.articles):
            places = sorted(
                (locus.start, locus.end)
                for link in self.own()
                for locus in self._loci(link)
                if locus.article == pane
            )
            covered = reached = 0
            for start, end in places:
                covered += max(0, end - max(start, reached))
                reached = max(reached, end)
            shares.append(covered / max(1, len(article.text)))
        return tuple(shares)

    def _read(self) -> list[Link]:
        project, who = self._session.project, self._session.annotator
        names = [article.id for article in self._workspace.articles]
        pairs = [(a, b) for place, a in enumerate(names) for b in names[place:]]
        found = [link for a, b in pairs for link in project.links(a, b)]
        return sorted(found, key=lambda link: link.annotator != who)

    def _shown(self) -> list[ShownLink]:
        scheme, who = self._session.project.scheme, self._session.annotator
        shown: dict[tuple[int, int, int, int, int, int], ShownLink] = {}
        for link in self._links:
            a, b = self._loci(link)
            place = (a.article, a.start, a.end, b.article, b.start, b.end)
            if place not in shown:  # of those who say the same, one; one's own if it is among them
                name = link_kind_name(scheme, link.kind)
                mine = link.annotator == who
                shown[place] = ShownLink(link.id, a, b, link.kind, name, mine)
        return list(shown.values())

    def _loci(self, link: Link) -> tuple[Locus, Locus]:
        panes = [self._workspace.pane_of(article) or 0 for article in (link.a, link.b)]
        return (
            Locus(panes[0], link.a_start, link.a_end),
            Locus(panes[1], link.b_start, link.b_end),
        )

    def _hidden(self) -> frozenset[int]:
        """Return the passages that lie under links, or that somebody refused."""
        from dittomark.operations.passage_links import (
            is_covered,
            is_settled,
            sides_of_passage,
            sides_of_suggestion,
        )

        comparison = self._workspace.comparison
        if comparison is None:
            return frozenset()
        project, articles = self._session.project, self._articles()
        refused: list[Sides] = []
        for place, a in enumerate(articles):
            for b in articles[place + 1 :]:
                refused += map(sides_of_suggestion, project.refused_links(a, b))
        if not refused and not self._links:
            return frozenset()
        return frozenset(
            index
            for index, passage in enumerate(comparison.passages)
            if is_settled(sides := sides_of_passage(passage, articles), self._links)
            or is_covered(sides, refused)
        )

    def _articles(self) -> list[str]:
        return [article.id for article in self._workspace.articles]

    # --- taking and refusing ---------------------------------------------------------------------

    def take(self) -> None:
        """Link what is selected; else take the passage at hand.

        Selected on two sides, the two stretches are linked; on one, its counterpart is looked for.
        """
        selected = self._selections()
        if len(selected) >= 2:
            self.link_stretches(selected[0], selected[1])
        elif selected and len(self._workspace.articles) > 1:
            self.counterpart_wanted.emit(selected[0])
        else:
            self._take_passage()

    def take_all(self) -> None:
        """Take every passage that is shown, as one step."""
        comparison = self._workspace.comparison
        if comparison is None:
            return
        hidden = self._hidden()
        passages = [
            passage
            for index, passage in enumerate(comparison.passages)
            if index not in hidden and not passage.weak
        ]
        taken = self._accept(passages) if passages else []
        if not taken:
            self._session.messages.tell_here(
                translate("Linking", "There is no passage that is not linked yet.")
            )
            return
        self._tell(translate("Linking", "%n passage(s) taken as links.", "", len(taken)))

    def refuse(self) -> None:
        """Refuse the passage at hand: it is not offered again for these articles."""
        passage = self._passage_at_hand()
        if passage is None or is_link(passage):
            self._say_no_passage()
            return
        done = self._session.run(
            lambda project: project.refuse_passages(
                self._articles(), [passage], annotator=self._session.annotator
            )
        )
        if done is not None:
            self._tell(translate("Linking", "Passage refused: it is not shown again here."))

    def link_stretches(self, one: Selection, other: Selection) -> Link | None:
        """Link two stretches that a person chose."""
        kind = self._usual_kind()
        if kind is None:
            return None
        (a_start, a_end), (b_start, b_end) = (
            trimmed(self._text(side), (side.start, side.end)) for side in (one, other)
        )
        link = self._session.run(
            lambda project: project.add_link(
                one.article_id,
                other.article_id,
                a_start=a_start,
                a_end=a_end,
                b_start=b_start,
                b_end=b_end,
                kind=kind,
                annotator=self._session.annotator,
            )
        )
        if link is not None:
            self._view.clear_selection()
            self._view.go_to_link(link.id)
            self._tell(translate("Linking", "The two stretches are linked."))
        return link

    def _selections(self) -> list[Selection]:
        panes = range(len(self._workspace.articles))
        found = [self._view.selection_in(pane) for pane in panes]
        return [selection for selection in found if selection is not None]

    def _text(self, side: Selection) -> str:
        return self._workspace.articles[side.pane].text

    def _take_passage(self) -> None:
        index = self._index_at_hand()
        passage = None if index is None else self._view.shown_passage(index)
        if passage is None:
            self._say_no_passage()
            return
        if not is_link(passage):
            links = self._accept([passage])
            if links:
                self._view.go_to_link(links[0].id)
            return
        link = self._link_at_hand()
        if link is not None and link.annotator != self._session.annotator:
            self._copy(link)
        else:
            self._session.messages.tell_here(
                translate("Linking", "This is a link already. Press I to change its kind.")
            )

    def _copy(self, link: Link) -> None:
        """Say the same as somebody else."""
        self._session.run(
            lambda project: project.add_link(
                link.a,
                link.b,
                a_start=link.a_start,
                a_end=link.a_end,
                b_start=link.b_start,
                b_end=link.b_end,
                kind=link.kind,
                direction=link.direction,
                annotator=self._session.annotator,
            )
        )

    def _accept(self, passages: Sequence[Passage]) -> list[Link]:
        taken = self._session.run(
            lambda project: project.accept_passages(
                self._articles(),
                self._workspace.comparison or _NOTHING,
                passages=passages,
                annotator=self._session.annotator,
            )
        )
        return taken or []

    # --- the link at hand ------------------------------------------------------------------------

    def delete_current(self) -> bool:
        """Delete the link that is lit; False where none is."""
        link = self._link_at_hand()
        if link is None or link.annotator != self._session.annotator:
            return False
        self.delete(link.id)
        return True

    def delete(self, link_id: str) -> None:
        """Delete a link; the message offers to take that back."""
        done = self._session.run(
            lambda project: project.delete_link(link_id, annotator=self._session.annotator)
        )
        if done is not None:
            self._tell(translate("Linking", "Link deleted."))

    def change_kind(self) -> None:
        """Offer the kinds of links for the one at hand (a passage is taken with the chosen kind)."""
        if self._index_at_hand() is None:
            self._say_no_passage()
        else:
            self.open_kind_menu(None, self._view.mapToGlobal(self._view.rect().center()))

    def open_kind_menu(self, link_id: str | None, point: QPoint) -> None:
        """Offer the kinds for a link, or for what is at hand (None)."""
        if not self._session.writable:
            return
        link = self._find(link_id) if link_id is not None else self._link_at_hand()
        menu = LabelMenu(
            self._session.project.scheme.links,
            lambda kind: self._choose_kind(link, kind),
            self._view,
            current=link.kind if link is not None else None,
        )
        if link is not None:
            menu.addSeparator()
            name = link.id
            menu.addAction(translate("Linking", "Delete"), lambda: self.delete(name))
        menu.open_at(point)

    def _choose_kind(self, link: Link | None, kind: str) -> None:
        self._kind = kind
        if link is None:
            passage = self._passage_at_hand()
            taken = self._accept([passage]) if passage is not None else []
            link = taken[0] if taken else None
        if link is not None and link.kind != kind:
            name = link.id
            self._session.run(lambda project: project.edit_link(name, kind=kind))

    def turn_direction(self) -> None:
        """Turn the direction of the link at hand: open, one way, the other way."""
        link = self._own_at_hand()
        if link is not None:
            turned = _TURNS.get(link.direction)
            name = link.id
            self._session.run(
                lambda project: project.edit_link(name, direction=turned)  # type: ignore[arg-type]
            )

    def move_edge(self, *, start: bool) -> None:
        """Let the side in the focused pane begin (or end) at the caret; a passage is taken so."""
        link = self._own_at_hand()
        if link is None:
            return
        pane = self._view.focused_pane()
        found = self._side_in(link, pane)
        if found is None:
            return
        begin, end = found
        caret = self._view.caret_in(pane)
        moved = (caret, end) if start else (begin, caret)
        if moved[0] >= moved[1]:
            self._session.messages.tell_here(
                translate("Linking", "A link can’t end before it begins: put the caret elsewhere.")
            )
            return
        self._move(link, pane, moved)

    def split(self) -> None:
        """Divide the link at hand at the caret.

        The other side is divided at its own caret if that is inside, else at the same share.
        """
        link = self._own_at_hand()
        if link is None:
            return
        pane = self._view.focused_pane()
        here = self._side_in(link, pane)
        caret = self._view.caret_in(pane)
        if here is None or not here[0] < caret < here[1]:
            self._session.messages.tell_here(
                translate("Linking", "Put the caret inside the link, where it is to be divided.")
            )
            return
        loci = self._loci(link)
        first = loci[0].article == pane and (loci[0].start, loci[0].end) == here
        other = loci[1] if first else loci[0]
        share = (caret - here[0]) / (here[1] - here[0])
        there = self._view.caret_in(other.article)
        if other.article == pane or not other.start < there < other.end:
            text = self._workspace.articles[other.article].text
            there = divided(text, (other.start, other.end), share)
        if not other.start < there < other.end:
            return
        a_at, b_at = (caret, there) if first else (there, caret)
        self._session.run(lambda project: self._divide(project, link, a_at, b_at))

    def _divide(self, project: "Project", link: Link, a_at: int, b_at: int) -> None:
        a_text, b_text = (project.article(name).text for name in (link.a, link.b))
        before = trimmed(a_text, (link.a_start, a_at)), trimmed(b_text, (link.b_start, b_at))
        behind = trimmed(a_text, (a_at, link.a_end)), trimmed(b_text, (b_at, link.b_end))
        with project.batch("edit_link", annotator=link.annotator):
            project.edit_link(link.id, a_end=before[0][1], b_end=before[1][1])
            project.add_link(
                link.a,
                link.b,
                a_start=behind[0][0],
                a_end=behind[0][1],
                b_start=behind[1][0],
                b_end=behind[1][1],
                kind=link.kind,
                direction=link.direction,
                note=link.note,
                annotator=link.annotator,
                origin=project.link(link.id).origin,
            )

    def join(self) -> None:
        """Join the link at hand with the next one between the same articles."""
        link = self._own_at_hand()
        if link is None:
            return
        following = sorted(
            (other.a_start, other.id)
            for other in self.own()
            if (other.a, other.b) == (link.a, link.b) and other.a_start > link.a_start
        )
        after = self._find(following[0][1]) if following else None
        if after is None:
            self._session.messages.tell_here(
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

    # --- inside ----------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.links or changes.suggestions or changes.scheme or changes.many:
            self.refresh()

    def _on_link_resized(self, link_id: str, pane: int, start: int, end: int) -> None:
        link = self._find(link_id)
        if link is None:
            return
        if link.annotator != self._session.annotator:
            self._session.messages.tell_here(
                translate(
                    "Linking", "This link is {name}’s. Press L to make one of your own."
                ).format(name=link.annotator)
            )
            return
        self._move(link, pane, (start, end))

    def _move(self, link: Link, pane: int, moved: tuple[int, int]) -> None:
        start, end = moved
        loci = self._loci(link)
        old = self._side_in(link, pane)
        first = loci[0].article == pane and (loci[0].start, loci[0].end) == old
        if first:
            self._session.run(lambda project: project.edit_link(link.id, a_start=start, a_end=end))
        else:
            self._session.run(lambda project: project.edit_link(link.id, b_start=start, b_end=end))

    def _side_in(self, link: Link, pane: int) -> tuple[int, int] | None:
        """Return the side of a link in a pane: of two (a repeat), the one nearer to the caret."""
        caret = self._view.caret_in(pane)
        sides = [(locus.start, locus.end) for locus in self._loci(link) if locus.article == pane]
        return min(
            sides,
            key=lambda side: (
                0 if side[0] <= caret <= side[1] else min(abs(caret - x) for x in side)
            ),
            default=None,
        )

    def _index_at_hand(self) -> int | None:
        return self._view.passage_at_caret() if self._workspace.articles else None

    def _passage_at_hand(self) -> Passage | None:
        index = self._index_at_hand()
        return None if index is None else self._view.shown_passage(index)

    def _link_at_hand(self) -> Link | None:
        index = self._index_at_hand()
        shown = self._view.panes.link_at(index)
        return None if shown is None else self._find(shown.id)

    def _own_at_hand(self) -> Link | None:
        """Return this person's link at hand; a passage, or somebody else's link, is taken first."""
        if not self._session.writable:
            return None
        link = self._link_at_hand()
        if link is None or link.annotator != self._session.annotator:
            if self._index_at_hand() is None:
                self._say_no_passage()
                return None
            self._take_passage()
            link = self._link_at_hand()
        own = link is not None and link.annotator == self._session.annotator
        return link if own else None

    def _find(self, link_id: str) -> Link | None:
        return next((link for link in self._links if link.id == link_id), None)

    def _usual_kind(self) -> str | None:
        """Return the kind that was chosen last, else the first that can be chosen."""
        choices = [label.key for label in self._kinds()]
        if not choices:
            self._session.messages.tell_here(
                translate("Linking", "The label scheme has no kind of link.")
            )
            return None
        return self._kind if self._kind in choices else choices[0]

    def _kinds(self) -> list[Label]:
        return [label for label in self._session.project.scheme.links if not label.retired]

    def _tell(self, text: str) -> None:
        self._session.messages.tell_undoable(
            text, action=(translate("Linking", "Undo"), self._session.undo)
        )

    def _say_no_passage(self) -> None:
        self._session.messages.tell_here(
            translate(
                "Linking", "Go to a passage first (J), or select the text that is to be linked."
            )
        )


_NOTHING: Final = Comparison((), (), (), (), (), ())
