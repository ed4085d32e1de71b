"""The record holds together: the model, its lines, its schema, the plan's field list."""

import json
import re
from collections.abc import Callable

import pytest
from pydantic import ValidationError

from newscrawl.items import (
    SCHEMA_VERSION,
    Article,
    Block,
    Image,
    PageReference,
    Related,
    Rights,
    Video,
    content_hash,
    record_schema,
    text_of,
)
from tests.processes import ROOT, Run

PLAN = ROOT.parent / "shared" / "RECORD.md"
FIELDS = list(Article.model_fields)
ADDED = {"status", "duplicate_kind"}  # since versions 1.1 and 1.2
PAGE = PageReference(kind="text", digest="sha256:00")
LEAST = Article(id="page:00", headline="Bến mới", page=PAGE)


def test_the_model_has_the_fields_of_the_plan_in_their_order() -> None:
    if not PLAN.is_file():
        pytest.skip("the plan lies beside the project or nowhere")
    rows = re.findall(r"^\| `(\w+)` \|", PLAN.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in FIELDS if name not in ADDED] == rows


def test_every_line_carries_every_field_in_this_order() -> None:
    line = json.loads(LEAST.model_dump_json())
    assert list(line) == FIELDS
    assert line["schema_version"] == SCHEMA_VERSION
    assert (line["near_hash"], line["revision"], line["changes"]) == (None, 1, [])
    assert line["rights"] == dict.fromkeys(("copyright_notice", "meta_robots", "tdm_reservation"))


def test_a_record_is_what_its_line_says() -> None:
    full = LEAST.model_copy(
        update={
            "body": (Block(type="quote", text="“Đi thôi”"),),
            "images": (Image(url="https://a.vn/1.jpg", credit="L.M."),),
            "videos": (Video(url="https://a.vn/1.mp4"),),
            "related": (Related(headline="Bến cũ", placement="below"),),
            "rights": Rights(copyright_notice="© 2026"),
            "extra": {"độ dài": [1, None]},
        }
    )
    assert Article.model_validate_json(full.model_dump_json()) == full


def test_the_schema_asks_for_every_field_and_no_other() -> None:
    schema = record_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == schema["required"] == FIELDS
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]["article_type"]["enum"]) >= {"news", "live", "notice"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": ""},
        {"article_type": "gossip"},
        {"revision": 0},
        {"title": "Bến mới"},
        {"body": [{"type": "caption", "text": "x"}]},
        {"body": [{"type": "paragraph", "text": ""}]},
        {"related": [{"headline": "x", "placement": "left"}]},
        {"page": {"kind": "pdf", "digest": "x"}},
    ],
)
def test_a_wrong_record_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Article(**{**LEAST.model_dump(), **wrong})


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        LEAST.headline = "Bến cũ"  # type: ignore[misc]


def test_the_text_is_the_blocks_with_a_blank_line_between() -> None:
    blocks = (Block(type="heading", text="Một"), Block(type="paragraph", text="Hai."))
    assert text_of(blocks) == text_of([block.model_dump() for block in blocks]) == "Một\n\nHai."


def test_one_article_has_one_hash_wherever_it_is_printed() -> None:
    printed = content_hash("Toà nhà “mới”", "Hoà nói: Đi!\n\nMỹ")
    assert printed == content_hash('TÒA NHÀ "MỚI"', "Hòa nói : đi ! Mĩ")
    assert printed != content_hash("Toà nhà “mới”", "Hoà nói: Đì!\n\nMỹ")
    assert re.fullmatch("sha256:[0-9a-f]{64}", printed)


def test_the_command_prints_the_schema_and_nothing_else(scrapy: Callable[..., Run]) -> None:
    run = scrapy("schema")
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == record_schema()
