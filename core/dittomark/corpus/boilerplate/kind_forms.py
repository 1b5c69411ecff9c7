"""The form of a line, where the aim is to name its kind rather than to tell it from the article.

`named_form` is `forms.known_form` with the rules that matter for kinds alone. They are kept apart
since the shipped trees were fitted with what `known_form` says. Here a list of the latest headlines
counts as `most_read`, as the label says (most read, latest, trending).
"""

from functools import lru_cache
from typing import Final

import regex

from dittomark.corpus.boilerplate.forms import Form, known_form
from dittomark.corpus.boilerplate.lines import line_key
from dittomark.corpus.boilerplate.shape import line_weight
from dittomark.corpus.calendar_words import MONTHS_AND_DAYS

_MOST_READ: Final = frozenset(
    line_key(phrase)
    for phrase in (
        "most read articles", "most popular articles", "most popular videos", "most commented",
        "top commented", "most read stories", "most read news", "popular articles",
        "najczęściej przeglądane", "najczęściej komentowane", "самые читаемые", "самые обсуждаемые",
        "обсуждаемое", "обсуждают", "читаемое", "meistkommentiert", "más vistas", "más vistos",
        "mais vistas", "più visti", "les plus vus", "τα πιο σχολιασμένα", "সর্বাধিক দেখা",
        "বহুল পঠিত", "阅读排行", "热门文章", "人氣", "人気", "点击榜",
    )
)  # fmt: skip
# Headers of lists of what is new on the site. Most are headers of `phrases` too, of related links.
_LATEST: Final = frozenset(
    line_key(phrase)
    for phrase in (
        "সর্বশেষ", "সর্বশেষ খবর", "সর্বশেষ সংবাদ", "সাম্প্রতিক খবর", "সাম্প্রতিক", "আজকের খবর", "শীর্ষ খবর",
        "তাজা খবর", "latest", "latest news", "latest stories", "latest posts", "latest articles",
        "latest headlines", "latest videos", "recent posts", "recent articles", "recent news",
        "recent stories", "recent content", "recent", "breaking news", "newest", "just in", "new on", "top stories",
        "top news", "headlines", "more headlines", "ताज़ा खबरें", "ताजा खबरें", "últimas noticias",
        "posts recentes", "artigos recentes", "dernières nouvelles", "derniers articles",
        "neueste beiträge", "neueste artikel", "ultime notizie", "последние новости",
        "главные новости", "лента новостей", "все новости", "свежие записи", "новости дня",
        "другие новости дня", "останні новини", "najnowsze", "najnowsze wiadomości", "ostatnie",
        "najważniejsze wiadomości", "z ostatniej chwili", "τελευταία νέα", "τελευταίες ειδήσεις",
        "πρόσφατα", "son haberler", "berita terbaru", "tin mới", "最新新闻", "最新新聞", "最新报道",
        "最新消息", "即时新闻", "即時新聞", "滚动新闻", "最新记事", "新着記事", "最近の投稿", "최신 기사",
    )
)  # fmt: skip
_TAG_HEADERS: Final = frozenset(
    line_key(word)
    for word in (
        "tag", "tags", "related tags", "topics", "related topics", "keywords", "filed under", "labels",
        "in this article", "ট্যাগ", "ট্যাগস", "বিষয়", "теги", "метки", "tagi", "słowa kluczowe",
        "ετικέτες", "标签", "標籤", "关键词", "關鍵字", "schlagwörter", "mots clés", "etiquetas",
    )
)  # fmt: skip
# Marks of a reader's comment, besides the phrases of comment forms.
_OF_A_COMMENT: Final = regex.compile(
    r"^(?:reply|odpowiedz|cytuj|zgłoś|ответить|цитировать|пожаловаться|antworten|zitieren|répondre"
    r"|responder|rispondi|απάντηση|জবাব(?: দিন)?|উত্তর দিন|回复|回覆|返信)\W*$"
    r"|^\+?\p{N}+\s+(?:votes?|likes?|replies|points?|głos\p{L}*|ответ\p{L}*|голос\p{L}*)\b.{0,20}$"
    r"|^\p{N}+\s+(?:comments?|komentarz\p{L}*|комментари\p{L}*|comentarios?|comentários?"
    r"|commentaires?|kommentare?|σχόλι\p{L}*|মন্তব্য|টি মন্তব্য|条评论|則留言|commenti)\W*$"
    r"|^#\p{N}+(?:\.\p{N}+)*\s-\s"
    r"|\b(?:says|said|wrote|writes|пишет|schrieb|a écrit)\s*:$",
    regex.IGNORECASE,
)
_CREDIT: Final = regex.compile(
    r"^\W{0,2}(?:image|photo|picture|credit|fot|foto|фото|ছবি|图|圖)[\p{L} ]{0,20}[:：.]\s*©"
    r"|^(?:photograph|credit|image credit|photo credit)\s*:",
    regex.IGNORECASE,
)
_MACHINE: Final = regex.compile(
    r"^\p{N}{4}-\p{N}\p{N}-\p{N}\p{N}T\p{N}\p{N}:\p{N}\p{N}\S*$"
    r"|^(?:https?:)?//\S+\.(?:jpe?g|png|gif|webp|svg|js|css|mp4)(?:\?\S*)?$"
    r"|^(?:null|undefined|nan|true|false|lorem ipsum.*|\{.*\}|\[object Object\])$"
    r"|^[\p{Cf}\p{Mn}\p{Z}ÂÃ]+$"
)
# Photo credits that look like a copyright: a sign and a name, no year.
_AGENCIES: Final = (
    r"reuters|getty|\bap\b|\bafp\b|\bepa\b|\bdpa\b|\bpap\b|panthermedia|fotolia|shutterstock|istock|alamy"
    r"|imago|wikimedia|flickr|corbis|рия новости|тасс|ройтерс|рейтер|রয়টার্স|এএফপি"
)
_SIGNED_PICTURE: Final = regex.compile(
    rf"^\W*©[^\p{{N}}]{{0,40}}(?:{_AGENCIES})[^\p{{N}}]{{0,60}}$", regex.IGNORECASE
)
# Ways on within the page or the site, in as many words.
_WAY: Final = regex.compile(
    r"^\W*(?:skip|jump|back|return|continue reading)\s+(?:to|the)\b.{0,40}$"
    r"|^\W*(?:older|newer|next|previous|prev)(?:\s+(?:post|page|story|article|entr\p{L}+)s?)?\W*$"
    r"|^(?:βρίσκεστε εδώ|you are here|вы здесь|jesteś tutaj|sie sind hier|vous êtes ici|আপনি এখানে)\b",
    regex.IGNORECASE,
)
_SHOP: Final = regex.compile(
    r"^(?:buy|check price|shop|order|view|see|get|read)\b.{0,25}\b(?:on|at|from) amazon\W*$"
    r"|^(?:buy|shop|order) (?:it )?now\b|^(?:check|see|view) (?:the )?(?:latest |current )?price\b"
    r"|^ad ?choices\W*$|^sponsored (?:links?|by|content)\b",
    regex.IGNORECASE,
)
_LETTERS: Final = regex.compile(
    r"\bnewsletters?\b|^(?:subscribe|sign up|подпишитесь|подписаться|abonnieren|subscríbete|zapisz się)\b"
    r"|^(?:join|follow|find|like) us (?:on|in)\b|নিউজলেটার",
    regex.IGNORECASE,
)
_MORE: Final = regex.compile(
    r"^(?:read |see )?more\W+$|^(?:más|mais|mehr|ещё|еще|więcej|আরও|আরো)\W+$", regex.IGNORECASE
)
# A line that refers to one other article, its headline behind a colon.
_REFERENCE: Final = regex.compile(
    r"^\W*(?:read more|read also|also read|related|see also|see more|more|don.?t miss|আরও পড়ুন|আরো পড়ুন"
    r"|читайте также|leia também|leia mais|lire aussi|lesen sie auch|czytaj też|czytaj także"
    r"|διαβάστε επίσης|διαβάστε ακόμα|lea también|leggi anche|baca juga|相关阅读|延伸阅读)\s*[:：]\s*\S",
    regex.IGNORECASE,
)
_PHONE: Final = regex.compile(
    r"^(?:(?:tel|phone|fax|тел|ফোন)\W*)?\+?(?:[\s().-]*\p{N}){9,15}\W*$", regex.IGNORECASE
)
_MOVING: Final = regex.compile(r"^(?:video|watch|видео|wideo|ভিডিও)\b\W*", regex.IGNORECASE)
_MORE_WRITTEN_BY: Final = regex.compile(
    r"^(?:words|text|story|report|written|reporting|photos and text|posted|submitted|edited)\s+by\b"
    r"|^(?i:автор|текст|autor|tekst|κείμενο|von|por)\s*:\s*\S",
    regex.IGNORECASE,
)
# `No text or picture of this site may be used without permission`: a sentence of its own.
_FORBIDDEN: Final = regex.compile(
    r"(?:অনুমতি (?:ছা(?:\u09dc|\u09a1\u09bc)া|ব্যতীত)|পূর্বানুমতি|বিনা অনুমতিতে).{0,120}"
    r"(?:বেআইনি|নিষিদ্ধ|নিষেধ|দণ্ডনী(?:\u09df|\u09af\u09bc)|যাবে না)"
    r"|(?:বেআইনি|নিষিদ্ধ|নিষেধ).{0,80}(?:অনুমতি (?:ছা(?:\u09dc|\u09a1\u09bc)া|ব্যতীত)|বিনা অনুমতিতে)"
    r"|\b(?:reproduc|republish|redistribut|copied|copying)\p{L}*\b.{0,120}\bwithout\b.{0,40}\bpermission\b"
    r"|\bwithout\b.{0,40}\bpermission\b.{0,80}\b(?:prohibited|forbidden|illegal)\b",
    regex.IGNORECASE,
)
# A news agency, alone or with the place of the report.
_AGENCY_LINE: Final = regex.compile(
    r"^\W*(?:বাসস|ইউএনবি|এএফপি|র(?:\u09df|\u09af\u09bc)টার্স|এপি|পিটিআই|এএনআই|সিনহুয়া|BSS|UNB|AFP|Reuters|AP"
    r"|PTI|ANI|IANS|Xinhua|DPA|EFE|ANSA|PAP|ТАСС|РИА Новости|新华社|新華社)"
    r"(?:\s*[,/|–—-]\s*\p{L}[\p{L}\p{M} .]{1,30})?\W*$"
)
_VIDEO_MARK: Final = regex.compile(r"\s*\[(?:Video|VIDEO|Gallery|GALLERY|Audio|AUDIO)\]$")
_CJK_MONTH: Final = regex.compile(r"\p{N}{4}\s*年\s*\p{N}{1,2}\s*月\W*(?:\p{N}+\W*)?$")
_CLOCK: Final = regex.compile(r"\p{N}{1,2}\s*[:.]\s*\p{N}{2}(?:\s*[ap]\.?m\.?)?", regex.IGNORECASE)
_CLOSING: Final = regex.compile(
    r"^\W*(?:more|আরও|আরো|ещё|еще|więcej|mehr|más|mais|更多)(?:\s*[:：]\s*\S.{0,30}|\W*)$",
    regex.IGNORECASE,
)
_FIRST_RANK: Final = regex.compile(r"^[1১१]\s*[.:)।]?\s+\S")
_TIMED: Final = regex.compile(r"^(?:[01]?\p{N}|2[0-3]):[0-5]\p{N}\s+\p{L}")
_PATH_STARTS: Final = frozenset(
    line_key(word)
    for word in (
        "home", "homepage", "breadcrumb", "breadcrumbs", "you are here", "প্রচ্ছদ", "হোম", "মূলপাতা",
        "আপনি এখানে", "होम", "главная", "вы здесь", "strona główna", "jesteś tutaj", "αρχική",
        "αρχική σελίδα", "βρίσκεστε εδώ", "startseite", "sie sind hier", "accueil", "inicio",
        "início", "首页", "首頁", "ホーム",
    )
)  # fmt: skip
_SHORT: Final = 30  # characters: a month with its year and a count, the header of tags
# Kinds whose phrases stand beside numbers and signs.
_WITH_A_NUMBER: Final = frozenset({"comment_form", "most_read", "related_links", "share_subscribe"})
_TRIMMED: Final = regex.compile(r"^[\W\p{N}_]+|[\W\p{N}_]+$")
_WORD: Final = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_MONTHS: Final = frozenset(line_key(word) for word in MONTHS_AND_DAYS)


