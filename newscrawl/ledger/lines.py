"""Lines of JSON, read back from where they stand."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from newscrawl.likeness import Wording, wording_of

_REMEMBERED: Final = 64


def line_at(path: Path, offset: int, length: int) -> bytes:
    """Return the line that stands there, or whatever does now: nothing where no file is left."""
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(offset)
            return file.read(length)
    except OSError:
        return b""


def fields_in(line: bytes, record_id: str) -> dict[str, Any] | None:
    """Return the record of *record_id* that *line* holds; None where it does not hold that."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) and fields.get("id") == record_id else None


@lru_cache(maxsize=_REMEMBERED)  # a text that many papers print is asked for again and again
def wording_in(line: bytes, record_id: str) -> Wording | None:
    """Return the words of the record of *record_id* that *line* holds; None likewise."""
    fields = fields_in(line, record_id)
    return wording_of(fields) if fields else None
