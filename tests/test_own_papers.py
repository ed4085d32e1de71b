"""Papers of one's own: declared outside the project, named by a setting."""

import json
from pathlib import Path

import pytest

from newscrawl.publishers import load_publishers
from tests.conftest import run_scrapy

OWN = """
from newscrawl.publisher import Layout, Publisher, front

PUBLISHER = Publisher(
    name="mau",
    printed_name="Báo Mẫu",
    home="https://mau.example",
    article_url=r"https://mau\\.example/[a-z0-9-]+-(?P<id>\\d+)\\.html",
    listings=(front("https://mau.example"),),
    layouts=(Layout(name="mau-2026", body="div.bai-viet"),),
)
"""


def test_publishers_of_ones_own(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "mau.py").write_text(OWN, "utf-8")
    (papers / "tuoitre.py").write_text(OWN.replace('"mau"', '"tuoitre"'), "utf-8")
    own = {"PYTHONPATH": str(tmp_path)}

    run = run_scrapy("list", "-s", "NEWSCRAWL_PUBLISHERS=papers", **own)
    assert run.code == 0, run.err
    assert run.out.split() == sorted({*load_publishers(), "mau"})

    page = tmp_path / "bai-1.html"
    page.write_text(
        "<html><head><title>Làng nghề vào vụ Tết</title>"
        "<link rel=canonical href=https://mau.example/lang-nghe-vao-vu-tet-7.html></head>"
        "<body><h1>Làng nghề vào vụ Tết</h1><div class=bai-viet>"
        "<p>Những ngày này, cả làng dậy từ tờ mờ sáng để kịp giao hàng cho các chợ đầu mối, "
        "tiếng máy xen lẫn tiếng cười nói râm ran khắp các xóm nhỏ ven sông.</p>"
        "<p>Theo ban quản lý làng nghề, sản lượng năm nay tăng khoảng một phần ba so với năm "
        "ngoái nhờ thời tiết thuận lợi và nhiều đơn đặt hàng từ các tỉnh phía Bắc.</p></div>",
        "utf-8",
    )
    run = run_scrapy("replay", page, "-s", "NEWSCRAWL_PUBLISHERS=papers.mau", **own)
    record = json.loads(run.out)
    assert (record["id"], record["page"]["layout"]) == ("mau:7", "mau-2026")


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("nirgends", "No module named 'nirgends'"),
        ("newscrawl.typography", "newscrawl.typography defines no PUBLISHER"),
    ],
)
def test_publishers_that_cannot_be_had_are_a_usage_error(module: str, words: str) -> None:
    run = run_scrapy("list", "-s", f"NEWSCRAWL_PUBLISHERS={module}")
    assert run.code == 2
    assert run.err.startswith(f"NEWSCRAWL_PUBLISHERS={module}: {words}")
