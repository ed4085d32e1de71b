"""The pipelines in a real crawl, with every kind of item that itemadapter knows."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, make_dataclass
from typing import Any

import attrs
from pydantic import create_model
from scrapy import Field, Item, Spider, signals
from scrapy.crawler import Crawler
from twisted.python.failure import Failure

from newscrawl import settings
from newscrawl.items import Article, Block, PageReference, content_hash
from newscrawl.likeness import signature_of, wording_of
from newscrawl.pipelines import Rejected
from newscrawl.quality import normalize
from newscrawl.records import fields_of, with_fields
from tests.likeness.texts import sentences
from tests.quality.articles import PARAGRAPHS, article, body_of

MESSY = {
    "headline": "Thuyền  chở sách&nbsp;ghé bốn xã - Tuổi Trẻ Online",
    "publisher_name": "Tuổi Trẻ Online",
    "url": "http://m.tuoitre.vn/thuyen-sach-20261103081500123.htm?utm_source=x",
    "publisher": "tuoitre",
    "authors": ["Kiều Oanh (Theo Reuters)"],
    "agencies": [],
    "date_published": "03/11/2026 07:30 GMT+7",
    "language": "vi",
    "body": body_of(*(f" {text}\u200b" for text in PARAGRAPHS)),
    "images": [{"url": "//cdn.tuoitre.vn/1.jpg", "caption": "Thuyền sách - Ảnh: L.M."}],
    "warnings": [],
}
TIDY = {
    "headline": "Thuyền chở sách ghé bốn xã",
    "url": "https://tuoitre.vn/thuyen-sach-20261103081500123.htm",
    "authors": ["Kiều Oanh"],
    "agencies": ["Reuters"],
    "date_published": "2026-11-03T07:30:00+07:00",
    "body": body_of(*PARAGRAPHS),
}
PICTURE = {"url": "https://cdn.tuoitre.vn/1.jpg", "caption": "Thuyền sách", "credit": "L.M."}


NAMES = list(MESSY)


@dataclass
class Picture:
    url: str | None = None
    caption: str | None = None
    credit: str | None = None


DataclassItem = make_dataclass("DataclassItem", NAMES)
FrozenItem = make_dataclass("FrozenItem", NAMES, frozen=True, slots=True)
AttrsItem = attrs.make_class("AttrsItem", NAMES)
FrozenAttrsItem = attrs.make_class("FrozenAttrsItem", NAMES, frozen=True)
ScrapyItem = type("ScrapyItem", (Item,), {name: Field() for name in NAMES})
ModelItem = create_model("ModelItem", **dict.fromkeys(NAMES, Any))
KINDS = [dict, DataclassItem, FrozenItem, AttrsItem, FrozenAttrsItem, ScrapyItem, ModelItem]


def record(**changes: Any) -> Article:
    page = PageReference(kind="html", digest="sha256:00")
    return Article(**{**article(), "page": page, **changes})


class Found:
    """What a crawl made of items: those written, those dropped and why, and the stats."""

    def __init__(self) -> None:
        self.written: list[Any] = []
        self.dropped: list[Rejected] = []
        self.errors: list[BaseException] = []
        self.stats: dict[str, Any] = {}


def crawl(*items: Any, **given: Any) -> Found:
    """Return what a crawl with the project's pipelines, and settings *given*, makes of *items*."""
    found = Found()

    def write(item: Any) -> None:
        found.written.append(item)

    def drop(exception: Rejected) -> None:
        found.dropped.append(exception)

    def fail(failure: Failure) -> None:
        found.errors.append(failure.value)

    class ItemsSpider(Spider):
        name = "items"

        @classmethod
        def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Spider:
            spider = super().from_crawler(crawler, *args, **kwargs)
            crawler.signals.connect(write, signals.item_scraped)
            crawler.signals.connect(drop, signals.item_dropped)
            crawler.signals.connect(fail, signals.item_error)
            return spider

        async def start(self) -> AsyncIterator[Any]:
            for item in items:
                yield item

    crawler = Crawler(
        ItemsSpider,
        {
            "ITEM_PIPELINES": settings.ITEM_PIPELINES,
            "CONCURRENT_ITEMS": 1,
            "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "http", "https", "s3")),
            "TWISTED_REACTOR_ENABLED": False,
            "REMOTE_CONTROL_ENABLED": False,
            **given,
        },
    )
    asyncio.run(crawler.crawl_async())
    assert crawler.stats
    found.stats = crawler.stats.get_stats()
    return found


