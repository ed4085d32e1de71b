"""What becomes of a page by itself, whichever process reads it: an article, judged, or a reject."""

import logging
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from newscrawl.archive import Unreadable
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.items import Article
from newscrawl.likeness import Wording, signature_of, wording_of
from newscrawl.page import Page
from newscrawl.patience import TooSlow, within
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from newscrawl.quality import Problem, normalize, validate
from newscrawl.rejects import Reject, last_line
from newscrawl.stories import Vector, vector_of

logger = logging.getLogger(__name__)

_DEADLY: Final = 2.0
"""So many times the limit after which a library's call that does not end ends its process."""

Model = TypeVar("Model", bound=BaseModel)
Result = TypeVar("Result")


class Found(Protocol):
    """A page at rest: a file, or a record in one."""

    @property
    def archive(self) -> str:
        """Its name in its archive."""

    def read(self, max_bytes: int) -> Page:
        """Return the page; raises ``Unreadable``."""


@dataclass(frozen=True)
class Prepared:
    """An article as it was extracted, and what the stages of quality find by it alone.

    ``normal`` is the article in the form of a record, ``judged`` that with its doubts named;
    ``near_hash`` and ``vector``, by which it is compared, are there unless it is rejected. A stage
    that is given this very article takes what was found; any other item it looks at itself.
    """

    article: Article
    normal: Article
    problems: tuple[Problem, ...]
    judged: Article
    near_hash: str | None = None
    vector: Vector | None = None


Outcome = Prepared | Article | Reject
"""What a page gives; an article that no record can be made of is not prepared."""


@dataclass(frozen=True)
class Reader:
    """Reads pages into articles, or into rejects: of *owner* alone, or of any of *publishers*.

    *writes_reserved* says whether an article may be written whose text and data mining is
    reserved; a page may take *seconds* of processor time (0: any). In a process that
    *can_be_spared* the system ends even a call that never returns.
    """

    publishers: Mapping[str, Publisher]
    owner: Publisher | None = None
    writes_reserved: bool = True
    max_bytes: int = 0
    seconds: float = 0.0
    can_be_spared: bool = False

    def read(self, page: Page) -> Article | Reject:
        """Return the article on *page*, or why there is none."""
        return self._guarded(page, self._read)

    def prepare(self, found: Found) -> Outcome:
        """Return the article on the page that was *found*, prepared where it can be a record."""
        try:
            page = found.read(self.max_bytes)
        except Unreadable as error:
            return Reject(reason=error.reason, detail=error.detail, archive=found.archive)
        return self._guarded(page, self._read_and_prepare)

    def _guarded(self, page: Page, work: Callable[[Page], Result]) -> Result | Reject:
        """Return what *work* makes of *page*, or the reject of a page that it is too much for."""
        try:
            with within(self.seconds, _DEADLY * self.seconds if self.can_be_spared else 0.0):
                return work(page)
        except NotAnArticle as rejection:
            return Reject.of_page(page, rejection.reason, rejection.detail)
        except TooSlow:
            return Reject.of_page(page, "too_slow", _too_slow(self.seconds))
        except Exception as error:
            # An error of ours costs this page its record and the run its success, no other page.
            logger.exception("Failed on %s", page.archive or page.url)
            return Reject.of_page(page, "internal_error", last_line(error))

    def _read(self, page: Page) -> Article | Reject:
        article = extract_article(page, self.owner, among=self.publishers.values())
        # 1 is what the W3C's TDM Reservation Protocol says for reserved.
        may_write = self.writes_reserved or article.rights.tdm_reservation != "1"
        return article if may_write else Reject.of_page(page, "rights_reserved")

    def _read_and_prepare(self, page: Page) -> Outcome:
        article = self._read(page)
        return article if isinstance(article, Reject) else self._prepared(article)

    def _prepared(self, article: Article) -> Prepared | Article:
        publisher = self.publishers.get(str(article.publisher))
        fields = dumped(article)
        try:
            normal = with_changes(article, fields, normalize(fields, publisher))
        except ValidationError:
            return article  # the stage itself says what is wrong
        fields = dumped(normal)
        problems = validate(fields, publisher)
        warned = with_changes(normal, fields, {"warnings": warnings_of(fields, problems)})
        if problems and problems[0].rejects:
            return Prepared(article, normal, tuple(problems), warned)
        near_hash = near_hash_of(wording_of(fields))
        return Prepared(article, normal, tuple(problems), warned, near_hash, vector_of(fields))


def preparer(
    modules: Sequence[str], owner: str | None, **limits: Any
) -> Callable[[Found], Outcome]:
    """Return what prepares pages in a process of its own: publishers are named, not handed over.

    *modules* are those of ``NEWSCRAWL_PUBLISHERS``, *limits* the fields of a ``Reader``.
    """
    publishers = load_publishers(*modules)
    reader = Reader(publishers, publishers.get(owner or ""), can_be_spared=True, **limits)
    return reader.prepare


def killed(archive: str, code: int, seconds: float) -> Reject:
    """Return the reject of a page on which its process ended, with ``subprocess``'s *code*."""
    if code == -signal.SIGVTALRM:
        return Reject(reason="too_slow", detail=_too_slow(seconds), archive=archive)
    how = f"exit code {code}" if code >= 0 else signal.Signals(-code).name
    return Reject(reason="reader_killed", detail=how, archive=archive)


def _too_slow(seconds: float) -> str:
    return f"more than {seconds:g} seconds"


def near_hash_of(wording: Wording) -> str | None:
    """Return the signature as a record holds it; None for too few words to compare."""
    signature = signature_of(wording)
    return signature.near_hash() if signature else None


def warnings_of(fields: Mapping[str, Any], problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return the warnings of the record of *fields* and those among its *problems*, each once."""
    names = (each.name for each in problems)
    return tuple(dict.fromkeys((*(fields.get("warnings") or ()), *names)))


class _Dumped:
    """The frozen model that was asked for last, and its fields: one stage after the other asks."""

    def __init__(self) -> None:
        self._model: BaseModel | None = None
        self._fields: dict[str, Any] = {}

    def __call__(self, model: BaseModel) -> dict[str, Any]:
        """Return the fields of *model*, down to dicts and lists, which nobody is to change."""
        if model is not self._model or not model.model_config.get("frozen"):
            self._model, self._fields = model, model.model_dump()
        return dict(self._fields)


dumped: Final = _Dumped()


def with_changes(model: Model, before: Mapping[str, Any], fields: Mapping[str, Any]) -> Model:
    """Return *model*, whose fields were *before*, with those of *fields* that it has.

    It is the same one where nothing changes; a value that it refuses raises ``ValidationError``.
    """
    changed = {
        name: value for name, value in fields.items() if name in before and before[name] != value
    }
    return type(model).model_validate({**before, **changed}, by_name=True) if changed else model
