"""Words of Vietnamese names, and of lines that look like names: data for ``people``."""

from typing import Final

from newscrawl.typography import fold


def phrases(rows: str) -> frozenset[str]:
    """Return the folded phrases of a table: "|" and line breaks stand between them."""
    return frozenset(
        fold(phrase) for row in rows.split("\n") for phrase in row.split("|") if phrase.strip()
    )


def _words(rows: str) -> frozenset[str]:
    return frozenset(map(fold, rows.split()))


SURNAMES: Final = _words("""
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh
    Trương Đinh Lâm Phùng Mai Tô Hà Tạ Thái Lương Lưu Chu Châu Quách Cao La Thân Tống Thạch Kiều
    Doãn Nghiêm Ninh Khổng Mạc Văn Triệu Tăng Từ Lục Nông Quang Bạch Diệp Giang Hứa Khúc Lại Liêu
    Nhâm Thiều Tôn Ung Viên Âu Cù Đàm Giáp Kim Lò Lữ Ma Mã Phó Sầm Tiêu Trà Úc Ứng Vi Xa Điền Đồng
    Hạ Hàn Hầu Khương Nhữ Ngụy Đậu Cung Cấn Đái Nhan Thẩm Tưởng Vòng Quàng Cầm Đèo Điêu Huyền Lăng
    Lều Mẫn Phí Quản Sùng Giàng Thào Vàng Lầu Hạng Tráng Bế Tòng Lường Cà Quảng Chảo Lù Vù Ly Cứ
    Tẩn Niê Ksor Rơ Siu Kpă Nay Mlô Êban Chế Danh Neáng
""")

