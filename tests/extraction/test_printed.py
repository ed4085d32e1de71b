"""What an element prints, and how much of it is looked at."""

from lxml import html

from newscrawl.extraction.markup.printed import printed_text


def test_beginning_of_a_long_text_is_longer_than_asked() -> None:
    blanks = "\n" * 200
    element = html.fragment_fromstring(f"<div>Lê{blanks}Hà <p>đưa tin</p><p>từ cảng cá</p></div>")
    assert printed_text(element, 8) == "Lê Hà đưa tin"
    assert printed_text(element, 40) == printed_text(element) == "Lê Hà đưa tin từ cảng cá"
