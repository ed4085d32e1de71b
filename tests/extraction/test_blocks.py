"""What a body prints, block by block, whatever markup prints it."""

from typing import Any

import pytest

from newscrawl.extraction.markup.blocks import Body, Surroundings, read_blocks
from newscrawl.extraction.markup.flow import read_flow
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.rules import Rules
from newscrawl.publisher import Layout
from tests.extraction.markup import parse_text

PICTURE = '<img src="https://i.example/a.jpg">'
LONG = "Dòng nước rút chậm nên bà con chưa thể xuống giống vụ mới như mọi năm."


def join(url: str) -> str | None:
    if not url or url.startswith(("data:", "#", "javascript:")):
        return None
    return url if url.startswith("http") else f"https://bao.example/{url.lstrip('/')}"


def read(markup: str, headline: str = "Lũ về muộn", lead: str = "", **rules: str) -> Body:
    root = parse_text(f"<html><body><div id=body>{markup}</div></body></html>")
    layout = Rules(Layout(name="mẫu", body="#body", **rules), Mentions(root))
    around = Surroundings(
        headline=headline,
        lead=lead,
        names=("Báo Mẫu",),
        join=join,
        is_article=lambda url: url.startswith("https://bao.example/") and url.endswith(".htm"),
    )
    (body,) = layout.bodies()
    return read_blocks(read_flow(body, layout.roles_in(body), join), around)


