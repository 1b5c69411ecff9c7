"""The dialog with an article's metadata: editable fields, and their imported values."""

from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton

from dittomark.article_fields import EDITABLE
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import count_name, field_name

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class ArticleDetails(Dialog):
    """A form of the editable fields; the text itself never changes."""

    help_topic = "judging-pairs#details"

    def __init__(self, window: "Frame", article_id: str) -> None:
        super().__init__(window, title=translate("ArticleDetails", "Article"), width=640)
        self._window = window
        self._session = window.session
        self._info = self._session.project.article_info(article_id)
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for key in EDITABLE:
            field = QLineEdit(getattr(self._info, key))
            field.setAccessibleName(field_name(key))
            field.setCursorPosition(0)
            field.setReadOnly(not self._session.writable)
            self.fields[key] = field
            form.addRow(field_name(key), field)
            self._add_original(form, key)
        self.body.addLayout(form)
        facts = translate("ArticleDetails", "{characters} · read as {encoding}").format(
            characters=count_name("characters", self._info.length), encoding=self._info.encoding
        )
        name = self._info.external_id
        self.body.addWidget(plain_label(f"{facts} · {name}" if name else facts, "muted"))
        self.add_buttons(translate("ArticleDetails", "Keep changes"))

    @classmethod
    def open_for(cls, window: "Frame", article_id: str) -> Self:
        """Create and open the dialog for an article."""
        return cls(window, article_id).present()

    def accept(self) -> None:
        """Save the changed fields."""
        changed = {
            key: field.text().strip()
            for key, field in self.fields.items()
            if field.text().strip() != getattr(self._info, key)
        }
        if changed:
            done = self._session.run(
                lambda project: project.edit_article(
                    self._info.id, annotator=self._session.annotator, **changed
                )
            )
            if done is None:
                return
        super().accept()

    def _add_original(self, form: QFormLayout, key: str) -> None:
        """Add a button that restores a field's imported value, if the current one differs."""
        original = str(self._info.imported.get(key) or "")
        if original == getattr(self._info, key):
            return
        shown = original if len(original) <= 70 else original[:69] + "…"
        back = QPushButton(
            translate("ArticleDetails", "As imported: {text}")
            .format(text=shown or "–")
            .replace("&", "&&")
        )
        back.setObjectName("quiet")
        back.setAutoDefault(False)
        back.clicked.connect(lambda: self.fields[key].setText(original))
        form.addRow("", back)
