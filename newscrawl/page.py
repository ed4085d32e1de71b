"""A page as it was downloaded or saved: bytes and what is known about them."""

import codecs
import hashlib
from dataclasses import dataclass
from functools import cached_property

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

from newscrawl.items import PageKind


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page, live or saved; it cannot fetch and does not know where it came from.

    ``content`` holds the bytes after HTTP or gzip compression is undone, ``url`` the address it
    was asked for, ``fetched_at`` an ISO 8601 instant, ``archive`` where the page is kept and
    ``encoding`` what the transport declared (HTTP header or sidecar). ``robots_tag`` and
    ``tdm_reservation`` are the HTTP headers ``X-Robots-Tag`` and ``tdm-reservation``.
    """

    content: bytes
    kind: PageKind
    url: str | None = None
    fetched_at: str | None = None
    archive: str | None = None
    encoding: str | None = None
    discovered_via: str | None = None
    robots_tag: str | None = None
    tdm_reservation: str | None = None

    @cached_property
    def digest(self) -> str:
        """``sha256:`` and the hex digest of the content."""
        return "sha256:" + hashlib.sha256(self.content).hexdigest()

    @cached_property
    def text(self) -> str:
        """The content as characters; bytes that no encoding explains become U+FFFD.

        A byte-order mark decides first, then whether the bytes are UTF-8 (a chance hit is next
        to impossible), and only then what the transport or the markup declares: declarations
        are wrong more often than the bytes.
        """
        bom_encoding, bom = read_bom(self.content)
        if bom_encoding and bom:
            return self.content[len(bom) :].decode(bom_encoding, "replace")
        if self._utf8 is not None:
            return self._utf8[0]
        declared = self.encoding or (
            html_body_declared_encoding(self.content[:4096]) if self.kind == "html" else None
        )
        encoding = resolve_encoding(declared) if declared else None
        return self.content.decode(encoding or "utf-8", "replace")

    @cached_property
    def markup(self) -> bytes:
        """The text in UTF-8, without the character 0, at which parsers end: mostly the content."""
        if self._utf8 == (self.text, b"") and b"\0" not in self.content:
            return self.content
        return self.text.replace("\0", "").encode("utf-8", "replace")

    @cached_property
    def _utf8(self) -> tuple[str, bytes] | None:
        """The content read as UTF-8, and what it has of a last letter; None where it is not."""
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            return decoder.decode(self.content), decoder.getstate()[0]
        except UnicodeDecodeError:
            return None
