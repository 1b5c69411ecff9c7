"""A team's files in memory: the minimal implementation of a transport."""

import errno

from dittomark.team.folder.transport import StoredFile, file_of


class Memory:
    """Holds a team's files in this process; `calls` counts the calls.

    With `read_only` nothing can be written, as on a share that was mounted so.
    """

    def __init__(self) -> None:
        self._team: bytes | None = None
        self._areas: dict[str, dict[str, tuple[bytes, int]]] = {}
        self._written = 0
        self.read_only = False
        self.calls = 0

    def team(self) -> bytes | None:
        """Return the content of `team.json`."""
        self.calls += 1
        return self._team

    def put_team(self, content: bytes) -> None:
        """Write `team.json`."""
        self._team = content

    def devices(self) -> list[str]:
        """Return the devices that have an area."""
        self.calls += 1
        return sorted(self._areas)

    def files(self, device: str) -> list[StoredFile]:
        """Return the files of an area."""
        self.calls += 1
        found = (
            file_of(name, len(content), stamp)
            for name, (content, stamp) in self._areas.get(device, {}).items()
        )
        return [file for file in found if file is not None]

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """Return the content of a file."""
        self.calls += 1
        try:
            return self._areas[device][name][0][:limit]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, "No such file", name) from None

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write a file of an area."""
        self.calls += 1
        if self.read_only:
            raise OSError(errno.EROFS, "Read-only file system")
        self._written += 1
        self._areas.setdefault(device, {})[name] = (content, self._written)

    def remove(self, device: str, name: str) -> None:
        """Delete a file of an area."""
        self.calls += 1
        self._areas.get(device, {}).pop(name, None)
