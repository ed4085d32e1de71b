"""Bylines give people and sources, and prose gives neither."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.conventions import (
    cut_lead_tag,
    is_byline_line,
    parse_byline,
    source_line,
    source_tag,
)
from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.bylines import writers_of
from newscrawl.conventions.lead_tags import tag_by_address
from newscrawl.typography import clean, fold

OWN = ("Bến Phà Online", "Báo Bến Phà", "BPO", "benpha.vn", "Media")

# text -> authors, agencies
BYLINES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # one name, several names
    "Gia Bách": (("Gia Bách",), ()),
    "GIA BÁCH": (("GIA BÁCH",), ()),
    "Lưu Thị Ngọc Trân": (("Lưu Thị Ngọc Trân",), ()),
    "GIA BÁCH - NGỌC TRÂN": (("GIA BÁCH", "NGỌC TRÂN"), ()),
    "Gia Bách – Ngọc Trân": (("Gia Bách", "Ngọc Trân"), ()),
    "Gia Bách- Ngọc Trân": (("Gia Bách", "Ngọc Trân"), ()),
    "GIA BÁCH;NGỌC TRÂN ": (("GIA BÁCH", "NGỌC TRÂN"), ()),
    "Gia Bách, Ngọc Trân và Đỗ Quyên": (("Gia Bách", "Ngọc Trân", "Đỗ Quyên"), ()),
    "Gia Bách & Ngọc Trân": (("Gia Bách", "Ngọc Trân"), ()),
    "Gia Bách, Gia Bách": (("Gia Bách",), ()),
    "GIA BÁCH và 1 tác giả khác": (("GIA BÁCH",), ()),
    "M.K.": (("M.K.",), ()),
    "T.N": (("T.N",), ()),
    "K.Linh - P. Thảo": (("K.Linh", "P. Thảo"), ()),
    "Ng.Huyền": (("Ng.Huyền",), ()),
    # labels, jobs and notes of work
    "Tác giả Gia Bách": (("Gia Bách",), ()),
    "Tác giả: Gia Bách": (("Gia Bách",), ()),
    "Phóng viên Gia Bách": (("Gia Bách",), ()),
    "PV Gia Bách": (("Gia Bách",), ()),
    "Gia Bách tổng hợp": (("Gia Bách",), ()),
    "Gia Bách (tổng hợp)": (("Gia Bách",), ()),
    "GIA BÁCH (Tổng hợp)": (("GIA BÁCH",), ()),
    "Gia Bách (thực hiện)": (("Gia Bách",), ()),
    "Thực hiện: Gia Bách": (("Gia Bách",), ()),
    "Gia Bách ghi": (("Gia Bách",), ()),
    "Gia Bách - Ngọc Trân (lược dịch)": (("Gia Bách", "Ngọc Trân"), ()),
    "Bài, ảnh: Gia Bách": (("Gia Bách",), ()),
    "Bài và ảnh: Gia Bách - Ngọc Trân": (("Gia Bách", "Ngọc Trân"), ()),
    "Bài: Gia Bách - Ảnh: Ngọc Trân": (("Gia Bách",), ()),
    "Bài: Gia Bách. Ảnh: Ngọc Trân": (("Gia Bách",), ()),
    "Nội dung: Gia Bách Thiết kế: Ngọc Trân": (("Gia Bách",), ()),
    "Ảnh: Gia Bách": (("Gia Bách",), ()),
    "TS Lưu Gia Bách": (("TS Lưu Gia Bách",), ()),
    "PGS.TS Lưu Gia Bách": (("PGS.TS Lưu Gia Bách",), ()),
    "Luật sư Lưu Gia Bách": (("Luật sư Lưu Gia Bách",), ()),
    "Gia Bách, phóng viên thường trú": (("Gia Bách",), ()),
    "Gia Bách (Hà Nội)": (("Gia Bách",), ()),
    "Gia Bách, Hà Nội": (("Gia Bách",), ()),
    "Gia Bách - 04/10/2025 09:05": (("Gia Bách",), ()),
    "Gia Bách (giabach@benpha.vn)": (("Gia Bách",), ()),
    # sources
    "Gia Bách (Theo Bloomberg)": (("Gia Bách",), ("Bloomberg",)),
    "GIA BÁCH (Theo AFP, Kyodo)": (("GIA BÁCH",), ("AFP", "Kyodo")),
    "Gia Bách (theo Hãng tin Reuters)": (("Gia Bách",), ("Hãng tin Reuters",)),
    "Gia Bách (Theo Reuters, Một Góc Biển)": (("Gia Bách",), ("Reuters", "Một Góc Biển")),
    "Gia Bách theo Reuters": (("Gia Bách",), ("Reuters",)),
    "Gia Bách (tổng hợp từ Reuters, AP)": (("Gia Bách",), ("Reuters", "AP")),
    "Gia Bách (TTXVN)": (("Gia Bách",), ("TTXVN",)),
    "Gia Bách (TTXVN/Vietnam+)": (("Gia Bách",), ("TTXVN", "Vietnam+")),
    "Gia Bách/dulich.bensong.vn": (("Gia Bách",), ("dulich.bensong.vn",)),
    "Gia Bách/Bnews/vnanet.vn": (("Gia Bách",), ("Bnews", "vnanet.vn")),
    "M.K./VOV.VN (biên dịch)": (("M.K.",), ("VOV.VN",)),
    "Gia Bách/BPO-Tây Bắc": (("Gia Bách",), ()),
    "Gia Bách/BPO-TTXVN": (("Gia Bách",), ("BPO-TTXVN",)),
    "Gia Bách - Lưu Ngọc Trân/Báo Tin tức": (("Gia Bách", "Lưu Ngọc Trân"), ("Báo Tin tức",)),
    "TTXVN - Lưu Gia Bách, Hà Nội": (("Lưu Gia Bách",), ("TTXVN",)),
    "Theo Gia Bách (Tiền Phong)": (("Gia Bách",), ("Tiền Phong",)),
    "Theo Gia Bách/Tiền Phong": (("Gia Bách",), ("Tiền Phong",)),
    "Theo Gia Bách - Tiền Phong": (("Gia Bách",), ("Tiền Phong",)),
    "Theo Gia Bách VnEconomy": (("Gia Bách",), ("VnEconomy",)),
    "Theo Lưu Thị Ngọc Trân": (("Lưu Thị Ngọc Trân",), ()),
    "Theo Trí thức trẻ": ((), ("Trí thức trẻ",)),
    "Theo Phụ nữ số": ((), ("Phụ nữ số",)),
    "Theo Nhịp sống thị trường": ((), ("Nhịp sống thị trường",)),
    "Theo Bóng Đá Số": ((), ("Bóng Đá Số",)),
    "Theo Forbes, Newsweek": ((), ("Forbes", "Newsweek")),
    "Reuters": ((), ("Reuters",)),
    # the paper itself and nobody
    "Bến Phà Online": ((), ()),
    "BẾN PHÀ ONLINE": ((), ()),
    "Bến Phà": ((), ()),
    "MEDIA": ((), ()),
    "Gia Bách/benpha.vn": (("Gia Bách",), ()),
    "Gia Bách - BPO": (("Gia Bách",), ()),
    "Gia Bách - Báo Bến Phà": (("Gia Bách",), ()),
    "PV": ((), ()),
    "Nhóm PV": ((), ()),
    "Nhóm phóng viên Kinh tế": ((), ()),
    "Nhóm PV: Gia Bách - Ngọc Trân": (("Gia Bách", "Ngọc Trân"), ()),
    "PV (t/h)": ((), ()),
    "Ban Biên tập": ((), ()),
    # other languages
    "By JANE DOE, Staff Writer": (("JANE DOE",), ()),
    "By Jane Doe and Jan van der Berg": (("Jane Doe", "Jan van der Berg"), ()),
    "By Jane Doe, The Associated Press": (("Jane Doe",), ("The Associated Press",)),
    "by Jane O’Neil-Smith, Senior Science Editor": (("Jane O’Neil-Smith",), ()),
    "By Jane Doe in Berlin": (("Jane Doe",), ()),
    "Written by Jane Doe": (("Jane Doe",), ()),
    "Von Jana Kurz und Uwe Groß, dpa": (("Jana Kurz", "Uwe Groß"), ("dpa",)),
    "Von Jana Kurz, Nairobi": (("Jana Kurz",), ()),
    "Par Luc Roy": (("Luc Roy",), ()),
    "Bao Anh / Song Hau News": (("Bao Anh",), ("Song Hau News",)),
    "山田 太郎": (("山田 太郎",), ()),
    "山田太郎記者": (("山田太郎",), ()),
    "记者张三、李四": (("张三", "李四"), ()),
    "作者：张三": (("张三",), ()),
    "記者張三／台北報導": (("張三",), ()),
    "김하나, 이두리 기자": (("김하나", "이두리"), ()),
    "Автор: Иван Петров": (("Иван Петров",), ()),
    "Oleh Budi Santoso": (("Budi Santoso",), ()),
    "Autorin/Autor Jana Kurz": (("Jana Kurz",), ()),
    "Ein Kommentar von Jana Kurz": (("Jana Kurz",), ()),
    "Analysis by Jane Doe": (("Jane Doe",), ()),
    "Von Jana Kurz (Text) und Uwe Groß (Fotos)": (("Jana Kurz", "Uwe Groß"), ()),
    "Luis Gil y Ana Mora": (("Luis Gil", "Ana Mora"), ()),
    "José Ortega y Gasset": (("José Ortega y Gasset",), ()),
    "Jan Novák a Petr Svoboda": (("Jan Novák", "Petr Svoboda"), ()),
    "Par Luc Roy avec AFP": (("Luc Roy",), ("AFP",)),
    "Par Luc Roy (avec AFP)": (("Luc Roy",), ("AFP",)),
    "Von dpa": ((), ("dpa",)),
    "Angel Di María": (("Angel Di María",), ()),
    "By JANE DOE Associated Press": (("JANE DOE",), ("Associated Press",)),
    "Jane Doe Chief Political Correspondent": (("Jane Doe",), ()),
    "Jane Doe @janedoe": (("Jane Doe",), ()),
    "By Reuters Staff": ((), ("Reuters",)),
    "EFE / Redacción": ((), ("EFE",)),
    "Agencia EFE": ((), ("Agencia EFE",)),
    "BPO Staff": ((), ()),
    "Jane Doe BBC News": (("Jane Doe",), ("BBC News",)),
    "Jane Doe CNN": (("Jane Doe",), ("CNN",)),
    "Jane Fortune": (("Jane Fortune",), ()),
    "Jane Doe Fortune": (("Jane Doe Fortune",), ()),
    "Jane Doe Ph.D.": (("Jane Doe",), ()),
    "Sam Doe Jr.": (("Sam Doe Jr.",), ()),
    "Jane Doe, Professor of History, University of Example": (("Jane Doe",), ()),
    "Jane Doe, Special to The Example": (("Jane Doe",), ()),
    "Von unserem Korrespondenten Uwe Groß": (("Uwe Groß",), ()),
    "oprac. Jan Kowalski": (("Jan Kowalski",), ()),
    "Joan Tubau i Serra": (("Joan Tubau i Serra",), ()),
    "สมชาย ใจดี": (("สมชาย ใจดี",), ()),
    "مُحَمَّد عليّ": (("مُحَمَّد عليّ",), ()),
    "Redaktion seeblick.de": ((), ()),
    "Por Redacción": ((), ()),
}


@pytest.mark.parametrize(("text", "parts"), BYLINES.items())
def test_byline_is_taken_apart(text: str, parts: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    byline = parse_byline(text, OWN)
    assert byline is not None
    assert (byline.authors, byline.agencies) == parts
    assert byline.printed == clean(text)


NO_BYLINES = [
    "",
    "giabach@benpha.vn",
    "https://www.facebook.com/giabach",
    "04/10/2025 09:05",
    "Hà Nội",
    "Giá phà tăng từ hôm nay",
    "Ảnh: Reuters",
    "Gia Bách, người lái phà, bến sông Hậu",
    "Theo ông Lành, giá phà sẽ tăng",
    "Theo dự báo của đài khí tượng",
    "Theo Bộ Giao thông vận tải",
    "Theo kế hoạch, bến sẽ đóng cửa",
    "Theo Reuters, tàu đã rời cảng",
    "Tin tức, video mới, nóng nhất trong ngày về bến phà",
    "Gia Bách " * 60,
]


@pytest.mark.parametrize("text", NO_BYLINES)
def test_no_byline(text: str) -> None:
    assert parse_byline(text, OWN) is None


LINES = [
    "Gia Bách",
    "GIA BÁCH",
    "GIA BÁCH - NGỌC TRÂN",
    "Lưu Thị Ngọc Trân",
    "Mộc Lam",
    "Gia Bách (Theo Bloomberg)",
    "Sông Hàn (Theo Bloomberg)",
    "Gia Bách (tổng hợp)",
    "Gia Bách tổng hợp",
    "Gia Bách/dulich.bensong.vn",
    "Bài, ảnh: Gia Bách",
    "Bài: Gia Bách - Ảnh: Ngọc Trân",
    "M.K./VOV.VN (biên dịch)",
    "Ng.Huyền",
    "Theo Reuters",
    "(Theo Reuters)",
    "Theo Nhịp sống thị trường",
    "Nhóm PV",
    "PV (t/h)",
    "TS Lưu Gia Bách",
    "By Jane Doe",
    "Bao Anh",
]
NO_LINES = [
    "",
    "Giá phà tăng từ hôm nay",
    "Từ bến sông ra biển",
    "TIN LIÊN QUAN",
    "THỜI SỰ",
    "THỂ THAO",
    "HÀ NỘI",
    "Hà Nội",
    "Việt Nam",
    "Đồng Tháp",
    "Mai Châu",
    "Bình Dương",
    "Sa Pa",
    "Đền Hùng",
    "Thể Thao",
    "Kinh Tế",
    "Đăng Nhập",
    "Tuần Việt Nam",
    "Donald Trump",
    "Real Madrid",
    "Google News",
    "Bóng đá",
    "Reuters",
    "U.S.",
    "TP. Huế",
    "Ảnh: Gia Bách",
    "Nguồn: Tổng cục Thống kê",
    "Ông Lưu Gia Bách",
    "Ông Lưu Gia Bách, giám đốc bến phà",
    "Gia Bách nói vậy.",
    "Gia Bách:",
    "Gia Bách?",
    "Bến Phà Online",
    "Tác giả",
    "Bình luận (0)",
    "Phó Tổng Biên tập: LƯU GIA BÁCH",
    "12 Lưu Gia Bách, phường Bến Phà, Hà Nội",
    "04/10/2025 09:05",
    "Gia Bách, " * 20,
]


@pytest.mark.parametrize("line", LINES)
def test_byline_line(line: str) -> None:
    assert is_byline_line(line, OWN)
    assert parse_byline(line, OWN)


@pytest.mark.parametrize("line", NO_LINES)
def test_no_byline_line(line: str) -> None:
    assert not is_byline_line(line, OWN)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Theo Reuters", ("Reuters",)),
        ("Theo Reuters.", ("Reuters",)),
        ("(Theo Reuters)", ("Reuters",)),
        ("(theo TASS, RT)", ("TASS", "RT")),
        ("Nguồn: Bộ Y tế", ("Bộ Y tế",)),
        ("Nguồn Bloomberg", ("Bloomberg",)),
        ("Nguồn tin CNN, Reuters", ("CNN", "Reuters")),
        ("Nguồn: Reuters, benpha.vn", ("Reuters",)),
        ("Source: Reuters", ("Reuters",)),
        ("(TTXVN/Vietnam+)", ("TTXVN", "Vietnam+")),
        ("TTXVN", ("TTXVN",)),
        ("First published in The Conversation.", ("The Conversation",)),
        ("This article was originally published on The Example Post.", ("The Example Post",)),
        ("Dieser Artikel erschien zuerst in Kurier.", ("Kurier",)),
        ("Cet article a été publié initialement dans Le Courrier", ("Le Courrier",)),
        ("Publicado originalmente en El Correo", ("El Correo",)),
        ("Originally published by Báo Bến Phà", ()),
        ("Báo Bến Phà / Última Hora", ("Última Hora",)),
        ("benpha.vn/Kurier, Reuters", ("Kurier", "Reuters")),
        ("Theo Nhịp sống thị trường Copy link", ("Nhịp sống thị trường",)),
        ("Theo Tiền PhongXem link nguồn", ("Tiền Phong",)),
        ("With files from The Canadian Press", ("The Canadian Press",)),
        ("Nguồn: Mười cách đi phà an toàn mùa nước nổi, giảm nửa thời gian chờ", ()),
    ],
)
def test_source_line(line: str, agencies: tuple[str, ...]) -> None:
    byline = source_line(line, OWN)
    assert byline is not None
    assert (byline.authors, byline.agencies) == ((), agencies)


@pytest.mark.parametrize(
    "line",
    [
        "Gia Bách",
        "Theo ông Lành",
        "Theo Bộ Y tế",
        "Theo Luật Đường thủy",
        "Theo dự báo, mưa còn kéo dài",
        "Theo Reuters, tàu đã rời cảng",
        "Theo Reuters và người dân ở đây",
        "Báo Bến Phà / Lưu Gia Bách",
        "The novel was first published in a small town that nobody knew, and sold well.",
        "First published in 1925",
        "Bến Phà Online / Hà Nội",
        "Báo Bến Phà đưa tin / đọc tiếp ở đây",
        "Nguồn điện đã có lại",
        "Theo",
        "With files from the old archive that burned",
        "Nguồn: từ ngân sách tỉnh 40%, còn lại do dân đóng góp.",
        "Nguồn: lấy từ con suối cách bản chừng hai cây số.",
        "",
    ],
)
def test_no_source_line(line: str) -> None:
    assert source_line(line, OWN) is None


TAGS: dict[str, tuple[str, ...]] = {
    "Bến đóng cửa từ hôm nay. (theo Reuters, TASS)": ("Reuters", "TASS"),
    "Bến đóng cửa từ hôm nay (Theo Một Góc Biển).": ("Một Góc Biển",),
    "Bến đóng cửa từ hôm nay. (TTXVN)": ("TTXVN",),
    "Bến đóng cửa từ hôm nay. (TTXVN/Vietnam+)": ("TTXVN", "Vietnam+"),
    "Bến đóng cửa từ hôm nay (TTXVN)./.": ("TTXVN",),
    "Bến đóng cửa từ hôm nay./. (TTXVN)": ("TTXVN",),
    "Bến đóng cửa từ hôm nay. (Nguồn: BBC)": ("BBC",),
    "Bến đóng cửa từ hôm nay. Theo Reuters": ("Reuters",),
    "The pier closes today. — VNA": ("VNA",),
    "The pier closes today. – VNA/VNS": ("VNA", "VNS"),
    "The pier closes today. VNS": ("VNS",),
    "The pier closes today. (Reuters)": ("Reuters",),
    "The pier closes today. (Xinhua News Agency)": ("Xinhua News Agency",),
    "Bến đóng cửa từ hôm nay./.": (),
    "Bến đóng cửa từ hôm nay.": (),
    "Bến đóng cửa ở Lyon (Pháp)": (),
    "Bến đóng cửa ở Lyon (theo luật mới)": (),
    "Bến đóng cửa ở Lyon (theo Luật Đường thủy nội địa)": (),
    "Bến đóng cửa - ông Lành": (),
    "Ông Lành nói với Reuters": (),
    "Ông Lành nói. Theo ông, bến sẽ đóng": (),
    "Ông Lành nói. Theo Bộ Y tế": (),
    "Bến đóng cửa từ hôm nay. (Hãng tin Reuters)": ("Hãng tin Reuters",),
    "Cuộc gặp Nga - Anh": (),
    "Cuộc đua Apple - Fortune": (),
    "": (),
}


@pytest.mark.parametrize(("paragraph", "sources"), TAGS.items())
def test_source_tag(paragraph: str, sources: tuple[str, ...]) -> None:
    assert source_tag(paragraph) == sources


LEADS: dict[str, tuple[str, str | None]] = {
    "(Dân trí) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "Dân trí"),
    "(Dân trí) – Bến phà đóng cửa.": ("Bến phà đóng cửa.", "Dân trí"),
    "(NLĐO)- Bến phà đóng cửa.": ("Bến phà đóng cửa.", "NLĐO"),
    "(NLĐO) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "NLĐO"),
    "(Chinhphu.vn) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "Chinhphu.vn"),
    "(PLO)-Bến phà đóng cửa.": ("Bến phà đóng cửa.", "PLO"),
    "(ĐTCK) Bến phà đóng cửa.": ("Bến phà đóng cửa.", "ĐTCK"),
    "(VTC News) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "VTC News"),
    "TTO - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "TTO"),
    "TTO – Bến phà đóng cửa.": ("Bến phà đóng cửa.", "TTO"),
    "TTO -Bến phà đóng cửa.": ("Bến phà đóng cửa.", "TTO"),
    "TPO - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "TPO"),
    "VOV.VN - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "VOV.VN"),
    "VTV.vn - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "VTV.vn"),
    "GD&TĐ - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "GD&TĐ"),
    "QĐND Online - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "QĐND Online"),
    "TGVN. Bến phà đóng cửa.": ("Bến phà đóng cửa.", "TGVN"),
    "BNEWS Bến phà đóng cửa.": ("Bến phà đóng cửa.", "BNEWS"),
    "TTO&nbsp;-&nbsp;Bến phà đóng cửa.": ("Bến phà đóng cửa.", "TTO"),
    "(SGGPO).- Bến phà đóng cửa.": ("Bến phà đóng cửa.", "SGGPO"),
    "(Bến Phà) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "Bến Phà"),
    "BPO - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "BPO"),
    "BPX. Bến phà đóng cửa.": ("Bến phà đóng cửa.", "BPX"),
    "(Dân trí) - (Dân trí) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "Dân trí"),
    "(Benpha.com.vn) - Bến phà đóng cửa.": ("Bến phà đóng cửa.", "Benpha.com.vn"),
    # ordinary words
    "(Benpha.vn) Bến phà đóng cửa.": ("(Benpha.vn) Bến phà đóng cửa.", None),
    "TP. HCM đóng cửa bến phà.": ("TP. HCM đóng cửa bến phà.", None),
    "TP HCM - bến phà đóng cửa.": ("TP HCM - bến phà đóng cửa.", None),
    "TTO đóng cửa.": ("TTO đóng cửa.", None),
    "TT-BTC số 12 nêu rõ phí phà.": ("TT-BTC số 12 nêu rõ phí phà.", None),
    "(Hà Nội) - Bến phà đóng cửa.": ("(Hà Nội) - Bến phà đóng cửa.", None),
    "Bến phà - nơi đón khách - đóng cửa.": ("Bến phà - nơi đón khách - đóng cửa.", None),
    # Huế is a province, "TP" a city; papers that print them as tags declare them.
    "TT - Huế: Bến phà đóng cửa.": ("TT - Huế: Bến phà đóng cửa.", None),
    "CAO - THẤP tùy con nước.": ("CAO - THẤP tùy con nước.", None),
    "Dân trí cao là nền của phát triển.": ("Dân trí cao là nền của phát triển.", None),
    "BPO. Bến phà đóng cửa.": ("BPO. Bến phà đóng cửa.", None),
    "TTO -": ("TTO -", None),
    "": ("", None),
}


@pytest.mark.parametrize(("lead", "parts"), LEADS.items())
def test_lead_tag_is_cut_with_its_separator(lead: str, parts: tuple[str, str | None]) -> None:
    assert cut_lead_tag(lead, ("(Bến Phà) - ", "BPO", "BPX.")) == parts


NAMES = st.sampled_from(
    [
        *("Gia Bách", "NGỌC TRÂN", "Lưu Thị Đỗ Quyên", "Mai Hạ", "Đoàn Kiên", "Trần Vũ Nghi"),
        *("Hòa Thủy", "Thảo Vy", "Y Khương", "Hoàng Lam", "H.Y.T.", "M.K."),
    ]
)
PEOPLE = st.lists(NAMES, min_size=1, max_size=4, unique_by=fold)
SOURCES = st.lists(
    st.sampled_from(["Reuters", "AFP", "TTXVN", "Kyodo News", "Tiền Phong", "Al Jazeera", "WSJ"]),
    max_size=3,
    unique=True,
)


@given(
    people=PEOPLE,
    sources=SOURCES,
    separator=st.sampled_from([" - ", ", ", "; ", " – ", " và ", " & "]),
    note=st.sampled_from(["", " (tổng hợp)", " (thực hiện)", " tổng hợp"]),
    label=st.sampled_from(["", "Tác giả: ", "Bài, ảnh: ", "Thực hiện: "]),
)
def test_printed_byline_reads_back(
    people: list[str], sources: list[str], separator: str, note: str, label: str
) -> None:
    tag = f" (Theo {', '.join(sources)})" if sources else note
    printed = f"{label}{separator.join(people)}{tag}"
    byline = parse_byline(printed)
    assert byline is not None
    assert (byline.authors, byline.agencies) == (tuple(people), tuple(sources))
    assert is_byline_line(printed)


PIECES = st.sampled_from(
    [
        *(
            "Gia Bách",
            "Reuters",
            "Bến Phà Online",
            "BPO",
            "Theo",
            "theo",
            "(",
            ")",
            "/",
            ",",
            " - ",
        ),
        *(
            "PV",
            "Ảnh:",
            "Bài:",
            "By",
            "và",
            "một",
            "Hà Nội",
            "a@b.vn",
            "https://b.vn/x",
            "M.K.",
            ".",
        ),
        *(
            "04/10/2025",
            "tổng hợp",
            "TTXVN",
            "(Dân trí) - ",
            "TTO - ",
            "&amp;",
            "\u0323",
            "Dân trí",
        ),
    ]
)
TEXTS = st.text() | st.lists(PIECES, max_size=8).map(" ".join)


@given(text=TEXTS)
def test_no_author_is_the_paper_an_agency_or_an_address(text: str) -> None:
    own = {fold(name) for name in OWN}
    for byline in (parse_byline(text, OWN), source_line(text, OWN)):
        if byline is None:
            continue
        assert byline.printed == clean(text)
        for author in byline.authors:
            assert fold(author) not in own
            assert kind_of_source(author) is None
            assert "@" not in author
            assert "://" not in author
            assert author in byline.printed
        for agency in byline.agencies:
            assert fold(agency) not in own
            assert "@" not in agency


@given(text=TEXTS)
def test_byline_line_has_a_byline(text: str) -> None:
    if is_byline_line(text, OWN):
        assert parse_byline(text, OWN) is not None


@given(text=TEXTS)
def test_authors_read_back_as_themselves(text: str) -> None:
    byline = parse_byline(text, OWN)
    for author in byline.authors if byline else ():
        again = parse_byline(author, OWN)
        assert again is not None
        assert again.authors == (author,)


@given(text=TEXTS)
def test_lead_loses_its_front_only_and_only_once(text: str) -> None:
    rest, tag = cut_lead_tag(text, ("BPO",))
    assert clean(text).endswith(rest)
    assert (tag is None) == (rest == clean(text))
    assert cut_lead_tag(rest, ("BPO",)) == (rest, None)


@given(text=TEXTS)
def test_tag_names_what_the_paragraph_prints(text: str) -> None:
    for source in source_tag(text):
        assert source in clean(text)


@pytest.mark.parametrize(
    "piece",
    ["A", "a ", "Lê ", "(", "(Theo ", "- ", "/", "(Dân trí) ", "TTO - ", ".", "a.", "theo "],
)
def test_long_junk_takes_linear_time(piece: str) -> None:
    junk = piece * (200_000 // len(piece))
    start = time.perf_counter()
    parse_byline(junk, OWN)
    is_byline_line(junk, OWN)
    source_line(junk, OWN)
    source_tag(junk)
    cut_lead_tag(junk, ("BPO",))
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Nội dung: Gia Bách", "Ảnh: Ngọc Trân", "Thiết kế: Lê Hà"), ("Gia Bách",)),
        (("Ảnh: Ngọc Trân", "Thiết kế: Lê Hà"), ("Ngọc Trân", "Lê Hà")),
        (("Gia Bách", "Gia Bách - Lê Hà"), ("Gia Bách", "Lê Hà")),
    ],
)
def test_who_made_the_pictures_wrote_where_nobody_else_did(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    assert writers_of(byline for line in lines if (byline := parse_byline(line))) == authors


SITES = ("bensong.com.vn", "hanoi.gov.vn", "laodongthudo.vn")


@pytest.mark.parametrize(
    ("lead", "tags"),
    [
        ("Bến sông - Sáng nay", ("Bến sông",)),
        ("Hà Nội - Sáng nay", ()),
        ("Bến phà - Sáng nay", ()),
        ("(Bến sông) - Sáng nay", ("Bến sông",)),
        ("(BSĐ) Sáng nay", ()),
        ("(LĐTĐ) Sáng nay", ("LĐTĐ",)),
        ("BS - Sáng nay", ()),
    ],
)
def test_a_tag_that_the_address_spells(lead: str, tags: tuple[str, ...]) -> None:
    assert tag_by_address(lead, SITES) == tags


@pytest.mark.parametrize("line", ["Viết bởi Ban Biên tập", "Tác giả: Phóng viên", "Ban Biên tập"])
def test_those_who_are_nobody_sign_with_a_label_too(line: str) -> None:
    byline = parse_byline(line, OWN)
    assert byline is not None
    assert (byline.authors, byline.agencies) == ((), ())
