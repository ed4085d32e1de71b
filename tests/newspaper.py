"""An invented newspaper: its pages as files and, for live tests, as a server on this machine.

newspaper.publish(1, 2)                             # their pages, with 200
newspaper.list_at("/rss/tin-moi-nhat.rss", 1, 2)    # an RSS feed that leads to them
newspaper.answers["/robots.txt"] = Answer(status=503)
newspaper.answers[path_of(1)] = [Answer(status=500), Answer(article_html(1))]
newspaper.answers["m.vnexpress.net/"] = Answer(...) # for that host alone
newspaper.origins(ORIGIN)                           # the value of NEWSCRAWL_ORIGINS
newspaper.received                                  # what came: path, headers, when
"""

from __future__ import annotations

import gzip
import json
import ssl
import threading
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import responses
from socket import SHUT_RDWR
from socketserver import StreamRequestHandler, TCPServer
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ORIGIN = "https://vnexpress.net"
LISTING = "/rss/tin-moi-nhat.rss"
DATE = "Tue, 03 Nov 2026 01:15:00 GMT"
_LISTENERS = 4
"""Requests that may be answered at a time, some of them for a long time."""

_ARTICLE = """\
<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{headline} - Báo VnExpress</title>
<link rel="canonical" href="{url}">
<meta property="og:type" content="article">
</head>
<body>
<section class="section page-detail">
<div class="header-content"><ul class="breadcrumb"><li><a href="/thoi-su">Thời sự</a></li></ul>
<span class="date">Thứ ba, 3/11/2026, 07:{minute:02} (GMT+7)</span></div>
<h1 class="title-detail">{headline}</h1>
<p class="description">Con đường thứ {number} vừa mở giúp người dân trong xã đi chợ nhanh hơn.</p>
<article class="fck_detail">
<p class="Normal">Sáng 3/11, xã mở cho xe chạy con đường số {number}, dài {number} km, sau hai năm
thi công trên nền đất yếu ven sông.</p>
<p class="Normal">Ông trưởng ấp thứ {number} cho biết bà con trong vùng đã chờ ngày này từ lâu, vì
mùa mưa năm nào đường cũ cũng ngập sâu.</p>
<p class="Normal">Giai đoạn hai, gồm {number} cây cầu nhỏ, sẽ bắt đầu vào tháng sau khi nước rút và
kết thúc trước mùa lũ năm tới.</p>
<p class="author_mail"><strong>Người Viết Thử</strong></p>
</article>
</section>
</body>
</html>
"""


def article_url(number: int) -> str:
    """Return the address of the invented article with that number."""
    return f"{ORIGIN}/xa-mo-con-duong-so-{number}-{4900000 + number}.html"


def path_of(number: int) -> str:
    """Return the path of the invented article with that number."""
    return article_url(number).removeprefix(ORIGIN)


def article_html(number: int) -> str:
    """Return the page of the invented article with that number."""
    headline = f"Xã ven sông mở con đường số {number} sau hai năm chờ đợi"
    return _ARTICLE.format(
        headline=headline, url=article_url(number), number=number, minute=number % 60
    )


def save_articles(folder: Path, count: int) -> Path:
    """Save the first *count* invented articles in *folder*, each with a sidecar."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        path = folder / f"{number:04}.html"
        path.write_text(article_html(number), "utf-8")
        known = {"url": article_url(number), "fetched_at": "2026-11-03T08:15:00+07:00"}
        path.with_suffix(".json").write_text(json.dumps(known))
    return folder


def rss(*urls: str) -> str:
    """Return an RSS feed of articles at *urls*."""
    items = "".join(f"<item><title>Tin</title><link>{url}</link></item>" for url in urls)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'


def sitemap(*urls: str, index: bool = False) -> str:
    """Return a sitemap of pages at *urls*, or an index of sitemaps there."""
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    entries = "".join(f"<{inner}><loc>{url}</loc></{inner}>" for url in urls)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><{outer} xmlns="{space}">{entries}</{outer}>'


@dataclass
class Answer:
    """What the server answers to a request; a header with an empty value is not sent.

    Where *etag* or *last_modified* is given, a request that names it is answered with 304 and no
    body. Faults: *delay* in seconds before the first byte; *drip*, seconds between pieces of the
    body; *cut*, the bytes of the body after which the connection is closed; *silent* closes it
    without a byte.
    """

    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    gzip: bool = False
    etag: str | None = None
    last_modified: str | None = None
    delay: float = 0.0
    drip: float = 0.0
    cut: int | None = None
    silent: bool = False

    @property
    def validators(self) -> dict[str, tuple[str, str | None]]:
        """The headers of a request by those of the answer that they repeat."""
        return {
            "ETag": ("If-None-Match", self.etag),
            "Last-Modified": ("If-Modified-Since", self.last_modified),
        }

    def sent(self) -> bytes:
        """Return the body as it is sent."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        return gzip.compress(body, mtime=0) if self.gzip else body


