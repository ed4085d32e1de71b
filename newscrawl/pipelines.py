"""The stages of quality as Scrapy's item pipelines, for any item that itemadapter knows."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Self

from pydantic import ValidationError
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.items import Article
from newscrawl.likeness import JOINS, wording_of
from newscrawl.memory import Memory, NoMemory
from newscrawl.preparing import Prepared, near_hash_of, warnings_of
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from newscrawl.quality import Deduplicator, Problem, normalize, validate
from newscrawl.records import fields_of, with_fields
from newscrawl.revisions import fingerprints, revision_of
from newscrawl.stories import remember

DUPLICATES: Final = ("link", "drop")
"""What ``NEWSCRAWL_DUPLICATES`` may be."""


class Rejected(DropItem):
    """A record that is not written.

    ``reason`` is the name that it is counted by: of a problem or of a repetition
    (``is_duplicate``); ``detail`` says in one line what was seen; ``problems`` are all that were
    found, none for a repetition.
    """

    def __init__(
        self,
        reason: str,
        detail: str = "",
        *,
        problems: tuple[Problem, ...] = (),
        is_duplicate: bool = False,
    ) -> None:
        # The rejects and the stats tell of it; Scrapy would log the whole record once more.
        super().__init__(f"{reason}: {detail}" if detail else reason, log_level="DEBUG")
        self.reason = reason
        self.detail = detail
        self.problems = problems
        self.is_duplicate = is_duplicate

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Self:
        """Return the rejection of a record with *problems*; the first one is the reason."""
        first = problems[0]
        return cls(first.name, f"{first.path}: {first.value!r}", problems=tuple(problems))


class Unchanged(DropItem):
    """A record that is written already and has not changed: nothing is wrong with it."""

    def __init__(self, record_id: str) -> None:
        super().__init__(f"{record_id} has not changed", log_level="DEBUG")
        self.record_id = record_id


class _Stage:
    """What the pipelines share: the way to the stats, to what is declared and what is known."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._publishers = load_publishers(*crawler.settings.getlist("NEWSCRAWL_PUBLISHERS"))
        self._run = NoMemory()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of *crawler*."""
        return cls(crawler)

    @property
    def _prepared(self) -> Prepared | None:
        """What the spider found of an article before it gave it to the pipelines, if anything."""
        return getattr(self._crawler.spider, "prepared", None)

    @property
    def _memory(self) -> Memory:
        """What the spider knows of articles before; of a spider without a ledger, what passed."""
        memory: Memory = getattr(self._crawler.spider, "memory", self._run)
        return memory

    def _publisher(self, fields: Mapping[str, Any]) -> Publisher | None:
        return self._publishers.get(str(fields.get("publisher")))

    def _count(self, kind: str, name: str) -> None:
        if stats := self._crawler.stats:
            stats.inc_value(f"newscrawl/{kind}/{name}")


class NormalizePipeline(_Stage):
    """Bring every record into the form that it promises."""

    def process_item(self, item: Any) -> Any:
        """Return *item* with normal fields; a frozen item comes back as a new one of its type."""
        if (prepared := self._prepared) and item is prepared.article:
            return prepared.normal
        fields = fields_of(item)
        publisher = self._publisher(fields)
        normal = normalize(fields, publisher)
        try:
            return with_fields(item, normal)
        except ValidationError as error:
            problems = [each for each in validate(normal, publisher) if each.rejects]
            raise Rejected.of(problems or _malformed(error)) from error


class ValidatePipeline(_Stage):
    """Reject bad records by name; note doubts among the record's warnings."""

    def process_item(self, item: Any) -> Any:
        """Return *item*, its doubts named, or raise ``Rejected``."""
        if (prepared := self._prepared) and item is prepared.normal:
            problems, judged = prepared.problems, prepared.judged
            warnings = judged.warnings
        else:
            fields = fields_of(item)
            problems = tuple(validate(fields, self._publisher(fields)))
            warnings = warnings_of(fields, problems)
            judged = with_fields(item, {"warnings": warnings}) if problems else item
        if problems and problems[0].rejects:
            raise Rejected.of(problems)
        for name in warnings:
            self._count("warnings", name)
        return judged


