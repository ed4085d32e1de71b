"""A record as the checks read it: any mapping, whatever its fields hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newscrawl.publisher import Publisher
from newscrawl.typography import fold


class Passage(NamedTuple):
    """One printed block and the path to its text."""

    path: str
    type: str
    text: str


@dataclass(frozen=True)
class RecordFields:
    """The fields of one record; what is missing or of another type reads as empty."""

    fields: Mapping[str, Any]
    publisher: Publisher | None = None

    def string(self, name: str) -> str:
        """Return the field *name* without outer blanks, "" where it is no text."""
        value = self.fields.get(name)
        return value.strip() if isinstance(value, str) else ""

    def parts(self, name: str) -> Iterator[tuple[str, Any]]:
        """Yield the path and the value of each part of the list *name*."""
        value = self.fields.get(name)
        if isinstance(value, Sequence) and not isinstance(value, str):
            for index, part in enumerate(value):
                yield f"{name}.{index}", part

    @cached_property
    def blocks(self) -> tuple[Passage, ...]:
        """The printed blocks; those of a record without a body are the paragraphs of its text."""
        blocks = tuple(
            Passage(f"{path}.text", str(block.get("type", "paragraph")), str(block["text"]))
            for path, block in self.parts("body")
            if isinstance(block, Mapping) and isinstance(block.get("text"), str)
        )
        plain = tuple(
            Passage(path, "paragraph", block)
            for path, block in self.parts("body")
            if isinstance(block, str)
        )
        text = self.string("body") or self.string("text")
        return (
            blocks
            or plain
            or tuple(Passage("text", "paragraph", part) for part in text.split("\n\n") if part)
        )

    @cached_property
    def text(self) -> str:
        """The text of all blocks."""
        return "\n\n".join(block.text for block in self.blocks)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that the article says: headline, lead and blocks."""
        said = (Passage(name, name, self.string(name)) for name in ("headline", "description"))
        return (*(passage for passage in said if passage.text), *self.blocks)

    @cached_property
    def article_type(self) -> str:
        """The declared type of the article, "news" where none is declared."""
        return self.string("article_type") or "news"

    @cached_property
    def language(self) -> str:
        """The primary language that the record declares, "" for none."""
        return self.string("language").partition("-")[0].casefold()

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The folded names of the newspaper itself."""
        return own_names(self.fields, self.publisher)


def own_names(fields: Mapping[str, Any], publisher: Publisher | None) -> frozenset[str]:
    """Return the folded names of the newspaper that printed the record, with its hosts."""
    names = [fields.get("publisher_name"), host_of(fields.get("url"))]
    if publisher is not None:
        names += [publisher.printed_name, publisher.host, *publisher.hosts, *publisher.names]
    folded = (fold(name) for name in names if isinstance(name, str))
    return frozenset(name for name in folded if name)


def host_of(url: Any) -> str | None:
    """Return the host of *url*, None where it is no address."""
    try:
        return urlsplit(url).hostname if isinstance(url, str) else None
    except ValueError:
        return None