NAME_SYLLABLES: Final = SURNAMES | _words("""
    Ái An Anh Ánh Ân Ba Bá Bách Bạch Bảo Băng Bằng Bắc Bé Bích Biên Bình Bính Bửu Ca Cảnh Cát Cầm
    Cẩm Cẩn Chánh Chân Châu Chi Chí Chiến Chiêu Chinh Chính Chuẩn Chung Chuyên Chương Công Cơ Cúc
    Cương Cường Danh Dân Dậu Di Diễm Diên Diễn Diện Diệp Diệu Doanh Duẩn Dung Dũng Duy Duyên Duyệt
    Dư Dự Dương Dưỡng Đa Đài Đại Đan Đán Đào Đạo Đạt Đăng Đắc Đề Điềm Điền Điệp Đình Định Đoan
    Đoàn Đô Độ Đôn Đông Đồng Đức Được Gấm Gia Giang Giao Giáp Hạ Hà Hạc Hai Hải Hàn Hành Hạnh Hào
    Hảo Hạo Hậu Hằng Hân Hiên Hiền Hiến Hiển Hiện Hiệp Hiếu Hiệu Hinh Hoa Hòa Hoài Hoan Hoàn Hoán
    Hoàng Hoành Hoạt Hồ Hồng Hợi Hợp Huân Huấn Huế Huệ Hùng Huy Huyên Huyền Huynh Huỳnh Hưng Hương
    Hướng Hường Hưởng Hữu Hy Ích Kha Khả Khải Khang Khanh Khánh Khiêm Khiết Khoa Khoát Khôi Khuê
    Khuyên Khương Kiên Kiệm Kiệt Kiều Kim Kính Kỳ Kỷ Lạc Lai Lam Lan Lành Lâm Lân Lập Lệ Lê Liêm
    Liên Liễu Linh Lĩnh Loan Long Lộc Lợi Luân Luận Lục Luyến Luyện Lữ Lực Lương Lượng Lựu Ly Lý
    Mai Mạnh Mẫn Mận Mậu Mây Mến Mi Miên Minh Mơ Mỵ My Mỹ Na Nam Năm Nga Ngà Ngân Nghi Nghị Nghĩa
    Nghiêm Nghiệp Ngoan Ngoạn Ngọc Ngọt Ngộ Nguyên Nguyễn Nguyện Nguyệt Nhã Nhài Nhàn Nhạn Nhân
    Nhất Nhật Nhi Nhiên Nho Nhu Nhung Nhuận Nhuệ Như Nhựt Ninh Nữ Nương Oanh Pha Phát Phi Phong
    Phú Phúc Phùng Phụng Phước Phương Phượng Quán Quang Quảng Quân Quế Quí Quốc Quý Quyên Quyền
    Quyết Quỳnh San Sang Sáng Sao Sáu Sâm Sen Sinh Song Sơn Sương Sỹ Sĩ Tài Tam Tám Tân Tấn Tâm
    Tất Tây Thạc Thạch Thái Thanh Thành Thạnh Thao Thảo Thăng Thắm Thắng Thân Thế Thêu Thi Thị
    Thiên Thiện Thiết Thiệu Thịnh Thọ Thoa Thoại Thông Thống Thơ Thơm Thới Thu Thuấn Thuận Thục
    Thuần Thuyên Thuyết Thùy Thúy Thủy Thụy Thư Thước Thương Thường Thượng Thy Tiên Tiến Tiếp Tiệp
    Tín Tình Tính Tỉnh Toàn Toán Toản Toại Tố Trà Trạch Trác Trai Trang Tráng Trâm Trân Tri Trí
    Triều Triển Triết Trinh Trình Trọng Trúc Trung Trực Trưng Trường Tú Tuân Tuấn Tuệ Tùng Tụng
    Túc Tuyên Tuyến Tuyền Tuyển Tuyết Tư Tường Tưởng Ty Tý Tỵ Uy Uyên Uyển Út Văn Vân Viễn Việt
    Vinh Vĩnh Vịnh Vọng Vui Vượng Vy Vỹ Xuân Xuyên Xuyến Yên Yến Ý Bối Chiểu Chúc Chức Cự Doãn Dã
    Dục Dụng Đẳng Đĩnh Đoài Đổng Đương Giác Giám Giản Hãn Hiệt Hoằng Hòe Huyện Kế Khởi Lãm Lãng
    Lạp Liệt Liệu Lũy Luyn Mộc Mùi Mưa Nắng Gió Nghiên Nhẫn Nhì Nhượng Niệm Nhị Phấn Phổ Phục Quỳ
    Rạng Sắc Siêu Soạn Suối Sửu Tá Tạo Thạo Thiệp Thoan Thuật Thuyền Tịnh Tiệm Trầm Trừ Tước Uẩn
    Vệ Vĩ Vị Viên Xinh Chăm Lụa Ngạn Sử Thả Thức
""")

DEGREES: Final = (
    *("GS", "PGS", "TS", "ThS", "PGS.TS", "PGS, TS", "GS.TS", "PGS-TS", "GS-TS", "TSKH", "GS.TSKH"),
    *("BS", "BSCKI", "BSCKII", "BS.CKI", "BS.CKII", "ThS.BS", "TS.BS", "LS", "KTS", "NSƯT", "NSND"),
    *("Dr", "Prof"),
)
TITLES: Final = (
    *("Luật sư", "Bác sĩ", "Tiến sĩ", "Thạc sĩ", "Giáo sư", "Phó giáo sư", "Nhà báo", "Nhà văn"),
    *("Nhà thơ", "Nhà nghiên cứu", "Nhạc sĩ", "Đạo diễn", "Kỹ sư", "Kiến trúc sư", "Cử nhân"),
    *("Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng", "Đại tá", "Thượng tá", "Trung tá"),
    *("Thiếu tá", "Đại úy", "Thượng úy", "Trung úy", "Chuyên gia", "Đại sứ", "Sir"),
)

