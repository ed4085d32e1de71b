"""News agencies, and papers that others reprint: data, and how printed names are found in it."""

import re
from functools import lru_cache
from typing import Final, Literal

from newscrawl.typography import fold

Kind = Literal["wire", "pictures", "outlet", "paper"]

_NAMES: Final[dict[Kind, str]] = {
    # Agencies that papers take whole pieces from.
    "wire": """
        Reuters|AFP|AP|Associated Press|The Associated Press|UPI|dpa|EFE|ANSA|APA|Belga|ANP
        NTB|Ritzau|PAP|ČTK|Tass|ITAR-TASS|RIA Novosti|RIA|Sputnik|Interfax|Ukrinform|UNIAN
        BelTA|Bloomberg|Dow Jones|Anadolu|Anadolu Agency|Anadolu Ajansı|IRNA|ISNA|Tasnim|SANA|WAM
        SPA|KUNA|PTI|ANI|IANS|Kyodo|Kyodo News|Jiji|Jiji Press|Yonhap|KCNA|Newsis|Xinhua
        Xinhua News Agency
        Tân Hoa xã|THX|Tân Hoa|Central News Agency|Bernama|Antara|AKP|KPL|VNA|VNS|TTXVN|TTX VN|TTX
        Thông tấn xã Việt Nam|Agence France-Presse|Deutsche Presse-Agentur|sid|KNA|epd
        Keystone-SDA|PA Media|PA Wire|Press Association|The Canadian Press|Canadian Press|AAP|Lusa
        Notimex|Press Trust of India|Asian News International|Tanjug|Agerpres|Adnkronos|dpa-AFX
        新华社|中新社|中新网|中央社|共同社|共同通信|時事通信|连合通讯社|韩联社|路透社|法新社|美联社|塔斯社
        연합뉴스|뉴시스|뉴스1|Agence QMI
        Vietnam+|VietnamPlus|Bnews|Europa Press|Prensa Latina|Novosti
    """,
    # Sources of pictures only.
    "pictures": """
        Getty|Getty Images|EPA|EPA-EFE|Shutterstock|Pixabay|Unsplash|Pexels|iStock|iStockphoto
        ZUMA|ZUMA Press|Imago|Alamy|Depositphotos|Freepik|Adobe Stock|Maxar
        Maxar Technologies|Rex|Planet Labs|Splash News|Backgrid|Keystone|picture alliance
        picture-alliance|NurPhoto|Sipa|VCG|Abaca|Magnum|USA TODAY Sports
        Icon Sport|PhotoXpress|Wikimedia|Wikimedia Commons|Wikipedia
    """,
    # Foreign papers, stations and sites.
    "outlet": """
        CNN|BBC|BBC News|BBC Sport|CNBC|NBC|NBC News|ABC News|CBS|CBS News|Fox News|NPR|PBS|VOA|RFI
        RFA|DW|France 24
        Al Jazeera|Al Arabiya|Al Mayadeen|NHK|Nikkei|Nikkei Asia|Asahi|Mainichi|Yomiuri|CCTV|CGTN
        CNA|Channel News Asia|SCMP|South China Morning Post|China Daily|Global Times|Caixin|Sohu
        Sina|Hoàn cầu Thời báo|Thời báo Hoàn cầu|Nhân dân Nhật báo|People's Daily|Taipei Times
        Vientiane Times|Khmer Times|Phnom Penh Post|Bangkok Post|The Nation|The Straits Times
        Straits Times|Jakarta Post|Korea Times|Korea Herald|Chosun Ilbo|JoongAng Ilbo
        The New York Times|New York Times|NYT|Washington Post|The Washington Post|WSJ
        Wall Street Journal|The Wall Street Journal|USA Today|Los Angeles Times|Politico|The Hill
        Axios|Newsweek|TIME|Forbes|Fortune|Insider|Business Insider|The Guardian|Guardian
        Daily Mail|The Sun|The Mirror|Daily Mirror|The Times|The Telegraph|Telegraph
        The Independent|Independent|Financial Times|The Economist|Economist|Sky News|Sky Sports
        Marca|Goal|ESPN|Der Spiegel|Spiegel|Bild|Die Welt|Le Monde|Le Figaro|El País
        Corriere della Sera|Kyiv Independent|Kyiv Post|Izvestia|Kommersant|Haaretz|Times of Israel
        The Times of Israel|Jerusalem Post|Military Watch|Defense News|The Verge|TechCrunch|Wired
        Engadget|GSMArena|MarketWatch|CoinDesk|Oilprice|Kitco|Investing|Barron's
        The Conversation|ProPublica|Project Syndicate
    """,
    # Vietnamese papers, stations and sites.
    "paper": """
        Tuổi Trẻ|Tuổi Trẻ Online|TTO|Thanh Niên|Tiền Phong|Người Lao Động|NLĐ|NLĐO|Lao Động
        Nhân Dân|Dân trí|VnExpress|VietNamNet|VietnamNet|Zing|Zing News|Zingnews|Znews
        Tri thức trực tuyến|Pháp luật TP.HCM|Pháp luật TP Hồ Chí Minh|PLO|Sài Gòn Giải Phóng|SGGP
        Hà Nội mới|Hànộimới|HNM|Quân đội nhân dân|QĐND|Công an nhân dân|CAND|An ninh Thủ đô|ANTĐ
        VOV|VTV|VTV News|VTC|VTC News|HTV|Báo Tin tức
        Vietnam News|Viet Nam News|Thế giới & Việt Nam|TG&VN|TGVN|Thế giới và Việt Nam|Báo Quốc tế
        Báo Chính phủ|Báo Đầu tư|Đầu tư Chứng khoán|ĐTCK|VnEconomy|Thời báo Kinh tế Việt Nam
        Nhịp sống thị trường|Nhịp sống kinh tế|Nhịp sống kinh doanh|Nhịp sống Việt|Trí thức trẻ
        Tri thức trẻ|Tổ Quốc|Doanh nghiệp và Tiếp thị|Doanh nghiệp & Tiếp thị
        Đời sống và Pháp luật|Đời sống & Pháp luật|Đời sống Pháp luật|Người đưa tin
        Sức khỏe và Đời sống|Sức khỏe & Đời sống|Suckhoedoisong|Sức khỏe Đời sống|Phụ nữ Việt Nam
        Phụ nữ TP.HCM|Phụ nữ Thủ đô|Gia đình và Xã hội|Gia đình & Xã hội|Gia đình
        Giáo dục và Thời đại|Giáo dục & Thời đại|GD&TĐ|Kenh14|Kênh 14|Soha|GenK|CafeF|CafeBiz
        ICTNews|ICTnews|Infonet|Vietnambiz|VietnamFinance|Saigon Times|Kinh tế Sài Gòn|KTSG
        KTSG Online|Thời báo Tài chính|Thời báo Tài chính Việt Nam|Thời báo Ngân hàng|Công Thương
        Báo Công Thương|Bongdaplus|Bongda24h|Thể thao & Văn hóa|Thể thao và Văn hóa
        Thể thao Văn hóa|Petrotimes|PetroTimes|Năng lượng Mới|Dân Việt|Nông nghiệp Việt Nam
        Kinh tế & Đô thị|Kinh tế và Đô thị|Kinhtedothi|Đại Đoàn Kết|Báo Giao thông|Báo Xây dựng
        Tài nguyên và Môi trường|Tài nguyên & Môi trường|Vietgiaitri|Markettimes|VietTimes
        Thương hiệu và Công luận|Nhà báo và Công luận|Nhà báo & Công luận|Một Thế Giới|Saostar
        Ngôi Sao|Ngoisao|BizLIVE|Diễn đàn doanh nghiệp|Doanh nhân Sài Gòn|Pháp luật Việt Nam
        Bảo vệ pháp luật|Công lý|VnMedia|VnReview|Khoa học và Đời sống|Khoa học & Đời sống
        Tiền Phong Online|Thanh Niên Online|Báo Kiến thức|Báo Nghệ An|24h|Eva
    """,
}

