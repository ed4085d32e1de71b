"""The benchmark of stories: its set, its measures, and that stories hold on it."""

from typing import Any

import pytest

from tests.benchmarks import benchmark


@pytest.fixture
def script() -> Any:
    return benchmark("stories")


def test_same_set_every_time_in_the_order_of_publication(script: Any) -> None:
    articles = list(script.told(30))
    assert articles == list(script.told(30))
    dates = [each.fields["date_published"] for each in articles]
    assert dates == sorted(dates)
    assert len({each.event for each in articles}) == 30
    assert len({each.fields["text"] for each in articles}) == len(articles)


def test_measures(script: Any) -> None:
    events, stories = [1, 1, 1, 2, 2], ["a", "a", "b", "b", "b"]
    assert script.pairs(events, stories) == (2 / 4, 2 / 4)
    assert script.b_cubed(events, stories) == (pytest.approx(11 / 15), pytest.approx(11 / 15))
    assert script.pairs([1, 2], ["a", "b"]) == (0, 0)


def test_stories_hold_on_the_set(script: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["150"]) == 0
    rows = {row.split()[0]: row.split()[1:] for row in capsys.readouterr().out.splitlines()[2:4]}
    assert min(map(float, rows["pairs"])) > 0.85
    assert min(map(float, rows["B-cubed"])) > 0.9
