"""Short quotations in scripts without capitals: what somebody said is no name."""

import pytest

from dittomark.compare import compare

SAID = "এই টাকার হিসাব জনগণকে দিতেই হবে একদিন"
REPORT = (
    "তিস্তা নদীর পানি হঠাৎ বেড়ে যাওয়ায় সাতটি গ্রাম তলিয়ে গেছে। ব্যারাজের সব কটি জলকপাট খুলে দেওয়া হয়েছে। "
    "বাঁধ মেরামতের বরাদ্দ নিয়ে প্রশ্ন তুলে স্থানীয় শিক্ষক কামরুল হাসান বলেন, {} এবং সভা ছেড়ে চলে যান তিনি।"
)
OTHER = (
    "চট্টগ্রাম বন্দরে নতুন টার্মিনাল চালুর পর জাহাজজট কমেছে বলে কর্তৃপক্ষের দাবি। আমদানিকারকেরা ভিন্ন কথা বলছেন। "
    "গতকাল ঢাকায় এক আলোচনায় অর্থনীতির অধ্যাপক {} বলে মন্তব্য করলে শ্রোতারা হাততালি দেন অনেকক্ষণ।"
)


@pytest.mark.parametrize(
    ("one", "other"), [("“{}”", "“{}”"), ("‘{}’", '"{}"'), ("“{}।”", "“{}”"), ("«{}»", "“{}”")]
)
def test_what_both_set_in_quotation_marks_is_a_passage(one: str, other: str) -> None:
    a, b = REPORT.format(one.format(SAID)), OTHER.format(other.format(SAID))
    (passage,) = compare(a, b).passages
    assert SAID in a[passage.a.start : passage.a.end]
    assert not passage.weak


@pytest.mark.parametrize(
    ("one", "other"), [("{}", "{}"), ("“{}”", "{}"), ("“{}", "“{}"), ("“{} আজই”", "“{} কালই”")]
)
def test_a_fragment_that_may_be_a_name_or_an_idiom_is_weak(one: str, other: str) -> None:
    a, b = REPORT.format(one.format(SAID)), OTHER.format(other.format(SAID))
    (passage,) = compare(a, b).passages
    assert passage.weak
