"""Text that is not what was printed: wrongly decoded, obfuscated, or with code left in it."""

import re
import unicodedata
from functools import cache
from typing import Final

# How the bytes of UTF-8 look when they are read as another encoding. Each sequence ends in a
# character that no word goes on with, and quotes, which may follow any letter, only count where a
# letter follows them: "SÃO", "XÃ HỘI", "“PHƯỜNG, XÃ”" and "«quá»" stay what they are.
_HIGH: Final = "\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ„†‡ˆ‰Š‹Œ•˜™š›œžŸ"
_WRONGLY_DECODED: Final = re.compile(
    "|".join(
        (
            # As windows-1252 or latin-1: á is Ã¡, ư Æ°, đ Ä‘, ế áº¿, ờ á»\x9d, “ â€œ, н Ð½.
            f"[ÃÂÄÅÆÐÑ](?:[{_HIGH}]|[‘’“”«»…–—](?=[^\\W\\d_]))",
            rf"áº|á»(?=[\w{_HIGH}‘’“”…–—])",
            "â€",
            "ï»¿|ï¿½",
            # As windows-1258: á is Ă¡.
            "Ă[\u00a1-\u00bf]",
            # As GBK, after it had been lost once already.
            "锟斤拷",
            "\ufffd",
        )
    )
)
# Without these letters none of that is there.
_SIGNS: Final = frozenset((*map(chr, range(0xA1, 0xC0)), *"€‚ƒ„†‡ˆ‰Š‹Œ•˜™š›œžŸï锟\ufffd"))
_BEFORE_QUOTES: Final = frozenset("ÃÂÄÅÆÐÑ")
# TCVN3 (ABC), the encoding of papers before about 2005, read as latin-1: "ViÖt", "®­îc", "n­íc".
_TCVN3: Final = re.compile("[a-zA-Z][®µ¶¸¹¼½¾¨©ª¬]+[a-z]|[®µ¶¸¹¨©ª¬]{2}")
# A conversion to an encoding that lacks the letter: "ti?ng Vi?t".
_LOST_LETTER: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]++\?([^\W\d_])")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S+[=&]\S*")

