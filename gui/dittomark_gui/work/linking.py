"""Accepting and refusing passages, linking ranges, and the current link's kind and direction."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal

from dittomark.annotations import Link
from dittomark.compare.comparison import Comparison, Passage
from dittomark.labels import Label
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.links_as_passages import is_link
from dittomark_gui.compare_view.values import Selection
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session
from dittomark_gui.words import link_kind_name
from dittomark_gui.work.label_menu import LabelMenu
from dittomark_gui.work.link_ranges import trimmed
from dittomark_gui.work.shown_links import ShownLinks
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark.project import Project

_TURNS: Final = {None: "a_to_b", "a_to_b": "b_to_a", "b_to_a": None}


class Linking(QObject):
    """Handles the user's actions on passages and links."""

    counterpart_wanted = Signal(object)  # Selection: one side is chosen, its counterpart is wanted

    def __init__(
        self, session: Session, workspace: Workspace, view: CompareView, links: ShownLinks
    ) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view
        self._links = links
        self._kind = ""

    # --- accepting and refusing -------------------------------------------------------------------

    def take(self) -> None:
        """Link the selection, else the current passage.

        Two selected ranges are linked with each other; for one, counterparts are proposed.
        """
        selected = self._selections()
        if len(selected) >= 2:
            self.link_stretches(selected[0], selected[1])
        elif selected and len(self._workspace.articles) > 1:
            self.counterpart_wanted.emit(selected[0])
        else:
            self._take_passage()

    def take_all(self) -> None:
        """Make every shown passage a link, as one step."""
        comparison = self._workspace.comparison
        if comparison is None:
            return
        hidden = self._links.hidden()
        passages = [
            passage
            for index, passage in enumerate(comparison.passages)
            if index not in hidden and not passage.weak
        ]
        taken = self._accept(passages) if passages else []
        if not taken:
            self._session.messages.show_hint(
                translate("Linking", "There is no passage that is not linked yet.")
            )
            return
        self._show_undoable(translate("Linking", "%n passage(s) taken as links.", "", len(taken)))

    def refuse(self) -> None:
        """Refuse the current passage: it is not offered again for these articles."""
        passage = self._current_passage()
        if passage is None or is_link(passage):
            self._show_no_passage_hint()
            return
        done = self._session.run(
            lambda project: project.refuse_passages(
                self._articles(), [passage], annotator=self._session.annotator
            )
        )
        if done is not None:
            self._show_undoable(
                translate("Linking", "Passage refused: it is not shown again here.")
            )

    def link_stretches(self, one: Selection, other: Selection) -> Link | None:
        """Link two ranges, and return the link, or None if that failed."""
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
            self._show_undoable(
                translate("Linking", "Linked as “{kind}”. Another kind: I").format(
                    kind=link_kind_name(self._session.project.scheme, link.kind)
                )
            )
        return link

    def _selections(self) -> list[Selection]:
        panes = range(len(self._workspace.articles))
        found = [self._view.selection_in(pane) for pane in panes]
        return [selection for selection in found if selection is not None]

    def _text(self, side: Selection) -> str:
        return self._workspace.articles[side.pane].text

    def _take_passage(self) -> None:
        index = self._current_index()
        passage = None if index is None else self._view.shown_passage(index)
        if passage is None:
            self._show_no_passage_hint()
            return
        if not is_link(passage):
            links = self._accept([passage])
            if links:
                self._view.go_to_link(links[0].id)
            return
        link = self._current_link()
        if link is not None and link.annotator != self._session.annotator:
            self._copy(link)
        else:
            self._session.messages.show_hint(
                translate("Linking", "This is a link already. Press I to change its kind.")
            )

    def _copy(self, link: Link, kind: str | None = None) -> None:
        """Copy another annotator's link as one's own, with another kind if given."""
        self._session.run(
            lambda project: project.add_link(
                link.a,
                link.b,
                a_start=link.a_start,
                a_end=link.a_end,
                b_start=link.b_start,
                b_end=link.b_end,
                kind=kind or link.kind,
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

    def accepted(self, project: "Project", passage: Passage) -> Link | None:
        """Make a shown passage a link of this annotator; return None if it is one already."""
        taken = project.accept_passages(
            self._articles(),
            self._workspace.comparison or _NOTHING,
            passages=(passage,),
            annotator=self._session.annotator,
        )
        return taken[0] if taken else None

    # --- current link -----------------------------------------------------------------------------

    def own_current_link(self) -> Link | None:
        """Return this annotator's current link; a passage or another's link is copied first."""
        if not self._session.writable:
            return None
        link = self._current_link()
        if link is None or link.annotator != self._session.annotator:
            if self._current_index() is None:
                self._show_no_passage_hint()
                return None
            self._take_passage()
            link = self._current_link()
        own = link is not None and link.annotator == self._session.annotator
        return link if own else None

    def delete_current(self) -> bool:
        """Delete the current link if it is this annotator's; return False if there is no link."""
        link = self._current_link()
        if link is None:
            return False
        self.delete(link.id)
        return True

    def delete(self, link_id: str) -> None:
        """Delete one of this annotator's links; the message offers Undo."""
        link = self._links.find(link_id)
        if link is not None and link.annotator != self._session.annotator:
            self.show_foreign_link_hint(link)
            return
        done = self._session.run(
            lambda project: project.delete_link(link_id, annotator=self._session.annotator)
        )
        if done is not None:
            self._show_undoable(translate("Linking", "Link deleted."))

    def change_kind(self) -> None:
        """Open the menu of kinds for the current link or passage."""
        if self._current_index() is None:
            self._show_no_passage_hint()
        else:
            self.open_kind_menu(None, self._view.mapToGlobal(self._view.rect().center()))

    def open_kind_menu(self, link_id: str | None, point: QPoint) -> None:
        """Open the menu of kinds for a link, or with None for the current link or passage."""
        if not self._session.writable:
            return
        link = self._links.find(link_id) if link_id is not None else self._current_link()
        menu = LabelMenu(
            self._session.project.scheme.links,
            lambda kind: self._choose_kind(link, kind),
            self._view,
            current=link.kind if link is not None else None,
        )
        if link is not None and link.annotator == self._session.annotator:
            menu.addSeparator()
            name = link.id
            menu.addAction(translate("Linking", "Delete"), lambda: self.delete(name))
        menu.open_at(point)

    def _choose_kind(self, link: Link | None, kind: str) -> None:
        self._kind = kind
        if link is None:
            passage = self._current_passage()
            taken = self._accept([passage]) if passage is not None else []
            link = taken[0] if taken else None
        if link is not None and link.annotator != self._session.annotator:
            self._copy(link, kind)
        elif link is not None and link.kind != kind:
            name = link.id
            self._session.run(lambda project: project.edit_link(name, kind=kind))

    def turn_direction(self) -> None:
        """Cycle the direction of the current link: none, one way, the other way."""
        link = self.own_current_link()
        if link is not None:
            turned = _TURNS.get(link.direction)
            name = link.id
            self._session.run(
                lambda project: project.edit_link(name, direction=turned)  # type: ignore[arg-type]
            )

    def show_foreign_link_hint(self, link: Link) -> None:
        """Show a hint that a link belongs to another annotator."""
        self._session.messages.show_hint(
            translate("Linking", "This link is {name}’s. Press L to make one of your own.").format(
                name=link.annotator
            )
        )

    # --- helpers ----------------------------------------------------------------------------------

    def _articles(self) -> list[str]:
        return [article.id for article in self._workspace.articles]

    def _current_index(self) -> int | None:
        return self._view.passage_at_caret() if self._workspace.articles else None

    def _current_passage(self) -> Passage | None:
        index = self._current_index()
        return None if index is None else self._view.shown_passage(index)

    def _current_link(self) -> Link | None:
        index = self._current_index()
        shown = self._view.panes.shown.link_at(index)
        return None if shown is None else self._links.find(shown.id)

    def _usual_kind(self) -> str | None:
        """Return the last chosen kind, else the first of the scheme."""
        choices = [label.key for label in self._kinds()]
        if not choices:
            self._session.messages.show_hint(
                translate("Linking", "The label scheme has no kind of link.")
            )
            return None
        return self._kind if self._kind in choices else choices[0]

    def _kinds(self) -> list[Label]:
        return [label for label in self._session.project.scheme.links if not label.retired]

    def _show_undoable(self, text: str) -> None:
        self._session.messages.show_undoable(
            text, action=(translate("Linking", "Undo"), self._session.undo)
        )

    def show_no_link_hint(self) -> None:
        """Show a hint that there is no current link."""
        self._session.messages.show_hint(
            translate("Linking", "Click a link first, here or in the list of links.")
        )

    def _show_no_passage_hint(self) -> None:
        self._session.messages.show_hint(
            translate(
                "Linking", "Go to a passage first (J), or select the text that is to be linked."
            )
        )


_NOTHING: Final = Comparison((), (), (), (), (), ())
