"""Errors for a reason that has a name, by which a page is rejected and counted."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class ForReason(Exception):
    """``reason`` is a key of the class's ``reasons``, ``detail`` what was met."""

    reasons: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init__(self, reason: str, detail: str = "") -> None:
        if reason not in self.reasons:
            raise ValueError(f"unknown reason {reason!r}")
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