def moved(target: str, status: int = 302) -> Answer:
    """Return a redirect to *target*."""
    return Answer(status=status, headers={"Location": target})


class Received(NamedTuple):
    """A request that came, and when, by a clock that does not jump."""

    host: str
    path: str
    headers: dict[str, str]
    at: float


class Newspaper(TCPServer):
    """A web server with the answers that a test gives it; keeps the requests that came.

    ``answers`` has the answer of a path, or of a host and a path, which goes before: one answer,
    a list of them (each once, the last for ever), or a function of the request. They may change
    while the server runs. A path without an answer gives 404. With *certificate*, a file with a
    key and a certificate in PEM, it speaks TLS.
    """

    allow_reuse_address = True

    def __init__(self, certificate: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Any] = {"/robots.txt": Answer("User-agent: *\nDisallow:\n")}
        self.received: list[Received] = []
        self.clock = time.monotonic
        self._asked: defaultdict[str, int] = defaultdict(int)
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
        if self._tls and certificate:
            self._tls.load_cert_chain(certificate)
            self.socket = self._tls.wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )

    @property
    def address(self) -> str:
        """The server's own address."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [each.path for each in self.received]

    @property
    def requests(self) -> list[tuple[str, dict[str, str]]]:
        """The paths that were asked for with the headers, in order."""
        return [(each.path, each.headers) for each in self.received]

    def times(self, path: str = "") -> list[float]:
        """Return when the requests came, or those for *path*."""
        return [each.at for each in self.received if path in {"", each.path}]

    def origins(self, *origins: str) -> str:
        """Return the value of ``NEWSCRAWL_ORIGINS`` that makes this server the mirror of all."""
        return json.dumps(dict.fromkeys(origins or (ORIGIN,), self.address))

    def publish(self, *numbers: int) -> None:
        """Answer with the invented articles of these numbers at their paths."""
        for number in numbers:
            self.answers[path_of(number)] = Answer(article_html(number))

    def list_at(self, path: str, *numbers: int, **fields: Any) -> None:
        """Answer at *path* with RSS that leads to these articles; *fields* are the answer's."""
        self.answers[path] = Answer(rss(*map(article_url, numbers)), **fields)

    def answer(self, request: Received) -> Answer:
        """Return the answer to *request*, the next of a list."""
        key = request.host + request.path
        key = key if key in self.answers else request.path
        given: Any = self.answers.get(key, Answer("Không tìm thấy", 404))
        if isinstance(given, list):
            given = given[min(self._asked[key], len(given) - 1)]
            self._asked[key] += 1
        return given if isinstance(given, Answer) else given(request)

    def serve(self) -> Iterator[Newspaper]:
        """Serve while the generator is suspended."""
        for _ in range(_LISTENERS):
            threading.Thread(target=self._listen, daemon=True).start()
        try:
            yield self
        finally:
            self.shutdown()
            self.server_close()

    def shutdown(self) -> None:
        """Let nobody in any more."""
        with suppress(OSError):  # it was shut before
            self.socket.shutdown(SHUT_RDWR)

    def _listen(self) -> None:
        with suppress(OSError):  # it has been shut
            while True:
                request, address = self.get_request()
                with suppress(Exception):  # of crawlers that hang up nothing is said
                    self.finish_request(request, address)
                self.shutdown_request(request)


class _Handler(StreamRequestHandler):
    """Answers one request, as HTTP/1.0 has it, and closes the connection."""

    server: Newspaper

    def handle(self) -> None:
        head = iter(lambda: self.rfile.readline().decode("latin-1").rstrip(), "")
        path = next(head, "").split(" ")[1]
        headers = {name: value.strip() for name, _, value in (line.partition(":") for line in head)}
        request = Received(headers.get("Host", ""), path, headers, self.server.clock())
        self.server.received.append(request)
        answer = self.server.answer(request)
        time.sleep(answer.delay)
        if answer.silent:
            return
        known = any(
            value and headers.get(name) == value for name, value in answer.validators.values()
        )
        body = b"" if known else answer.sent()
        self.wfile.write(_head(answer, 304 if known else answer.status, len(body)))
        self._send_body(answer, body[: answer.cut])

    def _send_body(self, answer: Answer, body: bytes) -> None:
        step = max(1, len(body) // 10) if answer.drip else max(1, len(body))
        for start in range(0, len(body), step):
            self.wfile.write(body[start : start + step])
            time.sleep(answer.drip)


def _head(answer: Answer, status: int, length: int) -> bytes:
    headers = {"Content-Type": "text/html; charset=utf-8", "Date": DATE}
    headers |= {name: value for name, (_, value) in answer.validators.items() if value}
    headers |= {"Content-Encoding": "gzip"} if answer.gzip else {}
    headers["Content-Length"] = str(length)
    lines = [f"HTTP/1.0 {status} {responses.get(status, '')}"]
    lines += [f"{name}: {value}" for name, value in (headers | answer.headers).items() if value]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