def test_every_kind_of_item_is_normalized_and_keeps_its_type() -> None:
    found = crawl(
        *(
            kind(
                **{
                    **MESSY,
                    "headline": f"{kind.__name__} {MESSY['headline']}",
                    "url": f"https://a.vn/{n}",
                }
            )
            for n, kind in enumerate(KINDS)
        )
    )
    assert not found.errors
    assert not found.dropped
    assert [type(item) for item in found.written] == KINDS
    for number, (item, kind) in enumerate(zip(found.written, KINDS, strict=True)):
        expected = {
            **TIDY,
            "headline": f"{kind.__name__} {TIDY['headline']}",
            "url": f"https://a.vn/{number}",
        }
        fields = fields_of(item)
        assert {name: fields[name] for name in expected} == expected
        assert fields["images"] == [PICTURE]


def test_items_inside_items_keep_their_types() -> None:
    picture = Picture(url="//cdn.tuoitre.vn/1.jpg", caption="Thuyền sách - Ảnh: L.M.")
    item = DataclassItem(**{**MESSY, "images": [picture]})
    [written] = crawl(item).written
    assert written.images == [Picture(**PICTURE)]


def test_an_article_comes_back_as_an_article() -> None:
    messy = record(
        headline="Thuyền chở sách ghé bốn xã | Tuổi Trẻ Online",
        body=(Block(type="paragraph", text=f"{PARAGRAPHS[0]} \u200b"),),
    )
    [written] = crawl(messy).written
    assert isinstance(written, Article)
    assert written.headline == TIDY["headline"]
    assert written.body == (Block(type="paragraph", text=PARAGRAPHS[0]),)
    assert written.text == PARAGRAPHS[0]
    assert written.content_hash == content_hash(written.headline, written.text)
    assert messy.headline.endswith("Online")


def test_a_normal_article_is_not_made_anew() -> None:
    normal = with_fields(record(), normalize(fields_of(record())))
    signature = signature_of(wording_of(fields_of(normal)))
    assert signature
    normal = with_fields(normal, {"near_hash": signature.near_hash(), "story_id": normal.id})
    [written] = crawl(normal).written
    assert written is normal


def test_bad_records_are_rejected_by_name() -> None:
    found = crawl(
        record(headline="Tuổi Trẻ Online"),
        record(body=body_of("Ngắn.", "Ngắn."), authors=["a@b.vn"]),
        {"headline": "Thuyền sách ghé bến"},
        record(headline="\u200b"),
    )
    assert not found.written
    assert not found.errors
    reasons = ["headline_is_site_name", "too_short", "missing_body", "missing_headline"]
    assert [rejection.reason for rejection in found.dropped] == reasons
    assert all(isinstance(rejection, Rejected) for rejection in found.dropped)
    short = found.dropped[1]
    assert short.detail == "text: 'Ngắn.\\n\\nNgắn.'"
    assert [problem.name for problem in short.problems] == ["too_short", "author_is_address"]
    assert not short.is_duplicate


def test_what_a_model_refuses_is_rejected_by_name() -> None:
    strict = create_model("Strict", __base__=ModelItem, date_published=str)
    [rejection] = crawl(strict(**{**MESSY, "date_published": "hôm qua"})).dropped
    assert (rejection.reason, rejection.problems[0].path) == ("malformed_field", "date_published")


def test_doubts_are_warnings_of_the_record() -> None:
    found = crawl(
        record(description=PARAGRAPHS[0], warnings=("no_author",)),
        DataclassItem(**{**MESSY, "date_published": "hôm qua", "publisher": "songday"}),
        {**MESSY, "url": "https://a.vn/2", "publisher": None, "authors": ["Nhóm 24 giờ"]},
    )
    assert [list(fields_of(item)["warnings"]) for item in found.written] == [
        ["no_author", "lead_repeated_in_body"],
        ["unreadable_date"],
        ["doubtful_author"],
    ]
    assert found.stats["newscrawl/warnings/lead_repeated_in_body"] == 1
    assert found.stats["newscrawl/warnings/no_author"] == 1


def test_a_type_without_the_field_loses_the_warning_alone() -> None:
    bare = make_dataclass("Bare", ["headline", "text", "authors"])
    item = bare(headline="Bến mới", text="\n\n".join(PARAGRAPHS), authors=["Nhóm 24 giờ"])
    found = crawl(item)
    assert found.written == [item]
    assert found.stats["newscrawl/warnings/doubtful_author"] == 1


