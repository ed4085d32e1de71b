"""What a text is interrupted by: offers to subscribe, and contents that wait for a consent."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.name_words import phrases
from newscrawl.typography import fold

_LEADS_TO_OFFER: Final = re.compile(
    r"newsletter|subscri|abonn|suscri|assine|prenum|abbonat|(?<![a-z])(?:probe)?abos?(?:[/?._-]|$)"
    r"|sign-?up|log-?in\b|regist(?:er|rier)|membership|donat|spende|apps\.apple\.|play\.google\."
    r"|whatsapp\.com/channel|podcasts\.apple\.|open\.spotify\.",
    re.IGNORECASE,
)
# What heads a frame that a script fills once the reader agrees.
_CONSENT: Final = phrases("""
    Empfohlener externer Inhalt|Empfohlener redaktioneller Inhalt|Externer Inhalt|Externe Inhalte
    Ein Klick für den Datenschutz|Contenu externe|Contenu intégré|Contenido externo
    Contenuto esterno|Externe inhoud|External content|Conteúdo externo|Zewnętrzna treść
""")
_BOX_TAGS: Final = frozenset(("div", "section", "aside", "table", "blockquote", "figure", "ul"))
_LINES: Final = frozenset(("p", "li", "h2", "h3", "h4", "h5"))
_LONGEST_BOX: Final = 900
_LONGEST_LABEL: Final = 60
_MOST_LINKS: Final = 1_000
_MOST_SHARE: Final = 0.3
_MOST_LEVELS: Final = 8


def offers(body: HtmlElement, text: Collection[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield the boxes in *body* that offer a subscription, or ask for a consent.

    A box is short, holds what leads to the offer, or a field for an address, and none of the
    *text*, the paragraphs printed alike; one of these that leads there is no offer, unless it does
    little else.
    """
    most = min(_LONGEST_BOX, int(_MOST_SHARE * len(body.text_content())))
    for count, link in enumerate(body.iterdescendants("a")):
        if count == _MOST_LINKS:
            break
        if _LEADS_TO_OFFER.search(link.get("href", "")):
            yield from _box(link, body, most, text)
    for field in body.iterdescendants("input"):
        if field.get("type", "").lower() == "email":
            yield from _box(field, body, most, text)
    for element in body.iterdescendants("p", "div", "span", "strong", "h2", "h3", "h4"):
        words = element.text
        if words and len(words) <= _LONGEST_LABEL and not len(element) and fold(words) in _CONSENT:
            yield from _box(element, body, most, text)


def _box(
    inner: HtmlElement, body: HtmlElement, most: int, text: Collection[HtmlElement]
) -> Iterator[HtmlElement]:
    """Yield the largest box around *inner* that is short, or its paragraph if it is most of it."""
    best = None
    holders = {holder for block in text for holder in block.iterancestors()}
    for level, holder in enumerate((inner, *inner.iterancestors())):
        if holder is body or level > _MOST_LEVELS:
            break
        length = len(holder.text_content())
        leads = 2 * len(inner.text_content()) >= length
        if length > most or holder in holders or (holder in text and not leads):
            break
        if holder.tag in _BOX_TAGS or (leads and holder.tag in _LINES):
            best = holder
    if best is not None:
        yield best
