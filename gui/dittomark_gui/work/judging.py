"""The judgement of the shown pair: relation, direction, note, flag and done."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from dittomark.annotations import Direction, Judgement, Origin, Suggestion
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session
from dittomark_gui.view_state import ViewStore
from dittomark_gui.words import relation_name
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark.project import Project

Value = Any  # the value of a judgement's field
_TITLE: Final = 60  # code points of a title in a message
_OTHER_WAY: Final[dict[Direction | None, Direction]] = {
    None: "a_to_b",
    "a_to_b": "b_to_a",
    "b_to_a": "a_to_b",
}


@dataclass(frozen=True, slots=True)
class _RefusedNote:
    """A note that could not be saved because the file was lost; `place` is the rescued copy."""

    place: Path
    a: str
    b: str
    note: str


class Judging(QObject):
    """Writes judgements, each with the visible layers and the time that the pair was on screen."""

    about_to_judge = Signal()  # unsaved input must be saved first
    finished = Signal()  # the pair is done or skipped: show the next one

    def __init__(
        self, session: Session, view_store: ViewStore, workspace: Workspace, view: CompareView
    ) -> None:
        super().__init__()
        self._session = session
        self._view_store = view_store
        self._workspace = workspace
        self._view = view
        self._refused_note: _RefusedNote | None = None
        session.opened.connect(self._write_refused_note)

    def choose_relation(self, key: str) -> None:
        """Set the pair's relation; the default direction is from left to right (older first).

        With the preference `judge_and_go` the pair is also done, and the next one is shown.
        """
        label = self._session.project.scheme.relation(key)
        if label is None:
            return
        judgement = self._workspace.judgement
        direction: Direction | None = None
        if label.directed:
            kept = judgement.direction if judgement else None
            direction = kept or self._from_panes("a_to_b")
        if not self._session.settings.preferences.judge_and_go:
            self._judge(relation=key, direction=direction)
            return
        self.about_to_judge.emit()
        if self._judge(relation=key, direction=direction, done=True, skipped=False):
            self._go_on(key)

    def clear_relation(self) -> None:
        """Remove the relation; flag and note stay."""
        self._judge(relation=None, direction=None, done=False)

    def turn_direction(self) -> None:
        """Reverse the direction."""
        judgement = self._workspace.judgement
        if judgement is not None and judgement.relation is not None:
            self._judge(direction=_OTHER_WAY[judgement.direction])

    def pane_direction(self) -> Direction | None:
        """Return the direction between the panes: `a_to_b` is from left to right."""
        judgement = self._workspace.judgement
        direction = judgement.direction if judgement else None
        return None if direction is None else self._from_panes(direction)

    def write_note(self, note: str) -> None:
        """Save the note; if the file was lost, keep it for the rescued copy."""
        pair = self._workspace.pair
        if self._judge(note=note) is not None or pair is None or not self._session.is_open:
            return
        if (place := self._session.project.rescued) is not None:
            self._refused_note = _RefusedNote(place, pair.a, pair.b, note)

    def flag(self) -> None:
        """Set the pair's flag, or remove it."""
        judgement = self._workspace.judgement
        self._judge(flagged=not (judgement is not None and judgement.flagged))

    def proposal(self) -> Suggestion | None:
        """Return the suggested relation that is shown while none is chosen, or None."""
        judgement = self._workspace.judgement
        chosen = judgement is not None and judgement.relation is not None
        if chosen or not self._view_store.state.visible_layers.suggestions:
            return None
        return self._workspace.proposal

    def finish(self) -> bool:
        """Mark the pair as done and go on; accepts the proposed relation if none is chosen.

        Returns False if there is neither a chosen nor a proposed relation.
        """
        self.about_to_judge.emit()
        judgement, proposal = self._workspace.judgement, self.proposal()
        if proposal is not None and proposal.label is not None:
            if self._session.run(lambda project: self._accept(project, proposal)) is not None:
                self._go_on(proposal.label)
            return True
        if judgement is None or judgement.relation is None:
            return False
        self._judge(done=True, skipped=False)
        self.finished.emit()
        return True

    def skip(self) -> None:
        """Skip the pair and go on."""
        self.about_to_judge.emit()
        self._judge(skipped=True, done=False)
        self.finished.emit()

    def _accept(self, project: "Project", proposal: Suggestion) -> Judgement | None:
        """Accept the proposed relation and mark the pair as done, as one step."""
        who, pair = self._session.annotator, self._workspace.pair
        if pair is None or proposal.label is None:
            return None
        values: dict[str, Value] = {"done": True, "skipped": False, "seconds": self._seconds()}
        label = project.scheme.relation(proposal.label)
        with project.batch("accept_suggestion", annotator=who):
            project.accept_suggestion(proposal.id, annotator=who)
            accepted = project.judgement(pair.id, who)
            if label is not None and label.directed and accepted and accepted.direction is None:
                values["direction"] = self._from_panes("a_to_b")
            return project.judge_pair(pair.a, pair.b, annotator=who, **values)

    def _go_on(self, relation: str) -> None:
        """Show the next pair, and a message with the relation of this one."""
        left, right = self._workspace.articles[:2]
        name = relation_name(self._session.project.scheme, relation)
        title = " ".join((left.info.title or right.info.title).split())
        self.finished.emit()
        self._session.messages.show_undoable(
            translate("Judging", "{relation}: {title}").format(relation=name, title=_short(title)),
            action=(translate("Judging", "Undo"), self._session.undo),
        )

    def _seconds(self) -> float:
        """Return the total time in seconds that the pair was on screen."""
        judgement = self._workspace.judgement
        return (judgement.seconds if judgement else 0.0) + self._workspace.stopwatch.take()

    def _judge(self, **values: Value) -> Judgement | None:
        pair = self._workspace.pair
        if pair is None:
            return None
        seconds = self._seconds()
        origin = Origin(visible=tuple(self._view.visible_layers()))
        return self._session.run(
            lambda project: project.judge_pair(
                pair.a,
                pair.b,
                annotator=self._session.annotator,
                seconds=seconds,
                origin=origin,
                **values,
            )
        )

    def _write_refused_note(self) -> None:
        refused = self._refused_note
        if refused is None or self._session.project.path != refused.place:
            return
        self._refused_note = None
        self._session.run(
            lambda project: project.judge_pair(
                refused.a, refused.b, annotator=self._session.annotator, note=refused.note
            )
        )

    def _from_panes(self, direction: Direction) -> Direction:
        """Convert a direction between panes into one between articles, or the reverse."""
        pair = self._workspace.pair
        left = self._view.column_order()[0]
        as_shown = pair is not None and self._workspace.articles[left].id == pair.a
        return direction if as_shown else _OTHER_WAY[direction]


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
