"""Participants and places of proposed events: whole names, each once, and nothing else."""

import unicodedata

import pytest

from dittomark.corpus.events.describe import Description, describe

LAUNCH = [
    ("মেঘনায় লঞ্চডুবি\nবরিশাল প্রতিনিধি\nবরিশালের মেঘনা নদীতে লঞ্চ ডুবে গেছে। ফায়ার সার্ভিসের উপপরিচালক মো. আনিসুর রহমান বলেন, তিনজনের"
    " মরদেহ উদ্ধার করা হয়েছে। জেলা প্রশাসক শাহানা পারভীন ঘটনাস্থল পরিদর্শন করেছেন।"),
    ("নিখোঁজ ১২\nহিজলার কাছে মেঘনা নদীতে একটি লঞ্চ ডুবে তিনজনের মৃত্যু হয়েছে। বরিশালের জেলা প্রশাসক শাহানা পারভীন ক্ষতিপূরণের ঘোষণা দেন।"
    " ফায়ার সার্ভিসের উপপরিচালক আনিসুর রহমান জানান, স্রোতের কারণে কাজ ব্যাহত হচ্ছে।"),
    ("বরিশালে লঞ্চডুবির ঘটনায় আরও দুজনের মরদেহ উদ্ধার করা হয়েছে। আনিসুর রহমানকে প্রধান করে কমিটি হয়েছে। লঞ্চের মালিককে আটক করা"
    " হয়েছে বলে জানান শাহানা পারভীন।"),
]  # fmt: skip
MURDER = [
    ("লালপুর উপজেলায় কলেজশিক্ষক আবদুল মজিদকে কুপিয়ে হত্যা করেছে দুর্বৃত্তরা। লালপুর থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) মনিরুজ্জামান খান"
    " বলেন, জমি নিয়ে বিরোধ ছিল। নিহতের স্ত্রী রেহেনা বেগম বলেন, তিনি বিচার চান।"),
    ("শিক্ষক আবদুল মজিদ হত্যার ঘটনায় দুজনকে আটক করেছে পুলিশ। ওসি মনিরুজ্জামান খান জানান, আবদুল মজিদের স্ত্রী রেহেনা বেগম"
    " লালপুর থানায় মামলা করেছেন। বৃহস্পতিবার সকালে আদালতে তোলা হবে।"),
]  # fmt: skip
BANK = [
    "সেতুবন্ধ ব্যাংকের ব্যবস্থাপনা পরিচালক কামরুল হাসানকে গ্রেপ্তার করেছে দুর্নীতি দমন কমিশন। কমিশনের সচিব মাহবুব আলম বলেন, মামলা হয়েছে।",
    "দুর্নীতি দমন কমিশন সেতুবন্ধ ব্যাংকের কাগজ জব্দ করেছে। কামরুল হাসান কারাগারে আছেন। মাহবুব আলম সাংবাদিকদের ধন্যবাদ জানান।",
]  # fmt: skip
GERMAN = [
    ("Ein Güterzug ist am Montag in Harburg entgleist. Der Sprecher der Bahn, Jens Albers, sagte, die Strecke bleibe zu. Albers"
    " schloss einen Anschlag aus. Bürgermeisterin Karin Voss dankte den Helfern."),
    ("Nach der Entgleisung in Harburg bleibt die Strecke zu. Laut Jens Albers wird eine Weiche getauscht. Karin Voss fordert"
    " Aufklärung. Voss lobte die Feuerwehr."),
]  # fmt: skip


def described(*texts: str) -> Description:
    return describe(texts, [""] * len(texts), [""] * len(texts), [0.5] * len(texts))


def names(*texts: str) -> set[str]:
    return set(described(*texts).participants)


def test_bengali_people_without_titles_and_case_endings() -> None:
    assert names(*LAUNCH) == {"আনিসুর রহমান", "শাহানা পারভীন"} | {"ফায়ার সার্ভিস"}
    assert names(*MURDER) == {"আবদুল মজিদ", "মনিরুজ্জামান খান", "রেহেনা বেগম"}


def test_bengali_organisations_whole() -> None:
    assert names(*BANK) == {"দুর্নীতি দমন কমিশন", "সেতুবন্ধ ব্যাংক", "কামরুল হাসান", "মাহবুব আলম"}


