"""The preferences dialog: every change is applied at once, without confirmation."""

from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.passage_colors import PaletteBox, StrengthBox
from dittomark_gui.i18n import LANGUAGES, QT_TRANSLATE_NOOP, translate
from dittomark_gui.panels.widgets import inset_text, plain_label
from dittomark_gui.user_settings import Preferences

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_THEMES: Final = (
    ("system", QT_TRANSLATE_NOOP("Preferences", "As the system")),
    ("light", QT_TRANSLATE_NOOP("Preferences", "Light")),
    ("dark", QT_TRANSLATE_NOOP("Preferences", "Dark")),
    ("high_contrast", QT_TRANSLATE_NOOP("Preferences", "High contrast")),
)
_SWITCHES: Final = (
    ("scroll_locked", QT_TRANSLATE_NOOP("Preferences", "Scroll the articles together")),
    ("boilerplate_folded", QT_TRANSLATE_NOOP("Preferences", "Fold boilerplate away")),
    (
        "judge_and_go",
        QT_TRANSLATE_NOOP("Preferences", "A relation’s key also goes on to the next pair"),
    ),
    ("show_invisible", QT_TRANSLATE_NOOP("Preferences", "Show invisible characters")),
)


class PreferencesDialog(Dialog):
    """A form for theme, text, language, name and behaviour."""

    help_topic = "first-ten-minutes#preferences"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Preferences", "Preferences"), width=520)
        self._window = window
        self._settings = window.settings
        form = QFormLayout()
        form.setVerticalSpacing(10)
        self.body.addLayout(form)
        preferences = self._settings.preferences
        self._add(form, translate("Preferences", "Theme"), self._theme_box(preferences))
        self.palette_box = PaletteBox(self._settings)
        self._add(form, translate("Preferences", "Colours of the passages"), self.palette_box)
        self.strength = StrengthBox(self._settings)
        self._add(form, translate("Preferences", "Strength of the colours"), self.strength)
        self._add(form, translate("Preferences", "Language"), self._language_box(preferences))
        self._add(
            form, translate("Preferences", "Font of the articles"), self._font_box(preferences)
        )
        self._add(
            form, translate("Preferences", "Size of the articles"), self._size_box(preferences)
        )
        self._add(form, translate("Preferences", "Line spacing"), self._spacing_box(preferences))
        self._add(form, translate("Preferences", "Your name"), self._name_field())
        self.switches: dict[str, QCheckBox] = {}
        for name, text in _SWITCHES:
            self.switches[name] = self._switch(name, translate("Preferences", text))
            form.addRow("", self.switches[name])
        self.body.addLayout(self._more_row())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.body.addWidget(buttons)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def done(self, result: int) -> None:
        """Set the typed annotator name, then close."""
        name = self.name.text().strip()
        if name and name != self._window.session.annotator:
            self._window.session.set_annotator(name)
        super().done(result)

    @staticmethod
    def _add(form: QFormLayout, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        form.addRow(name, field)

    def _theme_box(self, preferences: Preferences) -> QComboBox:
        self.theme = QComboBox()
        for key, text in _THEMES:
            self.theme.addItem(translate("Preferences", text), key)
        self.theme.setCurrentIndex(max(self.theme.findData(preferences.theme), 0))
        self.theme.currentIndexChanged.connect(
            lambda: self._settings.update(theme=self.theme.currentData())
        )
        return self.theme

    def _language_box(self, preferences: Preferences) -> QComboBox:
        self.language = QComboBox()
        self.language.addItem(translate("Preferences", "As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(preferences.language), 0))
        self.language.currentIndexChanged.connect(self._on_language_chosen)
        return self.language

    def _on_language_chosen(self) -> None:
        """Close first, because the window is rebuilt in the new language."""
        code, settings = self.language.currentData(), self._settings
        self.accept()
        QTimer.singleShot(0, settings, lambda: settings.update(language=code))

    def _font_box(self, preferences: Preferences) -> QComboBox:
        self.family = QComboBox()
        self.family.addItem(translate("Preferences", "Noto, as shipped"), "")
        for name in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(name):
                self.family.addItem(name, name)
        self.family.setCurrentIndex(max(self.family.findData(preferences.text_family), 0))
        self.family.currentIndexChanged.connect(
            lambda: self._settings.update(text_family=self.family.currentData())
        )
        return self.family

    def _size_box(self, preferences: Preferences) -> QSpinBox:
        self.size_box = QSpinBox()
        inset_text(self.size_box)
        self.size_box.setRange(7, 40)
        self.size_box.setSuffix(translate("Preferences", " pt"))
        self.size_box.setValue(preferences.text_size)
        self.size_box.valueChanged.connect(lambda value: self._settings.update(text_size=value))
        return self.size_box

    def _spacing_box(self, preferences: Preferences) -> QDoubleSpinBox:
        self.spacing = QDoubleSpinBox()
        inset_text(self.spacing)
        self.spacing.setRange(1.0, 2.5)
        self.spacing.setSingleStep(0.05)
        self.spacing.setValue(preferences.line_spacing)
        self.spacing.valueChanged.connect(
            lambda value: self._settings.update(line_spacing=round(value, 2))
        )
        return self.spacing

    def _name_field(self) -> QLineEdit:
        self.name = QLineEdit(self._window.session.annotator)
        return self.name

    def _switch(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(bool(getattr(self._settings.preferences, name)))
        box.toggled.connect(lambda on: self._on_switched(name, on))
        return box

    def _on_switched(self, name: str, on: bool) -> None:
        self._settings.update(**{name: on})

    def _more_row(self) -> QHBoxLayout:
        shortcuts = QPushButton(translate("Preferences", "Keyboard shortcuts…"))
        shortcuts.setAutoDefault(False)
        shortcuts.clicked.connect(lambda: self._window.action_wanted.emit("shortcuts"))
        row = QHBoxLayout()
        row.addWidget(plain_label(translate("Preferences", "Changes apply at once."), "muted"))
        row.addStretch(1)
        row.addWidget(shortcuts)
        return row
