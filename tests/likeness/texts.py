"""Invented texts, and what papers do to them."""

import random
from typing import Any

_PROSE = (
    "cầu đường sông núi chợ trường bệnh viện nhà máy cảng biển đảo rừng ruộng vườn kho bến "
    "tàu thuyền xe đò phố làng xã huyện tỉnh người dân công nhân kỹ sư giáo viên học sinh bác "
    "sĩ nông dân ngư dân xây dựng mở rộng khánh thành khởi công bàn giao kiểm tra sửa chữa "
    "nâng cấp vận hành khai thác thu hoạch gieo trồng đánh bắt chế biến xuất khẩu nhập khẩu "
    "mua bán vay vốn đầu tư hỗ trợ đào tạo tuyển dụng nhanh chậm lớn nhỏ cao thấp dài ngắn "
    "mới cũ đẹp bền chắc rẻ đắt sớm muộn xa gần sâu nông trong đục "
)
WORDS = _PROSE.split()


def sentences(seed: int, count: int = 12, words: int = 14) -> list[str]:
    """Return sentences that share hardly three words in a row with those of another seed."""
    chance = random.Random(seed)  # noqa: S311 - it writes
    return [" ".join(chance.choices(WORDS, k=words)).capitalize() + "." for _ in range(count)]


def fields(*paragraphs: str, **changes: Any) -> dict[str, Any]:
    """Return what a record of *paragraphs* has to say of its words."""
    return {"body": [{"type": "paragraph", "text": each} for each in paragraphs], **changes}


def edited(texts: list[str], share: float, seed: int = 1) -> list[str]:
    """Return *texts* with that share of their words replaced."""
    chance = random.Random(seed)  # noqa: S311 - it chooses words
    return [
        " ".join(chance.choice(WORDS) if chance.random() < share else word for word in each.split())
        for each in texts
    ]


def prices(day: int, by: int = 0) -> list[str]:
    """Return a table of prices; *by* changes one of them."""
    chance = random.Random(day)  # noqa: S311 - it chooses prices
    rows = [
        f"Hàng {name} được niêm yết ở mức {chance.randint(100, 999) + by * (not at)} nghìn đồng "
        f"mua vào và {chance.randint(100, 999)} nghìn đồng bán ra cho mỗi đơn vị tại các cửa hàng."
        for at, name in enumerate(("gạo thơm", "cà phê", "hồ tiêu", "cao su", "hạt điều"))
    ]
    return [f"Giá nông sản ngày {day}/11 trên thị trường trong nước có biến động như sau.", *rows]
