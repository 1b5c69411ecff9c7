"""Which version of the program this is, and whether a newer one was published.

Nothing here runs by itself: the one connection the program can make is made when a person asks.
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

# Written when an installer is built: where the releases of whoever built it are named.
ADDRESS_FILE: Final = Path(__file__).with_name("releases-address.txt")
_SECONDS: Final = 8
_BYTES: Final = 1_000_000
# A page on this very computer needs no certificate.
_SAFE: Final = re.compile(r"https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/]")


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release: its version, and the web page that tells of it."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than this program."""
        return _numbers(self.version) > _numbers(installed_version())


def installed_version() -> str:
    """Return the version of the installed package, or `0` when it runs from a bare tree."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dittomark-core")
    except PackageNotFoundError:
        return "0"


def releases_address() -> str:
    """Return the address that tells of the newest release; empty where none is known or wanted.

    `DITTOMARK_RELEASES` names another one, such as a team's own page: it has to answer as GitHub
    does, with JSON that holds `tag_name` and `html_url`.
    """
    if not may_look_for_updates():
        return ""
    if named := os.environ.get("DITTOMARK_RELEASES"):
        return named
    return ADDRESS_FILE.read_text(encoding="ascii").strip() if ADDRESS_FILE.exists() else ""


def newest_release() -> Release:
    """Ask for the newest release; nothing is sent but the question.

    Raises `UserError` if nobody can or may be asked, or the answer can't be read.
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
    """Return whom to trust: whom the system trusts, or Mozilla's list where its list isn't found.

    Python looks where the system that it was built on keeps the list.
    """
    import ssl

    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _reason(error: OSError) -> str:
    """Return why nobody answered; `URLError` holds the cause as an error or as a text."""
    from socket import gaierror
    from ssl import SSLError

    cause = getattr(error, "reason", None) or error
    if isinstance(cause, gaierror):
        return Message("there is no connection, or no such address")
    if isinstance(cause, SSLError):
        return Message("this computer does not trust its certificate")
    return system_reason(cause) if isinstance(cause, OSError) else str(cause)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the version's numbers, to be compared."""
    return tuple(int(number) for number in re.findall(r"\d+", version))
