"""The version of the program, and the check for newer releases.

Nothing here runs by itself: the only connection of the program is made when the user asks for it.
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason
from dittomark.system.administration import may_look_for_updates

if TYPE_CHECKING:
    from ssl import SSLContext

# Written when an installer is built: the address of its builder's releases.
ADDRESS_FILE: Final = Path(__file__).with_name("releases-address.txt")
_SECONDS: Final = 8
_BYTES: Final = 1_000_000
# A page on this computer needs no certificate.
_SAFE: Final = re.compile(r"https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/]")


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release: its version, and its web page."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than this program."""
        return _numbers(self.version) > _numbers(installed_version())


def installed_version() -> str:
    """Return the version of the installed package, or `0` if it runs from a source tree."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dittomark-core")
    except PackageNotFoundError:
        return "0"


def releases_address() -> str:
    """Return the address of the newest release's description; empty if none is known or wanted.

    `DITTOMARK_RELEASES` gives another one, such as a team's own page: it must answer as GitHub
    does, with JSON that contains `tag_name` and `html_url`.
    """
    if not may_look_for_updates():
        return ""
    if named := os.environ.get("DITTOMARK_RELEASES"):
        return named
    return ADDRESS_FILE.read_text(encoding="ascii").strip() if ADDRESS_FILE.exists() else ""


def newest_release() -> Release:
    """Request the newest release; no data is sent.

    Raises `UserError` if a request is impossible or forbidden, or the answer can't be read.
    """
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    if not may_look_for_updates():
        raise UserError("Looking for newer versions is switched off on this computer.")
    address = releases_address()
    if not _SAFE.match(address):
        raise UserError("This program was built without an address to ask for newer versions.")
    request = Request(address, headers={"User-Agent": "Dittomark"})
    try:
        with urlopen(request, timeout=_SECONDS, context=_trusted()) as answer:
            found = json.loads(answer.read(_BYTES))
        return Release(str(found["tag_name"]).removeprefix("v"), str(found["html_url"]))
    except (URLError, OSError) as error:
        raise UserError(
            "{address} could not be reached: {reason}.", address=address, reason=_reason(error)
        ) from error
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(
            "{address} does not say which version is the newest.", address=address
        ) from error


def _trusted() -> "SSLContext":
    """Return the trusted certificates: the system's, or Mozilla's list if the former are not found.

    Python searches the path of the system on which it was built.
    """
    import ssl

    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _reason(error: OSError) -> str:
    """Return the reason of a failed request; `URLError` holds the cause as an error or a string."""
    from socket import gaierror
    from ssl import SSLError

    cause = getattr(error, "reason", None) or error
    if isinstance(cause, gaierror):
        return Message("there is no connection, or no such address")
    if isinstance(cause, SSLError):
        return Message("this computer does not trust its certificate")
    return system_reason(cause) if isinstance(cause, OSError) else str(cause)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the version's numbers, for comparison."""
    return tuple(int(number) for number in re.findall(r"\d+", version))
