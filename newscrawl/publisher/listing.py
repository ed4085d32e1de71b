"""Where a newspaper lists its articles: RSS feeds, sitemaps and section fronts."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from newscrawl.publisher.layout import Confidence

ListingKind = Literal["rss", "sitemap", "section"]
ListingUse = Literal["always", "fallback", "backfill"]
Period = Literal["day", "month", "year"]

_PERIODS: Final[dict[frozenset[str], Period | None]] = {
    frozenset(): None,
    frozenset("Y"): "year",
    frozenset("YM"): "month",
    frozenset("YMD"): "day",
}
_PARTS: Final = {"YYYY": "Y", "MM": "M", "M": "M", "DD": "D", "D": "D"}
_BRACED: Final = re.compile(r"\{(.*?)\}")
_DATE: Final = re.compile(rf"\{{({'|'.join(_PARTS)})\}}")


@dataclass(frozen=True)
class Pages:
    """Where a section front goes on, as the paper numbers its further pages.

    ``pattern`` is their address with ``{number}`` and, where the CMS asks for it, ``{zone}`` (the
    section's number, which VCCorp's fronts hold in ``#hdZoneId``); ``second`` the number of the
    second page, ``step`` what each further one adds.
    """

    pattern: str
    second: int = 2
    step: int = 1


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A page that lists articles: an RSS feed, a sitemap or a section front.

    ``section`` is the slug of the section it lists, None for the whole paper; ``use`` says when
    it is asked: in every run, when the section's other listings fail, or for a range of days.
    Where the paper has one page for each day, month or year, ``url`` holds its date: ``{YYYY}``,
    ``{MM}`` or ``{M}``, ``{DD}`` or ``{D}``, in as many digits at least as there are letters.
    ``month_first`` is for dates in the US form; ``confidence`` says how sure the address is.
    """

    url: str
    kind: ListingKind = "rss"
    section: str | None = None
    use: ListingUse = "always"
    month_first: bool = False
    pages: Pages | None = None
    confidence: Confidence = "high"

    @property
    def period(self) -> Period | None:
        """What each page of it spans, by the date in its address; None where that has no date.

        Raises ``ValueError`` for a day without its month, a month without its year, and for
        anything else in braces.
        """
        parts = frozenset(_PARTS.get(word, "") for word in _BRACED.findall(self.url))
        if parts not in _PERIODS:
            raise ValueError(f"no day, month or year is told by the braces in {self.url}")
        return _PERIODS[parts]

    def on(self, day: date) -> "Listing":
        """Return the page of this listing that *day* is on; itself where it has but one."""
        pages = self.pages and replace(self.pages, pattern=_dated(self.pages.pattern, day))
        return replace(self, url=_dated(self.url, day), pages=pages)

    def resolved(self, home: str) -> "Listing":
        """Return this listing with its addresses below *home*, where they begin with a slash."""
        pages = self.pages and replace(self.pages, pattern=_below(home, self.pages.pattern))
        return replace(self, url=_below(home, self.url), pages=pages)


def rss(
    pattern: str,
    sections: str = "",
    *,
    month_first: bool = False,
    use: ListingUse = "always",
    confidence: Confidence = "high",
) -> tuple[Listing, ...]:
    """Return the RSS listings that *pattern* gives for *sections*, slugs with blanks between them.

    ``{}`` stands for the slug, which is ``section=slug`` where an address has another word than
    the section; a pattern without sections is one address.
    """
    return tuple(
        Listing(
            url=pattern.replace("{}", slug),
            section=section,
            month_first=month_first,
            use=use,
            confidence=confidence,
        )
        for section, slug in _slugs(sections) or [(None, "")]
    )


def fronts(
    pattern: str,
    sections: str,
    *,
    pages: Pages | str | None = None,
    use: ListingUse = "fallback",
    confidence: Confidence = "high",
) -> tuple[Listing, ...]:
    """Return the section fronts that *pattern* gives for *sections*, slugs as in ``rss``.

    ``{}`` stands for the slug also in the pattern of *pages*, which is enough where they are
    numbered 2, 3 and so on.
    """
    further = Pages(pages) if isinstance(pages, str) else pages
    return tuple(
        Listing(
            url=pattern.replace("{}", slug),
            kind="section",
            section=section,
            pages=further and replace(further, pattern=further.pattern.replace("{}", slug)),
            use=use,
            confidence=confidence,
        )
        for section, slug in _slugs(sections)
    )


def front(url: str) -> Listing:
    """Return the paper's own front, asked in every run: it shows what no RSS holds."""
    return Listing(url=url, kind="section")


def sitemap(url: str, use: ListingUse = "backfill", confidence: Confidence = "medium") -> Listing:
    """Return a sitemap or an index of sitemaps."""
    return Listing(url=url, kind="sitemap", use=use, confidence=confidence)


def _slugs(sections: str) -> list[tuple[str | None, str]]:
    parted = (each.rpartition("=") for each in sections.split())
    return [(section or slug, slug) for section, _, slug in parted]


def _dated(address: str, day: date) -> str:
    numbers = {"Y": day.year, "M": day.month, "D": day.day}
    return _DATE.sub(lambda match: f"{numbers[_PARTS[match[1]]]:0{len(match[1])}}", address)


def _below(home: str, address: str) -> str:
    return f"{home}{address}" if address[:1] in ("", "/") else address
