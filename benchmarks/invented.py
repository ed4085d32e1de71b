"""Invented Vietnamese news with what papers do to each other's: the labelled set of duplicates.

Everything comes from the seed. The words are syllables that Vietnamese could have, with those that
hold sentences together as often as in print, so that two articles share a few phrases and no more.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, product
from typing import Any, Final, NamedTuple

Paragraphs = list[str]

_ONSETS: Final = "b c ch d đ g h kh l m n nh ng ph qu r s t th tr v x"
_RIMES: Final = (
    "a an ang anh ao ay ăn ăng ân âng âu em en eo ê ên i iên iêu in inh o oan oi ong ô ông ơ ơi ơn "
    "u uân ui un ung uôn uông ươi ương ưng y"
)
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_FUNCTION: Final = (
    "của và là có được trong các cho với đã những một không người này ra đến từ khi vào để về sẽ "
    "tại cũng nhiều trên như đó theo năm sau hơn còn phải nhưng nếu thì bị rất do đang nên mà đồng "
    "việc làm số nhất qua lại cùng trước hai"
)
_PHRASES: Final = (
    "cho biết trong thời gian tới",
    "theo thông tin từ cơ quan chức năng",
    "trên địa bàn thành phố",
    "tính đến thời điểm hiện tại",
    "so với cùng kỳ năm trước",
    "ủy ban nhân dân tỉnh",
    "trao đổi với phóng viên",
    "tiếp tục theo dõi diễn biến",
)
_SURNAMES: Final = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai"
_GIVEN: Final = "An Bình Chi Dũng Giang Hà Khánh Lan Minh Nam Oanh Phúc Quân Sơn Thảo Uyên"
_PLACES: Final = (
    *("Bắc Lũng", "Nam Khê", "Đông Hà", "Tây Sơn", "Vĩnh Lạc", "Phú Thạnh", "Long Hải", "Hòa Lâm"),
    *("An Điền", "Cẩm Trung", "Quảng Thái", "Yên Mỹ", "Kim Lộc", "Tân Bửu", "Thượng Giang"),
)
_CLUBS: Final = (
    *("Sông Hồng", "Đất Mũi", "Cao Nguyên", "Biển Đông", "Thành Nam", "Cảng Mới", "Đồi Chè"),
    "Làng Gốm",
)


class Pair(NamedTuple):
    """Two articles; ``is_like`` says whether the second one is made of the first."""

    kind: str
    first: Paragraphs
    second: Paragraphs
    is_like: bool


class Newsroom:
    """Writes articles, and does to them what newspapers do."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        syllables = [
            onset + rime[:1] + tone + rime[1:]
            for onset, rime, tone in product(_ONSETS.split(), _RIMES.split(), _TONES)
        ]
        self.chance.shuffle(syllables)
        self._words = syllables
        self._function = _FUNCTION.split()
        self._weights = list(accumulate(1 / (rank + 30) for rank in range(len(syllables))))

    def words(self, count: int) -> list[str]:
        """Return so many words as they may follow each other."""
        chance = self.chance
        rare = iter(chance.choices(self._words, cum_weights=self._weights, k=count))
        return [
            chance.choice(self._function) if chance.random() < 0.35 else next(rare)
            for _ in range(count)
        ]

    def person(self) -> str:
        """Return a name."""
        surname = self.chance.choice(_SURNAMES.split())
        middle, given = self.chance.sample(_GIVEN.split(), 2)
        return f"{surname} {middle} {given}"

    def sentence(self) -> str:
        """Return a sentence of 10 to 30 words; one in three has a name, a place or a number."""
        chance = self.chance
        words = self.words(chance.randint(10, 26))
        insert = [
            lambda: f"ông {self.person()}",
            lambda: f"tại {chance.choice(_PLACES)}",
            lambda: f"{chance.randint(2, 9999)} {chance.choice(self._words[:300])}",
            lambda: chance.choice(_PHRASES),
        ]
        for _ in range(chance.randint(0, 2)):
            words.insert(chance.randint(1, len(words) - 1), chance.choice(insert)())
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraph(self, sentences: int = 0) -> str:
        """Return a paragraph."""
        return " ".join(self.sentence() for _ in range(sentences or self.chance.randint(1, 4)))

    def article(self, least: int = 5, most: int = 16) -> Paragraphs:
        """Return an article of so many paragraphs."""
        return [self.paragraph() for _ in range(self.chance.randint(least, most))]

    def edited(self, article: Paragraphs, share: float) -> Paragraphs:
        """Return *article* with that share of its words replaced, dropped or set before others."""
        return [" ".join(self._edited(each.split(), share)) for each in article]

    def _edited(self, words: list[str], share: float) -> Iterator[str]:
        for word in words:
            if self.chance.random() >= share:
                yield word
                continue
            how = self.chance.random()
            if how < 0.8:
                yield self.words(1)[0]
            elif how < 0.9:
                yield from (*self.words(1), word)

    def excerpt(self, article: Paragraphs, *, is_prefix: bool) -> Paragraphs:
        """Return half of the words or more, in one piece, cut at a sentence."""
        sentences = [
            (each + ".", at) for at, p in enumerate(article) for each in p[:-1].split(". ")
        ]
        total = sum(len(each.split()) for each, _ in sentences)
        wanted = self.chance.uniform(0.5, 0.9) * total
        start = 0
        if not is_prefix:
            most = total - wanted
            skipped, goal = 0, self.chance.uniform(0, most)
            while skipped + len(sentences[start][0].split()) <= goal:
                skipped += len(sentences[start][0].split())
                start += 1
        kept: dict[int, list[str]] = {}
        count = 0
        for each, at in sentences[start:]:
            if count >= wanted:
                break
            kept.setdefault(at, []).append(each)
            count += len(each.split())
        return [" ".join(each) for each in kept.values()]

    def reordered(self, article: Paragraphs, *, by_sentence: bool) -> Paragraphs:
        """Return *article* with its paragraphs, or all its sentences, in another order."""
        if not by_sentence:
            return self.chance.sample(article, len(article))
        sentences = " ".join(article)[:-1].split(". ")
        self.chance.shuffle(sentences)
        return [". ".join(sentences[at : at + 3]) + "." for at in range(0, len(sentences), 3)]

    def extended(self, article: Paragraphs) -> Paragraphs:
        """Return *article* with up to half as many paragraphs added, anywhere."""
        longer = list(article)
        for _ in range(self.chance.randint(1, max(1, len(article) // 2))):
            longer.insert(self.chance.randint(0, len(longer)), self.paragraph())
        return longer

    def mixed(self, article: Paragraphs, share: float, *, is_first: bool) -> Paragraphs:
        """Return *article* with other words for that share of its first or its last ones."""
        sentences = [each + "." for p in article for each in p[:-1].split(". ")]
        kept = sentences[::-1] if is_first else sentences
        least = (1 - share) * sum(len(each.split()) for each in sentences)
        while sum(len(each.split()) for each in kept[:-1]) >= least:
            kept = kept[:-1]
        own: Paragraphs = []
        while sum(len(each.split()) for each in own) < least * share / (1 - share):
            own.append(self.sentence())
        kept = kept[::-1] if is_first else kept
        told = [*own, *kept] if is_first else [*kept, *own]
        return [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]

    def corrected(self, article: Paragraphs) -> Paragraphs:
        """Return *article* with one number changed."""
        number = self.chance.randint(10000, 99999)
        told = f"Tổng cộng có {{}} {' '.join(self.words(6))}."
        article[:] = [*article, told.format(number)]
        return [*article[:-1], told.format(number + 1)]

    def quotation(self, words: int) -> str:
        """Return what somebody said, in about so many words."""
        said = ""
        while len(said.split()) < words:
            said += f" {self.sentence()}"
        return f"Ông {self.person()} nói: “{said.strip()}”"


def pairs(seed: int, count: int) -> Iterator[Pair]:
    """Yield *count* pairs of each kind, made from *seed*."""
    room = Newsroom(seed)
    for _ in range(count):
        for kind, change in CHANGES.items():
            article = room.article()
            changed = change(room, article)
            yield Pair(kind, article, changed, is_like=True)
        table = room.chance.choice(TEMPLATES)(room)
        yield Pair("template copied", table, list(table), is_like=True)
        for kind, write in _OTHERS.items():
            yield Pair(kind, *write(room), is_like=False)


def _edited(share: float) -> Callable[[Newsroom, Paragraphs], Paragraphs]:
    return lambda room, article: room.edited(article, share)


CHANGES: Final[Mapping[str, Callable[[Newsroom, Paragraphs], Paragraphs]]] = {
    **{f"{share:.0%} edited": _edited(share) for share in (0.02, 0.05, 0.1, 0.2, 0.3)},
    "copied": lambda _, article: list(article),
    "prefix": lambda room, article: room.excerpt(article, is_prefix=True),
    "excerpt": lambda room, article: room.excerpt(article, is_prefix=False),
    "sentences reordered": lambda room, article: room.reordered(article, by_sentence=True),
    "paragraphs reordered": lambda room, article: room.reordered(article, by_sentence=False),
    "paragraphs added": lambda room, article: room.extended(article),
    "one number changed": lambda room, article: room.corrected(article),
    "own first quarter": lambda room, article: room.mixed(article, 0.25, is_first=True),
    "own last quarter": lambda room, article: room.mixed(article, 0.25, is_first=False),
}
"""What papers make of an article; the article itself may be given what is to be changed in it."""


def _unrelated(room: Newsroom) -> tuple[Paragraphs, Paragraphs]:
    return room.article(), room.article()


def _shared_quote(room: Newsroom) -> tuple[Paragraphs, Paragraphs]:
    texts = room.article(3, 8), room.article(3, 8)
    said = room.quotation(room.chance.randint(30, 150))
    for text in texts:
        text.insert(room.chance.randint(1, len(text)), said)
    return texts


def _shared_closing(room: Newsroom) -> tuple[Paragraphs, Paragraphs]:
    closing = [room.paragraph() for _ in range(room.chance.randint(1, 2))]
    return [*room.article(4, 9), *closing], [*room.article(4, 9), *closing]


def _closed_brief(room: Newsroom) -> tuple[Paragraphs, Paragraphs]:
    closing = [room.paragraph() for _ in range(room.chance.randint(1, 2))]
    briefs = [room.paragraph(room.chance.randint(1, 3)) for _ in range(2)]
    return [briefs[0], *closing], [briefs[1], *closing]


def _third_copied(room: Newsroom) -> tuple[Paragraphs, Paragraphs]:
    article = room.article()
    return article, room.mixed(article, 2 / 3, is_first=bool(room.chance.getrandbits(1)))


def _same_subject(room: Newsroom) -> tuple[Paragraphs, Paragraphs]:
    """Two articles with the same persons, places and figures, and no common sentence."""
    facts = [f"ông {room.person()}", f"{room.chance.randint(1000, 9999)} tỷ đồng", *_PLACES[:2]]
    told = [[f"{room.sentence()[:-1]} {fact}." for fact in facts] for _ in range(2)]
    return [*told[0], *room.article(3, 8)], [*told[1], *room.article(3, 8)]


def _filled(template: Callable[[Newsroom], Paragraphs]) -> Callable[[Newsroom], Any]:
    return lambda room: (template(room), template(room))


def _gold(room: Newsroom) -> Paragraphs:
    chance = room.chance
    number = chance.randint

    def price() -> str:
        return f"{number(70, 160)},{number(10, 99)}"

    brands = ("Rồng Vàng", "Kim Ngọc", "Phú Quý Mới", "Bảo Châu")
    rows = [
        f"Vàng miếng {brand} được niêm yết ở mức {price()} triệu đồng mỗi lượng mua vào và "
        f"{price()} triệu đồng mỗi lượng bán ra, {chance.choice(('tăng', 'giảm'))} "
        f"{number(100, 900)} "
        "nghìn đồng so với phiên trước."
        for brand in brands
    ]
    return [
        (
            f"Giá vàng hôm nay {number(1, 28)}/{number(1, 12)}: thị trường trong nước mở cửa phiên "
            "giao dịch buổi sáng với biến động đáng chú ý ở các thương hiệu lớn."
        ),
        *rows,
        (
            f"Trên thị trường thế giới, giá vàng giao ngay đứng ở mức {number(1800, 4200)},"
            f"{number(1, 9)} đô la mỗi ounce, {chance.choice(('cao', 'thấp'))} hơn {number(2, 60)} "
            "đô la so với cùng giờ ngày hôm qua. Quy đổi theo tỷ giá của ngân hàng, chưa gồm "
            f"thuế và phí, vàng thế giới tương đương {price()} triệu đồng mỗi lượng."
        ),
        "Giới phân tích khuyên người mua thận trọng khi chênh lệch giữa giá mua và bán còn rộng.",
    ]


def _weather(room: Newsroom) -> Paragraphs:
    number, choice = room.chance.randint, room.chance.choice
    skies = ("nhiều mây, có mưa vài nơi", "ít mây, ngày nắng", "có mưa rào và dông rải rác")
    rows = [
        f"{place}: {choice(skies)}, gió nhẹ, nhiệt độ thấp nhất {number(12, 24)} độ, cao nhất "
        f"{number(25, 38)} độ, độ ẩm {number(50, 98)} phần trăm."
        for place in _PLACES[:7]
    ]
    return [
        (
            f"Dự báo thời tiết ngày {number(1, 28)}/{number(1, 12)} của trung tâm khí tượng "
            "thủy văn cho các vùng trong cả nước như sau:"
        ),
        *rows,
        "Trong mưa dông có khả năng xảy ra lốc, sét, mưa đá và gió giật; người dân cần đề phòng.",
    ]


def _lottery(room: Newsroom) -> Paragraphs:
    def draw(digits: int, times: int) -> str:
        return ", ".join(f"{room.chance.randrange(10**digits):0{digits}}" for _ in range(times))

    prizes = ("đặc biệt", "nhất", "nhì", "ba", "tư", "năm", "sáu", "bảy")
    day = f"{room.chance.randint(1, 28)}/{room.chance.randint(1, 12)}"
    return [
        (
            f"Kết quả xổ số kiến thiết miền Bắc ngày {day} được quay thưởng lúc 18 giờ 15 phút tại "
            "trường quay của công ty xổ số kiến thiết thủ đô, mời bạn đọc theo dõi và đối chiếu vé."
        ),
        *(f"Giải {name}: {draw(5 - at // 3, 1 + at)}." for at, name in enumerate(prizes)),
        "Vé trúng thưởng được lĩnh trong vòng 30 ngày kể từ ngày mở thưởng tại các đại lý.",
    ]


def _league(room: Newsroom) -> Paragraphs:
    number = room.chance.randint
    clubs = room.chance.sample(_CLUBS, len(_CLUBS))
    rows = [
        f"{at}. {club}: đã đấu {number(5, 30)} trận, thắng {number(0, 20)}, hòa {number(0, 9)}, "
        f"thua {number(0, 15)}, hiệu số {number(1, 40)}, được {number(1, 70)} điểm."
        for at, club in enumerate(clubs, 1)
    ]
    return [
        (
            f"Bảng xếp hạng giải vô địch quốc gia sau vòng {number(1, 30)} được ban tổ chức "
            "công bố ngay khi lượt trận cuối trong ngày khép lại, nhiều xáo trộn ở hai đầu bảng."
        ),
        *rows,
        "Hai đội đứng đầu giành vé dự cúp châu lục, đội cuối bảng xuống hạng, đội áp chót đá thêm.",
    ]


def _fixture(room: Newsroom) -> Paragraphs:
    number, choice = room.chance.randint, room.chance.choice
    home, away = room.chance.sample(_CLUBS, 2)
    return [
        (
            f"Nhận định trận {home} gặp {away}, {number(17, 21)} giờ ngày "
            f"{number(1, 28)}/{number(1, 12)}: trận đấu trên sân {choice(_PLACES)} được chờ đợi."
        ),
        (
            f"Trong {number(5, 12)} lần gặp nhau gần nhất, {home} thắng {number(1, 5)} và thua "
            f"{number(1, 5)}. Huấn luyện viên {room.person()} không có {room.person()} trong tay."
        ),
        (
            f"Phía bên kia, {away} mới giành {number(1, 15)} điểm trên sân khách và để thủng lưới "
            f"{number(3, 30)} bàn. Tiền đạo {room.person()} đã ghi {number(1, 20)} bàn từ đầu mùa."
        ),
        f"Đội hình dự kiến của {home}: {', '.join(room.person() for _ in range(6))}.",
        f"Đội hình dự kiến của {away}: {', '.join(room.person() for _ in range(6))}.",
        f"Dự đoán tỷ số: {home} {number(0, 4)} - {number(0, 4)} {away}.",
    ]


TEMPLATES: Final = (_gold, _weather, _lottery, _league, _fixture)
"""Frames that newspapers fill anew every day."""

_OTHERS: Final[Mapping[str, Callable[[Newsroom], Any]]] = {
    "unrelated": _unrelated,
    "same subject": _same_subject,
    "shared quotation": _shared_quote,
    "shared closing": _shared_closing,
    "brief, shared closing": _closed_brief,
    "a third copied": _third_copied,
    "gold prices": _filled(_gold),
    "weather": _filled(_weather),
    "lottery": _filled(_lottery),
    "league table": _filled(_league),
    "match preview": _filled(_fixture),
}
