"""The page of suggested events: accept, refuse, split, join."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from dittomark_gui.i18n import day, translate
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.words import article_text

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark.suggesting.events import OpenEvent
    from dittomark_gui.panels.frame import Frame

_SHOWN: Final = 50  # cards: others follow when these are decided
_MENU: Final = 20


class ProposalCard(QFrame):
    """One suggested event with its articles; buttons apply to the ticked ones."""

    def __init__(self, proposed: "OpenEvent", title: str, articles: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.proposed = proposed
        self.title = title
        self.buttons = QHBoxLayout()
        self._ticks = {name: QCheckBox(text.replace("&", "&&")) for name, text in articles.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        heading = plain_label(title, "subtitle")
        heading.setWordWrap(True)
        column.addWidget(heading)
        fields = proposed.fields
        facts = [day(str(fields.get("date") or "")), str(fields.get("place") or "")]
        facts.append(", ".join(str(name) for name in fields.get("participants") or ()))
        detail = plain_label(" · ".join(fact for fact in facts if fact), "muted")
        detail.setWordWrap(True)
        column.addWidget(detail)
        for tick in self._ticks.values():
            tick.setChecked(True)
            column.addWidget(tick)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)

    def ticked(self) -> list[str]:
        """Return the ids of the ticked articles."""
        return [name for name, tick in self._ticks.items() if tick.isChecked()]

    def suggestion_ids(self) -> list[str]:
        """Return the ids of the ticked articles' suggestions."""
        ticked = set(self.ticked())
        return [each.id for each in self.proposed.suggestions if each.article_id in ticked]

    def take_focus(self) -> None:
        """Focus the first button, which accepts."""
        for button in self.findChildren(QPushButton)[:1]:
            button.setFocus()

    def add_button(self, text: str, run: Callable[[], object], *, name: str = "") -> QPushButton:
        """Add a button at the end of the row of buttons."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: run())
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button


class EventProposalsPage(Page):
    """The suggested events, those of most articles first."""

    help_topic = "suggestions#events"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Proposals", "Suggested events"))
        hint = plain_label(
            translate(
                "Proposals",
                "Each of these may be one event. Untick articles that do not belong to it; what "
                "you refuse is not proposed again.",
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.cards: list[ProposalCard] = []
        self.column = self.add_column()

    def refresh(self) -> None:
        """Show the open suggestions of events; the keyboard stays at its card's place."""
        from dittomark.suggesting.events import open_events

        focused = self._window.focusWidget()
        place_of_keys = next(
            (place for place, card in enumerate(self.cards) if card.isAncestorOf(focused)), None
        )
        clear_layout(self.column)
        self.cards.clear()
        project = self._session.project
        proposals = open_events(project)
        titles = [self._title(proposed) for proposed in proposals]
        for place, proposed in enumerate(proposals[:_SHOWN]):
            infos = project.article_infos(list(proposed.articles))
            articles = {info.id: article_text(info) for info in infos}
            card = ProposalCard(proposed, titles[place], articles)
            others = [
                (titles[other], proposals[other])
                for other in range(min(len(proposals), _MENU))
                if other != place
            ]
            self._add_buttons(card, others)
            self.cards.append(card)
            self.column.addWidget(card)
        if place_of_keys is not None and self.cards:
            following = self.cards[min(place_of_keys, len(self.cards) - 1)]
            QTimer.singleShot(0, following, following.take_focus)
        more = len(proposals) - _SHOWN
        if not proposals or more > 0:
            text = (
                translate("Proposals", "and %n more", "", more)
                if proposals
                else translate(
                    "Proposals", "No event is suggested. Project → Suggest looks for some."
                )
            )
            self.column.addWidget(plain_label(text, "muted"))

    # --- decisions --------------------------------------------------------------------------------

    def accept_card(self, card: ProposalCard) -> None:
        """Attach the event to the ticked articles; a new one is added to the registry."""
        who, chosen = self._session.annotator, card.suggestion_ids()
        if self._run(lambda project: project.accept_suggestions(chosen, annotator=who)):
            self._tell(
                translate("Proposals", "“{event}”: %n article(s) accepted.", "", len(chosen)), card
            )

    def refuse_card(self, card: ProposalCard) -> None:
        """Refuse the event for the ticked articles."""
        who, chosen = self._session.annotator, card.suggestion_ids()
        if self._run(lambda project: project.refuse_suggestions(chosen, annotator=who)):
            self._tell(
                translate("Proposals", "“{event}”: %n article(s) refused.", "", len(chosen)), card
            )

    def split_card(self, card: ProposalCard) -> None:
        """Make the ticked articles a suggested event of their own."""
        from dittomark.suggesting.events import split_event

        self._run(lambda project: split_event(project, card.proposed, card.ticked()))

    def join_card(self, card: ProposalCard, keep: "OpenEvent") -> None:
        """Suggest the other event `keep` for this event's articles instead."""
        from dittomark.suggesting.events import merge_proposals

        self._run(lambda project: merge_proposals(project, keep, card.proposed))

    def _run(self, operation: "Callable[[Project], object]") -> object:
        done = self._session.run(operation)
        self.refresh()
        return done

    def _tell(self, text: str, card: ProposalCard) -> None:
        self._session.messages.show_undoable(
            text.format(event=card.title),
            action=(translate("Proposals", "Undo"), self._session.undo),
        )

    def _add_buttons(self, card: ProposalCard, others: "list[tuple[str, OpenEvent]]") -> None:
        accept = card.add_button(
            translate("Proposals", "Accept"), lambda: self.accept_card(card), name="primary"
        )
        refuse = card.add_button(translate("Proposals", "Refuse"), lambda: self.refuse_card(card))
        split = card.add_button(
            translate("Proposals", "Split off what is ticked"), lambda: self.split_card(card)
        )
        split.setVisible(len(card.proposed.articles) > 1)
        join = card.add_button(translate("Proposals", "It is the same as…"), lambda: None)
        menu = QMenu(join)
        for title, proposed in others:
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _checked, keep=proposed: self.join_card(card, keep))
        join.setMenu(menu)
        join.setVisible(bool(others))
        for button in (accept, refuse, split, join):
            button.setEnabled(self._session.writable)

    def _title(self, proposed: "OpenEvent") -> str:
        if proposed.event_id is not None:
            return self._session.project.event(proposed.event_id).title
        return str(proposed.fields.get("title") or translate("Proposals", "Event without a title"))
