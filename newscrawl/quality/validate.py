"""Judge a record: every problem by name, with its path and value."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from newscrawl.publisher import Publisher
from newscrawl.quality import field_checks, text_checks
from newscrawl.quality.problems import Problem
from newscrawl.quality.reading import RecordFields

_CHECKS: Final[tuple[Callable[[RecordFields], Iterator[Problem]], ...]] = (
    field_checks.check_types,
    field_checks.check_headline,
    text_checks.check_length,
    text_checks.check_headlines,
    text_checks.check_decoding,
    text_checks.check_look_alikes,
    text_checks.check_code,
    text_checks.check_language,
    field_checks.check_authors,
    field_checks.check_addresses,
    text_checks.check_repetition,
    text_checks.check_boilerplate,
)


def validate(
    fields: Mapping[str, Any],
    publisher: Publisher | None = None,
    *,
    now: datetime | str | None = None,
) -> list[Problem]:
    """Return the problems of a record, those that reject it first.

    *fields* are those of any item; ``headline`` and ``body`` or ``text`` are required, other fields
    are checked where they are given. *publisher* adds the names of the newspaper to
    ``publisher_name``. *now* (ISO 8601 or a datetime) is what dates are compared with where the
    record has no ``fetched_at``.
    """
    reading = RecordFields(fields, publisher)
    problems = [problem for check in _CHECKS for problem in check(reading)]
    problems += field_checks.check_dates(reading, now)
    return sorted(problems, key=lambda problem: not problem.rejects)
