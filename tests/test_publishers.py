"""Conventions that every declared newspaper keeps."""

import ast
import re
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml.html import fragment_fromstring

from newscrawl import platforms, publishers
from newscrawl.publisher import Layout, Publisher, compile_css, publisher_of, rss, select
from newscrawl.publishers import load_publishers

PUBLISHERS = load_publishers()
MODULES = sorted(Path(publishers.__path__[0]).glob("[!_]*.py"))

# Addresses that papers have really used, and the ids in them.
ARTICLES = {
    "tuoitre": {
        "https://tuoitre.vn/gia-hoa-tang-manh-20260307075519174.htm": "20260307075519174",
        "https://thethao.tuoitre.vn/doi-tuyen-thang-20181209114613393.htm": "20181209114613393",
        "https://tuoitre.vn/nuoc-sach-ve-lang-100261002091032857.htm": "100261002091032857",
        "http://tuoitre.vn/tin/the-gioi/20150323/mua-lon/728456.html": "728456",
        "https://m.tuoitre.vn/mua-lon-2026030707011493.htm?utm_source=zalo": "2026030707011493",
        "https://tuoitre.vn/amp/mua-lon-2026030707011493.htm": "2026030707011493",
    },
    "baoquocte": {
        "https://baoquocte.vn/cac-ben-lai-gap-nhau-305812.html": "305812",
        "https://baoquocte.vn/cac-ben-lai-gap-nhau-305812.html&s_cond=": "305812",
    },
    "vnexpress": {
        "https://vnexpress.net/mua-lon-o-mien-trung-5047363.html": "5047363",
        "https://vnexpress.net/tin-tuc/thoi-su/mua-lon-3816543.html": "3816543",
        "https://kinhdoanh.vnexpress.net/tin-tuc/hang-hoa/gia-gao-3514462.html": "3514462",
        "https://e.vnexpress.net/news/world/heavy-rain-4988203.html": "4988203",
        "https://vnexpress.net/hai-doi-hoa-nhau-4723367-tong-thuat.html": "4723367",
        "https://amp.vnexpress.net/mua-lon-5047363.html#box_comment_vne": "5047363",
    },
    "dantri": {
        "https://dantri.com.vn/kinh-doanh/gia-vang-giam-20260307080054340.htm": "20260307080054340",
        "https://duhoc.dantri.com.vn/du-hoc/hoc-bong-20190626063625981.htm": "20190626063625981",
        "https://dantri.com.vn/xa-hoi/mua-lon-1412345678.htm": "1412345678",
    },
    "nld": {
        "https://nld.com.vn/sai-sot-thuong-gap-196260307071308923.htm": "196260307071308923",
        "https://tuoitre.vn/nld/sai-sot-thuong-gap-196260307071308923.htm": "196260307071308923",
        "https://nld.com.vn/thoi-su/mua-lon-20180912101112345.htm": "20180912101112345",
    },
    "cafef": {
        "https://cafef.vn/co-phieu-tang-tran-18826030622484142.chn": "18826030622484142",
        "https://m.cafef.vn/big-story/bau-cu-188241106074440362.chn": "188241106074440362",
    },
    "vietnamnet": {
        "https://vietnamnet.vn/co-phieu-giao-dich-tro-lai-2495349.html": "2495349",
        "https://vietnamnet.vn//nuoc-khong-rut-2323934.html": "2323934",
        "http://vietnamnet.vn/vn/doi-song/nep-gao-te-474231.html": "474231",
    },
}
OTHER_PAGES = (
    "https://tuoitre.vn/thoi-su.htm",
    "https://tuoitre.vn/tac-gia/an-binh-20148.htm",
    "https://tuoitre.vn/gia-vang-e592.htm",
    "https://tuoitre.vn/video/ban-tin-203229.htm",
    "https://news.tuoitre.vn/heavy-rain-10326030708.htm",
    "https://tuoitre.vn/rss/kinh-doanh.rss",
    "https://baoquocte.vn/the-gioi",
    "https://baoquocte.vn/the-gioi&s_cond=&BRSR=15",
    "https://baoquocte.vn/apicenter@/print_article&i=305812",
    "https://vnexpress.net/kinh-doanh-p2",
    "https://vnexpress.net/topic/ha-noi-26482",
    "https://video.vnexpress.net/ban-tin-5047363.html",
    "https://vnexpress.net/photo/mua-lon-5047363.html",
    "https://dantri.com.vn/kinh-doanh.htm",
    "https://dantri.com.vn/cong-nghe/chinh-sach-bao-mat-20190514153010649.htm",
    "https://nld.com.vn/timelinelist/1961014/2.htm",
    "https://cafef.vn/thi-truong-chung-khoan.chn",
    "https://vietnamnet.vn/kinh-doanh-page2",
    "http://vietnamnet.vn/vn/giao-duc/trang1/index.html",
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_module_is_named_after_its_publisher_and_is_data(module: Path) -> None:
    assert PUBLISHERS[module.stem].name == module.stem
    source = module.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", source)
    tree = ast.parse(source)
    assert ast.get_docstring(tree)
    code = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If, ast.Lambda)
    assert not [node for node in ast.walk(tree) if isinstance(node, code)]