# Places that bylines, menus and lists name; some are names of persons too.
PLACES: Final = phrases("""
    Hà Nội|TP.HCM|TP HCM|TPHCM|TP. Hồ Chí Minh|TP Hồ Chí Minh|Hồ Chí Minh|Sài Gòn|Đà Nẵng
    TP Đà Nẵng|Hải Phòng|TP Hải Phòng|Cần Thơ|TP Cần Thơ|TP Huế|Huế|Thừa Thiên Huế|Nha Trang
    Đà Lạt|Phú Quốc|Vũng Tàu|Bà Rịa|Bà Rịa - Vũng Tàu|Sa Pa|Sapa|Mộc Châu|Mai Châu|Tam Đảo|Ba Vì
    Hạ Long|Hội An|Mũi Né|Côn Đảo|Lý Sơn|Phú Quý|Cát Bà|Cù Lao Chàm|Quy Nhơn|Tuy Hòa|Phan Thiết
    Buôn Ma Thuột|Pleiku|Vinh|Thủ Đức|Bình Thạnh|Gò Vấp|Tân Bình|Bình Chánh|Hóc Môn|Củ Chi
    Hoàng Mai|Cầu Giấy|Long Biên|Đống Đa|Gia Lâm|Đông Anh|Hoàn Kiếm|Tây Hồ|Nam Từ Liêm|Bắc Từ Liêm
    Hà Đông|Long Thành|Việt Nam|Trung Quốc|Hàn Quốc|Nhật Bản|Thái Lan|Triều Tiên|Hoa Kỳ|Mỹ|Anh
    Pháp|Đức|Nga|Ý|Lào|Úc|Tây Ban Nha|Bồ Đào Nha|Ấn Độ|Đài Loan|Hong Kong|Hồng Kông|Campuchia
    Singapore|Malaysia|Indonesia|Philippines|Ukraine|Israel|Iran|Gaza|Canada|Australia|Brazil
    Thụy Sĩ|Thụy Điển|Na Uy|Ba Lan|Hà Lan|Biển Đông|Trường Sa|Hoàng Sa|Tây Nguyên|Tây Bắc|Đông Bắc
    Nam Bộ|Trung Đông|Đông Nam Á|Châu Á|Á Đông|Châu Âu|Châu Phi|Châu Mỹ|Washington|New York|London
    Paris|Berlin|Moscow|Matxcơva|Moskva|Bắc Kinh|Thượng Hải|Tokyo|Seoul|Bangkok|Brussels|Geneva
    Đông Kinh|Bình Nhưỡng|Thâm Quyến|Quảng Châu|An Giang|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh
    Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắk Nông|Đăk Lăk
    Đăk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|Hải Dương|Hậu Giang
    Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An
    Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi
    Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Hanoi|Ho Chi Minh City|HCM City|Da Nang
    Hai Phong|Can Tho|Vietnam|Viet Nam|Nam Phi|Bắc Phi|Nam Mỹ|Bắc Mỹ|Tây Âu|Đông Âu|Bắc Âu|Nam Âu
    Trung Á|Nam Á|Bắc Á|Ai Cập|Ả Rập|Bắc Cực|Nam Cực|Bắc Bộ|Trung Bộ|Nam Trung Bộ|Bắc Trung Bộ
    Tây Nam Bộ|Đông Nam Bộ|Tây Đô|Cố Đô|Tân Sơn Nhất|Cam Ranh|Thái Bình|Thái Nguyên|Thanh Hóa
    Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Đài Bắc|Sầm Sơn|Thiên Cầm|Cửa Lò
    Thạnh Phú|Ba Tri|Giồng Trôm|Châu Thành|Châu Đốc|Tân Châu|Hồng Ngự|Cao Lãnh|Sa Đéc|Long Xuyên
    Rạch Giá|Mỹ Tho|Gò Công|Biên Hòa|Dĩ An|Bảo Lộc|Phan Rang|Tam Kỳ|Đồng Hới|Hà Tiên|Vị Thanh
    Ngã Bảy|Phước Long|Đồng Xoài|Chí Linh|Kinh Môn|Phủ Lý|Tam Điệp|Bỉm Sơn|Nghi Sơn|Hồng Lĩnh
    Ba Đồn|Điện Bàn|Đức Phổ|Hoài Nhơn|Sông Cầu|Vân Đồn|Cẩm Phả|Uông Bí|Móng Cái|Đông Triều|Từ Sơn
    Quế Võ|Việt Trì|Vĩnh Yên|Sông Công|Phổ Yên|Sơn Tây|Thường Tín|Thanh Trì|Thanh Oai|Quốc Oai
    Thạch Thất|Đan Phượng|Mê Linh|Sóc Sơn|Chương Mỹ|Phú Xuyên|Phú Nhuận|Nhà Bè|Cần Giờ|Bến Lức
    Cái Bè|Cai Lậy|Bạch Long Vĩ|Thổ Chu|Đất Mũi|Điện Biên Phủ|Dung Quất|Chu Lai|Vân Phong
    Tây Thiên|Yên Tử|Tràng An|Phong Nha|Bà Nà|Sơn Trà|Bạch Đằng|Thăng Long|Đông Dương
""")

