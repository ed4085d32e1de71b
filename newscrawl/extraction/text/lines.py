"""The line: what is left of a printed block when a page was flattened to text."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from newscrawl.conventions.dates import is_date_line, is_relative_time, parse_date
from newscrawl.conventions.lexicon import Role, role_of
from newscrawl.typography import fold

_FINAL: Final = re.compile(r"[.!?…][\"”“’'»)\]]*$")
# A source's tag may stand behind the last full stop: "(TTXVN)", "— VNA".
_FULL_STOP: Final = re.compile(
    r"[.…][\"”“’'»)\]]*(?:\s*\([^()]{2,60}\)\.?|\s[–—-]\s[^\W\d_][^.]{1,30})?$"
)
_INNER_END: Final = re.compile(r"[^\W\d_]{2}[.!?…][\"”“’'»)\]]*\s|[\"”’'»], |[,.!?…][\"”’'»] ")
_DOTS: Final = ("...", "…")
_CUT_WORDS: Final = 16
_SLUG_WORDS: Final = 4
_FEW_WORDS: Final = 8
_SEVERAL_WORDS: Final = 20
_MANY_WORDS: Final = 30
_HOUR: Final = re.compile(r"\d{1,2}[:hg]\d{2}")
_CLOCK: Final = re.compile(r"[0-2]?\d:[0-5]\d")
_NUMBERED: Final = re.compile(
    r"(?:(?:bước|điều|khoản|chương|mục|câu|mẹo|cách|phần|giai đoạn|ngày|nhóm|kịch bản|bài học|step)"
    r" (?:\d{1,3}|[ivx]{1,4}|thứ [^\W\d_]+)|\d{1,3}|[a-h])[.):/] ?\S",
    re.IGNORECASE,
)
_LONGEST_DATE: Final = 80
_LEAST_SEAMS: Final = 5
_WORDS_A_SEAM: Final = 8
_LONGEST_HEAD: Final = 120
_LONGEST_ROLE_LINE: Final = 320
_PICTURE_ADDRESS: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link that the flattening tool kept: its text and its address."""

    text: str
    href: str


@dataclass(frozen=True)
class Picture:
    """A picture's mark: its alternative text, its address, and the link it stands in."""

    alt: str | None = None
    url: str | None = None
    href: str | None = None

    @property
    def leads_on(self) -> bool:
        """Whether it stands in a link, and not one to itself at its full size."""
        return bool(self.href and not _PICTURE_ADDRESS.search(self.href))


@dataclass(frozen=True, kw_only=True)
class Line:
    """One printed line of flattened text, cleaned, without the marks of the tool that made it.

    ``gap`` tells that blank lines or a rule stand above; ``level`` is the depth of a heading's
    mark, ``bullet`` the list mark that was cut off, ``quoted`` a block quote's; ``cells`` are the
    columns of a table row; ``boxed`` tells that the line was a table cell of its own; ``bold`` and
    ``slanted`` that its whole text was marked so; ``linked`` that its whole text is a link.
    """

    text: str
    gap: bool = False
    indent: int = 0
    level: int = 0
    bullet: str = ""
    quoted: bool = False
    bold: bool = False
    slanted: bool = False
    linked: bool = False
    boxed: bool = False
    cells: tuple[str, ...] = ()
    links: tuple[Link, ...] = field(default=(), repr=False)
    picture: Picture | None = None

    @cached_property
    def key(self) -> str:
        """The comparison key of the text."""
        return fold(self.text)

    @cached_property
    def role(self) -> Role | None:
        """The role that the lexicon gives the whole line."""
        if self.picture or len(self.text) > _LONGEST_ROLE_LINE:
            return None if self.picture or " " in self.text else "junk"
        return role_of(self.text) or ("tags" if self._labels_links else None)

    @property
    def _labels_links(self) -> bool:
        """Whether a label of tags stands before links, and no colon between."""
        if not self.links or self.linked or not self.text.endswith(self.links[-1].text):
            return False
        label, _, _ = self.text.partition(self.links[0].text)
        return role_of(label.strip()) == "tags"

    @cached_property
    def is_glued(self) -> bool:
        """Whether it is a menu whose entries run together: "Mới nhấtThời sựGóc nhìn"."""
        seams = sum(one.islower() and other.isupper() for one, other in pairwise(self.text))
        return seams >= _LEAST_SEAMS and seams * _WORDS_A_SEAM >= self.words

    @property
    def is_button(self) -> bool:
        """Whether it is one of the small things that stand around text and end nothing."""
        return self.role in {"noise", "junk"}

    @property
    def is_imprint(self) -> bool:
        """Whether it tells of the paper itself, below everything else."""
        return self.role in {"contact", "footer"}

    @cached_property
    def words(self) -> int:
        """The number of blank-separated words."""
        return len(self.text.split())

    @cached_property
    def is_final(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_FINAL.search(self.text))

    @cached_property
    def is_stopped(self) -> bool:
        """Whether the line ends with a full stop or dots, as headlines and headings do not."""
        return bool(_FULL_STOP.search(self.text))

    @cached_property
    def is_dated(self) -> bool:
        """Whether the whole line is a date or says how long ago, at most beside a section."""
        text = self.text
        if len(text) > _LONGEST_DATE or self.picture:
            return False
        if not any(map(str.isdigit, text)):
            return self.words < _FEW_WORDS and is_relative_time(text)
        if is_date_line(text) or is_relative_time(text):
            return True
        parts = text.rsplit(" | ", 1)
        return len(parts) > 1 and any(
            is_date_line(part) and len(other.split()) < _FEW_WORDS
            for part, other in (parts, parts[::-1])
        )

    @cached_property
    def states_time(self) -> bool:
        """Whether a day with its hour stands anywhere in the line, as in an article's head."""
        if len(self.text) > _LONGEST_HEAD or self.picture or not _HOUR.search(self.text):
            return False
        found = parse_date(self.text)
        return found is not None and found.precision != "day"

    @cached_property
    def is_numbered(self) -> bool:
        """Whether it is one of a row of headings: "Bước 3: …", "Điều 12. …", "2. …"."""
        return _NUMBERED.match(self.text) is not None

    @property
    def is_clock(self) -> bool:
        """Whether the line is an hour alone, which belongs to a date beside it."""
        return _CLOCK.fullmatch(self.text) is not None

    @cached_property
    def is_slug(self) -> bool:
        """Whether the line holds an address's words without accents, as thumbnails' texts do."""
        is_plain = self.text.isascii() and self.text.islower() and not self.is_final
        return is_plain and self.words >= _SLUG_WORDS and self.role is None

    @cached_property
    def is_prose(self) -> bool:
        """Whether the line can be a paragraph of running text."""
        if self.picture or self.role or self.cells or self.is_glued:
            return False
        if self.words >= _MANY_WORDS:
            return True
        if self.words <= _CUT_WORDS and self.text.endswith(_DOTS):
            return bool(_INNER_END.search(self.text))
        ended = self.is_stopped or (self.is_final and bool(_INNER_END.search(self.text)))
        return self.words >= _FEW_WORDS and (
            ended or (self.is_final and self.words >= _SEVERAL_WORDS)
        )