def blocks(markup: str, **options: Any) -> list[tuple[str, str]]:
    return [(block.type, block.text) for block in read(markup, **options).blocks]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        # words split across elements are joined without a blank
        ("<p><span>T</span><span>rước khi</span> <b>đi</b></p>", ["Trước khi đi"]),
        ("<p>Xăng<sup>1</sup>, 5.800m<sup>2</sup></p>", ["Xăng1, 5.800m2"]),
        ("<p>a<!-- quảng cáo -->b<?php echo 1 ?>c</p>", ["abc"]),
        ("<p>Từ <a href='/the.html'>thẻ</a> trong bài</p>", ["Từ thẻ trong bài"]),
        # one line break folds a line in its paragraph, two end it
        ("<p>Một câu dài<br>còn tiếp</p>", ["Một câu dài còn tiếp"]),
        ("<p>Đoạn một.<br>\n<br/>Đoạn hai.</p>", ["Đoạn một.", "Đoạn hai."]),
        # loose text has no other marks than its breaks
        ("Đoạn một.<br>Đoạn hai.<div>Đoạn ba.</div>Đoạn bốn.", [f"Đoạn {n}." for n in
         ("một", "hai", "ba", "bốn")]),
        ("<div><div><div>Lồng nhau.</div></div>Bên ngoài.</div>", ["Lồng nhau.", "Bên ngoài."]),
        ("<section><p>Trong mục.</p></section><article><p>Trong bài.</p></article>",
         ["Trong mục.", "Trong bài."]),
        # what prints nothing
        ("<p>Chữ.</p><p>&nbsp;</p><p>***</p><p><br></p><p></p>", ["Chữ."]),
        ("<p>Chữ.</p><script>var a='Đoạn';</script><style>p{}</style><noscript>Không</noscript>",
         ["Chữ."]),
        ("<p>Chữ.</p><p style='display: none'>Ẩn</p><p hidden>Ẩn</p><div class='x d-none'>Ẩn</div>",
         ["Chữ."]),
        ("<p>Chữ.</p><form><p>Gửi</p></form><button>Nút</button><nav>Mục</nav>", ["Chữ."]),
        # entities, invisible characters, several encodings of one letter
        ("<p>A&amp;ocirc;ng&#8203; Ba\u0301o&nbsp;cáo</p>", ["Aông Báo cáo"]),
    ],
)  # fmt: skip
def test_paragraphs(markup: str, texts: list[str]) -> None:
    assert blocks(markup) == [("paragraph", text) for text in texts]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h2>Tiểu đề</h2><p>Đoạn.</p>", [("heading", "Tiểu đề"), ("paragraph", "Đoạn.")]),
        ("<h4><strong>Tiểu</strong> đề</h4><p>Đoạn.</p>",
         [("heading", "Tiểu đề"), ("paragraph", "Đoạn.")]),
        ("<p><b>Nước về</b><b> tới đâu?</b></p><p>Đoạn.</p>",
         [("heading", "Nước về tới đâu?"), ("paragraph", "Đoạn.")]),
        ("<p><span style='font-weight: 700'>Tiểu đề</span></p><p>Đoạn.</p>",
         [("heading", "Tiểu đề"), ("paragraph", "Đoạn.")]),
        ("<p><strong>1. Kiểm tra bơm</strong></p><p>Đoạn.</p>",
         [("heading", "1. Kiểm tra bơm"), ("paragraph", "Đoạn.")]),
        # a sub-headline above its paragraph in one element
        ("<p><strong>Tiểu đề</strong><br>Đoạn dài hơn.</p>",
         [("heading", "Tiểu đề"), ("paragraph", "Đoạn dài hơn.")]),
        # bold but a sentence, partly bold, or with nothing below it
        ("<p><strong>Một câu in đậm.</strong></p><p>Đoạn.</p>",
         [("paragraph", "Một câu in đậm."), ("paragraph", "Đoạn.")]),
        ("<p><strong>Với Việt Nam</strong>, giá tăng</p><p>Đoạn.</p>",
         [("paragraph", "Với Việt Nam, giá tăng"), ("paragraph", "Đoạn.")]),
        ("<p>Đoạn.</p><p><strong>Cuộc hẹn chưa biết bao giờ</strong></p>",
         [("paragraph", "Đoạn."), ("paragraph", "Cuộc hẹn chưa biết bao giờ")]),
        ("<ul><li>Một</li><li><p>- Hai</p></li></ul><ol><li>Ba</li></ol>",
         [("list_item", "Một"), ("list_item", "Hai"), ("list_item", "Ba")]),
        ("<p>• Gạo</p><p>- Mời ngồi</p>", [("list_item", "Gạo"), ("paragraph", "- Mời ngồi")]),
        ("<p>Gồm:<br>- Gạo<br>- Muối</p>",
         [("paragraph", "Gồm:"), ("list_item", "Gạo"), ("list_item", "Muối")]),
        ("<p>Bà kể:<br>- Tôi bán gạo.<br>- Chợ đông.</p>",
         [("paragraph", "Bà kể:"), ("paragraph", "- Tôi bán gạo."), ("paragraph", "- Chợ đông.")]),
        ("<h2>Lịch</h2><p>- Thứ hai</p><p>- Thứ ba</p><p>- Thứ tư</p>",
         [("heading", "Lịch"), *(("list_item", f"Thứ {day}") for day in ("hai", "ba", "tư"))]),
        ("<blockquote><p>Lời nói.</p><p>Bà Sáu</p></blockquote>",
         [("quote", "Lời nói."), ("quote", "Bà Sáu")]),
        (("<table><tr><th>Tỉnh</th><th>Mưa</th></tr><tr><td><p>Huế</p></td><td>5&nbsp;mm</td></tr>"
         "<tr><td></td><td></td></tr></table>"),
         [("table_row", "Tỉnh | Mưa"), ("table_row", "Huế | 5 mm")]),
        ("<p>Đoạn đủ dài để ô kia chỉ là hộp.</p><table><tr><td><p>Ghi chú.</p></td></tr></table>",
         [("paragraph", "Đoạn đủ dài để ô kia chỉ là hộp."), ("box", "Ghi chú.")]),
        (f"<table><tr><td><p>{LONG}</p><p>{LONG} Hai.</p></td></tr></table>",
         [("paragraph", LONG), ("paragraph", f"{LONG} Hai.")]),
        ("<aside><h3>Hộp</h3><p>Chữ.</p></aside><p>Đoạn.</p>",
         [("box", "Hộp"), ("box", "Chữ."), ("paragraph", "Đoạn.")]),
        # buttons and labels, only as whole lines
        ("<p>Chia sẻ</p><p>Chia sẻ với Báo Mẫu, ông cười.</p>",
         [("paragraph", "Chia sẻ với Báo Mẫu, ông cười.")]),
    ],
)  # fmt: skip
def test_types(markup: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(markup) == expected


def test_roles_of_the_layout() -> None:
    markup = (
        "<div type=content><h3>Hộp</h3><p>Trong hộp.</p></div><div class=q><p>Lời.</p></div>"
        "<div class=ad><p>Mua ngay.</p></div><p>Đoạn.</p>"
    )
    found = blocks(markup, box="[type=content]", quote=".q", cut=".ad")
    assert found == [
        ("box", "Hộp"),
        ("box", "Trong hộp."),
        ("quote", "Lời."),
        ("paragraph", "Đoạn."),
    ]


def test_frame_of_pictures_without_one_is_a_box() -> None:
    frame = "<table class=f><tr><td><p>Ghi chú bên lề.</p></td></tr></table>"
    assert blocks(f"<p>{LONG}</p>{frame}", photo=".f") == [
        ("paragraph", LONG),
        ("box", "Ghi chú bên lề."),
    ]


def test_lead_and_headline_are_no_body() -> None:
    markup = f"<h2>Lũ về muộn</h2><p>{LONG}</p><p>Đoạn.</p>"
    assert blocks(markup, lead=LONG) == [("paragraph", "Đoạn.")]
    assert blocks(f"<p class=sapo>{LONG}</p><p>Đoạn.</p>", description=".sapo") == [
        ("paragraph", "Đoạn.")
    ]


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (f"<figure>{PICTURE}<figcaption><p>Cầu mới. Ảnh: <em>An</em></p></figcaption></figure>",
         "Cầu mới.", "An"),
        (f"<figure>{PICTURE}<figcaption>Cầu mới (Ảnh: An).<br></figcaption></figure>",
         "Cầu mới", "An"),
        ((f"<figure>{PICTURE}<figcaption><p class=e data-placeholder='Nhập chú thích'>"
         "Nhập chú thích</p></figcaption></figure>"), None, None),
        (f"<figure>{PICTURE}<figcaption></figcaption></figure>", None, None),
        # the caption's element is known by its class, or by nothing but its holder
        (f"<div class=wrap>{PICTURE}</div><div class='PhotoCMS_Caption'><p>Cầu - Ảnh: AN</p></div>",
         "Cầu", "AN"),
        (f"<figure>{PICTURE}<p>Cầu mới</p></figure>", "Cầu mới", None),
        # photo tables
        (f"<table><tr><td>{PICTURE}</td></tr><tr><td class=c>Cầu - Ảnh: AN</td></tr></table>",
         "Cầu", "AN"),
        (f"<table><tr><td>{PICTURE}<p>Cầu mới</p></td></tr></table>", "Cầu mới", None),
        (f"<table><tr><td>{PICTURE}</td></tr><tr><td>https://bao.example/</td></tr></table>",
         None, None),
        # plain paragraphs below a bare picture
        (f"<p align=center>{PICTURE}</p><p class=img_chu_thich>Cầu mới</p>", "Cầu mới", None),
        (f"<p>{PICTURE}</p><p><em>Cầu mới</em></p>", "Cầu mới", None),
        (f"<p>{PICTURE}</p><p style='text-align:center'>Cầu mới</p>", "Cầu mới", None),
        (f"<p>{PICTURE}</p><p>Cầu mới. Ảnh: An</p>", "Cầu mới.", "An"),
        (f"<p>{PICTURE}<br><em>Cầu mới</em></p>", "Cầu mới", None),
        (f"<p>{PICTURE}</p>", None, None),
    ],
)  # fmt: skip
def test_captions(markup: str, caption: str | None, credit: str | None) -> None:
    body = read(f"{markup}<p>Đoạn.</p>")
    assert [(image.caption, image.credit) for image in body.images] == [(caption, credit)]
    assert body.images[0].url == "https://i.example/a.jpg"
    assert [block.text for block in body.blocks] == ["Đoạn."]