def test_an_office_is_nobody_and_a_name_that_speaks_stays_whole() -> None:
    text = (
        "সভাপতি পদে নির্বাচিত হয়েছেন শফিকুল ইসলাম। বিচারক আসামির জামিন নামঞ্জুর করেন। দপ্তরের মুখপাত্র কারিন জঁ-পিয়ের বলেন,"
        " আলোচনা হয়েছে। কবি হুমায়ুন কবির জানান, তিনি যাবেন।"
    )
    assert names(text, text) == {"শফিকুল ইসলাম", "কারিন জঁ পিয়ের", "হুমায়ুন কবির"}


def test_english_beside_bengali_changes_nothing() -> None:
    english = (
        "A launch sank in the Meghna on Tuesday, said Anisur Rahman. It had no FITNESS certificate."
    )
    quoted = [f"{text} (The Meghna Times, BIWTA, FITNESS)" for text in LAUNCH]
    for texts in (quoted, [*LAUNCH, english]):
        assert {"আনিসুর রহমান", "শাহানা পারভীন"} <= names(*texts)
        assert not any(name.isascii() for name in names(*texts))


@pytest.mark.parametrize("texts", [LAUNCH, MURDER, BANK], ids=["launch", "murder", "bank"])
def test_reprints_of_one_report_lengthen_no_name(texts: list[str]) -> None:
    once = {name for text in texts for name in names(text, text, text)}
    for name in once:
        assert any(name in found or found in name for found in names(*texts)), name
        assert len(name.split()) <= 3


def test_the_same_in_decomposed_letters() -> None:
    composed = [text.replace("য়", "\u09df").replace("ড়", "\u09dc") for text in (*MURDER,)]
    decomposed = [unicodedata.normalize("NFD", text) for text in MURDER]
    for texts in (composed, decomposed):
        assert described(*texts).participants == described(*MURDER).participants


def test_the_district_is_the_place() -> None:
    assert described(*LAUNCH).place == "বরিশাল"
    assert described(LAUNCH[1], LAUNCH[2]).place == "বরিশাল"
    assert described(*BANK).place == ""


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            (
                "जिलाधिकारी सुनीता वर्मा ने बताया कि पुल गिर गया। कंपनी के निदेशक राजेश मिश्रा को पुलिस ने पकड़ा।",
                "सोमवार को राजेश मिश्रा ने आरोपों से इनकार किया। सुनीता वर्मा ने मुआवजे की घोषणा की।",
            ),
            {"सुनीता वर्मा", "राजेश मिश्रा"},
        ),
        (
            (
                "ریلوے کے ترجمان عامر قریشی نے کہا کہ ٹریک بحال ہو رہا ہے۔ ڈپٹی کمشنر سارہ ملک نے دورہ کیا۔",
                "سارہ ملک نے کمیٹی بنا دی۔ عامر قریشی نے مسافروں سے معذرت کی۔",
            ),
            {"عامر قریشی", "سارہ ملک"},
        ),
        (  # a court and a team act too, and letters are a piece of an abbreviation
            (
                "خصوصی عدالت نے فیصلہ سنایا۔ صدر مملکت منور حسین نے کہا کہ آئی سی سی نے اجازت دی۔ مہمان ٹیم نے شکر ادا کیا۔",
                "صدر مملکت منور حسین نے خصوصی عدالت کا شکریہ ادا کیا۔ آئی سی سی نے خط لکھا۔ خصوصی عدالت نے مہلت دی۔ مہمان ٹیم نے سنا۔",
            ),
            {"منور حسین"},
        ),
        (
            (
                "وقال الوالي حسن البشير إن السيول شردت مئات الأسر يوم الاثنين. وأكدت منى عثمان وصول الخيام.",
                "شكر الوالي حسن البشير المتطوعين. وقالت منى عثمان إن العدد ارتفع.",
            ),
            {"حسن البشير", "منى عثمان"},
        ),
        (
            (
                "Директор шахты Игорь Савельев сообщил о взрыве. Губернатор Анна Миронова вылетела на место.",
                "Следователи допросили Игоря Савельева. «Мы поможем», — сказала Миронова.",
                "Игоря Савельева задержали. Губернатору Анне Мироновой доложили. У Савельева есть адвокат.",
            ),
            {"Игорь Савельев", "Анна Миронова"},
        ),
        (GERMAN, {"Jens Albers", "Karin Voss"}),
        (
            (
                "Le maire Paul Mercier a reçu les syndicats lundi. La déléguée, Sophie Arnaud, réclame une hausse.",
                "Paul Mercier propose une prime. Sophie Arnaud a déclaré que la grève durerait. Arnaud dit non.",
            ),
            {"Paul Mercier", "Sophie Arnaud"},
        ),
        (("新华社北京3月12日电 消防员王建国受伤。", "市长李明看望王建国。"), set()),
    ],
    ids=["Hindi", "Urdu", "Urdu, actors", "Arabic", "Russian", "German", "French", "Chinese"],
)  # fmt: skip
def test_people_in_other_languages(texts: tuple[str, ...], found: set[str]) -> None:
    assert names(*texts) == found


