import pytest

from newscrawl.conventions.languages import language_of


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Nước rút chậm nên bà con chưa thể xuống giống.", "vi", "vi"),
        ("NƯỚC RÚT CHẬM NÊN BÀ CON CHƯA THỂ XUỐNG GIỐNG", "en", "vi"),
        (
            "The river fell so slowly that nobody in Huế has sown a field this spring.",
            "vi",
            "en",
        ),
        ("The river fell slowly.", "en", "en"),
        ("Der Fluß fiel langsam, über Wochen blieben die Äcker naß.", "de", "de"),
        (
            "Le fleuve a baissé lentement, et la fête du village est remise à mardi, dit le maire.",
            "fr",
            "fr",
        ),
        ("", "vi", "en"),
    ],
)
def test_letters_count_before_a_declaration(text: str, declared: str, language: str) -> None:
    assert language_of(text, declared) == language