@pytest.mark.parametrize(
    ("caption", "apart", "credit"),
    [
        ("Lớp học ven sông", "L.N", "L.N"),
        ("Lớp học ven sông", "ẢNH: AP", "AP"),
        ("Lớp học ven sông (Ảnh: AP)", "L.N", "AP"),
        ("", "ẢNH: AP", "AP"),
        ("Lớp học ven sông", " ", None),
    ],
)
def test_credit_in_an_element_of_its_own(caption: str, apart: str, credit: str | None) -> None:
    photo = f"{PICTURE}<figcaption><p>{caption}</p></figcaption><div class=by><p>{apart}</p></div>"
    body = read(f"<figure>{photo}</figure><p>{LONG}</p><div class=by>Q.K</div>", credit=".by")
    (image,) = body.images
    assert (image.caption, image.credit) == (caption.partition(" (")[0] or None, credit)
    assert [block.text for block in body.blocks] == [LONG]


def test_paragraph_after_a_captioned_picture_stays() -> None:
    body = read(f"<figure>{PICTURE}<figcaption>Cầu</figcaption></figure><p><em>Lời dẫn.</em></p>")
    assert [block.text for block in body.blocks] == ["Lời dẫn."]


def test_each_cell_of_a_row_captions_the_picture_above_it() -> None:
    markup = (
        f"<table><tr><td>{PICTURE}</td><td><img src='https://i.example/b.jpg'></td></tr>"
        "<tr><td>Trái</td><td>Phải</td></tr></table><p>Đoạn.</p>"
    )
    assert [image.caption for image in read(markup).images] == ["Trái", "Phải"]


