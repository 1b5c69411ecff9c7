"""The rows of the label panel's list of links, and the bottom bar's text on shared text."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from dittomark.annotations import Link
from dittomark.labels import Label
from dittomark_gui.i18n import percent, translate
from dittomark_gui.panels.label_panel import LabelPanel
from dittomark_gui.panels.span_list import SpanRow
from dittomark_gui.session import Session
from dittomark_gui.words import label_name, short_line
from dittomark_gui.work.shown_links import ShownLinks
from dittomark_gui.work.workspace import Workspace

_EXCERPT = 40
_ARROWS = {"a_to_b": "→", "b_to_a": "←", None: "↔"}


class LinkRows(QObject):
    """Updates the list of links when links change."""

    def __init__(
        self, session: Session, workspace: Workspace, links: ShownLinks, panel: LabelPanel
    ) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._links = links
        self._panel = panel
        links.links_changed.connect(self.show)

    def show(self) -> None:
        """Show the links of the shown articles."""
        rows = list(self._rows()) if self._session.is_open else []
        self._panel.show_links(sorted(rows, key=lambda row: (row.pane, row.start)))

    def _rows(self) -> Iterator[SpanRow]:
        who = self._session.annotator
        for link in self._links.links():
            pane = self._workspace.pane_of(link.a)
            if pane is None:
                continue
            kind = self._session.project.scheme.link_kind(link.kind) or Label(link.kind)
            mine = link.annotator == who
            name = label_name(kind) if mine else f"{label_name(kind)} ({link.annotator})"
            yield SpanRow(
                "span",
                link.id,
                pane,
                link.a_start,
                name,
                self._excerpt(link),
                kind.color,
                mine=mine,
            )

    def _excerpt(self, link: Link) -> str:
        """Return both quoted sides of a link in the order of their panes, joined by an arrow."""
        sides = [
            (self._workspace.pane_of(link.a) or 0, link.a, link.a_start, link.a_end),
            (self._workspace.pane_of(link.b) or 0, link.b, link.b_start, link.b_end),
        ]
        arrow = _ARROWS[link.direction]
        if sides[0][0] > sides[1][0]:
            sides.reverse()
            arrow = {"→": "←", "←": "→"}.get(arrow, arrow)
        one, other = (self._quoted(pane, start, end) for pane, _, start, end in sides)
        return f"{one} {arrow} {other}"

    def _quoted(self, pane: int, start: int, end: int) -> str:
        return short_line(self._workspace.articles[pane].text[start:end], _EXCERPT)


def share_text(shares: tuple[float, float], *, from_links: bool) -> str:
    """Return the bottom bar's text on how much two texts share, with its source."""
    words = translate(
        "Presenter",
        "{left} of the left text is in the right one · {right} of the right in the left",
    ).format(left=percent(shares[0]), right=percent(shares[1]))
    source = translate("Presenter", "links") if from_links else translate("Presenter", "machine")
    return f"{words} ({source})"
