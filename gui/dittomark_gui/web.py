"""Links out of the program."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_url(url: str) -> None:
    """Open a web address in the browser; anything that is not http or https is left alone."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if address.isValid() and address.scheme() in ("http", "https") and address.host():
        QDesktopServices.openUrl(address)
