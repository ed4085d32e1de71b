"""The pictures of an undeclared page's article, above its text and within it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newscrawl.extraction.declared.head import address_key
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.captions import legend_of, legends, pictures, said_within
from newscrawl.extraction.undeclared.covers import covers, logos
from newscrawl.extraction.undeclared.galleries import frames_of
from newscrawl.extraction.undeclared.main_text import MainText

_BARE = ("figure", "img", "amp-img")


@dataclass(frozen=True)
class Framing:
    """The article's pictures.

    ``covers`` stand between headline and text, ``frames`` hold a picture and what it is captioned
    with, being no ``figure``, ``captions`` caption one; ``logos`` are none of the article's.
    """

    covers: Sequence[HtmlElement]
    frames: Sequence[HtmlElement]
    captions: Sequence[HtmlElement]
    logos: Collection[HtmlElement]


def find_pictures(
    main: MainText, text: Collection[HtmlElement], mentions: Mentions, data: StructuredData
) -> Framing:
    """Return the pictures of *main*; *text* are its paragraphs that are printed alike."""
    heading, body = main.heading, main.body
    said = said_within()
    above = list(covers(heading, body, (url for url, _ in data.image), _own_keys(data)))
    marks = set(logos(mentions, body, heading))
    found = frames_of(main.captions) if main.captions else pictures(body, text, said)
    frames = [each for each in found if each not in marks]
    headline = said[heading] if heading is not None else ""
    captions: Sequence[HtmlElement | None] = main.captions or [
        *legends(body, text, said),
        *(legend_of(each, mentions.root, text, said, headline) for each in above),
    ]
    return Framing(
        covers=above,
        frames=[*frames, *(each for each in above if each.tag not in _BARE)],
        captions=[each for each in captions if each is not None],
        logos=marks,
    )


def _own_keys(data: StructuredData) -> set[str]:
    addresses = (data.base_url, *(url for url, _ in data.canonical_url))
    return {key for url in addresses if (key := address_key(url))}
