"""News agencies and papers that others reprint: data, and how their names are compared."""

from typing import Final

from newscrawl.typography import fold

_AGENCIES: Final = """
Reuters|AFP|AP|Associated Press|The Associated Press|UPI|DPA|EFE|ANSA|APA|Belga|ANP|NTB|Ritzau|TT
TASS|ITAR-TASS|RIA Novosti|RIA|Sputnik|Interfax|Ukrinform|Unian|BelTA
Bloomberg|Dow Jones|CNN|BBC|CNBC|NBC|NBC News|ABC News|CBS|CBS News|Fox News|NPR|VOA|RFI|RFA|DW
Al Jazeera|Al-Jazeera|Al Arabiya|Anadolu|Anadolu Agency|Anadolu Ajansı|AA|IRNA|ISNA|Fars|Tasnim
Mehr|SANA|WAM|SPA|KUNA|PTI|ANI|IANS|APP|Kyodo|Kyodo News|Jiji|Jiji Press|NHK|Nikkei|Nikkei Asia
Yonhap|KCNA|Newsis|News1|Xinhua|Tân Hoa xã|Tân Hoa Xã|THX|CCTV|CGTN|CNA|Central News Agency|SCMP
Bernama|Antara|PNA|TNA|Vientiane Times|Khmer Times|AKP|KPL|Bangkok Post|The Straits Times
TTXVN|TTXVN/Vietnam+|TTX|Thông tấn xã Việt Nam|VNA|VNS|VNA/VNS|Vietnam+|VietnamPlus|Vietnam News
Viet Nam News|Bnews|TTO|Getty|Getty Images|EPA|EPA-EFE|Shutterstock|Pixabay|Unsplash|Pexels|iStock
IC|ZUMA|ZUMA Press|Imago|Alamy|Depositphotos|Freepik|Canva|Maxar|Planet Labs|Rex|Splash|Backgrid
Agence France-Presse|Deutsche Presse-Agentur|SID|KNA|epd|Keystone|Keystone-SDA|SDA|PA|PA Media
PA Wire|Press Association|CP|The Canadian Press|AAP|Lusa|Agência Brasil|Notimex|Europa Press
China Daily|Global Times|Hoàn cầu Thời báo|Thời báo Hoàn cầu|Nhân dân Nhật báo|People's Daily
The New York Times|New York Times|NYT|Washington Post|The Washington Post|WSJ|Wall Street Journal
The Wall Street Journal|USA Today|Politico|The Hill|Axios|Newsweek|TIME|Forbes|Fortune|Insider
Business Insider|The Guardian|Guardian|Daily Mail|The Sun|The Mirror|Mirror|The Times|Telegraph
The Telegraph|The Independent|Independent|Financial Times|FT|The Economist|Sky News|Sky Sports
Marca|AS|Goal|ESPN|Spiegel|Der Spiegel|Bild|Die Welt|Le Monde|Le Figaro|El País|Corriere della Sera
Kyiv Independent|Kyiv Post|RT|Izvestia|Kommersant|Haaretz|Times of Israel|Jerusalem Post
Military|Wiki|Wikipedia|Internet|MXH|Facebook
"""

_PAPERS: Final = """
Tuổi Trẻ|Tuổi Trẻ Online|Thanh Niên|Tiền Phong|Người Lao Động|NLĐ|Lao Động|Nhân Dân|Dân trí
VnExpress|VietNamNet|Vietnamnet|Zing|Zing News|Znews|Pháp luật TP.HCM|PLO|Sài Gòn Giải Phóng|SGGP
Hà Nội mới|HNM|Hànộimới|Quân đội nhân dân|QĐND|Công an nhân dân|CAND|An ninh Thủ đô|ANTĐ|VOV|VOV.VN
VTV|VTV News|VTC|VTC News|HTV|VTCNews|Báo Tin tức|baotintuc|Tin tức|Báo Quốc tế|Thế giới & Việt Nam
TG&VN|TGVN|Thế giới và Việt Nam|Báo Chính phủ|Chinhphu.vn|Báo Đầu tư|Đầu tư|Đầu tư Chứng khoán|ĐTCK
Tinnhanhchungkhoan|VnEconomy|Thời báo Kinh tế Việt Nam|Nhịp sống thị trường|Nhịp sống kinh tế
Nhịp sống kinh doanh|Trí thức trẻ|Tổ Quốc|Doanh nghiệp và Tiếp thị|Đời sống và Pháp luật
Đời sống & Pháp luật|Người đưa tin|Sức khỏe và Đời sống|Sức khỏe & Đời sống|Suckhoedoisong
Phụ nữ Việt Nam|Phụ nữ TP.HCM|Phụ nữ|Gia đình và Xã hội|Giáo dục và Thời đại|GD&TĐ|Khám phá|Eva
24h|24h.com.vn|Kenh14|Soha|GenK|CafeF|CafeBiz|Genk|ICTNews|Infonet|Vietnambiz|VietnamFinance
Saigon Times|Kinh tế Sài Gòn|KTSG|Thời báo Tài chính|Thời báo Ngân hàng|Công Thương|Báo Công Thương
Bóng đá|Bongdaplus|Bongda24h|Thể thao & Văn hóa|Thể thao và Văn hóa|Petrotimes|PetroTimes|Năng lượng Mới
Kiến thức|Dân Việt|Nông nghiệp Việt Nam|Kinh tế & Đô thị|Kinhtedothi|Văn hóa|Đại Đoàn Kết|Đại đoàn kết
Giao thông|Báo Giao thông|Xây dựng|Tài nguyên và Môi trường|Vietgiaitri|Markettimes|VNMedia|VietTimes
Thương hiệu và Công luận|Nhà báo và Công luận|Một Thế Giới|Saostar|Ngôi Sao|VietNam Finance|BizLIVE
Diễn đàn doanh nghiệp|Doanh nhân Sài Gòn|Pháp luật Việt Nam|Bảo vệ pháp luật|Công lý|VnMedia|VnReview
"""


def _names(rows: str) -> frozenset[str]:
    return frozenset(fold(name) for row in rows.split("\n") for name in row.split("|") if name)


_KNOWN_AGENCIES: Final = _names(_AGENCIES)
_KNOWN_PAPERS: Final = _names(_PAPERS)
# Words before a name that say what kind of source it is.
_KINDS: Final = (
    "hãng tin",
    "hãng thông tấn",
    "thông tấn xã",
    "đài truyền hình",
    "đài",
    "báo điện tử",
    "nhật báo",
    "tạp chí",
    "báo",
    "tờ",
    "trang tin",
    "trang",
    "kênh",
)
_FOLDED_KINDS: Final = tuple(fold(kind) + " " for kind in _KINDS)


def is_agency(name: str) -> bool:
    """Tell whether *name* is a news agency or a picture agency that other papers take from."""
    return _key(name) in _KNOWN_AGENCIES


def is_paper(name: str) -> bool:
    """Tell whether *name* is a newspaper, station or site known to be reprinted by others."""
    return _key(name) in _KNOWN_PAPERS


def _key(name: str) -> str:
    key = fold(name)
    for kind in _FOLDED_KINDS:
        if key.startswith(kind) and key not in _KNOWN_PAPERS:
            return key.removeprefix(kind)
    return key
