import pytest

from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.page_type import why_no_article
from newscrawl.extraction.undeclared.prose import Prose
from tests.extraction.markup import parse_text

URL = "https://bao.example/kinh-te/cau-moi-qua-song-1234567.htm"
SENTENCE = (
    "Sáng nay cầu mới qua sông thông xe sau ba năm thi công, người dân hai bờ đi bộ qua cầu. "
)
TEASER = '<li><a href="/{0}"><h3>Một tiêu đề tin khác trong ngày số {0}</h3></a></li>'


def paragraphs(count):
    return "".join(f"<p>{SENTENCE}Đoạn thứ {number}.</p>" for number in range(count))


def teasers(count):
    return "<ul>" + "".join(TEASER.format(number) for number in range(count)) + "</ul>"


def reason(head="", body="", url=URL):
    root = parse_text(f"<html><head>{head}</head><body>{body}</body></html>")
    problem = why_no_article(Mentions(root), StructuredData.of(root, url), Prose(root))
    return problem.reason if problem else None


HEADLINE = "Cầu mới qua sông thông xe"
TITLED = f'<meta property="og:title" content="{HEADLINE}">'
SHORT = f"<div>{paragraphs(2)}</div>"
TITLE, DATE = f"<div class=title>{HEADLINE}</div>", "<div><span> - 08/03/2026 08:47</span></div>"
AUTHOR, SAPO = (
    "<p><a class=author>Lê Thu Hà</a></p>",
    "<div class=sapo>Ba năm chờ đợi đã xong.</div>",
)
SAID = "".join(f"<div>{TEASER.format(n)}<p>{SENTENCE}</p></div>" for n in range(12))
NODE = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Cầu mới"}</script>'
VIDEO = '<script type="application/ld+json">{"@type": "VideoObject", "name": "Cầu mới"}</script>'
DATED = '<meta property="article:published_time" content="2026-03-07T08:01:53+07:00">'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param(NODE, paragraphs(1), None, id="a declared brief"),
        pytest.param(DATED, paragraphs(2) + teasers(9), None, id="a dated text among links"),
        pytest.param("", paragraphs(9) + teasers(3), None, id="a long text without declarations"),
        pytest.param("", paragraphs(2), "not_an_article", id="a short one"),
        pytest.param(
            TITLED, TITLE + DATE + AUTHOR + SHORT + teasers(60), None, id="a short one signed"
        ),
        pytest.param(TITLED, TITLE + DATE + SAPO + SHORT + teasers(60), None, id="with a lead"),
        pytest.param(
            TITLED,
            TITLE + DATE + SAPO + SHORT + SAID,
            None,
            id="less than what teasers beside it say",
        ),
        pytest.param(
            TITLED, TITLE + DATE + SHORT + SAID, "not_an_article", id="but without a lead"
        ),
        pytest.param("", TITLE + DATE + SAPO + SHORT, "not_an_article", id="no headline declared"),
        pytest.param(TITLED, DATE + SAPO + SHORT, "not_an_article", id="none printed"),
        pytest.param(TITLED, TITLE + SAPO + SHORT, "not_an_article", id="no date printed"),
        pytest.param(TITLED, TITLE + DATE + SHORT, "not_an_article", id="neither lead nor writer"),
        pytest.param(
            TITLED,
            f"<a href=/1>{TITLE}</a>{DATE}{SAPO}{SHORT}",
            "not_an_article",
            id="the headline of a teaser",
        ),
        pytest.param(
            TITLED,
            TITLE + DATE + SAPO + "".join(f"<div>{paragraphs(1)}{TEASER}</div>" for _ in "abcd"),
            "not_an_article",
            id="teasers below the headline of a section",
        ),
        pytest.param(
            TITLED.replace(HEADLINE, "Đầu tư"),
            (TITLE + DATE + SAPO + SHORT).replace(HEADLINE, "Đầu tư"),
            "not_an_article",
            id="the name of a section",
        ),
        pytest.param("", teasers(40), "not_an_article", id="a list of links"),
        pytest.param(DATED, teasers(40), "not_an_article", id="a section that bears a date"),
        pytest.param("", paragraphs(6) + teasers(60), "not_an_article", id="more links than text"),
        pytest.param(
            "",
            "".join(f"<div>{TEASER.format(n)}<p>{SENTENCE}</p></div>" for n in range(20)),
            "not_an_article",
            id="teasers with their leads",
        ),
        pytest.param(VIDEO, "<h1>Cầu mới</h1>" + teasers(9), "video_page", id="a video"),
        pytest.param(
            '<meta property="og:type" content="video.other">'
            + VIDEO.replace("}", ', "uploadDate": "2026-03-07T08:01:53+07:00"}'),
            paragraphs(2) + teasers(3),
            None,
            id="a dated video with a text",
        ),
        pytest.param(
            '<meta property="og:type" content="video.other">', "", "video_page", id="OpenGraph's"
        ),
        pytest.param(VIDEO + NODE, paragraphs(5), None, id="an article with a video"),
        pytest.param("<title>404 Not Found</title>", "<p>Xin lỗi.</p>", "soft_404", id="title"),
        pytest.param(
            "<title>Không tìm thấy trang | Báo Mẫu</title>",
            teasers(9),
            "soft_404",
            id="title with a site",
        ),
        pytest.param("", "<h1>Bài viết không tồn tại</h1>", "soft_404", id="heading"),
        pytest.param("<title>Just a moment...</title>", "<p>x</p>", "challenge_page", id="words"),
        pytest.param(
            "", '<form><div class="g-recaptcha"></div></form>', "challenge_page", id="captcha"
        ),
        pytest.param(
            NODE, paragraphs(9) + '<div class="g-recaptcha"></div>', None, id="comments' captcha"
        ),
        pytest.param(
            "", '<form><input type="password"></form>', "not_an_article", id="a login form"
        ),
        pytest.param("", "", "not_an_article", id="an empty page"),
    ],
)
def test_what_a_page_is(head, body, expected):
    assert reason(head, body) == expected


def test_a_video_channel_is_told_by_its_address():
    assert reason("", teasers(9), "https://bao.example/video/thoi-su.htm") == "video_page"


def test_a_home_page_is_no_article():
    canonical = '<link rel="canonical" href="https://bao.example/">'
    assert reason(canonical, paragraphs(9)) == "not_an_article"
