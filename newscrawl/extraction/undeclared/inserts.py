"""What is set into a running text and is none of it: posts, pictures, teasers, labels."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions.captions import has_credit, split_caption
from newscrawl.conventions.name_words import phrases
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.media import PICTURE_FILE
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.asides import aside_of
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.typography import fold

# The quotations that networks hand out to be filled in by their scripts, each by its class.
_POSTS: Final = XPath("descendant::blockquote[@class]|descendant::div[starts-with(@class, 'fb-')]")
_POST_NAMES: Final = frozenset(
    (
        *("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed"),
        *("mastodon-embed", "reddit-embed-bq", "reddit-card", "text-post-media", "telegram-post"),
        *("imgur-embed-pub", "fb-post", "fb-video"),
    )
)
Said = dict[HtmlElement, str]
"""What elements print, each looked at once."""

_PICTURES: Final = ("img", "amp-img", "video")
_FRAMES: Final = ("figure", "table", "td", "p", "li", "a", "article")
_SET_OFF: Final = re.compile(r"text-align\s*:\s*center|font-style\s*:\s*italic", re.IGNORECASE)
_LONGEST_CAPTION: Final = 400
_LEAST_WORDS: Final = 2
_NEAREST: Final = 6
_MOST_PICTURES: Final = 200
_MOST_TEASERS: Final = 100
_MOST_TEASED: Final = 0.3

_CREDITED: Final = ("span", "small", "cite", "em", "i", "p", "div")
_CREDIT_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photographer)(?=$|[\s_-])", re.IGNORECASE
)

_LABELLED: Final = ("p", "div", "span", "small", "strong", "b", "i", "em", "h2", "h3", "h4")
_LONGEST_LABEL: Final = 60
_MOST_CONTROLS: Final = 8
_LABELS: Final = phrases("""
    Anzeige|Werbung|Reklame|Publicité|Annonce|Annonces|Publicidad|Publicidade|Anuncio|Pubblicità
    Advertentie|Annons|Annonser|Annonsørinnhold|Mainos|Reklama|Reklamy|Inzerce|Reklam|Hirdetés
    Reclamă|Διαφήμιση|Реклама|إعلان|פרסומת|विज्ञापन|広告|广告|廣告|광고|โฆษณา|Iklan
    Advertisement|Advertising|Story continues below advertisement|Continue reading below
    Article continues below|Scroll to continue|Continuar leyendo|Lesen Sie auch|Lire aussi
    öffnet im neuen Fenster|öffnet in neuem Fenster|öffnet in neuem Tab|externer Link
    Link wird in einem neuen Tab geöffnet|Link öffnet in neuem Fenster|external link
    opens in new tab|opens in a new tab|opens new tab|opens in new window
    opens in a new window|nouvelle fenêtre|ouvre un nouvel onglet|abre en nueva ventana
    se abre en una ventana nueva|si apre in una nuova finestra|opent in nieuw venster
    abre em nova janela|otwiera się w nowym oknie
""")


def posts(body: HtmlElement) -> list[HtmlElement]:
    """Return the posts of social networks that *body* shows."""
    found: list[HtmlElement] = _POSTS(body)
    return [each for each in found if not _POST_NAMES.isdisjoint(each.get("class", "").split())]


def labels(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what marks adverts, links that open a window, and contents of others, in *body*."""
    for element in body.iterdescendants(*_LABELLED):
        text = element.text
        if len(element) or not text or len(text) > _LONGEST_LABEL:
            continue
        if fold(text) in _LABELS:
            yield element


def adverts(body: HtmlElement, base: str) -> Iterator[HtmlElement]:
    """Yield the links of *body*, on the page at *base*, that are pictures and lead nowhere in it.

    Animated ones lead to advertisers' sites, others wait for a script.
    """
    own = urlsplit(base).hostname
    for link in body.iterdescendants("a"):
        picture = next(link.iter("img"), None)
        if picture is None or printed_text(link):
            continue
        href = link.get("href", "").strip()
        host = urlsplit(href).hostname if href.startswith("http") else own
        is_animated = urlsplit(picture.get("src", "")).path.endswith(".gif")
        if href.startswith(("#", "javascript:")) or (host != own and is_animated):
            yield link


