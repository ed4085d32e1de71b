"""The newspapers: one module each, each defining PUBLISHER and nothing else."""

import pkgutil
from functools import cache
from importlib import import_module

from newscrawl.publisher import Publisher


@cache
def load_publishers() -> dict[str, Publisher]:
    """Import every module of this package and return its publishers by name, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").PUBLISHER for name in names}