_PICTURED: Final = regex.compile(r"photo|image|credit|ছবি|фото|fot[.:]|©", regex.IGNORECASE)
_TITLED: Final = 4.0  # words; `Video: a storm comes ashore` is the headline of a video
# Kind, pattern, and the most characters of a line that the pattern decides about.
_PATTERNS: Final = (
    ("comment_form", _OF_A_COMMENT, 80),
    ("caption", _CREDIT, 200),
    ("caption", _SIGNED_PICTURE, 120),
    ("markup_leftover", _MACHINE, 200),
    ("copyright_notice", _FORBIDDEN, 200),
    ("byline_dateline", _AGENCY_LINE, 50),
    ("byline_dateline", _MORE_WRITTEN_BY, 100),
    ("navigation", _WAY, 200),
    ("advertisement", _SHOP, 60),
    ("related_links", _MORE, 20),
    ("related_links", _REFERENCE, 200),
    ("copyright_notice", _PHONE, 40),
    ("share_subscribe", _LETTERS, 80),
)


@lru_cache(maxsize=100_000)
def named_form(text: str) -> Form | None:
    """Return the form of the line `text` (without outer white space) for naming its kind."""
    if len(text) <= 200 and (special := _special(text)):
        return special
    if _VIDEO_MARK.search(text):
        text = _VIDEO_MARK.sub("", text)
    form = known_form(text)
    if form is None and len(text) <= 60:
        # `27 comments`, `Most read (5)`, `• Latest`: the phrase without numbers and signs around it
        plain = _TRIMMED.sub("", text)
        form = known_form(plain) if plain and plain != text else None
        if form is not None and form.kind not in _WITH_A_NUMBER:
            form = None
    return form


