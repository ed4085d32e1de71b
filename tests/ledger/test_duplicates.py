"""How the ledger finds articles that are one text, and what it keeps of that."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from newscrawl.ledger import Ledger, Output
from newscrawl.ledger.opening import SCHEMA
from newscrawl.likeness import BANDS, JOINS, DuplicateLink, Signature, signature_of, wording_of
from tests.ledger.writing import chance_of, contents, record, run_file, write
from tests.likeness.texts import edited, fields, sentences

TEXT = sentences(1)


def output_of(ledger: Ledger, publisher: str = "tuoitre") -> Output:
    return ledger.register(run_file(ledger.path.parent, "1", publisher), publisher)


def printed(number: int, *texts: str, publisher: str = "tuoitre", **changes: Any) -> dict[str, Any]:
    """Return the record of an article of *texts*, fetched in the order of its number."""
    signature = signature_of(wording_of(fields(*texts)))
    at = f"2026-11-01T{number:02}:00:00+00:00"
    own = {
        "body": fields(*texts)["body"],
        "near_hash": signature.near_hash() if signature else None,
        "fetched_at": at,
        "duplicate_of": None,
    }
    return record(number, publisher, **{**own, **changes})


def link(ledger: Ledger, article: dict[str, Any]) -> DuplicateLink | None:
    wording = wording_of(article)
    signature = signature_of(wording)
    return ledger.link(article["id"], wording, signature) if signature else None


def linked(ledger: Ledger, article: dict[str, Any]) -> dict[str, Any]:
    """Write *article* with what ties it to those before it."""
    found = link(ledger, article) or DuplicateLink()
    told = {"duplicate_of": found.of, "duplicate_kind": found.kind, "duplicate_score": found.score}
    article = {**article, **told, "extra": {JOINS: list(found.joins)} if found.joins else {}}
    write(ledger, output_of(ledger, article["publisher"]), article)
    return article


def test_a_copy_in_another_paper_is_found(ledger: Ledger) -> None:
    linked(ledger, printed(1, *TEXT))
    linked(ledger, printed(2, *sentences(2)))
    copied = linked(ledger, printed(3, *TEXT, publisher="vnexpress"))
    assert copied["duplicate_of"] == "tuoitre:1"
    assert (copied["duplicate_kind"], copied["duplicate_score"]) == ("copy", 1.0)
    assert link(ledger, printed(4, *sentences(3))) is None


def test_all_of_a_group_are_linked_to_the_first_of_it(ledger: Ledger) -> None:
    """Also where a text is nearer to one that came after it; the score is that with the first."""
    linked(ledger, printed(1, *TEXT))
    later = edited(TEXT, 0.2)
    linked(ledger, printed(2, *later))
    found = link(ledger, printed(3, *edited(later, 0.05, 3)))
    assert found
    assert (found.of, found.kind) == ("tuoitre:1", "rewrite")
    assert found.score == pytest.approx(0.45, abs=0.1)


def test_a_text_that_holds_two_makes_one_group_of_theirs(ledger: Ledger) -> None:
    other = sentences(2)
    linked(ledger, printed(1, *TEXT))
    linked(ledger, printed(2, *other))
    both = linked(ledger, printed(3, *TEXT, *other))
    assert (both["duplicate_of"], both["extra"]) == ("tuoitre:1", {JOINS: ["tuoitre:2"]})
    assert linked(ledger, printed(4, *other))["duplicate_of"] == "tuoitre:1"


@pytest.mark.parametrize("shared", [12, BANDS])
def test_a_copy_is_found_among_a_hundred_days_of_one_template(ledger: Ledger, shared: int) -> None:
    """The few values that are its own count for more, or else that for all of them does."""
    frame, chance = range(shared), chance_of(7)

    def signed() -> str:
        own = (chance.getrandbits(31) for _ in range(BANDS - len(frame)))
        return Signature((*frame, *own), chance.randbytes(76)).near_hash()

    days = [printed(day, fetched_at="2026-11-01", near_hash=signed()) for day in range(100)]
    days[50] |= {"body": fields(*TEXT)["body"]}
    with ledger.batch():
        write(ledger, output_of(ledger), *days)
    signature = Signature.of(days[50]["near_hash"])
    assert signature
    found = ledger.link("dantri:1", wording_of(days[50]), signature)
    assert found == DuplicateLink("tuoitre:50", "copy", 1.0)


def test_a_revision_is_no_duplicate_of_its_article_nor_of_the_copies(ledger: Ledger) -> None:
    linked(ledger, printed(1, *TEXT))
    linked(ledger, printed(2, *TEXT))
    assert link(ledger, printed(1, *edited(TEXT, 0.05), revision=2)) is None


def test_a_revision_that_becomes_like_a_later_article_stays_the_first(ledger: Ledger) -> None:
    linked(ledger, printed(1, *TEXT))
    linked(ledger, printed(2, *sentences(2)))
    revised = linked(ledger, printed(1, *sentences(2), revision=2, fetched_at="2026-11-02"))
    assert (revised["duplicate_of"], revised["extra"]) == (None, {JOINS: ["tuoitre:2"]})
    assert linked(ledger, printed(3, *sentences(2)))["duplicate_of"] == "tuoitre:1"
    assert link(ledger, printed(4, *TEXT)) is None  # nobody prints that any more
    again = linked(ledger, printed(1, *sentences(2), revision=3, fetched_at="2026-11-03"))
    assert again["extra"] == {JOINS: ["tuoitre:2"]}


def test_what_was_withdrawn_is_not_found_and_keeps_its_place(ledger: Ledger) -> None:
    linked(ledger, printed(1, *TEXT))
    linked(ledger, printed(2, *TEXT))
    gone = record(2, revision=2, status="withdrawn")
    write(ledger, output_of(ledger), gone)
    assert link(ledger, printed(3, *TEXT)) == DuplicateLink("tuoitre:1", "copy", 1.0)
    write(ledger, output_of(ledger), {**gone, "id": "tuoitre:1"})
    assert link(ledger, printed(3, *TEXT)) is None


def test_an_article_whose_line_is_gone_is_not_compared(ledger: Ledger) -> None:
    linked(ledger, printed(1, *TEXT))
    run_file(ledger.path.parent, "1").unlink()
    assert link(ledger, printed(2, *TEXT)) is None


def test_the_groups_are_the_same_in_any_order(tmp_path: Path) -> None:
    other = sentences(2)
    articles = [
        printed(1, *TEXT),
        printed(2, *edited(TEXT, 0.1)),
        printed(3, *other),
        printed(4, *TEXT, *other),
        printed(5, *other[:7]),
        printed(6, *sentences(3)),
    ]
    for turn, order in enumerate([articles, articles[::-1], articles[3:] + articles[:3]]):
        with Ledger(tmp_path / str(turn) / "ledger.sqlite") as ledger:
            for article in order:
                linked(ledger, article)
            (group,) = ledger.groups()
        assert {each.id for each in group.members} == {f"tuoitre:{n}" for n in range(1, 6)}
        assert group.members[0].id == "tuoitre:1"


def index_of(path: Path) -> list[tuple[Any, ...]]:
    """Return what finds and ties articles, whatever their keys are."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT id, value FROM bands JOIN articles ON key = article ORDER BY id, value"
        ).fetchall()
        rows += connection.execute(
            "SELECT id, signature FROM signatures JOIN articles ON key = article ORDER BY id"
        ).fetchall()
        rows += connection.execute(
            "SELECT id, duplicate_of, duplicate_kind, duplicate_score FROM articles ORDER BY id"
        ).fetchall()
        rows += connection.execute("SELECT * FROM joins ORDER BY id, said_by").fetchall()
    connection.close()
    return rows


