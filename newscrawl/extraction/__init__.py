"""From a page to an article: ``extract_article`` is the only door."""

from collections.abc import Collection

from newscrawl.extraction.admission import reject_binary
from newscrawl.extraction.html import read_html
from newscrawl.extraction.rejection import REASONS, WARNINGS, NotAnArticle
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.publisher import Publisher
from newscrawl.typography import clean

__all__ = ["REASONS", "WARNINGS", "NotAnArticle", "extract_article"]


def extract_article(
    page: Page, publisher: Publisher | None = None, *, among: Collection[Publisher] = ()
) -> Article:
    """Return the article that *page* holds.

    Without a *publisher* the page's own address, canonical address or marks choose one *among*
    the given; a page of none of them goes through the generic reader. A page that holds no
    article raises ``NotAnArticle`` with a reason from ``rejection.REASONS``; so does an
    aggregator's copy of another paper's article.
    """
    reject_binary(page.text)
    if page.kind == "html":
        article = read_html(page, publisher, among)
    else:
        # Flattened text is rare, and what reads it takes a twentieth of a second to load.
        from newscrawl.extraction.text import read_text  # noqa: PLC0415

        article = read_text(page, publisher, among)
    owner = next(
        (each for each in (publisher, *among) if each and each.name == article.publisher), None
    )
    if owner and owner.original:
        raise NotAnArticle("not_an_article", f"another paper's article, on {owner.printed_name}")
    return _with_headers(article, page)


def _with_headers(article: Article, page: Page) -> Article:
    """Return *article* with the rights that the HTTP headers state beside those of the markup."""
    if not (page.robots_tag or page.tdm_reservation):
        return article
    stated = article.rights
    robots = [each for each in (stated.meta_robots, clean(page.robots_tag or "")) if each]
    reservation = stated.tdm_reservation or clean(page.tdm_reservation or "") or None
    rights = {"meta_robots": ", ".join(robots) or None, "tdm_reservation": reservation}
    return article.model_copy(update={"rights": stated.model_copy(update=rights)})
