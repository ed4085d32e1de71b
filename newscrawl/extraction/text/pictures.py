"""Pictures in flattened text: marks, lines that are alternative texts, captions and credits."""

import re
from dataclasses import replace
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.captions import has_credit, is_generated_alt, split_caption
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.text.blocks import is_speaker
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import Walk
from newscrawl.items import Image
from newscrawl.typography import fold

_MARKED_CREDIT: Final = re.compile(
    r"(?:ảnh|hình|nguồn|video|clip|đồ h(?:ọa|oạ)|infographic|photo(?:graph)?|image|picture|source"
    r"|credit)s?\b[^:]{0,30}:|©",
    re.IGNORECASE,
)
_NUMBERED_ALT: Final = re.compile(r"[-–—.\s]\s*(?:Ảnh|Hình)\s+\d{1,3}\.?$")
_NOTE: Final = re.compile(
    r"(?:^|[(.–-]\s?)ảnh (?:minh h(?:ọa|oạ)|tư liệu|chụp màn hình|internet)\)?\.?$", re.IGNORECASE
)
_ADDRESS_OF_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?$", re.IGNORECASE)
_LONGEST_CAPTION: Final = 80
_LONGEST_ALT: Final = 60
_LONGEST_NAME: Final = 8
_LEAST_CAPTION: Final = 4
_LONGEST_LEAST_CAPTION: Final = 4
_LEAST_SLUG: Final = 4
_LIKE: Final = 0.5


def take_picture(walk: Walk) -> bool:
    """Take a picture's mark and the caption below it; False where the cursor is on neither."""
    line = walk.line
    if line.picture:
        walk.at += 1
        if not _is_decoration(line):
            _take_caption(walk, line, alt=line.text or None, url=line.picture.url)
        return True
    if _is_alt(walk):
        walk.at += 1
        _take_caption(walk, line, alt=line.text, url=None)
        return True
    return take_caption_line(walk)


def take_caption_line(walk: Walk) -> bool:
    """Take a line that is a caption by its credit, whether a mark stands above it or not."""
    line = walk.line
    if not (is_credited(line) or _names_somebody(line)):
        return False
    walk.at += 1
    parts = split_caption(line.text)
    last = walk.events[-1] if walk.events else None
    if last and last.image and not last.image.credit and not parts.caption:
        walk.events[-1] = type(last)(
            "picture", last.line, last.image.model_copy(update={"credit": parts.credit})
        )
    elif not (last and last.image and last.image.caption == parts.caption):
        walk.emit("picture", line, Image(caption=parts.caption, credit=parts.credit))
    return True


def is_credited(line: Line) -> bool:
    """Tell whether the line ends with a marked credit or a note that it is a picture."""
    if line.role or line.words > _LONGEST_CAPTION:
        return False
    if _NOTE.search(line.text):
        return True
    return bool(_MARKED_CREDIT.search(line.text[-120:])) and has_credit(line.text)


def _names_somebody(line: Line) -> bool:
    """Tell whether the line is a name and a full stop, as some papers print below portraits."""
    if line.role or line.bullet or not line.text.endswith(".") or line.words > _LONGEST_NAME:
        return False
    return is_speaker(replace(line, text=line.text.rstrip(".")))


def is_slug(line: Line) -> bool:
    """Tell whether the line holds the words of an address, without accents: an alternative text."""
    plain = line.text.isascii() and line.text.islower() and not line.is_final
    return line.words >= _LEAST_SLUG and plain and not line.role


def _is_decoration(line: Line) -> bool:
    """Tell whether a picture is a button, an avatar or a banner and not the article's own."""
    href = line.picture.href if line.picture else None
    if href:
        return not _ADDRESS_OF_PICTURE.search(href)
    return bool(line.text) and not is_generated_alt(line.text) and role_of(line.text) is not None


def _is_alt(walk: Walk) -> bool:
    """Tell whether the line is a picture's alternative text that a tool printed as a line."""
    line = walk.line
    if line.role or line.words > _LONGEST_ALT:
        return False
    if line.is_stopped and not _NUMBERED_ALT.search(line.text):
        return False
    if _repeats_headline(line, walk) or _NUMBERED_ALT.search(line.text):
        return True
    if is_slug(line) or (is_generated_alt(line.text, walk.headline) and line.words > 1):
        return True
    below = walk.peek()
    if below is None or below.gap or below.picture or line.cells:
        return False
    if below.key.startswith(line.key) and line.key == fold(split_caption(below.text).caption or ""):
        return not below.linked and not is_byline_line(line.text, walk.names)
    if not is_credited(below) or line.is_prose:
        return False
    above = walk.lines[walk.at - 1] if walk.at else None
    after_follow = above is not None and above.role == "follow"
    own_run = walk.is_gapped and line.gap
    return after_follow or own_run or _likeness(line.key, walk.headline_key, below.key) >= _LIKE


def _repeats_headline(line: Line, walk: Walk) -> bool:
    """Tell whether the line is the headline again, at most with a number: "… - 1"."""
    rest = line.key.removeprefix(walk.headline_key)
    return rest != line.key and (not rest or rest.strip().isdigit())


def _likeness(key: str, *others: str) -> float:
    words = set(key.split())
    return max(len(words & set(other.split())) / max(1, len(words)) for other in others)


def _take_caption(walk: Walk, mark: Line, alt: str | None, url: str | None) -> None:
    """Add the picture of *mark* with the caption that the cursor may stand on."""
    caption = credit = None
    if walk.at < len(walk.lines) and _is_caption(walk, mark, walk.line):
        parts = split_caption(walk.line.text)
        caption, credit = parts.caption, parts.credit
        walk.at += 1
    last = walk.events[-1] if walk.events else None
    if last and last.kind == "picture" and last.image and not url:
        same_mark = not last.image.caption and (last.image.alt or "") == (alt or "")
        same_caption = caption is not None and last.image.caption == caption
        if same_mark or same_caption:
            walk.events.pop()
    walk.emit("picture", mark, Image(url=url, alt=alt, caption=caption, credit=credit))


def _is_caption(walk: Walk, mark: Line, line: Line) -> bool:
    """Tell whether *line*, right below a picture's *mark*, is its caption."""
    if line.role or line.level or line.bullet or line.linked or line.is_dated or line.picture:
        return False
    if _repeats_headline(line, walk) or _NUMBERED_ALT.search(line.text):
        return False
    if is_credited(line) or (has_credit(line.text) and not line.is_prose):
        return True
    if line.boxed or line.slanted or _NOTE.search(line.text):
        return line.words <= _LONGEST_CAPTION
    if mark.text and line.key == fold(split_caption(mark.text).caption or ""):
        return True
    below = walk.peek()
    if walk.is_gapped and not line.gap:
        return below is None or below.gap or bool(below.picture)
    if line.is_final or line.bold or line.text.endswith((":", ";", ",")):
        return line.is_stopped and line.words <= _LONGEST_NAME and not line.bold
    return line.words >= _LEAST_CAPTION or _is_name(line)


def _is_name(line: Line) -> bool:
    words = line.text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)
