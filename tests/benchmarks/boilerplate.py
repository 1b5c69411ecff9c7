"""F1 of what boilerplate suggestions leave of a page, beside other tools, in one run.

    python -m tests.benchmarks.boilerplate

Ours is the program's own path: `propose` on all pages of a site, on each page alone, on imported
HTML, and after learning from 20 marked pages of a site (marks made from the gold). The shipped
scorer was fitted to the development pages: on them its figures are too good, and those that count
are of `python -m tests.benchmarks.fit_boilerplate --folds 6` (sites left out), or of other pages
given by `DITTOMARK_BENCHMARKS`. At the end the kinds, beside those that people read. Other tools are used where they are installed (boilerpy3, jusText,
readability-lxml, resiliparse; trafilatura always is); plain text goes to them as paragraphs of HTML.
"""

import html
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec

import numpy as np
from tests.benchmarks.boilerplate_data import (
    GoldPage,
    article_lines,
    f1,
    html_pages,
    text_pages,
    web_pages,
)
from tests.benchmarks.boilerplate_kinds import print_tables

from dittomark.corpus.boilerplate.learn import Learned, learn
from dittomark.corpus.boilerplate.lines import split_page
from dittomark.corpus.boilerplate.main_text import MainText
from dittomark.corpus.boilerplate.propose import (
    PageInput,
    PageProposals,
    finished_page,
    propose,
    score_pages,
)
from dittomark.importing.html import article_of_page

MARKED = 20
Scores = dict[str, list[float]]


def main() -> None:
    """Print the figures."""
    texts, pages, web = text_pages(), html_pages(), web_pages()
    by_site: dict[str, list[GoldPage]] = defaultdict(list)
    for page in texts:
        by_site[page.site].append(page)
    several = {site: found for site, found in by_site.items() if len(found) >= 5}
    report("several pages a site, plain text", several_pages(several))
    report("news, one page at a time, plain text", one_page(texts))
    report("news that came as HTML, plain text", one_page(pages))
    report("ordinary web articles, plain text", one_page(web))
    report("news, HTML", from_html(pages))
    report("ordinary web articles, HTML", from_html(web))
    report(
        f"plain text after {MARKED} marked pages",
        after_marking([found for found in several.values() if len(found) > MARKED]),
    )
    print_tables()


def several_pages(sites: dict[str, list[GoldPage]]) -> Scores:
    """Ours on whole sites; other tools see one page at a time anyway."""
    scores: Scores = defaultdict(list)
    with timed() as spent:
        for found in sites.values():
            for page, left in zip(found, ours(found), strict=True):
                scores["dittomark"].append(f1(left, page.gold))
    scores["dittomark ms a page"] = [spent() / len(scores["dittomark"])]
    for page in (page for found in sites.values() for page in found):
        others(scores, page, as_paragraphs(page.text))
    return scores


def one_page(pages: Sequence[GoldPage]) -> Scores:
    """Ours on each page by itself, and the others."""
    scores: Scores = defaultdict(list)
    for page in pages:
        (left,) = ours([page])
        scores["dittomark"].append(f1(left, page.gold))
        others(scores, page, as_paragraphs(page.text))
    return scores


def from_html(pages: Sequence[GoldPage]) -> Scores:
    """Ours on imported HTML: with the candidates of the import alone, and as suggested."""
    scores: Scores = defaultdict(list)
    for page in pages:
        article = article_of_page(page.html.encode())
        spans = [(start, end) for start, end, _ in article.candidates]
        scores["dittomark, import alone"].append(f1(without(article.text, spans), page.gold))
        main = MainText.from_json(article.metadata.get("main_text"))
        (found,) = propose([PageInput("", article.text, title=article.title, main=main)])
        scores["dittomark"].append(f1(left_by(article.text, found), page.gold))
        others(scores, page, page.html)
    return scores


def after_marking(sites: Iterable[Sequence[GoldPage]]) -> Scores:
    """Ours before and after the first pages of a site are marked, on the others."""
    scores: Scores = defaultdict(list)
    for found in sites:
        order = np.random.default_rng(0).permutation(len(found))
        shuffled = [found[at] for at in order]
        learned = taught(shuffled)
        before, after = ours(shuffled), ours(shuffled, learned)
        for page, first, second in list(zip(shuffled, before, after, strict=True))[MARKED:]:
            scores["dittomark, untrained"].append(f1(first, page.gold))
            scores["dittomark"].append(f1(second, page.gold))
            scores[f"dittomark, {page.site}"].append(f1(second, page.gold))
    return scores


