"""An invented article, as the fields of a record, to be made good or bad in one place."""

from typing import Any

PARAGRAPHS = (
    "Sáng 3-11, thư viện lưu động của huyện đảo Hòn Mây mở cửa đón hơn hai trăm bạn đọc nhỏ tuổi.",
    "Chiếc thuyền chở ba nghìn cuốn sách sẽ ghé bốn xã mỗi tuần, bắt đầu từ bến chợ cũ.",
    "“Các em mượn sách rồi trả ở chuyến sau”, bà Lê Thị Mận, thủ thư của thuyền, cho biết.",
    "Theo kế hoạch, đến hết năm sau huyện có thêm hai thuyền sách nữa cho các xã ở xa.",
)


def article(**changes: Any) -> dict[str, Any]:
    """Return the fields of a good record with *changes* made."""
    return {
        "id": "tuoitre:20261103081500123",
        "url": "https://tuoitre.vn/thuyen-sach-20261103081500123.htm",
        "publisher": "tuoitre",
        "publisher_name": "Tuổi Trẻ Online",
        "article_type": "news",
        "headline": "Thuyền chở sách ghé bốn xã đảo Hòn Mây",
        "description": "Hơn hai trăm em nhỏ đã có mặt ở bến từ sớm để mượn sách.",
        "authors": ["Trần Văn Nụ"],
        "agencies": [],
        "date_published": "2026-11-03T07:30:00+07:00",
        "date_modified": None,
        "section": "Văn hóa",
        "breadcrumbs": ["Văn hóa", "Sách"],
        "keywords": ["thư viện", "sách"],
        "language": "vi",
        "body": [{"type": "paragraph", "text": text} for text in PARAGRAPHS],
        "text": "\n\n".join(PARAGRAPHS),
        "images": [],
        "videos": [],
        "related": [],
        "content_hash": "",
        "fetched_at": "2026-11-03T08:15:00+07:00",
        "warnings": [],
    } | changes


def body_of(*texts: str, type: str = "paragraph") -> list[dict[str, str]]:  # noqa: A002 - its name
    """Return blocks with *texts*."""
    return [{"type": type, "text": text} for text in texts]
