"""Kinds of passages, what is none, and what is a summary: texts of our own."""

import random

import pytest
from tests.core.compare.test_properties import strong
from tests.helpers.compare_samples import DESK

from dittomark.compare import Settings, compare

COPY = (
    "Engineers of the port authority said on Friday that repairs to the two stranded ferries would "
    "take at least nine days and cost more than anyone had feared, because the older hull had been "
    "bent by the waves and no yard nearby had room for it."
)
LONG = """
The council of Marrowick voted on Tuesday night to close the town's oldest swimming pool, a brick
hall from 1911 whose boilers have failed three times this winter. Councillor Petra Vance, who chairs
the finance committee, said that repairing the roof alone would cost 840,000 crowns, more than the
town spends on all its libraries in a year. The architect Jonas Hale had warned in October that the
iron trusses above the deep end were rusting and might not bear another heavy snowfall.

Swimmers filled the gallery with towels around their necks. Many had learnt to swim there as
children. Ida Brandt, an 81-year-old former teacher, told the meeting that she had missed only four
mornings since 1974 and asked where pensioners without cars were meant to go. A petition with 6,200
signatures was handed to the mayor, Oskar Lind, who abstained from the vote.

The opposition proposed to sell a meadow near the railway station to a supermarket chain and to use
the proceeds for the roof. The majority rejected that as reckless, pointing out that the meadow
floods each spring. A compromise under which volunteers would run the hall at weekends failed by two
votes. School classes will travel by bus to the neighbouring town of Elverby from February.

The building itself is listed and may not be demolished. An investor from the capital has shown
interest in turning it into a concert hall, with the tiled basin as its stage, but has asked for a
guarantee of fifteen years. The monuments office wants the mosaics of herons in the entrance to be
restored first. Lind said that he expected an offer before Easter and that nothing would be signed
without another hearing.
"""
SUMMARY = (
    "Marrowick shuts its 1911 pool: after boilers failed and architect Hale warned of rusting "
    "trusses, councillors balked at 840,000 crowns for a roof, despite a petition of 6,200 "
    "signatures and pensioners such as Brandt. Plans to sell a meadow that floods, or let "
    "volunteers run it at weekends, were rejected; classes will go by bus to Elverby. Mayor Lind "
    "hopes for an investor who would make the listed hall with its heron mosaics a concert stage."
)
LONG_BENGALI = """
তিস্তা নদীর পানি হঠাৎ বেড়ে যাওয়ায় লালমনিরহাটের হাতীবান্ধা উপজেলার সাতটি গ্রাম তলিয়ে
গেছে। গত মঙ্গলবার রাত থেকে ডালিয়া পয়েন্টে পানি বিপৎসীমার ৪৫ সেন্টিমিটার ওপর দিয়ে বইছে
বলে জানিয়েছে পানি উন্নয়ন বোর্ড। ব্যারাজের সব কটি জলকপাট খুলে দেওয়া হয়েছে। এতে অন্তত
তিন হাজার পরিবার পানিবন্দী হয়ে পড়েছে, ভেসে গেছে আমনের বীজতলা ও শতাধিক পুকুরের মাছ।
সিন্দুর্না ইউনিয়নের চেয়ারম্যান নুরুল আমিন বলেন, রাতের অন্ধকারে মানুষ গবাদিপশু নিয়ে
বাঁধের ওপর আশ্রয় নিয়েছে, কিন্তু শুকনা খাবার ও বিশুদ্ধ পানির সংকট দেখা দিয়েছে। উপজেলা
নির্বাহী কর্মকর্তা শামীমা সুলতানা জানান, ২০ টন চাল ও দেড় লাখ টাকা বরাদ্দ পাওয়া গেছে
এবং চারটি বিদ্যালয়ে আশ্রয়কেন্দ্র খোলা হয়েছে। কৃষক আবদুল মজিদ বলেন, ধারদেনা করে লাগানো
দুই বিঘা বাদাম তোলার আগেই ডুবে গেল। উজানে সিকিমে ভারী বৃষ্টির কারণে আগামী দুই দিন পানি
আরও বাড়তে পারে বলে পূর্বাভাস দিয়েছে বন্যা পূর্বাভাস ও সতর্কীকরণ কেন্দ্র।
হাতীবান্ধা-বড়খাতা সড়কের একটি কালভার্ট ধসে পড়ায় যান চলাচল বন্ধ রয়েছে।
"""
SUMMARY_BENGALI = """লালমনিরহাটে সাত গ্রাম পানির নিচে। পানিবন্দী তিন হাজার পরিবার, আমনের বীজতলা আর পুকুরের
মাছ ভেসে গেছে; ডালিয়া পয়েন্টে তিস্তা বিপৎসীমার ৪৫ সেন্টিমিটার ওপরে। হাতীবান্ধা উপজেলার
চারটি বিদ্যালয়ে আশ্রয়কেন্দ্র খুলে ২০ টন চাল দেওয়া হচ্ছে, তবু শুকনা খাবার ও বিশুদ্ধ
পানির সংকট কাটেনি। সিকিমে বৃষ্টি থামেনি বলে আরও বাড়ার পূর্বাভাস রয়েছে।"""
OTHERS = """
Farmers in the northern valleys began their harvest a fortnight early after a dry summer that left
the maize knee-high and the pastures brown. Prices at the weekly market rose by a tenth, and several
bakeries said that they would bake smaller loaves rather than charge more for them.

{}

At the university a team of physicists switched on a telescope that listens for faint signals from
dying stars. It stands in a disused quarry, away from telephones and microwave ovens, and will send
its first pictures to schools in the autumn, where pupils are to look for patterns by hand.

Cyclists may use the tunnel under the river again; its lamps were replaced and the walls painted by
students. The museum of toys reopens with an exhibition on spinning tops from four continents.
"""


