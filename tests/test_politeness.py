"""A crawl as a guest: robots.txt, pace, back-off, unchanged listings, challenges."""

import asyncio
import gzip
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest

from newscrawl.downloading import politeness
from newscrawl.downloading.politeness import Guest
from newscrawl.manners import Pace, Pacing
from tests import few_listings
from tests.conftest import read_lines
from tests.crawling import ALL, LISTING, crawl, spider_with
from tests.kill import settings
from tests.newspaper import (
    ORIGIN,
    Answer,
    Newspaper,
    article_html,
    article_url,
    moved,
    path_of,
)
from tests.processes import Run, run_scrapy
from tests.test_aggregator import BAOMOI, list_copies, pointer

OTHER = "/rss/the-gioi.rss"
NO = Answer("User-agent: *\nDisallow: /\n")
GZIP = {"Content-Encoding": "gzip"}
CHALLENGE = Answer("<html><title>Just a moment...</title></html>", 403)


class Clock:
    """A clock on which time passes only where a crawl waits for its turn."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


@pytest.fixture
def waits(paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the waits of a crawl take no time, and the newspaper see how long they were."""
    clock = paper.clock = Clock()
    monkeypatch.setattr(politeness, "monotonic", clock)
    monkeypatch.setattr(politeness, "sleep", clock.sleep)


def gaps(paper: Newspaper) -> list[float]:
    return [round(later - earlier, 6) for earlier, later in pairwise(paper.times())]


@pytest.mark.parametrize(
    ("answer", "asked", "stat"),
    [
        ([Answer(status=500)], 3, "robots/unreachable"),
        ([Answer(status=503)], 3, "robots/unreachable"),
        ([Answer(status=429, headers={"Retry-After": "0"})], 3, "robots/unreachable"),
        ([Answer(status=501)], 1, "robots/unreachable"),
        ([Answer(silent=True)], None, "robots/unreachable"),  # aiohttp asks twice itself
        ([Answer("User-agent: *\n", cut=3)], 3, "robots/unreachable"),
        ([Answer(delay=0.5)], 3, "robots/unreachable"),
        ([CHALLENGE], 1, "robots/unreachable"),
        ([moved("http://127.0.0.1:9/robots.txt")], 1, "robots/unreachable"),
        ([NO], 1, "robots/disallowed"),
        ([Answer(status=503), NO], 2, "robots/disallowed"),
        ([Answer(NO.body, gzip=True)], 1, "robots/disallowed"),
        ([Answer(gzip.compress(NO.body.encode())[:-9], headers=GZIP)], 3, "robots/unreachable"),
    ],
)
def test_robots_that_stop_a_crawl(
    paper: Newspaper, tmp_path: Path, answer: Any, asked: int | None, stat: str
) -> None:
    paper.answers["/robots.txt"] = answer
    is_slow = any(getattr(each, "silent", False) or getattr(each, "delay", 0) for each in answer)
    timeout = 0.3 if is_slow else 20
    done = crawl(paper, tmp_path, DOWNLOAD_TIMEOUT=timeout, DOWNLOAD_FAIL_ON_DATALOSS=False)
    assert paper.paths == ["/robots.txt"] * (asked or len(paper.paths))
    assert (done.urls, done.rejects) == ([], {})
    assert done.stat(stat) == 1
    assert done.stat(f"refused/{stat.replace('/', '_')}") == 1
    assert done.stats["finish_reason"] == "finished"


LONG = f"User-agent: *\nDisallow: {path_of(2)}\n" + f"Disallow: /{'cu' * 99}/\n" * 10_000


@pytest.mark.parametrize(
    "answer",
    [
        Answer(LONG),
        Answer(LONG, headers={"Content-Length": ""}),
        Answer(LONG, gzip=True),
        Answer(gzip.compress(LONG.encode(), 0), headers={"Content-Encoding": "gzip"}),
        Answer(zlib.compress(LONG.encode()), headers={"Content-Encoding": "deflate"}),
        [Answer(LONG[:900_000], cut=400_000), Answer(LONG)],
        Answer(LONG[:90], headers={"Content-Encoding": "utf-8"}),
    ],
    ids=["length", "no length", "gzip", "stored", "deflate", "cut off first", "odd coding"],
)
def test_of_a_long_robots_the_beginning_is_read(
    paper: Newspaper, tmp_path: Path, answer: Any
) -> None:
    paper.answers["/robots.txt"] = answer
    done = crawl(paper, tmp_path)
    assert done.urls == [article_url(1), article_url(3)]
    assert done.rejects == {article_url(2): "robots_disallowed"}
    assert done.stats["downloader/response_bytes"] < 900_000


