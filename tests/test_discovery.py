"""Articles on a listing: each once, in the listing's order, whatever its address carries."""

import pytest

from newscrawl.discovery import article_urls
from newscrawl.page import Page
from newscrawl.publishers import load_publishers

VNEXPRESS = load_publishers()["vnexpress"]
A, B, C = (f"https://vnexpress.net/mot-tin-so-{n}-490000{n}.html" for n in (1, 2, 3))
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Tin</title><link>https://vnexpress.net</link><atom:link href="https://vnexpress.net/rss"/>
<item><title>1</title><link>{A}?utm_source=rss#box</link><guid isPermaLink="true">{A}</guid></item>
<item><title>2</title><link><![CDATA[ {B} ]]></link>
<description><![CDATA[<a href="{C}"><img src="x"></a>]]></description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://vnexpress.net"/>
<entry><link rel="alternate" href="{A}"/></entry><entry><link href="{B}"/></entry></feed>"""
SITEMAP = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{A}</loc></url><url><loc>\n{B}\n</loc></url>
<url><loc>https://vnexpress.net/thoi-su</loc></url></urlset>"""
FRONT = f"""<html><body><a href="/the-thao">Thể thao</a>
<a href="/mot-tin-so-1-4900001.html">1</a><a href="{A}#box_comment">bình luận</a>
<a href="//vnexpress.net/mot-tin-so-2-4900002.html?vn_source=home">2</a>
<a href="https://tuoitre.vn/tin-khac-20261103081500.htm">khác</a><a href="">trống</a>
<a href="javascript:void(0)">x</a><a href="http://[">hỏng</a></body></html>"""


def found(text: str | bytes, kind: str) -> list[str]:
    content = text if isinstance(text, bytes) else text.encode()
    page = Page(content=content, kind="html", url="https://vnexpress.net/")
    return list(article_urls(page, kind, VNEXPRESS))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("listing", "kind"),
    [(RSS, "rss"), (ATOM, "rss"), (SITEMAP, "sitemap"), (FRONT, "section")],
)
def test_articles_are_found_once_and_in_order(listing: str, kind: str) -> None:
    assert found(listing, kind) == [A, B]


@pytest.mark.parametrize(
    "broken",
    [
        "\ufeff\n" + RSS,
        RSS.replace('encoding="utf-8"', 'encoding="utf-16"'),
        RSS.replace("</channel></rss>", ""),
        RSS.replace("<title>Tin</title>", "<title>Tin & bài</title>"),
        RSS.encode("utf-16"),
    ],
)
def test_broken_feed_is_read_as_far_as_it_goes(broken: str | bytes) -> None:
    assert found(broken, "rss") == [A, B]


@pytest.mark.parametrize("kind", ["rss", "sitemap", "section"])
@pytest.mark.parametrize("content", [b"", b"  \n", b"\x00\xff" * 50, b"Forbidden", b"<!-- -->"])
def test_what_is_no_listing_lists_nothing(content: bytes, kind: str) -> None:
    assert found(content, kind) == []


def test_entities_of_a_feed_are_not_expanded_from_outside() -> None:
    dtd = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "x">]>'
    feed = RSS.replace("<rss", f"{dtd}<rss", 1).replace(f"{A}</guid>", "&a;&b;</guid>")
    assert found(feed, "rss") == [A, B]


def test_other_slugs_and_hosts_are_the_same_article() -> None:
    links = (A, A.replace("mot-tin-so-1", "ten-moi"), A.replace("//vnexpress", "//m.vnexpress"), B)
    front = "".join(f'<a href="{link}">x</a>' for link in links)
    assert found(front, "section") == [A, B]