def test_a_kind_says_how_much_of_the_words_is_the_same() -> None:
    changed = COPY.replace("Friday", "Monday").replace("two", "three")
    rewritten = (
        "According to engineers of the port authority, repairs to both stranded ferries will take "
        "nine days or longer and cost more than anyone had feared: the older hull was bent by "
        "waves, and no yard nearby had room."
    )

    assert [p.kind for p in strong(compare(COPY, COPY.upper()))] == ["verbatim"]
    assert [p.kind for p in strong(compare(COPY, changed))] == ["near_verbatim"]
    assert [p.kind for p in strong(compare(COPY, rewritten))] == ["rewrite"]


def test_one_letter_makes_a_passage_less_than_equal() -> None:
    (passage,) = strong(
        compare(COPY, COPY.replace("engineers", "engineres").replace("hull", "huII"))
    )

    assert passage.kind == "near_verbatim"
    assert 0.9 < passage.similarity < 1


def test_a_long_report_told_in_short_is_a_summary() -> None:
    other = OTHERS.format(SUMMARY)
    found = [p for p in strong(compare(LONG, other)) if p.kind == "summary"]

    assert len(found) == 1
    (passage,) = found
    at = other.index(SUMMARY)
    assert abs(passage.b.start - at) < 150
    assert abs(passage.b.end - at - len(SUMMARY)) < 150
    assert passage.a.end - passage.a.start > 0.6 * len(LONG)
    assert passage.similarity > 0.6
    assert passage.edits == ()
    assert compare(other, LONG).passages[0].kind == "summary"


@pytest.mark.parametrize(("long", "short"), [(LONG, SUMMARY), (LONG_BENGALI, SUMMARY_BENGALI)])
def test_a_short_article_that_is_nothing_but_a_summary(long: str, short: str) -> None:
    (passage,) = strong(compare(long, short))
    assert passage.kind == "summary"
    assert passage.b.start == 0
    assert passage.b.end >= len(short) - 1  # with or without its last mark
    assert passage.a.end - passage.a.start > 0.6 * len(long)
    assert strong(compare(short, long))[0].kind == "summary"


