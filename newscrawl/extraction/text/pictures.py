"""Pictures in flattened text: marks, lines that are alternative texts, captions and credits."""

import re
from dataclasses import replace
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.captions import (
    has_credit,
    is_generated_alt,
    is_labelled,
    split_caption,
)
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.text.blocks import is_speaker
from newscrawl.extraction.text.cards import doubled
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import Event, Walk
from newscrawl.items import Image
from newscrawl.typography import fold

_MARKED_CREDIT: Final = re.compile(
    r"(?:ảnh|hình|nguồn|video|clip|đồ h(?:ọa|oạ)|infographic|photo(?:graph)?|image|picture|source"
    r"|credit)s?\b[^:]{0,30}:|©",
    re.IGNORECASE,
)
_NUMBERED_ALT: Final = re.compile(r"[-–—.\s]\s*(?:Ảnh|Hình|Photo)\s+\d{1,3}\.?$")
_NOTE: Final = re.compile(
    r"(?:^|[(.–-]\s?)ảnh (?:minh h(?:ọa|oạ)|tư liệu|chụp màn hình|internet)\)?\.?$", re.IGNORECASE
)
# A name alone, as papers print it below portraits: "Bà Hồ Kim Lệ."
_TITLED: Final = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Cô|Luật sư|Bác sĩ|(?:[PGTKBLC][GTh]{0,2}S[., ]{1,2}){1,3}) ?[^,:–-]+\.$"
)
_CREDIT_REACH: Final = 120
_LONGEST_CAPTION: Final = 80
_LONGEST_ALT: Final = 60
_LONGEST_NAME: Final = 8
_LEAST_CAPTION: Final = 4
_LEAST_VARIANT: Final = 6
_LIKE_HEADLINE: Final = 0.7
_LIKE: Final = 0.5


def take_picture(walk: Walk) -> bool:
    """Take a picture's mark or alternative text with the caption below it, or a caption alone.

    Return False where the cursor stands on none of them.
    """
    line = walk.line
    if line.picture:
        walk.at += 1
        if not _is_decoration(line):
            alt = doubled(line.text) or line.text or None
            _take_caption(walk, line, alt, line.picture.url)
        return True
    if _is_title_again(walk):
        walk.at += 1
        return True
    if _is_alt(walk):
        walk.at += 1
        _take_caption(walk, line, line.text, None)
        return True
    return _take_caption_alone(walk)


def is_credited(line: Line) -> bool:
    """Tell whether the line ends with a marked credit or a note that it is a picture."""
    if line.role or line.words > _LONGEST_CAPTION:
        return False
    if _NOTE.search(line.text) or is_labelled(line.text):
        return True
    return bool(_MARKED_CREDIT.search(line.text[-_CREDIT_REACH:])) and has_credit(line.text)


def _take_caption_alone(walk: Walk) -> bool:
    """Take a line that is a caption by its credit, or the credit of the picture just taken."""
    line, last = walk.line, walk.last
    below_picture = last is not None and last.image is not None
    is_named = _names_somebody(line) and (below_picture or _TITLED.match(line.text) is not None)
    if not (is_credited(line) or is_named) or is_byline_line(line.text, walk.names):
        return False
    walk.at += 1
    parts = split_caption(line.text)
    if not parts.caption and last and last.image and not last.image.credit:
        image = last.image.model_copy(update={"credit": parts.credit})
        walk.events[-1] = Event("picture", last.line, image)
    elif not parts.caption:
        if last and _may_be_caption(last):
            image = Image(caption=last.line.text, credit=parts.credit)
            walk.events[-1] = Event("picture", last.line, image)
        elif is_labelled(line.text):
            walk.emit("picture", line, Image(credit=parts.credit))
    elif last and last.image and not last.image.caption and is_labelled(line.text):
        image = last.image.model_copy(update={"caption": parts.caption})
        walk.events[-1] = Event("picture", last.line, image)
    elif not (last and last.image and last.image.caption == parts.caption):
        walk.emit("picture", line, Image(caption=parts.caption, credit=parts.credit))
    return True


def _may_be_caption(event: Event) -> bool:
    """Tell whether *event* can be a caption that a credit on a line of its own stands below."""
    line = event.line
    is_marked = line.level or line.bold or line.bullet or line.is_final
    return event.kind == "text" and not is_marked and line.words >= _LEAST_CAPTION


def _names_somebody(line: Line) -> bool:
    """Tell whether the line is a name and a full stop, as some papers print below portraits."""
    if line.role or line.bullet or not line.text.endswith(".") or line.words > _LONGEST_NAME:
        return False
    return is_speaker(replace(line, text=line.text.rstrip(".")))


def _is_decoration(line: Line) -> bool:
    """Tell whether a picture is a button, an avatar or a banner and not the article's own."""
    if line.picture and line.picture.href:
        return line.picture.leads_on
    return bool(line.text) and not is_generated_alt(line.text) and role_of(line.text) is not None


