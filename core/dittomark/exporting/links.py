"""Export of links: the records of `list links`, with the text of both sides."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from dittomark.exporting.dataset import Dataset
from dittomark.records.json_objects import Record, link_record

_AT_ONCE: Final = 200  # links, and so at most twice as many texts


def records(dataset: Dataset) -> Iterator[Record]:
    """Yield the chosen links; without the text of the sides if texts are left out."""
    found = dataset.links()
    while batch := list(islice(found, _AT_ONCE)):
        texts = dataset.texts({article for link in batch for article in (link.a, link.b)})
        for link in batch:
            yield link_record(link, external_ids=dataset.external_ids, texts=texts)