def _special(text: str) -> Form | None:
    plain = line_key(_TRIMMED.sub("", text))
    if plain in _LATEST or plain in _MOST_READ:
        return Form("most_read", 0.95, header=True)
    for kind, pattern, longest in _PATTERNS:
        if len(text) <= longest and pattern.search(text):
            return Form(kind, 0.9, header=pattern is _MORE)
    if _MOVING.match(text) and line_weight(plain) >= _TITLED and _PICTURED.search(text) is None:
        return Form("related_links", 0.7)
    return None


def closes_list(text: str) -> bool:
    """Return whether a line leads to more of a list's headlines: `more`, `More: Sports`."""
    return _CLOSING.match(text) is not None


def is_first_page(text: str) -> bool:
    """Return whether a line is where a path of pages begins: the word for it, or `Home`."""
    return line_key(_TRIMMED.sub("", text)) in _PATH_STARTS


def is_first_rank(text: str) -> bool:
    """Return whether a line is the first headline of a ranking: `1: Council votes`."""
    return _FIRST_RANK.match(text) is not None


def starts_with_clock(text: str) -> bool:
    """Return whether a line is a headline behind a time of day."""
    return _TIMED.match(text) is not None


def is_month(text: str) -> bool:
    """Return whether a line is a month as archives list it: its name, a year, a count."""
    if len(text) > _SHORT:
        return False
    words = [line_key(word) for word in _WORD.findall(text)]
    return (len(words) == 1 and words[0] in _MONTHS) or _CJK_MONTH.match(text) is not None


def is_clock(text: str) -> bool:
    """Return whether a line is a time of day and nothing else."""
    return _CLOCK.fullmatch(text) is not None


def is_tag_header(text: str) -> bool:
    """Return whether a line says that the article's tags follow."""
    return len(text) <= _SHORT and line_key(text) in _TAG_HEADERS
