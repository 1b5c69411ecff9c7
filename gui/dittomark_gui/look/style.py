"""The style sheet of the window's widgets, made from a `Theme`.

It has only what Qt's Fusion style with the theme's palette lacks. Selectors refer to object names
set by the widgets (`#primary`, `#chip`, `#heading`).
"""

from collections.abc import Sequence
from string import Template
from typing import Final

import dittomark_resources
from dittomark_gui.look.theme import Theme

_SHEET: Final = Template("""
* { font-size: ${size}pt; }
QAbstractItemView, QMenu, QMenuBar, QMessageBox, QStatusBar, QToolTip { font-family: $families; }
QMainWindow, QDialog { background: $window; }
QToolTip { color: $tag_text; background: $tag; border: 1px solid $tag; padding: 3px; }
QToolBar { border: none; padding: 0; margin: 0; spacing: 0; }
QWidget#topBar, QWidget#bottomBar { background: $window; }
QWidget#topBar { border-bottom: 1px solid $rule; }
QWidget#bottomBar { border-top: 1px solid $rule; }
QWidget#sidePanel, QScrollArea#sidePanel, QWidget#sidePanelBody { background: $panel; }
QWidget#page, QScrollArea#page { background: $page; }
QWidget#leftPanel { background: $panel; border-right: 1px solid $rule; }
QWidget#labelPanel { background: $panel; border-left: 1px solid $rule; }
QSplitter::handle { background: $rule; }

QLabel#brand { font-size: ${large}pt; font-weight: bold; }
QLabel#brandMark { font-size: ${large}pt; font-weight: bold; color: $source; }
QLabel#muted, QLabel#status, QLabel#meaning { color: $muted; }
QLabel#saved { color: $success; }
QLabel#saved[unsaved="true"] { color: $danger; }
QLabel#title { font-size: ${title}pt; font-weight: bold; }
QLabel#subtitle { font-size: ${large}pt; font-weight: bold; }
QLabel#heading { color: $muted; font-size: ${small}pt; font-weight: bold; }
QLabel#alike { color: $warning; font-weight: bold; }
QLabel#removed { color: $edit; text-decoration: line-through; }
QLabel#inserted { color: $success; font-weight: bold; }
QLabel#keyHint { background: $field; border: 1px solid $border; border-bottom-width: 2px;
    border-radius: 4px; padding: 0 4px; font-size: ${small}pt; min-width: 10px; }

QPushButton { background: $field; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 4px 12px; }
QPushButton:hover { background: $accent_soft; color: $accent_soft_text; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:disabled { color: $faint; border-color: $rule; }
QPushButton:focus, QToolButton:focus, QRadioButton:focus, QCheckBox:focus, QComboBox:focus,
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractItemView:focus, QSpinBox:focus,
QDoubleSpinBox:focus { outline: none; border: 2px solid $focus; }
QPushButton:focus { padding: 3px 11px; }
QPushButton#primary { background: $accent; color: $accent_text; border: 1px solid $accent;
    font-weight: bold; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#primary:disabled { background: $progress_track; color: $muted; border-color: $rule; }
QPushButton#quiet, QPushButton#direction { background: transparent; border: 1px solid transparent;
    color: $link; padding: 2px 6px; }
QPushButton#direction { color: $text; text-align: left; }
QPushButton#quiet:hover, QPushButton#direction:hover { background: $accent_soft; }
QPushButton#quiet:focus, QPushButton#direction:focus { border: 2px solid $focus;
    padding: 1px 5px; }
QPushButton#quiet:checked { background: $accent_soft; color: $accent_soft_text;
    font-weight: bold; }
QPushButton#quiet:disabled, QPushButton#direction:disabled { color: $faint; }
QPushButton#quiet[alarm="true"] { color: $warning; }
QPushButton#danger { color: $danger; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton#menuButton { padding-left: 8px; padding-right: 22px; }
QPushButton#filters { background: transparent; border: 1px solid transparent; color: $link;
    padding: 4px; }
QPushButton#filters:hover { background: $accent_soft; }
QPushButton#filters:focus { border: 2px solid $focus; padding: 3px; }
QPushButton#quiet[opensMenu="true"] { padding-right: 20px; text-align: left; }
QPushButton#quiet[opensMenu="true"]:focus { padding-right: 19px; }
QPushButton#menuButton::menu-indicator, QPushButton#quiet[opensMenu="true"]::menu-indicator {
    image: url("$down"); width: 10px; height: 10px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 9px; }
QPushButton#quiet[opensMenu="true"]::menu-indicator { right: 4px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent;
    border-radius: 5px; padding: 3px 6px; }
QToolButton:hover { background: $accent_soft; color: $accent_soft_text; }
QToolButton:focus { padding: 2px 5px; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton#fold { color: $muted; padding: 2px; }
QToolButton#good { color: $success; }
QToolButton#bad { color: $danger; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: $field; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 3px 6px; selection-background-color: $selection;
    selection-color: $selection_text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { padding: 2px 5px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $faint;
    background: $window; border-color: $rule; }
QLabel:disabled { color: $faint; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$down"); width: 11px; height: 11px; }
QSpinBox, QDoubleSpinBox { padding-right: 20px; min-height: 22px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 9px; height: 9px; }
QComboBox QAbstractItemView { background: $field; color: $text; border: 1px solid $border;
    selection-background-color: $accent_soft; selection-color: $accent_soft_text; }

QAbstractItemView { background: transparent; color: $text; border: 2px solid transparent;
    selection-background-color: $accent_soft; selection-color: $accent_soft_text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QAbstractItemView:window { background: $field; border: 1px solid $border; }
QTableView, QTreeView { background: $page; border: 1px solid $rule; gridline-color: $rule;
    alternate-background-color: $panel; }
QTableView::item { padding: 0 8px; }
QHeaderView::section { background: $panel; color: $muted; border: none;
    border-bottom: 1px solid $rule; padding: 4px 8px; }
QTableCornerButton::section { background: $panel; border: none; }

QTabBar#lists::tab { background: transparent; color: $muted; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 12px; }
QTabBar#lists::tab:selected { background: $progress_track; color: $text; font-weight: bold; }
QTabBar#lists::tab:focus { border: 2px solid $focus; padding: 4px 11px; }
QTabBar#lists, QTabBar#articles { border: none; }
QTabBar#articles::tab { background: transparent; color: $muted; border: 1px solid transparent;
    border-bottom: 2px solid transparent; padding: 5px 10px; }
QTabBar#articles::tab:selected { background: $progress_track; color: $text;
    border-bottom-color: $accent; }
QTabBar#articles::tab:focus { border: 2px solid $focus; padding: 4px 9px; }

QFrame#relationRow { border-radius: 6px; border: 1px solid transparent; }
QFrame#relationRow[chosen="true"] { background: $accent_soft; }
QFrame#relationRow[proposed="true"] { border: 1px dashed $accent; }
QFrame#relationRow[chosen="true"] QRadioButton { color: $accent_soft_text; font-weight: bold; }
QFrame#relationRow:hover { border-color: $border; }
QRadioButton, QCheckBox { color: $text; border: 2px solid transparent; border-radius: 4px;
    padding: 1px; spacing: 6px; }
QRadioButton:disabled, QCheckBox:disabled { color: $faint; }

QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator { width: 13px; height: 13px;
    border: 2px solid $muted; border-radius: 4px; background: $field; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:checked {
    border-color: $accent; background: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $faint; }
QRadioButton::indicator { width: 8px; height: 8px; border: 2px solid $muted; border-radius: 6px;
    background: $field; }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 4px; height: 4px; }
QRadioButton::indicator:disabled { border-color: $faint; }

QWidget#chip { background: $chip; border: 1px solid $border; border-radius: 12px; }
QWidget#chip[suggested="true"] { background: transparent; border: 1px dashed $border; }
QToolButton#chipText, QToolButton#chipSide { color: $chip_text; padding: 1px 2px;
    border: 1px solid transparent; background: transparent; }
QWidget#chip[suggested="true"] QToolButton#chipText { color: $muted; }
QToolButton#chipText:hover, QToolButton#chipSide:hover { text-decoration: underline; }
QToolButton#chipText:focus, QToolButton#chipSide:focus { border: 1px solid $focus; }

QWidget#messageBar { background: $accent_soft; border: 1px solid $accent; border-radius: 8px; }
QWidget#messageBar QLabel { color: $accent_soft_text; }
QWidget#messageBar[kind="warning"] { border-left: 4px solid $warning; }
QWidget#messageBar[kind="error"] { border-left: 4px solid $danger; }

QProgressBar { background: $progress_track; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $success; border-radius: 3px; }

QMenu { background: $field; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 4px 26px 4px 22px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $accent_soft_text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $rule; margin: 4px 8px; }
QMenuBar { background: $window; color: $text; }
QMenuBar::item:selected { background: $accent_soft; color: $accent_soft_text; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; min-height: 28px; min-width: 28px;
    margin: 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame#card { background: $page; border: 1px solid $rule; border-radius: 10px; }
QFrame#dropZone { border: 2px dashed $border; border-radius: 10px; }
QFrame#popup { background: $field; border: 1px solid $border; border-radius: 8px; }
QFrame#rule { background: $rule; max-height: 1px; border: none; }
""")


def style_sheet(theme: Theme, *, size: float, families: Sequence[str]) -> str:
    """Return the style sheet of a theme; `size` is the interface's text size in points.

    `families` are its fonts: on Windows some widgets (lists, menus) ignore the application's font.
    """
    colors = {
        name: getattr(theme, name)
        for name in type(theme).__dataclass_fields__
        if isinstance(getattr(theme, name), str)
    }
    # A style sheet cannot recolour an icon: the arrows are a grey that suits every theme, and there
    # are two check marks.
    arrows = {
        name: dittomark_resources.path(f"icons/control-{name}.svg").as_posix()
        for name in ("up", "down")
    }
    tick = "control-check-dark" if theme.dark else "control-check-light"
    return _SHEET.substitute(
        colors,
        **arrows,
        check=dittomark_resources.path(f"icons/{tick}.svg").as_posix(),
        families=", ".join(f'"{name}"' for name in families),
        size=_points(size),
        small=_points(size * 0.88),
        large=_points(size * 1.25),
        title=_points(size * 1.7),
    )


def _points(size: float) -> str:
    return f"{size:.1f}"
