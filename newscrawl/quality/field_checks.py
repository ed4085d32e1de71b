"""Checks of the single fields: types, headline, names, addresses, dates."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from newscrawl.conventions.addresses import is_http
from newscrawl.quality.parts import ISO_DATE
from newscrawl.quality.problems import Problem
from newscrawl.quality.reading import RecordFields
from newscrawl.typography import fold

_TEXTS: Final = ("id", "url", "headline", "description", "article_type", "language", "byline")
_LISTS: Final = ("authors", "agencies", "keywords", "images", "videos", "related")
_DATES: Final = ("date_published", "date_modified")

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S*|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|vn|gov|edu|tv|news|biz)(?:/\S*)?",
    re.IGNORECASE,
)
_E_MAIL: Final = re.compile(r"(?<!\S)[^\s@]++@\S+\.\S")
# What front pages and sections are called; no article is called so.
_SECTIONS: Final = frozenset(
    fold(name)
    for row in (
        "Trang chủ|Trang nhất|Home|Homepage|Home page|Index|Tin mới|Tin mới nhất|Latest news|News",
        "Thời sự|Chính trị|Xã hội|Thế giới|Quốc tế|Kinh tế|Kinh doanh|Tài chính|Chứng khoán",
        "Thị trường|Bất động sản|Doanh nghiệp|Pháp luật|Giáo dục|Sức khỏe|Y tế|Đời sống|Gia đình",
        "Văn hóa|Giải trí|Thể thao|Bóng đá|Du lịch|Công nghệ|Khoa học|Khoa học công nghệ|Số hóa",
        "Xe|Ô tô - Xe máy|Góc nhìn|Ý kiến|Bạn đọc|Tâm sự|Thư giãn|Môi trường|Quân sự|Multimedia",
        "World|Politics|Business|Economy|Sport|Sports|Opinion|Technology|Tech|Entertainment|Health",
        "Science|Travel|Lifestyle|Life|Culture|Education|Society|Environment|Video|Videos|Photos",
    )
    for name in row.split("|")
)
_LONGEST_SECTION: Final = 5  # words; some papers end their breadcrumbs with the headline
_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 8

_EARLIEST: Final = date(1990, 1, 1)
# No clock and no mistaken zone is more than a day ahead; scheduled pieces are minutes ahead.
_MOST_AHEAD: Final = timedelta(days=1)
_AHEAD: Final = timedelta(minutes=10)


def check_types(reading: RecordFields) -> Iterator[Problem]:
    """Find fields that hold another type than the record's."""
    for name in _TEXTS:
        value = reading.fields.get(name)
        if value is not None and not isinstance(value, str):
            yield Problem("malformed_field", name, repr(value))
    for name in _LISTS:
        value = reading.fields.get(name)
        if value is not None and (isinstance(value, str) or not isinstance(value, Sequence)):
            yield Problem("malformed_field", name, repr(value))


def check_headline(reading: RecordFields) -> Iterator[Problem]:
    """Find a headline that is missing or none, and an id that is given but empty."""
    if "id" in reading.fields and not reading.string("id"):
        yield Problem("missing_id", "id", reading.fields["id"])
    headline = reading.string("headline")
    if not headline:
        yield Problem("missing_headline", "headline", reading.fields.get("headline"))
        return
    key = fold(headline)
    sections = {fold(reading.string("section"))}
    sections |= {fold(crumb) for _, crumb in reading.parts("breadcrumbs") if isinstance(crumb, str)}
    if key in reading.own_names:
        yield Problem("headline_is_site_name", "headline", headline)
    elif key in _SECTIONS or (key in sections and len(key.split()) <= _LONGEST_SECTION):
        yield Problem("headline_is_section_name", "headline", headline)
    elif _ADDRESS.fullmatch(headline) or not key:
        yield Problem("headline_is_url", "headline", headline)


def check_authors(reading: RecordFields) -> Iterator[Problem]:
    """Find authors that are addresses or the site, or hardly names."""
    for path, author in reading.parts("authors"):
        name = str(author)
        if _ADDRESS.fullmatch(name) or _E_MAIL.search(name) or fold(name) in reading.own_names:
            yield Problem("author_is_address", path, name)
        elif (
            len(name) > _LONGEST_NAME
            or len(name.split()) > _MOST_WORDS
            or any(map(str.isdigit, name))
        ):
            yield Problem("doubtful_author", path, name)


def check_addresses(reading: RecordFields) -> Iterator[Problem]:
    """Find addresses that are none."""
    url = reading.string("url")
    if url and not is_http(url):
        yield Problem("url_not_http", "url", url)
    for name in ("images", "videos", "related"):
        for path, part in reading.parts(name):
            link = part.get("url") if isinstance(part, Mapping) else part
            if isinstance(link, str) and link and not is_http(link):
                yield Problem("link_not_http", f"{path}.url", link)


def check_dates(reading: RecordFields, now: datetime | str | None) -> Iterator[Problem]:
    """Find dates in no form, out of this age, in the future or in the wrong order.

    The moment to compare with is the record's ``fetched_at``, else *now*; with neither no date is
    in the future.
    """
    moments: dict[str, date] = {}
    for name in _DATES:
        value = reading.fields.get(name)
        moment = _moment(value)
        if moment is None:
            if value is not None:
                yield Problem("invalid_date", name, str(value))
            continue
        moments[name] = moment
        yield from _age(name, moment, _moment(reading.fields.get("fetched_at")) or _moment(now))
    published, modified = (moments.get(name) for name in _DATES)
    if published and modified and _ahead(published, modified) > timedelta(0):
        yield Problem("modified_before_published", "date_modified", reading.string("date_modified"))


def _age(name: str, moment: date, fetched: date | None) -> Iterator[Problem]:
    if _day(moment) < _EARLIEST:
        yield Problem("date_before_1990", name, moment.isoformat())
    if fetched is None:
        return
    ahead = _ahead(moment, fetched)
    if ahead > _MOST_AHEAD:
        yield Problem("future_date", name, moment.isoformat())
    elif ahead > _AHEAD:
        yield Problem("date_after_fetch", name, moment.isoformat())


def _moment(value: Any) -> date | None:
    """Return the instant or the day that *value* states, None where it is neither."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not ISO_DATE.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        return None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _ahead(one: date, other: date) -> timedelta:
    """Return how far *one* is after *other*; a day without a time is compared as a day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one - other
    return _day(one) - _day(other)
