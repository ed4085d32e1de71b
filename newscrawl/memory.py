"""What a crawl knows of articles that were written before, and how an archive keeps that."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Protocol

from newscrawl.ledger import PassingLedger
from newscrawl.likeness import DuplicateLink, Wording
from newscrawl.marks import Marks
from newscrawl.revisions import Known
from newscrawl.stories import MemoryIndex, StoryFinder

_INSTANTS = ("first_seen", "last_checked")
# Where its line stands is this machine's affair, and no longer true when it is replayed.
_LEFT_OUT = ("file", "offset", "length")
_UNKNOWN, _KNOWN = 1, 2


class Memory(Protocol):
    """Knows articles; the ledger is one, and in a replay the archive."""

    def known(self, publisher: str, article_id: str) -> Known | None:
        """Return what is known of an article; None for a new one."""

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the articles of *publisher* first seen after *since*, the newest first."""

    def link(self, fields: Mapping[str, Any], wording: Wording) -> DuplicateLink | None:
        """Return what ties a record, with its id, body and near_hash, to articles before it."""

    def story(self, fields: Mapping[str, Any]) -> str:
        """Return the id of the story of a record: its own where it begins one."""


class NoMemory:
    """Knows nothing: what is crawled without a ledger is crawled for the first time.

    Of what passes in a run it knows which articles are one text, and which tell one story.
    """

    def __init__(self) -> None:
        self._run: PassingLedger | None = None
        self._stories: StoryFinder | None = None

    def known(self, publisher: str, article_id: str) -> None:  # noqa: ARG002 - the interface
        """Return None."""
        return

    def recent(self, publisher: str, since: datetime) -> list[Known]:  # noqa: ARG002 - likewise
        """Return nothing."""
        return []

    def link(self, fields: Mapping[str, Any], wording: Wording) -> DuplicateLink | None:
        """Return what ties a record to those that were linked before."""
        self._run = self._run or PassingLedger()
        return self._run.link(fields, wording)

    def story(self, fields: Mapping[str, Any]) -> str:
        """Return the story of a record among those that passed before."""
        self._stories = self._stories or StoryFinder(MemoryIndex())
        return self._stories.find(fields)


class RecordingMemory:
    """Another memory whose answers are kept, each once.

    A replay cannot know at which moment of the crawl a question was asked. So what was unknown
    stays unknown, whatever the run writes; what was known changes only when the run has written
    it, and is not asked for again then.
    """

    def __init__(self, memory: Memory, keep: Callable[[Mapping[str, Any]], None]) -> None:
        self._memory = memory
        self._keep = keep
        self._told = Marks()

    def known(self, publisher: str, article_id: str) -> Known | None:
        """Return what is known of an article, None where it was unknown at first."""
        name = f"{publisher}:{article_id}"
        told = self._told.of(name)
        if told == _UNKNOWN:
            return None
        answer = self._memory.known(publisher, article_id)
        if not told:
            self._told.put(name, _KNOWN if answer else _UNKNOWN)
            if answer:
                fields = known_fields(answer)
                self._keep({"publisher": publisher, "id": article_id, "known": fields})
        return answer

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the recent articles as they are known to the run."""
        ids = [each.id.partition(":")[2] for each in self._memory.recent(publisher, since)]
        return _newest_first(filter(None, (self.known(publisher, each) for each in ids)), since)

    def link(self, fields: Mapping[str, Any], wording: Wording) -> DuplicateLink | None:
        """Return what ties a record to others: a run asks that once of each."""
        answer = self._memory.link(fields, wording)
        if answer:
            self._keep({"id": fields["id"], "link": answer._asdict()})
        return answer

    def story(self, fields: Mapping[str, Any]) -> str:
        """Return the story of a record; kept is that of another article."""
        answer = self._memory.story(fields)
        if answer != fields["id"]:
            self._keep({"id": fields["id"], "story": answer})
        return answer


class RecordedMemory:
    """The answers that a crawl was given, from its archive."""

    def __init__(
        self,
        answers: Mapping[tuple[str, str], Mapping[str, Any]],
        links: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
        stories: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._answers = answers
        self._links = links
        self._stories = stories

    def known(self, publisher: str, article_id: str) -> Known | None:
        """Return what the crawl was told of an article."""
        answer = self._answers.get((publisher, article_id))
        return known_of(answer) if answer else None

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the recent ones among the articles that the crawl was told of."""
        told = (
            known_of(answer) for (name, _), answer in self._answers.items() if name == publisher
        )
        return _newest_first(told, since)

    def link(self, fields: Mapping[str, Any], wording: Wording) -> DuplicateLink | None:  # noqa: ARG002 - the interface
        """Return what the crawl was told of a record."""
        told = self._links.get(fields["id"])
        return link_of(told) if told else None

    def story(self, fields: Mapping[str, Any]) -> str:
        """Return the story that the crawl was told of a record; its own where that is none."""
        return self._stories.get(fields["id"], fields["id"])


def _newest_first(known: Iterable[Known], since: datetime) -> list[Known]:
    """Return those that gave articles after *since*, in the same order in crawl and replay."""
    seen = [(each.first_seen, each) for each in known if each.revision and each.first_seen]
    recent = sorted((pair for pair in seen if pair[0] > since), key=lambda pair: pair[1].id)
    return [each for _, each in sorted(recent, key=itemgetter(0), reverse=True)]


def known_fields(known: Known) -> dict[str, Any]:
    """Return *known* as JSON holds it."""
    values = {name: value for name, value in asdict(known).items() if name not in _LEFT_OUT}
    for name in _INSTANTS:
        values[name] = values[name] and values[name].isoformat()
    values["fingerprints"] = {name: each.hex() for name, each in known.fingerprints.items()}
    return values


def known_of(values: Mapping[str, Any]) -> Known:
    """Return what JSON holds; fields of another version are left out."""
    names = {field.name for field in fields(Known)}
    given = {name: value for name, value in values.items() if name in names}
    for name in _INSTANTS:
        given[name] = datetime.fromisoformat(given[name]) if given.get(name) else None
    given["fingerprints"] = {
        name: bytes.fromhex(each) for name, each in (given.get("fingerprints") or {}).items()
    }
    return Known(**given)


def link_of(values: Mapping[str, Any]) -> DuplicateLink:
    """Return the link that JSON holds."""
    given = {name: values[name] for name in DuplicateLink._fields if name in values}
    return DuplicateLink(**{**given, "joins": tuple(given.get("joins") or ())})
