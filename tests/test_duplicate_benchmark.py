"""The benchmark of duplicates runs, and a small draw of its labelled set holds what is promised."""

import importlib
from pathlib import Path
from typing import Any

import pytest

from tests.saved_pages import ROOT

PAIRS = 12


@pytest.fixture(scope="module")
def script() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield importlib.import_module("duplicates")


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


def test_what_it_costs_is_told_for_each_size(script: Any, tmp_path: Path) -> None:
    head, *rows = script.cost([40, 80], 3, 1, tmp_path)
    assert head.split() == ["articles", "words", "look", "up", "record", "sum", "bytes", "times"]
    cells = [[float(cell) for cell in row.split()] for row in rows]
    assert [row[0] for row in cells] == [40, 80]
    assert cells[0][-1] == 1
    for row in cells:
        assert sum(row[1:4]) == pytest.approx(row[4], abs=2)
