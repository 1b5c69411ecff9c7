"""`spacy`: a folder of `DocBin` files for `spacy train` (needs the spaCy library).

Spans are in `doc.spans["sc"]`, the key of spaCy's span categorizer. Tokens are words and signs, cut
where a span begins or ends, so that no offset changes; white space is kept, so `doc.text` is the
article's text. `doc.user_data` holds its metadata.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from dittomark.article_fields import METADATA
from dittomark.errors import UserError
from dittomark.exporting.common import full_text, lose_pairs_and_events, merged_spans, tokens
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.system.optional_parts import SPACY

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SPANS_KEY: Final = "sc"
_DOCS_A_FILE: Final = 2000
_METADATA: Final = ("id", "external_id", *METADATA)


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write `<name>00000.spacy` and so on, two thousand articles each.

    Raises `UserError` if spaCy is missing.
    """
    try:
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
    except ImportError as error:
        raise UserError(SPACY.missing) from error
    articles = dataset.articles()
    number = 0
    while batch := list(islice(articles, _DOCS_A_FILE)):
        vocab = Vocab()
        docs = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
        for article in batch:
            docs.add(_doc(article, vocab, dataset))
        with output.binary(f"{name}{number:05}.spacy") as stream:
            stream.write(docs.to_bytes())
        number += 1
    lose_pairs_and_events(dataset, Message("A spaCy document is one text."))


def _doc(article: ExportedArticle, vocab: "Vocab", dataset: Dataset) -> "Doc":
    from spacy.tokens import Doc

    text = full_text(article)
    spans = merged_spans(article, dataset)
    pieces = list(_with_white_space(text, [b for s in spans for b in (s.start, s.end)]))
    words = [text[start:end] for start, end, _ in pieces]
    doc = Doc(vocab, words=words, spaces=[space for _, _, space in pieces])
    found = [doc.char_span(span.start, span.end, label=span.label) for span in spans]
    if doc.text != text or None in found:
        raise UserError(
            "spaCy can't hold “{title}” exactly.", title=article.info.title or article.info.id
        )
    doc.spans[SPANS_KEY] = [span for span in found if span is not None]
    metadata: dict[str, Any] = {name: getattr(article.info, name) for name in _METADATA}
    doc.user_data.update(metadata)
    return doc


def _with_white_space(text: str, borders: list[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield `(start, end, followed by a space)`; other white space is a separate token.

    spaCy stores one space with the token before it; a space on which a span ends is a token, so
    that the span can end there.
    """
    cuts = set(borders)
    position = 0
    pieces: list[tuple[int, int]] = []
    for start, end in [*tokens(text, borders=borders), (len(text), len(text))]:
        pieces += _gap(text, position, start, cuts)
        if end > start:
            pieces.append((start, end))
        position = end
    skip = False
    for (start, end), following in zip(pieces, [*pieces[1:], (-1, -1)], strict=True):
        if skip:
            skip = False
            continue
        joins = (
            following[1] - following[0] == 1
            and text[following[0]] == " "
            and following[1] not in cuts
            and following[0] not in cuts
        )
        yield start, end, joins
        skip = joins


def _gap(text: str, start: int, end: int, cuts: set[int]) -> Iterator[tuple[int, int]]:
    """Yield white space in pieces: cut at borders, and after an initial space."""
    begin = start
    for offset in range(start + 1, end + 1):
        first_blank = offset == start + 1 and text[start] == " "
        if offset == end or offset in cuts or first_blank:
            yield begin, offset
            begin = offset
