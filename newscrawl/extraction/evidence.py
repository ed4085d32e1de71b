"""What a page prints around its text that only articles have, where it declares nothing."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.identity import site_names
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.extent import lines_in
from newscrawl.extraction.undeclared.galleries import captions_in
from newscrawl.extraction.undeclared.leads import lead_among
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.extraction.undeclared.printed_dates import printed_dates
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.titles import Titles, is_called_title

# A section has a name of a few words; an article has more than one paragraph.
_LEAST_WORDS: Final = 4
_LEAST_PARAGRAPHS: Final = 2
# Bytes of prose that no teaser has.
_LONG: Final = 1_500


def is_printed_as_article(
    mentions: Mentions, data: StructuredData, prose: Prose, body: HtmlElement
) -> bool:
    """Tell whether *body* stands below a declared headline, a date, and a byline or a lead.

    A long text needs neither of these. Its paragraphs stand side by side, as teasers do not. Below
    the title of a template, the one element on the page that is called a title prints the headline.
    """
    paragraphs = prose.paragraphs(body)
    if not paragraphs or not _side_by_side(paragraphs):
        return False
    names = site_names(data)
    titles = Titles(data, names)
    heading = titles.above(mentions.root, paragraphs[0], titles.heading(mentions.root))
    if heading is None:
        return False
    near = Nearby(mentions, prose, heading, paragraphs)
    published, _ = printed_dates(near)
    if not _is_headline(heading, titles):
        return bool(published and data.title) and _is_only_title(heading, mentions)
    lead = lead_among(near.before, paragraphs, (text for text, _ in data.texts("description")))
    is_long = prose.masses[body].prose >= _LONG
    return bool(published) and (is_long or lead is not None or near.byline(names) is not None)


def is_printed_as_gallery(
    mentions: Mentions, data: StructuredData, prose: Prose, said: int
) -> bool:
    """Tell whether captions that say more than the *said* bytes stand below a declared headline."""
    captions = captions_in(mentions.root, said)
    lines = lines_in(captions, prose) if captions else []
    names = site_names(data)
    titles = Titles(data, names)
    heading = titles.heading(mentions.root) if lines else None
    if heading is None or not _is_headline(heading, titles):
        return False
    near = Nearby(mentions, prose, heading, lines)
    return bool(printed_dates(near)[0]) or near.byline(names) is not None


def _is_headline(heading: HtmlElement, titles: Titles) -> bool:
    """Tell whether *heading* says what the page declares, is no name, and leads nowhere."""
    says = titles.text_of(heading) or ""
    linked = next(heading.iterancestors("a"), None) is not None
    linked = linked or any(printed_text(link) == says for link in heading.iter("a"))
    return len(says.split()) >= _LEAST_WORDS and not linked and titles.declares(says)


def _is_only_title(heading: HtmlElement, mentions: Mentions) -> bool:
    """Tell whether no other element on the page has the class of *heading*, which names a title."""
    names = heading.get("class", "")
    alike = [each for each in mentions.naming(names) if each.get("class") == names]
    is_headline = len(printed_text(heading).split()) >= _LEAST_WORDS
    is_linked = next(heading.iterancestors("a"), None) is not None
    return is_headline and alike == [heading] and is_called_title(heading) and not is_linked


def _side_by_side(paragraphs: Sequence[HtmlElement]) -> bool:
    holders = Counter(paragraph.getparent() for paragraph in paragraphs)
    return max(holders.values()) >= _LEAST_PARAGRAPHS
