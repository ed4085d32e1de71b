from dataclasses import fields
from itertools import islice

import pytest
from lxml.html import document_fromstring

from newscrawl.archive import read_page
from newscrawl.extraction.html import parse_html
from newscrawl.extraction.mentions import Mentions
from newscrawl.publisher import select, selectors_of
from newscrawl.publishers import load_publishers
from tests.saved_pages import FIXTURES

PUBLISHERS = load_publishers()
PAGE = Mentions(
    document_fromstring(
        """<body id="top"><div class="detail  content-body" data-role="content">
        <p id="a" class="lead">Tin <b>nóng</b></p><h2>Một</h2><p>Hai</p><p class="last">Ba</p></div>
        <ul class="tags"><li class="lead"><a href="/t/a.htm" rel="tag">a</a><i></i></li>
        <li><a href="/t/b.htm">b</a></li></ul><a href="/c.pdf" data-role="file">c</a></body>"""
    )
)
MANY = 12


def test_names_are_classes_and_ids_in_page_order():
    assert [each.tag for each in PAGE.naming("ea", "to")] == ["body", "p", "li"]
    body = PAGE.root.find("body")
    assert [each.tag for each in PAGE.naming("detail", besides={body})] == ["body", "div"]
    assert [each.text for each in PAGE.having("rel")] == ["a"]


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("div.detail.content-body > p", "p p p"),
        ("body > p", ""),
        (".detail p, li", "p p p li li"),
        ("ul .lead, .last, .lead", "p p li"),
        ("li a", "a a"),
        (".missing a, #missing, [data-role=missing]", ""),
        ("#a ~ p", "p p"),
        ("h2 + p", "p"),
        ("#a + p", ""),
        ("h2 ~ .last", "p"),
        ("[data-role]", "div a"),
        ("a[data-role=file], [data-role^=con]", "div a"),
        ("a[href$='.pdf']", "a"),
        ("[href*='/t/']:not([rel])", "a"),
        ("[data-role]:not(a)", "div"),
        ("li:has(a[rel])", "li"),
        (":has(> h2)", "div"),
        ("p:has(+ h2)", "p"),
        ("li:first-child", "li"),
        ("b:only-child, a:only-child", "b a"),
        ("LI A", "a a"),
    ],
)
def test_rule_finds_what_css_means(css, found):
    assert [each.tag for each in PAGE.find(css, PAGE.root)] == found.split()
    assert selectors_of(css)


@pytest.mark.parametrize(
    "css",
    [
        "h2::text",
        "p:nth-child(2)",
        "p:is(.lead, .last)",
        "[rel~=tag]",
        "[lang|=vi]",
        "[id*='']",
        "[data\\:role]",
    ],
)
def test_rarer_css_is_left_to_xpath(css):
    assert selectors_of(css) is None
    assert PAGE.find(css, PAGE.root) == select(PAGE.root, css)


def test_rule_finds_attributes_in_page_order():
    css = "li.lead a::attr(rel), [data-role]::attr(data-role), .tags a::attr(rel)"
    assert PAGE.find(css, PAGE.root) == ["content", "tag", "file"]


def test_rule_that_is_a_function_is_asked():
    assert PAGE.find(lambda root: [root], PAGE.root) == [PAGE.root]


def test_rule_finds_what_is_in_a_part_and_the_part():
    tags = PAGE.root.find("body/ul")
    assert [each.tag for each in PAGE.find(".lead, .last", tags)] == ["li"]
    assert PAGE.find(".tags", tags) == [tags]
    assert [each.tag for each in PAGE.find("body li", tags)] == ["li", "li"]


@pytest.mark.parametrize("name", PUBLISHERS)
def test_rules_of_papers_find_what_xpath_finds(name):
    layouts = PUBLISHERS[name].layouts
    rules = {
        rule
        for layout in layouts
        for field in fields(layout)
        if isinstance(rule := getattr(layout, field.name), str)
        and field.name not in {"name", "article_type", "confidence"}
    }
    for path in islice(sorted((FIXTURES / name).glob("*.html")), MANY):
        root = parse_html(read_page(path))
        page = Mentions(root)
        for rule in rules:
            assert page.find(rule, root) == select(root, rule), rule