def controls(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the short lines of *body* whose links all wait for a script: what sorts a list."""
    for element in body.iterdescendants("div", "p", "ul"):
        links = list(islice(element.iter("a"), _MOST_CONTROLS + 1))
        if not 1 < len(links) <= _MOST_CONTROLS or not all(map(_waits, links)):
            continue
        if len(printed_text(element, _LONGEST_LABEL)) <= _LONGEST_LABEL:
            yield element


def _waits(link: HtmlElement) -> bool:
    href = link.get("href", "").strip()
    return href == "#" or href.startswith("javascript:")


def credits_of(root: HtmlElement, frames: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield what names the maker of a picture in its caption, or behind it, by its class.

    In *frames*, which are no figures, it may say so by its words alone.
    """
    for figure in root.iter("figure"):
        caption = next(figure.iter("figcaption"), None)
        for element in figure.iterdescendants(*_CREDITED):
            if not _CREDIT_NAME.search(element.get("class", "")):
                continue
            if caption is None or printed_text(element) != printed_text(caption):
                yield element
                break
    for frame in frames:
        lines = frame.iterdescendants(*_CREDITED)
        yield from islice(filter(_credits, lines), 1)


def _credits(element: HtmlElement) -> bool:
    text = printed_text(element, _LONGEST_CAPTION)
    if not text or next(element.iter(*_PICTURES), None) is not None:
        return False
    return bool(_CREDIT_NAME.search(element.get("class", ""))) or (_only_credits(text))


def _only_credits(text: str) -> bool:
    return has_credit(text) and split_caption(text).caption is None


def teasers(body: HtmlElement, prose: Prose) -> list[HtmlElement]:
    """Return the ``article`` elements in *body* that lead to others.

    Where they hold much of the text they are its parts, as the entries of a live blog are.
    """
    found = [
        each
        for each in islice(body.iterdescendants("article"), _MOST_TEASERS)
        if next(each.iter("a"), None) is not None and each in prose.masses
    ]
    teased = sum(prose.masses[each].prose for each in found)
    return found if teased < _MOST_TEASED * prose.masses[body].prose else []


def pictures(body: HtmlElement, text: Collection[HtmlElement], said: Said) -> Iterator[HtmlElement]:
    """Yield the frames in *body* that hold a picture and its caption, and are no ``figure``.

    A caption is short and printed otherwise than the *text*, the paragraphs printed alike.
    """
    seen: set[HtmlElement] = set()
    for picture in islice(body.iterdescendants(*_PICTURES), _MOST_PICTURES):
        frame = caption_frame(picture, body, text, said)
        if frame is not None and frame not in seen:
            seen.add(frame)
            yield frame


def printed_alike(paragraphs: Sequence[HtmlElement]) -> set[HtmlElement]:
    """Return those of *paragraphs* that are printed as most of them are: the text itself."""
    usual = Counter(map(_print_of, paragraphs)).most_common(1)[0][0]
    return {each for each in paragraphs if _print_of(each) == usual}


def caption_frame(
    picture: HtmlElement, body: HtmlElement, text: Collection[HtmlElement], said: Said
) -> HtmlElement | None:
    """Return the smallest element around *picture* that prints something, if it is a caption.

    *said* keeps what the elements around pictures were found to print.
    """
    for holder in islice(picture.iterancestors(), _NEAREST):
        if holder is body:
            return None
        printed = _said(holder, said)
        if holder.tag in _FRAMES and not enlarges(holder):
            is_apart = holder.tag == "p" and (has_credit(printed) or _is_set_off(holder))
            if not is_apart:
                return None
        if len(printed) > _LONGEST_CAPTION or (printed and holder.tag == "a"):
            return None
        if printed:
            prints_more = any(each in text for each in holder.iter("*"))
            leads = any(map(printed_text, holder.iter(*HEADINGS, "a")))
            return None if prints_more or leads else holder
    return None


def enlarges(link: HtmlElement) -> bool:
    """Tell whether *link* only shows the picture in it, and leads nowhere else."""
    href = link.get("href", "").strip()
    return link.tag == "a" and (not href.strip("#") or bool(PICTURE_FILE.search(href)))


def legends(body: HtmlElement, text: Collection[HtmlElement], said: Said) -> Iterator[HtmlElement]:
    """Yield what captions a picture or player in *body* from behind it, being no ``figcaption``."""
    for picture in islice(body.iterdescendants(*_PICTURES, "iframe"), _MOST_PICTURES):
        behind = legend_of(picture, body, text, said)
        if behind is not None:
            yield behind


def legend_of(
    picture: HtmlElement, within: HtmlElement, text: Collection[HtmlElement], said: Said
) -> HtmlElement | None:
    """Return what stands right behind *picture*, *within* an element, if it captions it.

    Its name says so, it credits the picture, or it is set in italics, small or centred; *text* are
    the paragraphs that are printed as most of them are.
    """
    block = picture
    for holder in islice(picture.iterancestors(), _NEAREST):
        if holder is within or ((printed := _said(holder, said)) and not _only_credits(printed)):
            break
        block = holder
    behind = next(block.itersiblings("*"), None)
    if behind is None or (block.tail or "").strip() or behind in text:
        return None
    if next(behind.iter(*_PICTURES, *HEADINGS), None) is not None:
        return None
    printed = printed_text(behind, _LONGEST_CAPTION)
    if not printed or len(printed) > _LONGEST_CAPTION:
        return None
    named = any(aside_of(each) == "caption" for each in behind.iter("*"))
    return behind if named or has_credit(printed) or _is_set_off(behind) else None


def _said(holder: HtmlElement, said: Said) -> str:
    """Return what *holder* prints, or a beginning that is longer than captions are."""
    if holder not in said:
        said[holder] = printed_text(holder, _LONGEST_CAPTION)
    return said[holder]


def _is_set_off(element: HtmlElement) -> bool:
    """Tell whether all of *element* is in italics or small letters, or stands in the middle."""
    printed = printed_text(element)
    if sum(word[0].isalpha() for word in printed.split()) < _LEAST_WORDS:
        return False
    inner = (each for each in element.iter("em", "i", "small", "center"))
    if any(printed_text(each) == printed for each in inner):
        return True
    return element.get("align") == "center" or bool(_SET_OFF.search(element.get("style", "")))


def _print_of(block: HtmlElement) -> tuple[str, ...]:
    """Return how *block* is printed: its own tag and class, and those of what holds it."""
    holder = block.getparent()
    around = (str(holder.tag), holder.get("class", "")) if holder is not None else ()
    return (str(block.tag), block.get("class", ""), *around)
