"""The team page: members, their progress, disagreements, devices, rules."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import (
    localized,
    number,
    percent,
    short_moment,
    translate,
)
from dittomark_gui.panels.charts import Bar, BarChart, ColumnChart
from dittomark_gui.panels.kept_focus import kept_focus
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.team_rules_form import RulesForm
from dittomark_gui.panels.team_tables import fit, in_cell, make_table
from dittomark_gui.panels.team_words import ROLES, role_name, short_day, value_or_dash
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.work.team_exchange import TeamExchange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dittomark.team.folder.dealing import Offers
    from dittomark.team.folder.team_progress import PersonProgress, TeamProgress
    from dittomark.team_rules import Rules
    from dittomark_gui.panels.frame import Frame

_DAYS: Final = 7


class TeamPage(Page):
    """The team's status in this copy of the project; the lead sets roles and rules here."""

    help_topic = "team-folder#status"

    leave_wanted = Signal()
    rename_wanted = Signal(str)  # the member's name

    def __init__(self, window: "Frame", exchange: TeamExchange) -> None:
        super().__init__(window, title=translate("Team", "The team"))
        self._exchange = exchange
        self._task: Task | None = None
        self._outdated = False
        self._shown: TeamProgress | None = None
        self._form: RulesForm | None = None
        self.sync = QPushButton(translate("Team", "Sync now"))
        self.sync.clicked.connect(self._on_sync)
        self.settle = QPushButton(translate("Team", "Settle disagreements"))
        self.settle.clicked.connect(self._on_settle)
        self.leave = QPushButton(translate("Team", "Leave the team…"))
        self.leave.clicked.connect(self.leave_wanted)
        row = QHBoxLayout()
        for button in (self.sync, self.settle, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        self.now = plain_label()
        self.now.setWordWrap(True)
        self.body.addLayout(row)
        self.body.addWidget(self.now)
        self.column = self.add_column()
        self.column.addWidget(plain_label(translate("Team", "Counting…"), "muted"))
        exchange.standing_changed.connect(self._on_standing)

    def refresh(self) -> None:
        """Count in the background; the old content stays until then."""
        self._show_folder_state()
        self._outdated = self._task is not None and self._task.running
        if self._outdated:
            return  # counted again when the running count ends
        if self._session.offers is None:
            clear_layout(self.column)
            self._form = None
            return
        path, found = self._session.project.path, self._exchange.found

        def count(_report: Report) -> "TeamProgress":
            from dittomark.project import Project
            from dittomark.team.folder.team_progress import team_progress

            with Project.open(path, read_only=True) as project:
                return team_progress(project, found)

        self._task = self._window.background.start(
            count, on_done=self.show_progress, on_failed=self._session.report_failure
        )

    def show_progress(self, found: "TeamProgress") -> None:
        """Show the counts, unless they are the shown ones."""
        self._task = None
        if self._outdated:
            self._later.start()
        offers = self._session.offers
        if offers is None or found == self._shown:
            return
        self._shown = found
        with kept_focus(self):
            self._fill(found, offers)

    def _fill(self, found: "TeamProgress", offers: "Offers") -> None:
        entered = self._form.entered() if self._form is not None else {}
        clear_layout(self.column)
        self._form = None
        sees_others, leads = offers.sees_others, offers.leads
        people = [
            each
            for each in found.people
            if sees_others or each.annotator == self._session.annotator
        ]
        self._add_card(translate("Team", "People"), self._people(people, found.day, leads=leads))
        pairs = BarChart(translate("Team", "Pairs"))
        pairs.full = max(found.pairs, 1)
        left = found.pairs - found.enough - found.begun
        pairs.show_bars(
            [
                Bar(name, count, number(count))
                for name, count in (
                    (translate("Team", "Have enough judgements"), found.enough),
                    (translate("Team", "Begun"), found.begun),
                    (translate("Team", "Not begun"), max(left, 0)),
                )
            ]
        )
        self._add_card(pairs.accessibleName(), pairs)
        if sees_others:
            self._add_agreement(found)
        self._add_card(translate("Team", "Devices"), self._devices(found, leads=leads))
        if leads:
            self._form = RulesForm(self.rules, self.decide, entered=entered)
            self._add_card(translate("Team", "Rules for everybody"), self._form)
        self.settle.setVisible(offers.adjudicates)
        open_questions = sum(found.disagreements.values())
        self.settle.setText(
            translate("Team", "Settle %n disagreement(s)", "", open_questions)
            if open_questions
            else translate("Team", "Nothing to settle")
        )
        self.settle.setEnabled(bool(open_questions))

    def rules(self) -> "Rules":
        """Return the team's rules."""
        return self._exchange.rules()

    def decide(self, rules: "Rules") -> None:
        """Set the team's rules; the next round publishes them."""
        from dittomark.team.folder.syncing import set_rules

        if rules == self.rules():
            return
        self._session.run(lambda project: set_rules(project, rules))
        self._after_decision()

    # --- cards ------------------------------------------------------------------------------------

    def _people(
        self, people: "Sequence[PersonProgress]", today: str, *, leads: bool
    ) -> QTableWidget:
        days = sorted({each for person in people for each in person.days})[-_DAYS:]
        names = [
            translate("Team", "Name"),
            translate("Team", "Role"),
            translate("Team", "Done"),
            translate("Team", "Of"),
            *(translate("Team", "Today") if each == today else short_day(each) for each in days),
            translate("Team", "Seen"),
            "",
        ]
        table = make_table(translate("Team", "People"), names, len(people))
        away = self.rules().away
        for row, person in enumerate(people):
            texts = [
                person.annotator,
                "",
                number(person.done),
                "–" if person.share is None else number(person.share),
                *(number(person.days.get(each, 0)) for each in days),
                short_moment(person.seen) if person.seen else "–",
                "",
            ]
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
            if leads and person.annotator != self._session.annotator:
                table.setCellWidget(row, 1, self._role_box(person))
                button = self._person_button(person.annotator, away=person.annotator in away)
                table.setCellWidget(row, len(names) - 1, in_cell(button))
            else:
                table.setItem(row, 1, QTableWidgetItem(role_name(person.role)))
        fit(table)
        return table

    def _role_box(self, person: "PersonProgress") -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("Team", "Role of {name}").format(name=person.annotator))
        for key, name in ROLES:
            box.addItem(translate("Team", name), key)
        box.setCurrentIndex(box.findData(person.role))

        def choose() -> None:
            rules = self.rules()
            self.decide(replace(rules, roles={**rules.roles, person.annotator: box.currentData()}))

        box.activated.connect(choose)
        return box

    def _person_button(self, name: str, *, away: bool) -> QPushButton:
        """Return the button with the menu of a lead's operations on a member."""
        button = QPushButton(translate("Team", "Away") if away else translate("Team", "More"))
        button.setObjectName("quiet")
        button.setProperty("opensMenu", True)
        button.setAccessibleName(translate("Team", "More about {name}").format(name=name))
        menu = QMenu(button)
        if away:
            menu.addAction(
                translate("Team", "Takes part again"), lambda: self._decide_about("take_back", name)
            )
        else:
            menu.addAction(
                translate("Team", "Has left: deal them no more pairs"),
                lambda: self._decide_about("remove", name),
            )
        menu.addAction(translate("Team", "Another name…"), lambda: self.rename_wanted.emit(name))
        button.setMenu(menu)
        return button

    def rename(self, old: str, new: str) -> None:
        """Rename a member on all annotations."""
        from dittomark.team.folder.people import rename

        if self._session.run(lambda project: rename(project, old, new)) is not None:
            self._after_decision()

    def _decide_about(self, operation: str, name: str) -> None:
        from dittomark.team.folder import people

        found = self._exchange.found
        members = found.members if found is not None else ()
        act = people.remove if operation == "remove" else people.take_back
        if self._session.run(lambda project: act(project, name, members=members)) is not None:
            self._after_decision()

    def _after_decision(self) -> None:
        self._session.refresh_offers()
        self._exchange.sync_now()
        self._session.messages.show(translate("Team", "Decided; the others get it in a moment."))
        self._later.start()

    def _devices(self, found: "TeamProgress", *, leads: bool) -> QTableWidget:
        names = [
            translate("Team", "Who"),
            translate("Team", "Computer"),
            translate("Team", "Program"),
            translate("Team", "Seen"),
            translate("Team", "Has"),
            "",
        ]
        troubles = {each.device: localized(each.why) for each in found.troubles}
        table = make_table(translate("Team", "Devices"), names, len(found.devices))
        for row, each in enumerate(found.devices):
            member = each.member
            if member.left:
                state = translate("Team", "left the team")
            elif each.removed:
                state = translate("Team", "nobody waits for it")
            elif member.device in troubles:
                state = translate("Team", "left out: {why}").format(why=troubles[member.device])
            elif each.behind:
                state = translate("Team", "not yet the newest of %n device(s)", "", each.behind)
            else:
                state = translate("Team", "everything")
            texts = (
                member.annotator,
                member.computer,
                member.program,
                short_moment(member.seen) if member.seen else "–",
                state,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
            if leads and not member.left and member.device != self._exchange.device:
                button = self._device_button(member.device, removed=each.removed)
                table.setCellWidget(row, 5, in_cell(button))
        fit(table)
        return table

    def _device_button(self, device: str, *, removed: bool) -> QPushButton:
        """Return the button that excludes a device from those awaited, or includes it again."""
        button = QPushButton(
            translate("Team", "Wait for it again") if removed else translate("Team", "Stop waiting")
        )
        button.setObjectName("quiet")
        operation = "take_back" if removed else "remove"
        button.clicked.connect(lambda: self._decide_about(operation, device))
        return button

    def _add_agreement(self, found: "TeamProgress") -> None:
        chart = ColumnChart(translate("Team", "Agreement, day by day"))
        chart.full = 1.0
        chart.show_bars(
            [
                Bar(short_day(each.day), max(each.alpha or 0.0, 0.0), value_or_dash(each.alpha))
                for each in found.growth[-30:]
            ]
        )
        now = found.agreement
        facts = (
            translate("Team", "Nobody has judged the same pair as somebody else yet.")
            if now is None
            else translate(
                "Team", "{n} pairs judged by two or more · same answer: {same} · alpha {alpha}"
            ).format(
                n=number(now.pairs),
                same="–" if now.observed is None else percent(now.observed),
                alpha=value_or_dash(now.alpha),
            )
        )
        self._add_card(chart.accessibleName(), chart, facts=facts)

    def _add_card(self, title: str, widget: QWidget, *, facts: str = "") -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(plain_label(title, "subtitle"))
        if facts:
            label = plain_label(facts, "muted")
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(widget)
        self.column.addWidget(card)

    # --- signals ----------------------------------------------------------------------------------

    def _on_standing(self) -> None:
        self._show_folder_state()
        self._later.start()

    def _show_folder_state(self) -> None:
        """Show the state of the team's folder."""
        exchange = self._exchange
        lines = [self._folder_line()]
        if exchange.problem is not None:
            lines.append(localized(exchange.problem))
            lines.append(
                translate(
                    "Team",
                    "Go on working: everything is in your file, and is published when the folder "
                    "is there again.",
                )
            )
        if exchange.unpublished:
            lines.append(
                translate(
                    "Team", "%n step(s) of yours are not published yet.", "", exchange.unpublished
                )
            )
        elif exchange.problem is None and exchange.found is not None:
            lines.append(translate("Team", "Everything you did is published."))
        self.now.setText("\n".join(line for line in lines if line))

    def _folder_line(self) -> str:
        record = self._session.project.team() if self._session.is_open else None
        if record is None:
            return translate("Team", "This project is in no team.")
        return translate("Team", "Folder: {path}").format(path=record.folder)

    def _on_sync(self) -> None:
        self._window.action_wanted.emit("sync_now")

    def _on_settle(self) -> None:
        self._window.show_page()
        self._window.action_wanted.emit("adjudicate")
