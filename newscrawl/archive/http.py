"""HTTP at rest: messages, their times, and bodies as they were sent."""

import io
import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from fastwarc.stream_io import BrotliReader, ZstdReader

from newscrawl.archive.sniffing import looks_like_html
from newscrawl.archive.unreadable import Unreadable

_CHUNK_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_PIECE: Final = 64 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS
_STATUS_LINE: Final = re.compile(rb"HTTP/[0-9.]{1,8} +([0-9]{3})(?![0-9])[^\r\n]*\r?\n")
_HEADER: Final = re.compile(rb"([^\s:]+)[ \t]*:([^\r\n]*)\r?\n")
_HEAD_END: Final = re.compile(rb"\r?\n")


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A response as it stands in a record: ``body`` is as sent, its codings not undone."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def get(self, name: str) -> str | None:
        """Return the values of a header, joined by commas; None where it is not there."""
        wanted = name.lower().encode()
        values = [value.decode("latin-1") for key, value in self.headers if key.lower() == wanted]
        return ", ".join(values) if values else None


def parse_response(block: bytes) -> HttpResponse | None:
    """Return the response that *block* holds; None where it does not start with a status line.

    Lines that are no header are passed over: they are common, and never what a page needs.
    """
    start = _STATUS_LINE.match(block)
    if start is None:
        return None
    headers = []
    position = start.end()
    while position < len(block) and not (end := _HEAD_END.match(block, position)):
        if header := _HEADER.match(block, position):
            headers.append((header[1], header[2].strip()))
        line_end = block.find(b"\n", position)
        position = line_end + 1 if line_end >= 0 else len(block)
    if position < len(block) and end:
        position = end.end()
    return HttpResponse(int(start[1]), tuple(headers), block[position:])


def http_instant(date: str | None) -> str | None:
    """Return an HTTP date as ISO 8601 in UTC; None for one that cannot be read."""
    if date is None:
        return None
    try:
        instant = parsedate_to_datetime(date)
        # RFC 9110: an HTTP date is in UTC, however it names it.
        utc = instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return utc.isoformat()


def iso_instant(date: str | None) -> str | None:
    """Return an ISO 8601 instant (WARC-Date) with its offset; None for one that cannot be read."""
    try:
        instant = datetime.fromisoformat(date or "")
    except ValueError:
        return None
    return instant.isoformat() if instant.tzinfo else None


def unchunked(body: bytes) -> bytes:
    """Return *body* without chunked framing (RFC 9112, section 7.1), as far as its chunks go.

    Crawlers often undo the framing and leave the header that tells of it: a body that does not
    start with a chunk is returned as it is.
    """
    parts: list[bytes] = []
    position = 0
    while size := _CHUNK_SIZE.match(body, position):
        length = int(size[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(body[size.end() : size.end() + length])
        position = size.end() + length
        position += 2 if body[position : position + 2] == b"\r\n" else 1
    return b"".join(parts) if parts else body


def decoded(body: bytes, codings: Iterable[str], max_bytes: int) -> bytes:
    """Return *body* with its content *codings* undone, the last one first.

    A page that was decoded before is returned as it is: crawlers leave the header then, too.
    Raises ``Unreadable``: ``too_large`` before more than *max_bytes* are made of it,
    ``bad_encoding`` for a coding that is unknown or a body that is cut off or damaged.
    """
    for coding in reversed([each.strip().lower() for each in codings]):
        if coding in {"", "identity"} or not body:  # 304 and the like name a coding, too
            continue
        if coding not in _DECODERS:
            raise Unreadable("bad_encoding", f"unknown content coding {coding[:40]!r}")
        try:
            body = _DECODERS[coding](body, max_bytes + 1)
        except (zlib.error, OSError, EOFError) as error:
            if looks_like_html(body):
                return body
            raise Unreadable("bad_encoding", f"{coding}: cut off or damaged") from error
        if len(body) > max_bytes:
            raise Unreadable("too_large", f"more than {max_bytes} bytes")
    return body


def _gunzipped(body: bytes, limit: int) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        raise EOFError
    parts: list[bytes] = []
    while body.startswith(b"\x1f\x8b") and limit > 0:
        inflater = zlib.decompressobj(_GZIP)
        parts.append(inflater.decompress(body, limit))
        limit -= len(parts[-1])
        if not inflater.eof and limit > 0:
            raise EOFError
        body = inflater.unused_data
    return b"".join(parts)


def _inflated(body: bytes, limit: int) -> bytes:
    # RFC 9110 means the zlib format, some servers send the bare stream.
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(bits)
        try:
            content = inflater.decompress(body, limit)
        except zlib.error:
            continue
        if inflater.eof or len(content) == limit:
            return content
    raise EOFError


def _unbrotlied(body: bytes, limit: int) -> bytes:
    return _read(BrotliReader(io.BytesIO(body)), limit)


def _unzstandard(body: bytes, limit: int) -> bytes:
    return _read(ZstdReader(io.BytesIO(body)), limit)


def _read(reader: BrotliReader | ZstdReader, limit: int) -> bytes:
    content = bytearray()
    while len(content) < limit and (more := reader.read(min(limit - len(content), _PIECE))):
        content += more
    return bytes(content)


_DECODERS: Final[dict[str, Callable[[bytes, int], bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _inflated,
    "br": _unbrotlied,
    "zstd": _unzstandard,
}
