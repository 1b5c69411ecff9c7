"""Articles of one site are of one source, however their addresses are written."""

import pytest

from dittomark.texts.source_names import host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/news/1", "example.org"),
        ("http://Example.org:8080/news/2", "example.org"),
        ("https://reader@example.org/", "example.org"),
        ("http://[broken", ""),
        ("news/3", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert host_of(url) == host
