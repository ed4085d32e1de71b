"""Whose names a page prints as its article's writers, and whose belong to something else."""

import pytest
from lxml import html

from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.signers import named_bylines

START = "<p id=a>Sáng nay cầu mới qua sông thông xe sau ba năm thi công.</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<span class=byline>Lê Hà</span>{START}", ["Lê Hà"]),
        (f"<div>{START}</div><div class=author-box><h4><a href=/tg/ha>Lê Hà</a></h4></div>", [""]),
        (f"<article>{START}</article><aside><p class=author>Lê Hà</p></aside>", ["Lê Hà"]),
        (f"<div>{START}<figure><b class=byline>Lê Hà</b></figure></div>", []),
        (f"<figure class=author><b class=author-name>Lê Hà</b></figure>{START}", [None, "Lê Hà"]),
        (
            f"<main>{START}</main><aside><h3><a href=/m>Muối</a></h3><i class=author>Lê Hà</i>",
            [],
        ),
        (
            f"<main>{START}</main><a href=/muoi><h3>Đồng muối</h3><i class=author>Lê Hà</i></a>",
            [],
        ),
        (f"<main>{START}</main><article><p><i class=author>Lê Hà</i></article>", []),
        (f"<main>{START}</main><div class=comments><i class=author>Lê Hà</i></div>", []),
        (f"<main>{START}</main><ul class=most-read><i class=author>Lê Hà</i></ul>", []),
    ],
    ids=[
        *("a byline", "an author's box", "beside the text", "a picture's", "a portrait"),
        *("a teaser's", "a linked teaser's", "another article's", "a comment's", "a list's"),
    ],
)
def test_named_bylines(body, expected):
    root = html.document_fromstring(f"<html><body><h1>Cầu mới thông xe</h1>{body}</body></html>")
    found = named_bylines(Mentions(root), root.get_element_by_id("a"))
    assert [each.text for each in found] == [text or None for text in expected]
