"""What the ledger knows of stories: across runs and papers, for some days, in little room."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl.ledger import Ledger, stories
from newscrawl.ledger.opening import SCHEMA, create
from newscrawl.stories import MOST_POSTS, posted, vector_of
from tests.ledger.writing import contents, record, run_file, write
from tests.stories import articles as told


def seen(article: dict[str, Any], day: int = 1, hour: int = 0) -> dict[str, Any]:
    """Return the record of *article*, fetched at that hour of that day of November."""
    at = f"2026-11-{day:02}T{hour:02}:00:00+00:00"
    return record(0, **{"duplicate_of": None, **article, "fetched_at": at})


def put(ledger: Ledger, article: dict[str, Any]) -> str:
    """Write *article* with its story, and return that."""
    article = {**article, "story_id": ledger.find_story(article)}
    publisher = article["publisher"]
    output = ledger.register(run_file(ledger.path.parent, "1", publisher), publisher)
    write(ledger, output, article)
    return str(article["story_id"])


def rows(ledger: Ledger, table: str) -> int:
    with sqlite3.connect(ledger.path) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    connection.close()
    return int(count)


def test_papers_tell_one_story(ledger: Ledger) -> None:
    assert put(ledger, seen(told.TALKS)) == told.TALKS["id"]
    assert put(ledger, seen(told.MINERALS)) == told.MINERALS["id"]
    assert put(ledger, seen(told.TALKS_SPELT)) == told.TALKS["id"]
    [story] = ledger.stories()
    assert story.id == told.TALKS["id"]
    assert [each.id for each in story.members] == [told.TALKS["id"], told.TALKS_SPELT["id"]]
    assert len(story.papers) == 2
    assert ledger.story(told.TALKS_SPELT["id"]) == ledger.story(told.TALKS["id"]) == story
    alone = ledger.story(told.MINERALS["id"])
    assert alone
    assert len(alone.members) == 1
    assert ledger.story("nobody:1") is None


def test_stories_of_a_span_come_whole(ledger: Ledger) -> None:
    put(ledger, seen(told.FIRE, 1))
    put(ledger, seen(told.FIRE_LATER, 3))
    put(ledger, seen(told.TALKS, 2))
    put(ledger, seen(told.TALKS_SPELT, 2))
    at = datetime(2026, 11, 3, tzinfo=UTC)
    assert [story.id for story in ledger.stories()] == [told.FIRE["id"], told.TALKS["id"]]
    assert [story.id for story in ledger.stories(since=at)] == [told.FIRE["id"]]
    assert [story.id for story in ledger.stories(until=at)] == [told.FIRE["id"], told.TALKS["id"]]
    assert len(ledger.stories(since=at)[0].members) == 2


def test_an_article_stays_in_its_story_when_it_is_revised_or_withdrawn(ledger: Ledger) -> None:
    put(ledger, seen(told.FIRE))
    put(ledger, seen(told.FIRE_LATER))
    revised = {**seen(told.TOURISM), "id": told.FIRE_LATER["id"], "revision": 2}
    revised["publisher"] = told.FIRE_LATER["publisher"]
    assert put(ledger, revised) == told.FIRE["id"]
    withdrawn = {**revised, "revision": 3, "status": "withdrawn", "text": "", "near_hash": None}
    assert put(ledger, withdrawn) == told.FIRE["id"]
    [story] = ledger.stories()
    assert len(story.members) == 2


def test_an_article_that_repeats_another_tells_its_story_also_after_a_month(
    ledger: Ledger,
) -> None:
    put(ledger, seen(told.TALKS, 1))
    put(ledger, seen(told.TALKS_SPELT, 1))
    copy = {**seen(told.TALKS, 28), "id": "a:99", "duplicate_of": told.TALKS_SPELT["id"]}
    assert put(ledger, copy) == told.TALKS["id"]


def test_what_was_fetched_ten_days_ago_is_compared_no_more_but_stays_in_its_story(
    ledger: Ledger,
) -> None:
    put(ledger, seen(told.FIRE, 1))
    put(ledger, seen(told.FIRE_LATER, 2))
    assert rows(ledger, "story_vectors") == 2
    put(ledger, seen(told.GOLD, 20))
    assert rows(ledger, "story_vectors") == 1
    assert rows(ledger, "story_terms") == len(list(posted(vector_of(told.GOLD))))
    assert put(ledger, seen(told.FIRE | {"id": "d:1"}, 20)) == "d:1"
    assert len(ledger.stories()) == 1
    # One that comes late is remembered, but begins nothing that others could join.
    assert put(ledger, seen(told.TALKS, 3)) == told.TALKS["id"]
    assert put(ledger, seen(told.TALKS_SPELT, 3)) == told.TALKS_SPELT["id"]


def test_the_index_is_bounded(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MOST_OPEN", 5)
    for number in range(12):
        put(ledger, seen(told.FIRE | {"id": f"a:{number}"}, hour=number))
    assert rows(ledger, "story_vectors") <= 6
    assert len(ledger.stories()[0].members) == 12


def test_a_term_of_many_stories_leads_to_the_newest_alone(ledger: Ledger) -> None:
    for number in range(MOST_POSTS + 5):
        article = seen(told.FIRE | {"id": f"a:{number}"})
        output = ledger.register(run_file(ledger.path.parent, "1", "a"), "a")
        write(ledger, output, {**article, "publisher": "a", "story_id": article["id"]})
    index = ledger._articles.stories
    found = index.stories_with(next(iter(posted(vector_of(told.FIRE)))))
    assert len(found) == MOST_POSTS
    assert index._name(found[0]) == f"a:{MOST_POSTS + 4}"


def test_rebuilt_from_the_lines(ledger: Ledger) -> None:
    for article in (told.TALKS, told.FIRE, told.FIRE_LATER, told.TALKS_SPELT, told.GOLD):
        put(ledger, seen(article))
    before, told_before = contents(ledger.path), ledger.stories()
    ledger.rebuild()
    assert contents(ledger.path) == before
    assert [story.id for story in ledger.stories()] == [story.id for story in told_before]
    assert put(ledger, seen(told.FIRE | {"id": "d:9"})) == told.FIRE["id"]


def test_lines_without_a_story_are_in_none(ledger: Ledger) -> None:
    output = ledger.register(run_file(ledger.path.parent, "1", "a"), "a")
    write(ledger, output, {**seen(told.FIRE), "publisher": "a", "story_id": None})
    assert rows(ledger, "story_vectors") == 0
    assert put(ledger, seen(told.FIRE_LATER)) == told.FIRE_LATER["id"]


def test_a_ledger_of_the_version_before_gets_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    connection = sqlite3.connect(path)
    create(connection)
    for table in ("stories", "story_vectors", "story_terms"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()
    with Ledger(path) as ledger:
        assert put(ledger, seen(told.FIRE)) == told.FIRE["id"]
        assert ledger._connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
