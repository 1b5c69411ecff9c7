"""Says in the bottom bar how the team's folder stands: who was seen, what waits, what is wrong."""

from PySide6.QtCore import QObject

from dittomark_gui.i18n import said, short_moment, translate
from dittomark_gui.panels.team_line import TeamLine
from dittomark_gui.session import Session
from dittomark_gui.work.team_exchange import TeamExchange


class TeamStatus(QObject):
    """Follows the exchange with the folder and fills the line."""

    def __init__(
        self, parent: QObject, session: Session, exchange: TeamExchange, line: TeamLine
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._exchange = exchange
        self._line = line
        exchange.standing_changed.connect(self.refresh)
        session.closed.connect(self.refresh)

    def refresh(self) -> None:
        """Say how it stands now."""
        exchange = self._exchange
        if not self._session.is_open or not (exchange.is_on or exchange.problem):
            self._line.show_words("")
            return
        parts = [self._who(), self._what_waits()]
        details = [said(exchange.problem)] if exchange.problem is not None else []
        details += self._troubles()
        self._line.show_words(
            " · ".join(part for part in parts if part),
            details="\n".join(details),
            alarm=bool(details),
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
        if exchange.waiting:
            return translate("TeamStatus", "%n step(s) wait", "", exchange.waiting)
        if exchange.problem is not None or exchange.found is None:
            return ""
        left_out = sum(not each.waiting for each in exchange.found.troubles)
        if left_out:
            return translate("TeamStatus", "%n device(s) left out", "", left_out)
        return translate("TeamStatus", "nothing waits")

    def _troubles(self) -> list[str]:
        """Return what can't be taken in, and why, a line each."""
        found = self._exchange.found
        if found is None:
            return []
        names = {each.device: each.annotator or each.computer for each in found.members}
        return [
            translate("TeamStatus", "Not taken in from {name}: {why}").format(
                name=names.get(each.device, each.device[:8]), why=said(each.why)
            )
            for each in found.troubles
            if not each.waiting
        ]
