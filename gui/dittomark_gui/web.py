"""Links out of the program."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from dittomark.system.environment import for_other_programs


def open_url(url: str) -> None:
    """Open a web address in the browser; anything that is not http or https is left alone."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if address.isValid() and address.scheme() in ("http", "https") and address.host():
        with _as_others_see_it():
            QDesktopServices.openUrl(address)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    with _as_others_see_it():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@contextmanager
def _as_others_see_it() -> Iterator[None]:
    """Hand the browser the system's libraries instead of ours; Qt asks for no list of variables."""
    ours, theirs = dict(os.environ), for_other_programs()
    changed = {name for name in ours if ours[name] != theirs.get(name)}
    for name in changed:
        if name in theirs:
            os.environ[name] = theirs[name]
        else:
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.update({name: ours[name] for name in changed})
