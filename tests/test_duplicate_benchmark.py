"""The benchmark of duplicates runs, and a small draw of its labelled set holds what is promised."""

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import benchmark

PAIRS = 12


@pytest.fixture
def script() -> Any:
    return benchmark("duplicates")


def test_a_draw_of_the_labelled_set_is_told_apart(script: Any, tmp_path: Path) -> None:
    pairs = list(script.pairs(20261122, PAIRS))
    rows = script.found(pairs, tmp_path).splitlines()
    assert "precision 1.0000" in rows[-1]
    recalls = {row[:22].strip(): row[22:].split()[1] for row in rows[1:-1]}
    assert len(recalls) > 20
    assert {name for name, recall in recalls.items() if recall == "-"} == {
        pair.kind for pair in pairs if not pair.is_like
    }
    found = {name: float(recall) for name, recall in recalls.items() if recall != "-"}
    assert min(recall for name, recall in found.items() if name != "30% edited") == 1
    assert found["30% edited"] > 0.5


def test_the_set_is_the_same_for_the_same_seed(script: Any) -> None:
    assert list(script.pairs(7, 1)) == list(script.pairs(7, 1)) != list(script.pairs(8, 1))


def test_what_it_costs_is_told_for_each_sort_at_each_size(script: Any, tmp_path: Path) -> None:
    head, *rows = script.cost([40, 80], 3, 1, tmp_path)
    columns = ["articles", "sort", "words", "look", "up", "record", "sum", "times", "bytes"]
    assert head.split() == columns
    cells = [row.split() for row in rows]
    sorts = ["new", "again", "template"]
    assert [row[:2] for row in cells] == [[size, sort] for size in ("40", "80") for sort in sorts]
    assert [row[6] for row in cells[:3]] == ["1.00"] * 3
    for row in cells:
        *parts, total = map(float, row[2:6])
        assert sum(parts) == pytest.approx(total, abs=2)
