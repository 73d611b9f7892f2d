"""A page as a browser would read it."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

from tests.pages.conftest import Client


def get(client: Client, path: str, lang: str = "zh", status: int = 200) -> HtmlElement:
    """Return the page at ``path`` in a language, to somebody who comes for the first time."""
    client.cookies.clear()
    response = client.get(path, headers={"accept-language": lang, "accept": "text/html,*/*"})
    assert response.status_code == status, f"{path}: {response.text[:500]}"
    assert response.headers["content-type"].startswith("text/html")
    return html.document_fromstring(response.text)


def words(page: HtmlElement) -> str:
    """Return the words of the content, with single spaces."""
    (main,) = page.xpath("//main")
    return " ".join(main.text_content().split())


def links(page: HtmlElement) -> set[str]:
    """Return the addresses within this service that the page leads to."""
    found = page.xpath("//a/@href | //*[local-name()='svg']//*[local-name()='a']/@href")
    return {href for href in map(str, found) if not urlsplit(href).netloc and href[0] == "/"}
