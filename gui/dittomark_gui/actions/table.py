"""Everything a person can do, in one table: text, place in the menus, keys, and when it is possible.

The table makes the menus, the tool bar, the command palette and the shortcut sheet (see
`actions.py`). What an action does is bound to its key by the window.
"""

from typing import Final

from dittomark_gui.actions import team as actions_team
from dittomark_gui.actions import view as actions_view
from dittomark_gui.actions import work as actions_work
from dittomark_gui.i18n import QT_TRANSLATE_NOOP

MENUS: Final = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("mark", QT_TRANSLATE_NOOP("Actions", "&Mark")),
    ("judge", QT_TRANSLATE_NOOP("Actions", "&Judge")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("project", QT_TRANSLATE_NOOP("Actions", "&Project")),
    ("team", QT_TRANSLATE_NOOP("Actions", "&Team")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

ACTIONS: Final = (
    *actions_work.FILE,
    *actions_work.EDIT,
    *actions_work.MARK,
    *actions_work.JUDGE,
    *actions_view.GO,
    *actions_view.VIEW,
    *actions_view.PROJECT,
    *actions_team.TEAM,
    *actions_view.HELP,
)
