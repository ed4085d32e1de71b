"""Settings given on the command line, held against what they are when nothing is given."""

import difflib
import logging
from typing import Any, Final

from scrapy.exceptions import UsageError
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings

from newscrawl import settings as own_settings

_OURS: Final = "NEWSCRAWL_"
_MISSING: Final = object()


def check_settings(settings: BaseSettings) -> None:
    """Raise ``UsageError`` for what was given with ``-s`` and cannot be meant."""
    for name in settings:
        if settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"]:
            _check(settings, name)


def _check(settings: BaseSettings, name: str) -> None:
    default = getattr(own_settings, name, getattr(default_settings, name, _MISSING))
    value = settings[name]
    if name == "LOG_LEVEL" and str(value) not in logging.getLevelNamesMapping():
        raise _meant(f"{value!r} is no level of a log; there are DEBUG, INFO, WARNING, ERROR")
    if default is _MISSING and name.startswith(_OURS):
        known = [each for each in vars(own_settings) if each.startswith(_OURS)]
        near = difflib.get_close_matches(name, known, n=1)
        raise _meant(f"there is no setting {name}{f': did you mean {near[0]}?' if near else ''}")
    try:
        if isinstance(default, bool):
            settings.getbool(name)
        elif isinstance(default, (int, float)) and default >= 0 and not _number(value) >= 0:
            raise ValueError("it is negative, or no number")  # noqa: TRY301 - one error for all that cannot be
    except (TypeError, ValueError) as error:
        raise _meant(f"{name}={value} cannot be meant: {error}") from error


def _number(value: Any) -> float:
    return float(value)


def _meant(words: str) -> UsageError:
    return UsageError(words, print_help=False)
