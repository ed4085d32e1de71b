import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl.extraction.declared.jsonld import parse_json, read_jsonld
from newscrawl.extraction.declared.structured_data import Name, StructuredData
from newscrawl.items import Rights

URL = "https://bao.example/kinh-te/cau-moi-qua-song-1234567.htm"


def declared(head="", body="", url=URL, lang="vi"):
    markup = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return StructuredData.of(html.document_fromstring(markup), url)


def script(*values):
    return "".join(f'<script type="application/ld+json">{value}</script>' for value in values)


def node(**properties):
    return {"@type": "NewsArticle", **properties}


def values(candidates):
    return [candidate.value for candidate in candidates]


ARTICLE = '{"@type": "NewsArticle", "headline": "Cầu mới thông xe"}'


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f"[[{ARTICLE}], [{{}}]]",
        f'{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"/*<![CDATA[*/{ARTICLE}/*]]>*/;",
        f'{{"@type": "WebSite"}}{ARTICLE}',
        ARTICLE.replace("}", ",}"),
        ARTICLE.replace('"NewsArticle"', '["Thing", "NewsArticle"]'),
        ARTICLE.replace("NewsArticle", "http://schema.org/ReportageNewsArticle"),
        ARTICLE.replace("}", ', "abstract": "Dòng một\n\tdòng hai"}'),
        ARTICLE.replace("}", ', "abstract": "Nó\\\'s \\d"}'),
        ARTICLE.replace("}", ', "abstract": "Ông nói "đã xong", rồi đi"}'),
        ARTICLE.replace("{", "{ /* tin chính */\n// một dòng\n"),
        ARTICLE.replace('"', "&quot;"),
        ARTICLE.replace("Cầu mới", "C&#7847;u &nbsp; m&amp;#7899;i"),
        ARTICLE.replace("Cầu mới", "<b>Cầu</b> mới"),
        ARTICLE.replace("Cầu mới", "Cầu mới\\u200b "),
    ],
)
def test_every_shape_of_jsonld_gives_the_headline(text):
    data = declared(script(text))
    assert data.texts("headline") == (("Cầu mới thông xe", "jsonld"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a' * 50_000,
        "{" + "/*" * 50_000,
        "{" + "," * 100_000,
        '{"' + '\\"' * 100_000,
        '{"@type": ' + "1" * 10_000 + "}",
        '{"@type": "NewsArticle", "headline": {"name": {"name": []}}, "author": 7}',
    ],
    ids=lambda text: text[:12],
)
def test_hostile_jsonld_neither_raises_nor_hangs(text):
    data = declared(script(text))
    assert data.texts("headline") == ()
    assert data.breadcrumbs == ()


@given(st.text(alphabet='{}[]",:\\/*<>- \nab1&;đ'))
def test_no_script_raises(text):
    parse_json("{" + text)
    read_jsonld(["[" + text])


@given(st.dictionaries(st.text(max_size=8), st.text(), max_size=4))
def test_sound_json_is_read_as_it_is(value):
    assert parse_json(json.dumps(value)) == [value]
    assert parse_json(json.dumps(value, ensure_ascii=False)) == [value]


def test_a_json_node_without_use_is_not_an_article():
    data = declared(script('{"@type": "JobPosting", "headline": "Tuyển thợ"}'))
    assert data.texts("headline") == ()
    assert data.node_types == {"JobPosting"}


def test_the_article_of_this_page_comes_before_its_neighbours():
    other = node(headline="Tin bên cạnh", url="https://bao.example/b-1.htm", datePublished="x")
    own = node(headline="Cầu mới", mainEntityOfPage={"@type": "WebPage", "@id": URL + "#page"})
    data = declared(script(json.dumps([other, own])))
    assert values(data.texts("headline")) == ["Cầu mới"]


def test_a_listing_that_describes_its_articles_has_none_of_its_own():
    listed = [node(headline=f"Tin {place}", url=f"https://bao.example/{place}") for place in "abc"]
    assert declared("<title>Kinh tế</title>" + script(json.dumps(listed))).articles == []


