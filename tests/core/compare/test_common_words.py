"""Everyday words are no shared terms, in whatever language."""

import pytest

from dittomark.compare import compare


@pytest.mark.parametrize(
    ("one", "other", "term"),
    [
        ("গতকাল সরকারি দপ্তরে লোকমান হাকিম এলেন", "সরকারি কাজে গতকাল গেলেন লোকমান", "লোকমান"),
        (
            "ayer el gobierno recibió a Etxeberria",
            "Etxeberria dijo ayer que el gobierno",
            "Etxeberria",
        ),
        (
            "gestern sprach die Regierung mit Kowalczyk",
            "Kowalczyk sagte gestern der Regierung",
            "Kowalczyk",
        ),
        ("حکومت نے گرگوری کو بتایا", "گرگوری کے مطابق حکومت", "گرگوری"),
    ],
)
def test_only_the_rare_word_is_a_shared_term(one: str, other: str, term: str) -> None:
    assert [found.term for found in compare(one, other).shared_terms] == [term]