def test_a_newspaper_prints_once_and_others_are_linked() -> None:
    elsewhere = {
        "id": "dantri:20261103090000123",
        "url": "https://dantri.com.vn/thuyen-sach-20261103090000123.htm",
        "publisher": "dantri",
        "publisher_name": "Dân trí",
    }
    later = {"id": "tuoitre:2", "url": "https://tuoitre.vn/b-20261103090000124.htm"}
    found = crawl(record(), record(), record(**later), record(**elsewhere))
    assert [(item.id, item.duplicate_of, item.duplicate_score) for item in found.written] == [
        (record().id, None, None),
        (elsewhere["id"], record().id, 1.0),
    ]
    assert [(each.reason, each.is_duplicate) for each in found.dropped] == [
        ("duplicate_id", True),
        ("duplicate_text", True),
    ]
    assert found.dropped[0].detail == f"{record().id} is in {record().id}"
    assert found.written[1].duplicate_kind == "copy"
    assert found.stats["newscrawl/linked/copy"] == 1


def rewritten(number: int, *texts: str, **changes: Any) -> Article:
    """Return the record of an article of *texts* that another paper prints."""
    own = {
        "id": f"dantri:{number}",
        "url": f"https://dantri.com.vn/thuyen-{number}.htm",
        "publisher": "dantri",
        "publisher_name": "Dân trí",
        "headline": f"Chuyện số {number} của thuyền sách",
        "body": body_of(*texts),
        "text": "\n\n".join(texts),
    }
    return record(**{**own, **changes})


def test_what_is_nearly_the_same_text_is_linked() -> None:
    longer = (*PARAGRAPHS, "Chi phí của mỗi chuyến là bốn triệu đồng, do huyện và bạn đọc góp.")
    corrected = (PARAGRAPHS[0].replace("3-11", "4-11"), *PARAGRAPHS[1:])
    found = crawl(
        record(),
        rewritten(1, *longer),
        {**fields_of(rewritten(2, *corrected)), "extra": {"views": 7}},
        rewritten(3, *sentences(1, 5)),
    )
    tied = [fields_of(each) for each in found.written]
    assert [(each["duplicate_of"], each["duplicate_kind"]) for each in tied] == [
        (None, None),
        (record().id, "extension"),
        (record().id, "rewrite"),
        (None, None),
    ]
    assert tied[1]["duplicate_score"] == 1.0
    assert len({each["near_hash"] for each in tied}) == len(tied)
    assert tied[2]["extra"] == {"views": 7}
    assert found.stats["newscrawl/linked/extension"] == 1


def test_a_text_that_ties_two_groups_names_both() -> None:
    one, other = sentences(1), sentences(2)
    found = crawl(rewritten(1, *one), rewritten(2, *other), rewritten(3, *one, *other))
    assert found.written[2].duplicate_of == "dantri:1"
    assert found.written[2].extra == {"duplicate_groups": ["dantri:2"]}


def test_texts_that_were_printed_before_can_be_dropped() -> None:
    dropping = {"NEWSCRAWL_DUPLICATES": "drop"}
    revised = rewritten(4, *sentences(1), revision=2)
    found = crawl(record(), rewritten(1, *PARAGRAPHS), rewritten(2, "Ngắn. " * 9), **dropping)
    assert [each.id for each in found.written] == [record().id]
    assert (found.dropped[0].reason, found.dropped[0].is_duplicate) == ("near_duplicate", True)
    assert found.dropped[0].detail == f"100% of the shorter is in {record().id} too: copy"
    assert not found.errors
    assert len(crawl(rewritten(3, *sentences(1)), revised, **dropping).written) == 2


def test_items_of_any_type_are_linked() -> None:
    texts = [sentences(seed, 6) for seed in range(len(KINDS))]
    articles = [rewritten(n, *text) for n, text in enumerate(texts)]
    items = [
        kind(**{name: fields_of(rewritten(n + 50, *texts[n]))[name] for name in NAMES})
        for n, kind in enumerate(KINDS)
    ]
    found = crawl(*articles, *items)
    assert not found.errors
    assert len(found.written) == 2 * len(KINDS)


def test_each_run_begins_anew() -> None:
    assert len(crawl(record()).written) == len(crawl(record()).written) == 1


def test_a_dropped_record_is_not_logged_whole() -> None:
    assert all(each.log_level == "DEBUG" for each in crawl(record(), record()).dropped)