def taught(pages: Sequence[GoldPage]) -> Learned:
    """Return what the first pages teach when everything outside their gold is marked."""
    finished = []
    for scored, page in zip(score_pages(inputs(pages)), pages[:MARKED], strict=False):
        kept = article_lines(scored.page, page.gold)
        marks = [
            (line.start, line.end, "other_boilerplate")
            for line, stays in zip(scored.page.lines, kept, strict=True)
            if not stays
        ]
        done = finished_page(scored, marks)
        if done is not None:
            finished.append(done)
    return learn(finished, version="benchmark")


def ours(pages: Sequence[GoldPage], learned: Learned | None = None) -> list[str]:
    """Return what our suggestions leave of pages of one site."""
    found = propose(inputs(pages), learned=learned)
    return [left_by(page.text, each) for page, each in zip(pages, found, strict=True)]


def inputs(pages: Sequence[GoldPage]) -> list[PageInput]:
    """Return the pages as the program sees them."""
    return [PageInput(page.id, page.text, page.site) for page in pages]


def left_by(text: str, found: PageProposals) -> str:
    """Return the text without what is proposed."""
    return without(text, [(each.start, each.end) for each in found.proposals])


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text without the spans."""
    kept = []
    at = 0
    for start, end in sorted(spans):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    return "\n".join((*kept, text[at:]))


def as_paragraphs(text: str) -> str:
    """Return plain text as a page of paragraphs."""
    lines = (line.text for line in split_page(text).lines)
    return f"<html><body>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</body></html>"


def others(scores: Scores, page: GoldPage, markup: str) -> None:
    """Add the scores of the other tools that are installed."""
    for name, (module, extract) in TOOLS.items():
        if find_spec(module):
            try:
                left = extract(markup, page.language)
            except Exception:  # noqa: BLE001  whatever a tool can't read it leaves nothing of
                left = ""
            scores[name].append(f1(left, page.gold))


def _trafilatura(markup: str, _: str) -> str:
    import trafilatura

    return trafilatura.extract(markup, include_comments=False) or ""


def _trafilatura_strict(markup: str, _: str) -> str:
    import trafilatura

    return trafilatura.extract(markup, include_comments=False, favor_precision=True) or ""


def _justext(markup: str, language: str) -> str:
    import justext  # type: ignore[import-untyped]

    if language not in justext.get_stoplists():
        return ""
    stop_words = justext.get_stoplist(language)
    paragraphs = justext.justext(markup.encode(), stop_words, encoding="utf-8")
    return "\n".join(each.text for each in paragraphs if not each.is_boilerplate)


def _resiliparse(markup: str, _: str) -> str:
    from resiliparse.extract.html2text import (  # type: ignore[import-not-found]
        extract_plain_text,
    )

    return str(extract_plain_text(markup, main_content=True))


def _boilerpy3(markup: str, _: str) -> str:
    from boilerpy3.extractors import ArticleExtractor  # type: ignore[import-not-found]

    return str(ArticleExtractor(raise_on_failure=False).get_content(markup))


def _readability(markup: str, _: str) -> str:
    from lxml.html import document_fromstring
    from readability import Document  # type: ignore[import-not-found]

    return str(document_fromstring(f"<div>{Document(markup).summary()}</div>").text_content())


TOOLS: dict[str, tuple[str, Callable[[str, str], str]]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "trafilatura, strict": ("trafilatura", _trafilatura_strict),
    "jusText": ("justext", _justext),
    "boilerpy3": ("boilerpy3", _boilerpy3),
    "readability-lxml": ("readability", _readability),
    "resiliparse": ("resiliparse", _resiliparse),
}


class timed:  # noqa: N801  (reads as a verb)
    """CPU milliseconds spent in the block, from the function it gives."""

    def __enter__(self) -> Callable[[], float]:
        start = time.process_time()
        self._end: float | None = None
        return lambda: 1000 * ((self._end or time.process_time()) - start)

    def __exit__(self, *_: object) -> None:
        self._end = time.process_time()


def report(title: str, scores: Scores) -> None:
    """Print mean and median of each."""
    counted = Counter({name: len(values) for name, values in scores.items()})
    print(f"\n{title}")
    for name, values in scores.items():
        print(
            f"  {name:36} {np.mean(values):7.4f} ({np.median(values):.4f})  {counted[name]:4} pages"
        )


if __name__ == "__main__":
    main()
