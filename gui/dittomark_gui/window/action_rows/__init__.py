"""The table of all actions: text, menu, shortcuts, condition and handler.

One module per menu. The menus, the tool bar, the command palette and the shortcut sheet are built
from these rows (see `actions/actions.py`). A handler imports the dialog it opens only when it runs,
so that the window opens faster.
"""

from typing import Final

from dittomark_gui.i18n import QT_TRANSLATE_NOOP
from dittomark_gui.window.action_rows.edit_menu import EDIT
from dittomark_gui.window.action_rows.file_menu import FILE
from dittomark_gui.window.action_rows.go_menu import GO
from dittomark_gui.window.action_rows.help_menu import HELP
from dittomark_gui.window.action_rows.judge_menu import JUDGE
from dittomark_gui.window.action_rows.link_menu import LINK
from dittomark_gui.window.action_rows.mark_menu import MARK
from dittomark_gui.window.action_rows.project_menu import PROJECT
from dittomark_gui.window.action_rows.row import ActionRow, SwitchRow
from dittomark_gui.window.action_rows.team_menu import TEAM
from dittomark_gui.window.action_rows.view_menu import VIEW

MENUS: Final = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("link", QT_TRANSLATE_NOOP("Actions", "&Link")),
    ("judge", QT_TRANSLATE_NOOP("Actions", "&Judge")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("project", QT_TRANSLATE_NOOP("Actions", "&Project")),
    ("team", QT_TRANSLATE_NOOP("Actions", "&Team")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

ACTIONS: Final[tuple[ActionRow | SwitchRow, ...]] = (
    *FILE,
    *EDIT,
    *MARK,
    *LINK,
    *JUDGE,
    *GO,
    *VIEW,
    *PROJECT,
    *TEAM,
    *HELP,
)
