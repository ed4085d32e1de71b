"""The head of a page: its meta elements, links, scripts and title, read in one pass."""

from typing import Self
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.typography import clean

# Most links of a head are style sheets, icons and hints to load something.
_KEPT_RELS = frozenset({"canonical", "amphtml", "alternate", "shortlink", "next", "prev"})


class Head:
    """What a page's meta, link, script and title elements hold, wherever they stand.

    ``meta`` holds contents by lower-case name, property or http-equiv; ``links`` absolute
    addresses by rel (canonical, amphtml); ``alternates`` those of other languages by hreflang;
    ``scripts`` the texts of the JSON-LD scripts; ``title`` the title element's text.
    """

    def __init__(self, root: HtmlElement, base_url: str = "") -> None:
        self.base = base_url
        self.language = root.get("lang") or root.get("xml:lang") or ""
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.alternates: dict[str, str] = {}
        self.scripts: list[str] = []
        self.title = ""
        keepers = {
            "meta": self._keep_meta,
            "link": self._keep_link,
            "script": self._keep_script,
            "title": self._keep_title,
        }
        for element in root.iter(*keepers):
            keepers[str(element.tag)](element)

    @classmethod
    def of(cls, root: HtmlElement, base_url: str | None = None) -> Self:
        """Read the page below *root*; *base_url* makes its links absolute."""
        return cls(root, base_url or "")

    def _keep_meta(self, element: HtmlElement) -> None:
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("http-equiv")
        if content and name:
            self.meta.setdefault(name.strip().lower(), []).append(content)

    def _keep_link(self, element: HtmlElement) -> None:
        rels = _KEPT_RELS.intersection((element.get("rel") or "").lower().split())
        url = absolute(self.base, element.get("href") or "") if rels else ""
        for rel in rels if url else ():
            self.links.setdefault(rel, []).append(url)
            if rel == "alternate" and element.get("hreflang"):
                self.alternates.setdefault(element.get("hreflang", "").lower(), url)

    def _keep_script(self, element: HtmlElement) -> None:
        if "ld+json" in (element.get("type") or "").lower() and element.text:
            self.scripts.append(element.text)

    def _keep_title(self, element: HtmlElement) -> None:
        # A drawing (svg) has titles too.
        parent = element.getparent()
        if not self.title and (parent is None or parent.tag in ("head", "html", "body")):
            self.title = clean(element.text or "")


def absolute(base: str, url: str) -> str:
    """Return *url* as an absolute web address, or an empty string."""
    try:
        joined = urljoin(base, url.strip()) if url.strip() else ""
        return joined if urlsplit(joined).hostname else ""
    except ValueError:
        return ""


def address_key(url: str) -> str:
    """Return the comparable part of *url*: host and path; a home page's ends in a slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return host + (parts.path.rstrip("/") or "/") if host else ""
