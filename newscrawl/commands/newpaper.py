"""Drafts the declaration of a newspaper from one of its pages."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.given import Given, why
from newscrawl.page import Page

if TYPE_CHECKING:
    from newscrawl.drafting import Draft
    from newscrawl.items import Article

_EXPECTED: Final = ("publisher", "url", "article_type", "language", "agencies")
_WIDEST: Final = 72
EXIT_CODES = """\
Exit codes: 0 the draft is written; 1 the page could not be had or holds no article, or the draft
cannot be written; 2 usage."""


class NotFetched(Exception):
    """Why a page could not be fetched."""


class Command(Given, ScrapyCommand):
    """``scrapy newpaper NAME PAGE_OR_URL``."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "ERROR"}

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] NAME PAGE_OR_URL"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Draft the declaration of a newspaper from one of its pages"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Draft the declaration of the newspaper NAME from a saved page (HTML, its address in "
            "the page or in NAME.json beside it) or from an address, which is fetched as a crawl "
            "would. It writes PAPERS/NAME.py and, under PAPERS/pages/NAME/, the page with what "
            "was read from it, to be checked by eye; and says which fields still need a rule."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument(
            "--papers",
            metavar="FOLDER",
            default="papers",
            help="the package of your own papers (default: papers; name it in the setting "
            "NEWSCRAWL_PUBLISHERS)",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Draft the paper; sets the exit code."""
        from newscrawl.archive import Unreadable
        from newscrawl.drafting import NoDraft
        from newscrawl.extraction import NotAnArticle

        if len(args) != 2:  # noqa: PLR2004 - NAME and PAGE_OR_URL
            raise UsageError("give the newspaper's name and a page of it, saved or its address")
        if not opts.papers:
            raise UsageError("--papers is empty: name a folder, or leave it out")
        name, source = args
        try:
            report = self._draft(name, source, Path(opts.papers))
        except NoDraft as error:
            raise UsageError(str(error), print_help=False) from error
        except (NotFetched, Unreadable, NotAnArticle) as error:
            sys.stderr.write(f"{source}: {error}\n")
            self.exitcode = 1
        except OSError as error:
            sys.stderr.write(f"{name} cannot be drafted: {why(error)}\n")
            self.exitcode = 1
        else:
            self._show("".join(f"{line}\n" for line in report))

    def _draft(self, name: str, source: str, papers: Path) -> Iterator[str]:
        """Write the draft, and return what is to be said of it."""
        from newscrawl.drafting import draft

        module = papers / f"{name}.py"
        if module.exists():
            raise UsageError(f"{module} exists: move it away, or choose another name")
        page = self._page(source)
        found = draft(name, page)
        sample = papers / "pages" / name / f"{_stem(source)}.html"
        sidecar = {"url": page.url, "fetched_at": page.fetched_at, "expected": _expected(found)}
        files = {
            sample: page.content,
            sample.with_suffix(".json"): _json(sidecar),
            module: found.source.encode(),
        }
        _write(papers, files)
        return _report(found, module, sample)

    def _page(self, source: str) -> Page:
        from newscrawl.archive import read_page
        from newscrawl.manners import why_not

        if "://" not in source:
            if not Path(source).is_file():
                raise UsageError(f"there is no page {source!r}")
            return read_page(source)
        if why_not(source) == "bad_address":
            raise UsageError(f"{source!r} is no address of a page")
        return self._fetched(source)

    def _fetched(self, url: str) -> Page:
        from newscrawl.spiders.fetching import FetchingSpider

        crawler = self._process.create_crawler(FetchingSpider)
        self._process.crawl(crawler, url=url)
        self._process.start()
        spider = crawler.spider
        if isinstance(spider, FetchingSpider) and spider.page:
            return spider.page
        raise NotFetched(getattr(spider, "failure", None) or "no answer")


def _write(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write *files*, which are to lie below *folder*, all of them or none; raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as waiting:
        written = [Path(waiting, str(number)) for number in range(len(files))]
        for file, content in zip(written, files.values(), strict=True):
            file.write_bytes(content)
        for file, path in zip(written, files, strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            file.replace(path)


def _json(fields: Mapping[str, Any]) -> bytes:
    return (json.dumps(fields, ensure_ascii=False, indent=1) + "\n").encode()


def _stem(source: str) -> str:
    name = Path(urlsplit(source).path).name.partition(".")[0]
    return "".join(each if each.isalnum() or each in "-_" else "-" for each in name) or "page"


def _expected(found: "Draft") -> Mapping[str, Any]:
    from newscrawl.drafting import FIELDS

    record = found.article.model_dump(mode="json")
    images = [{key: image[key] for key in ("caption", "credit")} for image in record["images"]]
    related = [
        {key: each[key] for key in ("headline", "description")} for each in record["related"]
    ]
    fields = {field: record[field] for field in (*_EXPECTED, *FIELDS)}
    return {**fields, "body": record["body"], "images": images, "related": related}


def _report(found: "Draft", module: Path, sample: Path) -> Iterator[str]:
    from newscrawl.drafting import FIELDS

    article = found.article
    yield f"{module}: {found.platform.name if found.platform else 'a layout of its own'}"
    for field in FIELDS:
        value = _shown(article, field)
        yield f"  {field:<16}{value or '- nothing: does the page print it? then it needs a rule'}"
    yield f"  {'body':<16}{len(article.body)} blocks, {len(article.text)} characters"
    captions = sum(image.caption is not None for image in article.images)
    yield f"  {'images':<16}{len(article.images)}, {captions} with captions"
    yield f"{sample.with_suffix('.json')}: check each field by eye, and every block of the body."
    yield "A real page is its publisher's work: keep it out of what you publish."
    papers = module.parent.resolve()
    package = _imported_as(module)
    if package is None:
        yield f"Python does not find {papers}: move it into the project's folder, or name"
        yield f"{papers.parent} in PYTHONPATH."
    yield f"Then: scrapy replay {sample.parent} -s NEWSCRAWL_PUBLISHERS={package or papers.name}"


def _imported_as(module: Path) -> str | None:
    """Return the package in which Python finds *module*, itself where it lies in none."""
    whole = module.resolve().with_suffix("")
    places = [Path(place).resolve() for place in sys.path]
    found = (whole.relative_to(place).parts for place in places if place in whole.parents)
    names = (parts[:-1] or parts for parts in found)
    return next((".".join(parts) for parts in names if "." not in "".join(parts)), None)


def _shown(article: "Article", field: str) -> str:
    value = getattr(article, field)
    text = ", ".join(value) if isinstance(value, tuple) else str(value or "")
    text = text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
    rule = article.provenance.get(field)
    return f"{text}  [{rule}]" if text and rule else text
