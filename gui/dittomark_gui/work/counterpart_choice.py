"""Choosing the counterpart of a selected range from the program's proposals."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from dittomark_gui.background import Background, Report, Task
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import Selection
from dittomark_gui.i18n import number, translate
from dittomark_gui.session import Session
from dittomark_gui.work.counterparts import counterparts
from dittomark_gui.work.linking import Linking
from dittomark_gui.work.workspace import Workspace

_TAKE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEXT: Final = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACK: Final = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_LEAVE: Final = (Qt.Key.Key_Escape,)


class CounterpartChoice(QObject):
    """Shows one proposed counterpart at a time, selected in its article.

    Meanwhile Enter takes the proposal, the arrow keys go to another one, and Escape ends the
    choice, whichever article has the focus. All other keys keep their meaning; L links what is
    selected.
    """

    def __init__(
        self,
        session: Session,
        workspace: Workspace,
        view: CompareView,
        linking: Linking,
        background: Background,
    ) -> None:
        super().__init__()
        self._session = session
        self._workspace = workspace
        self._view = view
        self._linking = linking
        self._background = background
        self._given: Selection | None = None
        self._found: list[Selection] = []
        self._at = 0
        self._task: Task | None = None
        linking.counterpart_wanted.connect(self.begin)
        workspace.leaving.connect(self.leave)

    @property
    def active(self) -> bool:
        """Whether a counterpart is being proposed."""
        return bool(self._found)

    def begin(self, given: Selection) -> None:
        """Search the other articles for counterparts of a range."""
        self.leave()
        self._given = given
        articles = list(self._workspace.articles)
        text = articles[given.pane].text
        others = [pane for pane in range(len(articles)) if pane != given.pane]

        def find(_report: Report) -> list[Selection]:
            return [
                Selection(pane, articles[pane].id, *place)
                for pane in others
                for place in counterparts(text, (given.start, given.end), articles[pane].text)
            ]

        self._task = self._background.start(
            find, on_done=self._on_found, on_failed=self._session.report_failure, priority=1
        )

    def leave(self) -> None:
        """End the choice."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._found:
            self._found = []
            for view in self._view.panes.views():
                view.removeEventFilter(self)

    def _on_found(self, found: list[Selection]) -> None:
        self._task = None
        given = self._given
        if given is None or given.article_id not in {a.id for a in self._workspace.articles}:
            return
        if not found:
            self._session.messages.show_hint(
                translate(
                    "Linking", "Nothing like it was found: select the other side and press L."
                )
            )
            return
        self._found, self._at = found, 0
        for view in self._view.panes.views():
            view.installEventFilter(self)
        self._show()

    def _show(self) -> None:
        now = self._found[self._at]
        if self._given is not None:
            self._view.show_beside(self._given, now)
        self._session.messages.show(
            translate(
                "Linking",
                "Counterpart {at} of {all}: Enter links it, the arrows go through the others, "
                "Esc leaves.",
            ).format(at=number(self._at + 1), all=number(len(self._found)))
        )

    def _take(self) -> None:
        given, chosen = self._given, self._found[self._at]
        self.leave()
        self._session.messages.clear()
        if given is not None:
            self._linking.link_stretches(given, chosen)

    def _step(self, step: int) -> None:
        before = self._found[self._at]
        self._at = (self._at + step) % len(self._found)
        if self._found[self._at].pane != before.pane:
            self._view.show_stretch(before.pane, before.start, before.start)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the choice before the article and the window's shortcuts get them."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if self._found and event.type() in kinds and isinstance(event, QKeyEvent):
            key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and key in (*_TAKE, *_NEXT, *_BACK, *_LEAVE):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._on_key(key)
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> None:
        if key in _TAKE:
            self._take()
        elif key in _LEAVE:
            proposed = self._found[self._at]
            self.leave()
            self._session.messages.clear()
            self._view.show_stretch(proposed.pane, proposed.start, proposed.start)
        else:
            self._step(1 if key in _NEXT else -1)
