"""Shows which articles are one text: who printed it first, and what others made of it."""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.asking import EXIT_CODES, Asking, add_span, iso, span_of, told

if TYPE_CHECKING:
    from newscrawl.ledger import Group, Member


class Command(Asking, ScrapyCommand):
    """``scrapy duplicates``."""

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Show which articles are one text: copies, excerpts, extensions, rewrites"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Show the groups of articles that are one text, whichever newspapers printed them, "
            "with an article first seen in the days asked for (in Vietnam): the first one, and "
            "what each later one is to it, with the share of the shorter text that both have."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument("--json", action="store_true", help="print JSON, one group a line")
        add_span(parser)

    def answer(self, args: list[str], opts: argparse.Namespace) -> str:
        """Return the groups, as asked for."""
        if args:
            raise UsageError("scrapy duplicates takes no argument")
        span = span_of(opts)
        with self.open_ledger() as ledger:
            groups = ledger.groups(*span)
        return "".join(map(_line, groups)) if opts.json else table(groups)


def table(groups: Sequence["Group"]) -> str:
    """Return *groups* as lines for people, with their sums."""
    articles = sum(len(group.members) for group in groups)
    texts = f"{len(groups)} text{'s' * (len(groups) != 1)}"
    return "".join((*map(_paragraph, groups), f"{texts}, printed in {articles} articles\n"))


def _paragraph(group: "Group") -> str:
    papers, articles = len(group.papers), len(group.members)
    head = f"{told(group.members[0].first_seen):<16}  {articles} articles, {papers} newspaper"
    rows = (
        f"  {_what(each):<15}  {told(each.first_seen):<16}  {each.publisher:<14}  {each.headline}\n"
        for each in group.members
    )
    return f"{head}{'s' * (papers > 1)}\n{''.join(rows)}\n"


def _what(member: "Member") -> str:
    if member.kind is None:
        return "first" if member.duplicate_of is None else "duplicate"
    return f"{member.kind} {member.score or 0:.2f}"


def _line(group: "Group") -> str:
    articles = [{**each._asdict(), "first_seen": iso(each.first_seen)} for each in group.members]
    fields = {
        "first_seen": iso(group.members[0].first_seen),
        "papers": group.papers,
        "articles": articles,
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"
