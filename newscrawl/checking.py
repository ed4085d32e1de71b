"""What was given on the command line, held against what there is."""

import difflib
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from scrapy.exceptions import UsageError
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings

from newscrawl import settings as own_settings
from newscrawl.outputs import LINE_FORMATS

_OURS: Final = "NEWSCRAWL_"
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_MISSING: Final = object()
# Seconds and shares whose defaults are whole numbers, and that are read as any number.
_FRACTIONS: Final = (
    *("DNS_TIMEOUT", "DOWNLOAD_DELAY_JITTER", "DOWNLOAD_TIMEOUT", "NEWSCRAWL_LONGEST_WAIT"),
)


def check_settings(settings: BaseSettings) -> None:
    """Raise ``UsageError`` for what ``-s`` gives and is invalid, and for no data folder."""
    if not settings.get("NEWSCRAWL_DATA_DIR", "data"):
        raise UsageError("NEWSCRAWL_DATA_DIR is empty: name a folder", print_help=False)
    for name in settings:
        if settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"]:
            _check(settings, name)


def _check(settings: BaseSettings, name: str) -> None:
    default = getattr(own_settings, name, getattr(default_settings, name, _MISSING))
    value = settings[name]
    if name == "LOG_LEVEL" and str(value) not in logging.getLevelNamesMapping():
        raise unknown("log level", str(value), _LEVELS)
    if default is _MISSING and name.startswith(_OURS):
        known = [each for each in vars(own_settings) if each.startswith(_OURS)]
        raise unknown("setting", name, known)
    if name == "NEWSCRAWL_RUN_ID":
        raise UsageError(f"{name} cannot be given: each run has its own", print_help=False)
    try:
        if isinstance(default, bool):
            settings.getbool(name)
        elif isinstance(default, (int, float)) and default >= 0:
            _check_number(value, is_whole=isinstance(default, int) and name not in _FRACTIONS)
    except (TypeError, ValueError) as error:
        message = f"invalid value {name}={value}: {error}"
        raise UsageError(message, print_help=False) from error


def _check_number(value: Any, *, is_whole: bool) -> None:
    if not float(value) >= 0:
        raise ValueError("it is negative, or no number")
    if is_whole:
        try:
            int(value)
        except ValueError as error:
            raise ValueError("it is no whole number") from error


def check_shared(feeds: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> None:
    """Raise ``UsageError`` where *feeds* bring runs together that they cannot hold together.

    *names* has the newspaper of each run.
    """
    for uri, options in feeds.items():
        files = {str(uri).replace("%(name)s", name) for name in names}
        form = options.get("format")
        if len(files) < len(names) and form not in LINE_FORMATS:
            raise UsageError(
                f"several runs go to {uri}, which only JSON lines can hold: name a file that ends "
                f"in .jsonl, or one for each newspaper, such as '%(name)s.{form}'",
                print_help=False,
            )


def unknown(kind: str, name: str, known: Iterable[str]) -> UsageError:
    """Return the error for the *name* of a *kind* of thing that is none of the *known* ones."""
    known = list(known)
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return UsageError(f"unknown {kind} {name!r}: {hint}", print_help=False)