# Common words that open or close the names of things, next to one syllable of a name.
COMMON_WORDS: Final = _words("""
    báo bài bãi bán bến bệnh biển bộ bóng bùa buổi cá cảng cánh cầu cây cha chợ chú chùa chuyện cô
    con cổng cờ cuộc cúp cửa dòng đảo đầm đất đèo đền đêm đẹp điện đỉnh đình đoạn đội đời đồi
    đường em gạo ghế giá giải giờ góc gốc hang hàng hát hãng hẻm hình hồi hội khách khu khúc làng
    lễ lều lịch lò lớp lời lúa mắt mẹ miền miếu món mộ mùa mũi năm ngày ngành ngôi người nhà nhạc
    nhất nhóm núi nước ông phá phần phim phòng phố phút quận quà quán quỹ ruộng rừng rượu sách sàn
    sân siêu sở sông suất tàu tem tết tháng tháp thác thẻ thôn thơ thời thú thuế thuốc thứ tiếng
    tiệm tiệc tin tỉnh toà tòa tối tờ trại trạm trang tranh trận tre trẻ truyện tuần tuổi tuyến
    tượng vé vì viện vòng vụ vùng vườn xã xe xóm xứ việc vàng thành
""")

# Words in a row that make a section, a body or a subject of what else could be a name.
NO_NAMES: Final = phrases("""
    kinh tế|thể thao|pháp luật|giáo dục|giải trí|thời sự|văn hóa|du lịch|sức khỏe|công nghệ
    đời sống|chính trị|thế giới|xã hội|bất động sản|bạn đọc|quốc tế|tiêu điểm|quân sự|khoa học
    nông nghiệp|giao thông|môi trường|tài chính|chứng khoán|doanh nghiệp|doanh nhân|thị trường
    liên quan|bình luận|tin tức|online|tòa soạn|phóng sự|ký sự|nhịp sống|góc nhìn|tâm sự|trung tâm
    công ty|đại học|an ninh|quốc hội|quốc phòng|chính phủ|hải quân|công an|công đoàn|trung ương
    tâm linh|phong thủy|thanh niên|phụ nữ|tư liệu|thiên nhiên|tài nguyên|thông tin|thương mại
    tiền tệ|tiêu dùng|tuyển sinh|thiên văn|sinh viên|học sinh|công lý|nhân ái|hạnh phúc|tình yêu
    gia đình|nhân vật|nhân sự|tư vấn|văn nghệ|điện ảnh|âm nhạc|thời trang|bảo hiểm|hoa hậu
    trung thu|giáng sinh|thông báo|chuyên gia|công trình|việt nam|hà nội|sài gòn|hồ chí minh
    trung quốc|trung đông|đông nam|tây nguyên|tây bắc|thủ đô|đại hội|tiền phong|lao động
    công thương|nhân dân|ngân hàng|hàng không|văn phòng|thường trực
    nguyên đán|quê hương|danh sách|bảo tàng|di sản|hành trình
    sinh nhật|đăng nhập|đăng ký|đăng xuất|kinh doanh|vĩ mô|hồ sơ|dân sinh|địa phương
""")