def test_table_of_data_with_small_pictures_is_data() -> None:
    row = "<tr><td><img src='https://i.example/f.png'> Huế</td><td>5 mm</td><td>Cao</td></tr>"
    assert blocks(f"<table>{row * 3}</table>")[0] == ("table_row", "Huế | 5 mm | Cao")


POINTING = "<a href='/lua-noi.htm'>Hợp tác xã thử trồng lúa nổi</a>"


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr><td>Tin liên quan</td></tr><tr><td>{POINTING}</td></tr>",
        f"<tr><th>TIN LIÊN QUAN</th><td><p>{POINTING} {POINTING}</p></td></tr>",
        (f"<tr><td></td><td><b>Tin liên quan:</b></td></tr><tr><td>{PICTURE}</td>"
         f"<td>{POINTING}</td></tr>"),
    ],
)  # fmt: skip
def test_table_under_the_label_of_a_list_points_to_other_articles(rows: str) -> None:
    body = read(f"<p>Đoạn trước.</p><table>{rows}</table><p>Đoạn sau.</p>")
    assert [block.text for block in body.blocks] == ["Đoạn trước.", "Đoạn sau."]
    assert [each.headline for each in body.related] == ["Hợp tác xã thử trồng lúa nổi"]
    assert body.images == []


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (f"<tr><td>Tin liên quan</td></tr><tr><td>{LONG} {POINTING}</td></tr>",
         [f"{LONG} Hợp tác xã thử trồng lúa nổi"]),
        (f"<tr><td>Giống</td><td>Lúa nổi</td></tr><tr><td>Bài</td><td>{POINTING}</td></tr>",
         ["Giống | Lúa nổi", "Bài | Hợp tác xã thử trồng lúa nổi"]),
        ("<tr><td>Tin liên quan</td><td>Không có</td></tr>", ["Tin liên quan | Không có"]),
    ],
)  # fmt: skip
def test_table_that_prints_more_than_links_is_text(rows: str, texts: list[str]) -> None:
    assert [text for _, text in blocks(f"<p>Đoạn.</p><table>{rows}</table>")[1:]] == texts


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ('<img src="/thumb_w/730/2026/a.jpg" data-original="/2026/a.jpg">', "2026/a.jpg"),
        ('<img src="https://i.example/zoom/205_128/2026/a.jpg">', "https://i.example/2026/a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="/a.jpg?w=680&s=x">', "a.jpg?w=680&s=x"),
        ('<picture><source data-srcset="/s.jpg 1x, /l.jpg 2x"><img src="data:,"></picture>',
         "l.jpg"),
        ('<a href="/i/s626/a.jpg"><img src="a_files/a.jpg"></a>', "i/s626/a.jpg"),
        ('<a href="/bai.htm"><img src="/a.jpg"></a>', "a.jpg"),
        ('<img src="data:,"><noscript><img src="/a.jpg"></noscript>', "a.jpg"),
        ('<img src="https://i.example/Kx9veWYJWZvf4nKvFO95aNwt=/zoom/9_6/a.jpg">',
         "https://i.example/Kx9veWYJWZvf4nKvFO95aNwt=/zoom/9_6/a.jpg"),
    ],
)  # fmt: skip
def test_picture_is_the_original(image: str, url: str) -> None:
    (found,) = read(f"<figure>{image}</figure><p>Đoạn.</p>").images
    assert found.url == join(url)


