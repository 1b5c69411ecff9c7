"""Actions made from the project's label scheme: a shortcut for each label and relation."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from dittomark.annotations import Changes
from dittomark.labels import Label
from dittomark_gui.actions.actions import Actions
from dittomark_gui.i18n import translate
from dittomark_gui.session import Session
from dittomark_gui.window.presenter import Presenter
from dittomark_gui.words import label_name
from dittomark_gui.work.judging import Judging
from dittomark_gui.work.marking import Marking
from dittomark_gui.work.several_pairs import ManyPairs


class SchemeActions(QObject):
    """Keeps the shortcuts of labels and relations up to date with the scheme."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        *,
        presenter: Presenter,
        marking: Marking,
        judging: Judging,
        many: ManyPairs,
    ) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._presenter = presenter
        self._marking = marking
        self._judging = judging
        self._many = many
        session.opened.connect(self.show_scheme)
        session.changed.connect(self._on_changed)

    def show_scheme(self) -> None:
        """Create the actions of the project's labels and relations, and show the scheme."""
        scheme = self._session.project.scheme
        self._presenter.show_scheme()
        taken = {key for spec in self._actions.specs() for key in self._keys(spec.key)}
        labels = [self._label_action(label, taken) for label in scheme.spans if _has_key(label)]
        labels += [
            self._label_action(label, taken, on_top=True)
            for label in scheme.spans
            if _has_key(label) and _with_shift(label) not in taken
        ]
        relations = [self._relation_action(label) for label in scheme.relations if _has_key(label)]
        self._actions.set_prior([*labels, *relations])

    def _label_action(
        self, label: Label, taken: set[str], *, on_top: bool = False
    ) -> tuple[QAction, frozenset[str]]:
        name = label_name(label).replace("&", "&&")
        if on_top:
            name = translate("SchemeActions", "{label}, over what is marked").format(label=name)
        action = QAction(name, self)
        sequence = QKeySequence(_with_shift(label) if on_top else label.shortcut)
        action.setShortcut(sequence)
        action.setAutoRepeat(False)
        action.triggered.connect(lambda: self._marking.mark(label.key, on_top=on_top))
        # A key with a second meaning marks only a selection; the others also mark the block at the
        # caret.
        state = "selection" if sequence.toString() in taken else "caret"
        return action, frozenset({"writable", "article", state})

    def _relation_action(self, label: Label) -> tuple[QAction, frozenset[str]]:
        action = QAction(label_name(label).replace("&", "&&"), self)
        action.setShortcut(QKeySequence(label.shortcut))
        action.setAutoRepeat(False)
        action.triggered.connect(lambda: self._choose(label.key))
        return action, frozenset({"writable", "pair"})

    def _choose(self, relation: str) -> None:
        """Choose the relation of the pairs selected in the queue, else of the shown pair."""
        if not self._many.choose_relation(relation):
            self._judging.choose_relation(relation)

    def _keys(self, key: str) -> list[str]:
        return [QKeySequence(text).toString() for text in self._actions.shortcuts(key)]

    def _on_changed(self, changes: Changes) -> None:
        if changes.scheme or changes.many:
            self.show_scheme()


def _with_shift(label: Label) -> str:
    """Return the label's key with Shift, which adds the label over existing spans."""
    return QKeySequence(f"Shift+{label.shortcut}").toString()


def _has_key(label: Label) -> bool:
    return bool(label.shortcut) and not label.retired
