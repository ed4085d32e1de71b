"""How a newspaper is written down: what is its own, and no more."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypedDict, Unpack
from urllib.parse import urlsplit

from newscrawl.publisher.layout import Layout, Rule
from newscrawl.publisher.listing import Listing, front
from newscrawl.publisher.paper import Publisher
from newscrawl.typography import fold

_SLUG: Final = "(?:[a-z0-9-]+/)*[a-z0-9-]+"


class _Facts(TypedDict, total=False):
    """What stands in a ``Publisher`` as it is declared."""

    lead_tags: tuple[str, ...]
    text_marks: tuple[str, ...]
    stock_keywords: tuple[str, ...]
    language: str
    download_delay: float
    verified: tuple[int, ...]
    original: str


def newspaper(
    *,
    name: str,
    home: str,
    article_url: str,
    names: tuple[str, ...],
    listings: Iterable[Listing | Iterable[Listing]],
    hosts: tuple[str, ...] = (),
    subdomains: str = "www|m",
    not_below: str = "",
    layouts: Mapping[str, Layout | Rule] | None = None,
    **facts: Unpack[_Facts],
) -> Publisher:
    r"""Return the publisher that is declared; ``Publisher`` says what each fact means.

    - ``names`` begins with the name that is printed; the host, without www, is one of them.
    - ``article_url`` that begins with a slash is the path of an article, a regular expression on
      the paper's hosts and the *subdomains* of them, which have one numbering, but not in the
      folders *not_below*: both are regular expressions too. ``{slug}`` in it stands for folders
      and words, as in ``/{slug}-(?P<id>\d+)\.html``; what follows is a query or nothing.
    - Addresses of ``listings`` that begin with a slash are below ``home``. The paper's own front
      is one of them, after the RSS, where no front is declared.
    - ``layouts``, newest first, have keys that tell them apart: the year since when they were
      seen. A rule alone is the ``body`` of an older generation for which all other rules of the
      layout above hold.
    """
    own = urlsplit(home)
    host = (own.hostname or "").removeprefix("www.")
    site = f"{host}{own.path}"
    if host != own.hostname:
        hosts = (site, *hosts)
    if article_url.startswith("/"):
        sites = "|".join(map(re.escape, dict.fromkeys((site, *hosts))))
        other = f"(?!/(?:{not_below})/)" if not_below else ""
        place = rf"https?://(?:(?:{subdomains})\.)?(?:{sites}){other}"
        article_url = f"{place}{article_url}(?:[?#]|$)"
    return Publisher(
        name=name,
        printed_name=names[0],
        home=home,
        article_url=article_url.replace("{slug}", _SLUG),
        hosts=hosts,
        names=names if fold(host) in map(fold, names) else (*names, host),
        listings=tuple(each.resolved(home) for each in _with_front(listings)),
        layouts=tuple(_named(name, layouts or {})),
        **facts,
    )


def _with_front(declared: Iterable[Listing | Iterable[Listing]]) -> list[Listing]:
    groups = ([each] if isinstance(each, Listing) else each for each in declared)
    listings = [each for group in groups for each in group]
    if any(each.kind == "section" and each.section is None for each in listings):
        return listings
    feeds = [each for each in listings if each.kind == "rss"]
    return [*feeds, front(""), *(each for each in listings if each.kind != "rss")]


def _named(paper: str, declared: Mapping[str, Layout | Rule]) -> Iterator[Layout]:
    above = None
    for key, each in declared.items():
        if isinstance(each, Layout):
            above = each
        elif above is None:
            raise ValueError(f"{paper}: a rule alone needs a layout above it: {key}")
        else:
            above = replace(above, body=each)
        yield replace(above, name=f"{paper}-{key}")
