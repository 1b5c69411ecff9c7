"""The page of contradicting judgements, and of clusters of duplicates."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from dittomark.labels import EXACT_DUPLICATE
from dittomark_gui.i18n import translate
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import clear_layout, plain_label
from dittomark_gui.words import article_text, article_title, relation_name, short_line

if TYPE_CHECKING:
    from dittomark.team.consistency import Cluster, Contradiction
    from dittomark_gui.panels.frame import Frame

_SHOWN: Final = 100  # entries: nobody reads more; when some are settled, others follow
_TITLE: Final = 36  # code points of a title on a button: two fit a small window


class ConsistencyPage(Page):
    """Lists contradictions, with a button for every pair that may be misjudged, and clusters."""

    help_topic = "working-in-a-team#contradictions"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Consistency", "Contradictions and clusters"))
        self.column = self.add_column()

    def refresh(self) -> None:
        """Check all judgements again."""
        from dittomark.team.consistency import clusters, contradictions

        clear_layout(self.column)
        wrong = contradictions(self._session.project)
        groups = clusters(self._session.project)
        self.column.addWidget(
            plain_label(translate("Consistency", "Can’t all be right"), "subtitle")
        )
        if not wrong:
            self._add_text(translate("Consistency", "No judgement contradicts another one."))
        for contradiction in wrong[:_SHOWN]:
            self.column.addWidget(self._contradiction(contradiction))
        self.column.addSpacing(10)
        self.column.addWidget(plain_label(translate("Consistency", "Clusters"), "subtitle"))
        if not groups:
            self._add_text(translate("Consistency", "No two articles are exact duplicates yet."))
        for cluster in groups[:_SHOWN]:
            self.column.addWidget(self._cluster(cluster))
        more = max(len(wrong), len(groups)) - _SHOWN
        if more > 0:
            self._add_text(translate("Consistency", "and %n more", "", more))

    def judge_open(self, cluster: "Cluster") -> None:
        """Judge the open pairs of a cluster as exact duplicates, under one's own name."""
        from dittomark.team.consistency import judge_cluster

        session = self._session
        count = session.run(
            lambda project: judge_cluster(
                project, cluster, relation=EXACT_DUPLICATE, annotator=session.annotator
            )
        )
        if count:
            session.messages.show_undoable(
                translate("Consistency", "%n pair(s) judged.", "", count),
                action=(translate("Consistency", "Undo"), session.undo),
            )

    def _contradiction(self, found: "Contradiction") -> QWidget:
        given = relation_name(self._session.project.scheme, found.says)
        same = relation_name(self._session.project.scheme, EXACT_DUPLICATE)
        text = translate(
            "Consistency",
            "{who} says “{says}” of two articles that are “{same}” through others.",
        ).format(who=found.annotator, says=given, same=same)
        card, column = self._card(text)
        for pair_id, relation in ((found.pair_id, given), *((pair, same) for pair in found.chain)):
            text = f"{self._pair_title(pair_id)} · {relation}"
            button = QPushButton(text.replace("&", "&&"))
            button.setObjectName("quiet")
            button.clicked.connect(
                lambda _checked, pair=pair_id: self._window.pair_wanted.emit(pair)
            )
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _cluster(self, cluster: "Cluster") -> QWidget:
        text = translate("Consistency", "%n article(s) are one", "", len(cluster.articles))
        card, column = self._card(f"{text} · {cluster.annotator}")
        for info in self._session.project.article_infos(list(cluster.articles)):
            label = plain_label(article_text(info))
            label.setWordWrap(True)
            column.addWidget(label)
        if cluster.open_pairs and cluster.annotator == self._session.annotator:
            button = QPushButton(
                translate(
                    "Consistency", "Judge %n open pair(s) the same", "", len(cluster.open_pairs)
                )
            )
            button.setEnabled(self._session.writable)
            button.clicked.connect(lambda _checked: self.judge_open(cluster))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _card(self, text: str) -> tuple[QWidget, QVBoxLayout]:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 10)
        label = plain_label(text, "muted")
        label.setWordWrap(True)
        column.addWidget(label)
        return card, column

    def _pair_title(self, pair_id: str) -> str:
        pair = self._session.project.pair(pair_id)
        infos = self._session.project.article_infos([pair.a, pair.b])
        return " ↔ ".join(short_line(article_title(info), _TITLE) for info in infos)

    def _add_text(self, text: str) -> None:
        self.column.addWidget(plain_label(text, "muted"))
