"""Settings made by the administrator of this computer, or by the setup.

On Windows they are in the registry, which group policies write; elsewhere in a file that only an
administrator can write. An unreadable setting counts as not made.
"""

import os
import sys
import tomllib
from pathlib import Path
from typing import Final

POLICY_KEY: Final = r"Software\Policies\Dittomark"
SETUP_KEY: Final = r"Software\Dittomark\Setup"
POLICY_FILE: Final = Path(
    "/Library/Application Support/Dittomark/policy.toml"
    if sys.platform == "darwin"
    else "/etc/dittomark/policy.toml"
)
_NAME: Final = "LookForUpdates"  # a number in the registry, 0 for no; true or false in the file


def may_look_for_updates(policy: Path | None = None) -> bool:
    """Whether users may check for newer versions; `policy` is another file with the setting.

    Never inside a Flatpak: it has no network, and is updated from outside.
    """
    if "FLATPAK_ID" in os.environ:
        return False
    if sys.platform == "win32":
        return _registry(POLICY_KEY, _NAME) != 0
    try:
        with (policy or POLICY_FILE).open("rb") as file:
            return tomllib.load(file).get(_NAME) is not False
    except (OSError, ValueError):
        return True


def setup_language() -> str:
    """Return the code of the Windows setup's language; empty if unknown."""
    found = _registry(SETUP_KEY, "Interface")
    return found if isinstance(found, str) else ""


def _registry(key: str, name: str) -> object:
    """Return a value of this user's registry or of the computer's; None if there is none.

    The computer's value has priority over the user's.
    """
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, key) as opened:
                    return winreg.QueryValueEx(opened, name)[0]
            except OSError:
                continue
    return None
