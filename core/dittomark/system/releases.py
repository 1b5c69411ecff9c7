"""Which version of the program this is, and whether a newer one was published.

Nothing here runs by itself: the one connection the program can make is made when a person asks.
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason

# Written when an installer is built: where the releases of whoever built it are named.
ADDRESS_FILE: Final = Path(__file__).with_name("releases-address.txt")
_SECONDS: Final = 8
_BYTES: Final = 1_000_000


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
    """Return the address that tells of the newest release; empty where none is known.

    `DITTOMARK_RELEASES` names another one, such as a team's own page: it has to answer as GitHub
    does, with JSON that holds `tag_name` and `html_url`.
    """
    if named := os.environ.get("DITTOMARK_RELEASES"):
        return named
    return ADDRESS_FILE.read_text(encoding="ascii").strip() if ADDRESS_FILE.exists() else ""


def newest_release() -> Release:
    """Ask for the newest release; nothing is sent but the question.

    Raises `UserError` if nobody can be asked, or the answer can't be read.
    """
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    address = releases_address()
    if not address.startswith(("https://", "http://")):
        raise UserError("This program was built without an address to ask for newer versions.")
    request = Request(address, headers={"User-Agent": "Dittomark"})
    try:
        with urlopen(request, timeout=_SECONDS) as answer:
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


def _reason(error: OSError) -> str:
    """Return why nobody answered; `URLError` holds the cause as an error or as a text."""
    from socket import gaierror

    cause = getattr(error, "reason", None) or error
    if isinstance(cause, gaierror):
        return Message("there is no connection, or no such address")
    return system_reason(cause) if isinstance(cause, OSError) else str(cause)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the version's numbers, to be compared."""
    return tuple(int(number) for number in re.findall(r"\d+", version))