def _is_title_again(walk: Walk) -> bool:
    """Tell whether the line is the headline a second time: that of the page, and the printed one.

    A picture's alternative text stands below the lead, or above a caption.
    """
    shows = any(event.kind == "picture" for event in walk.events)
    if walk.text_count or shows or walk.line.key != walk.headline_key:
        return False
    below = walk.peek()
    return below is not None and below.is_prose and not (below.gap or is_credited(below))


def _is_alt(walk: Walk) -> bool:
    """Tell whether the line is a picture's alternative text that a tool printed as a line."""
    line = walk.line
    if line.role or line.words > _LONGEST_ALT:
        return False
    if _NUMBERED_ALT.search(line.text):
        return True
    if line.is_stopped:
        return False
    if _repeats_headline(line, walk) or line.is_slug:
        return True
    has_letters = any(map(str.isalpha, line.text))
    if has_letters and line.words > 1 and is_generated_alt(line.text, walk.headline):
        return True
    return _is_alt_above_caption(walk)


def _is_alt_above_caption(walk: Walk) -> bool:
    """Tell whether the line says again what the caption right below it, or the headline, says."""
    line, below = walk.line, walk.peek()
    if below is None or below.picture or line.cells or line.bullet:
        return False
    if below.gap:
        return _begins_caption(line, below)
    if below.key.startswith(line.key):
        parts = split_caption(below.text)
        if line.key == fold(parts.caption or "") and (parts.credit or walk.is_gapped):
            return not below.linked and not is_byline_line(line.text, walk.names)
    if line.is_prose or line.level:
        return False
    if walk.last and walk.last.kind == "follow":
        return True
    own_run = walk.is_gapped and line.gap
    return is_credited(below) and (
        own_run or _likeness(line.key, walk.headline_key, below.key) >= _LIKE
    )


def _begins_caption(line: Line, caption: Line) -> bool:
    """Tell whether *line* says what a credited *caption* begins with, and no sub-headline."""
    is_plain = not (line.is_prose or line.level) and line.words >= _LEAST_CAPTION
    return is_plain and is_credited(caption) and caption.key.startswith(f"{line.key} ")


def _repeats_headline(line: Line, walk: Walk) -> bool:
    """Tell whether the line is the headline, with a number ("… - 1") or other words in places."""
    rest = line.key.removeprefix(walk.headline_key)
    if rest != line.key and (not rest or rest.strip().isdigit()):
        return True
    long_enough = line.words >= _LEAST_VARIANT and not (line.level or line.is_prose or line.bullet)
    return long_enough and (
        min(_likeness(line.key, walk.headline_key), _likeness(walk.headline_key, line.key))
        >= _LIKE_HEADLINE
    )


def _likeness(key: str, *others: str) -> float:
    words = set(key.split())
    return max(len(words & set(other.split())) / max(1, len(words)) for other in others)


def _take_caption(walk: Walk, mark: Line, alt: str | None, url: str | None) -> None:
    """Add the picture of *mark* with the caption that the cursor may stand on."""
    caption = credit = None
    if walk.at < len(walk.lines) and _is_caption(walk, mark):
        parts = split_caption(walk.line.text)
        caption, credit = parts.caption, parts.credit
        walk.at += 1
        if caption is None and mark.picture is None and not _NUMBERED_ALT.search(mark.text):
            caption, alt = mark.text, None  # the credit stands on a line of its own
    if caption is None and alt and mark.picture and has_credit(alt):
        # pandoc keeps captions there
        parts = split_caption(alt)
        caption, credit = parts.caption, credit or parts.credit
    last = walk.last
    if last and last.image and not url:
        again = not last.image.caption and last.image.alt == alt
        if again or (caption is not None and last.image.caption == caption):
            walk.events.pop()  # the mark or the picture was printed twice
    walk.emit("picture", mark, Image(url=url, alt=alt, caption=caption, credit=credit))


def _is_caption(walk: Walk, mark: Line) -> bool:
    """Tell whether the cursor's line, right below a picture's *mark*, is its caption."""
    line = walk.line
    if line.role or line.level or line.bullet or line.linked or line.is_dated or line.picture:
        return False
    is_alt = _NUMBERED_ALT.search(line.text) or _repeats_headline(line, walk)
    if is_alt or (is_byline_line(line.text, walk.names) and not walk.has_prose_from(walk.at)):
        return False
    if is_credited(line) or (has_credit(line.text) and not line.is_prose):
        return True
    if mark.text and line.key == fold(split_caption(mark.text).caption or ""):
        return True
    if line.boxed or line.slanted:
        return line.words <= _LONGEST_CAPTION
    return _is_caption_by_place(walk)


def _is_caption_by_place(walk: Walk) -> bool:
    """Tell whether a line without a credit or a mark is a caption because of where it stands."""
    line, below = walk.line, walk.peek()
    if walk.is_gapped and not line.gap:
        return below is None or below.gap or bool(below.picture)
    if line.bold or line.text.endswith((":", ";", ",")):
        return False
    if line.is_final:
        return line.is_stopped and line.words <= _LONGEST_NAME
    words = line.text.split()
    is_name = len(words) > 1 and all(word[:1].isupper() for word in words)
    return len(words) >= _LEAST_CAPTION or is_name
