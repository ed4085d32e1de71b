"""Who wrote a record: people in ``authors``, sources in ``agencies``, the newspaper in neither."""

from typing import Final

from newscrawl.conventions import parse_byline
from newscrawl.quality.parts import Fields, is_strings, like, unique
from newscrawl.typography import clean, fold

_AROUND_NAME: Final = " ,;:|/–—-"


def normalize_people(fields: Fields, own: frozenset[str]) -> None:
    """Take bylines among the authors apart; *own* are the newspaper's folded names."""
    authors, agencies = (_listed(fields.get(name)) for name in ("authors", "agencies"))
    sources = list(map(_name, agencies)) if is_strings(agencies) else []
    if is_strings(authors):
        people: list[str] = []
        for author in authors:
            _take_apart(_name(author), own, people, sources)
        fields["authors"] = like(authors, _others(people, own))
    others = _others(sources, own)
    if others or is_strings(agencies):
        fields["agencies"] = like(agencies, others)


def _take_apart(name: str, own: frozenset[str], people: list[str], sources: list[str]) -> None:
    """Add those whom *name* names to *people* and *sources*; what is no byline is a name."""
    byline = parse_byline(name, own)
    if byline is None:
        people.append(name)
        return
    sources += byline.agencies
    for author in byline.authors:
        if len(author) < len(name):
            _take_apart(author, own, people, sources)
        else:
            people.append(author)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _name(printed: str) -> str:
    return clean(printed).strip(_AROUND_NAME)


def _others(names: list[str], own: frozenset[str]) -> list[str]:
    return unique(name for name in names if fold(name) not in own)
