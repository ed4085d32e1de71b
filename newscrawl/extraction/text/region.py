"""Where on a page the article stands, and which line is its headline."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.captions import has_credit
from newscrawl.conventions.lexicon import Role
from newscrawl.extraction.text.cards import doubled
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.prose import find_prose
from newscrawl.typography import fold

_NUMBERED: Final = re.compile(r"\s*[-–—]?\s*\b(?:Ảnh|Hình|Photo)\s+\d{1,3}\b\.?\s*")
_NUMBERED_ALT: Final = re.compile(rf"{_NUMBERED.pattern}|\s-\s\d{{1,2}}$")
_SITE_NAME: Final = re.compile(r"(.{10,}?)\s([-|–—])\s([^-|]{2,50})")
_MEDIUM: Final = re.compile(
    r"(?:báo|tạp chí|đài(?! (?:loan|bắc|trung|nam)\b)|cổng thông tin|trang (?:thông )?tin) "
    r"|.*\b(?:online|news)$",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"[\w.-]+\.(?:vn|com|net|org)", re.IGNORECASE)
_CRUMB_BREAK: Final = re.compile(r"\s[>›»]\s")
_MENU_WORDS: Final = 4
_SECTION_WORDS: Final = 6
_LEAST_WORDS: Final = 3
_MOST_WORDS: Final = 60
_STANDFIRST_WORDS: Final = 16
_ALT_WORDS: Final = 5
_REACH_ABOVE: Final = 30
_REACH_BELOW: Final = 12
_REACH_HEAD: Final = 6
_BESIDE_IMPRINT: Final = 2
_REACH_MARK: Final = 8
_NEXT: Final = 3
_PASSED: Final[frozenset[Role | None]] = frozenset({None, "noise", "follow"})
_LEAST_SCORE: Final = 3.0
_LEVELS: Final = {0: 0.0, 1: 10.0, 2: 2.0}


@dataclass(frozen=True)
class Region:
    """The article's place: its headline, the rule that gave it, and where its lines start.

    ``headline_at`` is the headline's line or -1, ``start`` the first line after it.
    """

    headline: str | None
    rule: str
    headline_at: int
    start: int


def find_region(
    lines: Sequence[Line], names: Collection[str], stated: str | None = None
) -> Region | None:
    """Return where the article stands on the page, None where nothing on it is running text.

    *names* are the paper's own, *stated* the headline that a tool wrote above the text.
    """
    prose = find_prose(lines)
    if prose is None:
        return None
    if stated is not None:
        same = (at for at, line in enumerate(lines) if line.key == fold(stated))
        at = next(same, -1)
        return Region(stated, "text:preamble", at, at + 1)
    alts = alt_headlines(lines)
    found = _Search(lines, prose, alts, names).best()
    if found is not None:
        text = _without_site(doubled(lines[found].text) or lines[found].text, names)
        rule = "text:h1" if lines[found].level == 1 else "text:line"
        start = found + 1
        if start < len(lines) and _is_rest(lines[start]):
            return Region(f"{text} {lines[start].text}", rule, found, start + 1)
        return Region(text, rule, found, start)
    start = _region_start(lines, prose)
    return Region(_best_alt(alts), "text:headline-from-alt", -1, start)


def alt_headlines(lines: Sequence[Line]) -> dict[str, str]:
    """Return by their keys the texts that generated alternative texts of pictures hold.

    VCCorp's papers print "<headline> - Ảnh N." as alt and title both, and at times a keyword in
    one of them; Dân trí's alternative texts end with " - 1".
    """
    found: dict[str, str] = {}
    for line in lines:
        parts = (_NUMBERED_ALT if line.picture else _NUMBERED).split(line.text)
        for part in parts if len(parts) > 1 else ():
            text = part.strip(" -–—")
            if fold(text):
                found.setdefault(fold(text), text)
    return found


def _best_alt(alts: Mapping[str, str]) -> str | None:
    """Return the alternative text that is a headline and no keyword."""
    long = [text for text in alts.values() if len(text.split()) >= _ALT_WORDS]
    return max(long, key=lambda text: len(text.split()), default=None)


def _without_site(headline: str, names: Collection[str]) -> str:
    """Return *headline* without the site's name behind it, as a page's title has it.

    That is one of the paper's *names*, a host, or a name in capitals behind a bar or that calls
    itself a paper's. A tag or section that is printed alone tells nothing: "Mỹ - Iran".
    """
    found = _SITE_NAME.fullmatch(headline)
    if found is None:
        return headline
    _, mark, behind = found.groups()
    is_name = all(word[:1].isupper() for word in behind.split())
    is_site = is_name and (mark == "|" or _MEDIUM.match(behind))
    is_own = is_site or _HOST.fullmatch(behind) or fold(behind) in map(fold, names)
    return found[1] if is_own else headline


def _is_rest(line: Line) -> bool:
    """Tell whether *line*, right below a headline, goes on with it: no other begins so small.

    A tool breaks the large letters of a headline earlier than those of the text.
    """
    is_small = line.text[:1].islower() and not line.text[1:2].isupper()  # "iPhone"
    is_cut = is_small and line.words > 1 and not (line.gap or line.is_final)
    is_other = line.role or line.picture or line.cells or line.bullet or line.linked
    return is_cut and not (is_other or line.is_dated or line.is_slug)


def _is_trail(text: str) -> bool:
    """Tell whether *text* is the way to the article: "Xã hội > Môi trường"."""
    crumbs = _CRUMB_BREAK.split(text)
    return len(crumbs) > 1 and all(len(crumb.split()) <= _SECTION_WORDS for crumb in crumbs)


class _Search:
    """The search for the headline's line above the text, or marked as such near its top."""

    def __init__(
        self, lines: Sequence[Line], prose: int, alts: Collection[str], names: Collection[str]
    ) -> None:
        self._lines = lines
        self._prose = prose
        self._names = names
        self._own = {fold(name) for name in names}
        self._alts = alts
        end = next((at for at in range(prose, len(lines)) if lines[at].is_imprint), len(lines))
        # The line above an imprint names the paper.
        end -= prose < end < len(lines)
        self._printed = Counter(line.key for line in lines)
        self._above_imprint = Counter(line.key for line in lines[:end])
        bare = {line.text: _without_site(line.text, names) for line in lines[:prose]}
        self._titles = {fold(title) for text, title in bare.items() if title != text}
        # What is printed beside the imprint is the paper's name.
        imprints = (at for at, line in enumerate(lines) if at > prose and line.is_imprint)
        self._mastheads = {
            line.key for at in imprints for line in lines[max(prose, at - _BESIDE_IMPRINT) : at]
        }
        self._menu = {line.key for line in lines[:prose] if line.bullet}
        self._near_prose = {line.key for line in lines[prose : prose + _REACH_BELOW]}

    def best(self) -> int | None:
        best, best_score = None, _LEAST_SCORE
        last = min(len(self._lines), self._prose + _REACH_BELOW)
        for at in range(max(0, self._prose - _REACH_ABOVE), last):
            line = self._lines[at]
            is_text = at > self._prose or (at == self._prose and line.is_final)
            if is_text and line.level != 1 and line.key not in self._alts:
                continue  # a digest's headline is as long as text, but has no stop
            if self._is_possible(line) and (score := self._score(at)) >= best_score:
                best, best_score = at, score
        return best if best is None else self._above_standfirst(self._first_copy(best))

    def _above_standfirst(self, found: int) -> int:
        """Return the headline right above *found* where that is its rest, or a standfirst."""
        line, above = self._lines[found], found - 1
        if found and _is_rest(line) and self._is_possible(self._lines[above]):
            return above
        if not found or line.level or line.words < _STANDFIRST_WORDS or self._is_repeated(line):
            return found
        head = self._lines[above]
        is_head = self._is_possible(head) and _MENU_WORDS < head.words < line.words
        return above if is_head and not (head.bullet or head.linked) else found

    def _first_copy(self, found: int) -> int:
        """Return where the headline at *found* stands first: below it may come its picture's text.

        Nothing but the head's marks, and the lead, stands between the two.
        """
        lines = self._lines
        for at in range(max(0, found - _REACH_HEAD), found):
            between = [
                line
                for line in lines[at + 1 : found]
                if not line.is_button and line.role != "follow"
            ]
            is_copy = lines[at].key == lines[found].key and self._is_possible(lines[at])
            is_marked = found - at > 1 and all(map(self._is_head_mark, between[1:]))
            if is_copy and is_marked and not (lines[at].bullet or lines[at].linked):
                return at
        return found

    def _is_possible(self, line: Line) -> bool:
        if line.picture or line.cells or line.role or line.is_slug or line.is_glued:
            return False
        if has_credit(line.text) or _is_trail(line.text):
            return False
        if line.is_dated or line.states_time or (line.is_stopped and line.text[-2:] != ".."):
            return False
        least = 1 if line.level == 1 or line.key in self._near_prose else _LEAST_WORDS
        if not least <= line.words <= _MOST_WORDS:
            return False
        is_marked = line.level or line.bullet or line.words > _SECTION_WORDS
        is_section = line.key in self._menu and not is_marked
        is_masthead = line.key in self._mastheads and _MEDIUM.match(line.text) is not None
        return not (is_section or is_masthead or line.key in self._own) and (
            line.level == 1 or not is_byline_line(line.text, self._names)
        )

    def _is_repeated(self, line: Line) -> bool:
        """Tell whether *line* is printed again, a short one above the imprint, or in a picture.

        So is one that the page's title holds beside the site's name.
        """
        printed = self._printed if line.words > _SECTION_WORDS else self._above_imprint
        return printed[line.key] > 1 or line.key in self._alts or line.key in self._titles

    def _score(self, at: int) -> float:
        """Return how much line *at* looks like the headline of the text below it."""
        line = self._lines[at]
        score = 3.0 if line.words > _MENU_WORDS else 1.0
        score += _LEVELS.get(line.level, 0.0) + line.bold
        if mark := self._mark_below(at):
            score += 4.0 if self._signs(mark) else 3.0  # captions stand above the text too
        score += 6.0 * self._is_repeated(line) - 2.0 * line.is_stopped
        score -= 0.15 * abs(self._prose - at) + 4.0 * bool(line.bullet) + 3.0 * line.linked
        score -= 2.0 * (_without_site(line.text, self._names) != line.text)  # the page's title
        above = self._lines[at - 1] if at else None
        if above and not line.level:
            is_picture = above.picture is not None and not above.picture.href
            score -= (2.0 if line.gap else 4.0) * (is_picture or has_credit(above.text))
        return score

    def _mark_below(self, at: int) -> Line | None:
        """Return the byline, the date, the picture or the lead below line *at*, None without any.

        One short line, a byline or a section that nothing proves, may stand between, and buttons.
        """
        near = self._lines[at + 1 : at + 1 + _REACH_MARK]
        below = [line for line in near if not line.is_button][:_NEXT]
        is_short = len(below) > 1 and below[0].words <= _MENU_WORDS and below[0].role is None
        if is_short and not self._is_head_mark(below[0]):
            below = below[1:]
        return below[0] if below and self._is_head_mark(below[0]) else None

    def _is_head_mark(self, line: Line) -> bool:
        return bool(line.is_prose or line.picture or has_credit(line.text) or self._signs(line))

    def _signs(self, line: Line) -> bool:
        is_date = line.is_dated or line.states_time
        return is_date or (not line.is_prose and is_byline_line(line.text, self._names))


def _region_start(lines: Sequence[Line], prose: int) -> int:
    """Return where the lines of an article without a headline line start."""
    start = prose
    while start > 0 and prose - start < _REACH_BELOW:
        line = lines[start - 1]
        if line.bullet or line.linked or line.role not in _PASSED:
            break
        start -= 1
    return start
