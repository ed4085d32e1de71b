"""Where on a page the article stands, and which line is its headline."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.captions import has_credit
from newscrawl.extraction.text.cards import card_at, doubled
from newscrawl.extraction.text.lines import Line
from newscrawl.typography import fold

_ENDS: Final = frozenset({"more", "comments", "footer", "missing"})
_GENERATED: Final = re.compile(r"\s*[-–—]?\s*\b(?:Ảnh|Hình|Photo|Image)\s+\d{1,3}\b\.?\s*")
_LEAST_LISTED: Final = 3
_MOST_PROSE: Final = 400
_REACH: Final = 30
_NEAR: Final = 12
_LEAST_SCORE: Final = 3.0
_LEAST_WORDS: Final = 3
_MOST_WORDS: Final = 45
_ALT_WORDS: Final = 5


@dataclass(frozen=True)
class Region:
    """The article's place: its headline, the rule that gave it, and where its lines start.

    ``headline_at`` is the headline's line or -1; ``start`` the first line after it, ``prose`` the
    first line of running text.
    """

    headline: str | None
    rule: str
    headline_at: int
    start: int
    prose: int


def find_region(
    lines: Sequence[Line], names: Collection[str], stated: str | None = None
) -> Region | None:
    """Return where the article stands on the page, None where nothing on it is running text.

    *stated* is the headline that a tool wrote above the text.
    """
    prose = _first_prose(lines)
    if prose is None:
        return None
    if stated is not None:
        same = (
            at for at, line in enumerate(lines) if line.key == fold(stated) and not line.picture
        )
        at = next(same, -1)
        return Region(stated, "text:preamble", at, at + 1, prose)
    alts = alt_headlines(lines)
    at = _headline_line(lines, prose, alts, names)
    if at is not None:
        line = lines[at]
        headline = doubled(line.text) or line.text
        return Region(headline, "text:h1" if line.level == 1 else "text:line", at, at + 1, prose)
    start = _region_start(lines, prose)
    best = _best_alt(alts)
    return Region(best, "text:headline-from-alt", -1, start, prose)


def alt_headlines(lines: Sequence[Line]) -> dict[str, str]:
    """Return by their keys the texts that generated alternative texts of pictures hold.

    VCCorp's papers print "<headline> - Ảnh N." as alt and title both, and at times a keyword in
    one of them; other tools keep only the line.
    """
    found: dict[str, str] = {}
    for line in lines:
        if not line.text or (not line.picture and not _GENERATED.search(line.text)):
            continue
        parts = _GENERATED.split(line.text)
        if len(parts) == 1:
            continue
        for part in parts:
            text = part.strip(" -–—")
            if fold(text):
                found.setdefault(fold(text), text)
    return found


def _best_alt(alts: dict[str, str]) -> str | None:
    """Return the alternative text that is a headline and no keyword."""
    long = [text for text in alts.values() if len(text.split()) >= _ALT_WORDS]
    return max(long, key=lambda text: len(text.split()), default=None)


def _first_prose(lines: Sequence[Line]) -> int | None:
    """Return the first line of the run of prose that the article is.

    Prose adds to a run, menus and lists take from it, and what the lexicon knows as an end ends
    it. A run right below an article's marks counts threefold, one in a list of others a third.
    """
    best_score = 0.0
    best: int | None = None
    start: int | None = None
    total = peak = 0.0
    factor = 1.0
    listed = False
    skip_to = 0
    for at, line in enumerate(lines):
        if at < skip_to:
            continue
        weight = _weight(line)
        card = card_at(lines, at) if weight <= 0 or not line.gap else None
        if card:
            skip_to = card.end + (card.end < len(lines) and lines[card.end].is_prose)
            weight = -40.0
        if line.role in _ENDS and start is not None:
            listed, weight = True, -total
        if start is None and weight > 0:
            start, total, peak = at, 0.0, 0.0
            factor = _factor(lines, at, listed=listed)
        if start is None:
            continue
        total += weight
        peak = max(peak, total)
        if peak * factor > best_score:
            best_score, best = peak * factor, start
        if total <= 0:
            start = None
    return best


def _weight(line: Line) -> float:
    if line.is_prose and not line.linked:
        return float(min(len(line.text), _MOST_PROSE))
    if line.picture or line.is_dated:
        return 0.0
    if line.bullet or line.linked or line.role:
        return -25.0
    return -12.0


def _factor(lines: Sequence[Line], at: int, *, listed: bool) -> float:
    above = lines[max(0, at - _NEAR) : at]
    if any(line.level == 1 or line.is_dated or line.role == "follow" for line in above):
        return 3.0
    if any(line.picture or is_byline_line(line.text) for line in above[-3:]):
        return 2.0
    return 0.34 if listed else 1.0


def _headline_line(
    lines: Sequence[Line], prose: int, alts: Collection[str], names: Collection[str]
) -> int | None:
    """Return the line above *prose* (or near its top) that is the headline."""
    keys: dict[str, int] = {}
    for line in lines:
        for key in {line.key, fold(_GENERATED.split(line.text)[0])} if line.picture else {line.key}:
            keys[key] = keys.get(key, 0) + 1
    best, best_score = None, _LEAST_SCORE
    for at in range(max(0, prose - _REACH), min(len(lines), prose + _NEAR)):
        if at >= prose and lines[at].level != 1 and lines[at].key not in alts:
            continue
        score = _headline_score(lines, at, prose, names)
        if score is None:
            continue
        repeated = keys.get(lines[at].key, 0) > 1 or lines[at].key in alts
        score += 6.0 * repeated
        if score >= best_score:
            best, best_score = at, score
    return best


def _headline_score(
    lines: Sequence[Line], at: int, prose: int, names: Collection[str]
) -> float | None:
    """Return how much line *at* looks like the headline of the text from *prose* on."""
    line = lines[at]
    if line.picture or line.cells or line.role or line.is_dated or not line.text:
        return None
    if not _LEAST_WORDS <= line.words <= _MOST_WORDS or line.is_stopped or has_credit(line.text):
        return None
    if line.key in {fold(name) for name in names} or (
        line.level != 1 and is_byline_line(line.text, names)
    ):
        return None
    score = 3.0 if line.words > 4 else 1.0  # noqa: PLR2004 - a menu entry has up to four words
    score += {0: 0, 1: 10, 2: 2}.get(line.level, 0) + line.bold
    score += 3.0 * _stands_at_head(lines, at, names)
    score -= 0.15 * abs(prose - at) + 4.0 * bool(line.bullet) + 3.0 * line.linked
    above = lines[at - 1] if at else None
    if (
        above
        and line.level == 0
        and (has_credit(above.text) or (above.picture and not above.picture.href))
    ):
        score -= 4.0  # a caption, or the text below one
    return score


def _stands_at_head(lines: Sequence[Line], at: int, names: Collection[str]) -> bool:
    """Tell whether a byline, a date or the lead stands below line *at*."""
    for line in lines[at + 1 : at + 4]:
        if line.role in {"noise", "junk"}:
            continue
        below = line.is_dated or line.is_prose or line.picture or has_credit(line.text)
        return bool(below) or is_byline_line(line.text, names)
    return False


def _region_start(lines: Sequence[Line], prose: int) -> int:
    """Return where the lines of an article without a headline line start."""
    start = prose
    while start > 0 and prose - start < _NEAR:
        line = lines[start - 1]
        if line.bullet or line.linked or line.role not in {None, "noise", "follow"}:
            break
        start -= 1
    return start


def is_listing(lines: Sequence[Line], region: Region) -> bool:
    """Tell whether what looks like text is headlines, dated or linked, with a teaser each."""
    heads = run = longest = 0
    for line in lines[region.start :]:
        if line.role in _ENDS and longest:
            break
        if line.is_dated or (line.linked and line.words >= _ALT_WORDS):
            heads += run > 0 or heads > 0
            run = 0
        elif line.is_prose:
            run += 1
            longest = max(longest, run)
    return heads >= _LEAST_LISTED and longest <= 1