def test_ornaments_are_no_pictures() -> None:
    markup = '<p>Chữ <img class="emoji" src="/e.png"> nữa<img width=1 height=1 src="/p"></p>'
    body = read(markup)
    assert body.images == []
    assert [block.text for block in body.blocks] == ["Chữ nữa"]
    kinds = ("avatar", "avatar-img", "news-avatar")
    body = read("".join(f'<img class="{kind}" src="/{kind}.jpg">' for kind in kinds))
    assert [image.url for image in body.images] == [join("/news-avatar.jpg")]


def test_a_size_of_any_length_is_no_ornaments() -> None:
    image = f'<img src="/a.jpg" width="{"9" * 5000}" height="1">'
    assert len(read(f"{image}<p>Đoạn.</p>").images) == 1


@pytest.mark.parametrize("label", ["Thanh toán", "Thảo luận", "Bản quyền", "Tiêu điểm"])
def test_what_is_a_button_elsewhere_may_head_a_paragraph(label: str) -> None:
    text = "Người dân có thể trả tiền vé tại quầy hoặc qua ứng dụng của bến phà."
    heading = ("heading", label)
    assert blocks(f"<p>Đoạn.</p><h2>{label}</h2><p>{text}</p>")[1:] == [
        heading,
        ("paragraph", text),
    ]
    assert blocks(f"<p>Đoạn.</p><h2>{label}</h2>") == [("paragraph", "Đoạn.")]


def test_names_of_services_may_be_items_and_cells() -> None:
    items = "".join(f"<li>{name}</li>" for name in ("Facebook", "Zalo"))
    listed = [("list_item", "Facebook"), ("list_item", "Zalo")]
    assert blocks(f"<p>Nhiều người dùng:</p><ul>{items}</ul><p>Đoạn.</p>")[1:3] == listed
    assert blocks(f"<p>Đoạn.</p><ul>{items}</ul><p>Đoạn.</p>") == [("paragraph", "Đoạn.")] * 2
    rows = "<table><tr><td>120</td><td>Xã</td></tr><tr><td>Chia sẻ</td><td>7</td></tr></table>"
    assert blocks(f"<p>Đoạn.</p>{rows}")[1:] == [
        ("table_row", "120 | Xã"),
        ("table_row", "Chia sẻ | 7"),
    ]


def test_a_sentence_of_an_imprints_words_is_text_where_the_text_goes_on() -> None:
    said = "Giấy phép số 12/GP-UBND cấp cho công ty khai thác cát đã hết hạn từ năm 2022."
    text = "Người dân hai bên sông cho biết tàu hút cát vẫn hoạt động suốt đêm."
    assert [line for _, line in blocks(f"<p>{said}</p><p>{text}</p>")] == [said, text]


def test_a_link_in_a_labelled_sentence_is_text() -> None:
    link = "<a href='https://bao.example/a.htm'>thứ mà đứa trẻ</a>"
    assert read(f"<p>Đoạn.</p><p>Điện thoại: {link} nào cũng muốn có.</p>").related == []


def test_an_address_in_the_text_is_text() -> None:
    line = "Địa chỉ: số 5 Lê Lợi, quận 1."
    assert ("paragraph", line) in blocks(f"<p>Đoạn.</p><p>{line}</p><p>Đoạn.</p>")


