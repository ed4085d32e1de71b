"""What is printed stays, what is not printed goes, and two prints of a word compare equal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.remembering import Remembered
from newscrawl.typography import clean, fold, unaccented

# Text that hides what clean must find: entities, joiners, marks, blanks, singletons of NFC.
SPECIAL = st.sampled_from(
    [
        *(
            "&amp;",
            "amp;",
            "&#38;",
            "&",
            ";",
            "&lt;",
            "&#8203;",
            "&shy;",
            "&nbsp;",
            "&apos;",
            "&Tin;",
        ),
        *(
            "\u200b",
            "\u200c",
            "\u200d",
            "\ufeff",
            "\u00ad",
            "\u00a0",
            "\u3000",
            "\u2028",
            "\n",
            "\t",
        ),
        *("\u0300", "\u0301", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306", "\u031b", "\u034f"),
        *("\u212a", "\u037e", "\u0345", "\ud83d", "\u3164", "đ", "ð", "ı", "İ", "ư", "ệ", "ß", "ς"),
        *(
            "hoà",
            "hòa",
            "quý",
            "mỹ",
            "mĩ",
            "गि",
            "ที่",
            "می\u200cخواهم",
            "👩\u200d🚀",
            "x²",
            "_",
            "a",
            "o",
        ),
    ]
)
TEXT = st.lists(st.one_of(SPECIAL, st.text(max_size=3)), max_size=12).map("".join)


@given(TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXT)
def test_clean_text_is_nfc_on_one_line_and_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())
    assert cleaned.encode().decode() == cleaned
    assert not set(cleaned) & set("\u200b\ufeff\u00ad\u00a0\u2060\u200e\x00\x7f\u034f\u3164")


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(clean(text))) == fold(clean(text))


@given(
    st.text(
        alphabet="aăâeêioôơuưyđhnmtgqk \u0323\u0300\u0301\u0309\u0303,.-\n\u00a0AĐƯ", max_size=30
    )
)
def test_the_key_does_not_depend_on_how_a_page_spells_its_characters(text: str) -> None:
    assert fold(clean(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.upper()) == fold(text)


@given(TEXT)
def test_slug_letters_of_latin_are_plain(text: str) -> None:
    plain = unaccented(clean(text))
    assert plain == " ".join(plain.split())
    assert not set(plain) & set("đðáạơư\u0301\u0323")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("  Tin\u00a0\u2009mới\r\n\tnhất ", "Tin mới nhất"),
        ("Hà\u200b Nội\ufeff", "Hà Nội"),
        ("u\u031bo\u031b\u0301c", "ước"),
        ("AT&amp;T &amp;amp; R&amp;amp;amp;D", "AT&T & R&D"),
        ("&amp;#7871;", "ế"),
        ("&amp;amp;lt;b&amp;amp;gt;", "<b>"),
        ("&ldquo;Tết&rdquo; &hellip; &apos;24", "“Tết” … '24"),
        ("&#39;x&#x27; &#150;", "'x' –"),
        # No entity, so as printed.
        ("Hùng&Dũng; AT&T; R&D", "Hùng&Dũng; AT&T; R&D"),
        ("a && b &; &#; &nosuchname;", "a && b &; &#; &nosuchname;"),
        # Halves of an entity that an invisible character holds apart.
        ("&am\u200bp;", "&"),
        # Compatibility characters are letters of their own: NFKC would change the news.
        ("100 m² ½ № 5 Ａ ﬁ", "100 m² ½ № 5 Ａ ﬁ"),
        ("dấu “ngoặc” – gạch — ‘đơn’ …", "dấu “ngoặc” – gạch — ‘đơn’ …"),
        ("toà soạn, tòa soạn, quý, qúy", "toà soạn, tòa soạn, quý, qúy"),
        # Joiners that shape letters or emoji stay, others are debris.
        ("👩\u200d🚀 👨\u200d👩\u200d👧", "👩\u200d🚀 👨\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("tin\u200d tức\u200c \u200d2026\u200d", "tin tức 2026"),
        ("\ufeff\u200ctin", "tin"),
        # Half of a surrogate pair: a cut emoji, which no file could hold.
        ("Chúc mừng \ud83d", "Chúc mừng"),
        ("", ""),
    ],
)
def test_clean(printed: str, expected: str) -> None:
    assert clean(printed) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("THỦY", "thuỷ"),
        ("tòa soạn", "Toà Soạn"),
        ("khóa", "khoá"),
        ("quý", "qúy"),
        ("quý", "quí"),
        ("hoàn", "hòan"),
        ("của", "cuả"),
        ("giữ gìn", "Giữ-gìn"),
        ("Mỹ", "Mĩ"),
        ("tỷ lệ", "tỉ lệ"),
        ("kỹ sư", "kĩ sư"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("Nga-Mỹ", "Nga - Mỹ"),
        ("“Tết” 2026…", '"Tết" 2026...'),
        ("ISPARTA", "ısparta"),
        ("İzmir", "izmir"),
        ("STRASSE", "Straße"),
        ("ΟΔΟΣ", "οδος"),
        ("a_b", "a b"),
    ],
)
def test_two_prints_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoa"),
        ("hòa", "hóa"),
        ("Mỹ", "mì"),
        ("gìn", "giữ"),
        ("quý", "quỳ"),
        ("thủy", "thủi"),
        ("sơn", "son"),
        ("đa", "da"),
        ("27-2", "272"),
        ("hábito", "habitó"),
        ("काम", "कम"),
        ("công", "cong"),
    ],
)
def test_other_words_fold_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Ðường đến Đà Lạt", "duong den da lat"),
        ("Thủ tướng: 'Ưu tiên' 5G", "thu tuong uu tien 5g"),
        ("Łódź, Brønshøj, Isparta, ısparta, Æthel", "lodz bronshoj isparta isparta aethel"),
    ],
)
def test_unaccented(printed: str, slug: str) -> None:
    assert unaccented(printed) == slug


def test_an_entity_escaped_a_hundred_thousand_times_is_one_step() -> None:
    assert clean("&" + "amp;" * 100_000 + "lt;") == "<"


def test_a_scream_is_folded_in_one_step() -> None:
    assert fold("á" * 50_000) == fold("a" * 50_000 + "\u0301" * 50_000)


def test_what_is_remembered_is_short_and_bounded() -> None:
    asked: list[object] = []

    def answer(key: object) -> int:
        asked.append(key)
        return len(asked)

    remembered = Remembered(answer, most=3)
    assert [remembered[key] for key in ("a", "a", "b", "b")] == [1, 1, 2, 2]
    assert remembered["x" * 1000] != remembered["x" * 1000]
    pairs = Remembered(answer, letters=lambda pair: len(pair[0]))
    assert pairs["b", "c"] == pairs["b", "c"]
    assert pairs["x" * 1000, "y"] != pairs["x" * 1000, "y"]
    for key in "defg":
        assert remembered[key]
        assert len(remembered) <= 3
