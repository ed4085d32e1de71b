"""Prints the JSON Schema of the record."""

import argparse
import json
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.given import Given
from newscrawl.items import record_schema


class Command(Given, ScrapyCommand):
    """``scrapy schema``."""

    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Print the JSON Schema of the article record"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002 - Scrapy's
        """Print the schema to standard output."""
        if args:
            raise UsageError("scrapy schema takes no argument")
        self._show(json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n")
