"""Emphasis in Markdown, taken off with the blanks that tools set or lose at its marks.

html2text sets a blank before a slanted word and behind every emphasis ("_Forbe_ s"), behind the
first character entity within one ("**V ào vụ**"), and loses the one between two ("**còn****hai**").
"""

import re
from typing import Final

from newscrawl.conventions.people import is_plain_syllable
from newscrawl.typography import unaccented

_BOLD: Final = re.compile(
    r"(?P<before>(?<=[(“]) )?(?P<mark>\*\*|__)(?=[^\s*_])(?P<inside>.{1,400}?)(?<=\S) ?(?P=mark)"
    r"(?P<behind> ?)"
)
_SLANTED: Final = re.compile(
    r"(?P<before>(?<=[(“]) )?(?<![\w*_])(?P<mark>_)(?=[^\s*_])(?P<inside>[^*_]{1,400}?)(?<=\S)_"
    r"(?![\w*_])(?P<behind> ?)"
)
# Tools that mark with asterisks keep the blanks as they are, and may mark half a word.
_STARRED: Final = re.compile(r"(?<![\d*])\*(?=[^\s*_])([^*]{1,400}?)(?<=\S)\*(?![\d*])")
_BOLD_SLANTED: Final = re.compile(r"(\*\*_|_\*\*|_(?=\* ?\S[^_]*_$))(.{1,400}?)(?:_\*\*|\*\*_|_$)")
_WHOLE: Final = {
    "bold": re.compile(r"(\*\*|__)(?:(?!\*\*|__).)+\1"),
    "slanted": re.compile(r"([*_])[^\s*_][^*_]*\1"),
}
# Marks of emphasis that goes on over several rows, or holds nothing.
_UNPAIRED: Final = re.compile(r"^\s*(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__){1,2}\s*$")
_CLOSING: Final = tuple(",.;:!?)”…")
_MARKS: Final = "*_"
_CONSONANTS: Final = "bcdđghklmnpqrstvx"
_CONSONANT: Final = re.compile(f"[{_CONSONANTS}]{{1,3}}", re.IGNORECASE)
# Letters that are written as character entities: those that HTML has names for, or all.
_ENTITIES: Final = (re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý]"), re.compile(r"[^\W\d_\x00-\x7f]"))
# The words that start with one; all others start with a consonant.
_WITHOUT_CONSONANT: Final = frozenset(
    """
    à á ác ách ái ám án áng ánh ánh áo áp át áy ào âm ân âu ê êm én éo ép ì í ích ít ò ó óc ói óng
    óp ô ôi ôm ôn ông ù ú úa úng úp út ùa ùm ùn ý
    """.split()  # noqa: SIM905 - a list of words reads better in rows
)
_INITIAL: Final = re.compile(r"[\"“‘']?[^\W\d_](?= )")
_LAST_WORD: Final = re.compile(r"(?<!\d)(?<!\d\s)(?<![^\W\d_])([^\W\d_]+)$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")


def without_emphasis(text: str, *, is_markdown: bool) -> str:
    """Return *text* without marks of emphasis; single ones are marks only in Markdown."""
    if is_markdown:
        text = _BOLD_SLANTED.sub(r"\2", text)
    if "**" in text or "__" in text:
        text = _BOLD.sub(_plain, text)
    if is_markdown:
        text = _UNPAIRED.sub("", _STARRED.sub(r"\1", _SLANTED.sub(_plain, text)))
    return text


def with_initial(text: str) -> str:
    """Return *text* without the blank behind its first letter, which a span held: "N gười đóng"."""
    initial = _INITIAL.match(text)
    if initial and _is_one_word(initial[0], text[initial.end() + 1 :]):
        return initial[0] + text[initial.end() + 1 :]
    return text


def is_emphasized(text: str, how: str) -> bool:
    """Tell whether the whole of *text* is marked *how*: "bold" or "slanted"."""
    return _WHOLE[how].fullmatch(text) is not None


def _plain(emphasis: re.Match[str]) -> str:
    inside = _without_blank_at_entity(emphasis["inside"])
    before = emphasis.string[: emphasis.start()].rstrip(_MARKS)
    after = emphasis.string[emphasis.end() :].lstrip(_MARKS)
    blank = emphasis["behind"]
    if blank and (after.startswith(_CLOSING) or _is_one_word(inside, after)):
        blank = ""
    lost = emphasis.start() and not emphasis["before"] and _is_two_words(before, inside)
    return f"{' ' if lost else ''}{inside}{blank}"


def _without_blank_at_entity(text: str) -> str:
    """Return *text*, an emphasized one, without the blank that stands at its first entity."""
    for entity in filter(None, (entities.search(text) for entities in _ENTITIES)):
        at = entity.start() - 1 if entity.start() else entity.end()
        before, after = text[:at], text[at + 1 :]
        if text[at : at + 1] == " " and (
            _is_one_word(before, after) or _is_cut_word(before, after)
        ):
            return before + after
    return text


def _is_one_word(before: str, after: str) -> bool:
    """Tell whether the end of *before* and the start of *after* are a word only together.

    No Vietnamese word is without a vowel; a letter behind a number is a unit.
    """
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last is None or first is None or not first[0].islower():
        return False
    if _CONSONANT.fullmatch(first[0]):
        return True
    return bool(_CONSONANT.fullmatch(last[0])) and _is_syllable(last[0] + first[0])


def _is_cut_word(before: str, after: str) -> bool:
    """Tell whether *after* starts with what no word is: "Ti" and "ên phong"."""
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last is None or first is None or not _ENTITIES[0].match(first[0]):
        return False
    return first[0] not in _WITHOUT_CONSONANT and _is_syllable(last[0] + first[0])


def _is_two_words(before: str, after: str) -> bool:
    """Tell whether a blank is lost between *before* and *after*, which stand side by side."""
    if not before or not after or not after[0].isalnum():
        return False
    if before[-1] in ",;:.!?":
        return not after[0].isdigit()
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last is None or not last[0].islower():
        return False
    if first is None:
        return after[0].isdigit()
    both = _is_syllable(last[0]) and _is_syllable(first[0])
    return both and (first[0][0].isupper() or not _is_syllable(last[0] + first[0]))


def _is_syllable(word: str) -> bool:
    return is_plain_syllable(unaccented(word))