def test_a_title_alone_is_nobody_and_is_no_part_of_a_name() -> None:
    assert names(
        "President-elect Anna Bell named Ida Moss as Surgeon General on Monday. Prosecutor Tom Reed objected, as did Reed's office.",
        "The Surgeon General will be Ida Moss, said Anna Bell. Attorney General Tom Reed objected; Ida Moss , 48 , did not.",
    ) == {"Anna Bell", "Tom Reed", "Ida Moss"}  # fmt: skip


def test_a_name_joined_by_and_is_whole_and_its_initials_are_no_other() -> None:
    texts = [
        "The UN Relief and Works Agency (UNRWA) closed its school. John Marsh, its director, said so; UNRWA has no other.",
        "The school of the UN Relief and Works Agency is closed. UNRWA gave its GPS data to the army, John Marsh said.",
    ]  # fmt: skip
    assert names(*texts) == {"UN Relief and Works Agency"} | {"John Marsh"}


def test_works_prizes_cars_buildings_and_media_are_no_participants() -> None:
    texts = [
        ("The sequel to \"Golden Lantern\" has a director, Vera Holm, said the Evening Herald. She won a National Film Award."
        " Holm drove her Toyota Camry to the Mercy General Hospital in Lund."),
        ("Vera Holm will direct \"Golden Lantern\", a story of the Old Harbour Street. The Evening Herald reports that Holm's"
        " Toyota Camry stood outside Mercy General Hospital. The National Film Award went to her."),
    ]  # fmt: skip
    assert names(*texts) == {"Vera Holm"}


def test_the_first_word_of_a_sentence_joins_no_surname() -> None:
    texts = [
        "Peyton Lund threw far. However Lund missed twice, and the coach was pleased.",
        "Nobody threw farther than Peyton Lund, whose mother cheered. Although Lund fell, Peyton Lund won.",
    ]
    assert names(*texts) == {"Peyton Lund"}


def test_a_town_that_stands_before_people_and_houses_is_no_person() -> None:
    texts = [
        "A 35-year-old New Velm man, Gary Stone, was arrested. Stone, 35, is held in New Velm. A New Velm home was searched.",
        "Gary Stone of New Velm was arrested, police said. The New Velm police searched his home. Stone said nothing.",
    ]  # fmt: skip
    assert names(*texts) == {"Gary Stone"}


def test_a_team_is_a_participant_with_its_whole_name() -> None:
    texts = [
        "The Velm Harbour Otters beat the Orro Miners 3-1. The Otters lead; the Miners fell. The Otters sang.",
        "A late goal gave the Velm Harbour Otters victory over the Orro Miners. The Miners protested.",
    ]
    assert names(*texts) == {"Velm Harbour Otters", "Orro Miners"}


def test_where_something_else_happened_is_not_the_place() -> None:
    later = " The shop was quiet. " * 40 + "A necklace was also stolen in Cannes."
    texts = [f"Thieves robbed a jeweller near the opera on Monday.{later}"] * 3
    assert described(*texts).place == ""
    assert described(*(f"Thieves robbed a jeweller in Lund.{later}" for _ in "abc")).place == "Lund"


def test_who_stands_in_the_background_everywhere_is_no_participant() -> None:
    texts = [
        f"Anna Bell opened the bridge, the mayor said. {'The crowd cheered loudly. ' * 40} {end}"
        for end in ("In 1990 Karl Odd, 50, had planned it.", "Karl Odd, 50, planned it once.")
    ]
    assert names(*texts) <= {"Anna Bell"}


@pytest.mark.parametrize("unit", ["A of ", "Anna Bell ", "A.", "University of ", "“", "ক খ গ ঘ "])
def test_odd_texts_end_soon_and_name_nobody(unit: str) -> None:
    assert len(described(*[unit * (5000 // len(unit))] * 20).participants) <= 1
