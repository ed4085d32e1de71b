"""Pages that are not even parsed: bytes that are no text, and tags that would take minutes."""

import time
from hashlib import shake_128

import pytest

from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.extraction.admission import MOST_ATTRIBUTES
from newscrawl.page import Page
from tests.extraction.markup import parse_text

NOISE = shake_128(b"nen").digest(20_000)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + NOISE
PDF = b"%PDF-1.7\n1 0 obj <</Length 9000>> stream\n" + NOISE
SENTENCE = "Nước rút chậm nên bà con chưa thể xuống giống vụ mới như mọi năm. "


def reason(content: bytes, kind: str = "html") -> str | None:
    try:
        extract_article(Page(content=content, kind=kind, url=None))
    except NotAnArticle as refusal:
        return refusal.reason
    return None


@pytest.mark.parametrize("kind", ["html", "text"])
@pytest.mark.parametrize("content", [PNG, PDF, b"GIF89a" + bytes(range(256)) * 9])
def test_bytes_that_are_no_text_are_named(content: bytes, kind: str) -> None:
    assert reason(content, kind) == "binary_page"


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        f"<p>{SENTENCE}\x02\x1b[0m</p>".encode(),
        f"<p>{SENTENCE}</p>".encode("cp1258", "replace"),
        b"",
    ],
)
def test_text_in_any_encoding_is_not(content: bytes) -> None:
    assert reason(content) != "binary_page"


@pytest.mark.parametrize("attribute", ['a{}="x"', "a{}", "a{}='>'", 'a{} = "<p>"', "a{}=x"])
def test_a_tag_with_countless_attributes_is_refused_at_once(attribute: str) -> None:
    attributes = " ".join(attribute.format(number) for number in range(100_000))
    began = time.process_time()
    with pytest.raises(NotAnArticle, match="too_large"):
        parse_text(f"<html><body><p>Tin</p><div {attributes}>Tin</div></body></html>")
    assert time.process_time() - began < 1


def test_a_tag_whose_values_hold_the_marks_of_tags_is_refused_too() -> None:
    names = " ".join(f"a{number}" for number in range(MOST_ATTRIBUTES // 4))
    attributes = " ".join(f'{names} b{number}=">"' for number in range(5))
    with pytest.raises(NotAnArticle, match="too_large"):
        parse_text(f"<html><body><p>Tin</p><div {attributes}>Tin</div></body></html>")


def test_countless_attributes_of_many_tags_are_not() -> None:
    tags = '<p class="a" id="b" style="c">Tin' * MOST_ATTRIBUTES
    script = "<script>var a=1" + ";a=b<c&&d" * MOST_ATTRIBUTES + "</script>"
    text = "<p>" + "chu = cai " * MOST_ATTRIBUTES
    root = parse_text(f"<html><body>{tags}{script}{text}</body></html>")
    assert len(root.findall(".//p")) == MOST_ATTRIBUTES + 1
