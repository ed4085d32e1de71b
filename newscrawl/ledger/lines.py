"""Lines of JSON, read back from where they stand."""

import json
from pathlib import Path
from typing import Any


def read_line(path: Path, offset: int, length: int, record_id: str) -> dict[str, Any] | None:
    """Return the record of *record_id* whose line stands there; None where it does not any more."""
    try:
        with path.open("rb") as file:
            file.seek(offset)
            fields = json.loads(file.read(length))
    except (OSError, ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) and fields.get("id") == record_id else None
