"""The report as one HTML file: no script, no external resources, every text escaped."""

from collections.abc import Iterator
from html import escape
from typing import Final

from dittomark.reporting.content import PairReport, Piece, ReportedArticle, facts, tint, title
from dittomark.reporting.report_words import ReportWords

_STYLE: Final = """
:root { color-scheme: light; }
body { font: 15px/1.65 "Noto Sans", "Noto Sans Bengali", "Noto Sans Devanagari", "Nirmala UI", "Kohinoor Bangla", sans-serif;
  color: #1d2329; background: #fff; margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem; }
h1 { font-size: 1.35rem; margin: 0 0 .2rem; } h2 { font-size: 1.05rem; margin: 0 0 .2rem; }
p, table { margin: .3rem 0 1rem; } .quiet { color: #58626c; font-size: .87rem; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .2rem .9rem .2rem 0;
  border-bottom: 1px solid #d8dde2; vertical-align: top; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 2.2rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; border-radius: 2px; padding: .05em 0; }
mark b { font-size: .68em; vertical-align: super; margin-inline-end: .15em; }
.label { border-bottom: 1.5px dotted #7a838c; color: #58626c; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; }
  .sides { gap: 8mm; } h2, tr { break-after: avoid; }
  .label[data-named]::before { content: "‹" attr(data-named) "› "; } }
"""


def page(report: PairReport) -> str:
    """Return the whole page."""
    words = report.words
    titles = " / ".join(map(title, report.articles))
    return "".join(
        [
            f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n',
            '<meta charset="utf-8">\n',
            f"<title>{escape(titles)}</title>\n<style>{_STYLE}{''.join(_tints(report))}</style>\n",
            f"</head>\n<body>\n<h1>{escape(report.project)}</h1>\n",
            *_pair_line(report),
            *_judgements(report),
            *_passages(report),
            *_links(report),
            '<div class="sides">\n',
            *(
                _side(letter, article, words)
                for letter, article in zip(words.letters, report.articles, strict=True)
            ),
            "</div>\n</body>\n</html>\n",
        ]
    )


def _tints(report: PairReport) -> Iterator[str]:
    for passage in report.passages:
        yield f".p{passage.number} {{ background: {tint(passage.number)}; }}\n"


def _pair_line(report: PairReport) -> Iterator[str]:
    if report.pair_id:
        yield f'<p class="quiet">{escape(report.words.pair.format(id=report.pair_id))}</p>\n'


def _judgements(report: PairReport) -> Iterator[str]:
    words = report.words
    if not report.judgements:
        yield f"<p>{escape(words.not_judged)}</p>\n"
        return
    heads = (words.annotator, words.relation, words.direction, words.note)
    yield "<table>\n<tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>\n"
    for judgement in report.judgements:
        cells = (judgement.annotator, judgement.relation, judgement.direction, judgement.note)
        yield "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>\n"
    yield "</table>\n"


def _passages(report: PairReport) -> Iterator[str]:
    words = report.words
    if not report.passages:
        yield f"<p>{escape(words.no_passages)}</p>\n"
        return
    marks = ", ".join(
        f'<mark class="p{p.number}"><b>{words.number(p.number)}</b>'
        f"{escape(p.kind)} {escape(words.percent(p.similarity))}</mark>"
        for p in report.passages
    )
    yield f'<p class="quiet">{escape(words.passages).format(list=marks)}</p>\n'


def _links(report: PairReport) -> Iterator[str]:
    words = report.words
    if not report.links:
        return
    heads = (words.link, words.annotator, words.direction, *words.letters, words.note)
    yield "<table>\n<tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>\n"
    for link in report.links:
        cells = (link.kind, link.annotator, link.direction, *link.texts, link.note)
        yield "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>\n"
    yield "</table>\n"


def _side(letter: str, article: ReportedArticle, words: ReportWords) -> str:
    info = article.info
    language = f' lang="{escape(info.language)}"' if info.language else ""
    body = "".join(_piece(piece, words) for piece in article.pieces)
    return (
        f'<section>\n<h2 dir="auto"{language}>{letter}. {escape(title(article))}</h2>\n'
        f'<p class="quiet">{escape(facts(article, words))}</p>\n'
        f'<div class="text" dir="auto"{language}>{body}</div>\n</section>\n'
    )


def _piece(piece: Piece, words: ReportWords) -> str:
    text = escape(piece.text.replace("\r\n", "\n").replace("\r", "\n"))
    if piece.label:
        named = f' data-named="{escape(piece.named)}"' if piece.named else ""
        text = f'<span class="label" title="{escape(piece.label)}"{named}>{text}</span>'
    if piece.passage:
        number = f"<b>{words.number(piece.passage)}</b>" if piece.begins else ""
        text = f'<mark class="p{piece.passage}">{number}{text}</mark>'
    return text
