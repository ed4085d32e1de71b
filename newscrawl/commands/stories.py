"""Shows the stories of a period: which papers tell of one event, and since when."""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.asking import EXIT_CODES, Asking, add_span, iso, span_of, told

if TYPE_CHECKING:
    from newscrawl.ledger import Story


class Command(Asking, ScrapyCommand):
    """``scrapy stories``."""

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Show the stories that several articles tell"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Show the stories with an article first seen in the days asked for (in Vietnam): when "
            "the first article was seen, how many newspapers and articles tell of the event, and "
            "the first headline. 'scrapy story ID' shows one of them as a whole. An article that "
            "no other one goes with is no story."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument("--json", action="store_true", help="print JSON, one story a line")
        add_span(parser)

    def answer(self, args: list[str], opts: argparse.Namespace) -> str:
        """Return the stories, as asked for."""
        if args:
            raise UsageError("scrapy stories takes no argument: scrapy story ID shows one")
        span = span_of(opts)
        with self.open_ledger() as ledger:
            stories = ledger.stories(*span)
        return "".join(map(_line, stories)) if opts.json else table(stories)


def table(stories: Sequence["Story"]) -> str:
    """Return *stories* as lines for people, with their sums."""
    width = max((len(story.id) for story in stories), default=0)
    articles = sum(len(story.members) for story in stories)
    head = f"{'first seen':<16}  newspapers  articles  {'story':<{width}}  headline\n"
    rows = (
        f"{told(story.members[0].first_seen):<16}  {len(story.papers):>10}  "
        f"{len(story.members):>8}  {story.id:<{width}}  {story.members[0].headline}\n"
        for story in stories
    )
    count = "1 story" if len(stories) == 1 else f"{len(stories)} stories"
    return "".join((head if stories else "", *rows, f"{count}, told in {articles} articles\n"))


def _line(story: "Story") -> str:
    return json.dumps(fields_of(story), ensure_ascii=False) + "\n"


def fields_of(story: "Story") -> dict[str, Any]:
    """Return *story* as JSON shows it."""
    return {
        "story_id": story.id,
        "first_seen": iso(story.members[0].first_seen),
        "papers": story.papers,
        "headline": story.members[0].headline,
        "articles": [
            {
                "id": each.id,
                "publisher": each.publisher,
                "headline": each.headline,
                "url": each.url,
                "first_seen": iso(each.first_seen),
            }
            for each in story.members
        ],
    }
