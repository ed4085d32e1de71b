"""Captions part into what is shown and who is credited, and lose no letter."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.conventions import has_credit, is_generated_alt, split_caption
from newscrawl.typography import clean

CREDITED = {
    # separator, mark, end
    "Chợ nổi họp từ 4h sáng - Ảnh: T.K.": ("Chợ nổi họp từ 4h sáng", "T.K."),
    "Chợ nổi họp từ 4h sáng - Ảnh: REUTERS": ("Chợ nổi họp từ 4h sáng", "REUTERS"),
    "Chợ nổi họp từ 4h sáng. Ảnh: Gia Bách": ("Chợ nổi họp từ 4h sáng.", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng. Ảnh: Gia Bách.": ("Chợ nổi họp từ 4h sáng.", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng (Ảnh: Gia Bách).": ("Chợ nổi họp từ 4h sáng", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng. (Nguồn: Sky News)": ("Chợ nổi họp từ 4h sáng.", "Sky News"),
    "Chợ nổi họp từ 4h sáng. (Ảnh: Gia Bách/TTXVN)": (
        "Chợ nổi họp từ 4h sáng.",
        "Gia Bách/TTXVN",
    ),
    "Chợ nổi họp từ 4h sáng ẢNH: T.K": ("Chợ nổi họp từ 4h sáng", "T.K"),
    "Chợ nổi họp từ 4h sáng. ẢNH: GIA BÁCH": ("Chợ nổi họp từ 4h sáng.", "GIA BÁCH"),
    "Chợ nổi họp từ 4h sáng Nguồn: Zing News": ("Chợ nổi họp từ 4h sáng", "Zing News"),
    "Chợ nổi họp từ 4h sáng – Ảnh: Gia Bách": ("Chợ nổi họp từ 4h sáng", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng— Ảnh : Gia Bách": ("Chợ nổi họp từ 4h sáng", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng.Ảnh: Gia Bách": ("Chợ nổi họp từ 4h sáng.", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng(Ảnh: Gia Bách)": ("Chợ nổi họp từ 4h sáng", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng [Ảnh: Gia Bách]": ("Chợ nổi họp từ 4h sáng", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng | Ảnh: Gia Bách": ("Chợ nổi họp từ 4h sáng", "Gia Bách"),
    "| Chợ nổi họp từ 4h sáng. Ảnh: Gia Bách |": ("Chợ nổi họp từ 4h sáng.", "Gia Bách"),
    "Chợ nổi họp từ 4h sáng…Ảnh: Gia Bách": ("Chợ nổi họp từ 4h sáng…", "Gia Bách"),
    "Có còn chợ nổi? Ảnh: Gia Bách": ("Có còn chợ nổi?", "Gia Bách"),
    "Chợ “nổi”. Ảnh: Gia Bách": ("Chợ “nổi”.", "Gia Bách"),
    "Ông Lành (bìa phải) bên ghe - Ảnh: K.LÊ": ("Ông Lành (bìa phải) bên ghe", "K.LÊ"),
    "Ông Lành (giữa, ảnh: Gia Bách)": ("Ông Lành (giữa)", "Gia Bách"),
    "Ông Lành bên ghe, ảnh: Gia Bách": ("Ông Lành bên ghe", "Gia Bách"),
    # kinds of marks
    "Chợ nổi. Nguồn ảnh: Sky News": ("Chợ nổi.", "Sky News"),
    "Chợ nổi - Nguồn: Internet": ("Chợ nổi", "Internet"),
    "Chợ nổi (Ảnh minh hoạ: Gia Bách)": ("Chợ nổi", "Gia Bách"),
    "Chợ nổi. Ảnh minh họa: Gia Bách": ("Chợ nổi.", "Gia Bách"),
    "Chợ nổi. Ảnh tư liệu: TTXVN": ("Chợ nổi.", "TTXVN"),
    "Chợ nổi. Ảnh chụp màn hình: VTV": ("Chợ nổi.", "VTV"),
    "Chợ nổi. Ảnh cắt từ clip: Gia Bách": ("Chợ nổi.", "Gia Bách"),
    "Đường đi của bão - Đồ họa: NGỌC TRÂN": ("Đường đi của bão", "NGỌC TRÂN"),
    "Đường đi của bão. Đồ hoạ: Ngọc Trân": ("Đường đi của bão.", "Ngọc Trân"),
    "Ghe chìm ở ngã bảy - Video: VTV": ("Ghe chìm ở ngã bảy", "VTV"),
    "Ghe chìm ở ngã bảy. Clip: CTV": ("Ghe chìm ở ngã bảy.", "CTV"),
    "Ghe chìm ở ngã bảy. Ảnh: NVCC": ("Ghe chìm ở ngã bảy.", "NVCC"),
    "Ghe chìm ở ngã bảy. Ảnh NVCC": ("Ghe chìm ở ngã bảy.", "NVCC"),
    "Ghe chìm ở ngã bảy (Ảnh: nhân vật cung cấp)": ("Ghe chìm ở ngã bảy", "nhân vật cung cấp"),
    "Ghe chìm ở ngã bảy. Ảnh do gia đình cung cấp": (
        "Ghe chìm ở ngã bảy.",
        "gia đình cung cấp",
    ),
    "Ghe chìm ở ngã bảy. Ảnh: Công an tỉnh An Giang": (
        "Ghe chìm ở ngã bảy.",
        "Công an tỉnh An Giang",
    ),
    "Ghe chìm ở ngã bảy. Ảnh: Bệnh viện Đa khoa thành phố Ngã Bảy cung cấp": (
        "Ghe chìm ở ngã bảy.",
        "Bệnh viện Đa khoa thành phố Ngã Bảy cung cấp",
    ),
    "Tàu tuần tra - Ảnh: Hải quân Mỹ (US Navy)": ("Tàu tuần tra", "Hải quân Mỹ (US Navy)"),
    "Tàu tuần tra (Ảnh AP)": ("Tàu tuần tra", "AP"),
    "Ảnh minh họa / Vietnam+": ("Ảnh minh họa", "Vietnam+"),
    "Ảnh minh họa (Nguồn: Vietnam+)": ("Ảnh minh họa", "Vietnam+"),
    "Tàu tuần tra (Ảnh minh họa. Nguồn: Internet)": ("Tàu tuần tra (Ảnh minh họa)", "Internet"),
    # several
    "Tàu tuần tra. Ảnh: Gia Bách - Đồ họa: Ngọc Trân": ("Tàu tuần tra.", "Gia Bách, Ngọc Trân"),
    "Tàu tuần tra (Ảnh: Gia Bách, Nguồn: TTXVN)": ("Tàu tuần tra", "Gia Bách, TTXVN"),
    # the caption is a credit and nothing else
    "Ảnh: Gia Bách": (None, "Gia Bách"),
    "(Ảnh: Gia Bách)": (None, "Gia Bách"),
    "- Ảnh: Gia Bách": (None, "Gia Bách"),
    "Nguồn ảnh: Fox News": (None, "Fox News"),
    "Đồ họa: NGỌC TRÂN": (None, "NGỌC TRÂN"),
    "AFP": (None, "AFP"),
    # papers in other languages
    "A ferry leaves the harbour. — Photo: Gia Bách": ("A ferry leaves the harbour.", "Gia Bách"),
    "A ferry leaves the harbour. (Photo: VNA)": ("A ferry leaves the harbour.", "VNA"),
    "A ferry leaves the harbour. Photo by Ann Lee": ("A ferry leaves the harbour.", "Ann Lee"),
    "A ferry leaves the harbour. Photo courtesy of Ann Lee": (
        "A ferry leaves the harbour.",
        "Ann Lee",
    ),
    "A ferry leaves the harbour. (AP Photo/Ann Lee)": (
        "A ferry leaves the harbour.",
        "AP Photo/Ann Lee",
    ),
    "A ferry leaves the harbour. (Ann Lee/Getty Images)": (
        "A ferry leaves the harbour.",
        "Ann Lee/Getty Images",
    ),
    "A ferry leaves the harbour. REUTERS/Ann Lee": (
        "A ferry leaves the harbour.",
        "REUTERS/Ann Lee",
    ),
    "A ferry leaves the harbour. Ann Lee / AFP": ("A ferry leaves the harbour.", "Ann Lee / AFP"),
    "A ferry leaves the harbour — VNA/VNS Photo": ("A ferry leaves the harbour", "VNA/VNS"),
    "A ferry leaves the harbour. VNA/VNS Photo Gia Bách": (
        "A ferry leaves the harbour.",
        "VNA/VNS Photo Gia Bách",
    ),
    "A ferry leaves the harbour. Photograph: Ann Lee/Reuters": (
        "A ferry leaves the harbour.",
        "Ann Lee/Reuters",
    ),
    "A ferry leaves the harbour.Credit: Ann Lee": ("A ferry leaves the harbour.", "Ann Lee"),
    "A ferry leaves the harbour (Image: Ann Lee)": ("A ferry leaves the harbour", "Ann Lee"),
    "Die Fähre legt ab. Foto: Jan Kurz/dpa": ("Die Fähre legt ab.", "Jan Kurz/dpa"),
    "Die Fähre legt ab. © dpa": ("Die Fähre legt ab.", "dpa"),
    "Die Fähre legt ab. (Bild: Jan Kurz)": ("Die Fähre legt ab.", "Jan Kurz"),
    "Le bac quitte le port. Crédit photo : Luc Roy": ("Le bac quitte le port.", "Luc Roy"),
}


@pytest.mark.parametrize(("text", "parts"), CREDITED.items())
def test_credit_is_cut_with_its_mark(text: str, parts: tuple[str | None, str]) -> None:
    split = split_caption(text)
    assert (split.caption, split.credit) == parts


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Chợ nổi họp từ 4h sáng - Ảnh: T.K.", True),
        ("Chợ nổi họp từ 4h sáng (Nguồn: Sky News).", True),
        ("A ferry leaves the harbour. Photo by Ann Lee", True),
        ("Ảnh: Gia Bách", True),
        ("Chợ nổi họp từ 4h sáng. (TTXVN)", False),
        ("The floating market opens at four. — VNA", False),
        ("Gia Bách (TTXVN)", False),
        ("Reuters", False),
        ("Chợ nổi họp từ 4h sáng.", False),
    ],
)
def test_only_a_mark_tells_a_caption_from_a_paragraph(text: str, *, credited: bool) -> None:
    assert has_credit(text) is credited


PLAIN = {
    "a note on the picture": "Ảnh minh họa",
    "a note in brackets": "Khách xếp hàng chờ phà (Ảnh minh hoạ)",
    "a note as a sentence": "Khách xếp hàng chờ phà. Ảnh minh họa.",
    "a note with a colon": "Khách xếp hàng chờ phà (Ảnh: minh họa)",
    "archive": "Khách xếp hàng chờ phà. Ảnh tư liệu",
    "screenshot": "Khách xếp hàng chờ phà. Ảnh chụp màn hình",
    "speech": "Ông Lành nói: mọi việc vẫn ổn",
    "a list": "Bến có ba nguồn: phà, cầu và đò ngang",
    "what the picture shows": "Trong ảnh: Bến phà Vàm Cống",
    "what the picture shows, in capitals": "TRONG ẢNH: PHÀ VÀM CỐNG",
    "a paper that is named": "Ông Lành mở tờ báo sớm. Tiền Phong",
    "what a video shows": "Video: Cảnh sát cứu người trên chiếc ghe chìm ở ngã bảy sông",
    "what a video shows, behind a stop": (
        "Phà cuối. Video: Cảnh sát cứu người trên chiếc ghe chìm ở ngã bảy sông"
    ),
    "what a picture shows": "Ảnh: Một góc bến phà nhìn từ phía thượng nguồn vào buổi sớm mai",
    "a colon far from the end": "Nguồn: người dân kể rằng phà ngừng chạy. Sau đó bến đóng cửa.",
    "a credit that text follows": "Bến phà (Ảnh: Gia Bách) được xây năm 1998 và nâng cấp hai lần",
    "nothing behind the mark": "Bến phà - Ảnh:",
    "a country in brackets": "Bến phà ở Lyon (Pháp)",
    "an agency that is named": "Bến phà trong bản tin của Reuters",
    "an outlet behind a dash": "Cuộc đua Apple - Fortune",
    "rights": "© 2025 Báo Bến Phà",
    "rights in words": "© Bản quyền thuộc về báo Bến Phà",
    "a place behind a stop": "Bến phà Vàm Cống. Đồng Tháp",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_caption_without_credit_stays(text: str) -> None:
    split = split_caption(text)
    assert split.credit is None
    assert split.caption == text.rstrip(" -")
    assert not has_credit(text)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Bến phà |", "Bến phà"),
        ("| Bến phà", "Bến phà"),
        ("Bến phà -", "Bến phà"),
        ("Bến&nbsp;phà –", "Bến phà"),
        ("", None),
        (" | ", None),
        ("...", None),
        ("https://ben-pha.vn/", None),
        ("benpha.com.vn", None),
    ],
)
def test_debris_around_a_caption_goes(text: str, caption: str | None) -> None:
    split = split_caption(text)
    assert (split.caption, split.credit) == (caption, None)


ALTS = {
    "Phà Vàm Cống ngừng chạy - Ảnh 1.": True,
    "Phà Vàm Cống ngừng chạy từ 2027- Ảnh 12.": True,
    "Phà Vàm Cống ngừng chạy - Hình 2": True,
    "Phà Vàm Cống ngừng chạy - Photo 3": True,
    "Phà Vàm Cống ngừng chạy ảnh 4": True,
    "Phà Vàm Cống ngừng chạy -0": True,
    "Ảnh 1": True,
    "Phà Vàm Cống ngừng chạy": True,
    "phà vàm cống ngừng chạy?": True,
    "pha vam cong ngung chay": True,
    "ben-pha-cuoi-cung-tren-song-hau": True,
    "ben pha cuoi cung tren song hau": True,
    "IMG_20260307_0801.jpg": True,
    "pha-vam-cong.webp": True,
    "DSC_0012": True,
    "image": True,
    "Nhập chú thích ảnh": True,
    "Chú thích ảnh": True,
    "": True,
    "Ông Lành bên chiếc phà cuối cùng": False,
    "Chuyến phà thứ 3": False,
    "The last ferry leaves": False,
    "ben pha": False,
    "a man on the ferry": False,
    "Ảnh của ông Lành": False,
    "REUTERS": False,
}


@pytest.mark.parametrize(("alt", "generated"), ALTS.items())
def test_generated_alt(alt: str, *, generated: bool) -> None:
    assert is_generated_alt(alt, "Phà Vàm Cống ngừng chạy") is generated


def test_alt_equal_to_the_headline_needs_the_headline() -> None:
    assert not is_generated_alt("Phà Vàm Cống ngừng chạy")


SHOWN = ("Chuyến phà", "cuối", "rời bến", "trên sông Hậu", "lúc", "trời", "vừa sáng", "năm 2027")
WORDS = st.lists(st.sampled_from(SHOWN), min_size=1, max_size=12).map(" ".join)
CREDITS = st.sampled_from(
    ["Gia Bách", "REUTERS", "H.Y.T.", "T.K", "Gia Bách/TTXVN", "Al Jazeera", "NVCC", "Hải quân Mỹ"]
)
FORMS = {
    "hyphen": "{caption} - Ảnh: {credit}",
    "sentence": "{caption}. Ảnh: {credit}",
    "capitals": "{caption} ẢNH: {credit}",
    "brackets": "{caption} (Ảnh: {credit})",
    "brackets and full stop": "{caption} (Ảnh: {credit}).",
    "source": "{caption}. (Nguồn: {credit})",
    "English": "{caption} — Photo: {credit}",
    "illustration": "{caption}. Ảnh minh họa: {credit}",
    "graphic": "{caption} - Đồ họa: {credit}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(caption=WORDS, credit=CREDITS)
def test_printed_form_parts_again(form: str, caption: str, credit: str) -> None:
    split = split_caption(form.format(caption=caption, credit=credit))
    stop = "." if "{caption}." in form else ""
    assert (split.caption, split.credit) == (caption + stop, credit)


PIECES = st.sampled_from(
    [
        *(
            "Ảnh",
            "ảnh:",
            "Ảnh: ",
            "Nguồn: ",
            "(Ảnh: ",
            ")",
            ".",
            " - ",
            " | ",
            "AFP",
            "T.K.",
            "Photo by ",
        ),
        *(
            "Gia Bách",
            "một",
            "chuyến phà",
            "©",
            "/",
            "…",
            "(",
            "REUTERS/",
            "Đồ họa:",
            ", ",
            "\u0309",
            "&amp;",
        ),
    ]
)
TEXTS = st.text() | st.lists(PIECES, max_size=12).map(" ".join)


@given(text=TEXTS)
def test_parting_is_idempotent(text: str) -> None:
    caption = split_caption(text).caption
    assert split_caption(caption or "").caption == caption
    assert not has_credit(caption or "")
    assert split_caption(text).credit or not has_credit(text)


@given(text=TEXTS)
def test_parts_are_printed_in_the_text(text: str) -> None:
    split = split_caption(text)
    letters = "".join(filter(str.isalnum, clean(text)))
    caption = "".join(filter(str.isalnum, split.caption or ""))
    assert letters.startswith(caption)
    at = len(caption)
    for credit in (split.credit or "").split(", "):
        part = "".join(filter(str.isalnum, credit))
        found = letters.find(part, at)
        assert found >= 0
        at = found + len(part)


@pytest.mark.parametrize("piece", ["Ảnh: ", "(", "(Ảnh: A ", " - ", ". A/", "a ", "Ảnh", "/AFP "])
def test_long_junk_takes_linear_time(piece: str) -> None:
    junk = piece * (200_000 // len(piece))
    start = time.perf_counter()
    split_caption(junk)
    has_credit(junk)
    is_generated_alt(junk, junk)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Nguồn hình ảnh, Getty Images", None, "Getty Images"),
        ("Nguồn hình ảnh, Hà Thử", None, "Hà Thử"),
        ("Image source, Hà Thử", None, "Hà Thử"),
        ("Chụp lại hình ảnh, Chợ nổi họp từ 4h sáng", "Chợ nổi họp từ 4h sáng", None),
        ("Chụp lại video, Chợ nổi họp sớm. Ảnh: K.Lê", "Chợ nổi họp sớm.", "K.Lê"),
        ("Nguồn hình ảnh vẫn chưa rõ", "Nguồn hình ảnh vẫn chưa rõ", None),
    ],
)
def test_labels_for_screen_readers(text: str, caption: str | None, credit: str | None) -> None:
    parted = split_caption(text)
    assert (parted.caption, parted.credit) == (caption, credit)
    assert has_credit(text) is (credit is not None)
