import pytest
from lxml.html import document_fromstring

from newscrawl.extraction.mentions import may_match, names_in

NAMES = names_in(
    document_fromstring(
        '<body id="top"><div class="detail  content-body"><p id="a" class="lead">Tin</p></div>'
    )
)


def test_names_are_classes_and_ids():
    assert sorted(NAMES) == ["a", "content-body", "detail", "lead", "top"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("div.detail.content-body > p", True),
        (".detail.missing", False),
        (".missing, #a", True),
        ("#missing .detail", False),
        ("[data-role=content]:not(#objectPopupBody)", True),
        (".detail:not(.missing)", True),
        (".detail:not(:has(.missing, .other))", True),
        ("article", True),
        (lambda root: [root], True),
    ],
)
def test_a_rule_may_match_where_one_selector_is_all_there(rule, expected):
    assert may_match(rule, NAMES) is expected
