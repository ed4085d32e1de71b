import json
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import benchmark
from tests.saved_pages import FIXTURES


@pytest.fixture
def script() -> Any:
    return benchmark("quality")


@pytest.fixture
def measures() -> Any:
    return benchmark("measures")


@pytest.fixture
def expected(tmp_path: Path) -> Path:
    """Two pages' expected articles; the second one's headline and text are wrong."""
    for name in ("jsonld-graph", "microdata"):
        sidecar = json.loads((FIXTURES / "undeclared" / f"{name}.json").read_text("utf-8"))
        wanted = sidecar["expected"]
        if name == "microdata":
            body = [{"type": "paragraph", "text": "Bốn từ không có ở đó"}]
            wrong = {"headline": "Một tít khác hẳn", "description": None, "body": body}
            wanted = {**wanted, **wrong}
        (tmp_path / f"{name}.json").write_text(json.dumps(wanted), "utf-8")
    return tmp_path


def test_prints_one_row_for_each_tool_that_is_installed(
    script: Any, expected: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = script.Tool("absent", "no_such_package", lambda: None)
    monkeypatch.setattr(script, "PEERS", (absent,))
    assert script.main([str(FIXTURES / "undeclared"), str(expected), "--generic"]) == 0
    printed = capsys.readouterr()
    assert "absent is not installed" in printed.err
    title, head, row = printed.out.splitlines()
    assert title.startswith("2 pages of ")
    columns = dict(zip(head.replace("text F1", "F1").split(), row.split()[1:], strict=False))
    assert row.split()[0] == "newscrawl"
    assert columns["F1"] == columns["headline"] == columns["blocks"] == columns["whole"] == "0.500"
    assert columns["authors"] == columns["instant"] == columns["day"] == "1.000"


def test_halves_share_no_page_and_miss_none(script: Any, expected: Path) -> None:
    folder = FIXTURES / "undeclared"
    halves = [list(script.cases_of(folder, expected, half)) for half in ("even", "odd", None)]
    names = [{page.archive for page, _ in half} for half in halves]
    assert names[0] | names[1] == names[2] == {"jsonld-graph.html", "microdata.html"}
    assert names[0].isdisjoint(names[1])


def test_pages_of_which_nothing_is_expected_are_an_error(
    script: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([str(FIXTURES / "undeclared"), str(tmp_path)]) == 2
    assert "has an expected article" in capsys.readouterr().err


def test_a_tool_that_fails_finds_nothing(script: Any, expected: Path) -> None:
    def fail(page: object) -> None:
        raise ValueError(page)

    cases = list(script.cases_of(FIXTURES / "undeclared", expected, None))
    tally = script.measure([script.Tool("failing", "json", lambda: fail)], cases)["failing"]
    assert (tally.pages, tally.f1, tally.right.total()) == (2, 0.0, 0)


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Sie sagt „Nein“ – und geht", 'Sie sagt "Nein" - und geht', True),
        ("L’eau monte", "L'eau  monte", True),
        ("Sie sagt Nein und geht", "Sie sagt „Nein“ und geht", False),
        ("L'eau monte", "L'Eau monte", False),
        (None, "L'eau monte", False),
    ],
)
def test_headlines_differ_by_letters_only(
    measures: Any, found: str | None, wanted: str, *, same: bool
) -> None:
    assert measures.same_headline(found, wanted) is same


@pytest.mark.parametrize(
    ("found", "wanted", "instant", "day"),
    [
        ("2026-03-07T08:06:40+07:00", "2026-03-07 01:06:02+00:00", True, True),
        ("2026-03-07T08:06:40", "2026-03-07T08:06:02+07:00", True, True),
        ("2026-03-07T09:06:00+07:00", "2026-03-07T08:06:00+07:00", False, True),
        ("2026-03-07", "2026-03-07T08:06:00+07:00", False, True),
        ("2026-03-07", "2026-03-07 00:00:00", True, True),
        ("2026-03-08", "2026-03-07 00:00:00", False, False),
        ("7 March", "2026-03-07T08:06:00+07:00", False, False),
        (None, None, True, True),
        ("2026-03-07", None, False, False),
    ],
)
def test_instants_and_days(
    measures: Any, found: str | None, wanted: str | None, *, instant: bool, day: bool
) -> None:
    assert measures.same_instant(found, wanted) is instant
    assert measures.same_day(found, wanted) is day


def test_people_are_the_same_whoever_names_the_site(measures: Any) -> None:
    wanted = (("Sông Lam Online", "Trần Mai"),)
    assert not measures.same_names((("Trần Mai",),), wanted)
    assert measures.same_names((("Trần Mai",),), wanted, ("Sông Lam",))
    assert measures.same_names((("Trần Mai", "Song Lam"),), wanted, ("Sông Lam",))
    assert not measures.same_names((("Sông Lam",),), wanted, ("Sông Lam",))
    assert measures.same_names((("Mai",), ("Mai", "AFP")), (("AFP", "Mai"),))


def test_text_counts_in_the_form_that_agrees_best(measures: Any) -> None:
    lead, body = "one two three four", "five six seven eight nine"
    wanted = ((lead, body), (body,))
    assert measures.text_overlap(((body,),), wanted) == (1, 1)
    assert measures.text_overlap(((lead, body),), wanted) == (1, 1)
    precision, recall = measures.text_overlap(((body, "ten"),), ((body,),))
    assert (precision, recall) == (pytest.approx(2 / 3), 1)
    assert measures.text_overlap((), wanted) == (0, 0)
