"""Which paper a flattened page is from."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.extraction.identity import registered_domain
from newscrawl.extraction.text.lines import Line
from newscrawl.publisher import Publisher
from newscrawl.typography import fold

_FOLLOW: Final = re.compile(r"(?:theo dõi|follow) (.{2,40}?) (?:trên|qua|on)\b", re.IGNORECASE)
_SUFFIX: Final = re.compile(r".{10,}\s[-|–—]\s(.{2,40})")
_OWNER: Final = re.compile(r"©|copyright|bản quyền|ghi rõ nguồn", re.IGNORECASE)
_LEAST_LINKS: Final = 2
_LEAST_OWN: Final = 5
_LONGEST_MARK: Final = 300
_NAME_WORDS: Final = 4
_FIRST: Final = 3

Evidence = Callable[[Publisher, Sequence[Line]], bool]


def recognize(
    lines: Sequence[Line], addresses: Iterable[str], among: Collection[Publisher]
) -> Publisher | None:
    """Return the publisher *among* the given whose marks the page bears, None without any.

    A line that only one paper prints decides; then its own name alone, in a follow line, in the
    imprint or behind the headline; then its tag before the lead; then the host of most links and
    pictures.
    """
    short = [line for line in lines if line.text and len(line.text) <= _LONGEST_MARK]
    kinds: tuple[tuple[Evidence, Sequence[Line]], ...] = (
        (_is_marked, short),
        (_is_named, short),
        (_is_tagged, [line for line in lines if line.is_prose][:_FIRST]),
    )
    for evidence, on in kinds:
        found = [publisher for publisher in among if evidence(publisher, on)]
        if len(found) == 1:
            return found[0]
    owners = Counter(name for url in addresses if (name := _owner(url, among)))
    name, count = owners.most_common(1)[0] if owners else ("", 0)
    return next((p for p in among if p.name == name), None) if count >= _LEAST_LINKS else None


def site_of(addresses: Iterable[str]) -> str | None:
    """Return the domain that most of a page's *addresses* lead to: its own, None without one."""
    domains = Counter(domain for url in addresses if (domain := registered_domain(url)))
    domain, count = domains.most_common(1)[0] if domains else (None, 0)
    return domain if count >= _LEAST_OWN and 2 * count > domains.total() else None


def _owner(url: str, among: Iterable[Publisher]) -> str | None:
    return next((publisher.name for publisher in among if publisher.owns(url)), None)


def _is_marked(publisher: Publisher, lines: Sequence[Line]) -> bool:
    marks = [re.compile(mark, re.IGNORECASE) for mark in publisher.text_marks]
    return any(mark.fullmatch(line.text) for line in lines for mark in marks)


def _is_named(publisher: Publisher, lines: Sequence[Line]) -> bool:
    own = {fold(publisher.printed_name), fold(publisher.host)}
    # One word that is no abbreviation may be anybody's.
    names = own | {fold(name) for name in publisher.names if " " in name or name.isupper()}
    for line in lines:
        if line.key in own and line.words <= _NAME_WORDS:
            return True
        if line.is_imprint and publisher.host in line.text.casefold():
            return True
        found = _FOLLOW.match(line.text) or _SUFFIX.fullmatch(line.text)
        if found and fold(found[1]) in names:
            return True
        if _OWNER.search(line.text) and any(f" {name} " in f" {line.key} " for name in names):
            return True
    return False


def _is_tagged(publisher: Publisher, lines: Sequence[Line]) -> bool:
    tags = {fold(tag) for tag in publisher.lead_tags}
    return any(fold(cut_lead_tag(line.text[:_LONGEST_MARK])[1] or "") in tags for line in lines)