def test_two_nodes_of_one_article_complete_each_other():
    first = node(headline="Cầu mới", url=URL)
    second = {"@type": "Article", "headline": "Cầu mới", "articleSection": ["Kinh tế", "Đô thị"]}
    data = declared(script(json.dumps(first), json.dumps(second)))
    assert values(data.texts("section")) == ["Kinh tế", "Đô thị"]
    assert data.types == ("NewsArticle", "Article")


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Lê Hà", [Name("Lê Hà")]),
        ({"@type": "Person", "name": "Lê &#272;an"}, [Name("Lê Đan", person=True)]),
        ({"@type": "NewsMediaOrganization", "name": "Báo"}, [Name("Báo", person=False)]),
        (["Lê Hà", {"name": "An"}, {"name": ""}], [Name("Lê Hà"), Name("An")]),
        (
            {"@type": "Person", "name": ["Hà", "An"]},
            [Name("Hà", person=True), Name("An", person=True)],
        ),
        ({"@id": "#ha"}, [Name("Lê Hà", person=True)]),
        ([{"@id": "#ha"}], [Name("Lê Hà", person=True)]),
        ("https://mang.example/baomau", []),
        ({"@id": "#nobody"}, []),
    ],
)
def test_authors_of_jsonld(author, expected):
    person = {"@type": "Person", "@id": "#ha", "name": "Lê Hà"}
    data = declared(script(json.dumps({"@graph": [node(author=author), person]})))
    assert [name for names, _ in data.authors for name in names] == expected


def test_authors_by_source_in_order():
    data = declared(
        '<meta name="author" content="Báo Mẫu"><meta property="dable:author" content="HÀ;AN ">'
        '<meta property="article:author" content="https://mang.example/baomau">'
    )
    assert data.authors == (
        ((Name("HÀ;AN"),), "meta:dable:author"),
        ((Name("Báo Mẫu"),), "meta:author"),
    )


def crumb(name, url=None, position=None):
    return {"@type": "ListItem", "position": position, "item": {"@id": url, "name": name}}


@pytest.mark.parametrize(
    "items",
    [
        [crumb("Trang chủ", "/", 1), crumb("Kinh tế", "/kinh-te", 2), crumb("Giá", "/gia", 3)],
        [crumb("Giá", "/gia", 3), crumb("Kinh tế", "/kinh-te", 2), crumb("Bìa", "/", 1)],
        [[crumb("Kinh tế", "/kinh-te", 1)], [crumb("Giá", "/gia", 2)]],
        [crumb("BÁO MẪU"), crumb("Kinh tế"), crumb("Giá"), crumb("Cầu mới", URL)],
        [crumb("Kinh tế"), crumb("Giá"), crumb("CẦU MỚI")],
        [
            {"@type": "ListItem", "name": "Kinh tế", "item": "/kinh-te", "position": "1"},
            {"@type": "ListItem", "name": "Giá", "position": "2"},
        ],
    ],
)
def test_breadcrumbs_without_home_and_article(items):
    trail = {"@type": "BreadcrumbList", "itemListElement": items}
    head = '<meta property="og:site_name" content="Báo Mẫu">'
    data = declared(head + script(json.dumps(node(headline="Cầu mới")), json.dumps(trail)))
    assert data.breadcrumbs == ((("Kinh tế", "Giá"), "jsonld"),)


def test_breadcrumbs_of_microdata():
    items = "".join(
        f'<li itemprop="itemListElement"><a itemprop="item" href="{url}">'
        f'<span itemprop="name">{name}</span></a></li>'
        for name, url in (("Bìa", "/"), ("Kinh tế", "/kinh-te"))
    )
    data = declared(body=f'<ol itemscope itemtype="https://schema.org/BreadcrumbList">{items}</ol>')
    assert data.breadcrumbs == ((("Kinh tế",), "microdata:breadcrumb"),)


