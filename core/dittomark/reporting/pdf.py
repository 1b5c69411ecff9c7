"""The report as a PDF, set with the bundled fonts: HarfBuzz shapes Bengali (extra `pdf`).

Two columns are side by side on landscape A4. Lines are broken here, word by word, because both
columns continue over the same pages.
"""

import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import dittomark_resources as resources
from dittomark.errors import UserError
from dittomark.reporting.content import (
    PairReport,
    Piece,
    ReportedArticle,
    facts,
    tint,
    title,
)
from dittomark.reporting.report_words import ReportWords
from dittomark.system.optional_parts import PDF

if TYPE_CHECKING:
    from pathlib import Path

_MARGIN: Final = 14.0
_GAP: Final = 9.0
_SIZE: Final = 10.0
_LINE: Final = 5.4
_WITH_BOLD: Final = ("NotoSans", "NotoSansBengali", "NotoSansDevanagari")
_FAMILIES: Final = (*_WITH_BOLD, "NotoSansMath", "NotoSansSymbols", "NotoSansSymbols2")
_QUIET: Final = "quiet"  # spans with a label are set in grey
_JOINERS: Final = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word to be set: its piece determines the style; `number` is printed small before it."""

    text: str
    piece: Piece
    width: float
    space: float
    number: str = ""


Line = list[_Word]


def write(report: PairReport, path: "Path") -> None:
    """Write the PDF. Raises UserError if the libraries for it are missing."""
    try:
        with warnings.catch_warnings():
            # A report has no pictures; the installed program does not contain the library for them.
            warnings.filterwarnings("ignore", "Pillow could not be imported")
            from fpdf import FPDF
    except ImportError as error:
        raise UserError(PDF.missing) from error
    document: Any = FPDF(orientation="landscape", format="A4")
    setter = _Setter(document, report.words)
    setter.head(report)
    setter.columns(report.articles)
    document.output(str(path))


class _Setter:
    """Sets words into lines and lines onto pages."""

    def __init__(
        self,
        document: Any,  # noqa: ANN401  (FPDF, loaded on demand)
        words: ReportWords,
    ) -> None:
        self._pdf = document
        self._wording = words
        document.set_margins(_MARGIN, _MARGIN)
        document.set_auto_page_break(False)
        document.c_margin = 0
        for family in _FAMILIES:
            document.add_font(family, "", resources.path(f"fonts/{family}-Regular.ttf"))
        for family in _WITH_BOLD:
            document.add_font(family, "B", resources.path(f"fonts/{family}-Bold.ttf"))
        document.set_text_shaping(True)
        document.add_page()
        self._look = ("", _SIZE)
        self._column = (document.w - 2 * _MARGIN - _GAP) / 2
        self._width = lru_cache(maxsize=50_000)(self._width_of)

    def head(self, report: PairReport) -> None:
        """Set the part above the columns."""
        words = self._wording
        self._paragraph(report.project, size=14, bold=True)
        if report.pair_id:
            self._paragraph(words.pair.format(id=report.pair_id), quiet=True)
        for judgement in report.judgements:
            parts = (judgement.relation, judgement.direction, judgement.note)
            self._paragraph(f"{judgement.annotator}: " + " · ".join(part for part in parts if part))
        if not report.judgements:
            self._paragraph(words.not_judged)
        shown = ", ".join(
            f"{words.number(p.number)}: {p.kind} {words.percent(p.similarity)}"
            for p in report.passages
        )
        self._paragraph(words.passages.format(list=shown) if shown else words.no_passages)
        for link in report.links:
            kind = " · ".join(filter(None, (link.kind, link.direction, link.note)))
            quoted = " / ".join(link.texts)
            self._paragraph(f"{words.link} ({link.annotator}): {kind}: {quoted}")
        self._pdf.ln(_LINE / 2)

    def _paragraph(
        self, text: str, *, size: float = _SIZE, bold: bool = False, quiet: bool = False
    ) -> None:
        self._look = ("B" if bold else "", size)
        piece = Piece(text, label=_QUIET if quiet else "")
        for line in self._broken([piece], self._pdf.w - 2 * _MARGIN):
            self._line(line, _MARGIN, self._pdf.get_y(), rtl=False)
            self._pdf.set_y(self._pdf.get_y() + size * _LINE / _SIZE)
        self._look = ("", _SIZE)

    def _runs(self, text: str) -> list[tuple[str, str]]:
        """Return a text in runs of one font each: the first family that has the letter."""
        runs: list[tuple[str, str]] = []
        for char in text:
            joins = runs and (char in _JOINERS or unicodedata.category(char).startswith("M"))
            family = runs[-1][0] if joins else self._family_of(char)
            if runs and runs[-1][0] == family:
                runs[-1] = (family, runs[-1][1] + char)
            else:
                runs.append((family, char))
        return runs

    def _family_of(self, char: str) -> str:
        fonts = self._pdf.fonts
        found = (name for name in _FAMILIES if ord(char) in fonts[name.lower()].cmap)
        return next(found, _FAMILIES[0])

    def _width_of(self, text: str, style: str, size: float) -> float:
        return sum(self._set(family, style, size, run) for family, run in self._runs(text))

    def _set(self, family: str, style: str, size: float, run: str) -> float:
        """Choose the font of a run; returns the width of the run in it."""
        self._pdf.set_font(family, style if family in _WITH_BOLD else "", size)
        return float(self._pdf.get_string_width(run))

    def _measure(self, text: str) -> float:
        return self._width(text, *self._look)

    def columns(self, articles: tuple[ReportedArticle, ReportedArticle]) -> None:
        """Set both articles side by side, on as many pages as the longer one needs."""
        sides = [
            list(self._lines(letter, article))
            for letter, article in zip(self._wording.letters, articles, strict=True)
        ]
        rightward = [_is_rtl("".join(piece.text for piece in a.pieces)) for a in articles]
        for number in range(max(map(len, sides))):
            if self._pdf.get_y() + _LINE > self._pdf.h - _MARGIN:
                self._pdf.add_page()
            top = self._pdf.get_y()
            for side, lines in enumerate(sides):
                if number < len(lines):
                    left = _MARGIN + side * (self._column + _GAP)
                    self._line(lines[number], left, top, rtl=rightward[side])
            self._pdf.set_y(top + _LINE)

    def _lines(self, letter: str, article: ReportedArticle) -> Iterator[Line]:
        yield from self._broken([Piece(f"{letter}. {title(article)}")], self._column)
        below = Piece(facts(article, self._wording), label=_QUIET)
        yield from self._broken([below], self._column)
        yield []
        yield from self._broken(list(_with_labels(article.pieces)), self._column)

    def _broken(self, pieces: Sequence[Piece], width: float) -> Iterator[Line]:
        line: Line = []
        used = 0.0
        for word in self._words(pieces, width):
            if word is None:
                yield line
                line, used = [], 0.0
                continue
            if line and used + word.width > width:
                yield line
                line, used = [], 0.0
            line.append(word)
            used += word.width + word.space
        if line:
            yield line

    def _words(self, pieces: Sequence[Piece], width: float) -> Iterator[_Word | None]:
        """Yield the words of the pieces; None is a line break of the text."""
        blank = self._measure(" ")
        for piece in pieces:
            number = self._wording.number(piece.passage) if piece.begins else ""
            text = piece.text.replace("\r\n", "\n").replace("\r", "\n")
            for count, paragraph in enumerate(text.split("\n")):
                if count:
                    yield None
                parts = paragraph.split(" ")
                for place, part in enumerate(parts):
                    space = blank if place < len(parts) - 1 else 0.0
                    for chunk in self._fitting(part, width):
                        shown = f"[{number}] " if number else ""
                        yield _Word(chunk, piece, self._measure(shown + chunk), space, number=shown)
                        number = ""

    def _fitting(self, word: str, width: float) -> Iterator[str]:
        """Yield a word, in pieces if it is wider than a column (a URL, a line of signs)."""
        while len(word) > 1 and self._measure(word) > width:
            cut = max(1, int(len(word) * width / self._measure(word)) - 1)
            while cut < len(word) - 1 and unicodedata.category(word[cut]).startswith("M"):
                cut += 1
            yield word[:cut]
            word = word[cut:]
        yield word

    def _line(self, line: Line, left: float, top: float, *, rtl: bool) -> None:
        x = left + self._column if rtl else left
        for word in line:
            whole = word.width + word.space
            if rtl:
                x -= whole
            self._word(word, x, top, whole)
            if not rtl:
                x += whole

    def _word(self, word: _Word, x: float, top: float, whole: float) -> None:
        pdf = self._pdf
        if word.piece.passage:
            pdf.set_fill_color(tint(word.piece.passage))
            pdf.rect(x, top + 0.3, whole, _LINE - 0.6, style="F")
        pdf.set_text_color(*((95, 105, 115) if word.piece.label else (25, 30, 35)))
        runs = self._runs(word.number + word.text)
        for family, run in reversed(runs) if _is_rtl(word.text) else runs:
            width = self._set(family, *self._look, run)
            if run.strip():
                pdf.set_xy(x, top)
                pdf.cell(width, _LINE, run)
            x += width


def _with_labels(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with the names of their labels before them, as print has no tooltips."""
    for piece in pieces:
        if piece.named:
            yield replace(piece, text=f"‹{piece.named}› ")
            yield replace(piece, begins=False)
        else:
            yield piece


def _is_rtl(text: str) -> bool:
    """Return whether most letters of a text run from right to left."""
    kinds = [unicodedata.bidirectional(char) for char in text[:2000]]
    return sum(kind in {"R", "AL"} for kind in kinds) > sum(kind == "L" for kind in kinds)
