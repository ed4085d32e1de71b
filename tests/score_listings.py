"""Print recall and precision of the article addresses found on listings, by page and paper.

    python -m tests.score_listings PAGES [EXPECTED]

PAGES holds listings, each NAME.html beside NAME.json with its address; EXPECTED (default:
PAGES/expected) one NAME.json each: its paper and the article addresses on it, in page order.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscrawl.discovery import Further, ListedArticle, identity, read_listing
from newscrawl.page import Page
from newscrawl.publisher import Listing, Publisher
from newscrawl.publishers import load_publishers

SUFFIXES = (".html", ".xml", ".txt", ".xml.gz")


@dataclass(frozen=True)
class Score:
    """What was found on one listing, by the ids of the articles."""

    name: str
    publisher: str
    wanted: list[str]
    found: list[str]

    @property
    def missed(self) -> list[str]:
        return [one for one in self.wanted if one not in self.found]

    @property
    def wrong(self) -> list[str]:
        return [one for one in self.found if one not in self.wanted]


def read_whole(
    page: Page, listing: Listing, publisher: Publisher
) -> Iterator[ListedArticle | Further]:
    """Yield what is on a listing, without pauses."""
    return filter(None, read_listing(page, listing, publisher))


def score(pages: Path, file: Path) -> Score:
    """Return the score of the listing in *pages* of which *file* says what is on it."""
    facts = json.loads(file.read_text("utf-8"))
    publisher = load_publishers()[facts["publisher"]]
    saved = next(path for suffix in SUFFIXES if (path := pages / f"{file.stem}{suffix}").exists())
    page = Page(content=saved.read_bytes(), kind="html", url=facts["url"])
    listing = Listing(url=facts["url"], kind=facts.get("kind", "section"))
    links = [
        each for each in read_whole(page, listing, publisher) if isinstance(each, ListedArticle)
    ]
    wanted = [identity(url, publisher) or url for url in facts["article_urls"]]
    return Score(file.stem, publisher.name, wanted, [link.article_id for link in links])


def row(name: str, scored: list[Score]) -> str:
    """Return the line of the table for *scored*, taken together."""
    wanted, found = (
        sum(len(set(ids)) for ids in each)
        for each in zip(*((one.wanted, one.found) for one in scored), strict=True)
    )
    right = found - sum(len(set(one.wrong)) for one in scored)
    recall, precision = (right / count if count else 1.0 for count in (wanted, found))
    return f"{name:<16}{wanted:>8}{found:>8}{recall:>9.4f}{precision:>11.4f}"


def main() -> None:
    """Print the table, then every address that was missed or is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.score_listings", description=__doc__)
    parser.add_argument("pages", type=Path, help="the folder of listings")
    parser.add_argument("expected", type=Path, nargs="?", help="default: PAGES/expected")
    arguments = parser.parse_args()
    expected = arguments.expected or arguments.pages / "expected"
    scored = [score(arguments.pages, file) for file in sorted(expected.glob("*.json"))]
    papers: dict[str, list[Score]] = defaultdict(list)
    for each in scored:
        papers[each.publisher].append(each)
    lines = [f"{'':<16}{'wanted':>8}{'found':>8}{'recall':>9}{'precision':>11}"]
    lines += [row(each.name, [each]) for each in scored]
    lines += ["", *(row(name, group) for name, group in papers.items()), "", row("all", scored)]
    lines += [f"{each.name}: missed {one}" for each in scored for one in each.missed]
    lines += [f"{each.name}: wrong {one}" for each in scored for one in each.wrong]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
