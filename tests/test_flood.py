"""Listings of very many articles: what is had early, what is kept, and who gets a turn."""

import asyncio
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request, signals

from newscrawl.discovery import ListedArticle, Newest, read_listing
from newscrawl.memory import NoMemory, RecordingMemory
from newscrawl.page import Page
from newscrawl.publisher import Listing
from newscrawl.publishers import load_publishers
from newscrawl.spiders.agenda import Agenda, Wanted
from newscrawl.spiders.frontier import Frontier
from newscrawl.spiders.newspapers import NewspaperSpider
from tests.crawling import LISTING, Crawl, crawl, spider_with
from tests.newspaper import Answer, Newspaper, Received, article_html, article_url, path_of, sitemap

FLOOD = 1200
VNEXPRESS = load_publishers()["vnexpress"]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The articles that listings led to so far."""
    events: list[Any] = []
    real = Frontier.found

    def taking_down(self: Frontier, article_id: str, source: Any) -> bool:
        events.append(article_id)
        return real(self, article_id, source)

    monkeypatch.setattr(Frontier, "found", taking_down)
    return events


def put_flood(newspaper: Newspaper, events: list[Any], path: str) -> None:
    """List very many articles at *path*, of which the first three are there."""

    def answer(request: Received) -> Answer:
        events.append(request.path)
        return Answer(article_html(int(request.path.partition("-so-")[2].split("-")[0])))

    newspaper.answers |= {path_of(number): answer for number in (1, 2, 3)}
    newspaper.answers[path] = Answer(sitemap(*map(article_url, range(1, FLOOD + 1))))


def spider_for(path: str, **given: Any) -> type[NewspaperSpider]:
    """Return a spider that is started with the arguments *given*, and ends after three records."""
    spider = spider_with(path)

    class Narrowed(spider):  # type: ignore[misc, valid-type]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs, **given)

    return Narrowed


def crawl_flood(newspaper: Newspaper, folder: Path, path: str, **given: Any) -> Crawl:
    return crawl(newspaper, folder, spider_for(path, **given), CLOSESPIDER_ITEMCOUNT=3)


def test_the_first_articles_of_an_archive_are_had_before_its_listing_is_read(
    newspaper: Newspaper, tmp_path: Path, found: list[Any]
) -> None:
    put_flood(newspaper, found, "/sitemap.xml")
    flood = crawl_flood(newspaper, tmp_path, "/sitemap.xml", since="2026-11-01")
    assert flood.urls == [article_url(number) for number in (1, 2, 3)]
    assert found.index(path_of(1)) < FLOOD // 4
    # What nobody asks for any more is not read either.
    assert len(found) < FLOOD // 2


@pytest.mark.parametrize("given", [{}, {"since": "2026-11-01"}])
def test_others_have_their_turns_while_a_long_listing_is_read(
    newspaper: Newspaper,
    tmp_path: Path,
    found: list[Any],
    given: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newscrawl.spiders.agenda._MOST_UNDER_WAY", FLOOD)
    turns: list[int] = []

    async def take_turns() -> None:
        while True:
            turns.append(len(found))
            await asyncio.sleep(0)

    spider = spider_for(LISTING, **given)
    start = spider.start

    async def starting(self: NewspaperSpider) -> Any:
        task = asyncio.ensure_future(take_turns())
        self.crawler.signals.connect(task.cancel, signals.spider_closed, weak=False)
        async for request in start(self):
            yield request

    monkeypatch.setattr(spider, "start", starting)
    put_flood(newspaper, found, LISTING)
    crawl(newspaper, tmp_path, spider, CLOSESPIDER_ITEMCOUNT=3)
    assert len(found) > FLOOD
    assert max(later - before for before, later in pairwise(turns)) < FLOOD // 8


def pauses(content: str, kind: Any) -> int:
    page = Page(content=content.encode(), kind="html", url=f"{VNEXPRESS.home}/x")
    listing = Listing(url=f"{VNEXPRESS.home}/x", kind=kind)
    steps = read_listing(page, listing, VNEXPRESS)
    return sum(1 for step in steps if step is None)


def test_a_listing_that_leads_nowhere_is_no_reason_to_keep_others_waiting() -> None:
    address = "https://vnexpress.net/the-loai/" + "x" * 40
    assert pauses(sitemap(*[address] * 2_500), "sitemap") > 2
    assert pauses(f"{address}\n" * 2_500, "sitemap") > 2
    assert pauses(f"<rss>{f'<item><link>{address}</link></item>' * 2_500}</rss>", "rss") > 2
    assert pauses(f"<html>{f'<a href={address}>Tin</a>' * 2_500}</html>", "section") > 2


def test_the_newest_of_very_many_links_are_chosen_little_by_little() -> None:
    links = (ListedArticle(url="https://a.vn/1", article_id=str(number)) for number in range(FLOOD))
    steps = list(Newest(1).of(links))
    assert len([step for step in steps if step]) == 1
    assert steps.count(None) > 10


def wanted(*numbers: int) -> list[Wanted]:
    return [Wanted(article_url(number), str(number), None, None) for number in numbers]


def test_an_agenda_reads_no_further_than_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.spiders.agenda._MOST_UNDER_WAY", 2)
    first, second, third, fourth = wanted(1, 2, 3, 4)
    listing = Request("https://vnexpress.net/rss/tin-moi-nhat.rss")
    read: list[Any] = []

    def reading() -> Iterator[Any]:
        for step in (first, None, second, listing, third):
            read.append(step)
            yield step

    agenda = Agenda()
    assert not agenda
    agenda.add(reading())
    agenda.add([fourth])
    assert list(agenda.due()) == [first, None, second] == read
    assert list(agenda.due()) == []
    agenda.ended()
    # A listing takes no room.
    assert list(agenda.due()) == [listing, third]
    assert agenda
    agenda.all_ended()
    assert list(agenda.due()) == [fourth]
    assert not agenda


def test_what_was_told_of_very_many_articles_is_not_kept() -> None:
    memory = RecordingMemory(NoMemory(), print)
    tracemalloc.start()
    for number in range(20_000):
        memory.known("vnexpress", str(number))
    assert tracemalloc.get_traced_memory()[0] < 1 << 20
    tracemalloc.stop()
