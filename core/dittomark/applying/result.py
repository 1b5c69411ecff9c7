"""What applying a file of annotations came to."""

from dataclasses import dataclass, field


@dataclass
class Applied:
    """What `apply_file` did: rows written by kind, lines that changed nothing, lines that failed.

    `failed` lists the line's number, from 1, and the reason in a sentence.
    """

    applied: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    failed: list[tuple[int, str]] = field(default_factory=list)
    lines: int = 0

    def count(self, kind: str, *, changed: bool) -> None:
        """Count an annotation of that kind: written, or there already."""
        if changed:
            self.applied[kind] = self.applied.get(kind, 0) + 1
        else:
            self.unchanged += 1
