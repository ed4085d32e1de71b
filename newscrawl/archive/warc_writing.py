"""WARC/1.1 records as bytes, each a gzip member that is whole by itself."""

import base64
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from fastwarc import GzipWriter, WarcRecord, WarcRecordType

RUN_FIELD: Final = "newscrawl-run"
"""The field of warcinfo that holds, as JSON on one line, what a replay must know of the run."""

KEPT_PREFIX: Final = "X-Crawler-"
"""Before the names of headers that would say something wrong about the payload as it is kept."""

Headers = Iterable[tuple[bytes, bytes]]

# Scrapy hands bodies over without their framing.
_FRAMING: Final = (b"content-length", b"transfer-encoding")
_SECRETS: Final = (b"authorization", b"proxy-authorization")
_LEVEL: Final = 6


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """What was sent and what came back; ``body`` is as received, its content codings not undone.

    ``instant`` is when it was complete, in UTC as WARC-Date has it. ``serial`` makes the records'
    ids: it must be another one for each exchange of a run.
    """

    serial: int
    instant: str
    url: str
    method: str
    request_headers: Headers
    request_body: bytes


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Headers
    body: bytes
    protocol: str = "HTTP/1.1"
    ip_address: str | None = None


@dataclass(frozen=True)
class WarcRun:
    """One run; makes its records. ``run_id`` is the seed of their ids."""

    run_id: str

    def info(self, name: str, serial: int, instant: str, run: Mapping[str, Any]) -> bytes:
        """Return the record that opens the file *name*: who wrote it and, as JSON, the *run*."""
        fields = {
            "software": run["software"],
            "format": "WARC File Format 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/"
            "warc-1.1/",
            "isPartOf": self.run_id,
            RUN_FIELD: json.dumps(run, sort_keys=True),
        }
        lines = "".join(f"{field}: {value}\r\n" for field, value in fields.items())
        headers = {"WARC-Filename": name, "Content-Type": "application/warc-fields"}
        record_id = self._id("warcinfo", serial)
        return _member(WarcRecordType.warcinfo, record_id, instant, headers, lines.encode())

    def request(self, exchange: Exchange) -> bytes:
        """Return the record of what was sent, without secrets."""
        parts = urlsplit(exchange.url)
        target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        headers = [
            (name, value)
            for name, value in exchange.request_headers
            if name.lower() not in _SECRETS
        ]
        if not any(name.lower() == b"host" for name, _ in headers):
            headers.insert(0, (b"Host", parts.netloc.rpartition("@")[2].encode()))
        start = f"{exchange.method} {target} HTTP/1.1"
        return self._http("request", exchange, start, headers, exchange.request_body)

    def response(self, exchange: Exchange, answer: Answer) -> bytes:
        """Return the record of what came back, with headers by which its payload can be read."""
        reason = HTTPStatus(answer.status).phrase if answer.status in _STATUSES else "Unknown"
        protocol = answer.protocol if answer.protocol.startswith("HTTP/1.") else "HTTP/1.1"
        start = f"{protocol} {answer.status} {reason}"
        return self._http(
            "response", exchange, start, _unframed(answer), answer.body, ip=answer.ip_address
        )

    def failure(self, exchange: Exchange, error: str, message: str) -> bytes:
        """Return the record of a download that failed: *error* is the exception's name."""
        block = {"failure": error, "message": message}
        headers = {"WARC-Concurrent-To": f"<{self._id('request', exchange.serial)}>"}
        return self.note(exchange.serial, exchange.instant, block, url=exchange.url, **headers)

    def note(
        self,
        serial: int | str,
        instant: str,
        block: Mapping[str, Any],
        url: str = "",
        **headers: str,
    ) -> bytes:
        """Return a metadata record that holds *block* as JSON."""
        given = {**headers, "Content-Type": "application/json"}
        if url:
            given["WARC-Target-URI"] = url
        content = json.dumps(block, sort_keys=True).encode()
        record_id = self._id("metadata", serial)
        return _member(WarcRecordType.metadata, record_id, instant, given, content)

    def _http(
        self,
        kind: str,
        exchange: Exchange,
        start: str,
        headers: Headers,
        payload: bytes,
        *,
        ip: str | None = None,
    ) -> bytes:
        lines = [start.encode(), *(name + b": " + _line(value) for name, value in headers)]
        block = b"\r\n".join(lines) + b"\r\n\r\n" + payload
        fields = {
            "WARC-Target-URI": exchange.url,
            "WARC-Payload-Digest": _digest(payload),
            "Content-Type": f"application/http; msgtype={kind}",
        }
        if kind == "response":
            fields["WARC-Concurrent-To"] = f"<{self._id('request', exchange.serial)}>"
        if ip:
            fields["WARC-IP-Address"] = ip
        record_id = self._id(kind, exchange.serial)
        return _member(getattr(WarcRecordType, kind), record_id, exchange.instant, fields, block)

    def _id(self, kind: str, serial: int | str) -> str:
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.run_id}/{kind}/{serial}')}"


_STATUSES: Final = frozenset(HTTPStatus)


def _unframed(answer: Answer) -> Iterable[tuple[bytes, bytes]]:
    """Yield the headers, those that tell of the framing on the wire under another name."""
    length = str(len(answer.body)).encode()
    for name, value in answer.headers:
        wrong = name.lower() in _FRAMING and (name.lower(), value) != (_FRAMING[0], length)
        yield (KEPT_PREFIX.encode() + name if wrong else name), value


def _line(value: bytes) -> bytes:
    return value.replace(b"\r", b" ").replace(b"\n", b" ")


def _digest(content: bytes) -> str:
    # SHA-1 in base 32 is what the tools of web archives check; here it guards against damage.
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    return "sha1:" + base64.b32encode(digest).decode()


def _member(
    kind: WarcRecordType, record_id: str, instant: str, headers: Mapping[str, str], block: bytes
) -> bytes:
    record = WarcRecord()
    record.init_headers(record_type=kind, record_urn=record_id.removeprefix("urn:").encode())
    record.headers["WARC-Date"] = instant
    for name, value in headers.items():
        record.headers[name] = value
    record.headers["WARC-Block-Digest"] = _digest(block)
    record.set_bytes_content(block)
    buffer = io.BytesIO()
    writer = GzipWriter(buffer, compression_level=_LEVEL)
    record.write(writer)
    writer.finish()
    return buffer.getvalue()
