"""What a benchmark counts: how near an extracted article comes to the expected one."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from newscrawl.extraction.undeclared.titles import names_site
from newscrawl.typography import clean

Lines = tuple[str, ...]

SHINGLE: Final = 4
_MINUTE: Final = 60
_DAY: Final = len("2026-03-07")
# Words so long are a script's that is written without blanks.
_LETTERS_PER_WORD: Final = 12
# One print of the same headline has "–" and ”, the other - and ": no tool is to lose by that.
_DASHES: Final = re.compile(r"\s*[-‐‑‒–—―]+\s*")
_QUOTES: Final = re.compile(r"\s*(?:''|[\"'‘’‚‛“”„‟«»‹›「」『』`´ʼ])\s*")


class Found(NamedTuple):
    """An article as a tool gives it, or as it is expected.

    ``date`` is ISO 8601, a day where no time is known. What some keep apart and others do not
    has several forms, of which any counts: ``texts`` are the body's printed lines with the lead
    and without, ``authors`` those who are named with agencies and without. ``site`` are the names
    of the site itself, which some give among the authors.
    """

    headline: str | None = None
    date: str | None = None
    authors: tuple[Lines, ...] = ((),)
    texts: tuple[Lines, ...] = ()
    site: Lines = ()


@dataclass
class Tally:
    """The sums over the pages of one tool; ``right`` counts pages by column."""

    pages: int = 0
    precision: float = 0.0
    recall: float = 0.0
    seconds: float = 0.0
    right: Counter[str] = field(default_factory=Counter)

    def add(self, found: Found, wanted: Found) -> None:
        """Count one page."""
        precision, recall = text_overlap(found.texts, wanted.texts)
        self.pages += 1
        self.precision += precision
        self.recall += recall
        parts = {
            "headline": same_headline(found.headline, wanted.headline),
            "instant": same_instant(found.date, wanted.date),
            "authors": same_names(found.authors, wanted.authors),
            "blocks": not set(found.texts).isdisjoint(wanted.texts),
        }
        self.right.update(name for name, right in parts.items() if right)
        self.right["day"] += same_day(found.date, wanted.date)
        self.right["people"] += same_names(found.authors, wanted.authors, wanted.site)
        self.right["whole"] += all(parts.values())

    @property
    def f1(self) -> float:
        """Harmonic mean of the mean precision and the mean recall of the text."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total / self.pages if total else 0.0


def lines_of(texts: Iterable[str]) -> Lines:
    """Return the printed lines in *texts*, cleaned, without empty ones."""
    lines = (clean(line) for text in texts for line in text.splitlines())
    return tuple(filter(None, lines))


def expected_of(path: Path) -> Found:
    """Return what *path* expects: a record of newscrawl, or ``text`` with and without its lead."""
    known: dict[str, Any] = json.loads(path.read_text("utf-8"))
    if "text" in known and "body" not in known:
        texts = [lines_of([known[name]]) for name in ("text", "text_without_lead") if name in known]
    else:
        body = lines_of(block["text"] for block in known.get("body") or ())
        texts = [lines_of([known.get("description") or "", *body]), body]
    return Found(
        known.get("headline"),
        known.get("date_published"),
        (tuple(known.get("authors") or ()),),
        tuple(dict.fromkeys(texts)),
    )


def text_overlap(found: Sequence[Lines], wanted: Sequence[Lines]) -> tuple[float, float]:
    """Return precision and recall of the 4-word shingles, of the pair of forms that agrees best."""
    pairs = ((_shingles(one), _shingles(other)) for one in found for other in wanted)
    return max(
        (_overlap(one, other) for one, other in pairs),
        key=lambda pair: pair[0] * pair[1] / (sum(pair) or 1),
        default=(0.0, 0.0),
    )


def same_names(found: Sequence[Lines], wanted: Sequence[Lines], site: Lines = ()) -> bool:
    """Tell whether a form of both names the same, in any order; the *site* is left out."""

    def named(names: Lines) -> frozenset[str]:
        return frozenset(clean(name) for name in names if not names_site(clean(name), site))

    return not {named(names) for names in found}.isdisjoint(map(named, wanted))


def same_headline(found: str | None, wanted: str | None) -> bool:
    """Tell whether both print the same letters; quotes, dashes and blanks do not count."""
    return _plain(found or "") == _plain(wanted or "")


def same_instant(found: str | None, wanted: str | None) -> bool:
    """Tell whether both are one instant, to the minute; a clock without a zone is the other's.

    A day is enough where nothing else is wanted: midnight to the second fills in for no time.
    """
    one, other = _moment(found), _moment(wanted)
    if other is None or (other.hour, other.minute, other.second) == (0, 0, 0):
        return found == wanted or bool(found and wanted and found[:_DAY] == wanted[:_DAY])
    if one is None:
        return False
    one = one if one.tzinfo else one.replace(tzinfo=other.tzinfo)
    other = other if other.tzinfo else other.replace(tzinfo=one.tzinfo)
    return abs((one - other).total_seconds()) < _MINUTE


def same_day(found: str | None, wanted: str | None) -> bool:
    """Tell whether both print the same day, or are one instant."""
    if found and wanted and found[:_DAY] == wanted[:_DAY]:
        return True
    return same_instant(found, wanted)


def _shingles(lines: Lines) -> Counter[Lines]:
    text = " ".join(lines)
    words = text.split()
    if len(words) * _LETTERS_PER_WORD < len(text):
        words = list(text.replace(" ", ""))
    count = max(1, len(words) - SHINGLE + 1) if words else 0
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(count))


def _overlap(found: Counter[Lines], wanted: Counter[Lines]) -> tuple[float, float]:
    shared = (found & wanted).total()
    return shared / max(1, found.total()), shared / max(1, wanted.total())


def _plain(headline: str) -> str:
    return _QUOTES.sub("'", _DASHES.sub("-", clean(headline))).strip()


def _moment(stated: str | None) -> datetime | None:
    """Return the instant that *stated* is; a day alone is none."""
    try:
        return datetime.fromisoformat(stated) if stated and len(stated) > _DAY else None
    except ValueError:
        return None