class DeduplicatePipeline(_Stage):
    """Drop what a newspaper printed twice; link what another one printed before."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._seen = Deduplicator()

    def process_item(self, item: Any) -> Any:
        """Return *item*, linked to an earlier record with its text, or raise ``Rejected``."""
        duplicate = self._seen.find(fields_of(item))
        if duplicate is None:
            return item
        if duplicate.is_dropped:
            detail = f"{duplicate.value} is in {duplicate.of or 'a record without an id'}"
            raise Rejected(duplicate.name, detail, is_duplicate=True)
        link = {"duplicate_of": duplicate.of, "duplicate_score": 1.0, "duplicate_kind": "copy"}
        return with_fields(item, link)


class RevisePipeline(_Stage):
    """Number the revisions of records that were written by runs before; drop what is the same.

    ``NEWSCRAWL_WRITTEN_BEFORE`` holds what the replay of several runs has written: a run that was
    killed has recorded what only the run after it could write.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._written: set[bytes] | None = crawler.settings["NEWSCRAWL_WRITTEN_BEFORE"]

    def process_item(self, item: Any) -> Any:
        """Return *item* with its revision and changes, or raise ``Unchanged`` or ``Rejected``."""
        item = self._revised(item)
        if self._written is not None:
            fields = fields_of(item)
            version = (
                f"{fields.get('id')} {fields.get('revision')} {fields.get('status')} ".encode()
            )
            version += b"".join(fingerprints(fields).values())
            if version in self._written:
                detail = f"{fields.get('id')} is in a run before"
                raise Rejected("duplicate_id", detail, is_duplicate=True)
            self._written.add(version)
        return item

    def _revised(self, item: Any) -> Any:
        fields = fields_of(item)
        publisher, _, article_id = str(fields.get("id")).partition(":")
        known = self._memory.known(publisher, article_id)
        if known is None or fields.get("status") == "withdrawn":
            return item
        revision = revision_of(known, fields)
        if revision is None:
            raise Unchanged(known.id)
        return with_fields(item, revision._asdict())


class LinkPipeline(_Stage):
    """Tie a text to the first article that has it, and an article to others about its event.

    With ``NEWSCRAWL_DUPLICATES`` "drop" a new article that has nearly the text of another is
    rejected. The stats ``newscrawl/linked/<kind>`` count the rest.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._drops = crawler.settings["NEWSCRAWL_DUPLICATES"] == "drop"

    def process_item(self, item: Any) -> Any:
        """Return *item* with its near_hash, ties and story, or raise ``Rejected``."""
        fields = fields_of(item)
        changes = self._tied(item, fields)
        linked = {**fields, **changes}
        of, kind, score = (linked.get(f"duplicate_{name}") for name in ("of", "kind", "score"))
        if of and self._drops and linked.get("revision", 1) == 1:
            detail = f"{score:.0%} of the shorter is in {of} too: {kind}"
            raise Rejected("near_duplicate", detail, is_duplicate=True)
        if of:
            self._count("linked", str(kind))
        if fields.get("id"):
            changes["story_id"] = self._memory.story(linked)
        changes = {name: value for name, value in changes.items() if fields.get(name) != value}
        if changes and isinstance(item, Article):
            # What was made here needs no check, which takes as long as the stages before it.
            return item.model_copy(update=changes)
        return with_fields(item, changes) if changes else item

    def _tied(self, item: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of *item* that change."""
        wording = wording_of(fields)
        if (prepared := self._prepared) and item is prepared.judged:
            near_hash = prepared.near_hash
            if prepared.vector:
                remember(fields, prepared.vector)
        else:
            near_hash = near_hash_of(wording)
        if near_hash is None:
            return {}
        changes: dict[str, Any] = {"near_hash": near_hash}
        link = self._memory.link({**fields, **changes}, wording) if fields.get("id") else None
        if link and link.of:
            changes["duplicate_of"] = link.of
            changes["duplicate_score"] = link.score
            changes["duplicate_kind"] = link.kind
        if link and link.joins:
            changes["extra"] = {**(fields.get("extra") or {}), JOINS: list(link.joins)}
        return changes


def _malformed(error: ValidationError) -> list[Problem]:
    return [
        Problem("malformed_field", ".".join(map(str, each["loc"])), repr(each["input"]))
        for each in error.errors(include_url=False)
    ]
