"""The agreement page: agreement on relations, events, spans, links and duplicate clusters."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import decimal, number, percent, translate
from dittomark_gui.panels.charts import Bar, BarChart
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.tips import plain_tip
from dittomark_gui.words import link_kind_name, relation_name, span_name

if TYPE_CHECKING:
    from dittomark.labels import LabelScheme
    from dittomark.team.agreement import (
        Agreement,
        Estimate,
        LabelAgreement,
        LinkAgreement,
        SpanAgreement,
    )
    from dittomark_gui.panels.frame import Frame

_DIGITS: Final = 2


class AgreementPage(Page):
    """Charts and confusion tables, computed in the background from the project file."""

    help_topic = "working-in-a-team#agreement"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Agreement", "Agreement"))
        self._task: Task | None = None
        self.column = self.add_column()
        self._add_text(translate("Agreement", "Counting…"))

    def refresh(self) -> None:
        """Compute the agreement in the background; the old content stays until then."""
        if self._task is not None:
            self._task.cancel()
        path = self._session.project.path

        def count(_report: Report) -> "Agreement":
            from dittomark.project import Project
            from dittomark.team.agreement import agreement

            with Project.open(path, read_only=True) as project:
                return agreement(project)

        self._task = self._window.background.start(
            count, on_done=self.show_agreement, on_failed=self._session.report_failure
        )

    def show_agreement(self, found: "Agreement") -> None:
        """Fill the page with the charts of an agreement."""
        self._task = None
        clear_layout(self.column)
        scheme = self._session.project.scheme
        if found.relations is not None:
            names = {key: relation_name(scheme, key) for key in found.relations.labels}
            self._add_labels(translate("Agreement", "Relations of pairs"), found.relations, names)
        if found.events is not None:
            self._add_labels(translate("Agreement", "Events of articles"), found.events, {})
        if found.spans is not None:
            names = {key: span_name(scheme, key) for key in found.spans.per_label}
            self._add_spans(found.spans, names)
        if found.links is not None:
            self._add_links(found.links, scheme)
        if found.ratings:
            chart = _share_chart(translate("Agreement", "Ratings (ordinal alpha)"))
            chart.show_bars([_estimate_bar(key, value) for key, value in found.ratings.items()])
            self._add_card(chart.accessibleName(), chart)
        if found.clusters:
            chart = _share_chart(translate("Agreement", "Duplicate clusters (B³)"))
            chart.show_bars(
                [
                    _share_bar(f"{pair.first} – {pair.second}", pair.score.f1)
                    for pair in found.clusters
                ]
            )
            self._add_card(chart.accessibleName(), chart)
        if not self.column.count():
            self._add_text(
                translate(
                    "Agreement",
                    "Nothing to compare yet: no two annotators judged the same pair or marked the "
                    "same article. Hand out work with an overlap, then join the files.",
                )
            )

    # --- sections ---------------------------------------------------------------------------------

    def _add_labels(self, title: str, found: "LabelAgreement", names: Mapping[str, str]) -> None:
        facts = translate(
            "Agreement", "{units} · alpha {alpha} · Fleiss’ kappa {fleiss} · same: {same}"
        ).format(
            units=translate("Agreement", "%n unit(s)", "", found.units),
            alpha=_interval(found.alpha),
            fleiss=_value(found.fleiss),
            same=percent(found.observed) if found.observed is not None else "–",
        )
        labels = _share_chart(translate("Agreement", "Alpha by label"))
        labels.show_bars(
            [_estimate_bar(names.get(key, key), value) for key, value in found.per_label.items()]
        )
        people = _share_chart(translate("Agreement", "Kappa with the others"))
        people.show_bars([_share_bar(name, one.kappa) for name, one in found.per_annotator.items()])
        widgets: list[QWidget] = [labels, people]
        for pair in found.pairs:
            heading = f"{pair.first} – {pair.second} · κ {_value(pair.kappa)}"
            rows = [names.get(key, key) for key in found.labels]
            widgets.append(confusion_table(heading, rows, pair.confusion))
        self._add_card(title, *widgets, facts=facts)

    def _add_spans(self, found: "SpanAgreement", names: Mapping[str, str]) -> None:
        facts = translate(
            "Agreement", "{articles} · alpha of borders {units} · with labels {labels}"
        ).format(
            articles=translate("Lists", "%n article(s)", "", found.articles),
            units=_interval(found.alpha_units),
            labels=_interval(found.alpha_labels),
        )
        pairs = _share_chart(translate("Agreement", "F1 by characters, two annotators"))
        pairs.show_bars(
            [_share_bar(f"{pair.first} – {pair.second}", pair.characters) for pair in found.pairs]
        )
        labels = _share_chart(translate("Agreement", "F1 by characters, by label"))
        labels.show_bars(
            [
                _share_bar(names.get(key, key), pair.characters)
                for key, pair in found.per_label.items()
            ]
        )
        self._add_card(translate("Agreement", "Spans"), pairs, labels, facts=facts)

    def _add_links(self, found: "LinkAgreement", scheme: "LabelScheme") -> None:
        facts = translate("Agreement", "%n pair(s) linked by two or more", "", found.pairs)
        plagdet = _share_chart(translate("Agreement", "PlagDet, each against each"))
        plagdet.show_bars(
            [
                _estimate_bar(f"{gold} ← {other}", one.plagdet)
                for pair in found.each
                for gold, other, one in (
                    (pair.first, pair.second, pair.forward),
                    (pair.second, pair.first, pair.backward),
                )
            ]
        )
        same = _share_chart(translate("Agreement", "F1 of the same links, by characters"))
        same.show_bars(
            [_estimate_bar(f"{pair.first} – {pair.second}", pair.characters) for pair in found.each]
        )
        exact = _share_chart(translate("Agreement", "F1 of links with the same borders"))
        exact.show_bars(
            [_estimate_bar(f"{pair.first} – {pair.second}", pair.exact) for pair in found.each]
        )
        self._add_card(translate("Agreement", "Links"), plagdet, same, exact, facts=facts)
        if found.kinds is not None:
            names = {key: link_kind_name(scheme, key) for key in found.kinds.labels}
            self._add_labels(
                translate("Agreement", "Kinds of links that match"), found.kinds, names
            )

    def _add_card(self, title: str, *widgets: QWidget, facts: str = "") -> None:
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
        for widget in widgets:
            if widget.accessibleName() != title:
                column.addSpacing(8)
                column.addWidget(plain_label(widget.accessibleName(), "heading"))
            column.addWidget(widget)
        self.column.addWidget(card)

    def _add_text(self, text: str) -> None:
        label = plain_label(text, "muted")
        label.setWordWrap(True)
        self.column.addWidget(label)


def confusion_table(
    title: str, labels: Sequence[str], counts: Sequence[Sequence[int]]
) -> QTableWidget:
    """Return a confusion table of two annotators; labels that neither used are left out."""
    used = [
        place
        for place in range(len(labels))
        if any(counts[place]) or any(row[place] for row in counts)
    ]
    table = QTableWidget(len(used), len(used))
    table.setAccessibleName(title)
    table.setToolTip(plain_tip(title))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    names = [labels[place] for place in used]
    table.setHorizontalHeaderLabels(names)
    table.setVerticalHeaderLabels(names)
    for row, first in enumerate(used):
        for column, second in enumerate(used):
            count = counts[first][second]
            cell = QTableWidgetItem(number(count) if count else "")
            cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            if row == column and count:
                font = cell.font()
                font.setBold(True)
                cell.setFont(font)
            table.setItem(row, column, cell)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    height = table.horizontalHeader().sizeHint().height() + 4
    table.setFixedHeight(height + sum(table.rowHeight(row) for row in range(len(used))))
    return table


def _share_chart(title: str) -> BarChart:
    """Return a chart in which a full bar is perfect agreement."""
    chart = BarChart(title)
    chart.full = 1.0
    return chart


def _estimate_bar(name: str, value: "Estimate") -> Bar:
    return Bar(name, max(value.value or 0.0, 0.0), _interval(value))


def _share_bar(name: str, value: float | None) -> Bar:
    return Bar(name, max(value or 0.0, 0.0), _value(value))


def _interval(value: "Estimate") -> str:
    """Return a measure with its 95 % interval as text."""
    if value.value is None:
        return "–"
    if value.low is None or value.high is None:
        return _value(value.value)
    return f"{_value(value.value)} ({_value(value.low)} … {_value(value.high)})"


def _value(value: float | None) -> str:
    return "–" if value is None else decimal(value, _DIGITS)
