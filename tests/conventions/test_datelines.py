import pytest

from newscrawl.conventions.datelines import agencies_in_dateline, reporters_in

SAID = "The new bridge across the river opened this morning."


@pytest.mark.parametrize(
    ("paragraph", "agencies"),
    [
        (f"WASHINGTON (AP) — {SAID}", ("AP",)),
        (f"LONDON, March 7 (Reuters) - {SAID}", ("Reuters",)),
        (f"(Reuters) - {SAID}", ("Reuters",)),
        (f"Berlin (dpa/mkl) - {SAID}", ("dpa",)),
        (f"HANOI, March 7 (Xinhua) -- {SAID}", ("Xinhua",)),
        ("新华社北京4月24日电 大桥今天上午通车。", ("新华社",)),
        ("中新网杭州3月7日电（记者 王小明）大桥今天上午通车。", ("中新网",)),
        (f"Apple (AAPL) - {SAID}", ()),
        (f"HANOI (March 7) - {SAID}", ()),
        (f"{SAID} So said the agency (Reuters) - and others.", ()),
        (f"The minister told the agency (AP) that {SAID}", ()),
        ("大桥今天上午通车。", ()),
        ("", ()),
    ],
)
def test_agencies_in_dateline(paragraph, agencies):
    assert agencies_in_dateline(paragraph) == agencies


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("新华社北京4月24日电（记者宋晨、田中全）大桥通车。", "完。", ("宋晨", "田中全")),
        ("大桥通车。", "大桥全长620米。（记者 王小明）", ("王小明",)),
        ("大桥通车。", "大桥全长620米。（本报记者 王小明 李大伟）", ("王小明", "李大伟")),
        ("大橋通車。", "全長620公尺。（記者張三）", ("張三",)),
        ("大桥通车。", "大桥全长620米。（完）", ()),
        ("（记者会今天举行）大桥通车。" + "桥" * 200, "完。", ()),
        ("", "", ()),
    ],
)
def test_reporters(first, last, names):
    assert reporters_in(first, last) == names
