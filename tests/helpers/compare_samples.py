"""Invented articles and hand-made comparisons for the compare view."""

import hashlib

from dittomark.annotations import Article, ArticleInfo, Span, Suggestion
from dittomark.compare.comparison import (
    ComparedArticle,
    Comparison,
    EditOp,
    Locus,
    Passage,
    PassageKind,
    Repeat,
    SharedTerm,
    SimilarSentence,
    WordEdit,
)

MORNING = """\
বুধবার সকালে মহাকাশকেন্দ্রে পৌঁছালে অতিথিকে স্বাগত জানান স্বাগতিক দেশের প্রেসিডেন্ট। এ সময় দুজন \
করমর্দন করেন এবং নতুন উৎক্ষেপণমঞ্চ ঘুরে দেখেন।
২০১৯ সালের পর এটাই দুজনের প্রথম সাক্ষাৎ। আলোচনায় গুরুত্ব পায় উপগ্রহ কর্মসূচি ও বাণিজ্য।

কোনো চুক্তি সই না হলেও সহযোগিতার সম্ভাবনার ইঙ্গিত দিয়েছেন তাঁরা। বৈঠক শেষে পাল্টা সফরের আমন্ত্রণ \
জানানো হয়।
সর্বাধিক পঠিত
কর্ণফুলী নদীতে ফেরি চলাচল বন্ধ
কর্ণফুলী নদীতে ফেরি চলাচল বন্ধ
সম্পর্কিত
তেলের দাম আরও কমেছে
"""

ONLINE = """\
২০১৯ সালের পর এটাই দুজনের প্রথম সাক্ষাৎ। সফরটি ঘিরে পশ্চিমা দেশগুলোর মধ্যে উদ্বেগ আছে।
স্থানীয় সময় সকাল দশটায় ট্রেন পৌঁছায়।

মহাকাশকেন্দ্রে পৌঁছালে অতিথিকে স্বাগত জানান স্বাগতিক দেশের রাষ্ট্রপতি। এ সময় দুজন করমর্দন করেন এবং \
নতুন উৎক্ষেপণমঞ্চ ঘুরে দেখেন।
কোনো চুক্তি সই না হলেও সহযোগিতার জোরালো ইঙ্গিত দিয়েছেন তাঁরা। বৈঠক শেষে অতিথিকে পাল্টা সফরের \
আমন্ত্রণ জানানো হয়।
Write Your Comment
Your email address will not be published.
মন্তব্য (০)
"""

HARBOUR = """\
The evening ferry from Port Ellery was cancelled on Thursday after winds of up to 110 km/h \
closed the harbour. About 240 passengers spent the night in the town hall.

"We could not see the breakwater any more," said Captain Ruth Amsel, who has crossed the strait \
for nineteen years. The company expects the first boat to leave on Saturday morning.
Share this story
Most read
Museum reopens after repairs
Bakery wins county prize
"""

DESK = """\
Some 240 travellers had to spend Thursday night in the town hall of Port Ellery. The evening ferry \
from Port Ellery was cancelled on Thursday after winds of up to 110 km/h closed the harbour.

The first boat is expected to leave on Saturday morning, the company said.
© Wire Desk. All rights reserved.
"""

ARABIC = """\
ألغيت رحلة العبّارة المسائية من ميناء إليري يوم الخميس بعد رياح بلغت سرعتها 110 كم/س أغلقت المرفأ. \
وقضى نحو 240 راكبًا ليلتهم في قاعة البلدية.
وقالت القبطان Ruth Amsel إنها لم تعد ترى كاسر الأمواج.
مشاركة
"""


def article(
    text: str,
    *,
    number: int = 0,
    title: str = "",
    source: str = "",
    url: str = "",
    date: str = "",
    language: str = "",
) -> Article:
    """Return an article with the text and the given metadata."""
    info = ArticleInfo(
        id=f"article-{number}",
        external_id=f"{number:03}",
        title=title,
        source=source,
        url=url,
        date=date,
        language=language,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        length=len(text),
    )
    return Article(info, text)


def meeting() -> tuple[Article, Article]:
    """Return two Bengali reports of one meeting."""
    return (
        article(
            MORNING,
            number=1,
            title="দুই নেতার মুখোমুখি বৈঠক মহাকাশকেন্দ্রে",
            source="সকালের খবর",
            url="https://sokalerkhobor.example/world/1",
            date="2023-09-13",
            language="bn",
        ),
        article(
            ONLINE,
            number=2,
            title="মহাকাশকেন্দ্রে দুই শীর্ষ নেতার বৈঠক",
            source="জনপদ অনলাইন",
            url="https://janapad.example/2",
            date="2023-09-14",
            language="bn",
        ),
    )