# What kind of source a name is, as papers print it before the name.
_BEFORE: Final = re.compile(
    r"(?:hãng (?:tin|thông tấn)|thông tấn xã|đài(?: truyền hình| phát thanh)?|nhật báo|tuần báo"
    r"|báo(?: điện tử| mạng)?|tạp chí|tờ(?: báo)?|trang(?: tin| mạng| web)?|kênh"
    r"|agencia|agência|agence|agenzia|agentur|agencja|agentura)\s+",
    re.IGNORECASE,
)
_LISTED: Final = tuple(
    (kind, name.strip())
    for kind, rows in _NAMES.items()
    for row in rows.split("\n")
    for name in row.split("|")
    if name.strip()
)
# A name of one word is compared letter for letter: "AP" and "Goal" are common words elsewhere.
_ONE_WORD: Final = {
    form: kind for kind, name in _LISTED if " " not in name for form in (name.upper(), name)
}
_SEVERAL_WORDS: Final = {fold(name): kind for kind, name in _LISTED if " " in name}


@lru_cache(maxsize=4096)
def kind_of_source(name: str) -> Kind | None:
    """Return what kind of source *name* is known as, None for a name that is not listed.

    Names of several words are compared folded; a name of one word as listed or in capitals. The
    kind of source may stand before it ("Hãng tin Reuters", "báo Tiền Phong").
    """
    known = _ONE_WORD.get(name) or _SEVERAL_WORDS.get(fold(name))
    if known is None and (before := _BEFORE.match(name)):
        return kind_of_source(name[before.end() :])
    return known
