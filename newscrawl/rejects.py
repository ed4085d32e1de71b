"""What gave no record: why, and where the page is kept, so that it can be replayed after a fix."""

import json
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from newscrawl.page import Page

REASONS: Final = {
    "internal_error": "newscrawl failed on the page: an error of ours",
    "too_slow": "reading the page takes more processor time than NEWSCRAWL_PAGE_SECONDS",
    "reader_killed": "the process that read the page was ended by it: no memory, a library's fault",
    "rights_reserved": "text and data mining is reserved, and NEWSCRAWL_WRITE_RESERVED is off",
    "dropped": "a pipeline dropped the record without naming a reason",
    "robots_disallowed": "robots.txt forbids the page",
    "robots_unreachable": "robots.txt could not be had, which forbids everything",
    "host_given_up": "the host failed too often, or asked for too long a wait",
    "off_site": "the address is not one of the newspaper's",
    "bad_address": "the address is not one of the web: no host, another scheme or port, a password",
    "private_address": "the address is not one of the public internet",
    "too_many_redirects": "the redirects do not end",
    "not_in_archive": "a replay asked for a page that was not recorded",
    "near_duplicate": "an article before it has nearly this text, and NEWSCRAWL_DUPLICATES is drop",
}
"""The reasons that come from neither reading, extraction nor the quality stages."""

page_rejected = object()
"""Signal: a page gave no record; sent with ``reject``, a ``Reject``, and ``asked``, the id of the
article that was asked for, if any."""

reject_written = object()
"""Signal: a reject stands where rejects are kept; sent with ``reject``, and what gave it: ``asked``
or ``response``, else None."""


@dataclass(frozen=True, kw_only=True)
class Reject:
    """A page or an item that gave no record; ``reason`` is one of a short list of names.

    ``problems`` are the fields of each problem that was found.
    """

    reason: str
    detail: str = ""
    url: str | None = None
    problems: tuple[Mapping[str, Any], ...] = ()
    kind: str | None = None
    digest: str | None = None
    archive: str | None = None

    @classmethod
    def of_page(cls, page: Page, reason: str, detail: str = "") -> Self:
        """Return the reject of *page*."""
        return cls(
            reason=reason,
            detail=detail,
            url=page.url,
            kind=page.kind,
            digest=page.digest,
            archive=page.archive,
        )

    def line(self) -> bytes:
        """Return the line that the rejects file holds for it."""
        fields = {
            "url": self.url,
            "reason": self.reason,
            "detail": self.detail,
            "problems": self.problems,
            "page": {"kind": self.kind, "digest": self.digest, "archive": self.archive},
        }
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), default=str)
        return text.encode("utf-8", "backslashreplace") + b"\n"


def last_line(error: BaseException | None) -> str:
    """Return the last line of the traceback of *error*."""
    return traceback.format_exception_only(error)[-1].strip()
