"""Candidate pairs and their guesses on real news, in one run.

    python -m tests.benchmarks.reuse_pairs

- COUNTER as a corpus: which of its pairs are proposed, and which as derived, by class; how many
  other pairs there are; beside them the search for shared passages alone.
- Real pages of many sources (hand-cleaned news): of the pairs with a passage, those whose passage
  stands in the hand-cleaned article on both sides, before and after the pages are read.
- Copies planted into those pages, with and without line breaks: recall by class, and the guess.

The guess itself, on pairs left out of its fit: `python -m tests.benchmarks.fit_guess --folds 5`.
"""

import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.boilerplate_data import GoldPage, text_pages, tokens
from tests.benchmarks.guess_data import judged_pairs

from dittomark.annotations import NewArticle, NewPair
from dittomark.corpus.candidates import Candidate, IndexedArticle, find_candidates
from dittomark.corpus.guessing.guess import DERIVED
from dittomark.labels import EXACT_DUPLICATE
from dittomark.project import Project
from dittomark.suggesting.candidate_pairs import Proposal, propose_pairs

AS_DERIVED = {*DERIVED, EXACT_DUPLICATE}
CLASSES = {
    "same_event": "not derived",
    "partially_derived": "partially",
    "wholly_derived": "wholly",
}
Names = frozenset[str]


def main() -> None:
    """Print the figures."""
    judged()
    for line_breaks in (True, False):
        real_pages(line_breaks=line_breaks)
        planted(line_breaks=line_breaks)


def proposed(articles: Sequence[NewArticle]) -> tuple[dict[Names, NewPair], Proposal]:
    """Return the pairs that a project of these articles gets, by external ids."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "work.ditto") as project,
    ):
        project.add_articles(articles)
        names = {info.id: info.external_id for info in project.article_infos()}
        proposal = propose_pairs(project)
    return {frozenset((names[new.a], names[new.b])): new for new in proposal.pairs}, proposal


def searched(articles: Sequence[NewArticle]) -> list[Candidate]:
    """Return the pairs that share a passage, as they come from the index."""
    texts = {each.external_id: each.text for each in articles}
    indexed = [IndexedArticle(each.external_id, each.source, each.text) for each in articles]
    return find_candidates(indexed, text_of=texts.__getitem__)


def judged() -> None:
    """Print what becomes of the pairs of COUNTER."""
    pairs = [pair for pair in judged_pairs() if pair.of == "counter"]
    articles, truth = [], {}
    for at, pair in enumerate(pairs):
        articles += [
            NewArticle(pair.a, external_id=f"{at}a", source="agency"),
            NewArticle(pair.b, external_id=f"{at}b", source="paper"),
        ]
        truth[frozenset((f"{at}a", f"{at}b"))] = CLASSES[pair.relation]
    found, _ = proposed(articles)
    shared = {frozenset((each.a, each.b)) for each in searched(articles)}
    print(f"COUNTER, {len(articles)} articles: {len(found) / len(articles):.2f} pairs an article")
    for name in CLASSES.values():
        own = [key for key, kind in truth.items() if kind == name]
        derived = sum(key in found and found[key].guess in AS_DERIVED for key in own)
        print(
            f"  {name:12} {len(own):4}  as derived {derived / len(own):.3f}"
            f"  (shared passages alone {sum(key in shared for key in own) / len(own):.3f})"
        )


def real_pages(*, line_breaks: bool) -> None:
    """Print of how many pairs of real pages the passage is the article's own."""
    pages = {page.id: page for page in text_pages()}
    articles = as_articles(list(pages.values()))
    if not line_breaks:
        articles = [in_one_line(article) for article in articles]
    found, _ = proposed(articles)
    before = searched(articles)
    passages = {key: new for key, new in found.items() if new.passage is not None}
    own = sum(is_own(pages, each.a, each.b, each.passage) for each in before)
    how = "with" if line_breaks else "without"
    print(
        f"real pages {how} line breaks, {len(articles)}: {len(before)} pairs share a passage, {own} an article's"
    )
    kept = {frozenset((each.a, each.b)) for each in before} & set(passages)
    left = [each for each in before if frozenset((each.a, each.b)) in kept]
    own = sum(is_own(pages, each.a, each.b, each.passage) for each in left)
    print(f"  after reading the pages: {len(left)} pairs, {own} of them an article's;")
    print(f"  {len(found) - len(passages)} more are proposed as derived without a passage")


