"""Opens web pages and folders in other programs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from dittomark.system.environment import for_other_programs


def open_url(url: str) -> None:
    """Open an http or https URL in the web browser; ignore any other."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if address.isValid() and address.scheme() in ("http", "https") and address.host():
        with _system_environment():
            QDesktopServices.openUrl(address)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    with _system_environment():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@contextmanager
def _system_environment() -> Iterator[None]:
    """Set the environment variables of the system during the block, without the bundled libraries.

    Qt starts other programs with the process's own environment.
    """
    own, system = dict(os.environ), for_other_programs()
    changed = {name for name in own if own[name] != system.get(name)}
    for name in changed:
        if name in system:
            os.environ[name] = system[name]
        else:
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.update({name: own[name] for name in changed})
