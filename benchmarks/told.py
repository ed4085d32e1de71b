"""Invented events as several newspapers tell them, with the event that each article is about.

An event is a cast (people, places, numbers, days) and facts; each paper tells some of the facts,
each in one of several wordings, in its own order. Events of a kind share all their wordings, some
share their people and places too, and prices are told every day: what must be kept apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any, Final

PAPERS: Final = ("sang", "chieu", "nhip", "bien", "dong", "tay")
_FIRST: Final = datetime(2026, 3, 2, 6, tzinfo=timezone(timedelta(hours=7)))
EVENTS_A_DAY: Final = 30
"""So many things happen on a day, as the papers of the set tell of two or three each."""


def _words(row: str) -> tuple[str, ...]:
    return tuple(row.split())


_SURNAMES: Final = _words("Nguyễn Trần Lê Phạm Hoàng Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý")
_MIDDLES: Final = _words("Văn Thị Đức Minh Thanh Quốc Ngọc Hữu Xuân Công Thu Hải")
_GIVEN: Final = _words("An Bình Chiến Dũng Giang Hạnh Khoa Lan Mai Nam Phúc Quân Sơn Tâm Tuấn Vinh")
_PROVINCES: Final = (
    *("Hà Nội", "Nghệ An", "Đồng Nai", "Lâm Đồng", "Quảng Nam", "Bắc Ninh", "Cà Mau", "Gia Lai"),
    *("Thanh Hóa", "Khánh Hòa", "Lào Cai", "An Giang", "Đà Nẵng", "Tây Ninh", "Phú Thọ", "Huế"),
)
_SYLLABLES: Final = _words(
    "Tân Bình Phú Long Hòa Thạnh Mỹ An Đông Xuân Vĩnh Lộc Thọ Kim Sơn Hưng Yên Lạc Phước Cẩm Nghĩa"
)
_OFFICES: Final = (
    *("Tổng thống Mỹ Donald Trump", "Tổng thống Nga Vladimir Putin", "Thủ tướng Anh Keir Starmer"),
    *("Tổng thống Pháp Emmanuel Macron", "Tổng thống Ukraine Volodymyr Zelensky"),
    *("Thủ tướng Ấn Độ Narendra Modi", "Thủ tướng Israel Benjamin Netanyahu"),
)
_SUBJECTS: Final = (
    *("khoáng sản", "ngũ cốc", "thuế quan", "trao đổi tù nhân", "năng lượng", "biên giới"),
    *("vũ khí hạt nhân", "vận tải biển", "người tị nạn", "vệ tinh", "bán dẫn", "thủy sản"),
)
_FIRM_ENDS: Final = _words("Steel Food Power Pharma Logistics Group Seafood Textile")

# A kind of event: its facts; each fact has its wordings. The first fact gives the headlines.
_KINDS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "fire": (
        (
            "Cháy lớn tại {what} ở {ward}, {dead} người chết",
            "Hỏa hoạn trong đêm ở {province}: {dead} nạn nhân tử vong",
            "{dead} người thiệt mạng trong vụ cháy {what} tại {ward}",
        ),
        (
            "Ngọn lửa bùng lên lúc {hour}h ngày {day} tại {what} thuộc phường {ward}, {province}.",
            "Khoảng {hour} giờ ngày {day}, người dân {ward} ({province}) thấy khói từ {what}.",
            "Vụ việc xảy ra ngày {day} tại một {what} nằm trên địa bàn {ward}, {province}.",
        ),
        (
            "{trucks} xe chữa cháy cùng gần {police} cán bộ, chiến sĩ được điều động.",
            "Lực lượng phòng cháy đưa {trucks} xe và {police} người đến hiện trường.",
            "Phải mất nhiều giờ, {police} chiến sĩ với {trucks} xe chuyên dụng mới khống chế được.",
        ),
        (
            "Chủ cơ sở là ông {person} cho biết bên trong chứa nhiều hàng hóa.",
            "Theo lời {person}, chủ nhà, khi đó nhiều người đang ngủ.",
            "Công an đang làm việc với {person}, người đứng tên cơ sở này.",
        ),
        (
            "Thiệt hại ban đầu ước tính {loss} tỷ đồng, {dead} người không qua khỏi.",
            "Nhà chức trách xác nhận {dead} người chết; tài sản trị giá {loss} tỷ đồng cháy rụi.",
            "Danh tính {dead} nạn nhân đã được xác định.",
        ),
        (
            "Nguyên nhân đang được điều tra, làm rõ.",
            "Cơ quan chức năng khám nghiệm hiện trường để tìm nguyên nhân.",
            "Ban đầu, nghi do chập điện.",
        ),
    ),
    "trial": (
        (
            "{person} lĩnh {years} năm tù vì chiếm đoạt {loss} tỷ đồng",
            "Tòa {province} tuyên phạt cựu giám đốc {person}",
            "Vụ lừa đảo {loss} tỷ đồng: Bị cáo nhận {years} năm tù",
        ),
        (
            "Ngày {day}, TAND {province} tuyên phạt {person} {years} năm tù về tội lừa đảo.",
            "Sau nhiều ngày nghị án, tòa hôm {day} quyết định {years} năm tù đối với {person}.",
            "Bản án {years} năm tù dành cho {person} được đọc ngày {day} tại {province}.",
        ),
        (
            "Cáo trạng nêu bị cáo lập công ty ở {ward} rồi huy động vốn của {victims} người.",
            "Tổng cộng {victims} bị hại đã nộp tiền cho doanh nghiệp đặt tại {ward}.",
            "Hơn {loss} tỷ đồng của {victims} nhà đầu tư không thu hồi được.",
        ),
        (
            "Luật sư {lawyer} cho rằng thân chủ đã khắc phục một phần hậu quả.",
            "Bào chữa cho bị cáo, luật sư {lawyer} đề nghị xem xét tình tiết giảm nhẹ.",
            "Gia đình bị cáo cho biết sẽ kháng cáo, theo lời luật sư {lawyer}.",
        ),
        (
            "Tại tòa, bị cáo thừa nhận hành vi và xin lỗi các bị hại.",
            "Bị cáo khai dùng tiền của người sau trả cho người trước.",
            "Nói lời sau cùng, bị cáo mong được hưởng khoan hồng.",
        ),
    ),
    "talks": (
        (
            "{leader} bàn về {subject} tại {city}",
            "Đàm phán {subject} ở {city}: Các bên nói gì?",
            "Hội nghị tại {city} mở ra hướng đi cho vấn đề {subject}",
        ),
        (
            "Ngày {day}, {leader} tới {city} dự vòng đàm phán về {subject}.",
            "Thành phố {city} ngày {day} đón các phái đoàn bàn về {subject}.",
            "Cuộc gặp ở {city} hôm {day} xoay quanh {subject}, theo thông báo chung.",
        ),
        (
            "Trưởng đoàn {delegate} nói hai bên thu hẹp được bất đồng sau {hours} giờ làm việc.",
            "Sau {hours} tiếng, ông {delegate} rời phòng họp và không trả lời báo chí.",
            "Nhà thương thuyết {delegate} mô tả không khí là thẳng thắn.",
        ),
        (
            "{leader} cho rằng thỏa thuận là cần thiết cho các nước trong khu vực.",
            "Theo {leader}, vẫn còn nhiều việc phải làm.",
            "{leader} hoan nghênh kết quả bước đầu.",
        ),
        (
            "Gói hỗ trợ {money} triệu USD nằm trong dự thảo.",
            "Văn bản dự thảo nhắc tới khoản {money} triệu USD.",
            "Các nhà tài trợ cam kết {money} triệu USD.",
        ),
        (
            "Giới quan sát nhận định tiến trình này sẽ kéo dài.",
            "Chuyên gia cảnh báo lập trường hai bên còn cách xa nhau.",
            "Vòng tiếp theo dự kiến diễn ra trong vài tuần tới.",
        ),
    ),
    "match": (
        (
            "{home} thắng {away} {goals}, {person} tỏa sáng",
            "Kết quả {home} - {away}: {person} lập công",
            "{away} gục ngã trước {home} ở vòng {round}",
        ),
        (
            "Trận đấu ngày {day} thuộc vòng {round} V-League, {home} tiếp {away} trên sân nhà.",
            "Tối {day}, {home} giành trọn ba điểm trước {away}.",
            "{home} và {away} cống hiến trận cầu hấp dẫn ở vòng {round}.",
        ),
        (
            "{person} mở tỷ số phút {minute} sau đường chuyền bên cánh trái.",
            "Phút {minute}, tiền đạo {person} sút tung lưới đội khách.",
            "Bàn thắng phút {minute} của {person} định đoạt thế trận.",
        ),
        (
            "Huấn luyện viên {coach} hài lòng với các học trò.",
            "Phát biểu sau trận, ông {coach} khen tinh thần toàn đội.",
            "Chiến thuật của {coach} phát huy tác dụng.",
        ),
        (
            "Gần {victims} khán giả đến sân.",
            "Trọng tài rút ra nhiều thẻ vàng trong hiệp hai.",
            "Đội chủ nhà tiến gần nhóm đầu bảng.",
        ),
    ),
    "firm": (
        (
            "{firm} báo lãi {money} tỷ đồng",
            "Lợi nhuận của {firm} đạt {money} tỷ đồng nhờ xuất khẩu",
            "{firm}: Kế hoạch mới sau đại hội cổ đông",
        ),
        (
            "Công ty {firm} công bố báo cáo ngày {day} với lợi nhuận {money} tỷ đồng.",
            "Theo tài liệu gửi cổ đông ngày {day}, {firm} lãi {money} tỷ đồng.",
            "Doanh nghiệp {firm} ghi nhận khoản lãi sau thuế {money} tỷ đồng.",
        ),
        (
            "Chủ tịch {person} nói nhà máy ở {ward} sẽ mở rộng.",
            "Nhà máy tại {ward}, {province} đóng góp phần lớn, theo ông {person}.",
            "Hội đồng quản trị do {person} đứng đầu thông qua kế hoạch đầu tư ở {province}.",
        ),
        (
            "Doanh thu tăng {percent}% so với cùng kỳ.",
            "So với năm trước, doanh thu đi lên {percent}%.",
            "Mức tăng trưởng {percent}% vượt dự báo của giới phân tích.",
        ),
        (
            "Cổ phiếu của doanh nghiệp đóng cửa trong sắc xanh.",
            "Thị trường phản ứng tích cực với thông tin này.",
            "Công ty dự kiến chia cổ tức bằng tiền mặt.",
        ),
    ),
    "prices": (
        (
            "Giá vàng hôm nay {day}: SJC {moves}",
            "Giá vàng ngày {day} {moves}",
            "Vàng SJC {moves} trong ngày {day}",
        ),
        (
            "Công ty SJC niêm yết giá vàng miếng ở mức {buy} - {sell} triệu đồng/lượng.",
            "Vàng miếng SJC được mua vào {buy} triệu đồng/lượng, bán ra {sell} triệu đồng/lượng.",
            "Tập đoàn DOJI giao dịch vàng miếng quanh {buy} - {sell} triệu đồng/lượng.",
        ),
        (
            "Vàng nhẫn 9999 giao dịch ở {ring} triệu đồng/lượng.",
            "Giá vàng nhẫn bán ra {ring} triệu đồng/lượng.",
            "Phú Quý niêm yết vàng nhẫn {ring} triệu đồng/lượng.",
        ),
        (
            "Trên thế giới, giá vàng giao ngay đạt {ounce} USD/ounce.",
            "Giá vàng thế giới trên sàn Kitco ở mức {ounce} USD/ounce.",
            "Mỗi ounce vàng quốc tế có giá {ounce} USD.",
        ),
        (
            "Giới đầu tư chờ tín hiệu từ Cục Dự trữ Liên bang Mỹ (Fed).",
            "Đồng USD mạnh lên gây áp lực với kim loại quý.",
            "Nhu cầu trú ẩn khiến giá kim loại quý biến động.",
        ),
    ),
}

_HAPPENINGS: Final = tuple(kind for kind in _KINDS if kind != "prices")
# What only one event is about, beside its cast: each paper tells of some of it.
_DETAILS: Final = (
    *("két sắt", "mái tôn", "bình gas", "cầu thang", "hành lang", "máy phát điện", "biển hiệu"),
    *("hợp đồng mẫu", "con dấu", "sổ tiết kiệm", "đất nền", "tiền ảo", "căn cước", "chữ ký số"),
    *("hành lang nhân đạo", "cảng nước sâu", "đường ống", "quan sát viên", "lệnh trừng phạt"),
    *("thẻ đỏ", "quả phạt đền", "mặt cỏ", "đội trưởng", "bản quyền", "cổ động viên", "thủ môn"),
    *("dây chuyền", "phân bón", "kho lạnh", "trái phiếu", "kiểm toán", "xưởng đúc", "cá tra"),
    *("lãi suất", "trú ẩn", "nhẫn trơn", "tỷ giá", "tồn kho", "hạt điều", "gạo nếp", "thép cuộn"),
    *("mưa đá", "sạt lở", "cây đa", "trạm bơm", "đê bao", "bến phà", "cầu treo", "đèo dốc"),
    *("lớp học", "suất ăn", "thư viện", "học bổng", "ký túc xá", "xe buýt", "vé tháng"),
)
_TELLING: Final = (
    "Một chi tiết được chú ý là {detail}.",
    "Nhiều người nhắc tới {detail}.",
    "Liên quan {detail}, các bên chưa đưa ra bình luận.",
    "Hình ảnh {detail} được chia sẻ trên mạng xã hội.",
    "Theo một nhân chứng, {detail} là điều đáng nói nhất.",
)


@dataclass(frozen=True)
class Told:
    """An article: its record's fields as far as stories ask for them, and its event."""

    event: int
    fields: dict[str, Any]


