"""Lines that papers print around every article: listed whole lines, prefixes and shapes.

A line has a role only as a whole: "Chia sẻ" is a button, "Chia sẻ với Tuổi Trẻ, ông …" is news.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise, starmap
from typing import Final, cast

from newscrawl.conventions.boilerplate import LINES, SHAPES, Role
from newscrawl.typography import clean, fold

__all__ = ["Role", "comment_count", "pointed_headline", "role_of", "tags_in"]

_POINTER: Final = re.compile(
    # A sentence in the quotation marks of German and Danish, »…«, points nowhere.
    r"(?:>{2,}|»(?!.*(?:«|\.$)))\s*"
    r"(?:(?:xem thêm|đọc thêm|chi tiết|mời (?:bạn )?xem)\b)?:?\s*(?P<marked>.+)"
    r"|(?:[>*]\s*)?(?:xem thêm|đọc thêm|tham khảo thêm|tham khảo|xem ngay|đọc ngay|xem tiếp"
    r"|read more|see also|also read|read also|related|more)\s?:\s*(?P<named>.+)"
    r"|(?:tin|bài|tin bài) liên quan\s+(?-i:(?P<behind>[\"“'‘]?[^\W\d_a-z].{14,}[^.]))",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[^.]\.$")
_TAGS: Final = re.compile(
    r"(?:chủ đề(?: liên quan)?|(?:các )?từ kh(?:óa|oá)(?: liên quan)?|xem thêm về|tags?|thẻ|topics?"
    r"|keywords?|filed under|tagged)\s?(?::\s?|(?=#))(?P<tags>.*)",
    re.IGNORECASE,
)
_TAG_BREAK: Final = re.compile(r"\s*[,;|•·]\s*|\s{2,}|\s+(?=#)")
# A blank behind the first "#" would make a heading of Markdown a tag.
_HASHTAGS: Final = re.compile(
    r"#[^\s#][^#.]{0,40}(?:# ?[^\s#][^#.]{0,40}){1,19}|#\S{2,30}(?: \S{1,12}){0,3}"
)
_COMMENTS: Final = (
    r"(?:bình luận|ý kiến(?: bạn đọc| độc giả)?|nhận xét|thảo luận|comments?|messages?|thoughts?"
    r"|commentaires?"
    r"|kommentare?|kommentarer|comentarios?|comentários?|commenti?|komentarz[ey]?|komentáře|komentářů"
    r"|reacties?|yorum|комментари(?:й|я|ев|и)|коментар(?:і|ів)?|kommenttia?|komentar)"
)
# "2 bình luận về …": WordPress names the article.
_COUNT: Final = re.compile(
    rf"(?:(?:xem (?:tất cả|thêm) )?{_COMMENTS}(?: ?\( ?|: ?)(\d[\d.,]*) ?\)?"
    rf"|(?:xem )?(?:tất cả )?(\d[\d.,]*) {_COMMENTS}"
    r"(?P<on> (?:về|cho|on|to|en|sur|zu|su|em|do|op|к)\b.*)?)"
    r":?",
    re.IGNORECASE,
)
_NO_COMMENTS: Final = re.compile(
    r"(?:hiện )?(?:chưa|không) có (?:bình luận|ý kiến|nhận xét)(?: nào)?"
    r"(?: (?:cho|về|trong|ở) (?:bài|tin|mục|nội dung|chủ đề)\b.{0,30})?"
    r"\W*(?:(?:bạn )?hãy (?:là|để lại|gửi)\b.{3,60})?"
    r"|(?:there are )?no comments(?: yet)?\.?(?: be the first to comment\.?)?"
    r"|be the first to comment\.?"
    r"|hãy là người (?:đầu tiên bình luận|bình luận đầu tiên)\.?"
    r"|(?:noch )?keine kommentare|aucun commentaire|sin comentarios|sem comentários"
    r"|nenhum comentário|nessun commento|brak komentarzy|geen reacties|комментариев (?:пока )?нет"
    r"|(?:пока )?нет комментариев",
    re.IGNORECASE,
)
# Where a label, a button and its counter, or an address were printed without a blank.
_SEAM: Final = re.compile(r"(?<=:)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d+$)|(?=http)")
_LONGEST_LINE: Final = 320


def _phrases() -> dict[str, Role]:
    return {
        fold(clean(phrase)): role
        for role, lines in LINES.items()
        for line in lines.strip().splitlines()
        for phrase in line.strip().split("|")
    }


_PHRASES: Final = _phrases()


def _shape(role: Role, shapes: str) -> str:
    return f"(?P<{role}>{'|'.join(line.strip() for line in shapes.strip().splitlines())})"


_SHAPES: Final = re.compile("|".join(starmap(_shape, SHAPES.items())), re.IGNORECASE)


@lru_cache(maxsize=4096)
def role_of(line: str) -> Role | None:
    """Return the role of a whole cleaned *line*, None where it may be news.

    A line that strings several listed phrases and counters together (a row of buttons), with or
    without blanks, has the role of the first phrase that is no noise, else "noise".
    """
    if not line or len(line) > _LONGEST_LINE:
        return None if " " in line[:_LONGEST_LINE] else "junk"
    key = fold(line)
    if not key or key in _PHRASES:
        return _PHRASES.get(key)
    if pointed_headline(line):
        return "pointer"
    if (line[-1] != "." and _TAGS.fullmatch(line)) or _HASHTAGS.fullmatch(line):
        return "tags"
    shaped = _shaped(line)
    if shaped or line[-1] in ".?":
        return shaped
    parted = _parted(line)
    return _strung(line) or ((_shaped(parted) or _strung(parted)) if parted != line else None)


def pointed_headline(line: str) -> str | None:
    """Return the headline behind a listed prefix ("Xem thêm: …", ">> …"), None without one."""
    found = _POINTER.fullmatch(line)
    if found is None:
        return None
    headline = found["behind"] or found["named"] or "A"
    if headline.lstrip("\"“'‘")[:1].islower() or _SENTENCE.search(headline):
        return None
    return (found["marked"] or found["named"] or found["behind"]).strip()


def tags_in(line: str) -> tuple[str, ...]:
    """Return the tags that stand on a line of the role "tags" behind its label."""
    found = _TAGS.fullmatch(line)
    listed = found["tags"] if found else line if _HASHTAGS.fullmatch(line) else ""
    tags = (tag.strip().lstrip("#").strip() for tag in _TAG_BREAK.split(listed))
    return tuple(tag for tag in tags if tag)


def comment_count(line: str) -> int | None:
    """Return the number of comments that *line* states, None where it states none.

    "Bình luận (0)" states nothing: it is what templates print before a script counts. "0 bình
    luận" is a sentence.
    """
    if _NO_COMMENTS.fullmatch(line):
        return 0
    found = _COUNT.fullmatch(line)
    if not found:
        return None
    count = int(re.sub(r"\D", "", found[1] or found[2]))
    return count or (None if found[1] else 0)


@cache
def _longest_listed() -> int:
    return max(key.count(" ") + 1 for key in _PHRASES)


@cache
def _first_listed() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _PHRASES)


def _shaped(line: str) -> Role | None:
    counted = _COUNT.fullmatch(line)
    if (counted and not counted["on"]) or _NO_COMMENTS.fullmatch(line):
        return "comments"
    found = _SHAPES.fullmatch(line)
    return cast("Role", found.lastgroup) if found else None


def _parted(line: str) -> str:
    """Return *line* with blanks where a page had none: "FacebookZaloIn bài", "Bình luận0"."""
    pairs = pairwise(f" {line}")
    parted = (f" {b}" if a.islower() and b.isupper() else b for a, b in pairs)
    return _SEAM.sub(" ", "".join(parted))


def _strung(line: str) -> Role | None:
    """Return the role of a row of listed phrases and numbers, read longest phrase first.

    The last of them may have a listed shape: "Chia sẻ Theo dõi Báo Mẫu trên".
    """
    words = [word for word in line.split() if fold(word)]
    keys = list(map(fold, words))
    roles: list[Role] = []
    listed = 0
    at = 0
    if keys[0].partition(" ")[0] not in _first_listed() and not keys[0].isdigit():
        return None
    while at < len(words):
        if at and (shaped := _shaped(" ".join(words[at:]))):
            roles.append(shaped)
            break
        for end in range(min(len(words), at + _longest_listed()), at, -1):
            phrase = " ".join(keys[at:end])
            role = _PHRASES.get(phrase)
            if role or phrase.isdigit():
                roles.append(role or "noise")
                listed += role is not None
                at = end
                break
        else:
            return None
    return next((role for role in roles if role != "noise"), "noise") if listed else None
