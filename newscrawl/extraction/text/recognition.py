"""Which paper a flattened page is from, and in which language it is written."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.extraction.text.lines import Line
from newscrawl.publisher import Publisher
from newscrawl.typography import fold

_ADDRESS: Final = re.compile(r"https?://[^\s()<>\"']+")
_FOLLOW: Final = re.compile(r"(?:theo dõi|follow) (.{2,40}?) (?:trên|qua|on)\b", re.IGNORECASE)
_SUFFIX: Final = re.compile(r".{10,}\s[-|–—]\s(.{2,40})")
_OWNER: Final = re.compile(r"(?:©|copyright|bản quyền|ghi rõ nguồn)", re.IGNORECASE)
_VIETNAMESE: Final = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]"
)
_LEAST_LINKS: Final = 2
_LEAST_SHARE: Final = 0.02
_IMPRINT: Final = frozenset({"contact", "footer"})
_FEW_WORDS: Final = 4
_LONGEST_MARK: Final = 300


def recognize(
    lines: Sequence[Line], addresses: Iterable[str], among: Collection[Publisher]
) -> Publisher | None:
    """Return the publisher *among* the given whose marks the page bears, None without any.

    A line that only one paper prints decides; then its own name in a follow line, a copyright
    notice or behind the headline; then the host of most links; then its tag before the lead.
    """
    for evidence in (_marked, _named, _tagged):
        found = [publisher for publisher in among if evidence(publisher, lines)]
        if len(found) == 1:
            return found[0]
    hosts = Counter(
        publisher.name for url in addresses for publisher in among if publisher.owns(url)
    )
    if hosts and (best := hosts.most_common(1)[0])[1] >= _LEAST_LINKS:
        return next(publisher for publisher in among if publisher.name == best[0])
    return None


def language_of(texts: Iterable[str]) -> str:
    """Return ``vi`` where *texts* bear Vietnamese letters as Vietnamese does, else ``en``."""
    text = " ".join(texts)[:20_000].casefold()
    letters = sum(map(str.isalpha, text))
    return "vi" if len(_VIETNAMESE.findall(text)) > _LEAST_SHARE * letters else "en"


def _marked(publisher: Publisher, lines: Sequence[Line]) -> bool:
    marks = [re.compile(mark, re.IGNORECASE) for mark in publisher.text_marks]
    short = (line.text for line in lines if len(line.text) <= _LONGEST_MARK)
    return any(mark.fullmatch(text) for text in short for mark in marks)


def _named(publisher: Publisher, lines: Sequence[Line]) -> bool:
    names = {fold(name) for name in (*publisher.names, publisher.printed_name, publisher.host)}
    own = {fold(publisher.printed_name), fold(publisher.host)}
    for line in lines:
        if len(line.text) > _LONGEST_MARK:
            continue
        if line.key in own and line.words <= _FEW_WORDS:
            return True
        follow = _FOLLOW.match(line.text)
        suffix = _SUFFIX.fullmatch(line.text)
        if (follow and fold(follow[1]) in names) or (suffix and fold(suffix[1]) in names):
            return True
        if line.role in _IMPRINT and publisher.host in line.text.casefold():
            return True
        if _OWNER.search(line.text) and any(f" {name} " in f" {line.key} " for name in names):
            return True
    return False


def _tagged(publisher: Publisher, lines: Sequence[Line]) -> bool:
    prose = [line.text for line in lines if line.is_prose][:3]
    tags = {fold(tag) for tag in publisher.lead_tags}
    return any(fold(cut_lead_tag(text)[1] or "") in tags for text in prose)
