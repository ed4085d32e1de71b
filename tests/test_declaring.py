"""What ``newspaper`` makes of a declaration."""

from pathlib import Path
from typing import Any

import pytest

from newscrawl import publisher
from newscrawl.publisher import (
    Layout,
    Listing,
    Pages,
    Publisher,
    front,
    fronts,
    newspaper,
    rss,
    sitemap,
)

HOME = "https://www.mau.example"


README = Path(__file__).parent.parent / "README.md"


def declared(**facts: Any) -> Publisher:
    return newspaper(
        **{
            "name": "mau",
            "home": HOME,
            "article_url": r"/{slug}-(?P<id>\d{5})\.html",
            "names": ("Báo Mẫu", "Mẫu"),
            "listings": (),
            **facts,
        }
    )


def test_what_is_not_said_follows_from_home_and_names() -> None:
    paper = declared()
    assert (paper.printed_name, paper.names) == ("Báo Mẫu", ("Báo Mẫu", "Mẫu", "mau.example"))
    assert paper.hosts == ("mau.example",)
    assert paper.listings == (front(HOME),)
    assert paper.layouts == ()
    shown = declared(home="https://mau.example", names=("Mau.example", "Mẫu"))
    assert (shown.names, shown.hosts) == (("Mau.example", "Mẫu"), ())


@pytest.mark.parametrize(
    ("url", "own_id"),
    [
        ("https://www.mau.example/tin-12345.html", "12345"),
        ("http://m.mau.example/a/b-c/tin-moi-12345.html?x=1", "12345"),
        ("https://mau.example/tin-12345.html#a", "12345"),
        ("https://en.mau.example/tin-12345.html", None),
        ("https://mau.example/tin-12345.htmlx", None),
        ("https://mau.example/video/tin-12345.html", None),
        ("https://mau.example/videos/tin-12345.html", "12345"),
        ("https://cu.example/tin-12345.html", "12345"),
        ("https://chung.example/mau/tin-12345.html", "12345"),
        ("https://chung.example/tin-12345.html", None),
        ("https://notmau.example/tin-12345.html", None),
        ("https://mauxexample/tin-12345.html", None),
    ],
)
def test_article_url_that_is_a_path(url: str, own_id: str | None) -> None:
    paper = declared(hosts=("cu.example", "chung.example/mau"), not_below="video|tag")
    assert paper.article_id(url) == own_id


def test_article_url_on_the_subdomains_that_are_named() -> None:
    paper = declared(subdomains="www|en")
    assert paper.article_id("https://en.mau.example/tin-12345.html") == "12345"
    assert paper.article_id("https://m.mau.example/tin-12345.html") is None


def test_article_url_below_a_home_that_is_a_folder() -> None:
    paper = declared(home="https://www.dai.example/vi")
    assert paper.article_id("https://dai.example/vi/tin-12345.html") == "12345"
    assert paper.article_id("https://dai.example/tin-12345.html") is None
    assert paper.hosts == ("dai.example/vi",)


def test_article_url_that_is_a_whole_address() -> None:
    paper = declared(article_url=r"https://cu\.example/(?P<id>\d+)(?=/{slug})")
    assert paper.article_url == r"https://cu\.example/(?P<id>\d+)(?=/(?:[a-z0-9-]+/)*[a-z0-9-]+)"


def test_listings() -> None:
    paper = declared(
        listings=(
            rss("/rss/{}.rss", "home xa=xa-hoi-2", month_first=True),
            sitemap("/news.xml", use="always"),
            fronts("/{}.htm", "xa=xa-hoi", pages="/{}/p{number}.htm"),
            rss("https://cdn.mau.example/rss", use="fallback"),
        )
    )
    assert paper.listings == (
        Listing(url=f"{HOME}/rss/home.rss", section="home", month_first=True),
        Listing(url=f"{HOME}/rss/xa-hoi-2.rss", section="xa", month_first=True),
        Listing(url="https://cdn.mau.example/rss", use="fallback"),
        front(HOME),
        sitemap(f"{HOME}/news.xml", use="always"),
        Listing(
            url=f"{HOME}/xa-hoi.htm",
            kind="section",
            section="xa",
            use="fallback",
            pages=Pages(f"{HOME}/xa-hoi/p{{number}}.htm"),
        ),
    )


def test_listings_with_a_front_stay_as_they_are() -> None:
    listings = (sitemap("/a.xml"), front("/vi/"), *rss("/rss"))
    urls = [each.url for each in declared(listings=listings).listings]
    assert urls == [f"{HOME}/a.xml", f"{HOME}/vi/", f"{HOME}/rss"]


def test_layouts() -> None:
    newest = Layout(body="main", headline="h1")
    paper = declared(layouts={"2026": newest, "2020": "div.bai", "2010": Layout(body="#cu")})
    assert paper.layouts == (
        Layout(name="mau-2026", body="main", headline="h1"),
        Layout(name="mau-2020", body="div.bai", headline="h1"),
        Layout(name="mau-2010", body="#cu"),
    )
    with pytest.raises(ValueError, match="mau: a rule alone needs a layout above it: 2020"):
        declared(layouts={"2020": "div.bai"})


def test_layouts_of_layouts() -> None:
    family = Layout(name="cms", body="main", headline="h1", description=".sapo")
    assert family.but(body="article", confidence="low") == Layout(
        name="cms", body="article", headline="h1", description=".sapo", confidence="low"
    )
    assert family.plus(headline=".title", cover="figure") == Layout(
        name="cms", body="main", headline="h1, .title", description=".sapo", cover="figure"
    )
    for changed in (family.but, family.plus):
        with pytest.raises(TypeError, match="headlnie"):
            changed(headlnie="h1")


def test_selectors_may_stand_on_several_lines() -> None:
    layout = Layout(
        body="""main,
            article""",
    )
    assert layout.body == "main, article"


def test_layout_of_a_publisher_has_a_name() -> None:
    with pytest.raises(ValueError, match="mau: a layout has no name"):
        Publisher(
            name="mau", printed_name="Mẫu", home=HOME, article_url=r"(?P<id>\d)",
            layouts=(Layout(body="main"),), listings=(),
        )  # fmt: skip


def test_example_of_the_readme() -> None:
    section = README.read_text("utf-8").partition("\n## A paper of your own")[2]
    names: dict[str, Any] = {name: getattr(publisher, name) for name in publisher.__all__}
    exec(section.partition("```python\n")[2].partition("```")[0], names)  # noqa: S102 - as a user would
    paper = names["PUBLISHER"]
    assert paper.article_id("https://m.example.vn/the-gioi/mua-lon-1234567.html") == "1234567"
    assert paper.layouts == (Layout(name="example-2026", body="div.detail-content"),)
    assert {each.url for each in paper.listings} == {
        "https://example.vn",
        *(f"https://example.vn/{path}" for path in ("rss/the-gioi.rss", "rss/kinh-te.rss")),
        *(f"https://example.vn/{path}" for path in ("the-gioi.html", "kinh-te.html")),
    }