def ferry() -> tuple[Article, Article]:
    """Return two English reports of one storm."""
    return (
        article(
            HARBOUR,
            number=3,
            title="Harbour ferry halted by storm",
            source="Coast Daily",
            url="https://coastdaily.example/ferry",
            date="2024-02-02",
            language="en",
        ),
        article(
            DESK, number=4, title="240 stranded at Port Ellery", source="Wire Desk", language="en"
        ),
    )


def place(text: str, words: str, *, after: int = 0) -> tuple[int, int]:
    """Return the range of the words in the text."""
    start = text.index(words, after)
    return start, start + len(words)


def passage(
    texts: tuple[str, str],
    a: str,
    b: str,
    *,
    group: int,
    similarity: float = 1.0,
    kind: PassageKind = "verbatim",
    edits: tuple[tuple[EditOp, str, str], ...] = (),
    weak: bool = False,
) -> Passage:
    """Return a passage given by its words on both sides; edits are (op, words in a, words in b)."""
    start_a, end_a = place(texts[0], a)
    start_b, end_b = place(texts[1], b)
    return Passage(
        Locus(0, start_a, end_a),
        Locus(1, start_b, end_b),
        similarity,
        kind,
        weak,
        tuple(
            WordEdit(op, _edited(texts[0], one, start_a), _edited(texts[1], other, start_b))
            for op, one, other in edits
        ),
        group,
    )


def _edited(text: str, words: str, after: int) -> tuple[int, int]:
    """Return the ranges of edited words; missing words are placed after the first pair of words."""
    if words:
        return place(text, words, after=after)
    here = text.index("পাল্টা", after) - 1
    return here, here


def comparison(
    texts: tuple[str, ...],
    passages: tuple[Passage, ...] = (),
    *,
    repeats: tuple[tuple[Repeat, ...], ...] = (),
    sentences: tuple[SimilarSentence, ...] = (),
    terms: tuple[SharedTerm, ...] = (),
) -> Comparison:
    """Return a comparison of the texts with these results."""
    return Comparison(
        articles=tuple(
            ComparedArticle(
                len(text),
                hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
                repeats[index] if index < len(repeats) else (),
            )
            for index, text in enumerate(texts)
        ),
        passages=passages,
        similar_sentences=sentences,
        shared_terms=terms,
        coverage=tuple(0.7 for _ in texts),
        derived=tuple(0.7 for _ in texts),
    )


def meeting_comparison() -> Comparison:
    """Return the comparison of the two reports of the meeting: one passage moved to the front."""
    texts = (MORNING, ONLINE)
    line = "কর্ণফুলী নদীতে ফেরি চলাচল বন্ধ"
    first = place(MORNING, line)
    second = place(MORNING, line, after=first[1])
    welcome = "মহাকাশকেন্দ্রে পৌঁছালে অতিথিকে স্বাগত জানান স্বাগতিক দেশের {}। এ সময় দুজন "
    welcome += "করমর্দন করেন এবং নতুন উৎক্ষেপণমঞ্চ ঘুরে দেখেন।"
    first_since = "২০১৯ সালের পর এটাই দুজনের প্রথম সাক্ষাৎ।"
    treaty_a = MORNING[MORNING.index("কোনো চুক্তি") : MORNING.index("জানানো হয়।") + len("জানানো হয়।")]
    treaty_b = ONLINE[ONLINE.index("কোনো চুক্তি") : ONLINE.index("জানানো হয়।") + len("জানানো হয়।")]
    return comparison(
        texts,
        (
            passage(
                texts,
                welcome.format("প্রেসিডেন্ট"),
                welcome.format("রাষ্ট্রপতি"),
                group=1,
                similarity=0.94,
                kind="rewrite",
                edits=(("replace", "প্রেসিডেন্ট", "রাষ্ট্রপতি"),),
            ),
            passage(texts, first_since, first_since, group=2),
            passage(
                texts,
                treaty_a,
                treaty_b,
                group=3,
                similarity=0.87,
                kind="rewrite",
                edits=(("replace", "সম্ভাবনার", "জোরালো"), ("insert", "", " অতিথিকে")),
            ),
        ),
        repeats=((Repeat((first, second)),),),
        terms=(SharedTerm("২০১৯", (place(MORNING, "২০১৯"),), (place(ONLINE, "২০১৯"),), None),),
    )


def span(where: Article, words: str, label: str, *, key: str = "", annotator: str = "A1") -> Span:
    """Return a span over the words of an article."""
    start, end = place(where.text, words)
    return Span(key or f"{label}-{start}", where.id, start, end, label, annotator)


def suggestion(where: Article, words: str, label: str, *, score: float = 0.97) -> Suggestion:
    """Return an open suggestion over the words of an article."""
    start, end = place(where.text, words)
    return Suggestion(
        f"suggestion-{start}",
        "span",
        "test",
        "1",
        score,
        article_id=where.id,
        start=start,
        end=end,
        label=label,
    )
