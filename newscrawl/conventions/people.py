"""What a person's name looks like in print, above all a Vietnamese one."""

import re
from typing import Final

from newscrawl.typography import fold

_MOST_WORDS: Final = 6
_LONGEST_NAME: Final = 60

_SURNAMES: Final = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương
Đinh Lâm Phùng Mai Tô Hà Tạ Thái Lương Lưu Chu Châu Quách Cao La Thân Tống Thạch Kiều Doãn Nghiêm
Ninh Khổng Mạc Văn Triệu Tăng Từ Lục Nông Quang Bạch Diệp Giang Hứa Khúc Lại Liêu Nhâm Ông Thiều Tôn
Ung Viên Âu Cù Đàm Giáp Kim La Lò Lữ Ma Mã Phó Sầm Tiêu Trà Úc Ứng Vi Xa Điền Đồng Hạ Hàn Hầu Hình
"""
_GIVEN: Final = """
An Anh Ánh Ân Ba Bách Bạch Bảo Băng Bằng Bắc Bích Biên Bình Bính Bửu Ca Cảnh Cát Cầm Cẩm Cẩn Chánh Chân
Châu Chi Chí Chiến Chiêu Chính Chung Chuyên Chương Công Cúc Cương Cường Danh Dân Di Diễm Diên Diễn Diện
Diệp Diệu Dung Dũng Duy Duyên Dư Dương Dưỡng Đa Đài Đại Đan Đán Đào Đạo Đạt Đăng Đặng Đắc Đề Điền Điệp
Đình Định Đoan Đoàn Độ Đô Đông Đồng Đức Được Gia Giang Giao Giáp Hạ Hà Hạc Hai Hải Hàn Hạnh Hành Hào
Hảo Hạo Hằng Hân Hậu Hiên Hiền Hiển Hiến Hiệp Hiếu Hiệu Hinh Hòa Hoa Hoài Hoan Hoàn Hoàng Hoành Hoạt Hồ Hội
Hồng Hợi Hợp Huân Huấn Huế Huệ Hùng Huy Huyên Huyền Huynh Huỳnh Hưng Hương Hướng Hường Hữu Hy Kha Khả
Khải Khang Khanh Khánh Khiêm Khiết Khoa Khôi Khuê Khương Kiên Kiệt Kiều Kim Kính Kỳ Lạc Lai Lam Lan Lâm Lân
Lập Lệ Lê Liêm Lịch Liên Liễu Linh Lĩnh Loan Long Lộc Lợi Luân Luận Lục Luyến Luyện Lực Lương Lượng Lựu Ly
Lý Mai Mạnh Mẫn Mẫu Mậu Mây Mến Mi Miên Minh Mỹ Mỵ My Na Nam Nga Ngà Ngạn Ngân Nghi Nghị Nghĩa Nghiêm
Ngoan Ngọc Ngọt Ngộ Nguyên Nguyễn Nguyện Nguyệt Nhã Nhài Nhàn Nhạn Nhân Nhâm Nhất Nhật Nhi Nhiên Nhị Nho Nhu
Nhung Nhuận Nhuệ Như Nhựt Ninh Nông Nương Oanh Phát Phi Phong Phố Phú Phúc Phùng Phụng Phước Phương Phượng
Quán Quang Quảng Quân Quế Quí Quốc Quý Quyên Quyền Quyết Quỳnh Sa San Sang Sáng Sao Sáu Sâm Sen Sinh Song Sơn
Sử Sương Sỹ Sĩ Tài Tam Tám Tâm Tân Tấn Tập Tất Tây Thạch Thạc Thái Thanh Thành Thánh Thạnh Thao Thảo Thăng
Thắm Thắng Thăm Thân Thất Thế Thêm Thi Thị Thiên Thiện Thiếu Thiệu Thịnh Thọ Thoa Thoại Thông Thống Thơ Thơm
Thời Thu Thuận Thục Thuần Thùy Thúy Thủy Thụy Thuyên Thuyết Thư Thước Thương Thường Thượng Thy Ti Tiên Tiến
Tiền Tiệp Tín Tình Tính Tỉnh Toàn Toản Toại Tô Tố Trà Trác Trai Trang Tràng Trâm Trân Trầm Tri Trí Triều Triển
Triết Trinh Trình Trọng Trúc Trung Truyền Trường Tú Tuân Tuấn Tuệ Tùng Túc Tuyên Tuyến Tuyền Tuyết Tư Tường
Tưởng Tý Tỵ Uy Uyên Uyển Út Văn Vân Viên Viện Viễn Việt Vinh Vĩnh Vịnh Vọng Vũ Vui Vương Vượng Vy Vỹ Xuân Xuyên
Xuyến Yên Yến Ý
"""
# Capitalised words of papers that stand alone on a line as a name does, but name no person.
_PLACES: Final = """
Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|TP.HCM|TP HCM|TPHCM|TP. Hồ Chí Minh|Hồ Chí Minh|Sài Gòn|An Giang
Bà Rịa - Vũng Tàu|Bà Rịa|Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định
Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang
Hà Nam|Hà Tĩnh|Hải Dương|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn
Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam
Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa
Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Phú Quốc|Nha Trang|Đà Lạt
Việt Nam|Trung Quốc|Hàn Quốc|Nhật Bản|Thái Lan|Triều Tiên|Hoa Kỳ|Mỹ|Anh|Pháp|Đức|Nga|Ý|Tây Ban Nha
Ấn Độ|Đài Loan|Hong Kong|Biển Đông|Trường Sa|Hoàng Sa|Tây Nguyên|Trung Đông|Đông Nam Á|Châu Á|Á Đông
Washington|New York|London|Paris|Berlin|Moscow|Matxcơva|Bắc Kinh|Thượng Hải|Tokyo|Seoul|Bangkok|Nairobi
"""
# First words of bodies, shows, labels and forms of address: no name begins with them.
_NO_FIRST_WORDS: Final = frozenset(
    map(
        fold,
        "báo tạp đài ban bộ sở cục tổng ủy viện tập ngân đội nhóm hội ông bà anh chị cô chú theo nguồn tin "
        "bài ảnh hình video clip xem đọc trang chuyên từ tags bình chia quảng tổ kỳ phần tập tiểu cựu "
        "the a an in on by world sports news business home latest more photo opinion your our my".split(),
    )
)
_NO_NAMES: Final = """
kinh tế|thể thao|pháp luật|giáo dục|giải trí|thời sự|văn hóa|du lịch|sức khỏe|công nghệ|đời sống
chính trị|thế giới|xã hội|bất động sản|bạn đọc|quốc tế|tiêu điểm|quân sự|khoa học|nông nghiệp|giao thông
môi trường|tài chính|chứng khoán|doanh nghiệp|doanh nhân|thị trường|liên quan|bình luận|đọc thêm|tin tức
online|báo điện tử|tòa soạn|đăng nhập|phóng sự|ký sự|nhịp sống|góc nhìn|tâm sự|trung tâm|công ty|đại học
"""
_PARTICLES: Final = frozenset(
    "van von der den de del della di da dos das do du la le el al bin binti ibn ben bint y e und zu zur "
    "ter ten af av".split()
)
_SURNAME_KEYS: Final = frozenset(map(fold, _SURNAMES.split()))
_SYLLABLE_KEYS: Final = _SURNAME_KEYS | frozenset(map(fold, _GIVEN.split()))
_PLACE_KEYS: Final = frozenset(
    fold(place) for row in _PLACES.split("\n") for place in row.split("|") if place
)
_NO_NAME_KEYS: Final = tuple(
    f" {fold(words)} " for row in _NO_NAMES.split("\n") for words in row.split("|") if words
)
_INITIALS: Final = re.compile(
    r"(?:[^\W\d_]\.\s?){1,4}[^\W\d_]?\.?|[A-ZĐ]{1,4}\.?|[A-ZĐ][a-zđ]?\.\s?[A-ZĐ]\w*"
)
_NAME: Final = re.compile(r"[^\W\d_](?:[^\W_]|[.'’ʼ`\s-])*")


def is_place(text: str) -> bool:
    """Tell whether *text* is a province, city or country that bylines and sections name."""
    return fold(text) in _PLACE_KEYS


def has_surname(name: str) -> bool:
    """Tell whether *name* begins with a Vietnamese surname and goes on."""
    words = fold(name).split()
    return len(words) > 1 and words[0] in _SURNAME_KEYS


def is_initials(name: str) -> bool:
    """Tell whether *name* is initials as papers sign with: ``M.K.``, ``T.N``, ``H.Y.T.``."""
    return "." in name and bool(_INITIALS.fullmatch(name))


def is_name(text: str) -> bool:
    """Tell whether *text*, where a name is expected, can be a person's (or a pen) name."""
    if len(text) > _LONGEST_NAME or not _NAME.fullmatch(text) or is_place(text):
        return False
    words = text.split()
    if len(words) > _MOST_WORDS:
        return False
    return all(not word[0].islower() or word.casefold() in _PARTICLES for word in words) and (
        not words[0][0].islower() or words[0].casefold() in _PARTICLES
    )


def is_vietnamese_name(text: str) -> bool:
    """Tell whether *text* by itself, with nothing around it, is a Vietnamese (pen) name.

    All its words are capitalised, one at least is a syllable that names are made of (all of them
    where the whole is in capitals, as headings are too), and none belongs to a body or a section.
    """
    words = text.split()
    keys = [fold(word) for word in words]
    if not is_name(text) or len(words) == 1 or keys[0] in _NO_FIRST_WORDS - _SURNAME_KEYS:
        return False
    if any(phrase in f" {fold(text)} " for phrase in _NO_NAME_KEYS):
        return False
    known = [key in _SYLLABLE_KEYS for key in keys]
    return all(known) if text.isupper() else any(known) and all(word[0].isupper() for word in words)
