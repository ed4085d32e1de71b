"""Records of WARC files, each whole or not at all, in memory that does not grow with the file."""

import io
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, Literal

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

_GZIP_MAGIC: Final = b"\x1f\x8b\x08"
_RECORD_END: Final = b"\r\n\r\n"
_BLOCK: Final = 64 * 1024
_HEAD_BYTES: Final = 64 * 1024
"""HTTP headers that are longer belong to no page."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record; ``offset`` is where its gzip member (or it itself) starts in the file.

    ``length`` is that of the whole block; of one that is too long ``block`` is the beginning.
    """

    offset: int
    type: str
    url: str
    date: str | None
    content_type: str
    ip_address: str | None
    length: int
    block: bytes
    truncated: bool

    @property
    def is_cut(self) -> bool:
        """Whether the block was too long to be read whole."""
        return len(self.block) < self.length


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a file cannot be read; ``torn`` is damage that nothing readable comes after."""

    offset: int
    reason: Literal["bad_warc", "torn_warc", "unreadable"]
    detail: str


def read_records(
    file: BinaryIO, types: WarcRecordType, max_bytes: int, *, offset: int = 0
) -> Iterator[Record | Damage]:
    """Yield the records of *types* from *offset* on, in order, and where *file* is damaged.

    Blocks longer than *max_bytes* (and some headers) are not read whole. A record is yielded when
    the gzip member that it stands in has been read to its last byte; after a damaged one reading
    goes on with the next. *file* is one member for each record, one for all, or not compressed.
    """
    size = os.fstat(file.fileno()).st_size
    while offset < size:
        member = _member_at(file, offset)
        try:
            yield from _records_of(member, offset, types, max_bytes)
        except (OSError, zlib.error, EOFError) as error:
            following = _next_member(file, offset + 1)
            reason: Literal["bad_warc", "torn_warc"] = (
                "torn_warc" if following is None else "bad_warc"
            )
            yield Damage(offset, reason, str(error))
            if following is None:
                return
            offset = following
        else:
            offset = member.end


class _Member(io.RawIOBase):
    """What one gzip member holds, made from no more of the file than is asked for."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        self._file = file
        self._inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._given = 0
        self._taken = offset
        file.seek(offset)

    @property
    def end(self) -> int:
        return self._taken - len(self._inflater.unused_data)

    def read(self, size: int = -1, /) -> bytes:
        while not self._inflater.eof:
            data = self._inflater.unconsumed_tail
            if not data:
                data = self._file.read(_BLOCK)
                self._taken += len(data)
            if not data:
                raise EOFError("cut off")
            if content := self._inflater.decompress(data, size if size > 0 else _BLOCK):
                self._given += len(content)
                return content
        return b""

    def tell(self) -> int:
        return self._given


class _Plain(io.RawIOBase):
    """A file that is not compressed, from a record on: all that is left is one member."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        self._file = file
        self._last = b""
        file.seek(offset)
        self.end = os.fstat(file.fileno()).st_size

    def read(self, size: int = -1, /) -> bytes:
        content = self._file.read(size if size > 0 else _BLOCK)
        self._last = (self._last + content)[-len(_RECORD_END) :]
        if not content and self._last != _RECORD_END:
            raise EOFError("cut off")
        return content

    def tell(self) -> int:
        return self._file.tell()


def _member_at(file: BinaryIO, offset: int) -> _Member | _Plain:
    file.seek(0)
    return _Member(file, offset) if file.read(2) == _GZIP_MAGIC[:2] else _Plain(file, offset)


def _records_of(
    member: _Member | _Plain, offset: int, types: WarcRecordType, max_bytes: int
) -> Iterator[Record]:
    held: Record | None = None
    stream: Any = member
    packed = isinstance(member, _Member)
    try:
        for record in ArchiveIterator(stream, types, parse_http=False):
            if held:
                yield held
            held = None
            held = _read(record, offset if packed else None, max_bytes)
        while member.read(_BLOCK):
            pass
    except (OSError, EOFError):
        # Only the checksum at the end of a member says whether what it holds is right.
        if held and not packed:
            yield held
        raise
    if held:
        yield held


def _read(record: WarcRecord, offset: int | None, max_bytes: int) -> Record:
    length = record.content_length
    wanted = length if length <= max_bytes + _HEAD_BYTES else _HEAD_BYTES
    block = record.reader.read(wanted) if wanted else b""
    if len(block) < wanted:
        raise EOFError(f"a block of {length} bytes has {len(block)}")
    return Record(
        offset=record.stream_pos if offset is None else offset,
        type=str(record.record_type),
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),  # wget writes brackets
        date=record.headers.get("WARC-Date"),
        content_type=record.headers.get("Content-Type") or "",
        ip_address=record.headers.get("WARC-IP-Address"),
        length=length,
        block=block,
        truncated=bool(record.headers.get("WARC-Truncated")),
    )


def _next_member(file: BinaryIO, start: int) -> int | None:
    """Return where the next gzip member starts that holds a record."""
    position = start
    while True:
        file.seek(position)
        data = file.read(_BLOCK)
        found = data.find(_GZIP_MAGIC)
        if found >= 0:
            if _is_record(file, position + found):
                return position + found
            position += found + 1
        elif len(data) < _BLOCK:
            return None
        else:
            position += len(data) - len(_GZIP_MAGIC) + 1


def _is_record(file: BinaryIO, offset: int) -> bool:
    try:
        return _Member(file, offset).read(len(b"WARC/")) == b"WARC/"
    except (zlib.error, EOFError):
        return False