@pytest.mark.parametrize(
    "answer",
    [
        Answer(NO.body, 401),
        Answer(NO.body, 403),
        Answer(NO.body, 404),
        Answer(NO.body, 410),
        Answer(""),
        Answer("<html><title>404</title></html>"),
        moved("/robots.txt"),
        moved("ftp://vnexpress.net/robots.txt"),
        moved("http://[::1/robots.txt"),
        [Answer(status=503), Answer("")],
    ],
)
def test_robots_that_do_not(paper: Newspaper, tmp_path: Path, answer: Any) -> None:
    paper.answers["/robots.txt"] = answer
    done = crawl(paper, tmp_path)
    assert done.urls == ALL
    assert not done.stat("robots/unreachable")


def test_redirects_of_robots_are_followed_across_hosts(paper: Newspaper, tmp_path: Path) -> None:
    other = "https://static.example"
    hops = [moved(f"{other}/1"), moved("/2"), moved("/3", 301), moved("/4", 307), moved("/5", 308)]
    paths = ["/robots.txt", "/1", "/2", "/3", "/4"]
    paper.answers |= dict(zip(paths, hops, strict=True))
    paper.answers["/5"] = Answer(f"User-agent: newscrawl\nDisallow: {path_of(2)}\n")
    done = crawl(paper, tmp_path, origins=paper.origins(ORIGIN, other))
    assert done.urls == [article_url(1), article_url(3)]
    assert done.rejects == {article_url(2): "robots_disallowed"}
    assert paper.paths[:6] == [*paths, "/5"]
    assert [each.host for each in paper.received[:6]] == ["vnexpress.net"] + ["static.example"] * 5
    assert path_of(2) not in paper.paths


def test_each_origin_has_rules_of_its_own(paper: Newspaper, tmp_path: Path) -> None:
    mobile = "https://m.vnexpress.net"
    paper.answers["m.vnexpress.net/robots.txt"] = NO
    paper.answers[path_of(2)] = moved(f"{mobile}{path_of(2)}")
    done = crawl(paper, tmp_path, origins=paper.origins(ORIGIN, mobile))
    assert done.urls == [article_url(1), article_url(3)]
    assert done.rejects == {article_url(2): "robots_disallowed"}
    assert paper.paths.count("/robots.txt") == 2