def told(events: int, seed: int = 1, a_day: int = EVENTS_A_DAY) -> Iterator[Told]:
    """Yield the articles about *events* invented events, by the time they were published."""
    random = Random(seed)  # noqa: S311 - the same set every time
    casts = [_cast(random) for _ in range(max(1, events * 2 // 3))]
    priced: set[int] = set()
    articles: list[tuple[datetime, int, int, Told]] = []
    for event in range(events):
        # The cast of an event has part in others; what happens has its own numbers and days.
        day = event // a_day
        begins = _FIRST + timedelta(days=day, hours=random.randrange(18))
        kind = "prices" if day not in priced else random.choice(_HAPPENINGS)
        priced.add(day)
        slots = random.choice(casts) | _happening(random, begins)
        papers = random.sample(PAPERS, random.choice((1, 1, 1, 2, 3, 4, 6)))
        for at, paper in enumerate(papers):
            late = 8 if kind == "prices" else 36  # what a day's price was is no news the day after
            when = begins + timedelta(minutes=random.randrange(late * 60))
            fields = _article(random, kind, slots) | {
                "id": f"{paper}:{event}",
                "publisher": paper,
                "date_published": when.isoformat(),
            }
            articles.append((when, event, at, Told(event, fields)))
    yield from (each for *_, each in sorted(articles, key=lambda article: article[:3]))


def _cast(random: Random) -> dict[str, Any]:
    return {
        "province": random.choice(_PROVINCES),
        "leader": random.choice(_OFFICES),
        "city": _foreigner(random),
        "coach": _person(random),
        "firm": f"{_foreigner(random)} {random.choice(_FIRM_ENDS)}",
        "home": " ".join(random.sample(_SYLLABLES, 2)),
    }


def _happening(random: Random, begins: datetime) -> dict[str, Any]:
    buy = random.randrange(1500, 1900) / 10
    return {
        "details": random.sample(_DETAILS, 5),
        "what": random.choice(("xưởng gỗ", "chung cư mini", "quán karaoke", "kho hàng", "chợ")),
        "ward": " ".join(random.sample(_SYLLABLES, 2)),
        "person": _person(random),
        "lawyer": _person(random),
        "delegate": _foreigner(random),
        "away": " ".join(random.sample(_SYLLABLES, 2)),
        "subject": random.choice(_SUBJECTS),
        "day": f"{begins.day}/{begins.month}",
        "hour": random.randrange(24),
        "dead": random.randrange(2, 15),
        "trucks": random.randrange(5, 40),
        "police": random.randrange(40, 300),
        "loss": random.randrange(3, 900),
        "years": random.randrange(3, 20),
        "victims": random.randrange(60, 9000),
        "hours": random.randrange(2, 9),
        "money": random.randrange(20, 990),
        "goals": f"{random.randrange(2, 6)}-{random.randrange(2)}",
        "round": random.randrange(1, 26),
        "minute": random.randrange(1, 90),
        "percent": random.randrange(3, 60),
        "moves": random.choice(("tăng mạnh", "giảm sâu", "đi ngang", "lập đỉnh mới")),
        "buy": f"{buy:.1f}".replace(".", ","),
        "sell": f"{buy + 2:.1f}".replace(".", ","),
        "ring": f"{buy - 3.5:.1f}".replace(".", ","),
        "ounce": f"{int(buy * 28):,}".replace(",", "."),
    }


def _article(random: Random, kind: str, slots: dict[str, Any]) -> dict[str, Any]:
    headlines, *facts = _KINDS[kind]
    first, *others = (random.choice(wordings) for wordings in facts)
    others = random.sample(others, random.randrange(len(others) - 1, len(others) + 1))
    details = random.sample(slots["details"], 3)
    others += [random.choice(_TELLING).replace("{detail}", each) for each in details]
    sentences = [sentence.format(**slots) for sentence in (first, *others)]
    return {
        "headline": random.choice(headlines).format(**slots),
        "description": sentences[0] if random.random() < 0.5 else None,  # noqa: PLR2004 - of all
        "text": "\n\n".join(sentences),
    }


def _person(random: Random) -> str:
    return " ".join(random.choice(names) for names in (_SURNAMES, _MIDDLES, _GIVEN))


def _foreigner(random: Random) -> str:
    parts = (
        "B D G K L M R S T V",
        "ar en ol ik un es ov in ad",
        "son ski vich mann berg ton ez an",
    )
    return "".join(random.choice(part.split()) for part in parts)
