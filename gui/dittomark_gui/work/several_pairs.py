"""Judges, flags or skips several pairs of the queue as one undo step."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from dittomark.annotations import Direction, Judgement, Origin, Pair
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session
from dittomark_gui.words import relation_name

if TYPE_CHECKING:
    from dittomark.project import Project

Selected = Callable[[], Sequence[str]]
_FEWEST: Final = 2


class ManyPairs(QObject):
    """Acts on the pairs selected in the queue, if there are several.

    Without such a selection each method returns False and does nothing: then the key applies to the
    shown pair.
    """

    judged = Signal()  # several pairs are done: show another one

    def __init__(self, session: Session, view: CompareView, selected: Selected) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._selected = selected

    def ids(self) -> list[str]:
        """Return the ids of the selected pairs; empty unless there are several."""
        ids = list(self._selected())
        return ids if len(ids) >= _FEWEST else []

    def choose_relation(self, key: str) -> bool:
        """Set the relation of all selected pairs, and mark them as done."""
        ids = self.ids()
        if ids:
            self.judge(ids, key)
        return bool(ids)

    def judge(self, pair_ids: Sequence[str], relation: str) -> None:
        """Set the relation of these pairs, and mark them as done."""
        label = self._session.project.scheme.relation(relation)
        if label is None:
            return
        origin = Origin(visible=tuple(self._view.visible_layers()))

        def values(project: "Project", pair: Pair, before: Judgement | None) -> dict[str, Any]:
            kept = before.direction if before is not None else None
            direction = (kept or _older_first(project, pair)) if label.directed else None
            return {
                "relation": relation,
                "direction": direction,
                "done": True,
                "skipped": False,
                "origin": origin,
            }

        if self._write(pair_ids, values):
            self._show_undoable(
                translate("ManyPairs", "{relation}: %n pair(s).", "", len(pair_ids)).format(
                    relation=relation_name(self._session.project.scheme, relation)
                )
            )
            self.judged.emit()

    def flag(self) -> bool:
        """Flag all selected pairs; if all are flagged, remove the flags."""
        ids = self.ids()
        if not ids:
            return False
        project, who = self._session.project, self._session.annotator
        rows = project.queue_rows(ids, annotator=who)
        on = not all(row.flagged for row in rows)
        if self._write(ids, lambda *_: {"flagged": on}):
            self._show_undoable(
                translate("ManyPairs", "%n pair(s) flagged.", "", len(ids))
                if on
                else translate("ManyPairs", "%n pair(s) no longer flagged.", "", len(ids))
            )
        return True

    def skip(self) -> bool:
        """Skip all selected pairs."""
        ids = self.ids()
        if not ids:
            return False
        if self._write(ids, lambda *_: {"skipped": True, "done": False}):
            self._show_undoable(translate("ManyPairs", "%n pair(s) skipped.", "", len(ids)))
            self.judged.emit()
        return True

    def _write(
        self,
        pair_ids: Iterable[str],
        values: "Callable[[Project, Pair, Judgement | None], dict[str, Any]]",
    ) -> bool:
        who = self._session.annotator

        def write(project: "Project") -> bool:
            with project.batch("judge_pair", annotator=who):
                for pair_id in pair_ids:
                    pair = project.pair(pair_id)
                    given = values(project, pair, project.judgement(pair_id, who))
                    project.judge_pair(pair.a, pair.b, annotator=who, **given)
            return True

        return bool(self._session.run(write))

    def _show_undoable(self, text: str) -> None:
        self._session.messages.show_undoable(
            text, action=(translate("ManyPairs", "Undo"), self._session.undo)
        )


def _older_first(project: "Project", pair: Pair) -> Direction:
    """Return the direction from the older article to the newer, `a_to_b` if unknown."""
    dates = [project.article_info(article).date for article in (pair.a, pair.b)]
    return "b_to_a" if all(dates) and dates[1] < dates[0] else "a_to_b"