def test_a_rebuilt_ledger_finds_the_same(ledger: Ledger) -> None:
    other = sentences(2)
    linked(ledger, printed(1, *TEXT))
    linked(ledger, printed(2, *other))
    linked(ledger, printed(3, *TEXT, *other, publisher="vnexpress"))
    linked(ledger, printed(1, *edited(TEXT, 0.1), revision=2))
    before = index_of(ledger.path)
    assert len(before) > 60
    ledger.rebuild()
    assert index_of(ledger.path) == before


def test_signatures_of_another_version_are_made_anew(ledger: Ledger) -> None:
    write(ledger, output_of(ledger), {**printed(1, *TEXT), "near_hash": None})
    assert link(ledger, printed(2, *TEXT)) == DuplicateLink("tuoitre:1", "copy", 1.0)


def test_what_was_never_on_the_disk_is_not_found(ledger: Ledger, tmp_path: Path) -> None:
    """A loss of power took the line: article and index go together."""
    write(ledger, output_of(ledger), printed(1, *TEXT))
    run_file(tmp_path, "1").write_bytes(b"")
    assert ledger.catch_up({"tuoitre"}).dropped == 1
    assert index_of(ledger.path) == []
    with sqlite3.connect(ledger.path) as connection:
        left = connection.execute("SELECT (SELECT count(*) FROM bands), count(*) FROM signatures")
        assert left.fetchone() == (0, 0)
    connection.close()


def test_a_ledger_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        linked(ledger, printed(1, *TEXT))
    before = contents(path)
    with sqlite3.connect(path) as connection:
        connection.executescript(
            """
            DROP TABLE bands; DROP TABLE signatures; DROP TABLE joins;
            DROP TABLE stories; DROP TABLE story_vectors; DROP TABLE story_terms;
            DROP INDEX articles_by_text;
            ALTER TABLE articles DROP COLUMN duplicate_of;
            ALTER TABLE articles DROP COLUMN duplicate_kind;
            ALTER TABLE articles DROP COLUMN duplicate_score;
            ALTER TABLE articles ADD COLUMN url_key INTEGER;
            CREATE INDEX articles_by_url ON articles (url_key);
            PRAGMA user_version = 1;
            """
        )
    connection.close()
    with Ledger(path) as ledger:
        assert [row[:-2] for row in contents(path)] == [row[:-2] for row in before]
        assert link(ledger, printed(2, *TEXT)) is None  # until it is rebuilt
        linked(ledger, printed(3, *sentences(2)))
        assert link(ledger, printed(4, *sentences(2))) == DuplicateLink("tuoitre:3", "copy", 1.0)
        ledger.rebuild()
        assert link(ledger, printed(2, *TEXT)) == DuplicateLink("tuoitre:1", "copy", 1.0)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    connection.close()
