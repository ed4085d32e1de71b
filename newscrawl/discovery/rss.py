"""RSS 2.0, RSS 1.0 and Atom: the articles of a paper, newest first, with dates and titles."""

from collections.abc import Iterable, Iterator

from newscrawl.discovery.found import Finder, ListingEntry, headline_of
from newscrawl.discovery.instants import first_instant
from newscrawl.discovery.markup import Entry


def links(entries: Iterable[Entry | None], finder: Finder) -> Iterator[ListingEntry]:
    """Yield the links to articles among *entries*, and the pauses.

    The address is the first of link, FeedBurner's original link, guid, id and ``rdf:about`` that
    is an article's. A time without zone is Vietnam's.
    """
    month_first = finder.listing.month_first
    for entry in entries:
        if entry is None:
            yield None
            continue
        published = entry.of("pubdate", "published", "issued", "date", "created")
        edited = entry.of("updated", "modified")
        link = finder.link(
            entry.of("link", "origlink", "guid", "id", "about"),
            date_published=first_instant(published, month_first=month_first),
            last_modified=first_instant(edited, month_first=month_first),
            headline=headline_of(entry.of("title")),
        )
        if link:
            yield link
