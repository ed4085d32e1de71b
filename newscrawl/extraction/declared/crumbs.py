"""Breadcrumbs: the sections of an article, among the home page and the article itself."""

from collections.abc import Collection, Iterable
from typing import Final

from newscrawl.extraction.declared.head import absolute, address_key
from newscrawl.typography import clean, fold

_HOME: Final = frozenset(
    {"trang chủ", "trang nhất", "home", "homepage", "home page", "start", "startseite", "accueil"}
    | {"inicio", "portada", "início", "strona główna", "главная", "ホーム", "トップ", "首页", "홈"}
)

_LONGEST_SECTION: Final = 5


def trim_crumbs(
    crumbs: Iterable[tuple[str, str]],
    base: str,
    own: Collection[str],
    site: Iterable[str],
    headlines: Iterable[str],
) -> tuple[str, ...]:
    """Return the names of the sections among *crumbs*, each a name and an address.

    A home page stands first and is called so, or like the *site*, or has no path; the article has
    an address among *own* (as ``head.address_key`` gives them) or is called like its headline,
    which may have the site's name behind it.
    """
    home = _HOME | {fold(name) for name in site}
    articles = {fold(headline) for headline in headlines}
    kept: list[str] = []
    for printed, url in crumbs:
        name, address = clean(printed), address_key(absolute(base, url))
        is_home = not kept and (fold(name) in home or address.endswith("/"))
        key = fold(name)
        is_called = key in articles or (
            len(key.split()) > _LONGEST_SECTION and any(each.startswith(key) for each in articles)
        )
        is_article = (address in own and address != "") or is_called
        if name and not is_home and not is_article:
            kept.append(name)
    return tuple(kept)