@pytest.mark.parametrize("part", OTHERS.strip().split("\n\n"))
def test_a_short_article_on_other_matters_is_no_summary(part: str) -> None:
    assert not strong(compare(LONG, part.replace("{}", DESK)))


def test_a_short_article_that_shares_the_names_alone_is_no_summary() -> None:
    other = (
        "Ida Brandt, an 81-year-old former teacher from Elverby, won the gardening prize of Marrowick "
        "for a bed of white dahlias that she had raised from seed. Petra Vance and Oskar Lind handed "
        "her a watering can in the library. Second place went to the architect Jonas Hale, whose "
        "runner beans climb a ladder beside the railway station, third to a class of children."
    )
    assert not [p for p in compare(LONG, other).passages if p.kind == "summary"]


def test_a_paragraph_in_disorder_is_no_summary_of_what_stands_around_it() -> None:
    words = LONG.strip().split("\n\n")[1].split()
    random.Random(0).shuffle(words)
    other = OTHERS.format(" ".join(words[:30]))

    assert not [p for p in compare(LONG, other).passages if p.kind == "summary"]


def test_reports_on_other_matters_are_no_summaries() -> None:
    assert not strong(compare(LONG, OTHERS.format(DESK)))


def _bengali(words: int, seed: int) -> str:
    rng = random.Random(seed)
    letters = "কখগঘচছজটডতদনপবভমযরলশসহ"
    return " ".join("".join(rng.choices(letters, k=rng.randint(3, 7))) for _ in range(words))


NAME = "জেলা গ্রন্থাগার কমিটির সভাপতি রেহানা পারভীন"  # six words


@pytest.mark.parametrize(
    ("more", "min_words", "passages"),
    [
        ("", 6, 0),
        ("বলেছেন", 6, 0),
        ("বলেছেন গতকাল", 6, 1),  # eight words
        ("", 4, 1),  # whoever asks for shorter passages gets them
    ],
)
def test_what_may_be_a_name_in_a_script_without_capitals_is_no_passage(
    more: str, min_words: int, passages: int
) -> None:
    shared = f"{NAME} {more}".strip()
    one = f"{_bengali(30, 1)} {shared} {_bengali(30, 2)}।"
    other = f"{_bengali(40, 3)} {shared} {_bengali(20, 4)}।"

    found = compare(one, other, settings=Settings(min_words=min_words))

    assert len(strong(found)) == passages
    assert found.passages


def test_a_short_sentence_is_a_passage_in_any_script() -> None:
    one = f"{_bengali(30, 1)}। {NAME}। {_bengali(30, 2)}।"
    other = f"{_bengali(40, 3)}। {NAME}। {_bengali(20, 4)}।"

    assert len(strong(compare(one, other))) == 1


def test_a_name_with_its_title_is_no_passage() -> None:
    name = "Northern Rivers Flood Warning Centre Director Maren Oldfield"
    one = f"Water is rising in all gauges along the coast. Nobody knows why, said {name} in an interview."
    other = f"Asked about budget cuts at a hearing last week, {name} called them a bad joke on everyone."

    assert not strong(compare(one, other))
    assert [p.weak for p in compare(one, other).passages] == [True]


def test_two_reports_of_one_event_are_no_rewrite_of_each_other() -> None:
    first = (
        "Three people were injured when a tram left the rails at Mill Street on Monday morning, the "
        "fire brigade said. The driver, aged 44, was taken to hospital with a broken arm. Witnesses "
        "heard a loud bang before the second car hit a lamp post. The operator is looking into "
        "whether frost had damaged a switch. Buses replaced trams until the evening, and the police "
        "asked motorists to keep away from the old town."
    )
    second = (
        "Service on lines four and seven came to a halt on Monday after an accident near the old "
        "town. According to the police, a tram left the rails at Mill Street in the morning; three "
        "people were injured. Passengers climbed out through windows. A spokeswoman of the operator "
        "would not say how fast it had gone, but confirmed that the track was to have been renewed "
        "in spring. Repairs will last until Thursday, she added."
    )

    assert all(p.a.end - p.a.start < len(first) / 2 for p in strong(compare(first, second)))
