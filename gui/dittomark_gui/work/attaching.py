"""Detaches events from the shown articles."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dittomark_gui.session import Session

if TYPE_CHECKING:
    from dittomark.project import Project


class Attaching(QObject):
    """Writes changes of the memberships between articles and events."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def detach(self, membership_ids: str) -> None:
        """Delete memberships (ids separated by spaces) as one undo step."""
        self._session.run(partial(_unlabel, membership_ids.split(), self._session.annotator))


def _unlabel(membership_ids: list[str], annotator: str, project: "Project") -> None:
    with project.batch("unlabel_event", annotator=annotator):
        for membership_id in membership_ids:
            project.unlabel_event(membership_id, annotator=annotator)