def test_generated_alt_is_none() -> None:
    markup = '<img src="/a.jpg" alt="Lũ về muộn - Ảnh 1."><img src="/b.jpg" alt="Bến đò">'
    assert [image.alt for image in read(f"{markup}<p>Đoạn.</p>").images] == [None, "Bến đò"]


def test_videos_and_other_embeds() -> None:
    markup = (
        '<div type="VideoStream" data-src="https://player.example/embed/7"><p>Đang phát</p>'
        '<div class="VideoCMS_Caption"><p>Đoàn phim trở lại</p></div></div>'
        '<iframe src="https://www.youtube.com/embed/x"></iframe>'
        '<iframe src="https://flo.uri.sh/visualisation/1/embed"></iframe><p>Đoạn.</p>'
    )
    body = read(markup, video="[type=VideoStream]", caption=".VideoCMS_Caption")
    assert [(video.url, video.caption) for video in body.videos] == [
        ("https://player.example/embed/7", "Đoàn phim trở lại"),
        ("https://www.youtube.com/embed/x", None),
    ]
    assert [block.text for block in body.blocks] == ["Đoạn."]


@pytest.mark.parametrize(
    ("named", "url"),
    [
        ("data-vid='video.example/2026/9/a.mp4'", "https://video.example/2026/9/a.mp4"),
        ("data-vid='kenh/2026/9/a.mp4'", None),
        (
            "data-vid='kenh/a.mp4' data-src='//player.example/?vid=a.mp4'",
            "//player.example/?vid=a.mp4",
        ),
    ],
)
def test_file_of_a_video_is_an_address_only_with_its_host(named: str, url: str | None) -> None:
    body = read(f"<div type=VideoStream {named}></div><p>Đoạn.</p>", video="[type=VideoStream]")
    assert [video.url for video in body.videos] == [url and join(url)]


def test_related_box_is_no_body() -> None:
    markup = (
        "<div class=r><a href='/mot-1.htm'><img src='/a.jpg' alt='x'></a>"
        "<a href='/mot-1.htm'>Một bài khác cùng chuyện</a><p class=sapo>Dẫn của bài kia.</p></div>"
    )
    body = read(f"<p>Đoạn.</p>{markup}<p>Vậy đó.</p>", related=".r")
    assert [(r.headline, r.description, r.url, r.placement) for r in body.related] == [
        ("Một bài khác cùng chuyện", "Dẫn của bài kia.", "https://bao.example/mot-1.htm", "body")
    ]
    assert [block.text for block in body.blocks] == ["Đoạn.", "Vậy đó."]
    assert body.images == []


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href='/mot-1.htm'>Một bài khác</a></p>",
        "<p>&gt;&gt; <a href='/mot-1.htm'>Một bài khác</a></p>",
        "<p><strong><em>Xem thêm:</em></strong> <a href='/mot-1.htm'>Một bài khác</a></p>",
        "<ul><li><a href='/mot-1.htm'>Một bài khác</a></li></ul>",
    ],
)
def test_line_that_only_points_to_an_article_is_related(line: str) -> None:
    body = read(f"<p>Đoạn.</p>{line}<p>Vậy đó.</p>")
    assert [(r.headline, r.url) for r in body.related] == [
        ("Một bài khác", "https://bao.example/mot-1.htm")
    ]
    assert [block.text for block in body.blocks] == ["Đoạn.", "Vậy đó."]


def test_link_that_prints_nothing_points_to_nothing() -> None:
    body = read("<p>Đoạn.</p><p><a href='#'>0</a><a href='/mot-1.htm'> </a></p>")
    assert body.related == []
    assert [block.text for block in body.blocks] == ["Đoạn."]


