"""Names as terms: what newspapers spell in several ways becomes one."""

import re
from functools import lru_cache
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.name_words import PLACES, phrases
from newscrawl.typography import fold, unaccented

# A Vietnamese syllable without its marks: whatever has another shape is a foreign word.
_ONSET: Final = "(?:ngh|ng|gh|gi|qu|ch|kh|nh|ph|th|tr|[bcdghklmnprstvx])"
_SYLLABLE: Final = re.compile(rf"{_ONSET}?[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")

# Countries, bodies and abbreviations, beside the places that bylines name: in every day's news.
_COUNTRIES: Final = phrases("""
    Thổ Nhĩ Kỳ|Saudi Arabia|Ả Rập Saudi|Ả-rập Xê-út|A-rập Xê-út|Arab Saudi|Qatar|UAE|Ai Cập|Syria
    Liban|Lebanon|Iraq|Yemen|Jordan|Kuwait|Palestine|Afghanistan|Pakistan|Bangladesh|Nepal
    Sri Lanka|Myanmar|Brunei|Timor Leste|Đông Timor|Mông Cổ|Kazakhstan|Uzbekistan|Belarus
    Gruzia|Georgia|Armenia|Azerbaijan|Moldova|Romania|Bulgaria|Hungary|Séc|Slovakia|Slovenia
    Croatia|Serbia|Bosnia|Kosovo|Albania|Hy Lạp|Síp|Malta|Áo|Bỉ|Luxembourg|Đan Mạch|Phần Lan
    Iceland|Ireland|Scotland|Estonia|Latvia|Litva|Lithuania|Mexico|Cuba|Venezuela|Colombia|Peru
    Chile|Argentina|Uruguay|Bolivia|Ecuador|Panama|Haiti|Nigeria|Kenya|Ethiopia|Sudan|Nam Sudan
    Congo|Libya|Tunisia|Algeria|Morocco|Maroc|New Zealand|Greenland|EU|NATO|ASEAN|LHQ|WHO|UN|USA
    Liên hợp quốc|Liên Hợp Quốc|Kremlin|Nhà Trắng|Điện Kremlin|Liên minh châu Âu|Crimea|U-crai-na
    Mát-xcơ-va|Oa-sinh-tơn|I-xra-en|I-ran|Kiev|Kyiv|Tel Aviv|Ottawa|Canberra|New Delhi|Tehran
    GDP|USD|VND|EUR|FDI|AI|UAV|HLV|CSGT|UBND|HĐND|TAND|VKSND|QĐ|NĐ|TP|GS|TS|PGS|THPT|THCS|ĐH
""")
_EVERYDAY: Final = PLACES | _COUNTRIES

# Who holds an office is in the news with one thing today and with another one tomorrow. Of longer
# titles it is the last two syllables, which stand before the name.
_OFFICES: Final = phrases("""
    tổng thống|thủ tướng|ngoại trưởng|bộ trưởng|chủ tịch|tịch nước|phát ngôn|ngôn viên|bí thư
    quốc vương|thống đốc|lãnh đạo|thứ trưởng|đại sứ|phái viên|giáo hoàng|tỷ phú
""")
_STOPS: Final = phrases(
    """
    ai anh bà bao bất bây bên bị biết bởi các cái càng cả cần chị cho chưa chứ chỉ chúng có cô còn
    cùng cũng của cứ dù do dưới đang đã đây để đến đều điều đi đó đối được em gì giữa gồm hay hãy
    hầu hết hoặc hơn họ khá khác khi không khiến kể kia là lại lên làm lúc luôn mà mặc mình một mỗi
    mọi nay này nào nên nếu ngay người nhiều nhưng như những nhất nó nói nơi năm ngày ông ở phải
    qua quá ra rất rằng rồi sau sẽ so sự tại tháng theo thay thấy thể thế thêm thì thôi tôi tới
    trên trong trước từ từng tuy và vào vẫn vậy về vì việc với vừa vụ ý chiếc cuộc con lần giờ sáng
    chiều tối hôm đêm tuần hai ba bốn hiện ngoài nhận đưa lấy
    """.replace(" ", "|")
)

# Exonyms that no rule makes equal, as plain letters or folded.
_SAME: Final = {
    "hoa kì": "mĩ",
    "moskva": "moscow",
    "maxcova": "moscow",
    "matxcova": "moscow",
    "kyiv": "kiev",
    "kiep": "kiev",
    "luandon": "london",
    "oasinhton": "washington",
    "beclin": "berlin",
    "giacacta": "jakarta",
    "bruxelles": "brussels",
    "geneve": "geneva",
    "gionevo": "geneva",
    "riat": "riyadh",
    "riiat": "riyadh",
}
_SOUNDS: Final = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"[xz]|sh"), "s"),
    (re.compile(r"ch|ck|[cq]"), "k"),
    (re.compile(r"w"), "v"),
    # A syllable of Vietnamese has few ends: La-vrốp, I-xtan-bun, Mét-vê-đép.
    (re.compile(r"[vbf](?![aeiouy])"), "p"),
    (re.compile(r"l(?![aeiouyl])"), "n"),
    (re.compile(r"d(?![aeiouyr])"), "t"),
    (re.compile(r"(?<!^)[aeiouyh]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LEAST: Final = 4


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether *word* has the shape of a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(unaccented(word)) is not None


@lru_cache(maxsize=8192)
def foreign(word: str) -> str:
    """Return the key of a foreign name: its consonants, as they sound in Vietnamese.

    "Istanbul" and "I-xtan-bun", "Ukraine" and "U-crai-na", "Zelensky" and "Zelenskyy" have one
    key. A name with few consonants keeps its vowels.
    """
    plain = unaccented(word).replace(" ", "")
    sounds = plain = _SAME.get(plain, plain)
    for sound, letter in _SOUNDS:
        sounds = sound.sub(letter, sounds)
    return sounds if len(sounds) >= _LEAST else plain


def canonical(name: str) -> str:
    """Return the one name, folded, that stands for the folded *name*."""
    return _SAME.get(name, name)


@lru_cache(maxsize=8192)
def is_source(name: str) -> bool:
    """Tell whether *name*, as printed, is an agency's or a paper's: it is quoted everywhere."""
    return kind_of_source(name) is not None


@lru_cache(maxsize=8192)
def is_everyday(name: str) -> bool:
    """Tell whether *name*, as printed, is of a place, or a body, that is in the news every day."""
    return fold(name) in _EVERYDAY


@lru_cache(maxsize=8192)
def is_office(before: str, word: str) -> bool:
    """Tell whether the words are an office, as it stands before a name."""
    return fold(f"{before} {word}") in _OFFICES


def is_stop(word: str) -> bool:
    """Tell whether the folded *word* says nothing about what a text is about."""
    return word in _STOPS
