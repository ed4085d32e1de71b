"""Pictures and videos with the captions that are printed beside them."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newscrawl.extraction.markup.lines import Line
from newscrawl.extraction.markup.media import Clip, Picture


@dataclass(slots=True, eq=False)
class MediaGroup:
    """Media and the captions printed with them, until the element that holds them ends.

    Each caption knows how many media stood before it and whether the markup calls it a caption.
    """

    holder: HtmlElement
    media: list[Picture | Clip] = field(default_factory=list)
    captions: list[tuple[int, bool, list[str]]] = field(default_factory=list)
    ended: bool = True

    def add_text(self, line: Line) -> None:
        """Take in a printed line: it goes on with the caption before it, unless that has ended."""
        if self.ended:
            self.captions.append((len(self.media), line.captioning, []))
            self.ended = False
        self.captions[-1][2].append(line.text)

    def has_marked(self) -> bool:
        """Tell whether the markup calls any line a caption; others are then none."""
        return any(marked for _, marked, _ in self.captions)

    def close(self) -> None:
        """Give each picture its caption: one each, else each caption to the picture before it."""
        captions = [each for each in self.captions if each[1] or not self.has_marked()]
        one_each = len(captions) == len(self.media)
        for number, (position, _, texts) in enumerate(captions if self.media else ()):
            medium = self.media[number if one_each else max(position - 1, 0)]
            medium.caption += texts