def is_own(pages: dict[str, GoldPage], a: str, b: str, passage: tuple[int, int, int, int]) -> bool:
    """Return whether half of a passage stands in both hand-cleaned articles."""
    words = tokens(pages[a].text[passage[0] : passage[1]])
    known = trigrams(tokens(pages[a].gold)) & trigrams(tokens(pages[b].gold))
    shared = [each in known for each in zip(words, words[1:], words[2:], strict=False)]
    return bool(shared) and 2 * sum(shared) >= len(shared)


def trigrams(words: Sequence[str]) -> set[tuple[str, str, str]]:
    """Return the sequences of three words."""
    return set(zip(words, words[1:], words[2:], strict=False))


def in_one_line(article: NewArticle) -> NewArticle:
    """Return an article as pages without line breaks come: its places stay."""
    return replace(article, text=article.text.replace("\n", " "))


def as_articles(pages: Sequence[GoldPage]) -> list[NewArticle]:
    """Return pages as they are imported."""
    return [NewArticle(page.text, external_id=page.id, source=page.site) for page in pages]


def planted(*, line_breaks: bool, rounds: int = 3, each: int = 60) -> None:
    """Print the recall of copies planted into real pages of other sources."""
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    guesses: dict[str, Counter[str | None]] = defaultdict(Counter)
    for seed in range(rounds):
        articles, truth = plant(seed, each)
        if not line_breaks:
            articles = [in_one_line(article) for article in articles]
        found, _ = proposed(articles)
        for key, kind in truth.items():
            total[kind] += 1
            hits[kind] += key in found
            guesses[kind][found[key].guess if key in found else None] += 1
    print(f"planted into real pages, {'with' if line_breaks else 'without'} line breaks")
    for kind, count in total.items():
        said = ", ".join(f"{guess or 'not found'} {n}" for guess, n in guesses[kind].most_common())
        print(f"  {kind:8} recall {hits[kind] / count:.4f} of {count}: {said}")


def plant(seed: int, each: int) -> tuple[list[NewArticle], dict[Names, str]]:
    """Return the pages with copies of each other's articles, and which pairs are copies.

    `exact`: the whole page; `copy`, `near` (one word in eight replaced): the article in the place
    of the other page's; `passage`: 60 words or more in the middle of the other's article.
    """
    source = random.Random(seed)
    pages = {page.id: page for page in text_pages()}
    texts = {page.id: page.text for page in pages.values()}
    truth: dict[Names, str] = {}
    by_language: dict[str, list[GoldPage]] = defaultdict(list)
    for page in pages.values():
        if len(page.gold) > 1200:
            by_language[page.language].append(page)
    free = {language: source.sample(own, len(own)) for language, own in by_language.items()}
    for kind in ("passage", "exact", "near", "copy"):
        for at in range(each):
            own = free[sorted(free)[at % len(free)]]
            if len(own) < 2:
                continue
            giver, taker = own.pop(), own.pop()
            if giver.site == taker.site:
                continue
            mixed = _mixed(kind, giver, taker, source)
            if mixed:
                texts[taker.id] = mixed
                truth[frozenset((giver.id, taker.id))] = kind
    articles = [
        NewArticle(text, external_id=name, source=pages[name].site) for name, text in texts.items()
    ]
    return articles, truth


def _mixed(kind: str, giver: GoldPage, taker: GoldPage, source: random.Random) -> str:
    body = _body(giver)
    lines = taker.text.split("\n")
    places = [at for at, line in enumerate(lines) if line in set(_body(taker))]
    if kind == "exact":
        return giver.text
    if len(places) < 2 or len(" ".join(body)) < 500:
        return ""
    if kind == "passage":
        first = source.randrange(len(body))
        taken: list[str] = []
        for line in body[first:]:
            taken.append(line)
            if len(tokens(" ".join(taken))) >= 60:
                lines.insert(places[len(places) // 2], "\n".join(taken))
                return "\n".join(lines)
        return ""
    if kind == "near":
        body = [_edited(line, giver.language, source) for line in body]
    rest = [line for at, line in enumerate(lines) if at not in set(places)]
    return "\n".join((*rest[: places[0]], *body, *rest[places[0] :]))


def _edited(line: str, language: str, source: random.Random) -> str:
    between = "" if language.casefold().startswith(("zh", "chinese")) else " "
    words = line.split(" ") if between else list(line)
    edited = [source.choice(words) if source.random() < 0.12 else word for word in words]
    return between.join(edited)


def _body(page: GoldPage) -> list[str]:
    """Return the page's longer lines that stand in the hand-cleaned article."""
    return [line for line in page.text.split("\n") if len(line) > 60 and line.strip() in page.gold]


if __name__ == "__main__":
    main()
