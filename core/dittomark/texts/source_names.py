"""Which source an article is of where nobody named one: the host of its address."""

from urllib.parse import urlsplit

from dittomark.annotations import ArticleInfo


def source_of(info: ArticleInfo) -> str:
    """Return the source of an article as it is named, else the host it came from."""
    return info.source or host_of(info.url)


def host_of(url: str) -> str:
    """Return the host of an address in lower case, without `www.`; empty for what is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # such as "http://[": people and scrapers write all sorts of things
        return ""
    return host.removeprefix("www.")
