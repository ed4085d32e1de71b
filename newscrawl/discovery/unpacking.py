"""The bytes of a listing as characters, in chunks: decompressed and decoded, both in bounds."""

import codecs
import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Final

from w3lib.encoding import read_bom, resolve_encoding

from newscrawl.discovery.found import DamagedListing

MAX_BYTES: Final = 64 << 20
"""What is read of a listing, decompressed: the sitemap protocol's 50 MB and a margin."""

_CHUNK: Final = 1 << 16
_GZIP: Final = b"\x1f\x8b"
_GZIP_WINDOW: Final = 31
_PROLOG: Final = re.compile(rb"<\?xml[^>]*\sencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_PROLOG_REACH: Final = 1024


def unpacked(content: bytes, most: int | None = None) -> Iterator[bytes]:
    """Yield *content* in chunks, decompressed where its first bytes are those of gzip.

    Raises ``DamagedListing`` after the last good chunk, and where there are more than *most*
    bytes (default: ``MAX_BYTES``).
    """
    most = MAX_BYTES if most is None else most
    chunks = _slices(content)
    size = 0
    for chunk in _inflated(chunks) if content.startswith(_GZIP) else chunks:
        size += len(chunk)
        if size > most:
            raise DamagedListing(f"longer than {most} bytes")
        yield chunk


def decoded(chunks: Iterator[bytes], declared: str | None) -> Iterator[str]:
    """Yield the characters of *chunks*; what no encoding explains becomes U+FFFD.

    A byte-order mark decides, then what the first chunk is valid as, and only then the prolog
    and *declared*: papers send UTF-8 under a prolog that says utf-16.
    """
    head = next(chunks, b"")
    decoder = codecs.getincrementaldecoder(_encoding_of(head, declared))("replace")
    yield from (text for chunk in chain((head,), chunks) if (text := decoder.decode(chunk)))
    if rest := decoder.decode(b"", final=True):
        yield rest


def _slices(content: bytes) -> Iterator[bytes]:
    view = memoryview(content)
    return (bytes(view[start : start + _CHUNK]) for start in range(0, len(view), _CHUNK))


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(_GZIP_WINDOW)
    fresh = False
    for chunk in chunks:
        rest = chunk
        while rest:
            try:
                data = inflater.decompress(rest, _CHUNK)
            except zlib.error as error:
                if fresh:  # What follows the last member is padding.
                    return
                raise DamagedListing(f"gzip: {error}") from error
            if data:
                yield data
            fresh = inflater.eof
            rest = inflater.unused_data if fresh else inflater.unconsumed_tail
            if fresh:  # A file may have several members.
                inflater = zlib.decompressobj(_GZIP_WINDOW)
    if not fresh:
        yield inflater.flush()
        raise DamagedListing("gzip ends early")


def _encoding_of(head: bytes, declared: str | None) -> str:
    of_bom, _ = read_bom(head)
    if of_bom:
        return of_bom
    for wide in ("utf-16-le", "utf-16-be"):
        if head.startswith("<".encode(wide)):
            return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        prolog = _PROLOG.search(head[:_PROLOG_REACH])
        named = resolve_encoding(prolog[1].decode("ascii") if prolog else declared or "")
        if named and not named.startswith(("utf-16", "utf-32")):
            return named
    return "utf-8"