def test_sitemaps_of_robots_can_be_read(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers["/robots.txt"] = Answer(f"Sitemap: {ORIGIN}/sitemap.xml\n")
    texts = []

    async def start(self: Any) -> Any:
        from newscrawl.downloading.politeness import RobotsTxtMiddleware  # noqa: PLC0415

        robots = self.crawler.get_downloader_middleware(RobotsTxtMiddleware)
        texts.append((await robots.rules(ORIGIN)).text)
        for nothing in ():
            yield nothing

    crawl(paper, tmp_path, spider_with(start=start))
    assert texts == [f"Sitemap: {ORIGIN}/sitemap.xml\n"]
    assert paper.paths == ["/robots.txt"]


@pytest.mark.usefixtures("waits")
def test_robots_are_asked_for_again_after_a_day(paper: Newspaper, tmp_path: Path) -> None:
    slow = Answer("User-agent: *\nCrawl-delay: 50000\n")
    paper.answers["/robots.txt"] = [slow, Answer(f"User-agent: *\nDisallow: {path_of(3)}\n")]
    done = crawl(paper, tmp_path, NEWSCRAWL_LONGEST_WAIT=60_000)
    assert paper.paths == ["/robots.txt", LISTING, path_of(1), path_of(2), "/robots.txt"]
    assert paper.times("/robots.txt")[1] >= 24 * 60 * 60
    assert done.rejects == {article_url(3): "robots_disallowed"}


def test_requests_are_a_second_apart_by_default(paper: Newspaper, tmp_path: Path) -> None:
    """The defaults on the default reactor, as from a shell."""
    given = {
        "NEWSCRAWL_ORIGINS": paper.origins(),
        "NEWSCRAWL_DATA_DIR": tmp_path,
        "CLOSESPIDER_PAGECOUNT": 3,
    }
    settings = [each for name in given for each in ("-s", f"{name}={given[name]}")]
    run = run_scrapy("crawl", "vnexpress", "-O", tmp_path / "out.jsonl", *settings)
    assert len(gaps(paper)) >= 2, run.err
    assert all(1 <= gap <= 1.6 for gap in gaps(paper)), gaps(paper)


@pytest.mark.parametrize(
    ("robots", "settings", "least"),
    [
        ("", {"DOWNLOAD_DELAY": 0.02}, 0.02),
        ("Crawl-delay: 2", {"DOWNLOAD_DELAY": 0}, 2),
        ("Crawl-delay: 2", {"DOWNLOAD_DELAY": 0.02, "NEWSCRAWL_JITTER": 0.5}, 2),
        ("Crawl-delay: 0.01", {"DOWNLOAD_DELAY": 0.03}, 0.03),
    ],
)
@pytest.mark.usefixtures("waits")
def test_crawl_delay_is_a_floor(
    paper: Newspaper, tmp_path: Path, robots: str, settings: dict[str, float], least: float
) -> None:
    paper.answers["/robots.txt"] = Answer(f"User-agent: *\n{robots}\nRequest-rate: 1/9\n")
    assert crawl(paper, tmp_path, **settings).urls == ALL
    first, *later = gaps(paper)
    assert all(least <= gap < least * 1.5 + 0.01 for gap in later), later
    assert first >= settings["DOWNLOAD_DELAY"]  # what the robots.txt says holds after it


@pytest.mark.usefixtures("waits")
def test_hosts_of_a_paper_are_one_site(paper: Newspaper, tmp_path: Path) -> None:
    mobile = "https://m.vnexpress.net"
    for number in (1, 2):
        paper.answers[path_of(number)] = moved(f"{mobile}{path_of(number)}")
        paper.answers[f"m.vnexpress.net{path_of(number)}"] = Answer(article_html(number))
    origins = paper.origins(ORIGIN, mobile)
    assert crawl(paper, tmp_path, origins=origins, DOWNLOAD_DELAY=0.02).urls == ALL
    assert all(gap >= 0.02 for gap in gaps(paper)), gaps(paper)


@pytest.mark.usefixtures("waits")
def test_crawls_that_lead_to_one_host_are_one_guest(
    paper: Newspaper, tmp_path: Path, scrapy: Callable[..., Run]
) -> None:
    delayed = Answer("User-agent: *\nCrawl-delay: 2\n")
    paper.answers |= {"vnexpress.net/robots.txt": delayed, "baomoi.com/robots.txt": Answer("")}
    paper.publish(*range(4, 9))
    list_copies(paper, *range(4, 9))
    paper.answers |= {pointer(number): moved(article_url(number)) for number in range(4, 9)}
    origins = ("-s", f"NEWSCRAWL_ORIGINS={paper.origins(ORIGIN, BAOMOI)}")
    hasty = settings(paper, tmp_path)
    run = scrapy("crawlall", "vnexpress", "baomoi", *hasty, *origins, *few_listings.OPTION)
    of_paper = [each for each in paper.received if each.host == "vnexpress.net"]
    asked = [each.path for each in of_paper]
    assert {path_of(number) for number in range(1, 9)} <= set(asked), run.err
    assert asked.count("/robots.txt") == 1
    _, *later = [late.at - early.at for early, late in pairwise(of_paper)]
    assert min(later) >= 2, later


def test_a_crawl_that_is_recorded_asks_for_robots_itself(paper: Newspaper, tmp_path: Path) -> None:
    archive = {"NEWSCRAWL_ARCHIVE": tmp_path / "archive"}
    guest, asked = Guest(), []
    for given in ({}, {}, archive):
        crawl(paper, tmp_path, NEWSCRAWL_GUEST=guest, **given)
        asked.append(paper.paths.count("/robots.txt"))
    assert asked == [1, 1, 2]


@pytest.mark.usefixtures("waits")
def test_a_crawl_that_ended_in_the_middle_holds_no_other_up(
    paper: Newspaper, tmp_path: Path
) -> None:
    guest, ended = Guest(), SimpleNamespace(engine=SimpleNamespace(running=False, _slot=None))
    guest.asking["newscrawl", ORIGIN] = ended  # type: ignore[assignment]
    Pace(Pacing(), turns=guest.turns).sent("vnexpress.net", 0, longest=30)
    assert crawl(paper, tmp_path, NEWSCRAWL_GUEST=guest).urls == ALL
    assert paper.times()[0] == 30
    assert not guest.asking


@pytest.mark.usefixtures("waits")
@pytest.mark.parametrize(("status", "value"), [(429, "1"), (503, "Tue, 03 Nov 2026 01:15:01 GMT")])
def test_retry_after_holds_everything_and_order_is_kept(
    paper: Newspaper, tmp_path: Path, status: int, value: str
) -> None:
    busy = Answer(status=status, headers={"Retry-After": value})
    paper.answers[path_of(2)] = [busy, Answer(article_html(2))]
    assert crawl(paper, tmp_path).urls == ALL
    asked = [path_of(number) for number in (1, 2, 2, 3)]
    assert paper.paths[2:] == asked
    assert gaps(paper)[3:] == [1, 0.01]


def test_a_longer_wait_than_the_cap_gives_the_host_up(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[path_of(2)] = Answer(status=429, headers={"Retry-After": "3601"})
    done = crawl(paper, tmp_path)
    assert done.urls == ALL[:1]
    assert paper.paths[-1] == path_of(2)
    assert done.rejects == dict.fromkeys(ALL[1:], "host_given_up")
    assert done.stat("hosts/given_up") == 1
    assert "Nothing more is asked of vnexpress.net in this run: it asks to come back" in done.log


@pytest.mark.parametrize(
    "value", ["31536000", "9" * 400, "Tue, 03 Nov 2027 01:15:00 GMT", "Tue, 03 Nov 9999 01:15:00"]
)
def test_a_wait_of_a_year_is_not_waited_for(paper: Newspaper, tmp_path: Path, value: str) -> None:
    paper.answers[path_of(1)] = Answer(status=503, headers={"Retry-After": value})
    done = crawl(paper, tmp_path)
    assert paper.paths[-1] == path_of(1)
    assert done.rejects == dict.fromkeys(ALL, "host_given_up")
    assert done.stats["elapsed_time_seconds"] < 5


@pytest.mark.usefixtures("waits")
def test_a_wait_that_says_nothing_is_a_back_off(paper: Newspaper, tmp_path: Path) -> None:
    words = ("-5", "soon", "1.5", "Tue, 03 Nov 2026", "Tue, 03 Nov 2026 01:15:00 +99999999")
    values = (*words, "Tue, 03 Nov 9999999999 01:15:00 GMT")
    for number, value in enumerate(values, start=1):
        busy = Answer(status=429, headers={"Retry-After": value, "Date": value})
        paper.answers[path_of(number)] = [busy, Answer(article_html(number))]
    numbers = range(1, len(values) + 1)
    paper.list_at(LISTING, *numbers)
    assert crawl(paper, tmp_path, NEWSCRAWL_BACKOFF=3).urls == [*map(article_url, numbers)]
    assert gaps(paper)[2::2] == [3] * len(values)


@pytest.mark.usefixtures("waits")
def test_waits_that_never_end_give_the_host_up(paper: Newspaper, tmp_path: Path) -> None:
    again = Answer(status=503, headers={"Retry-After": "1"})
    for number in (1, 2, 3):
        paper.answers[path_of(number)] = [again, Answer(article_html(number))]
    done = crawl(paper, tmp_path, NEWSCRAWL_LONGEST_WAIT=1.5)
    assert done.urls == ALL[:1]
    assert done.rejects == dict.fromkeys(ALL[1:], "host_given_up")
    assert "it asked for waits of 2 s in all" in done.log


@pytest.mark.usefixtures("waits")
def test_back_off_grows_and_ends_with_a_success(paper: Newspaper, tmp_path: Path) -> None:
    paper.publish(4, 5)
    paper.list_at(LISTING, 1, 2, 3, 4, 5)
    paper.answers[path_of(1)] = [
        Answer(status=500),
        Answer(article_html(1), cut=9),
        Answer(article_html(1)),
    ]
    done = crawl(paper, tmp_path, NEWSCRAWL_BACKOFF=2)
    assert done.urls == [*ALL, article_url(4), article_url(5)]
    # The wait that its last failure asked for is kept after the success.
    assert gaps(paper) == [0, 0, 2, 4, 4, 0, 0, 0]


def test_a_paper_that_only_fails_is_left_alone(paper: Newspaper, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        paper.answers[path_of(number)] = Answer(status=502)
    done = crawl(paper, tmp_path, NEWSCRAWL_MOST_FAILURES=5)
    assert paper.paths[2:] == [path_of(1)] * 3 + [path_of(2)] * 2
    assert done.rejects[article_url(3)] == "host_given_up"
    assert done.stat("hosts/given_up") == 1


class Validators(dict[str, Any]):
    """Those of listings, in memory."""

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        self[url] = (etag, last_modified)


@pytest.mark.parametrize(
    ("given", "header"),
    [
        ({"etag": 'W/"5f-1"'}, "If-None-Match"),
        ({"last_modified": "Tue, 03 Nov 2026 01:00:00 GMT"}, "If-Modified-Since"),
    ],
)
def test_listings_are_read_only_where_they_changed(
    paper: Newspaper, tmp_path: Path, given: dict[str, str], header: str
) -> None:
    feed = paper.answers[LISTING].body
    paper.answers[LISTING] = Answer(feed, **given)
    paper.publish(4)
    paper.list_at(OTHER, 4)
    known = Validators()
    spider = spider_with(LISTING, OTHER, listing_validators=known)
    assert crawl(paper, tmp_path, spider).urls == [*ALL, article_url(4)]
    assert known == {ORIGIN + LISTING: (given.get("etag"), given.get("last_modified"))}

    paper.received.clear()
    done = crawl(paper, tmp_path, spider)
    assert done.urls == [article_url(4)]
    assert done.stat("listings/unchanged") == 1
    assert not done.stats.get("log_count/ERROR")
    asked = {each.path: each.headers for each in paper.received}
    assert asked[LISTING][header] == next(iter(given.values()))
    assert header not in asked[OTHER].keys() | asked["/robots.txt"].keys()

    paper.answers[LISTING] = Answer(feed, etag='"6"')
    assert crawl(paper, tmp_path, spider).urls == [*ALL, article_url(4)]
    assert known[ORIGIN + LISTING] == ('"6"', None)


def test_a_challenge_is_a_no(paper: Newspaper, tmp_path: Path) -> None:
    wall = Answer("Wait", 503, {"cf-mitigated": "challenge", "Retry-After": "0"})
    paper.answers[path_of(1)] = wall
    paper.answers[OTHER] = CHALLENGE
    done = crawl(paper, tmp_path, spider_with(OTHER, LISTING))
    assert done.urls == ALL[1:]
    assert done.rejects == {article_url(1): "challenge_page"}
    assert done.stat("blocked") == 2
    assert done.stat("rejected/challenge_page") == 1
    assert [paper.paths.count(path) for path in (OTHER, path_of(1))] == [1, 1]


WALLS = {
    "cloudflare": CHALLENGE.body,
    "incapsula": '<html><iframe src="/_Incapsula_Resource?x=1"></iframe></html>',
    "datadome": "<html><script src='https://geo.captcha-delivery.com/c/'></script></html>",
    "a cookie": "<html><script>document.cookie='a=1';window.location.reload(true);</script></html>",
    "words": "<html><title>Tin</title><h1>Đang kiểm tra trình duyệt của bạn</h1></html>",
    "a captcha": "<html><body><div class='g-recaptcha' data-sitekey='x'></div></body></html>",
}


def test_a_wall_before_the_listings_is_not_climbed(paper: Newspaper, tmp_path: Path) -> None:
    walls = {
        f"/{name.replace(' ', '-')}/{status}": Answer(wall, status, {"Retry-After": "0"})
        for name, wall in WALLS.items()
        for status in (200, 403, 503)
    }
    paper.answers |= walls
    patient = {"NEWSCRAWL_MOST_CHALLENGES": len(walls) + 1}
    done = crawl(paper, tmp_path, spider_with(*walls, LISTING), **patient)
    assert done.urls == ALL
    assert [done.stat(name) for name in ("blocked", "refused/challenge_page")] == [len(walls)] * 2
    assert paper.paths == ["/robots.txt", *walls, LISTING, *map(path_of, (1, 2, 3))]


def test_where_all_is_a_wall_the_run_has_failed_and_the_next_one_tries_again(
    paper: Newspaper, tmp_path: Path, scrapy: Callable[..., Run]
) -> None:
    data = tmp_path / "data"
    wall = Answer(WALLS["cloudflare"], 403)
    known = paper.answers.pop(LISTING)
    paper.answers |= dict.fromkeys(paths_of_listings(), wall)
    command = ("crawl", "vnexpress", *settings(paper, data))
    for _ in range(2):
        paper.received.clear()
        run = scrapy(*command)
        assert run.code == 1
        assert "no listing could be reached" in run.err
        assert len(paper.paths) == 1 + 3  # robots.txt, and three of what is no page
    report = read_lines(data / "runs.jsonl")[-1]
    assert {alarm["name"] for alarm in report["alarms"]} == {"blocked", "given_up"}
    # Where one is open, the run does what it can, and says that it is below the bar.
    paper.answers[LISTING] = known
    assert scrapy(*command).code == 3
    assert read_lines(data / "runs.jsonl")[-1]["blocked"] == 3
    paper.answers = {path: each for path, each in paper.answers.items() if each is not wall}
    assert scrapy(*command).code == 0
    assert [report["written"] for report in read_lines(data / "runs.jsonl")] == [0, 0, 0, 3]


def test_fronts_that_are_not_there_are_asked_for_once(
    paper: Newspaper, tmp_path: Path, scrapy: Callable[..., Run]
) -> None:
    del paper.answers[LISTING]
    run = scrapy("crawl", "vnexpress", *settings(paper, tmp_path / "data"))
    assert run.code == 1
    assert "no listing could be reached" in run.err
    assert len(paper.paths) == len({*paper.paths} & {"/robots.txt", *paths_of_listings()})
    [report] = read_lines(tmp_path / "data" / "runs.jsonl")
    assert (report["blocked"], report["statuses"]["404"]) == (0, len(paper.paths) - 1)


def paths_of_listings() -> set[str]:
    asked = [each.url for each in few_listings.PUBLISHER.listings if each.use != "backfill"]
    return {urlsplit(url).path or "/" for url in asked}


def test_a_page_that_is_missing_is_no_welcome_between_challenges(
    paper: Newspaper, tmp_path: Path
) -> None:
    walls = [f"/rss/{number}.rss" for number in range(3)]
    paper.answers |= dict.fromkeys(walls, CHALLENGE)
    missing = "/rss/khong-co.rss"
    paths = (walls[0], missing, walls[1], f"{missing}?2", walls[2], LISTING)
    done = crawl(paper, tmp_path, spider_with(*paths))
    assert paper.paths[1:] == [*paths[:-1]]
    assert done.stat("hosts/given_up") == 1


def test_headers_may_hold_any_bytes(paper: Newspaper, tmp_path: Path) -> None:
    # The test server writes Latin-1: what comes is not UTF-8.
    odd = {"X-Title": "Tr\xean \xfeng", "ETag": '"\xff"'}
    paper.list_at(LISTING, 1, 2, 3, headers=odd)
    paper.answers[path_of(1)] = Answer(article_html(1), headers=odd)
    run = run_scrapy("crawl", "vnexpress", *settings(paper, tmp_path))
    assert run.code == 0, run.err
    assert "3 written" in run.err


def test_redirects_do_not_hide_that_a_host_fails(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[path_of(1)] = moved("/hong")
    paper.answers["/hong"] = Answer(status=502)
    paper.answers[path_of(2)] = moved("/hong?2")
    paper.answers["/hong?2"] = Answer(status=502)
    done = crawl(paper, tmp_path, NEWSCRAWL_MOST_FAILURES=5)
    assert done.stat("hosts/given_up") == 1
    assert done.rejects[article_url(3)] == "host_given_up"


# One that only the extraction knows: a page without an article that shows a captcha.
GATE = Answer(
    "<html><body><h1>Xin chờ</h1><p>Trang đang kiểm tra.</p>"
    '<iframe src="https://a.example/captcha"></iframe></body></html>'
)


@pytest.mark.parametrize("wall", [CHALLENGE, GATE])
def test_challenges_in_a_row_end_the_crawl(paper: Newspaper, tmp_path: Path, wall: Answer) -> None:
    numbers = range(1, 9)
    paper.publish(*numbers)
    paper.list_at(LISTING, *numbers)
    for number in (1, 2, 4, 5, 6):
        paper.answers[path_of(number)] = wall
    done = crawl(paper, tmp_path, DOWNLOAD_DELAY=0.05)
    assert done.urls == [article_url(3)]
    assert paper.paths[-1] == path_of(6)
    assert done.stat("blocked") == 5
    assert done.stat("hosts/given_up") == 1
    assert done.rejects[article_url(7)] == "host_given_up"


def test_a_wait_ends_when_the_crawl_is_told_to(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[path_of(2)] = Answer(status=503, headers={"Retry-After": "600"})
    done = crawl(paper, tmp_path, CLOSESPIDER_TIMEOUT=1)
    assert done.urls == ALL[:1]
    assert done.stats["finish_reason"] == "closespider_timeout"
    assert done.stats["elapsed_time_seconds"] < 5
