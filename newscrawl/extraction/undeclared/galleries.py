"""Photo stories: pages whose text stands in the captions of their pictures."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.extraction.undeclared.asides import aside_of

_LEAST_CAPTIONS: Final = 3
_LEAST_TIMES: Final = 2
_MOST_SAID: Final = 4_000
_MOST_CAPTIONS: Final = 500
_NEAREST: Final = 4
_CAPTIONS: Final = ("figcaption", "div", "p", "span", "td")


def captions_in(within: HtmlElement, said: int) -> list[HtmlElement]:
    """Return the captions in *within* that are its text, or none.

    They say more than twice the *said* bytes of running text; those in teasers do not count.
    """
    if said > _MOST_SAID:
        return []
    named = (each for each in within.iterdescendants(*_CAPTIONS) if aside_of(each) == "caption")
    found: list[HtmlElement] = []
    for caption in islice(named, _MOST_CAPTIONS):
        inner = found and found[-1] in caption.iterancestors()
        if not inner and printed_text(caption) and _is_of_the_text(caption, within):
            found.append(caption)
    size = sum(len(printed_text(caption).encode()) for caption in found)
    return found if len(found) >= _LEAST_CAPTIONS and size > _LEAST_TIMES * said else []


def frames_of(captions: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Return the elements that hold one of *captions* each, and its picture."""
    frames = map(_frame, captions)
    return (frame for frame in frames if frame is not None)


def around(elements: Iterable[HtmlElement]) -> HtmlElement:
    """Return the smallest element that holds all *elements*, of which there is at least one."""
    first, *others = elements
    shared = [first, *first.iterancestors()]
    for other in others:
        holders = {other, *other.iterancestors()}
        shared = [each for each in shared if each in holders]
    return shared[0]


def _is_of_the_text(caption: HtmlElement, within: HtmlElement) -> bool:
    if _frame(caption) is None or next(caption.iter("a"), None) is not None:
        return False
    for holder in caption.iterancestors():
        if holder is within:
            return True
        if holder.tag == "a" or is_hidden(holder) or aside_of(holder) not in {None, "caption"}:
            return False
    return True


def _frame(caption: HtmlElement) -> HtmlElement | None:
    """Return the nearest element around *caption* that holds a picture."""
    near = islice(caption.iterancestors(), _NEAREST)
    return next(
        (each for each in near if next(each.iter("img", "amp-img"), None) is not None), None
    )
