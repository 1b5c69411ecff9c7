"""The page that measures the engine's passages against people's links, for leads."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dittomark.errors import NotFoundError
from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import decimal, number, percent, translate
from dittomark_gui.panels.charts import Bar, BarChart
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.tips import plain_tip
from dittomark_gui.words import article_title, link_kind_name, short_line

if TYPE_CHECKING:
    from dittomark.evaluating import Evaluation
    from dittomark.evaluating.plagdet import Score
    from dittomark_gui.panels.frame import Frame

_WORST: Final = 15
_TITLE: Final = 36  # code points of a title on a button: two fit a small window
_DIGITS: Final = 3
_GROUPINGS: Final = {
    "narrow": lambda: translate("Evaluation", "Grouping: narrow"),
    "adaptive": lambda: translate("Evaluation", "Grouping: adaptive (as shown)"),
    "wide": lambda: translate("Evaluation", "Grouping: wide"),
}
Found = Mapping[str, "Evaluation"]


class EvaluationPage(Page):
    """PlagDet and its parts for each grouping and kind of link, and the worst pairs."""

    help_topic = "links#measure"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Evaluation", "The engine beside your links"))
        self.column = self.add_column()
        self._task: Task | None = None
        self._state: QLabel | None = None

    def refresh(self) -> None:
        """Compare the linked pairs again, in the background."""
        if self._task is not None:
            self._task.cancel()
        clear_layout(self.column)
        self._state = self._add_text(translate("Evaluation", "Comparing the linked pairs…"))
        path, who = self._session.project.path, self._session.annotator
        annotators = () if self._session.sees_others else (who,)

        def measure(report: Report) -> "tuple[Found, int]":
            from dittomark.compare import GROUPINGS, Settings
            from dittomark.evaluating import evaluate, gold_of
            from dittomark.evaluating.measured import our_engine
            from dittomark.project import Project

            with Project.open(path, read_only=True) as project:
                gold = gold_of(project, annotators=annotators)
                if not any(pair.links for pair in gold.pairs):
                    return {}, gold.left_out
                found: dict[str, Evaluation] = {
                    grouping: evaluate(
                        gold, our_engine(project, Settings(grouping=grouping)), report=report
                    )
                    for grouping in GROUPINGS
                }
                return found, gold.left_out

        self._task = self._window.background.start(
            measure,
            on_done=self._show,
            on_failed=self._session.report_failure,
            on_progress=self._on_progress,
        )

    def _on_progress(self, done: int, total: int) -> None:
        if self._state is not None and total:
            self._state.setText(
                translate("Evaluation", "Comparing the linked pairs… {share}").format(
                    share=percent(done / total)
                )
            )

    def _show(self, measured: "tuple[Found, int]") -> None:
        self._task, self._state = None, None
        found, left_out = measured
        clear_layout(self.column)
        if not found:
            self._add_text(
                translate(
                    "Evaluation",
                    "Nobody linked two articles yet. Take passages as links (L), or link what you "
                    "select: then this page says how well the engine finds the same.",
                )
            )
            return
        if left_out:
            self._add_text(
                translate(
                    "Evaluation",
                    "%n pair(s) without a link are left out: nobody finished them.",
                    "",
                    left_out,
                )
            )
        for grouping, one in found.items():
            self._add_engine(grouping, one)
        self._add_worst(found["adaptive"])

    def _add_engine(self, grouping: str, found: "Evaluation") -> None:
        chart = BarChart(translate("Evaluation", "PlagDet by kind of link"))
        chart.full = 1.0
        scheme = self._session.project.scheme
        chart.show_bars(
            [
                Bar(link_kind_name(scheme, kind), score.plagdet, decimal(score.plagdet, _DIGITS))
                for kind, score in found.by_kind.items()
            ]
        )
        self._add_card(_GROUPINGS[grouping](), _facts(found.all), chart)

    def _add_worst(self, found: "Evaluation") -> None:
        self.column.addWidget(plain_label(translate("Evaluation", "Worst pairs"), "subtitle"))
        infos = {info.id: info for info in self._session.project.article_infos()}
        shown = [pair for pair in found.pairs if pair.score.plagdet < 1][:_WORST]
        if not shown:
            self._add_text(translate("Evaluation", "The engine finds all of them exactly."))
        for pair in shown:
            titles = [article_title(infos[name]) for name in (pair.a, pair.b)]
            short = " ↔ ".join(short_line(title, _TITLE) for title in titles)
            text = f"{decimal(pair.score.plagdet, _DIGITS)} · {short}"
            button = QPushButton(text.replace("&", "&&"))
            button.setObjectName("quiet")
            button.setToolTip(plain_tip("\n".join((*titles, _facts(pair.score)))))
            button.clicked.connect(lambda _checked, a=pair.a, b=pair.b: self._go_to(a, b))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _go_to(self, a: str, b: str) -> None:
        pair = self._session.project.find_pair(a, b)
        try:
            if pair is not None:
                self._window.pair_wanted.emit(pair.id)
            else:
                self._window.articles_wanted.emit([a, b])
        except NotFoundError:
            self.refresh()

    def _add_card(self, title: str, facts: str, chart: QWidget) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(plain_label(title, "subtitle"))
        label = plain_label(facts, "muted")
        label.setWordWrap(True)
        column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(plain_label(chart.accessibleName(), "heading"))
        column.addWidget(chart)
        self.column.addWidget(card)

    def _add_text(self, text: str) -> QLabel:
        label = plain_label(text, "muted")
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label


def _facts(score: "Score") -> str:
    return translate(
        "Evaluation",
        "PlagDet {plagdet} · precision {precision} · recall {recall} · granularity {granularity} · "
        "{cases} links, {found} found",
    ).format(
        plagdet=decimal(score.plagdet, _DIGITS),
        precision=decimal(score.precision, _DIGITS),
        recall=decimal(score.recall, _DIGITS),
        granularity=decimal(score.granularity, _DIGITS),
        cases=number(score.cases),
        found=number(score.detections),
    )
