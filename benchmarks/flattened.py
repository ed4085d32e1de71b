"""Print how well flattened pages are read: saved HTML pages, flattened by several tools first.

    python -m benchmarks.flattened PAGES [EXPECTED] [--only TOOL...] [-v]

PAGES is a folder of saved HTML pages, EXPECTED one of their expected records (default:
PAGES/expected). Each page is turned into text by each tool that is installed (packages of the
extra ``bench``; w3m and lynx where the system has them), and that text is read as a page of its
own. Columns: the pages, of how many the headline, the lead, the writers, the day and minute of
publication, the texts of all blocks in order and of all captions are right, and of how many all
of these are. What a tool destroys (letters, captions without a mark) cannot be right.
"""

import argparse
import importlib.util
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from newscrawl.archive import read_page
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers
from newscrawl.quality import normalize
from tests.saved_pages import SavedPage, comparable_fields, pages_of

FIELDS: Final = ("headline", "description", "authors", "date_published", "body", "captions")
_MINUTE: Final = len("2026-11-22T05:40")


class Flattener(NamedTuple):
    """A tool that turns a page into text: the package or command it needs, and a call of it."""

    name: str
    needs: str
    flatten: Callable[[str], str]
    is_command: bool = False

    @property
    def is_installed(self) -> bool:
        """Tell whether the package or the command is there."""
        found = shutil.which if self.is_command else importlib.util.find_spec
        return found(self.needs) is not None


def _html2text(**options: Any) -> Callable[[str], str]:
    def flatten(markup: str) -> str:
        from html2text import HTML2Text  # noqa: PLC0415 - of the extra

        tool = HTML2Text()
        # Without it letters in decomposed form lose their marks.
        tool.unicode_snob = True
        for name, value in options.items():
            setattr(tool, name, value)
        return tool.handle(markup)

    return flatten


def _inscriptis(markup: str) -> str:
    from inscriptis import get_text  # noqa: PLC0415 - of the extra

    return get_text(markup)


def _markdownify(markup: str) -> str:
    from markdownify import markdownify  # noqa: PLC0415 - of the extra

    return str(markdownify(markup, heading_style="ATX"))


def _command(*command: str) -> Callable[[str], str]:
    def flatten(markup: str) -> str:
        done = subprocess.run(command, input=markup.encode(), capture_output=True, check=True)  # noqa: S603 - our own
        return done.stdout.decode("utf-8", "replace")

    return flatten


_W3M: Final = ("w3m", "-dump", "-T", "text/html", "-cols", "80", "-I", "UTF-8", "-O", "UTF-8")
_LYNX: Final = ("lynx", "-stdin", "-dump", "-display_charset=utf-8", "-assume_charset=utf-8")
FLATTENERS: Final = (
    Flattener("html2text", "html2text", _html2text()),
    Flattener("html2text, unwrapped", "html2text", _html2text(body_width=0)),
    Flattener(
        "html2text, text alone",
        "html2text",
        _html2text(body_width=0, ignore_links=True, ignore_images=True),
    ),
    Flattener("inscriptis", "inscriptis", _inscriptis),
    Flattener("markdownify", "markdownify", _markdownify),
    Flattener("w3m", "w3m", _command(*_W3M), is_command=True),
    Flattener("lynx", "lynx", _command(*_LYNX), is_command=True),
)


def read(page: Page, text: str) -> dict[str, Any]:
    """Return the record of *text*, what became of *page*; an empty one where it is rejected."""
    flat = Page(content=text.encode(), kind="text", url=page.url, fetched_at=page.fetched_at)
    try:
        article = extract_article(flat, among=load_publishers().values())
    except NotAnArticle:
        return {}
    return normalize(article.model_dump(mode="json"))


def wrong(
    expected: Mapping[str, Any], fields: Sequence[str], record: Mapping[str, Any]
) -> set[str]:
    """Return those of ``FIELDS`` in which *record* is not what is *expected*."""
    counted = {"captions" if field == "images" else field for field in fields} & {*FIELDS}
    return {field for field in counted if _value(expected, field) != _value(record, field)}


def _value(record: Mapping[str, Any], field: str) -> Any:
    if field == "captions":
        return [each["caption"] for each in record.get("images", ()) if each["caption"]]
    value = record.get(field)
    if field == "body":
        return [block["text"] for block in value or ()]
    if field == "date_published":
        return (value or "")[:_MINUTE]
    return list(value or ()) if field == "authors" else value


def measured(tool: Flattener, pages: Sequence[SavedPage]) -> Iterator[tuple[SavedPage, set[str]]]:
    """Yield each of *pages* with the fields that are wrong once *tool* has flattened it."""
    for saved in pages:
        page = read_page(str(saved.path))
        record = read(page, tool.flatten(page.text))
        yield saved, wrong(saved.expected, comparable_fields(saved.expected), record)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path, help="a folder of saved HTML pages")
    parser.add_argument("expected", type=Path, nargs="?", help="default: PAGES/expected")
    parser.add_argument("--only", action="append", metavar="TOOL", help="this tool, or several")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what is wrong")
    given = parser.parse_args()
    pages = [page for page in pages_of(given.pages, given.expected) if page.path.suffix != ".txt"]
    chosen = [tool for tool in FLATTENERS if not given.only or tool.name in given.only]
    sys.stdout.write(f"{len(pages)} pages\n{'':24}{''.join(f'{name:>16}' for name in FIELDS)}")
    sys.stdout.write(f"{'all right':>12}\n")
    for tool in chosen:
        if not tool.is_installed:
            sys.stdout.write(f"{tool.name:24} is not installed\n")
            continue
        misses: Counter[str] = Counter()
        right = 0
        for page, fields in measured(tool, pages):
            misses.update(fields)
            right += not fields
            if fields and given.verbose:
                sys.stderr.write(f"{tool.name}: {page.name}: {', '.join(sorted(fields))}\n")
        row = "".join(f"{len(pages) - misses[name]:16}" for name in FIELDS)
        sys.stdout.write(f"{tool.name:24}{row}{right:12}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