_MARKS: Final = "[\u0300-\u036f\u20d0-\u20ff]*"
_WORD: Final = re.compile(rf"[^\W\d_](?:{_MARKS}[^\W\d_])*{_MARKS}")
# Pronunciation stands between slashes or square brackets: /ˈɪŋɡlɪʃ/.
_PRONUNCIATION: Final = re.compile(r"/[^/\n]{1,40}/|\[[^\]\n]{1,40}\]")
# Small capitals, Latin alpha and the like, mathematical, circled and squared letters.
_LOOK_ALIKES: Final = (
    "ɑɡɢɩɪɴʀʋʏʙʜʟ\u1d00-\u1d2b\ua730\ua731\uab30-\uab64\u24b6-\u24e9"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f189"
)
# Marks that no orthography puts on letters (overlines, tildes below, strikes, zigzags).
_ODD_MARKS: Final = (
    "\u0305\u0310\u0312-\u031a\u031c-\u0322\u0329-\u032c\u032f\u0330\u0332-\u0341\u0343\u0344"
    "\u0346-\u0357\u0359-\u036f\u20d0-\u20ff"
)
_LOOK_ALIKE: Final = re.compile(f"[{_LOOK_ALIKES}]")
_ODD_MARK: Final = re.compile(f"[{_ODD_MARKS}]")
# Alphabets with letters that look Latin; a Latin word never holds one of theirs.
_LOOK_ALIKE_SCRIPTS: Final = frozenset(("GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "LISU"))
_SUSPECT: Final = re.compile(
    f"[{_LOOK_ALIKES}{_ODD_MARKS}\u0370-\u058f\u13a0-\u13fd\u1f00-\u1fff\ua4d0-\ua4ff\uab70-\uabbf]"
)
_UNIT: Final = 2  # Letters in "μg", "Δt", "Ωm": Greek and Latin side by side.
_LEAST_SYMBOLS: Final = 3

_TAG_NAMES: Final = (
    "a|abbr|article|aside|b|blockquote|body|br|button|center|div|em|figure|figcaption|font|footer|form"
    "|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|noscript|object|ol"
    "|option|p|picture|pre|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg"
    "|table|tbody|td|th|thead|time|tr|u|ul|video"
)
_MARKUP: Final = re.compile(
    rf"</(?:{_TAG_NAMES})\s*>|<(?:{_TAG_NAMES})\s[^<>=]*+=[^<>]*>|<(?:br|hr)\s*/?>|<!--|<!\[CDATA\["
    r"|&(?:(?:nbsp|quot|hellip|[lr][ds]quo|[mn]dash|#\d{2,5}|#x[0-9a-f]{2,5})\b|(?:amp|lt|gt);)",
    re.IGNORECASE,
)
_SCRIPT: Final = re.compile(
    r"\bfunction\s*\w*\s*\([^()]*\)\s*\{|\bdocument\.(?:write|getElement|querySelector|cookie)"
    r"|\bwindow\.[a-zA-Z_]\w*\s*=|\$\(\s*(?:document|function|['\"][.#])|\.(?:push|ready)\(\s*(?:\{|function)"
    r"|^\s*(?:var|let|const)\s+\w+\s*=|\{\s*\"@(?:context|type)\"\s*:|^\s*[.#][\w-]+\s*\{[^{}]*:[^{}]*;"
    r"|^\s*@media\b[^{]*\{",
)

_CODE_SIGNS: Final = ("{", "=", "$(", "document.", "function")
"""Code in a text has one of these."""


def wrongly_decoded(text: str) -> list[str]:
    """Return the pieces of *text* that show a wrong or lossy decoding."""
    letters = set(text)
    found: list[str] = []
    if not (_SIGNS.isdisjoint(letters) and _BEFORE_QUOTES.isdisjoint(letters)):
        found += _WRONGLY_DECODED.findall(text)
    plain = _ADDRESS.sub(" ", text) if "?" in letters or not _SIGNS.isdisjoint(letters) else ""
    old = _TCVN3.findall(plain)
    lost = [match[0] for match in _LOST_LETTER.finditer(plain) if match[1].islower()]
    return [
        *found,
        *(old if len(old) >= _LEAST_SYMBOLS else ()),
        *(lost if len(lost) >= _LEAST_SYMBOLS else ()),
    ]


def obfuscated_words(text: str) -> list[str]:
    """Return the words of *text* with look-alike letters or marks that no orthography has.

    Words wholly in another alphabet, any spelling in NFD, pronunciation between slashes, single
    letters of formulas and units are none.
    """
    if not _SUSPECT.search(text):
        return []
    return [word for word in words_of(text) if _is_obfuscated(word)]


def words_of(text: str) -> list[str]:
    """Return the words of *text*, letters with their marks; what stands as pronunciation is out."""
    return _WORD.findall(_PRONUNCIATION.sub(" ", unicodedata.normalize("NFC", text)))


def _is_obfuscated(word: str) -> bool:
    if not _SUSPECT.search(word):
        return False
    if _ODD_MARK.search(word):
        return True
    letters = [letter for letter in word if letter.isalpha()]
    if len(letters) == 1:
        return False
    scripts = {_script(letter) for letter in letters}
    is_mixed = "LATIN" in scripts and bool(scripts & _LOOK_ALIKE_SCRIPTS)
    return bool(_LOOK_ALIKE.search(word)) or (is_mixed and len(letters) > _UNIT)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def markup(text: str) -> str | None:
    """Return the first tag or entity of HTML in *text*, or None."""
    found = _MARKUP.search(text) if "<" in text or "&" in text or "-->" in text else None
    return found[0] if found else None


def script(text: str) -> str | None:
    """Return the first piece of JavaScript, CSS or JSON in *text*, or None."""
    found = _SCRIPT.search(text) if any(map(text.__contains__, _CODE_SIGNS)) else None
    return found[0] if found else None
