"""What is set into a running text and is none of it: labels, adverts, controls, teasers."""

from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.conventions.name_words import phrases
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.captions import legend_of, said_within
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.typography import fold

_MOST_TEASERS: Final = 100
_MOST_TEASED: Final = 0.3

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

    Animated ones lead to advertisers' sites, others wait for a script; in a figure or above a
    caption, to enlarge it.
    """
    own, said = urlsplit(base).hostname, said_within()
    for link in body.iterdescendants("a"):
        picture = next(link.iter("img"), None)
        framed = next(link.iterancestors("figure"), None) is not None
        if picture is None or framed or printed_text(link):
            continue
        href = link.get("href", "").strip()
        host = urlsplit(href).hostname if href.startswith("http") else own
        is_animated = urlsplit(picture.get("src", "")).path.endswith(".gif")
        waits = href.startswith(("#", "javascript:"))
        is_captioned = waits and legend_of(picture, body, (), said) is not None
        if (waits and not is_captioned) or (host != own and is_animated):
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
