"""The tags printed behind a text, told by their microformat, address, label or name."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions.name_words import phrases
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import class_and_id
from newscrawl.extraction.undeclared.asides import OTHERS, aside_of
from newscrawl.typography import fold

_TEXTS_BEHIND: Final = XPath("following::text()[normalize-space()]")
_UNREAD: Final = frozenset(("script", "style", "noscript", "template", "textarea", "option"))
# A directory of the address of a tag's own page: /tag/…, /ky-thuat/itemlist/tag/…, /search/label/…
_TAG_PATH: Final = re.compile(
    r"/(?:tags?|tagged|hashtags?|labels?|keywords?|topics?|etiquetas?|etiqueta-.+|palabras?-clave"
    r"|palavras?-chave|schlag-?w(?:o|oe)rte?r?|stichw(?:o|oe)rte?r?|tagi|slowa-kluczowe|mots?-cles?"
    r"|trefwoord(?:en)?|stitky|cimkek?|etiket(?:ler)?|avainsana(?:t)?|emneord|tu-khoa|chu-de|the-tin)/[^/]"
    r"|[?&](?:tags?|keywords?|tu-?khoa)=",
    re.IGNORECASE,
)
# What such lists are called, by the words of a name. "tag" begins and ends names of other things.
_NAME: Final = re.compile(
    r"(?:.*-)?(?:tags|taglist|keywords?|etiquetas|tagi|schlagw(?:o|oe)rte?r?|tu-?khoa|trefwoorden"
    r"|mots-cles)(?:-.*)?|(?:.*-)?tag|tag-.*"
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
# WordPress names an article after its tags.
_ARTICLES: Final = re.compile(r"(?:^|\s)(?:h?entry|post|type-post|category-\S+)(?=$|\s)")
# Lists of the whole site. What ends an article is called its footer, too.
_CLOUD: Final = re.compile(
    r"cloud|trend|popular|(?:^|[\s_-])(?:hot|top|menu)(?=$|[\s_-])|(?:widget|sidebar)(?=$|\s)"
    r"|(?:^|\s)(?![\w-]*(?:entry|post|article|content|story|news|node|detail|item))[\w-]*footer",
    re.IGNORECASE,
)
_LABELS: Final = phrases("""
    từ khóa|từ khoá|các từ khóa|từ khóa liên quan|thẻ|gắn thẻ|được gắn thẻ|và được gắn thẻ|nhãn
    chủ đề|chủ đề liên quan|xem thêm về|tag|tags|tagged|keyword|keywords|topics|related topics
    in this story|filed under|more on|labels
    etiquetas|etiquetado en|temas|palabras clave|palavras-chave|tópicos|assuntos|más sobre
    mots-clés|mots clés|thèmes|sujets|étiquettes|parole chiave|argomenti|etichette
    schlagwörter|schlagworte|stichwörter|stichworte|themen|mehr zum thema
    tagi|słowa kluczowe|tematy|trefwoorden|onderwerpen|štítky|klíčová slova|témata|címkék
    etiketler|avainsanat|aiheet|emneord|emner|nyckelord|ämnen|etichete|ετικέτες|oznake|značky
    теги|тэги|метки|темы|ключевые слова|теми|мітки|ключові слова|етикети
    kata kunci|tag terkait|topik|topik terkait|キーワード|タグ|关键词|关键字|标签|關鍵字|標籤|태그
    الكلمات المفتاحية|الكلمات الدلالية|كلمات مفتاحية|كلمات دلالية|وسوم|الوسوم|תגיות
