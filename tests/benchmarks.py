"""The benchmarks as modules: scripts that find those beside them."""

import importlib
from typing import Any

import pytest

from tests.saved_pages import ROOT


def benchmark(name: str) -> Any:
    """Return the module of the script of that name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        return importlib.import_module(name)
