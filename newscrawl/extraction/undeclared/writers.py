"""Who wrote an undeclared page's article, where its declarations do not say so."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.bylines import parse_byline
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.extraction.undeclared.signers import each_writer
from newscrawl.extraction.undeclared.titles import names_paper, names_site

# Who typed the text into the system, and no name: "tayninhtv", "admin01".
_ACCOUNT: Final = re.compile(r"[a-z0-9._-]*(?:[a-z]{6}|[0-9_])[a-z0-9._-]*")


def writers(near: Nearby, data: StructuredData, names: Sequence[str]) -> Sequence[HtmlElement]:
    """Return what prints the writers that no declaration names, or others beside them.

    *names* are those of the site.
    """
    if _has_people(data, names):
        declared = [name.text for authors, _ in data.authors[:1] for name in authors]
        byline = near.whole_byline(declared, names)
    else:
        byline = near.byline(names)
        named = parse_byline(printed_text(byline), names) if byline is not None else None
        # The line below the text may name their source as well.
        whole = near.whole_byline(named.authors, names) if named else None
        byline = byline if whole is None else whole
    return each_writer(byline, names) if byline is not None else ()


def _has_people(data: StructuredData, names: Sequence[str]) -> bool:
    """Tell whether the page declares a writer; what metas call the author is often a paper."""
    for name, rule in ((name, rule) for authors, rule in data.authors for name in authors):
        if name.person is None and names_site(name.text, names):
            continue
        byline = parse_byline(name.text, names)
        if name.person is False and not (byline and byline.agencies):
            continue
        is_maker = rule.startswith("meta:") and " " not in name.text  # of the site, mostly
        if is_maker or _ACCOUNT.fullmatch(name.text):
            continue
        named = byline.agencies if byline and not rule.startswith("meta:") else ()
        sources = [source for source in named if not names_paper(source, names)]
        if (byline.authors or sources) if byline else name.person:
            return True
    return False
