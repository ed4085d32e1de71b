"""Pages at rest: folders of saved pages and WARC files, read in a fixed order, within limits."""

from newscrawl.archive.folder import PAGE_SUFFIXES, WARC_SUFFIXES, SavedPage, find_pages
from newscrawl.archive.reading import MAX_PAGE_BYTES, read_page
from newscrawl.archive.sniffing import looks_like_html
from newscrawl.archive.unreadable import REASONS, Unreadable
from newscrawl.archive.warc_pages import pages_in

__all__ = [
    "MAX_PAGE_BYTES",
    "PAGE_SUFFIXES",
    "REASONS",
    "WARC_SUFFIXES",
    "SavedPage",
    "Unreadable",
    "find_pages",
    "looks_like_html",
    "pages_in",
    "read_page",
]
