"""The options and the report of an export."""

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
    """The selection of the project's data; an empty field selects all.

    `annotators` restricts annotations to theirs; `adjudicated` takes adjudicated decisions instead.
    `finished_only` keeps pairs that somebody finished, and their articles. `date_from` and
    `date_to` are ISO 8601 days, both included; an article without a date is left out if one is
    given. Labels and relations filter annotations; the articles and pairs stay. `metadata` maps
    filterable fields of articles to the accepted values.
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
    """Data that the format could not carry: count, kind, and the reason in one sentence."""

    what: str
    count: int
    why: Message


@dataclass(frozen=True, slots=True)
class SplitPart:
    """The content of one part of a split: articles, groups that were kept whole, and pairs."""

    articles: int
    groups: int
    pairs: int


@dataclass(frozen=True, slots=True)
class SplitReport:
    """The proof that a split does not leak.

    `kept_together` names the bonds of a group (`duplicates`, `events`, `sources`). `groups` is the
    number of groups of two or more articles, `torn` the number of those in more than one part
    (counted again from the files' content: it is 0; None if the files do not identify their
    articles). `crossing` pairs join articles of two parts; they are left out.
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
    """The output: `counts` by kind, the files, and the data that the format could not carry."""

    format: str
    out: Path
    files: tuple[Path, ...]
    counts: Mapping[str, int]
    losses: tuple[Loss, ...] = ()
    split: SplitReport | None = None


@dataclass
class Tally:
    """Counts written and lost data while an export runs."""

    counts: dict[str, int] = field(default_factory=dict)
    _losses: dict[tuple[str, Message], int] = field(default_factory=dict)

    def count(self, what: str, number: int = 1) -> None:
        """Count data as written."""
        self.counts[what] = self.counts.get(what, 0) + number

    def count_once(self, what: str, number: int) -> None:
        """Count data that all parts of a split share."""
        if number:
            self.counts[what] = number

    def take_back(self, what: str) -> int:
        """Return the number counted as written, and reset it."""
        return self.counts.pop(what, 0)

    def lose_once(self, what: str, why: Message, number: int) -> None:
        """Count a loss that all parts of a split share."""
        if number:
            self._losses[what, why] = number

    def lose(self, what: str, why: Message, number: int = 1) -> None:
        """Count data that the format can't carry."""
        if number:
            self._losses[what, why] = self._losses.get((what, why), 0) + number

    @property
    def losses(self) -> tuple[Loss, ...]:
        """The losses, in a fixed order."""
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

    Raises UserError unless each has a plain name that is a valid and unique file name on every
    system, and the shares are positive and add up to 1.
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
    if not sound:  # nor for shares that are not numbers
        raise UserError("The shares of a split must be above 0 and make 1 together.")
    return dict(parts)
