"""Who wrote a record: people in ``authors``, sources in ``agencies``, the newspaper in neither."""

from typing import Final

from newscrawl.conventions.bylines import parse_byline
from newscrawl.quality.parts import Fields, is_strings, like, unique
from newscrawl.typography import clean, fold

_AROUND_NAME: Final = " ,;:|/–—-"


def normalize_people(fields: Fields, own: frozenset[str]) -> None:
    """Take bylines among the authors apart; *own* are the newspaper's folded names."""
    authors, agencies = (_listed(fields.get(name)) for name in ("authors", "agencies"))
    sources = list(map(_name, agencies)) if is_strings(agencies) else []
    if is_strings(authors):
        people: list[str] = []
        for author in map(_name, authors):
            byline = parse_byline(author, own)
            people += [author] if byline is None else byline.authors
            sources += [] if byline is None else byline.agencies
        fields["authors"] = like(authors, _others(people, own))
    others = _others(sources, own)
    if others or is_strings(agencies):
        fields["agencies"] = like(agencies, others)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _name(printed: str) -> str:
    return clean(printed).strip(_AROUND_NAME)


def _others(names: list[str], own: frozenset[str]) -> list[str]:
    return unique(name for name in names if fold(name) not in own)
