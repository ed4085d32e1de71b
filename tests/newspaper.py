"""An invented newspaper: its pages as files and, for live tests, as a server on this machine."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ORIGIN = "https://vnexpress.net"
DATE = "Tue, 03 Nov 2026 01:15:00 GMT"

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


@dataclass
class Answer:
    """What the server answers to one path."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Newspaper(ThreadingHTTPServer):
    """A web server with the answers that a test gives it; keeps the requests that came."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler))
        self.answers: dict[str, Answer] = {"/robots.txt": Answer("User-agent: *\nDisallow:\n")}
        self.requests: list[tuple[str, dict[str, str]]] = []

    @property
    def address(self) -> str:
        """The server's own address."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.requests]

    def serve(self) -> Iterator[Newspaper]:
        """Serve while the generator is suspended."""
        thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield self
        finally:
            self.shutdown()
            thread.join()
            self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Newspaper

    def do_GET(self) -> None:
        self.server.requests.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path, Answer("Không tìm thấy", 404))
        body = answer.body.encode()
        self.send_response_only(answer.status)
        headers = {"Content-Type": "text/html; charset=utf-8", "Date": DATE, **answer.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass
