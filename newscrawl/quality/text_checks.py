"""Checks of what the article says: its length, its words, its blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from newscrawl.conventions.lexicon import role_of
from newscrawl.quality.garbling import markup, obfuscated_words, script, words_of, wrongly_decoded
from newscrawl.quality.problems import Problem
from newscrawl.quality.reading import Passage, RecordFields
from newscrawl.typography import fold


class Least(NamedTuple):
    """The shortest body, in characters, that an article of one type has been seen with, and why."""

    characters: int
    reason: str


SHORTEST: Final[dict[str, Least]] = {
    "news": Least(80, "a brief is one paragraph: a sentence or two"),
    "opinion": Least(200, "an argument takes several sentences"),
    "interview": Least(200, "one question with its answer"),
    "live": Least(40, "a live page may have just begun"),
    "video": Least(0, "the video tells it"),
    "photo": Least(0, "the pictures tell it"),
    "emagazine": Least(40, "much of the text may stand inside its pictures"),
    "advertorial": Least(80, "as news"),
    "notice": Least(30, "a correction is one sentence"),
}

# Languages whose sentences end in a stop, and of which the lexicon of boilerplate is.
_WITH_STOPS: Final = frozenset(("", "vi", "en"))

_GARBLED_PIECES: Final = 3
_GARBLED_EVERY: Final = 300
_OBFUSCATED_WORDS: Final = 3
_OBFUSCATED_SHARE: Final = 0.05
_OBFUSCATED_IN_HEADLINE: Final = 2
_OBFUSCATED_HEADLINE_SHARE: Final = 0.3

# Letters, small and with their tones, that Vietnamese has and no other language written in Latin.
_VIETNAMESE: Final = re.compile("[đơưăảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỷỹỵ]")
_LETTERS_THAT_TELL: Final = 200
_LEAST_VIETNAMESE: Final = 0.02
_MOST_VIETNAMESE: Final = 0.08

# A list of headlines: at least so many lines, hardly any of which ends as a sentence does. Lines
# most of which hold numbers are data: prices, results, forecasts.
_HEADLINES: Final = 5
_SENTENCES: Final = 0.1
_DATA: Final = 0.6
_HEADLINE_LENGTH: Final = (40, 160)
_SENTENCE_END: Final = re.compile(r"[.!?…:;)\"”’»。！？」』）।]\s*(?:/\.)?$")
_RELATED_SHARE: Final = 0.5
_RUNNING_TEXT: Final = frozenset(("news", "opinion", "interview", "advertorial"))

_REPEATED_SHARE: Final = 0.4
_LEAST_BLOCKS: Final = 3
_LONG_BLOCK: Final = 40
_BOILERPLATE: Final = frozenset(
    ("related", "more", "pointer", "tags", "follow", "comments", "footer")
)


def check_length(reading: RecordFields) -> Iterator[Problem]:
    """Find a body that is missing, or shorter than its type allows.

    An article that its newspaper took down has none.
    """
    if reading.string("status") == "withdrawn":
        return
    least = SHORTEST.get(reading.article_type, SHORTEST["news"]).characters
    length = len(reading.text)
    if not length:
        has_media = any(True for name in ("images", "videos") for _ in reading.parts(name))
        if least or not (has_media or reading.string("description")):
            yield Problem("missing_body", "body")
    elif length < least:
        yield Problem("too_short", "text", reading.text)


def check_decoding(reading: RecordFields) -> Iterator[Problem]:
    """Find text that was decoded with a wrong encoding."""
    said = "\n".join(passage.text for passage in reading.passages)
    pieces = wrongly_decoded(said)
    if not pieces:
        return
    path = next(each.path for each in reading.passages if pieces[0] in each.text)
    many = len(pieces) >= _GARBLED_PIECES or len(pieces) * _GARBLED_EVERY >= len(said)
    name = "mojibake" if many or path == "headline" else "mojibake_in_places"
    yield Problem(name, path, " ".join(pieces))


def check_look_alikes(reading: RecordFields) -> Iterator[Problem]:
    """Find words in look-alike letters, as content farms print them to dodge filters."""
    headline = obfuscated_words(reading.string("headline"))
    if len(headline) >= _OBFUSCATED_IN_HEADLINE:
        words = words_of(reading.string("headline"))
        if len(headline) >= _OBFUSCATED_HEADLINE_SHARE * len(words):
            yield Problem("obfuscated_text", "headline", " ".join(headline))
            return
    found = [(each, words) for each in reading.passages if (words := obfuscated_words(each.text))]
    count = sum(len(words) for _, words in found)
    if count < _OBFUSCATED_WORDS:
        return
    if count >= _OBFUSCATED_SHARE * sum(len(words_of(each.text)) for each in reading.passages):
        yield Problem("obfuscated_text", found[0][0].path, " ".join(found[0][1]))


def check_code(reading: RecordFields) -> Iterator[Problem]:
    """Find the first tag or entity and the first script left in the text."""
    for name, found_in in (("markup_in_text", markup), ("script_in_text", script)):
        found = ((each.path, found_in(each.text)) for each in reading.passages)
        path, code = next((each for each in found if each[1]), ("", None))
        if code:
            yield Problem(name, path, code)


def check_language(reading: RecordFields) -> Iterator[Problem]:
    """Find a long text without the letters of its language, or with those of Vietnamese."""
    if not reading.language:
        return
    text = reading.text.casefold()
    letters = sum(map(str.isalpha, text))
    if letters < _LETTERS_THAT_TELL:
        return
    share = len(_VIETNAMESE.findall(text)) / letters
    is_vietnamese = reading.language == "vi"
    if (share < _LEAST_VIETNAMESE) if is_vietnamese else (share > _MOST_VIETNAMESE):
        yield Problem("wrong_language", "language", reading.language)


def check_headlines(reading: RecordFields) -> Iterator[Problem]:
    """Find a body that lists headlines, its own or those of the related articles."""
    lines = [block for block in reading.blocks if block.type == "paragraph"]
    if len(lines) < _HEADLINES or reading.language not in _WITH_STOPS:
        return
    related = {
        _title(str(each.get("headline")))
        for _, each in reading.parts("related")
        if isinstance(each, Mapping)
    }
    repeated = [line for line in lines if _title(line.text) in related]
    sentences = sum(bool(_SENTENCE_END.search(line.text)) for line in lines)
    shortest, longest = _HEADLINE_LENGTH
    data = sum(any(map(str.isdigit, line.text)) for line in lines)
    is_list = (
        reading.article_type in _RUNNING_TEXT
        and data < _DATA * len(lines)
        and sentences <= _SENTENCES * len(lines)
        and shortest <= sum(len(line.text) for line in lines) / len(lines) <= longest
    )
    if is_list or len(repeated) >= _RELATED_SHARE * len(lines):
        yield Problem("body_is_headlines", lines[0].path, lines[0].text)


def _title(line: str) -> str:
    return line.strip(" .…?!").casefold()


def check_repetition(reading: RecordFields) -> Iterator[Problem]:
    """Find blocks that stand in the body more than once, and a lead that is printed again."""
    lead = fold(reading.string("description"))
    if lead and lead == fold(reading.string("headline")):
        yield Problem("lead_equals_headline", "description", reading.string("description"))
    blocks = [(block, fold(block.text)) for block in reading.blocks if block.type != "table_row"]
    if lead and blocks and blocks[0][1] == lead:
        yield Problem("lead_repeated_in_body", blocks[0][0].path, blocks[0][0].text)
    counts = Counter(key for block, key in blocks if len(block.text) >= _LONG_BLOCK)
    repeated = counts.total() - len(counts)
    again = _first_again([(block, key) for block, key in blocks if counts[key] > 1])
    if again is None:
        return
    much = len(blocks) >= _LEAST_BLOCKS and repeated >= _REPEATED_SHARE * len(blocks)
    yield Problem("body_repeats_block" if much else "duplicate_block", again.path, again.text)


def _first_again(blocks: list[tuple[Passage, str]]) -> Passage | None:
    seen: set[str] = set()
    for block, key in blocks:
        if key in seen:
            return block
        seen.add(key)
    return None


def check_boilerplate(reading: RecordFields) -> Iterator[Problem]:
    """Find lines that papers print around every article."""
    if reading.language not in _WITH_STOPS:
        return
    for block in reading.blocks:
        if block.type in {"paragraph", "heading"} and role_of(block.text) in _BOILERPLATE:
            yield Problem("boilerplate_in_body", block.path, block.text)
