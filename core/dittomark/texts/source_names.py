"""The source of an article without a named one: the host of its URL."""

from urllib.parse import urlsplit

from dittomark.annotations import ArticleInfo


def source_of(info: ArticleInfo) -> str:
    """Return the source of an article, or the host of its URL."""
    return info.source or host_of(info.url)


def host_of(url: str) -> str:
    """Return the host of a URL in lower case, without `www.`; empty for an invalid one."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # such as "http://[": users and scrapers write invalid URLs
        return ""
    return host.removeprefix("www.")
