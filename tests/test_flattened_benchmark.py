from typing import Any

import pytest

from newscrawl.page import Page
from tests.benchmarks import benchmark
from tests.newspaper import article_html, article_url


@pytest.fixture
def script() -> Any:
    return benchmark("flattened")


def test_what_a_tool_lost_is_named(script: Any) -> None:
    page = Page(content=article_html(1).encode(), kind="html", url=article_url(1))
    headline = "Xã ven sông mở con đường số 1 sau hai năm chờ đợi"
    text = "Con đường dài 3 km nối hai xã được mở vào sáng nay, sau hai năm chờ đợi của người dân."
    record = script.read(page, f"{headline}\n\n{text}\n\n{text.replace('3 km', '12 km')}\n")
    assert record["headline"] == headline
    expected = {**record, "authors": ["Thu Hằng"], "images": [{"caption": "Con đường mới."}]}
    fields = ("headline", "authors", "body", "images", "related")
    assert script.wrong(expected, fields, record) == {"authors", "captions"}
    assert script.wrong(expected, fields, {}) == {"headline", "authors", "body", "captions"}


def test_a_command_is_no_package_of_its_name(script: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script.shutil, "which", "/usr/bin/{}".format)
    assert not script.Flattener("tool", "no_such_package", str).is_installed
    assert script.Flattener("tool", "no_such_package", str, is_command=True).is_installed


def test_every_tool_has_a_name_of_its_own(script: Any) -> None:
    names = [tool.name for tool in script.FLATTENERS]
    assert len(names) == len(set(names))
