"""Marks that flattening tools leave in a row: Markdown, bullets, image tags, bracketed links."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from newscrawl.conventions.captions import has_credit
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.text.emphasis import is_emphasized, with_initial, without_emphasis
from newscrawl.extraction.text.lines import Line, Link, Picture
from newscrawl.typography import clean

# Private-use characters stand for pictures and links while a row is read; a page's own ones are
# letters of icon fonts and are dropped first.
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]+")
_PICTURE: Final = "\ue000"
_LINK: Final = "\ue001"
_LINK_END: Final = "\ue002"
_AFTER_NUMBER: Final = "\ue003"
_TOKENS: Final = re.compile(f"([{_PICTURE}{_LINK}])(\\d+){_AFTER_NUMBER}|{_LINK_END}")

# An address, at most with brackets or blanks of its own, and a title in quotes.
_TARGET: Final = (
    r"\(\s*<?([^\s()<>]*(?:\([^\s()]{0,200}\)[^\s()<>]*){0,4}"
    r"|(?:mailto:|data:|https?://|/)[^()\n]{0,900})>?"
    r"(?:\s+[\"'](?:[^\n]|\n(?!\n)){0,600}?[\"'])?\s*\)"
)
_MD_IMAGE: Final = re.compile(r"!\[([^\[\]]{0,2000})\]" + _TARGET)
_MD_LINK: Final = re.compile(r"\[([^\[\]]{0,2000})\](?:" + _TARGET + r"|\[\d{0,4}\])")
# "<image>" may stand in a namespace, as in one of the two first pages.
_IMAGE_TAG: Final = re.compile(
    r"<(?:\w{1,20}:)?image>([^<]{0,6000})</(?:\w{1,20}:)?image>|<img\s([^<>]{0,6000})>",
    re.IGNORECASE,
)
_ALT: Final = re.compile(
    r"\balt\s*=\s*\"(.*?)\"(?=\s+[\w-]+=|\s*/?\s*$)|\balt\s*=\s*'([^']*)'", re.DOTALL
)
_SOURCE: Final = re.compile(r"(?:\bsrc\s*=\s*[\"']?|^\s*)(https?://[^\s\"'<>]+)")
_TAG: Final = re.compile(
    r"<!--.{0,4000}?-->|</?(?:b|i|u|em|strong|span|font|a|p|br|div|sup|sub|small|mark|figure|figcaption)\b[^<>]{0,300}>",
    re.IGNORECASE,
)

# An asterisk that opens a question stands within its emphasis: "*** Thưa bà, …?**".
_BOLD_QUESTION: Final = re.compile(r"\*\*(\* .+)\*\*")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
# Mails in plain text have addresses behind what they are linked to: "Kinh tế <https://…>".
_ANGLED: Final = re.compile(r"[ \n]{0,2}<((?:https?://|mailto:)[^\s<>]{3,1000})>")
_PARTING: Final = ",;|<>\n"
_MAIL_PICTURE: Final = re.compile(r"\[(?:image|hình ảnh|cid): ?([^\[\]]{0,400})\]", re.IGNORECASE)
_LEAST_ANGLED: Final = 3
_ITEM_MARK: Final = re.compile(r"(?:[-*•>] +)+")
# Pandoc keeps the page's classes: "{.lead #top width="9"}", "[span]{.name}", "::: {.detail}".
_ATTRIBUTES: Final = (
    r"\{\s*(?:[.#][\w:/-]{1,250}|[\w:-]{1,40}=(?:\"[^\"]{0,400}\"|[^\s\"{}]{1,80}))"
    r"(?:\s+(?:[.#][\w:/-]{1,250}|[\w:-]{1,40}=(?:\"[^\"]{0,400}\"|[^\s\"{}]{1,80}))){0,20}\s*\}"
)
_PANDOC_SPAN: Final = re.compile(rf"\[([^\[\]]{{0,2000}})\]{_ATTRIBUTES}")
_PANDOC_MARK: Final = re.compile(rf"[ \t]?{_ATTRIBUTES}")
PANDOC_FENCE: Final = re.compile(
    r"[ \t>]{0,20}:{3,}[ \t]*(?:[\w-]{0,40}|\{.{0,400}\})[ \t]*:*[ \t]*"
)
"""A row that opens or closes one of the page's elements, and stands for a blank one."""
# Headings, and what else would be a list or a heading: "1\\." "\\-".
_MARKDOWN: Final = re.compile(r"^#{1,6} +\S|^ *\d+\\\. |\S \\- \S|\S\\\.$", re.MULTILINE)
_BULLET: Final = re.compile(r"(?:[•●○□▪■◦‣]\s*|[*+·–—-]\s+|-(?=[^\W\d_]))(?=\S)")
# lynx's bullet of a list in a list.
_LETTER_BULLET: Final = re.compile(r"o\s+(?=\S)")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
# A single mark behind a bullet is a hashtag: no list holds the headline of its page.
_ITEM_HEADING: Final = re.compile(r"(#{2,6})\s+(.*?)\s*#*")
_QUOTE: Final = re.compile(r"(?:>(?!>)\s?)+(?=\S)")
_COLUMN_BREAK: Final = re.compile(r"\t+| {2,}")
# What w3m and lynx print for a picture without an alternative text, and some papers give for one:
# its file's name.
_FILE: Final = r"[^\s.]{1,30}(?: [^\s.]{1,30}){0,5}\.(?:jpe?g|png|webp|gif)"
_FILES: Final = re.compile(rf"{_FILE}(?:\s+{_FILE})*", re.IGNORECASE)
_NAMELESS: Final = re.compile(
    rf"^(?:(?:\[\d{{1,4}}\]\s|\[[a-z0-9_.-]{{0,23}}[a-z][a-z0-9_.-]{{0,23}}\]|{_FILE}\s)\s*)+(?=\S)"
)
# Pandoc's picture in plain text: its caption.
_ALONE: Final = re.compile(r"\[([^\[\]]{12,400})\]")
_NAMELESS_BEHIND: Final = re.compile(r"(?<=\S)\s?\[[a-z0-9]+(?:[-_.][a-z0-9]+)+\]$")
# The marks of lynx and w3m for buttons, fields and boxes to tick, and for what is chosen.
_FORM: Final = re.compile(r"\(BUTTON\)|\[(?:_+| +)\](?!\()|\( \)")
_CHOICE: Final = re.compile(r"\[(?=\S)([^\[\]\n]{1,40}) \](?!\()")
# w3m's mark of a raised number: "m^3".
_RAISED: Final = re.compile(r"(?<=[^\W\d_])\^(?=\d(?!\d))")
_LONGEST_ROW: Final = 160
_BRACKETED: Final = re.compile(r"(?:\[[^\[\]\s]{0,40}\]\s*)+")


