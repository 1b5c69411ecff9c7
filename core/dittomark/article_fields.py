"""The fields of an article, one row each: its metadata, without its text and its ids.

`ArticleMetadata` is the table. A row defines a field's name, its column names in imported files,
its type, and its properties; importers, exporters, lists, dialogs, the column in a project file and
the checks of files derive from `ARTICLE_FIELDS`. CONTRIBUTING.md describes how to add a field.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from dittomark.messages import Message

FieldKind = Literal["text", "address", "date", "language"]
_ROW: Final = "article field"


@dataclass(frozen=True, slots=True)
class ArticleField:
    """One field of an article.

    `key` is its name in files, in the store and in code; `name` its displayed name; `aliases` the
    names of columns and keys that fill it in an import, in lower case with `_` between words.
    `editable`: users may correct it; `searchable`: the words of a list's filter are searched in it;
    `filterable`: lists offer its values for filtering; `identity`: articles that differ in it are
    different articles. `since` is the schema version that added its column: key and version never
    change once released.
    """

    key: str
    name: Message
    aliases: tuple[str, ...]
    kind: FieldKind = "text"
    editable: bool = True
    searchable: bool = True
    filterable: bool = False
    identity: bool = False
    since: int = 1


def _row(name: Message, *aliases: str, **more: Any) -> Any:  # noqa: ANN401  (a default, to mypy)
    return field(default="", metadata={_ROW: {"name": name, "aliases": aliases, **more}})


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleMetadata:
    """The metadata of an article, which may be corrected; unknown fields are empty.

    `date` is ISO 8601 (a moment, a day, a month or a year), `language` a code such as `bn`.
    """

    title: str = _row(
        Message("Title"),
        "title", "headline", "heading", "head", "subject", "webtitle", "titre", "título", "titulo",
        "titolo", "titel", "judul", "заголовок", "название", "标题", "標題", "タイトル", "見出し", "제목", "শিরোনাম", "शीर्षक", "العنوان",
        identity=True,
    )  # fmt: skip
    source: str = _row(
        Message("Source"),
        "source", "outlet", "publisher", "newspaper", "site", "site_name", "sitename", "hostname",
        "domain", "media", "media_name", "source_name", "clean_url", "medio", "quelle", "fuente", "источник", "издание",
        "来源", "來源", "媒体", "出典", "출처", "সংবাদমাধ্যম", "পত্রিকা", "সূত্র", "উৎস",
        "पत्र", "المصدر",
        identity=True, filterable=True,
    )  # fmt: skip
    url: str = _row(
        Message("Web address"),
        "url", "link", "uri", "permalink", "href", "canonical_url", "source_url", "web_url", "weburl",
        "ссылка", "адрес", "链接", "連結", "網址", "网址", "ওয়েব_ঠিকানা", "লিংক", "লিঙ্ক",
        identity=True, kind="address",
    )  # fmt: skip
    date: str = _row(
        Message("Date"),
        "date", "published", "published_at", "publishedat", "publish_date", "publication_date",
        "date_published", "datepublished", "pubdate", "pub_date", "publishdate", "date_publish",
        "published_date", "published_on", "date_of_publication",
        "webpublicationdate", "fecha", "datum", "tanggal", "datetime", "seendate", "timestamp",
        "@timestamp", "created_at", "дата", "日期", "发布时间", "發布時間", "日付", "날짜",
        "তারিখ", "প্রকাশের_তারিখ", "प्रकाशन_तिथि", "التاريخ",
        identity=True, kind="date",
    )  # fmt: skip
    language: str = _row(
        Message("Language"),
        "language", "lang", "language_code", "язык", "语言", "語言", "ভাষা",
        kind="language", searchable=False, filterable=True,
    )  # fmt: skip
    author: str = _row(
        Message("Author"),
        "author", "authors", "byline", "by", "writer", "reporter", "journalist", "creator",
        "dc:creator", "dc_creator", "auteur", "autor", "autore", "penulis", "автор", "作者", "记者", "記者",
        "著者", "저자", "লেখক", "প্রতিবেদক", "লেখক_নাম", "लेखक", "الكاتب",
        filterable=True, since=3,
    )  # fmt: skip


ARTICLE_FIELDS: Final = tuple(
    ArticleField(key=each.name, **each.metadata[_ROW])
    for each in dataclasses.fields(ArticleMetadata)
)
METADATA: Final = tuple(each.key for each in ARTICLE_FIELDS)
EDITABLE: Final = tuple(each.key for each in ARTICLE_FIELDS if each.editable)
SEARCHABLE: Final = tuple(each.key for each in ARTICLE_FIELDS if each.searchable)
FILTERABLE: Final = tuple(each.key for each in ARTICLE_FIELDS if each.filterable)
SORTABLE: Final = tuple(each.key for each in ARTICLE_FIELDS if each.kind != "address")
IN_WORDS: Final = tuple(each.key for each in ARTICLE_FIELDS if each.kind == "text")
"""Fields with words of a language: lists sort them in the order of its dictionaries."""
IDENTITY: Final = tuple(each.key for each in ARTICLE_FIELDS if each.identity)

# Further fields of an import: the text itself, and the article's name in its source.
TEXT_NAMES: Final = (
    "text", "body", "content", "article_text", "articletext", "maintext", "main_text",
    "full_text", "fulltext", "bodytext", "content_text", "content_html", "texte", "texto", "testo",
    "story", "article", "articlebody", "raw_text", "plain_text",
    "текст", "статья", "正文", "内容", "內容", "全文", "本文", "본문", "내용",
    "লেখা", "খবর", "সংবাদ", "বিবরণ", "প্রতিবেদন", "पाठ", "النص",
)  # fmt: skip
ID_NAMES: Final = (
    "external_id", "id", "article_id", "doc_id", "docid", "document_id", "uid", "uuid", "guid",
    "_id", "key", "news_id", "sl", "আইডি",
)  # fmt: skip
IMPORT_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": TEXT_NAMES,
    **{each.key: each.aliases for each in ARTICLE_FIELDS},
    "external_id": ID_NAMES,
}


def metadata_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an article in a record, as text; missing ones are empty."""
    return {key: str(record.get(key) or "") for key in METADATA}


def metadata_in(article: ArticleMetadata) -> dict[str, str]:
    """Return an article's metadata by key, in the order of the table."""
    return {key: getattr(article, key) for key in METADATA}
