"""Conventions that every declared newspaper keeps."""

import ast
import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml.html import fragment_fromstring

from newscrawl import platforms, publishers
from newscrawl.publisher import Layout, Publisher, compile_css, publisher_of, rss, select
from newscrawl.publishers import load_publishers

PUBLISHERS = load_publishers()
MODULES = sorted(Path(publishers.__path__[0]).glob("[!_]*.py"))

FIXTURES = Path(__file__).parent.parent / "fixtures"
# Addresses that papers have really used: {"articles": {address: id}, "others": [address]}.
ADDRESSES = {
    path.parent.name: json.loads(path.read_text("utf-8"))
    for path in FIXTURES.glob("*/addresses.json")
}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_module_is_named_after_its_publisher_and_is_data(module: Path) -> None:
    # No module can have a name that begins with a digit.
    name = module.stem if module.stem in PUBLISHERS else module.stem.removeprefix("bao")
    assert name in PUBLISHERS
    assert name == module.stem or name[0].isdecimal()
    source = module.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", source)
    tree = ast.parse(source)
    assert ast.get_docstring(tree)
    code = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If, ast.Lambda)
    assert not [node for node in ast.walk(tree) if isinstance(node, code)]


def test_every_publisher_gives_samples() -> None:
    assert ADDRESSES.keys() == PUBLISHERS.keys()


@pytest.mark.parametrize("name", ADDRESSES)
def test_article_urls(name: str) -> None:
    paper, articles = PUBLISHERS[name], ADDRESSES[name]["articles"]
    assert {url: paper.article_id(url) for url in articles} == articles
    papers = {url: publisher_of(url, PUBLISHERS.values()) for url in articles}
    assert {url: found for url, found in papers.items() if found is not paper} == {}


@pytest.mark.parametrize("name", ADDRESSES)
def test_other_pages_are_the_papers_and_no_articles(name: str) -> None:
    paper, others = PUBLISHERS[name], ADDRESSES[name]["others"]
    assert [url for url in others if not paper.owns(url)] == []
    assert [url for url in others if paper.article_id(url) is not None] == []


def test_modules_are_short() -> None:
    lines = [len(module.read_text("utf-8").splitlines()) for module in MODULES]
    assert max(lines) <= 55
    assert sum(lines) / len(lines) <= 42


@pytest.mark.parametrize("publisher", PUBLISHERS.values(), ids=PUBLISHERS)
def test_declaration(publisher: Publisher) -> None:
    assert re.fullmatch(rf"https://{re.escape(publisher.host)}(?:/[a-z]+)*", publisher.home)
    assert re.fullmatch(r"[a-z0-9_]+", publisher.name)
    assert publisher.names
    for listing in publisher.listings:
        assert urlsplit(listing.url).scheme == "https"
        assert publisher.owns(listing.url), listing.url
        pages = listing.on(date(2026, 11, 3)).pages
        assert not pages or set(re.findall(r"{(.*?)}", pages.pattern)) <= {"number", "zone"}
        if listing.pages:
            assert listing.kind == "section"
            assert publisher.owns(listing.pages.pattern)
            assert "{number}" in listing.pages.pattern
    assert len({listing.url for listing in publisher.listings}) == len(publisher.listings) > 0
    for texts in (publisher.names, publisher.lead_tags, publisher.stock_keywords):
        assert all(text == text.strip() for text in texts)
    for mark in publisher.text_marks:
        re.compile(mark)
    assert publisher.download_delay >= 0


@pytest.mark.parametrize("publisher", PUBLISHERS.values(), ids=PUBLISHERS)
def test_section_has_one_name(publisher: Publisher) -> None:
    """By it the front of a section is found when its feed fails."""
    sections = {each.section for each in publisher.listings if each.section}
    numbered = {
        name for name in sections if re.sub(r"-\d+(?:ct\d+)?$", "", name) in sections - {name}
    }
    assert numbered == set()


