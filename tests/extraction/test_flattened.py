"""Marks, glued words and names of files that flattening tools print, and their reading."""

from tests.extraction.test_text import HEADLINE, ONE, THREE, TWO, body, captions, paragraphs, read


class TestNamesOfFiles:
    def test_one_alone_is_the_mark_of_a_picture(self) -> None:
        page = (HEADLINE, "", ONE, "", TWO, "", "ban nam tin-1.jpg", "Một góc bản", "", THREE)
        article = read(*page)
        assert body(article) == paragraphs(ONE, TWO, THREE)
        assert captions(article) == [("Một góc bản", None)]

    def test_one_in_brackets_stands_without_a_blank_before_a_caption(self) -> None:
        article = read(
            HEADLINE, "", ONE, "", "[bannamtin]Một góc bản. Ảnh: AFP", "", TWO, "", THREE
        )
        assert captions(article) == [("Một góc bản.", "AFP")]
