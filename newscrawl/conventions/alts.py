"""Alternative texts of pictures that a machine made up."""

import re
from typing import Final

from newscrawl.conventions.people import is_plain_syllable
from newscrawl.typography import clean, fold, unaccented

_LEAST_WORDS: Final = 4
_NUMBERED: Final = re.compile(
    r"(?:^|[-–—.])\s*(?:ảnh|hình|photo|image)\s+[0-9]{1,3}\.?$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r" (?:(?:anh|hinh|photo|image) )?[0-9]{1,3}$")
_FILE: Final = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|bmp|avif)|(?:img|dscn?|image|photo|picture|anh|hinh|untitled)?[\W\d_]*",
    re.IGNORECASE,
)
_PLACEHOLDERS: Final = frozenset(
    map(
        fold,
        (
            "Nhập chú thích ảnh",
            "Chú thích ảnh",
            "ảnh",
            "hình",
            "hình ảnh",
            "ảnh bài viết",
            "avatar",
            "thumbnail",
        ),
    )
)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:[ _-]+[a-z0-9]+)+")


def is_generated_alt(alt: str, headline: str | None = None) -> bool:
    """Tell whether the alternative text *alt* was made by a machine and describes nothing.

    So are the *headline*, alone or with the picture's number, a numbered picture ("… - Ảnh 1."),
    a file's name, a placeholder, and the words of a slug without accents.
    """
    alt = clean(alt)
    key = fold(alt)
    if not key or key in _PLACEHOLDERS or _NUMBERED.search(alt) or _FILE.fullmatch(alt):
        return True
    if headline is not None:
        described = unaccented(alt)
        if unaccented(clean(headline)) in (described, _NUMBER.sub("", described)):
            return True
    if not _SLUG.fullmatch(alt):
        return False
    words = re.split(r"[ _-]+", alt)
    return len(words) >= _LEAST_WORDS and all(
        word.isdecimal() or is_plain_syllable(word) for word in words
    )
