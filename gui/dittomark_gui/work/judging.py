"""What a person says of the pair on the desk: relation, direction, note, flag, done."""

from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from dittomark.annotations import Direction, Origin
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.session import Session
from dittomark_gui.work.workspace import Workspace

Value = Any  # whatever the field of a judgement holds
_OTHER_WAY: Final[dict[Direction | None, Direction]] = {
    None: "a_to_b",
    "a_to_b": "b_to_a",
    "b_to_a": "a_to_b",
}


class Judging(QObject):
    """Writes judgements; every one carries what was visible and how long the pair was on screen."""

    about_to_judge = Signal()  # write what is typed first
    finished = Signal()  # the person is done with this pair, or skips it: show the next one

    def __init__(self, session: Session, workspace: Workspace, view: CompareView) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view

    def choose_relation(self, key: str) -> None:
        """Say what the pair is; a directed relation starts from left to right (older first)."""
        label = self._session.project.scheme.relation(key)
        if label is None:
            return
        judgement = self._workspace.judgement
        direction: Direction | None = None
        if label.directed:
            kept = judgement.direction if judgement else None
            direction = kept or self._from_panes("a_to_b")
        self._judge(relation=key, direction=direction)

    def clear_relation(self) -> None:
        """Take the relation back; flag and note stay."""
        self._judge(relation=None, direction=None, done=False)

    def turn_direction(self) -> None:
        """Say it the other way round."""
        judgement = self._workspace.judgement
        if judgement is not None and judgement.relation is not None:
            self._judge(direction=_OTHER_WAY[judgement.direction])

    def pane_direction(self) -> Direction | None:
        """Return the direction as the panes show it: `a_to_b` is from left to right."""
        judgement = self._workspace.judgement
        direction = judgement.direction if judgement else None
        return None if direction is None else self._from_panes(direction)

    def write_note(self, note: str) -> None:
        """Keep the note."""
        self._judge(note=note)

    def flag(self) -> None:
        """Flag the pair, or take the flag away."""
        judgement = self._workspace.judgement
        self._judge(flagged=not (judgement is not None and judgement.flagged))

    def finish(self) -> bool:
        """Be done with the pair and go on. False while no relation was chosen."""
        self.about_to_judge.emit()
        judgement = self._workspace.judgement
        if judgement is None or judgement.relation is None:
            return False
        self._judge(done=True, skipped=False)
        self.finished.emit()
        return True

    def skip(self) -> None:
        """Leave the pair for later and go on."""
        self.about_to_judge.emit()
        self._judge(skipped=True, done=False)
        self.finished.emit()

    def _judge(self, **values: Value) -> None:
        pair = self._workspace.pair
        if pair is None:
            return
        judgement = self._workspace.judgement
        seconds = (judgement.seconds if judgement else 0.0) + self._workspace.stopwatch.take()
        origin = Origin(visible=tuple(self._view.visible_layers()))
        self._session.run(
            lambda project: project.judge_pair(
                pair.a,
                pair.b,
                annotator=self._session.annotator,
                seconds=seconds,
                origin=origin,
                **values,
            )
        )

    def _from_panes(self, direction: Direction) -> Direction:
        """Turn a direction between panes into one between articles, or the other way."""
        pair = self._workspace.pair
        left = self._view.column_order()[0]
        as_shown = pair is not None and self._workspace.articles[left].id == pair.a
        return direction if as_shown else _OTHER_WAY[direction]
