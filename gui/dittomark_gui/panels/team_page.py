"""How the team stands: who was seen, who did how much, what is to be settled, which devices lag."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import (
    QT_TRANSLATE_NOOP,
    day,
    decimal,
    number,
    percent,
    said,
    short_moment,
    translate,
)
from dittomark_gui.panels.charts import Bar, BarChart, ColumnChart
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import clear_layout, inset_text, plain_label
from dittomark_gui.work.team_exchange import TeamExchange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dittomark.team.folder.team_progress import PersonProgress, TeamProgress
    from dittomark.team_rules import Role, Rules
    from dittomark_gui.panels.frame import Frame

_ROLES: Final[tuple[tuple["Role", str], ...]] = (
    ("lead", QT_TRANSLATE_NOOP("Team", "Lead")),
    ("annotator", QT_TRANSLATE_NOOP("Team", "Annotator")),
    ("adjudicator", QT_TRANSLATE_NOOP("Team", "Adjudicator")),
)
_DAYS: Final = 7
_MOST_JUDGEMENTS: Final = 20
_MOST_MINUTES: Final = 24 * 60
_MOST_DAYS: Final = 3650
_AROUND_A_BOX: Final = 28  # pixels: the style's padding of a cell and of a box


class TeamPage(Page):
    """The team as this copy knows it; whoever leads also decides here."""

    help_topic = "team-folder#status"

    leave_wanted = Signal()

    def __init__(self, window: "Frame", exchange: TeamExchange) -> None:
        super().__init__(window, title=translate("Team", "The team"))
        self._exchange = exchange
        self._task: Task | None = None
        self._outdated = False
        self._shown: TeamProgress | None = None
        self.sync = QPushButton(translate("Team", "Sync now"))
        self.sync.clicked.connect(exchange.sync_now)
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
        """Count in the background; what is shown stays until that is done."""
        self._say_now()
        self._outdated = self._task is not None and self._task.running
        if self._outdated:
            return  # counted again when this count is there
        if self._session.offers is None:
            clear_layout(self.column)
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
        """Show what was counted, unless it is what is there."""
        self._task = None
        if self._outdated:
            self._later.start()
        offers = self._session.offers
        if offers is None or found == self._shown:
            return
        self._shown = found
        clear_layout(self.column)
        sees, leads = offers.sees_others, offers.leads
        people = [
            each for each in found.people if sees or each.annotator == self._session.annotator
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
        if sees:
            self._add_agreement(found)
        self._add_card(translate("Team", "Devices"), self._devices(found, leads=leads))
        if leads:
            self._add_card(translate("Team", "What you decide for all"), _RulesForm(self))
        self.settle.setVisible(offers.adjudicates)
        open_questions = sum(found.disagreements.values())
        self.settle.setText(
            translate("Team", "Settle %n disagreement(s)", "", open_questions)
            if open_questions
            else translate("Team", "Nothing to settle")
        )
        self.settle.setEnabled(bool(open_questions))

    def rules(self) -> "Rules":
        """Return what the lead decided."""
        return self._exchange.rules()

    def decide(self, rules: "Rules") -> None:
        """Decide for all; it reaches the others with the next round."""
        from dittomark.team.folder.syncing import set_rules

        if rules == self.rules():
            return
        self._session.run(lambda project: set_rules(project, rules))
        self._session.look_at_offers()
        self._exchange.sync_now()
        self._session.messages.tell(translate("Team", "Decided; the others get it in a moment."))

    # --- what it is made of -----------------------------------------------------------------------

    def _people(
        self, people: "Sequence[PersonProgress]", today: str, *, leads: bool
    ) -> QTableWidget:
        days = sorted({each for person in people for each in person.days})[-_DAYS:]
        names = [
            translate("Team", "Name"),
            translate("Team", "Role"),
            translate("Team", "Done"),
            translate("Team", "Of"),
            *(translate("Team", "Today") if each == today else _short_day(each) for each in days),
            translate("Team", "Seen"),
        ]
        table = _table(translate("Team", "People"), names, len(people))
        for row, person in enumerate(people):
            texts = [
                person.annotator,
                "",
                number(person.done),
                "–" if person.share is None else number(person.share),
                *(number(person.days.get(each, 0)) for each in days),
                short_moment(person.seen) if person.seen else "–",
            ]
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
            if leads and person.annotator != self._session.annotator:
                table.setCellWidget(row, 1, self._role_box(person))
            else:
                table.setItem(row, 1, QTableWidgetItem(role_name(person.role)))
        _fit(table)
        return table

    def _role_box(self, person: "PersonProgress") -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("Team", "Role of {name}").format(name=person.annotator))
        for key, name in _ROLES:
            box.addItem(translate("Team", name), key)
        box.setCurrentIndex(box.findData(person.role))

        def choose() -> None:
            rules = self.rules()
            self.decide(replace(rules, roles={**rules.roles, person.annotator: box.currentData()}))

        box.activated.connect(choose)
        return box

    def _devices(self, found: "TeamProgress", *, leads: bool) -> QTableWidget:
        names = [
            translate("Team", "Who"),
            translate("Team", "Computer"),
            translate("Team", "Program"),
            translate("Team", "Seen"),
            translate("Team", "Has"),
            "",
        ]
        troubles = {each.device: said(each.why) for each in found.troubles}
        table = _table(translate("Team", "Devices"), names, len(found.devices))
        for row, each in enumerate(found.devices):
            member = each.member
            if each.removed:
                state = translate("Team", "removed")
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
            if leads and not each.removed and member.device != self._exchange.device:
                button = QPushButton(translate("Team", "Wait for it no more"))
                button.setObjectName("quiet")
                button.clicked.connect(lambda _checked, device=member.device: self._remove(device))
                table.setCellWidget(row, 5, button)
        _fit(table)
        return table

    def _add_agreement(self, found: "TeamProgress") -> None:
        chart = ColumnChart(translate("Team", "Agreement, day by day"))
        chart.full = 1.0
        chart.show_bars(
            [
                Bar(_short_day(each.day), max(each.alpha or 0.0, 0.0), _value(each.alpha))
                for each in found.growth[-30:]
            ]
        )
        now = found.agreement
        facts = (
            translate("Team", "Nobody has judged the same pair as somebody else yet.")
            if now is None
            else translate(
                "Team", "{n} pairs judged by two or more · the same said: {same} · alpha {alpha}"
            ).format(
                n=number(now.pairs),
                same="–" if now.observed is None else percent(now.observed),
                alpha=_value(now.alpha),
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

    # --- what happens -----------------------------------------------------------------------------

    def _on_standing(self) -> None:
        self._say_now()
        self._later.start()

    def _say_now(self) -> None:
        """Say in a line or two how the folder stands."""
        exchange = self._exchange
        lines = [self._folder_line()]
        if exchange.problem is not None:
            lines.append(said(exchange.problem))
            lines.append(
                translate(
                    "Team",
                    "Go on working: everything is in your file, and is published when the folder "
                    "is there again.",
                )
            )
        if exchange.waiting:
            lines.append(
                translate(
                    "Team", "%n step(s) of yours are not published yet.", "", exchange.waiting
                )
            )
        self.now.setText("\n".join(line for line in lines if line))

    def _folder_line(self) -> str:
        record = self._session.project.team() if self._session.is_open else None
        if record is None:
            return translate("Team", "This project is in no team.")
        return translate("Team", "Folder: {path}").format(path=record.folder)

    def _remove(self, device: str) -> None:
        rules = self.rules()
        self.decide(replace(rules, removed=(*rules.removed, device)))

    def _on_settle(self) -> None:
        self._window.show_page()
        self._window.action_wanted.emit("adjudicate")


class _RulesForm(QWidget):
    """What a lead decides: how the queue is dealt, and who sees what."""

    def __init__(self, page: TeamPage) -> None:
        super().__init__()
        self._page = page
        decided = page.rules()
        self.overlap = _spin(0, _MOST_JUDGEMENTS, decided.overlap)
        self.overlap.setSpecialValueText(translate("Team", "everybody has all pairs"))
        self.blind = QCheckBox(translate("Team", "Hide what others say until it is settled"))
        self.blind.setChecked(decided.blind)
        self.claim = _spin(1, _MOST_MINUTES, decided.claim_minutes)
        self.keep = _spin(0, _MOST_DAYS, decided.keep_days)
        self.keep.setSpecialValueText(translate("Team", "for ever"))
        form = QFormLayout(self)
        for name, field in (
            (translate("Team", "Judgements each pair wants"), self.overlap),
            (translate("Team", "“Is at this pair” lapses after (minutes)"), self.claim),
            (translate("Team", "Files wait for a device so many days"), self.keep),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow("", self.blind)
        self.save = QPushButton(translate("Team", "Decide"))
        self.save.clicked.connect(self._on_decided)
        self.save.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow("", self.save)

    def _on_decided(self) -> None:
        self._page.decide(
            replace(
                self._page.rules(),
                overlap=self.overlap.value(),
                blind=self.blind.isChecked(),
                claim_minutes=self.claim.value(),
                keep_days=self.keep.value(),
            )
        )


def role_name(role: "Role") -> str:
    """Return what a role is called."""
    return translate("Team", dict(_ROLES)[role])


def _spin(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    inset_text(box)
    return box


def _table(title: str, names: "Sequence[str]", rows: int) -> QTableWidget:
    table = QTableWidget(rows, len(names))
    table.setAccessibleName(title)
    table.setHorizontalHeaderLabels(list(names))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    return table


def _fit(table: QTableWidget) -> None:
    """Let a table be as high as its rows, and its texts as wide as they are."""
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    for column in range(table.columnCount() - 1):
        widgets: list[QWidget | None] = [
            table.cellWidget(row, column) for row in range(table.rowCount())
        ]
        widest = max((each.sizeHint().width() for each in widgets if each is not None), default=0)
        if widest:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, widest + _AROUND_A_BOX)
    table.resizeRowsToContents()
    height = header.sizeHint().height() + 6 + sum(map(table.rowHeight, range(table.rowCount())))
    table.setFixedHeight(height + table.horizontalScrollBar().sizeHint().height())


def _short_day(text: str) -> str:
    return " ".join(day(text).split()[:2])


def _value(value: float | None) -> str:
    return "–" if value is None else decimal(value, 2)
