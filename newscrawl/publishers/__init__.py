"""The newspapers: one module each, each defining PUBLISHER and nothing else."""

import pkgutil
from functools import cache
from importlib import import_module

from newscrawl.publisher import Publisher


@cache
def load_publishers(*modules: str) -> dict[str, Publisher]:
    """Return the publishers by name, sorted: those of this package and those of *modules*.

    A module defines ``PUBLISHER``; of a package, every module in it does. The last one of a name
    wins, so that a declaration of one's own can take the place of ours. A module that cannot be
    imported raises ``ImportError``, one without a publisher ``TypeError``.
    """
    found = [_publisher(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    for name in modules:
        folder = getattr(import_module(name), "__path__", None)
        inside = [f"{name}.{module.name}" for module in pkgutil.iter_modules(folder or ())]
        found += [_publisher(module) for module in inside or [name]]
    by_name = {publisher.name: publisher for publisher in found}
    return {name: by_name[name] for name in sorted(by_name)}


def _publisher(module: str) -> Publisher:
    publisher = getattr(import_module(module), "PUBLISHER", None)
    if not isinstance(publisher, Publisher):
        raise TypeError(f"{module} defines no PUBLISHER, a newscrawl.publisher.Publisher")
    return publisher
