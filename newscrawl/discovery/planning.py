"""Which of a paper's listings a run asks for."""

from collections.abc import Collection, Iterator

from newscrawl.discovery.span import Span
from newscrawl.publisher import Listing, ListingUse, Publisher


def plan(
    publisher: Publisher,
    sections: Collection[str] = (),
    span: Span | None = None,
) -> tuple[Listing, ...]:
    """Return the listings of *publisher* to ask for, in the order of their declaration.

    With *sections* they are those of the sections of these slugs and of their subsections, and
    neither sitemaps nor the paper's own front; a slug that the paper has no listing for raises
    ``ValueError``. With a *span* the archives are among them, and the section fronts to walk where
    sitemaps do not tell; what goes by date is not where the span has no beginning.
    """
    groups = [_of_section(publisher, slug) for slug in sections] or [list(publisher.listings)]
    return tuple(dict.fromkeys(each for group in groups for each in _asked(group, span)))


def fallbacks(publisher: Publisher, failed: Listing) -> tuple[Listing, ...]:
    """Return the listings to ask for when the declared one *failed* gives nothing.

    They are others of its section; for an archive of the whole paper those of all sections.
    """
    if failed not in publisher.listings:
        return ()
    whole = failed.use == "backfill" and failed.section is None
    return tuple(
        each
        for each in publisher.listings
        if each.use == "fallback" and each != failed and (whole or each.section == failed.section)
    )


def _of_section(publisher: Publisher, slug: str) -> list[Listing]:
    sections = {each.section for each in publisher.listings if each.section}
    own = {name for name in sections if f"{name}/".startswith(f"{slug}/")}
    if not own:
        known = ", ".join(sorted(sections))
        raise ValueError(f"{publisher.name} has no section {slug!r}; it has {known}")
    return [each for each in publisher.listings if each.section in own]


def _asked(group: Collection[Listing], span: Span | None) -> Iterator[Listing]:
    if span and span.since is None:
        group = [each for each in group if each.period is None]
    uses: set[ListingUse] = {"backfill", "always"} if span else {"always"}
    if not any(each.use == ("backfill" if span else "always") for each in group):
        uses.add("fallback")
    yield from (each for each in group if each.use in uses)
