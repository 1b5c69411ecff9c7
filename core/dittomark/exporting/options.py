"""What an export is asked for, and what it reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from dittomark.errors import UserError
from dittomark.messages import Message
from dittomark.system.file_names import is_reserved, same_on_some_system

TextMode = Literal["full", "none", "hash"]
TEXT_MODES: Final = ("full", "none", "hash")


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the project is exported; empty means all.

    `annotators` narrows annotations to theirs; `adjudicated` takes what adjudicators settled
    instead. `finished_only` keeps pairs that somebody finished, and their articles. `date_from`
    and `date_to` are ISO 8601 days, both included; an article without a date is left out when one
    is given. Labels and relations narrow annotations; the articles and pairs stay. `metadata` maps
    filterable fields of articles to the values that are taken.
    """

    annotators: tuple[str, ...] = ()
    adjudicated: bool = False
    finished_only: bool = False
    labels: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    metadata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_from: str = ""
    date_to: str = ""

    def narrows_articles(self) -> bool:
        """Return whether some articles may be left out."""
        return bool(
            any(self.metadata.values()) or self.date_from or self.date_to or self.finished_only
        )


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the format could not carry: how many of what, and why in one sentence."""

    what: str
    count: int
    why: Message


@dataclass(frozen=True, slots=True)
class SplitPart:
    """What went into one part of a split: articles, groups that were kept whole, and pairs."""

    articles: int
    groups: int
    pairs: int


@dataclass(frozen=True, slots=True)
class SplitReport:
    """The proof that a split does not leak.

    `kept_together` says what a group is made of (`duplicates`, `events`, `sources`). `groups` is
    how many groups of two articles or more there are, `torn` how many of them stand in more than
    one part (counted again from the files' content: it is 0; None where the files do not say which
    articles they hold). `crossing` pairs join articles of
    two parts; they are left out.
    """

    seed: int
    kept_together: tuple[str, ...]
    parts: Mapping[str, SplitPart]
    groups: int
    largest_group: int
    torn: int | None
    crossing: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: `counts` by kind, the files, and what the format could not carry."""

    format: str
    out: Path
    files: tuple[Path, ...]
    counts: Mapping[str, int]
    losses: tuple[Loss, ...] = ()
    split: SplitReport | None = None


@dataclass
class Tally:
    """Counts what is written and what is lost while an export runs."""

    counts: dict[str, int] = field(default_factory=dict)
    _losses: dict[tuple[str, Message], int] = field(default_factory=dict)

    def count(self, what: str, number: int = 1) -> None:
        """Count something as written."""
        self.counts[what] = self.counts.get(what, 0) + number

    def count_once(self, what: str, number: int) -> None:
        """Count what all parts of a split have in common."""
        if number:
            self.counts[what] = number

    def take_back(self, what: str) -> int:
        """Return how many were counted as written, and count them no more."""
        return self.counts.pop(what, 0)

    def lose_once(self, what: str, why: Message, number: int) -> None:
        """Count a loss that all parts of a split have in common."""
        if number:
            self._losses[what, why] = number

    def lose(self, what: str, why: Message, number: int = 1) -> None:
        """Count something that the format can't carry."""
        if number:
            self._losses[what, why] = self._losses.get((what, why), 0) + number

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was lost, in a fixed order."""
        return tuple(Loss(what, n, why) for (what, why), n in sorted(self._losses.items()))


def parse_split(text: str) -> dict[str, float]:
    """Return the parts of `train=0.8,validation=0.1,test=0.1`.

    Raises UserError unless each part has a plain name and a share, and the shares make 1.
    """
    parts: dict[str, float] = {}
    for piece in text.split(","):
        name, _, share = piece.partition("=")
        name = name.strip()
        if name in parts:
            raise UserError(
                "“{piece}” is not a part of a split. Write it like train=0.8.", piece=piece
            )
        try:
            parts[name] = float(share)
        except ValueError:
            raise UserError(
                "“{piece}” is not a part of a split. Write it like train=0.8.", piece=piece
            ) from None
    return checked_split(parts)


def checked_split(parts: Mapping[str, float]) -> dict[str, float]:
    """Return the parts.

    Raises UserError unless each has a plain name, which every system can give to a file and takes for
    no other's, and the shares are positive and make 1.
    """
    for name in parts:
        if not name.isidentifier() or is_reserved(name):
            raise UserError(
                "“{piece}” is not a part of a split. Write it like train=0.8.", piece=name
            )
    alike = same_on_some_system(parts)
    if alike is not None:
        raise UserError(
            "“{one}” and “{other}” would be one file on some computers: name them differently.",
            one=alike[0],
            other=alike[1],
        )
    sound = all(share > 0 for share in parts.values()) and abs(sum(parts.values()) - 1) <= 1e-6
    if not sound:  # nor for shares that are no number
        raise UserError("The shares of a split must be above 0 and make 1 together.")
    return dict(parts)