def test_original_url_is_an_aggregators() -> None:
    baomoi, home = PUBLISHERS["baomoi"], "https://baomoi.com"
    assert baomoi.original_url(f"{home}/a-b/c/24806908.epi") == f"{home}/a-b/r/24806908.epi"
    assert baomoi.original_url(f"{home}/a-b-c51915540.epi") == f"{home}/a-b-r51915540.epi"
    assert baomoi.original_url(f"{home}/the-gioi.epi") is None
    assert PUBLISHERS["vnexpress"].original_url("https://vnexpress.net/a-5047363.html") is None


@pytest.mark.parametrize("publisher", PUBLISHERS.values(), ids=PUBLISHERS)
def test_layouts(publisher: Publisher) -> None:
    names = [layout.name for layout in publisher.layouts]
    assert len(set(names)) == len(names)
    assert bool(names) is not bool(publisher.original), "an aggregator's copies are not read"
    assert all(name.startswith(f"{publisher.name}-") for name in names)
    years = [int(found[0]) for name in names if (found := re.search(r"\d{4}", name))]
    assert years == sorted(years, reverse=True), "newest first"
    assert all(2000 < year < 2100 for year in publisher.verified)


def test_platforms_share_their_layouts() -> None:
    for name in ("tuoitre", "nld", "cafef"):
        newest = PUBLISHERS[name].layouts[0]
        assert newest.related == platforms.VCCORP.related
    assert PUBLISHERS["baoquocte"].layouts[0].photo == platforms.MASTERCMS.photo
    assert len({layout.name for layout in platforms.PLATFORMS}) == len(platforms.PLATFORMS)


def test_nothing_but_a_publisher_is_exported() -> None:
    for module in MODULES:
        names = [
            target.id
            for node in ast.parse(module.read_text("utf-8")).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]
        assert [name for name in names if not name.startswith("_")] == ["PUBLISHER"]


def test_wrong_rule_fails_on_import() -> None:
    with pytest.raises(ValueError, match="not a CSS selector"):
        Layout(name="sai", body="div[")
    with pytest.raises(ValueError, match="not a CSS selector"):
        Layout(name="sai", body="div", caption="p::nothing(")
    with pytest.raises(KeyError, match="slug"):
        Publisher(
            name="mau", printed_name="Mẫu", home="https://mau.example", article_url=r"(?P<id>\d)",
            layouts=(), listings=(), original="https://mau.example/{slug}/r/{id}",
        )  # fmt: skip
    with pytest.raises(TypeError):
        Layout(name="sai", body="div", headlnie="h1")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="no group named id"):
        Publisher(
            name="mau", printed_name="Mẫu", home="https://mau.example", article_url="x",
            layouts=(), listings=(),
        )  # fmt: skip


def test_rule_is_compiled_once() -> None:
    assert compile_css("h1") is compile_css("h1")


def test_select_takes_rules_and_functions() -> None:
    root = fragment_fromstring("<p>a</p>")
    assert select(root, "p::text") == ["a"]
    assert select(root, lambda element: [element]) == [root]


@pytest.mark.parametrize(
    ("url", "claimed"),
    [
        ("https://mau.example/tin", True),
        ("https://m.mau.example/tin", True),
        ("https://mau.example.evil/tin", False),
        ("https://notmau.example/tin", False),
        ("https://chung.example/mau/tin", True),
        ("https://chung.example/mauve/tin", False),
        ("https://chung.example/", False),
        ("https://dai.example/vi/tin", True),
        ("https://dai.example/video", False),
        ("http://[", False),
    ],
)
def test_claim(url: str, *, claimed: bool) -> None:
    publisher = Publisher(
        name="mau", printed_name="Mẫu", home="https://mau.example", article_url=r"(?P<id>\d)",
        hosts=("chung.example/mau",), layouts=(), listings=rss("https://mau.example/rss"),
    )  # fmt: skip
    shared = replace(publisher, home="https://dai.example/vi", hosts=())
    assert (publisher.owns(url) or shared.owns(url)) is claimed
    assert (publisher_of(url, [shared, publisher]) is not None) is claimed