""")
_REST: Final = frozenset(("nav", "form"))
# An article may have them, too.
_ENDS: Final = frozenset(("aside", "footer"))
_MOST_TEXTS: Final = 600
_LONGEST_NAMES: Final = 400
_MOST_TAGS: Final = 40
_LONGEST_TAG: Final = 60
_LONGEST_BUTTON: Final = 30
_LINK_DEPTH: Final = 3
# A list of tags may have buttons beside it.
_BUTTONS: Final = 2
_LIST_DEPTH: Final = 4
_NAME_DEPTH: Final = 6
_NEAREST: Final = 12
_BESIDE: Final = " \r\n\t\xa0:：#;,.•|-–—"


def tags_behind(
    last: HtmlElement, declared: Collection[str], stock: Collection[str]
) -> list[HtmlElement]:
    """Return the links of the article's own tags behind the *last* paragraph of its text.

    *declared* are the folded tags that the page declares, *stock* those that it may declare for the
    whole site: other lists that are only called tags share one with them. Tags of teasers, clouds
    and menus are none of the article's.
    """
    article = set(last.iterancestors())
    label: HtmlElement | None = None
    seen: set[HtmlElement] = set()
    for text in islice(_TEXTS_BEHIND(last), _MOST_TEXTS):
        element = text.getparent().getparent() if text.is_tail else text.getparent()
        if element is None or element.tag in _UNREAD:
            continue
        link = _link_around(element)
        if link is None:
            if words := text.strip(_BESIDE):
                label = element if len(words) < _LONGEST_TAG and fold(words) in _LABELS else None
            continue
        if link in seen:
            continue
        labelled, label = label, None
        found = _list_of(link, labelled)
        seen.update((link, *found))
        if not found or _is_elsewhere(link, article):
            continue
        if len(found) == 1 and _is_teaser(link, article):
            continue
        others = {*declared, *(() if labelled is not None else stock)}
        shared = any(fold(_text(each)) in others for each in found)
        if shared or not others or _is_tag(link):
            return found
    return []


def _list_of(link: HtmlElement, label: HtmlElement | None) -> list[HtmlElement]:
    """Return *link* and the links of its list, if it begins a list of tags."""
    alike = _alike(link) if _is_tag(link) else []
    named = list(filter(is_called_tags, islice(link.iterancestors(), _NAME_DEPTH)))
    called = next(filter(None, map(_short_links, reversed(named))), [])
    if alike or called:
        return max(alike, called, key=len)
    return _labelled(link, label) if label is not None else []


def _alike(link: HtmlElement) -> list[HtmlElement]:
    """Return the links around the tag *link* that are tags as well."""
    found = [link]
    for level, holder in enumerate(_around(link)):
        links = [each for each in islice(holder.iter("a"), _MOST_TAGS) if _text(each)]
        tags = [each for each in links if _is_tag(each)]
        others = [each for each in links if each not in tags and not _is_category(each)]
        if any(level >= _BUTTONS or _is_headline(each) for each in others):
            break
        found = tags
    return found


def _labelled(link: HtmlElement, label: HtmlElement) -> list[HtmlElement]:
    """Return the links behind *label*, in the smallest element that holds it and *link*."""
    holders = {label, *label.iterancestors()}
    inner = link
    for holder in islice(link.iterancestors(), _LIST_DEPTH):
        if holder in holders:
            return _short_links(holder) or ([] if inner is link else _short_links(inner))
        inner = holder
    return []


def _short_links(holder: HtmlElement) -> list[HtmlElement]:
    """Return the links in *holder*, a list of tags: of nothing but few short ones."""
    links = [each for each in islice(holder.iter("a"), _MOST_TAGS + 1) if _text(each)]
    links = [each for each in links if not _is_button(each)]
    is_list = len(links) <= _MOST_TAGS and next(holder.iter("img", "time"), None) is None
    return links if is_list and all(len(_text(each)) <= _LONGEST_TAG for each in links) else []


def _is_tag(link: HtmlElement) -> bool:
    """Tell whether the microformat rel-tag or the address of *link* says that it leads to a tag.

    WordPress gives rel-tag to categories too.
    """
    leads = "tag" in link.get("rel", "").split() or _TAG_PATH.search(link.get("href", ""))
    return bool(leads) and not _is_category(link) and len(_text(link)) <= _LONGEST_TAG


def _is_category(link: HtmlElement) -> bool:
    return "category" in link.get("rel", "").split()


def _is_button(link: HtmlElement) -> bool:
    """Tell whether *link* does something on the page, or shares it."""
    href = link.get("href", "").strip().lower()
    return href.startswith(("#", "javascript:", "mailto:")) or "share" in link.get("class", "")


def _is_headline(link: HtmlElement) -> bool:
    if len(_text(link)) > _LONGEST_BUTTON or next(link.iter(*HEADINGS), None) is not None:
        return True
    return any(each.tag in HEADINGS for each in _around(link))


def is_called_tags(holder: HtmlElement) -> bool:
    """Tell whether the class or id of *holder* says that it lists an article's tags."""
    names = class_and_id(holder)
    return names != " " and _names_tags(names[:_LONGEST_NAMES])


@lru_cache(maxsize=4096)
def _names_tags(names: str) -> bool:
    return not (_CLOUD.search(names) or _ARTICLES.search(names)) and any(
        _NAME.fullmatch(_CAMEL.sub("-", name).lower()) for name in names.split()
    )


def _is_teaser(link: HtmlElement, article: Collection[HtmlElement]) -> bool:
    """Tell whether the first element around *link* that holds other links holds a headline.

    Around all of the *article* it holds those of related ones.
    """
    for holder in islice(link.iterancestors(), _NEAREST):
        links = [each for each in islice(holder.iter("a"), _MOST_TAGS) if _text(each)]
        if len(links) > 1 or holder in article:
            return holder not in article and any(map(_is_headline, links))
    return False


def _is_elsewhere(link: HtmlElement, article: Collection[HtmlElement]) -> bool:
    """Tell whether *link* stands in what is no part of *article*: a menu, comments, a cloud."""
    for holder in islice(link.iterancestors(), _NEAREST):
        if holder in article:
            return False
        is_cloud = _CLOUD.search(class_and_id(holder)) and not _is_of_tags(holder)
        rests = holder.tag in _REST and not _is_in(holder, article)
        if rests or aside_of(holder) in OTHERS or is_cloud:
            return True
        if holder.tag in _ENDS and next(holder.iterancestors("article"), None) is None:
            return True
    return False


def _is_in(holder: HtmlElement, article: Collection[HtmlElement]) -> bool:
    """Tell whether the nearest ``article`` around *holder*, a menu, holds the text as well."""
    around = next(holder.iterancestors("article"), None)
    return holder.tag == "nav" and around is not None and around in article


def _is_of_tags(holder: HtmlElement) -> bool:
    """Tell whether *holder* stands in what is called the tags of an article; so do clouds there."""
    return any(map(is_called_tags, islice(holder.iterancestors(), _BUTTONS)))


def _around(link: HtmlElement) -> Iterator[HtmlElement]:
    return islice(link.iterancestors(), _LIST_DEPTH)


def _link_around(element: HtmlElement) -> HtmlElement | None:
    chain = (element, *islice(element.iterancestors(), _LINK_DEPTH))
    return next((each for each in chain if each.tag == "a"), None)


def _text(link: HtmlElement) -> str:
    return printed_text(link, _LONGEST_TAG).lstrip("# ")
