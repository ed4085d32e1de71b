"""A known article: what changed in it, when it is looked at again, how it goes."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.items import Article, PageReference, content_hash
from newscrawl.page import Page
from newscrawl.publishers import load_publishers
from newscrawl.quality import normalize
from newscrawl.revisions import (
    COMPARED,
    REWRITTEN,
    Known,
    Revision,
    due,
    fingerprints,
    instant_of,
    parse_revisits,
    revision_of,
    withdrawn,
)
from newscrawl.settings import NEWSCRAWL_REVISITS

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
USUAL = parse_revisits(NEWSCRAWL_REVISITS)
FIELDS = {
    "id": "tuoitre:1",
    "article_type": "news",
    "headline": "Đê biển mới",
    "description": "Dài chín cây số.",
    "authors": ["Lê An"],
    "agencies": [],
    "date_published": "2026-11-21T08:15:00+07:00",
    "date_modified": None,
    "section": "Thời sự",
    "keywords": ["đê", "biển"],
    "text": "Đê dài chín cây số, cao bốn mét.",
}


def known(**changes: object) -> Known:
    values = {"id": "tuoitre:1", "publisher": "tuoitre", "fingerprints": fingerprints(FIELDS)}
    return Known(**{**values, **changes})


def test_the_first_version_is_revision_one() -> None:
    assert revision_of(None, FIELDS) == Revision(1, ())


def test_what_was_rejected_before_is_revision_one() -> None:
    rejected = known(status="rejected", revision=0, fingerprints={})
    assert revision_of(rejected, FIELDS) == Revision(1, ())


@pytest.mark.parametrize(
    ("change", "changes"),
    [
        ({}, None),
        ({"text": "Đê dài chín cây số cao bốn mét."}, ("text",)),  # a comma is a change
        ({"text": "đê dài chín cây số, cao bốn mét."}, ("text",)),  # letter case is one
        ({"headline": "Đê biển"}, ("headline",)),
        ({"description": None}, ("description",)),
        # What readers hardly notice makes no revision by itself, but is named by one.
        ({"authors": ["Lê An", "Hà Vy"]}, None),
        ({"date_modified": "2026-11-21T09:00:00+07:00", "keywords": []}, None),
        (
            {"text": "Đê dài mười cây số.", "keywords": [], "authors": []},
            ("authors", "keywords", "text"),
        ),
        # Nothing is nothing, and a tuple is a list.
        ({"agencies": None, "date_modified": "", "authors": ("Lê An",)}, None),
    ],
)
def test_a_revision_is_a_change_of_what_is_read(
    change: dict[str, object], changes: tuple[str, ...] | None
) -> None:
    expected = None if changes is None else Revision(4, changes)
    assert revision_of(known(revision=3), {**FIELDS, **change}) == expected


def test_a_record_and_its_line_have_the_same_fingerprints() -> None:
    article = Article(
        id="tuoitre:1",
        headline="Đê biển mới",
        authors=("Lê An",),
        text="\ud7ff",
        page=PageReference(kind="html", digest="sha256:0"),
    )
    line = Article.model_validate_json(article.model_dump_json()).model_dump(mode="json")
    assert fingerprints(article.model_dump()) == fingerprints(line)


def test_fingerprints_take_any_value() -> None:
    odd = {"text": "\ud800", "headline": 1, "authors": {"a": NOW}}
    assert len(set(fingerprints(odd).values())) == 4  # three values, and nothing


def test_every_compared_field_is_one_of_the_record_in_its_order() -> None:
    fields = list(Article.model_fields)
    assert sorted(COMPARED, key=fields.index) == list(COMPARED)
    assert set(COMPARED) >= REWRITTEN


def test_an_article_that_comes_back_is_a_revision() -> None:
    gone = known(status="withdrawn", revision=2)
    assert revision_of(gone, FIELDS) == Revision(3, ("status",))
    rewritten = {**FIELDS, "text": "Đê dài mười cây số."}
    assert revision_of(gone, rewritten) == Revision(3, ("text", "status"))


PAPER = load_publishers()["tuoitre"]
GONE = Page(
    content=b"<h1>404</h1>",
    kind="html",
    url="https://tuoitre.vn/a-1.htm",
    fetched_at=NOW.isoformat(),
)


def test_a_withdrawn_article_keeps_its_headline_and_has_no_body() -> None:
    article = withdrawn(
        known(
            revision=2,
            headline="Đê biển mới",
            url="https://tuoitre.vn/a-1.htm",
            date_published="2026-11-21",
        ),
        "http:410",
        GONE,
        PAPER,
    )
    assert article is not None
    assert (article.id, article.status, article.revision) == ("tuoitre:1", "withdrawn", 3)
    assert (article.headline, article.text, article.body) == ("Đê biển mới", "", ())
    assert article.changes == ("status",)
    assert article.provenance == {"status": "http:410"}
    assert article.fetched_at == GONE.fetched_at
    assert article.page.digest == GONE.digest
    assert article.content_hash == content_hash("Đê biển mới", "")
    assert Article.model_validate(normalize(article.model_dump(), PAPER)) == article


def test_what_is_gone_is_written_once() -> None:
    assert withdrawn(known(status="withdrawn"), "http:404", GONE, PAPER) is None


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


@pytest.mark.parametrize(
    ("published", "checked", "is_due"),
    [
        (ago(hours=1), ago(minutes=30), False),
        (ago(hours=1), ago(minutes=54), True),  # nine tenths of an hour
        (ago(hours=5.9), ago(hours=1), True),
        (ago(hours=6.1), ago(hours=1), False),
        (ago(hours=6.1), ago(hours=6), True),
        (ago(days=1.9), ago(hours=5), False),
        (ago(days=2.1), ago(hours=6), False),
        (ago(days=2.1), ago(days=1), True),
        (ago(days=7.1), ago(days=6), False),
        (ago(hours=1), None, True),
        (None, None, False),  # of no known age
        (ago(hours=-5), ago(hours=1), True),  # a date in the future is young
    ],
)
def test_young_articles_are_looked_at_often(
    published: datetime | None, checked: datetime | None, is_due: object
) -> None:
    date = published.isoformat() if published else None
    assert due(known(date_published=date, last_checked=checked), NOW, USUAL) is is_due


def test_the_age_counts_from_the_earlier_of_publication_and_first_sight() -> None:
    old = known(date_published="2019-05-01", first_seen=ago(hours=1), last_checked=ago(hours=1))
    assert not due(old, NOW, USUAL)
    undated = known(first_seen=ago(hours=2), last_checked=ago(hours=1))
    assert due(undated, NOW, USUAL)
    misdated = known(date_published="2027-01-01", first_seen=ago(days=9), last_checked=ago(days=9))
    assert not due(misdated, NOW, USUAL)


@pytest.mark.parametrize("status", ["withdrawn", "rejected"])
def test_what_was_gone_or_rejected_is_looked_at_like_any_other(status: str) -> None:
    assert due(known(status=status, first_seen=ago(hours=2), last_checked=ago(hours=1)), NOW, USUAL)


def test_what_has_given_no_article_for_long_is_left_alone_for_as_long_again() -> None:
    def is_due(rejected_for: float, checked: float) -> bool:
        first = ago(hours=checked + rejected_for)
        return due(
            known(status="rejected", first_seen=first, last_checked=ago(hours=checked)), NOW, USUAL
        )

    assert is_due(0, 1)
    assert not is_due(0, 0.5)
    assert is_due(2, 2)
    assert not is_due(2, 1.5)
    assert not is_due(20, 17)
    assert is_due(20, 19)


def test_the_schedule_is_a_setting() -> None:
    schedule = parse_revisits(" 30m : 5m, 12h:2h,\n4w:1d ")
    assert [(each.until, each.every) for each in schedule] == [
        (timedelta(minutes=30), timedelta(minutes=5)),
        (timedelta(hours=12), timedelta(hours=2)),
        (timedelta(weeks=4), timedelta(days=1)),
    ]
    young = known(first_seen=ago(minutes=20), last_checked=ago(minutes=6))
    assert due(young, NOW, schedule)
    assert not due(young, NOW, USUAL)
    assert not due(young, NOW, parse_revisits(""))


@pytest.mark.parametrize("wrong", ["6h", "6h:1", "h:1h", "6h:1h 2d:6h", "2d:6h, 6h:1h", "1y:1d"])
def test_a_wrong_schedule_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"AGE:INTERVAL|do not grow"):
        parse_revisits(wrong)


def test_the_default_schedule_is_the_documented_one() -> None:
    assert [str(each.until) for each in USUAL] == [
        "6:00:00",
        "2 days, 0:00:00",
        "7 days, 0:00:00",
    ]


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-03T08:15:00+07:00", datetime(2026, 11, 3, 1, 15, tzinfo=UTC)),
        ("2026-11-03", datetime(2026, 11, 2, 17, tzinfo=UTC)),
        ("2026-11-03T08:15:00", datetime(2026, 11, 3, 1, 15, tzinfo=UTC)),
        ("0001-01-01", None),
        ("hôm qua", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_records_are_instants(text: str | None, instant: datetime | None) -> None:
    assert instant_of(text) == instant
