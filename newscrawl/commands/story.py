"""Shows one story: its articles, and what ties them together."""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.asking import Asking, told
from newscrawl.commands.stories import fields_of

if TYPE_CHECKING:
    from newscrawl.ledger import Ledger, Story
    from newscrawl.stories import Tie

EXIT_CODES = """\
Exit codes: 0 done; 1 there is no ledger, it cannot be read, or it knows no such story; 2 usage."""

_MOST_READ: Final = 200


class Command(Asking, ScrapyCommand):
    """``scrapy story ID``."""

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] ID"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Show one story: its articles, and what ties them together"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Show the articles of the story ID, or of the story of the article ID: when each was "
            "first seen, where, and how like the nearest others it is (0 to 1), by the names, "
            "numbers, days and words below it that several of them share. An article whose line "
            "cannot be read back is like nothing."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument("--json", action="store_true", help="print JSON")

    def answer(self, args: list[str], opts: argparse.Namespace) -> str:
        """Return the story, as asked for."""
        if len(args) != 1:
            raise UsageError("give the id of one story, or of an article of it")
        with self.open_ledger() as ledger:
            story = _found(ledger, args[0])
            likeness, shared = _explained(ledger, story)
        show = _line if opts.json else page
        return show(story, likeness, shared)


def _found(ledger: "Ledger", record_id: str) -> "Story":
    from newscrawl.ledger import LedgerError

    story = ledger.story(record_id)
    if story is None:
        raise LedgerError(f"the ledger knows no story or article {record_id!r}")
    return story


def _explained(ledger: "Ledger", story: "Story") -> tuple[dict[str, float], list["Tie"]]:
    """Return how like the others each article is, by its id, and what ties them."""
    from newscrawl.stories import likenesses, ties

    lines = (ledger.read(each.key) for each in story.members[:_MOST_READ])
    articles = [fields for fields in lines if fields]
    names = (str(fields["id"]) for fields in articles)
    return dict(zip(names, likenesses(articles), strict=True)), ties(articles)


def page(story: "Story", likeness: dict[str, float], shared: Sequence["Tie"]) -> str:
    """Return the story as lines for people."""
    count = len(story.members)
    head = f"{story.id}: {count} article{'s' * (count > 1)}, {', '.join(story.papers)}\n\n"
    rows = (
        f"  {told(each.first_seen):<16}  {likeness.get(each.id, 0):.2f}  {each.publisher:<14}  "
        f"{each.headline}\n"
        for each in story.members
    )
    tied = (f"  {tie.kind:<8}  {tie.articles:>4} of {count}  {tie.shown}\n" for tie in shared)
    return "".join((head, *rows, "\nTied by\n" if shared else "", *tied))


def _line(story: "Story", likeness: dict[str, float], shared: Sequence["Tie"]) -> str:
    fields = fields_of(story)
    for article in fields["articles"]:
        article["likeness"] = round(likeness.get(article["id"], 0), 3)
    fields["ties"] = [tie._asdict() for tie in shared]
    return json.dumps(fields, ensure_ascii=False) + "\n"