def test_every_publisher_gives_samples() -> None:
    assert ARTICLES.keys() == PUBLISHERS.keys()


@pytest.mark.parametrize(
    ("name", "url", "own"),
    [(name, url, own) for name, samples in ARTICLES.items() for url, own in samples.items()],
)
def test_article_url(name: str, url: str, own: str) -> None:
    assert PUBLISHERS[name].article_id(url) == own
    assert publisher_of(url, PUBLISHERS.values()) is PUBLISHERS[name]


@pytest.mark.parametrize("url", OTHER_PAGES)
def test_article_url_refuses_other_pages(url: str) -> None:
    owner = publisher_of(url, PUBLISHERS.values())
    assert owner is not None
    assert owner.article_id(url) is None


@pytest.mark.parametrize("publisher", PUBLISHERS.values(), ids=PUBLISHERS)
def test_declaration(publisher: Publisher) -> None:
    assert publisher.home == f"https://{publisher.host}"
    assert re.fullmatch(r"[a-z0-9_]+", publisher.name)
    assert publisher.names
    for listing in publisher.listings:
        assert urlsplit(listing.url).scheme == "https"
        assert publisher.owns(listing.url), listing.url
        assert not re.search(r"\{(?!day\})", listing.url), "a pattern not filled in"
        if listing.pages:
            assert listing.kind == "section"
            assert publisher.owns(listing.pages.pattern)
            assert "{number}" in listing.pages.pattern
    assert len({listing.url for listing in publisher.listings}) == len(publisher.listings) > 0
    for texts in (publisher.names, publisher.lead_tags, publisher.stock_keywords):
        assert all(text == text.strip() for text in texts)
    for mark in publisher.text_marks:
        re.compile(mark)
    # Politeness is no paper's to lower.
    assert publisher.download_delay >= 1.0


@pytest.mark.parametrize("publisher", PUBLISHERS.values(), ids=PUBLISHERS)
def test_layouts(publisher: Publisher) -> None:
    names = [layout.name for layout in publisher.layouts]
    assert len(set(names)) == len(names) > 0
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
        ("http://[", False),
    ],
)
def test_claim(url: str, *, claimed: bool) -> None:
    publisher = Publisher(
        name="mau", printed_name="Mẫu", home="https://mau.example", article_url=r"(?P<id>\d)",
        hosts=("chung.example/mau",), layouts=(), listings=rss("https://mau.example/rss"),
    )  # fmt: skip
    assert publisher.owns(url) is claimed
    assert (publisher_of(url, [publisher]) is publisher) is claimed
