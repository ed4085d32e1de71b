"""The record: one article, one line of JSONL."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from newscrawl.typography import fold

SCHEMA_VERSION = "1.2"

ArticleType = Literal[
    "news",
    "opinion",
    "interview",
    "live",
    "video",
    "photo",
    "emagazine",
    "advertorial",
    "notice",
]
BlockType = Literal["paragraph", "heading", "quote", "list_item", "table_row", "box"]
Placement = Literal["body", "below", "more"]
PageKind = Literal["html", "text"]
Status = Literal["published", "withdrawn"]
DuplicateKind = Literal["copy", "excerpt", "extension", "rewrite"]


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Block(_Part):
    """One printed block of the body."""

    type: BlockType
    text: str = Field(min_length=1)


class Image(_Part):
    """One picture of the article; the credit is cut off the caption."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


class Video(_Part):
    """One video of the article."""

    url: str | None = None
    caption: str | None = None


class Related(_Part):
    """Another article that the page points to, and where on the page it stands."""

    headline: str = Field(min_length=1)
    description: str | None = None
    url: str | None = None
    placement: Placement


class Rights(_Part):
    """What the page states about its use."""

    copyright_notice: str | None = None
    meta_robots: str | None = None
    tdm_reservation: str | None = None


class PageReference(_Part):
    """The page that a record was read from, and where it is kept."""

    kind: PageKind
    digest: str
    archive: str | None = None
    layout: str | None = None


class Article(_Part):
    """One article as its page states it: what the page does not say is null or empty.

    The names are schema.org/NewsArticle words in snake_case; meanings follow schema.org and
    IPTC ninjs. The order of the fields is the order in which they are written.
    """

    schema_version: str = Field(SCHEMA_VERSION, description="version of this record")
    id: str = Field(
        description="<publisher>:<article id in the URL>; without a URL, the page's digest"
    )
    url: str | None = Field(None, description="canonical address")
    publisher: str | None = Field(None, description="slug of the newspaper, or registered domain")
    publisher_name: str | None = Field(None, description="printed name of the newspaper")
    article_type: ArticleType = "news"
    headline: str = Field(min_length=1, description="as printed, without the site's suffix")
    description: str | None = Field(None, description="the lead, without the paper's own tag")
    authors: tuple[str, ...] = Field((), description="the people who wrote it, in page order")
    agencies: tuple[str, ...] = Field((), description="agencies or papers named as the source")
    byline: str | None = Field(None, description="the byline as printed")
    date_published: str | None = Field(None, description="ISO 8601 with offset")
    date_published_raw: str | None = Field(None, description="the text it was read from")
    date_modified: str | None = Field(None, description="ISO 8601 with offset")
    section: str | None = Field(None, description="most specific section printed")
    breadcrumbs: tuple[str, ...] = Field((), description="from the top section down")
    keywords: tuple[str, ...] = Field((), description="the article's own tags")
    language: str = Field("vi", description="BCP 47")
    body: tuple[Block, ...] = Field((), description="the printed blocks in reading order")
    text: str = Field("", description="the blocks' texts joined by a blank line")
    images: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    related: tuple[Related, ...] = Field((), description="other articles that the page points to")
    comment_count: int | None = Field(None, description="only where the page states it")
    is_free: bool | None = Field(None, description="as the page declares it")
    rights: Rights = Rights()
    content_hash: str = Field("", description="sha256 of the folded headline and text")
    near_hash: str | None = Field(None, description="near-duplicate signature, hex")
    duplicate_of: str | None = Field(None, description="id of the first article with this text")
    duplicate_score: float | None = Field(None, description="share of the shorter that both have")
    duplicate_kind: DuplicateKind | None = Field(None, description="what it is to that article")
    story_id: str | None = Field(None, description="the story shared by articles about one event")
    revision: int = Field(1, ge=1, description="1 for the first version seen")
    changes: tuple[str, ...] = Field((), description="fields changed since the revision before")
    status: Status = Field("published", description="withdrawn: the paper took it down; no body")
    fetched_at: str | None = Field(None, description="when the page was fetched, never replayed")
    discovered_via: str | None = Field(None, description="the listing that led to it")
    page: PageReference
    provenance: dict[str, str] = Field({}, description="field -> the rule that gave it")
    warnings: tuple[str, ...] = Field((), description="named doubts")
    extra: dict[str, Any] = Field({}, description="anything a paper gives beyond this")


def text_of(body: Iterable[Block | Mapping[str, Any]]) -> str:
    """Return the plain text of *body*, blocks or their fields: joined by a blank line."""
    return "\n\n".join(
        block.text if isinstance(block, Block) else str(block["text"]) for block in body
    )


@lru_cache(maxsize=2)  # one stage after the other asks
def content_hash(headline: str, text: str) -> str:
    """Return the hash that is the same for the same article wherever it is printed."""
    return "sha256:" + hashlib.sha256(fold(f"{headline} {text}").encode()).hexdigest()


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one line: every field is there, in this order."""
    schema = Article.model_json_schema(mode="serialization")
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}
