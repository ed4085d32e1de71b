"""The lexicon knows whole lines and listed shapes, and nothing inside a sentence."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.conventions.boilerplate import LINES
from newscrawl.conventions.lexicon import comment_count, pointed_headline, role_of, tags_in
from newscrawl.typography import fold


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Tin liên quan", "related"),
        ("TIN LIÊN QUAN:", "related"),
        ("Đọc thêm", "more"),
        ("Đọc nhiều trong Kinh doanh", "more"),
        ("Tin cùng chuyên mục", "more"),
        ("Xem thêm: Lũ quét ở Nậm Nhùn", "pointer"),
        (">> Lũ quét ở Nậm Nhùn", "pointer"),
        ("Đọc tiếp Về trang Chủ đề", "pointer"),
        ("Báo Công Thương - Cơ quan ngôn luận của Bộ Công Thương", "footer"),
        ("Từ khoá:", "tags"),
        ("Từ Khóa: lũ quét, cứu hộ", "tags"),
        ("#lũ quét #cứu hộ", "tags"),
        ("Theo dõi Baoquocte.vn trên", "follow"),
        ("Theo dõi Dân trí trên: Google News", "follow"),
        ("Chia sẻ bài viết", "noise"),
        ("NHẬT XUÂN và 1 tác giả khác", "noise"),
        ("Facebook Mail Twitter / X LinkedIn Zalo", "noise"),
        ("Trở lại Thế giới Trở lại Thế giới", "noise"),
        ("Mời bạn đọc vào chuyên mục Quốc tế để xem tin.", "noise"),
        ("Tối đa: 1500 ký tự", "comments"),
        ("Bình luận ( 12 )", "comments"),
        ("Được quan tâm nhất Mới nhất Tặng sao cho thành viên", "comments"),
        ("Nếu còn thắc mắc, vui lòng liên hệ tổng đài 1900 0000 để được hỗ trợ.", "noise"),
        ("Hotline: 0918.033.133", "contact"),
        ("Phó Tổng Biên tập: Trần Văn An", "footer"),
        ("© Copyright 2026 Báo Mới", "footer"),
        ("Giấy phép số 15/GP-BVHTTDL", "footer"),
        ("Giấy phép số 15/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 28/4/2020.", "footer"),
        ("Tổng biên tập: TS. Trần Văn An, Phó Tổng biên tập: Lê Thu", "footer"),
        ("Bản quyền thuộc về Báo Mẫu", "footer"),
        ("Toàn bộ bản quyền thuộc Báo Mẫu", "footer"),
        ("https://baomoi.example.vn/", "junk"),
        ("aB3/" * 20, "junk"),
        ("Trang bạn tìm kiếm không tồn tại", "missing"),
        ("Just a moment...", "challenge"),
        ("Related articles", "related"),
        ("Follow us on", "follow"),
        ("5 min read", "noise"),
        ("Cỡ chữ: A- A A+ | In bài viết | Gửi email", "noise"),
        ("Please bookmark bensong.example and sign up for our newsletters here.", "noise"),
        ("This is a breaking news story - more to follow", "noise"),
        ("Do you have a story to tell? Email: an@bensong.example", "noise"),
        ("Box aufklappen Box zuklappen", "noise"),
        ("Follow Ben Song on Google News and add us as a preferred source.", "follow"),
    ],
)
def test_whole_lines(line: str, role: str) -> None:
    assert role_of(line) == role
    assert role_of(unicodedata.normalize("NFC", line.upper())) == role or "/" in line


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Đọc tiếpVề trang Chủ đề", "pointer"),
        ("FacebookZaloEmailIn bài viết", "noise"),
        ("_ _Facebook _ _Mail __Twitter / X _ _Zalo", "noise"),
        ("Chia sẻTheo dõi báo Tin tức trên Google News", "follow"),
        ("Link bài gốcLấy link!https://a.vn/tin-1.html", "noise"),
        ("Trở thành người đầu tiên tặng sao cho bài viết0", "noise"),
        ("Chia sẻ:Copy link", "noise"),
        ("TIN LIÊN QUAN Nghệ nhân diều Huế kể chuyện xuất ngoại", "pointer"),
    ],
)
def test_rows_of_buttons_need_no_blanks(line: str, role: str) -> None:
    assert role_of(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ với Tuổi Trẻ, ông An nói sẽ xây lại cầu",
        "Bình luận về trận đấu, huấn luyện viên khen đội khách",
        "Quảng cáo thuốc lá bị cấm từ tháng sau",
        "VietNamNet và VnExpress",
        "Tin liên quan đến vụ cháy được cập nhật từ hiện trường",
        "Tin liên quan Việt Nam được đăng trên nhiều báo nước ngoài.",
        "Chia sẻFacebook của ông Nam",
        "Đọc thêm một trang sách mỗi ngày",
        "Tổng biên tập báo A nói gì về vụ kiện",
        "Giấy phép hoạt động của công ty này đã bị thu hồi từ năm 2020.",
        "Xem thêm nhiều phim",
        "7h30",
        "2019",
        "»Das ist gut«, sagte er.",
        "Ảnh: A",
        "Trở lại Trường Sa",
        "Không có ý kiến nào phản đối dự án được ghi nhận tại cuộc họp.",
        "Không có ý kiến nào phản đối dự án",
        "Chưa có ý kiến chính thức từ phía Bộ Tài chính về việc này.",
        "3 ý kiến về dự thảo luật đất đai",
        "Cơ quan chủ quản dự án cho biết sẽ xử lý nghiêm vi phạm.",
        "Cơ quan của ông Nam nằm cuối con phố",
        "Thuộc Bộ Công an quản lý từ năm 2010",
        "Bạn đọc có thể gửi bài dự thi đến hết ngày 30/4.",
        "Mời bạn đến nhà chơi là nét văn hóa của người dân nơi đây.",
        "Nếu có thắc mắc, người dân liên hệ đường dây nóng của tổng đài 1022.",
        "Giấy phép: 12 giấy phép xây dựng đã được cấp",
        "Trả lời:",
        "Cơ quan của Bộ Công an đã tiếp nhận hồ sơ",
        "Tổng biên tập: người giữ cửa của tòa soạn",
        "Đọc nhiều nhất là truyện tranh",
        "Thuộc Bộ Quốc phòng nhưng sân bay vẫn đón khách",
        "Từ khóa: tiết kiệm, và tiết kiệm hơn nữa.",
        "Bạn có thể xem nguyệt thực bằng mắt thường từ 20h tối nay.",
        "Mời bạn cùng về quê tôi một lần cho biết.",
        "Nhấn vào nút đỏ, cánh cửa bật mở.",
        "Tham khảo: giá lúa tại ruộng 6.500 đồng/kg.",
        "Xem thêm: Phụ lục 2 của Nghị định 15.",
        "(Còn nữa)",
        "Do you have a story? Everybody has one, she says.",
        "Copyright law is what the new court will look at first.",
        "Giấy phép số 12/GP-UBND cấp cho công ty khai thác cát đã hết hạn từ năm 2022.",
        "Bản quyền thuộc về gia đình nhạc sĩ, theo phán quyết của tòa.",
        "Bản quyền 2026 vẫn chưa có đài nào mua.",
        "Toàn bộ bản quyền của bộ phim được bán với giá 2 triệu USD",
        "Không sao chép được bản gốc, nhóm thợ vẽ lại với sự đồng ý của chủ đình.",
        "Ghi rõ nguồn gốc trên bao bì là bắt buộc khi hàng vào siêu thị.",
        "Tạp chí Time - cơ quan báo chí lớn nhất nước Mỹ thời đó",
        "Tổng biên tập: Ông Nguyễn Văn Ba, người sáng lập tờ báo năm 1930",
        "Thời gian đọc: không quá một giờ",
        "",
    ],
)
def test_sentences_headlines_and_hours_have_none(line: str) -> None:
    assert role_of(line) is None or not line


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Bình luận (3)", 3),
        ("1.204 bình luận", 1204),
        ("Comments (12)", 12),
        ("Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận", 0),
        ("No comments yet", 0),
        ("0 komentarzy", 0),
        ("1 nhận xét:", 1),
        ("Комментарии (4)", 4),
        ("Комментарии: 7", 7),
        ("Ý kiến bạn đọc (5)", 5),
        ("2 bình luận về “Cầu mới qua sông thông xe”", 2),
        ("Bình luận (0)", None),
        ("Bình luận", None),
        ("Không có bình luận nào từ phía Nhà Trắng sau vụ việc.", None),
        ("Ba bình luận đáng chú ý", None),
    ],
)
def test_comment_count(line: str, count: int | None) -> None:
    assert comment_count(line) == count


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Từ khóa: lũ quét, cứu hộ", ("lũ quét", "cứu hộ")),
        ("Tags: flood | rescue", ("flood", "rescue")),
        ("#lũ quét #cứu hộ", ("lũ quét", "cứu hộ")),
        ("#lũ quét # cứu hộ", ("lũ quét", "cứu hộ")),
        ("Chủ đề:", ()),
        ("Không phải thẻ", ()),
    ],
)
def test_tags(line: str, tags: tuple[str, ...]) -> None:
    assert tags_in(line) == tags


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        (">>> Xem thêm: Lũ quét ở Nậm Nhùn", "Lũ quét ở Nậm Nhùn"),
        ("Đọc thêm: Lũ quét", "Lũ quét"),
        ("Xem thêm", None),
        ("> Một câu trích", None),
    ],
)
def test_pointed_headline(line: str, headline: str | None) -> None:
    assert pointed_headline(line) == headline


def test_each_phrase_has_one_role() -> None:
    phrases = [
        fold(phrase)
        for lines in LINES.values()
        for line in lines.strip().splitlines()
        for phrase in line.strip().split("|")
    ]
    assert len(phrases) == len(set(phrases))
    assert all(unicodedata.is_normalized("NFC", lines) for lines in LINES.values())


@given(st.text(max_size=400))
def test_any_line_is_answered(line: str) -> None:
    role_of(line)
    comment_count(line)
    assert all(tag == tag.strip() for tag in tags_in(line))
