"""The decisions of a good guest: robots.txt, pace, challenges, addresses, names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.manners import (
    ROBOTS_BYTES,
    Pace,
    Pacing,
    Turns,
    challenge_in,
    escaped,
    is_public,
    retry_after,
    rules_of,
    safe_name,
    why_not,
)
from newscrawl.publishers import load_publishers
from newscrawl.rejects import REASONS

NOW = datetime(2026, 11, 3, 1, 15, tzinfo=UTC)
PAGE = "https://a.vn/tin/1.html"
FORBIDS = b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (200, False),
        (206, False),
        (301, True),
        (304, True),
        (400, True),
        (401, True),
        (403, True),
        (404, True),
        (410, True),
        (451, True),
        (429, False),
        (500, False),
        (503, False),
        (599, False),
        (None, False),
    ],
)
def test_what_an_answer_for_robots_means(status: int | None, *, allowed: bool) -> None:
    rules = rules_of(status, FORBIDS, "newscrawl")
    assert rules.allows(PAGE) is allowed
    assert rules.reachable is (status is not None and status != 429 and status < 500)


@pytest.mark.parametrize(
    ("text", "allowed", "delay"),
    [
        ("", True, 0),
        ("<html>Không tìm thấy</html>", True, 0),
        ("User-agent: newscrawl\nDisallow: /tin\n", False, 0),
        ("USER-AGENT: NewsCrawl # us\nDisallow: /tin\n", False, 0),
        ("\ufeffUser-agent: newscrawl/1.0 (+x)\r\nDisallow: /\r\n", False, 0),
        ("User-agent: news\nDisallow: /\n", True, 0),
        ("User-agent: newscrawler\nDisallow: /\n", True, 0),
        ("User-agent: news-crawl\nUser-agent: crawl\nDisallow: /\n", True, 0),
        ("User-agent: newscrawl\nDisallow:\n\nUser-agent: *\nDisallow: /\n", True, 0),
        ("User-agent: *\nDisallow: /tin\nAllow: /tin/1.html$\n", True, 0),
        ("User-agent: *\nDisallow: /*.html\n", False, 0),
        ("User-agent: newscrawl\nAllow: /\n\nUser-agent: newscrawl\nDisallow: /tin/\n", False, 0),
        ("User-agent: *\nCrawl-delay: 7\nRequest-rate: 1/60\n", True, 7),
        ("User-agent: *\nCrawl-delay: 2.5\n\nUser-agent: other\nCrawl-delay: 9\n", True, 2.5),
        ("User-agent: *\nCrawl-delay: soon\n", True, 0),
        ("User-agent: *\nCrawl-delay: -3\n", True, 0),
        ("User-agent: *\nCrawl-delay: inf\n", True, 0),
    ],
)
def test_rules(text: str, *, allowed: bool, delay: float) -> None:
    rules = rules_of(200, text.encode(), "newscrawl")
    assert (rules.allows(PAGE), rules.crawl_delay) == (allowed, delay)
    assert rules.text == text.removeprefix("\ufeff")


def test_a_product_token_may_be_written_in_any_case() -> None:
    rules = rules_of(200, b"User-agent: newsCRAWL\nCrawl-delay: 3\nDisallow: /tin\n", "NewsCrawl")
    assert (rules.allows(PAGE), rules.crawl_delay) == (False, 3)


def test_robots_beyond_the_limit_are_not_read_and_no_line_is_halved() -> None:
    start = b"User-agent: *\nDisallow: /a\n"
    filler = b"#" * (ROBOTS_BYTES - len(start) - 1 - 11) + b"\n"
    body = start + filler + b"Disallow: /tin-cu\n"
    assert len(start + filler + b"Disallow: /") == ROBOTS_BYTES
    rules = rules_of(200, body, "newscrawl")
    assert rules.allows(PAGE)
    assert not rules.allows("https://a.vn/a")
    shorter = start + filler[12:] + b"Disallow: /tin\n"
    assert not rules_of(200, shorter, "newscrawl").allows(PAGE)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("99999999999999999999", 999999999999),
        ("Tue, 03 Nov 2026 01:16:30 GMT", 90),
        ("Tue, 03 Nov 2026 08:16:30 +0700", 90),
        ("Tuesday, 03-Nov-26 01:16:30 GMT", 90),
        ("Tue Nov  3 01:16:30 2026", 90),
        ("Mon, 02 Nov 2026 01:15:00 GMT", 0),
        ("Tue, 03 Nov 9999 01:15:00 GMT", 251603539200),
        ("Tue, 03 Nov 2026 01:15:00 +99999999", None),
        ("Tue, 03 Nov 99999 01:15:00 GMT", None),
        ("Tue, 03 Nov 9999999999 01:15:00 GMT", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_pace_of_a_site() -> None:
    pace = Pace(Pacing(delay=1.0))
    assert pace.wait("a.vn", 100) == 0
    pace.sent("a.vn", 100)
    assert pace.wait("a.vn", 100) == 1
    assert pace.wait("cdn.a.vn", 100.5) == 0.5  # one site, whatever its hosts
    pace.at_least("a.vn", 5)
    pace.sent("a.vn", 101)
    assert (pace.wait("a.vn", 101), pace.wait("cdn.a.vn", 101)) == (5, 1)


def test_paces_with_turns_in_common_are_one_guest() -> None:
    turns = Turns()
    one, other = (Pace(Pacing(delay=delay), turns=turns) for delay in (1.0, 3.0))
    one.sent("a.vn", 0.0, longest=60.0)
    # While one waits for an answer the other one does not ask; of other hosts it may.
    assert [pace.wait("a.vn", 20.0) for pace in (one, other)] == [0.0, 40.0]
    assert other.wait("b.vn", 0.0) == 0.0
    one.sent("a.vn", 20.0)
    one.done("a.vn")
    assert [pace.wait("a.vn", 20.0) for pace in (one, other)] == [1.0, 1.0]
    other.sent("a.vn", 21.0, longest=60.0)
    one.done("a.vn")
    assert one.wait("a.vn", 22.0) == 59.0
    other.done("a.vn")
    assert one.wait("a.vn", 22.0) == 2.0
    one.at_least("a.vn", 5.0)
    other.sent("a.vn", 30.0)
    assert one.wait("a.vn", 30.0) == 5.0


def test_nobody_waits_for_a_host_that_sends_one_of_all_away() -> None:
    turns = Turns()
    one, other = (Pace(Pacing(most_failures=2), turns=turns) for _ in range(2))
    one.failed("a.vn", 0.0, 7200.0)
    assert one.given_up("a.vn") == other.given_up("a.vn") == "asks to come back in 7200 s"
    for _ in range(2):
        one.failed("b.vn", 0.0)
    # What failed so often may fail for the one alone: each finds out.
    assert (one.given_up("b.vn"), other.given_up("b.vn")) == ("failed 2 times in a row", "")
    assert other.wait("b.vn", 0.0) == 4.0


def test_waits_that_a_host_asks_for_have_an_end_in_all() -> None:
    pace = Pace(Pacing(longest_wait=3600))
    for _ in range(60):
        pace.failed("a.vn", 0, 60)
        pace.succeeded("a.vn")
        assert not pace.given_up("a.vn")
    pace.failed("a.vn", 0, 60)
    assert pace.given_up("a.vn") == "asked for waits of 3660 s in all"


def test_back_off_doubles_and_ends_with_a_success() -> None:
    pace = Pace(Pacing(delay=1.0, backoff=2.0, longest_backoff=10))
    waits = []
    for _ in range(4):
        pace.sent("a.vn", 0)
        pace.failed("a.vn", 0)
        waits.append(pace.wait("a.vn", 0))
    assert waits == [2, 4, 8, 10]
    assert pace.wait("b.vn", 0) == 1
    pace.succeeded("a.vn")
    pace.sent("a.vn", 100)
    assert pace.wait("a.vn", 100) == 1
    pace.failed("a.vn", 200)
    assert pace.wait("a.vn", 200) == 2


def test_listings_that_fail_beside_pages_that_do_not_cost_minutes() -> None:
    pace = Pace(Pacing(jitter=0.3), lambda: 1.0)
    now, waits = 0.0, []
    for answers in [(False, False, False, True)] * 15:
        for answered in answers:
            waits.append(pace.wait("a.vn", now))
            now += waits[-1]
            pace.sent("a.vn", now)
            if answered:
                pace.succeeded("a.vn")
            else:
                pace.failed("a.vn", now)
    assert sum(waits) < 600
    assert max(waits) == pytest.approx(8 * 1.3)
    assert not pace.given_up("a.vn")


def test_the_longest_back_off() -> None:
    pace = Pace(Pacing(most_failures=10_000))
    for _ in range(5000):
        pace.failed("a.vn", 0)
    assert pace.wait("a.vn", 0) == 60


@pytest.mark.parametrize(("asked", "given_up"), [(3600.0, False), (3600.5, True)])
def test_a_host_may_ask_for_so_long_a_wait(asked: float, *, given_up: bool) -> None:
    pace = Pace(Pacing())
    pace.failed("a.vn", 50, asked)
    assert pace.wait("a.vn", 50) == asked
    assert bool(pace.given_up("a.vn")) is given_up
    assert not pace.given_up("b.vn")
    delays = Pace(Pacing())
    delays.at_least("a.vn", asked)
    assert bool(delays.given_up("a.vn")) is given_up


def test_a_short_retry_after_wins_over_back_off() -> None:
    pace = Pace(Pacing(backoff=64))
    pace.failed("a.vn", 0, 3)
    assert pace.wait("a.vn", 0) == 3


def test_a_host_that_only_fails_is_given_up() -> None:
    pace = Pace(Pacing(most_failures=3))
    for left in (2, 1):
        pace.failed("a.vn", 0)
        assert not pace.given_up("a.vn"), left
    pace.succeeded("a.vn")
    for _ in range(3):
        assert not pace.given_up("a.vn")
        pace.failed("a.vn", 0)
    assert pace.given_up("a.vn") == "failed 3 times in a row"


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 1), st.floats(0, 1))
def test_jitter_only_adds(delay: float, floor: float, jitter: float, drawn: float) -> None:
    pace = Pace(Pacing(delay=delay, jitter=jitter), lambda: drawn)
    pace.at_least("a.vn", floor)
    pace.sent("a.vn", 0)
    least = max(delay, floor)
    assert least <= pace.wait("a.vn", 0) <= least * 2


CLOUDFLARE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
COOKIE = '<html><body><script>document.cookie="D1N=0f"+"; path=/";window.location.reload(true);'
CAPTCHA = '<html><body><form><div class="h-captcha" data-sitekey="x"></div></form></body></html>'


@pytest.mark.parametrize(
    ("status", "headers", "body", "wall"),
    [
        (403, {"cf-mitigated": "challenge"}, "", "cloudflare"),
        (200, {"cf-mitigated": "challenge"}, "<html>", "cloudflare"),
        (503, {}, CLOUDFLARE, "cloudflare"),
        (200, {}, CLOUDFLARE, "cloudflare"),
        (403, {"x-datadome": "protected"}, "", "datadome"),
        (403, {}, "<html><script src='https://geo.captcha-delivery.com/c/'>", "datadome"),
        (200, {}, '<html><iframe src="/_Incapsula_Resource?x=1"></iframe>', "incapsula"),
        (403, {}, "<html><div id='px-captcha'></div>", "perimeterx"),
        (200, {}, f"{COOKIE}</script></body></html>", "cookie"),
        (200, {}, f"{COOKIE}</script></body></html>".replace("<html><body>", ""), "cookie"),
        (429, {}, CAPTCHA, "hcaptcha"),
        (403, {}, "<html><div class='g-recaptcha'></div>", "recaptcha"),
        (403, {}, "<html><div class='cf-turnstile'></div>", "turnstile"),
        (202, {"x-amzn-waf-action": "challenge"}, "", "aws"),
        (405, {"x-amzn-waf-action": "captcha"}, "", "aws"),
        (429, {"x-vercel-mitigated": "challenge"}, "", "vercel"),
        (403, {"x-vercel-mitigated": "deny"}, "", None),
        (200, {}, "<html><script>sucuri_cloudproxy_js='';</script></html>", "sucuri"),
        (403, {}, "<!doctype html><title>DDOS-GUARD</title>", "ddos-guard"),
        (200, {}, "<!doctype html><script id='anubis_challenge'></script>", "anubis"),
        (200, {}, "<html><script src='//validate.perfdrive.com/x'></script>", "radware"),
        (200, {}, CAPTCHA, None),  # a form on a page
        (200, {}, COOKIE.replace("location.reload", "track"), None),
        (200, {}, f"{COOKIE}</script><p>{'Tin dài. ' * 4000}", None),
        (200, {}, CLOUDFLARE + "<p>" + "Tin dài. " * 4000, None),
        (200, {}, "<?xml version='1.0'?><rss><title>Just a moment</title></rss>", None),
        (404, {}, CAPTCHA, None),
        (403, {}, "<html><h1>403 Forbidden</h1></html>", None),
        (503, {"server": "cloudflare"}, "<html>Bảo trì</html>", None),
        (200, {"x-datadome": "protected"}, "<html>Tin</html>", None),
    ],
)
def test_challenges(status: int, headers: dict[str, str], body: str, wall: str | None) -> None:
    assert challenge_in(status, headers, body.encode()) == wall


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("127.9.9.9", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("198.18.0.1", False),
        ("192.0.2.1", False),
        ("224.0.0.1", False),
        ("239.255.255.250", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.1.2.3", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
        ("2001:0:53aa:64c::1", False),
        ("a.vn", False),
        ("", False),
    ],
)
def test_public_addresses(address: str, *, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "anywhere", "own"),
    [
        ("https://vnexpress.net/tin-1.html", None, None),
        ("http://m.vnexpress.net:80/tin", None, None),
        ("https://VNEXPRESS.NET:443/", None, None),
        ("https://evil.example/", None, "off_site"),
        ("https://vnexpress.net.evil.example/", None, "off_site"),
        ("https://evilvnexpress.net/", None, "off_site"),
        ("https://8.8.8.8/", None, "off_site"),
        ("https://vnexpress.net:8443/", "bad_address", "bad_address"),
        ("https://vnexpress.net@evil.example/", "bad_address", "bad_address"),
        ("https://user:secret@vnexpress.net/", "bad_address", "bad_address"),
        ("ftp://vnexpress.net/", "bad_address", "bad_address"),
        ("file:///etc/passwd", "bad_address", "bad_address"),
        ("javascript:alert(1)", "bad_address", "bad_address"),
        ("https://", "bad_address", "bad_address"),
        ("http:///tin", "bad_address", "bad_address"),
        ("https://tin bài/", "bad_address", "bad_address"),
        ("https://%zz/", "bad_address", "bad_address"),
        ("https://a|b.vn/", "bad_address", "bad_address"),
        ("https://./", "bad_address", "bad_address"),
        ("https://vnexpress..net/", "bad_address", "bad_address"),
        ("https://.vnexpress.net/", "bad_address", "bad_address"),
        ("https://vnexpress.net./", None, "off_site"),
        ("https://báo.vn/", None, "off_site"),
        ("https://[::1", "bad_address", "bad_address"),
        ("https://vnexpress.net:99999/", "bad_address", "bad_address"),
        ("http://localhost/", "private_address", "private_address"),
        ("http://LOCALHOST./", "private_address", "private_address"),
        ("http://x.localhost/", "private_address", "private_address"),
        ("http://router/", "private_address", "private_address"),
        ("http://nas.local/", "private_address", "private_address"),
        ("http://db.internal/", "private_address", "private_address"),
        ("http://127.0.0.1:8080/", "private_address", "private_address"),
        ("http://127.1/", "private_address", "private_address"),
        ("http://2130706433/", "private_address", "private_address"),
        ("http://0x7f.0.0.1/", "private_address", "private_address"),
        ("http://0x7f000001/", "private_address", "private_address"),
        ("http://0177.0.0.1/", "private_address", "private_address"),
        ("http://[::1]/", "private_address", "private_address"),
        ("http://[::ffff:127.0.0.1]/", "private_address", "private_address"),
        ("http://169.254.169.254/latest/meta-data", "private_address", "private_address"),
    ],
)
def test_where_a_request_may_go(url: str, anywhere: str | None, own: str | None) -> None:
    assert why_not(url) == anywhere
    assert why_not(url, load_publishers()["vnexpress"]) == own


def test_a_folder_of_another_papers_host_is_a_papers_own() -> None:
    nld = load_publishers()["nld"]
    assert why_not("https://tuoitre.vn/nld/tin-1.htm", nld) is None
    assert why_not("https://tuoitre.vn/tin-1.htm", nld) == "off_site"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đã đọc 3 trang\tmới", "Đã đọc 3 trang\tmới"),
        ("one\n2026-11-03 [x] ERROR: forged", "one\n    2026-11-03 [x] ERROR: forged"),
        ("one\r\x1b[2Ktwo", r"one\x0d\x1b[2Ktwo"),
        ("a\x00b\x7f\x9b", r"a\x00b\x7f\x9b"),
        ("a\u2028b\u202ec\x85", r"a\u2028b\u202ec\x85"),
        ("\ud800", r"\ud800"),
    ],
)
def test_lines_of_the_log(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize("name", ["vnexpress", "20261121t214923z-3f9a.jsonl", "a_b-c.1"])
def test_names_that_are_safe_stay(name: str) -> None:
    assert safe_name(name) == name


@pytest.mark.parametrize(
    "text", ["", ".", "..", "../../etc/passwd", "a/b", "a\\b", ".hidden", "con", "nul.txt", "x\0y"]
)
def test_names_that_are_not_safe_change(text: str) -> None:
    name = safe_name(text)
    assert name != text
    assert name.isascii()
    assert not set(name) & set("/\\\0")
    assert not name.startswith((".", "con", "nul"))


@given(st.text(), st.text())
def test_any_text_gives_a_name_of_its_own(one: str, other: str) -> None:
    assert 0 < len(safe_name(one)) <= 80
    assert (safe_name(one) == safe_name(other)) is (one == other)
    assert safe_name(safe_name(one)) == safe_name(one)


@given(st.text(), st.binary(), st.sampled_from([200, 403, 503]))
def test_nothing_that_a_server_says_is_an_error(text: str, data: bytes, status: int) -> None:
    vnexpress = load_publishers()["vnexpress"]
    for url in (text, f"https://{text}", f"https://vnexpress.net/{text}"):
        assert why_not(url, vnexpress) is None or why_not(url, vnexpress) in REASONS
    assert (retry_after(text, NOW) or 0) >= 0
    challenge_in(status, {"cf-mitigated": text}, data)
    assert rules_of(200, data, "newscrawl").crawl_delay >= 0
    assert is_public(text) in {True, False}