def test_microdata_of_the_article_not_of_a_teaser():
    body = """
    <div itemscope itemtype="https://schema.org/NewsArticle">
      <h3 itemprop="headline">Tin khác</h3></div>
    <article itemscope itemtype="https://schema.org/NewsArticle">
      <h1 itemprop="headline name">Cầu <i>mới</i></h1>
      <time itemprop="datePublished" datetime="2026-03-07T08:01:00+07:00">hôm qua</time>
      <p itemprop="author" itemscope itemtype="https://schema.org/Person">
        Bài: <span itemprop="name">Lê Hà</span>, <span itemprop="jobTitle">phóng viên</span></p>
      <div itemprop="articleBody">Thân bài</div>
    </article>"""
    data = declared(body=body)
    assert data.texts("headline") == (("Cầu mới", "microdata:headline"),)
    assert values(data.texts("date_published")) == ["2026-03-07T08:01:00+07:00"]
    assert data.authors == (((Name("Lê Hà"),), "microdata:author"),)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="keywords" content="cầu, giá  vàng,,Cầu,">', ("cầu", "giá vàng")),
        (
            "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("cầu", "#lũ")),
            ("cầu", "lũ"),
        ),
        (script(json.dumps(node(keywords=["cầu", {"name": "lũ"}]))), ("cầu", "lũ")),
    ],
)
def test_keywords(head, expected):
    assert values(declared(head).keywords) == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (True, True),
        ("False", False),
        ("http://schema.org/True", True),
        ("maybe", None),
    ],
)
def test_is_free(said, expected):
    data = declared(script(json.dumps(node(isAccessibleForFree=said))))
    assert next(iter(values(data.is_free)), None) is expected


def test_a_locked_part_is_not_free():
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".wall"}
    assert values(declared(script(json.dumps(node(hasPart=part)))).is_free) == [False]


def test_comment_count_among_other_counters():
    counters = [
        {"@type": "InteractionCounter", "interactionType": kind, "userInteractionCount": count}
        for kind, count in (
            ("https://schema.org/ShareAction", 90),
            ({"@type": "CommentAction"}, "12"),
        )
    ]
    assert values(
        declared(script(json.dumps(node(interactionStatistic=counters)))).comment_count
    ) == [12]
    assert values(declared(script(json.dumps(node(commentCount=0)))).comment_count) == [0]


def test_addresses_are_absolute_and_without_fragment():
    data = declared(
        '<link rel="canonical" href="/kinh-te/a-1.htm#top"><link rel="amphtml" href="/amp/a-1.htm">'
        '<link rel="alternate" hreflang="EN" href="https://en.bao.example/a">'
        '<meta property="og:image" content="//anh.example/a.jpg"><link rel="canonical" href="http://[">'
    )
    assert data.canonical_url == (("https://bao.example/kinh-te/a-1.htm", "link:canonical"),)
    assert data.links["amphtml"] == ["https://bao.example/amp/a-1.htm"]
    assert data.alternates == {"en": "https://en.bao.example/a"}
    assert values(data.image) == ["https://anh.example/a.jpg"]


@pytest.mark.parametrize(
    ("declared_as", "expected"),
    [("vi", "vi"), ("vi_VN", "vi-VN"), ("en-GB", "en-GB"), ("vietnamese", None)],
)
def test_language(declared_as, expected):
    assert next(iter(values(declared(lang=declared_as).language)), None) == expected


def test_rights():
    data = declared(
        '<meta name="robots" content="noarchive"><meta name="tdm-reservation" content="1">'
        '<meta name="copyright" content="© B&aacute;o Mẫu">'
    )
    assert data.rights == Rights(
        copyright_notice="© Báo Mẫu", meta_robots="noarchive", tdm_reservation="1"
    )


def test_the_title_is_the_heads_not_a_drawings():
    data = declared("<title>Cầu mới | Báo Mẫu</title>", "<svg><title>Biểu tượng</title></svg>")
    assert data.title == "Cầu mới | Báo Mẫu"


def test_a_page_that_declares_nothing():
    data = StructuredData.of(html.document_fromstring("<p>x</p>"))
    assert data.texts("headline") == data.authors == data.breadcrumbs == data.image == ()
    assert data.types == ()
    assert data.og_type == data.title == ""
    assert data.rights == Rights()


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Cầu mới thông xe | Công Luận Phương Bắc", ["Công Luận Phương Bắc"]),
        ("Cầu mới thông xe", []),
        ("Cầu mới thông xe - Đời sống - Bến Sông", []),
        ("Cầu mới thông xe sau ba năm", []),
    ],
)
def test_the_site_is_what_stands_behind_the_headline_in_the_title(title, site):
    head = f'<title>{title}</title><meta property="og:title" content="Cầu mới thông xe">'
    found = declared(head).texts("publisher_name")
    assert [(text, rule) for text, rule in found] == [(each, "title:site") for each in site]