@dataclass
class Markup:
    """The marks of one page: what stands behind the tokens, and whether they are Markdown's."""

    pictures: list[Picture] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    is_markdown: bool = False

    def tokenize(self, text: str) -> str:
        """Return *text* with a token for each picture and around each link, also broken ones."""
        text = _CHOICE.sub(r" \1 ", _FORM.sub(" ", _PRIVATE.sub("", text)))
        text = _IMAGE_TAG.sub(self._tagged_picture, _RAISED.sub("", text))
        if "{" in text:
            marked = _PANDOC_MARK.sub("", _PANDOC_SPAN.sub(r"\1", text))
            self.is_markdown |= marked != text
            text = marked
        if "](" in text or "][" in text:
            marked = _MD_LINK.sub(self._link, _MD_IMAGE.sub(self._picture, text))
            self.is_markdown |= marked != text
            text = marked
        if len(_ANGLED.findall(text)) >= _LEAST_ANGLED:
            self.is_markdown = True
            text = self._angled(_MAIL_PICTURE.sub(self._mailed_picture, text))
        self.is_markdown |= _MARKDOWN.search(text) is not None
        return _TAG.sub("", text) if "<" in text else text

    def lines(self, row: str, *, gap: bool) -> list[Line]:
        """Return the lines that *row*, a tokenized one, holds: pictures stand on their own."""
        indent = len(row) - len(row.lstrip())
        found: list[Line] = []
        start = 0
        for token in _TOKENS.finditer(row):
            if token[1] == _PICTURE:
                found += self._text(row[start : token.start()], indent)
                picture = self.pictures[int(token[2])]
                found.append(Line(text=picture.alt or "", indent=indent, picture=picture))
                start = token.end()
        found += self._text(row[start:], indent)
        return [replace(line, gap=gap and line is found[0]) for line in found]

    def _tagged_picture(self, tag: re.Match[str]) -> str:
        inside = tag[1] or tag[2] or ""
        alt = _ALT.search(inside)
        source = _SOURCE.search(inside)
        text = clean(alt[1] or alt[2] or "") if alt else ""
        return self._keep(Picture(text or None, source[1] if source else None))

    def _picture(self, image: re.Match[str]) -> str:
        url = image[2] if image[2].startswith("http") else None
        return self._keep(Picture(clean(image[1]) or None, url))

    def _mailed_picture(self, image: re.Match[str]) -> str:
        return self._keep(Picture(clean(image[1]) or None))

    def _angled(self, text: str) -> str:
        """Return *text* with a link around what stands before each address, back to a comma."""
        found: list[str] = []
        start = 0
        for link in _ANGLED.finditer(text):
            before = text[start : link.start()]
            words = max(map(before.rfind, _PARTING)) + 1
            words += len(before[words:]) - len(before[words:].lstrip())
            if mark := _ITEM_MARK.match(before, words):
                words = mark.end()
            label, colon, _ = before[words:].partition(": ")
            if colon and role_of(f"{label}:") == "tags":
                words += len(label + colon)
            found += (before[:words], self._linked(before[words:], link[1]))
            start = link.end()
        return "".join([*found, text[start:]])

    def _keep(self, picture: Picture) -> str:
        self.pictures.append(picture)
        return f"{_PICTURE}{len(self.pictures) - 1}{_AFTER_NUMBER}"

    def _link(self, link: re.Match[str]) -> str:
        return self._linked(link[1].replace("\n", " "), link[2] or "")

    def _linked(self, text: str, href: str) -> str:
        """Return *text* between the tokens of its link; a picture in it keeps where it leads."""
        for token in _TOKENS.finditer(text):
            if token[1] == _PICTURE:
                at = int(token[2])
                self.pictures[at] = replace(self.pictures[at], href=href)
        if not _TOKENS.sub("", text).strip():
            return text.strip()
        self.links.append(href)
        return f"{_LINK}{len(self.links) - 1}{_AFTER_NUMBER}{text}{_LINK_END}"

    def _text(self, row: str, indent: int) -> list[Line]:
        text = clean(row)
        bare = _TOKENS.sub("", text)
        if not any(map(str.isalnum, bare)) or _BRACKETED.fullmatch(bare):
            return []
        if _FILES.fullmatch(bare):
            return [Line(text="", indent=indent, picture=Picture())]
        text = _NAMELESS_BEHIND.sub("", _NAMELESS.sub("", text))
        if (alone := _ALONE.fullmatch(text)) and has_credit(alone[1]):
            text = alone[1]
        question = _BOLD_QUESTION.fullmatch(text)
        text = question[1] if question else text
        quote = _QUOTE.match(text)
        text = text[quote.end() :] if quote else text
        heading = _HEADING.fullmatch(text)
        bullet = None if heading else _BULLET.match(text)
        if indent and not bullet:
            bullet = _LETTER_BULLET.match(text)
        text = text[bullet.end() :] if bullet else text
        heading = heading or _ITEM_HEADING.fullmatch(text)
        text = heading[2] if heading else text
        marked = _TOKENS.sub("", text).strip()
        plain, links = self._inline(text)
        # Only inscriptis indents paragraphs, and sets blanks around spans.
        plain = with_initial(plain) if indent and not bullet else plain
        boxed = bare.strip()[:1] == "|" or bare.strip()[-1:] == "|"
        return [
            Line(
                text=plain.strip("| ") if boxed else plain,
                indent=indent,
                level=len(heading[1]) if heading else 0,
                bullet=bullet[0] if bullet else "",
                quoted=quote is not None,
                bold=question is not None or is_emphasized(marked, "bold"),
                slanted=is_emphasized(marked, "slanted"),
                linked=_covers(links, plain),
                boxed=boxed,
                cells=() if heading or bullet else _cells(plain, row),
                links=links,
            )
        ]

    def _inline(self, text: str) -> tuple[str, tuple[Link, ...]]:
        """Return *text* without emphasis, escapes and tokens, and the links in it."""
        text = without_emphasis(text, is_markdown=self.is_markdown)
        text = _ESCAPE.sub(r"\1", text) if self.is_markdown else text
        links: list[Link] = []
        opened: tuple[int, str] | None = None
        plain = ""
        start = 0
        for token in _TOKENS.finditer(text):
            plain += text[start : token.start()]
            start = token.end()
            if token[1] == _LINK:
                opened = (len(plain), self.links[int(token[2])])
            elif opened and token[0] == _LINK_END:
                links.append(Link(" ".join(plain[opened[0] :].split()), opened[1]))
                opened = None
        plain += text[start:]
        return " ".join(plain.split()), tuple(links)


def _covers(links: tuple[Link, ...], text: str) -> bool:
    """Tell whether nothing but *links* stands in *text*."""
    rest = text
    for link in links:
        rest = rest.replace(link.text, " ", 1)
    return bool(links) and not any(map(str.isalnum, rest))


def _cells(text: str, row: str) -> tuple[str, ...]:
    """Return the columns of a row, parted by bars, tabs or several blanks."""
    if "|" in text:
        cells = [clean(cell) for cell in text.strip("| ").split("|")]
    elif len(text) > _LONGEST_ROW:
        return ()  # a sentence with gaps, where a page had emphasis or links
    else:
        cells = [clean(cell) for cell in _COLUMN_BREAK.split(_TOKENS.sub("", row).strip())]
    return tuple(cells) if len(cells) > 1 else ()
