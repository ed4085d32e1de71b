import pytest
from lxml.html import document_fromstring

from newscrawl.extraction.mentions import Mentions, narrowed

PAGE = Mentions(
    document_fromstring(
        '<body id="top"><div class="detail  content-body"><p id="a" class="lead">Tin</p></div>'
    )
)
NAMES = PAGE.names


def test_names_are_classes_and_ids():
    assert sorted(NAMES) == ["a", "content-body", "detail", "lead", "top"]
    assert [each.tag for each in PAGE.naming("ea", "to")] == ["body", "p"]
    body = PAGE.root.find("body")
    assert [each.tag for each in PAGE.naming("detail", besides={body})] == ["body", "div"]


@pytest.mark.parametrize(
    "rule",
    [
        "div.detail.content-body > p",
        "[data-role=content]:not(#objectPopupBody)",
        ".detail:not(.missing)",
        ".detail:not(:has(.missing, .other))",
        "a[href$='.pdf'], [data-for='#missing']",
        ".detail:not([src$='.jpg'])",
        "article",
        lambda root: [root],
    ],
)
def test_a_rule_that_may_match_is_asked_whole(rule):
    assert narrowed(rule, NAMES) is rule


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (".detail.missing", None),
        ("#missing .detail", None),
        (".missing, #other", None),
        (".missing, #a", "#a"),
        (".lead, .missing, [data-a='.x, .y']", ".lead, [data-a='.x, .y']"),
        ("p:is(.missing, .other), .missing, .lead", "p:is(.missing, .other), .lead"),
    ],
)
def test_selectors_that_name_what_is_missing_are_left_out(rule, kept):
    assert narrowed(rule, NAMES) == kept
