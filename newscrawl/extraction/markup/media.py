"""Pictures and videos of a body: the address of the original, whatever stands in ``src``."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.typography import clean

Join = Callable[[str], str | None]
"""Makes an address absolute; None for one that is none."""


@dataclass(slots=True, eq=False)
class Picture:
    """A picture as the page prints it; the last line of its caption may hold the credit too."""

    url: str | None = None
    alt: str = ""
    caption: list[str] = field(default_factory=list)
    credit: str = ""


@dataclass(slots=True, eq=False)
class Clip:
    """A video as the page embeds it."""

    url: str | None = None
    caption: list[str] = field(default_factory=list)


# ``src`` is often a placeholder or a thumbnail: the original comes first (VCCorp, ePi, VnExpress).
_ORIGINALS: Final = (
    *("data-photo-original-src", "data-original", "data-large-src", "data-src", "data-lazy-src"),
    *("rel", "src"),
)
_CANDIDATES: Final = ("data-srcset", "srcset")
_CLIP_SOURCES: Final = ("data-vid", "data-link", "data-video-src", "data-src", "src", "data-url")

# VCCorp's and Dân trí's image servers; a signed path (``/<hash>=/zoom/…``) holds only as a whole.
_THUMBNAIL = re.compile(r"(?<!=)/(?:thumb_[wx]/\d+|zoom/\d+_\d+)(?=/)")
# What ePi's image servers put between host and file for a size: /w1000/, /600x315/, a long key.
_SIZED = re.compile(r"/(?:[wht]\d{2,4}|\d{2,4}x\d{2,4}|[0-9a-f]{40,})(?=/)|(?<=\.\w{3})\.webp$")
# What VCCorp calls the news' avatar is the picture above the text.
_ORNAMENT = re.compile(r"\b(?:icon|emoji|(?<!news-)avatar|spacer|pixel|no-zoom)\b", re.IGNORECASE)
_ORNAMENT_FILE = re.compile(r"/(?:icons?|emoji)/|(?:pixel|spacer|blank|transparent)\.gif|1x1\.")
_SERVED = re.compile(r"/(?:ads?fw|ad-?serv\w*|ad-?click\w*|quang-?cao)(?:[/?]|$)|doubleclick\.net/")
_PLAYER = re.compile(
    r"//embed\.|youtu\.?be|vimeo\.com|dailymotion|facebook\.com/(?:plugins/video|.*/videos/)|tiktok\.com"
    r"|\bplayer\b|\bvideo\b|\.(?:mp4|m3u8|webm)\b",
    re.IGNORECASE,
)
_HOST_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)+/")
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)", re.IGNORECASE)
_LOADING = re.compile(
    r"(?:loading|loader|lazy|placeholder|blank|spinner)[\w-]*\.(?:gif|svg|png)(?:\?|$)",
    re.IGNORECASE,
)
_OTHER_SIZE = re.compile(r"thumb|small|preview|placeholder|share|avatar|icon", re.IGNORECASE)
_SIZE = re.compile(r"[0-9]{1,5}")
_SMALLEST = 40


def picture_of(element: HtmlElement, join: Join) -> Picture | None:
    """Return the picture of an ``img``, or None for an ornament: an icon, a tracking pixel."""
    sizes = (element.get("width", ""), element.get("height", ""))
    if all(_SIZE.fullmatch(size) and int(size) <= _SMALLEST for size in sizes):
        return None
    if _ORNAMENT.search(element.get("class", "")) or _is_advert(element) or _teases(element):
        return None
    url = next(_addresses(element, join), None)
    if _ORNAMENT_FILE.search(url) if url is not None else _is_spacer(element):
        return None
    return Picture(url, clean(element.get("alt", "")))


def _is_advert(element: HtmlElement) -> bool:
    """Tell whether the link around a picture goes through a server of adverts."""
    link = element.getparent()
    return link is not None and link.tag == "a" and bool(_SERVED.search(link.get("href", "")))


def _teases(element: HtmlElement) -> bool:
    """Tell whether the link around a picture prints a headline too, or stands before one to it."""
    link = element.getparent()
    href = link.get("href", "") if link is not None and link.tag == "a" else ""
    if link is None or not href.strip("# ") or PICTURE_FILE.search(href):
        return False
    behind = (each for sibling in islice(link.itersiblings("*"), 2) for each in sibling.iter("a"))
    copies = (link, *(each for each in behind if each.get("href") == href))
    return any("".join(each.itertext()).strip() for each in copies)


def _is_spacer(element: HtmlElement) -> bool:
    """Tell whether the drawing in *element* only keeps the place of the picture behind it."""
    holder = element.getparent()
    behind = (each.getnext() for each in (element, holder) if each is not None)
    is_drawn = element.get("src", "").startswith("data:image/svg")
    return is_drawn and any(each is not None and each.tag == "img" for each in behind)


def clip_of(element: HtmlElement, join: Join) -> Clip | None:
    """Return the video that *element* embeds, or None for an embedded page of another kind."""
    holders = [element, *element.iter("source", "video", "iframe")]
    for holder in holders:
        for name in _CLIP_SOURCES:
            url = _clip_address(name, holder.get(name, ""))
            if not url.startswith(("data:", "about:")) and _PLAYER.search(url):
                return Clip(join(url))
    return None


def _clip_address(name: str, value: str) -> str:
    """Return the address in an attribute; VCCorp's ``data-vid`` is one only if it names a host."""
    if name != "data-vid" or "//" in value:
        return value
    return f"https://{value}" if _HOST_FIRST.match(value) else ""


def original(url: str) -> str:
    """Return the address of the full picture behind a thumbnail's address."""
    return _THUMBNAIL.sub("", url)


def same_at_any_size(url: str) -> str:
    """Return what the addresses of one picture in several sizes share; it is no address itself."""
    return _SIZED.sub("", url)


def _addresses(element: HtmlElement, join: Join) -> Iterator[str]:
    link = element.getparent()
    enlarged = link.get("href", "") if link is not None and link.tag == "a" else ""
    yield from _awaited(element, join)
    for name in ("href", *_ORIGINALS):
        value = (enlarged if name == "href" else element.get(name, "")).strip()
        if name == "href" and not PICTURE_FILE.search(value):
            continue
        if value and not value.startswith("data:") and (name != "rel" or value.startswith("http")):
            joined = join(value)
            if joined:
                yield original(joined)
    holder = element.getparent()
    sources = [element]
    while holder is not None and holder.tag in ("source", "picture"):
        sources.extend(holder.iter("source"))
        holder = holder.getparent()
    for source in sources:
        for name in _CANDIDATES:
            joined = join(_widest(source.get(name, "")))
            if joined:
                yield original(joined)


def _awaited(element: HtmlElement, join: Join) -> Iterator[str]:
    """Yield what a script shows instead of a picture that only says "loading", in any attribute."""
    if not _LOADING.search(element.get("src", "")):
        return
    for name, value in element.items():
        is_original = name.startswith("data-") and not _OTHER_SIZE.search(name)
        if is_original and PICTURE_FILE.search(value) and (joined := join(value.strip())):
            yield original(joined)


def _widest(candidates: str) -> str:
    """Return the address of the widest picture of a ``srcset``."""

    def width(candidate: list[str]) -> float:
        size = candidate[1][:-1] if len(candidate) > 1 else "1"
        return float(size) if re.fullmatch(r"\d{1,6}(?:\.\d+)?", size) else 0.0

    parts = [part.split() for part in re.split(r",\s+", candidates) if part.strip()]
    parts = [part for part in parts if not part[0].startswith("data:")]
    return max(parts, key=width)[0] if parts else ""
