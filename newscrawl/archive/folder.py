"""Finding saved pages: files, folders and globs, in one order on every machine."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.archive.reading import MAX_PAGE_BYTES, read_page
from newscrawl.page import Page

PAGE_SUFFIXES = (".html", ".htm", ".txt")
WARC_SUFFIXES = (".warc", ".warc.gz")
_FILE_SUFFIXES = (*PAGE_SUFFIXES, *(f"{suffix}.gz" for suffix in PAGE_SUFFIXES), *WARC_SUFFIXES)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, or a WARC file of pages; ``archive`` is its path relative to the folder given."""

    path: str
    archive: str

    @property
    def is_warc(self) -> bool:
        """Whether it is a WARC file."""
        return self.path.lower().endswith(WARC_SUFFIXES)

    def read(self, max_bytes: int = MAX_PAGE_BYTES) -> Page:
        """Return the page; raises ``Unreadable``."""
        return read_page(self.path, archive=self.archive, max_bytes=max_bytes)


def find_pages(paths: Iterable[str]) -> list[SavedPage]:
    """Return the pages at *paths* (files, folders, globs), each once, by the bytes of their names.

    Hidden files and files with other suffixes are no pages. A page that is reached in several
    ways (overlapping paths, links) is known by its real place where that is among *paths*. What
    cannot be listed, and a link back to a folder that it lies in, stays in the list to be
    rejected by name. Raises ``FileNotFoundError`` for a path that does not exist and for a glob
    that matches nothing.
    """
    search = _Search()
    for path in paths:
        for root, match in _expand(path):
            search.take(match, root)
    search.follow_links()
    return sorted(search.pages.values(), key=lambda page: page.archive.encode())


def _expand(given: str) -> Iterator[tuple[Path, Path]]:
    """Yield what *given* stands for, each with the folder that its archive name is relative to."""
    path = Path(given)
    if os.path.lexists(given):  # not path: that of an empty name is the current folder
        yield (path if path.is_dir() else path.parent), path
        return
    matches = glob.glob(given, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        raise FileNotFoundError(f"no such file or folder: {given!r}")
    root = next(parent for parent in path.parents if not glob.has_magic(str(parent)))
    for match in sorted(matches):
        yield root, Path(match)


@dataclass
class _Search:
    pages: dict[Path, SavedPage] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    links: list[tuple[Path, Path]] = field(default_factory=list)

    def take(self, path: Path, root: Path) -> None:
        try:
            real = path.resolve()
        except RuntimeError:  # a link to itself
            real = path.absolute()
        if real.is_dir():
            self._walk(path, real, root)
        elif path.name.lower().endswith(_FILE_SUFFIXES):
            self._add(path, real, root)

    def follow_links(self) -> None:
        # Last, so that a page is known by its real place and not by a link to it.
        while self.links:
            path, root = self.links.pop()
            if path.is_dir() and path.parent.resolve().is_relative_to(path.resolve()):
                self._add(path, path.absolute(), root)
            else:
                self.take(path, root)

    def _walk(self, path: Path, real: Path, root: Path) -> None:
        waiting = [(path, real)]
        while waiting:
            folder, real_folder = waiting.pop()
            if real_folder in self.folders:
                continue
            self.folders.add(real_folder)
            try:
                entries = sorted(folder.iterdir())
            except OSError:
                self._add(folder, real_folder, root)
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_symlink():
                    self.links.append((entry, root))
                elif entry.is_dir():
                    waiting.append((entry, real_folder / entry.name))
                elif entry.name.lower().endswith(_FILE_SUFFIXES):
                    self._add(entry, real_folder / entry.name, root)

    def _add(self, path: Path, real: Path, root: Path) -> None:
        if real not in self.pages:
            relative = Path(os.path.relpath(path, root)).as_posix()
            # A name that is not UTF-8 could not be written to JSON.
            name = os.fsencode(relative).decode("utf-8", "backslashreplace")
            self.pages[real] = SavedPage(str(path), name)
