"""The dashboard: progress, use of labels, time per pair, and work by annotator."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dittomark.project_statistics import AnnotatorStatistics, Statistics
from dittomark_gui.i18n import day, duration, number, percent, translate
from dittomark_gui.panels.charts import Bar, BarChart, Chart, ColumnChart, count_bars, histogram
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.words import link_kind_name, relation_name, span_name

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

# Limits of the time-per-pair histogram, in seconds.
_TIMES: Final = (5, 10, 15, 20, 30, 45, 60, 90, 120, 300)
_DAYS: Final = 30
_WIDE: Final = 900  # px: all tiles are in one row


class Dashboard(Page):
    """The project's statistics as tiles and charts."""

    help_topic = "for-project-leads#dashboard"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Dashboard", "Dashboard"), action="dashboard")
        self._tiles = QGridLayout()
        self._tiles.setSpacing(12)
        self.body.addLayout(self._tiles)
        self._own_alone = plain_label(
            translate(
                "Dashboard",
                "Your own work: what others say stays hidden until it is settled, as your team’s "
                "lead wants it.",
            ),
            "muted",
        )
        self._own_alone.setWordWrap(True)
        self.body.addWidget(self._own_alone)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("Dashboard", "Pairs done"))
        self.body.addWidget(self._bar)
        self.relations = BarChart(translate("Dashboard", "Pairs by relation"))
        self.labels = BarChart(translate("Dashboard", "Spans by label"))
        self.links = BarChart(translate("Dashboard", "Links by kind"))
        self.days = ColumnChart(translate("Dashboard", "Pairs done per day"))
        self.times = ColumnChart(translate("Dashboard", "Time per pair"))
        self.annotators = BarChart(translate("Dashboard", "Pairs done per annotator"))
        grid = QGridLayout()
        grid.setSpacing(14)
        grid.addWidget(_card(self.relations), 0, 0)
        grid.addWidget(_card(self.labels), 0, 1)
        grid.addWidget(_card(self.days), 1, 0)
        grid.addWidget(_card(self.times), 1, 1)
        grid.addWidget(_card(self.annotators), 2, 0, 1, 2)  # both columns: its texts are long
        grid.addWidget(_card(self.links), 3, 0)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Compute and show the statistics."""
        who = self._session.annotator
        found = self._session.run(lambda project: project.statistics(seen_by=who))
        if found is None:
            return
        self._own_alone.setVisible(not self._session.sees_others)
        self._show_tiles(found)
        scheme = self._session.project.scheme
        self.relations.show_bars(
            count_bars(
                found.relations, {key: relation_name(scheme, key) for key in found.relations}
            )
        )
        colors = {label.key: label.color for label in scheme.spans}
        self.labels.show_bars(
            count_bars(found.labels, {key: span_name(scheme, key) for key in found.labels}, colors)
        )
        self.links.show_bars(
            count_bars(found.links, {key: link_kind_name(scheme, key) for key in found.links})
        )
        days = list(found.days.items())[-_DAYS:]
        self.days.show_bars([Bar(_short_day(key), count, number(count)) for key, count in days])
        self.times.show_bars(_time_bars(found.annotators))
        self.annotators.show_bars([_annotator_bar(item) for item in found.annotators])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tiles in one row or two, depending on the width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        tiles = [
            tile
            for place in range(self._tiles.count())
            if (item := self._tiles.itemAt(place)) is not None
            and (tile := item.widget()) is not None
        ]
        a_row = len(tiles) if self.width() >= _WIDE else -(-len(tiles) // 2)
        for place, tile in enumerate(tiles):
            self._tiles.addWidget(tile, *divmod(place, max(a_row, 1)))

    def _show_tiles(self, found: Statistics) -> None:
        clear_layout(self._tiles)
        share = found.pairs_judged / found.pairs if found.pairs else 0.0
        # As in the top bar: the estimate for this annotator.
        progress = self._session.project.progress(
            annotator=self._session.annotator, day_began=datetime.now(UTC)
        )
        left = progress.seconds_left
        tiles = (
            (translate("Dashboard", "Articles"), number(found.articles)),
            (translate("Dashboard", "Pairs"), number(found.pairs)),
            (
                translate("Dashboard", "Pairs done"),
                f"{number(found.pairs_judged)} · {percent(share)}",
            ),
            (translate("Dashboard", "Spans"), number(sum(found.labels.values()))),
            (translate("Dashboard", "Links"), number(sum(found.links.values()))),
            (translate("Dashboard", "Events"), number(found.events)),
            (translate("Dashboard", "Time left, about"), duration(left) if left else "–"),
        )
        for name, value in tiles:
            self._tiles.addWidget(_tile(name, value))
        self._arrange()
        self._bar.setRange(0, max(found.pairs, 1))
        self._bar.setValue(found.pairs_judged)


def _time_bars(annotators: tuple[AnnotatorStatistics, ...]) -> list[Bar]:
    seconds = [value for item in annotators for value in item.seconds]
    if not seconds:
        return []
    counts = histogram(seconds, limits=_TIMES)
    names = [f"< {_limit(limit)}" for limit in _TIMES] + [f"≥ {_limit(_TIMES[-1])}"]
    return [Bar(name, count, number(count)) for name, count in zip(names, counts, strict=True)]


def _limit(seconds: int) -> str:
    """Return a limit of the histogram as a short text."""
    if seconds % 60:
        return translate("Dashboard", "{s} s").format(s=number(seconds))
    return translate("Dashboard", "{min} min").format(min=number(seconds // 60))


def _annotator_bar(item: AnnotatorStatistics) -> Bar:
    text = translate("Dashboard", "{done} done · {spans} spans · {skipped} skipped").format(
        done=number(item.done), spans=number(item.spans), skipped=number(item.skipped)
    )
    if item.links:
        text += " · " + translate("Dashboard", "%n link(s)", "", item.links)
    if item.seconds:
        text += " · " + translate("Dashboard", "{time} a pair").format(
            time=duration(item.median_seconds)
        )
    return Bar(item.annotator, item.done, text)


def _short_day(text: str) -> str:
    """Return a day without its year: the columns are narrow."""
    return " ".join(day(text).split()[:2])


def _card(chart: Chart) -> QWidget:
    card = QFrame()
    card.setObjectName("card")
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 14)
    column.addWidget(plain_label(chart.accessibleName(), "subtitle"))
    column.addWidget(chart)
    column.addStretch(1)
    return card


def _tile(name: str, value: str) -> QWidget:
    tile = QFrame()
    tile.setObjectName("card")
    column = QVBoxLayout(tile)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(0)
    column.addWidget(plain_label(value, "subtitle"))
    column.addWidget(plain_label(name, "muted"))
    return tile
