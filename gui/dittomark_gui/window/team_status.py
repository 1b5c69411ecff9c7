"""Shows the status of the team's folder in the bottom bar: members, waiting steps, problems."""

from PySide6.QtCore import QObject

from dittomark_gui.i18n import localized, short_moment, translate
from dittomark_gui.panels.frame import Frame
from dittomark_gui.panels.label_panel import LabelPanel
from dittomark_gui.panels.team_line import TeamLine
from dittomark_gui.session import Session
from dittomark_gui.work.team_exchange import TeamExchange
from dittomark_gui.work.workspace import Workspace


class TeamStatus(QObject):
    """Follows the exchange with the folder and updates the status line."""

    def __init__(
        self,
        parent: QObject,
        session: Session,
        exchange: TeamExchange,
        *,
        line: TeamLine,
        workspace: Workspace,
        panel: LabelPanel,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._panel = panel
        self._session = session
        self._exchange = exchange
        self._line = line
        exchange.standing_changed.connect(self.refresh)
        session.closed.connect(self.refresh)
        workspace.shown.connect(self._show_others_at_pair)

    def refresh(self) -> None:
        """Update the status line."""
        exchange = self._exchange
        self._show_others_at_pair()
        if not self._session.is_open or not (exchange.is_on or exchange.problem):
            self._line.show_words("")
            return
        parts = [self._who(), self._what_waits()]
        details = [localized(exchange.problem)] if exchange.problem is not None else []
        details += self._troubles()
        self._line.show_words(
            " · ".join(part for part in parts if part),
            details="\n".join(details),
            alarm=bool(details),
        )

    def _show_others_at_pair(self) -> None:
        """Show who else has this pair open."""
        pair, found = self._workspace.pair, self._exchange.found
        if pair is None or found is None or not self._session.is_open:
            self._panel.show_others_at_pair("")
            return
        from dittomark.team.folder.dealing import at_pair

        project, who = self._session.project, self._session.annotator
        names = at_pair(project, found.members, pair.id, but=who)
        self._panel.show_others_at_pair(
            translate("TeamStatus", "Also at this pair: {names}").format(names=", ".join(names))
            if names
            else ""
        )

    def _who(self) -> str:
        exchange = self._exchange
        if exchange.problem is not None:
            gone = exchange.found is not None and exchange.found.gone is not None
            return (
                translate("TeamStatus", "The team’s folder is not there")
                if gone
                else translate("TeamStatus", "The team’s folder can’t be used")
            )
        if exchange.is_taking_in:
            return translate("TeamStatus", "Taking in what others did…")
        if exchange.found is None:
            return translate("TeamStatus", "Looking into the team’s folder…")
        others = [each for each in exchange.others() if each.seen]
        if not others:
            return translate("TeamStatus", "Nobody else yet")
        newest = max(others, key=lambda member: member.seen)
        return translate("TeamStatus", "{name} seen {time}").format(
            name=newest.annotator or newest.computer, time=short_moment(newest.seen)
        )

    def _what_waits(self) -> str:
        exchange = self._exchange
        if exchange.unpublished:
            return translate("TeamStatus", "%n step(s) wait", "", exchange.unpublished)
        if exchange.problem is not None or exchange.found is None:
            return ""
        left_out = sum(not each.waiting for each in exchange.found.troubles)
        if left_out:
            return translate("TeamStatus", "%n device(s) left out", "", left_out)
        return translate("TeamStatus", "nothing waits")

    def _troubles(self) -> list[str]:
        """Return a line for each device whose changes can't be applied, with the reason."""
        found = self._exchange.found
        if found is None:
            return []
        names = {each.device: each.annotator or each.computer for each in found.members}
        return [
            translate("TeamStatus", "Not taken in from {name}: {why}").format(
                name=names.get(each.device, each.device[:8]), why=localized(each.why)
            )
            for each in found.troubles
            if not each.waiting
        ]


def show_result_when_at_rest(session: Session, exchange: TeamExchange) -> None:
    """Show one message with the result when the exchange next comes to rest."""

    def show(found: object) -> None:
        exchange.rested.disconnect(show)
        if exchange.problem is not None:
            session.messages.warn(localized(exchange.problem))
        elif found is not None:
            session.messages.show(translate("TeamStatus", "Everything is published and taken in."))

    exchange.rested.connect(show)


def ask_and_leave(frame: Frame, exchange: TeamExchange) -> None:
    """Ask, publish the remaining changes, and leave the team."""
    messages = frame.session.messages
    if not messages.ask(
        translate("TeamStatus", "Leave the team?"),
        detail=translate(
            "TeamStatus",
            "What you did is published first. Your file keeps everything, and you can join again.",
        ),
        accept=translate("TeamStatus", "Leave"),
        parent=frame,
    ):
        return

    def left(why_not: str) -> None:
        if why_not:
            reason = translate("TeamStatus", "The team was not left: {reason}")
            messages.warn(reason.format(reason=localized(why_not)))
            return
        frame.show_page()
        messages.show(translate("TeamStatus", "You left the team. Your file keeps everything."))

    exchange.leave(left)