@pytest.mark.parametrize(
    ("line", "related"),
    [
        ("<p>Nước còn lên..&gt;&gt; <a href='/mot-1.htm'>Chi tiết</a></p>", []),
        ("<p>Nước còn lên.&gt;&gt;<b><a href='/mot-1.htm'>Một bài khác</a></b></p>",
         ["Một bài khác"]),
    ],
)  # fmt: skip
def test_pointer_at_the_end_of_a_paragraph_is_no_text(line: str, related: list[str]) -> None:
    body = read(f"<p>Đoạn.</p>{line}<p>Vậy đó.</p>")
    assert [r.headline for r in body.related] == related
    assert [block.text.rstrip(".") for block in body.blocks] == ["Đoạn", "Nước còn lên", "Vậy đó"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Theo <a href='/mot-1.htm'>một bài khác</a>, nước còn lên.</p>",
        "<p><a href='https://other.example/x.htm'>Nghị định số 5</a></p>",
        "<ul><li><a href='/chu-de/lu'>Chủ đề lũ</a></li></ul>",
    ],
)
def test_link_in_the_text_is_text(line: str) -> None:
    body = read(f"<p>Đoạn.</p>{line}<p>Vậy đó.</p>")
    assert body.related == []
    assert len(body.blocks) == 3


@pytest.mark.parametrize(
    ("end", "authors", "agencies"),
    [
        ("<p style='text-align:right'><strong>Kiều Oanh</strong> (Theo <em>Reuters</em>)</p>",
         ("Kiều Oanh",), ("Reuters",)),
        ("<p><strong>Hà Thu</strong> <em>(tổng hợp)</em></p>", ("Hà Thu",), ()),
        ("<div class=w><p align=right><strong>NGUYỄN HẢI VÂN</strong></p></div>",
         ("NGUYỄN HẢI VÂN",), ()),
        ("<p>Theo <strong>Thanh Xuân</strong></p><p><em>Thời báo Mẫu</em></p>",
         ("Thanh Xuân",), ("Thời báo Mẫu",)),
        ("<p><em>(Theo AFP, Kyodo)</em></p>", (), ("AFP", "Kyodo")),
        (("<p><strong>Nguồn: <a href='https://x.example/a'>Bí quyết giữ dáng cho người bận, giảm "
         "0,5kg/ngày</a></strong></p>"), (), ()),
        ("<p><b>Bảo Minh</b></p><aside><p>Trong hộp.</p></aside><img src='/a.jpg'>",
         ("Bảo Minh",), ()),
    ],
)  # fmt: skip
def test_signature_is_no_body(
    end: str, authors: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    body = read(f"<p>{LONG}</p><p>{LONG} Hết.</p>{end}")
    assert tuple(name for byline in body.bylines for name in byline.authors) == authors
    assert tuple(name for byline in body.bylines for name in byline.agencies) == agencies
    assert [block.text for block in body.blocks if block.type != "box"] == [LONG, f"{LONG} Hết."]


def test_photo_story_prints_its_captions() -> None:
    caption = "<figcaption><p>{1} {0}.</p><p>Ảnh: An</p></figcaption>"
    figure = f"<figure><img src='/{{0}}.jpg'>{caption}</figure>"
    markup = "<p>Lời mở.</p>" + "".join(figure.format(number, LONG) for number in range(3))
    body = read(markup)
    assert body.is_photo_story
    assert [block.text for block in body.blocks] == [
        "Lời mở.",
        *(f"{LONG} {number}." for number in range(3)),
    ]
    assert [image.credit for image in body.images] == ["An"] * 3


def test_pictures_beside_a_long_text_are_no_photo_story() -> None:
    figure = "<figure><img src='/{0}.jpg'><figcaption>Bến đò {0}</figcaption></figure>"
    markup = f"<p>{LONG * 3}</p>" + "".join(map(figure.format, range(4)))
    body = read(markup)
    assert not body.is_photo_story
    assert len(body.blocks) == 1


def test_deep_markup_does_not_recurse() -> None:
    assert blocks("<div>" * 900 + "<p>Đáy.</p>") == [("paragraph", "Đáy.")]
    parse_text("<div>" * 100_000 + "<p>Đáy.</p>")


@pytest.mark.parametrize("last", ["Vâng, tôi hiểu.", "CUỘC CHIẾN CHƯA KẾT THÚC", "Xin cảm ơn!"])
def test_a_last_line_in_bold_may_be_text(last: str) -> None:
    body = read(f"<p>Đoạn một.</p><p>Đoạn hai.</p><p><b>{last}</b></p>")
    assert body.bylines == []
    assert body.blocks[-1].text == last
