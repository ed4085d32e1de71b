"""Every saved page gives the record that is expected of it: one failure for each field."""

from collections import Counter
from typing import Any

import pytest

from newscrawl.archive import read_page
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.publishers import load_publishers
from newscrawl.quality import normalize, validate
from tests.saved_pages import (
    FIXTURES,
    SavedPage,
    comparable_fields,
    difference,
    fixtures,
    real_pages,
)

PAGES = [*fixtures(), *real_pages()]
GOOD = [page for page in PAGES if "reject" not in page.expected]
BAD = [page for page in PAGES if "reject" in page.expected]


def record_of(page: SavedPage) -> dict[str, Any]:
    article = extract_article(read_page(page.path), among=load_publishers().values())
    return normalize(article.model_dump(mode="json"))


@pytest.mark.parametrize("page", GOOD, ids=lambda page: page.name)
def test_good_page(page: SavedPage, subtests: pytest.Subtests) -> None:
    record = record_of(page)
    for field in comparable_fields(page.expected):
        departs = difference(field, page.expected[field], record)
        if departs is not None:
            with subtests.test(field):
                pytest.fail(f"{page.name} {field}: {departs}")
    assert [problem for problem in validate(record) if problem.rejects] == []


@pytest.mark.parametrize("page", BAD, ids=lambda page: page.name)
def test_bad_page_is_rejected_by_name(page: SavedPage) -> None:
    reason = page.expected["reject"]
    try:
        record = record_of(page)
    except NotAnArticle as rejection:
        assert rejection.reason == reason  # noqa: PT017 - either stage may reject it
    else:
        assert reason in [problem.name for problem in validate(record)]


def test_every_publisher_has_two_pages_and_no_page_is_an_orphan() -> None:
    pages = list(fixtures())
    counts = Counter(page.path.parent.name for page in pages)
    assert counts.keys() == {*load_publishers(), "undeclared"}
    assert [folder for folder, count in counts.items() if count < 2] == []
    sidecars = set(FIXTURES.rglob("*.json")) - set(FIXTURES.rglob("addresses.json"))
    assert sidecars == {page.path.with_suffix(".json") for page in pages}
