"""Letters that are looked for first rule out no text that the patterns find."""

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.quality import garbling


@given(st.from_regex(garbling._WRONGLY_DECODED))
def test_every_wrong_decoding_has_one_of_its_signs(text: str) -> None:
    assert garbling.wrongly_decoded(text)


@given(st.from_regex(garbling._SCRIPT))
def test_every_script_has_one_of_its_signs(text: str) -> None:
    assert garbling.script(text)
