"""A crawl is recorded, and its replay without the network writes the same bytes."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator

from tests.conftest import Run, read_lines
from tests.newspaper import ORIGIN, Answer, Newspaper, article_html, article_url, rss
from tests.test_crawl import LISTING, OTHER_LISTING, crawl, path_of, put_articles


def put_paper(newspaper: Newspaper) -> None:
    put_articles(newspaper, 1, 2, 3, 4, 5)
    answers = newspaper.answers
    answers["/robots.txt"] = Answer(f"User-agent: *\nDisallow: {path_of(5)}\n")
    answers[LISTING] = Answer(
        rss(article_url(2), f"{article_url(1)}?utm_source=rss", *map(article_url, (5, 6, 7, 8)))
    )
    answers[OTHER_LISTING] = Answer(rss(article_url(1), article_url(3)))
    answers[path_of(6)] = Answer(status=301, headers={"Location": article_url(4)})
    answers[path_of(7)] = Answer("<html><head><title>Thời sự</title></head></html>")


def test_replay(newspaper: Newspaper, tmp_path: Path, scrapy: Callable[..., Run]) -> None:
    put_paper(newspaper)
    out, again, archive = tmp_path / "out.jsonl", tmp_path / "again.jsonl", tmp_path / "archive"
    run = crawl(newspaper, out, "-s", f"NEWSCRAWL_ARCHIVE={archive}")
    print(run.err)
    asked = len(newspaper.requests)
    run = scrapy("replay", archive, "-O", again)
    print(run.err)
    assert run.code == 0, run.err
    assert len(newspaper.requests) == asked
    assert again.read_bytes() == out.read_bytes() != b""
    rejects = tmp_path / "again.rejects.jsonl"
    assert rejects.read_bytes() == (tmp_path / "out.rejects.jsonl").read_bytes()
