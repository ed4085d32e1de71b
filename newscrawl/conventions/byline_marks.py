"""The marks of bylines: labels, jobs, notes and separators, as patterns for ``byline_parts``."""

import re
from typing import Final

from newscrawl.conventions.name_words import phrases

_OA: Final = "(?:ọa|oạ)"
_WORK: Final = (
    r"tổng hợp|thực hiện|biên dịch|lược dịch|biên soạn|lược ghi|sưu tầm|tường thuật|giới thiệu"
    r"|biên tập|chuyển ngữ|lược thuật|ghi chép|phỏng vấn|đưa tin"
)
_SHORT_WORK: Final = r"t/h|b/d|dịch|ghi|chụp"
_CRAFT: Final = (
    rf"ảnh|hình|hình ảnh|clip|video|đồ h{_OA}|minh h{_OA}|thiết kế|trình bày|kỹ thuật|dựng phim"
    r"|quay phim|giọng đọc|(?:photos?|illustrations?|graphics?|video)(?: by)?|fotos?|images?"
)
CRAFT_LABEL: Final = re.compile(rf"(?:{_CRAFT})\s?:\s*", re.IGNORECASE)
# What a piece may be called before "by" or "von".
_PIECE: Final = (
    r"kommentar|gastbeitrag|gastkommentar|leitartikel|kolumne|glosse|essay|reportage|porträt"
    r"|interview|analyse|analysis|opinion|commentary|review|report|column|texte?|texto|testo"
    r"|chronique|tribune|análisis|opinión"
)
_JOIN: Final = r"\s?(?:,|và|-|–|/|&)\s?"
LABEL: Final = re.compile(
    r"(?:(?:nhóm )?tác giả|người viết|đăng bởi|nhóm phóng viên|nội dung|authors?|reporters?|words"
    r"|text|tekst"
    rf"|(?:tin|bài)(?: viết)?(?:{_JOIN}(?:tin|bài|{_CRAFT}))*|(?:{_CRAFT}){_JOIN}bài"
    rf"|{_WORK}|{_SHORT_WORK})\s?:\s*"
    r"|(?:(?:được )?(?:viết|đăng) bởi|bởi|người (?:đăng|viết)):?\s+(?=[^\W\d_])"
    r"|(?:tác giả,?|(?:nhóm )?(?:phóng viên|pv|ctv|btv)\b\.?:?)\s+(?=[^\W\d_])"
    rf"|(?:written|reported|story|words|text|posted|published|{_PIECE})?\s?by\b\s?:?\s+(?=\S)"
    rf"|(?:(?:eine?|une?|una?)\s)?(?:{_PIECE})\s(?:von|par|por|di|door|av|af)\s+(?=\S)"
    r"|von\sunser(?:em|er)\s[^\W\d_]+\s+(?=\S+\s\S)"
    r"|(?:von|par|por|di|door|av|af|oleh|od)\b\s?:?\s+(?=\S+\s\S|(?-i:[A-Z]{2,5}|dpa|sid)$)"
    r"|(?:oprac|opracował|rozmawiał)a?\b\.?\s?:?\s+(?=\S+\s\S)"
    r"|(?:haber(?:i yazan)?|muhabir|yazan|texto|reportaje|reportagem|por)\s?:\s*(?=\S+\s\S)"
    r"|(?:autor(?:in|a)?(?:/autor(?:in)?)?|auteur(?:e|rice)?|autore|автор|interview)"
    r"(?:\s?:\s*|\s+)(?=\S+\s\S)"
    r"|(?:โดย|ผู้เขียน)\s?:?\s*(?=[ก-๛])"
    r"|(?:本报|本报讯|新华社|本社|[㐀-鿿]{2,6}[／/]\s?|[㐀-鿿]{2,8}(?=(?:記者|记者)\s))?(?:記者|记者|作者|撰文|文(?=\s?[:\uff1a/／])|特派員|特派员)\s?[:\uff1a/／]?\s?(?=[㐀-鿿])",
    re.IGNORECASE,
)
WORK_NOTE: Final = re.compile(
    rf"(?:{_WORK}|{_SHORT_WORK}|th|pv|nhóm pv|bài và ảnh|bài, ảnh|tin, ảnh|(?:dịch )?từ .{{2,40}})",
    re.IGNORECASE,
)
# Short notes are words of names in capitals; behind a name they are printed in lower case.
WORK_AFTER: Final = re.compile(rf"\s*(?:[-–—,]\s*)?(?<![^\s,–—-])(?:(?i:{_WORK})|{_SHORT_WORK})$")
TAIL: Final = re.compile(
    r"\s(?:in|from|for|aus|für|tại)(?:\s\S+){1,4}$"
    r"|\s?(?:기자|특파원|선임기자|인턴기자|記者|记者)$|[／/][㐀-鿿]{2,6}(?:報導|報道|报道|電|讯)$",
    re.IGNORECASE,
)
OTHERS: Final = re.compile(
    r"\s*(?:và|and|et|und)\s(?:[0-9]+|các|những)\s(?:tác giả|others?)\b.*$",
    re.IGNORECASE,
)
BRACKETS: Final = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
BETWEEN: Final = re.compile(
    r"\s*[;|•·+]\s*|\s*[,、]\s*(?:(?:và|and)\s)?\s*|\s+[-–—]\s*|\s*[-–—]\s+"
    r"|\s+(?:và|VÀ|Và|and|AND|&|und|et|og|och|cùng)\s+"
    # Short words that names hold too part two whole names ("Ortega y Gasset" is one).
    r"|(?<=\w)\s+(?:y|e|en|a|i|ja|ve|dan|oraz|и|та)\s+(?=[^\W\d_a-z]\w+\s\w)"
    r"|\s+(?:with|avec|mit|con|met|med)\s+(?=[^\W\d_a-z])"
    rf"|\.?\s+(?=(?i:{_CRAFT})\s?:)"
)
FROM: Final = re.compile(
    r"(?:^|[\s(\[]+)(?:(?:tổng hợp|lược dịch|dịch|biên dịch)\s+(?:theo|từ)|theo|nguồn\s?:"
    r"|dẫn nguồn)\s*:?\s+",
    re.IGNORECASE,
)
# What no person is called: "Báo Cửu Long".
ORGAN: Final = re.compile(
    r"(?:Báo|Tạp chí|Đài|Trang (?:thông )?tin|Cổng thông tin|Thông tấn xã)\s+(?=\S)"
    r"|(?:BÁO|TẠP CHÍ|ĐÀI (?:PHÁT|TRUYỀN|TIẾNG)|TRANG (?:THÔNG )?TIN|CỔNG THÔNG TIN|THÔNG TẤN XÃ)"
    r"\s+(?=\S)"
)
ADDRESS: Final = re.compile(r"[<(]?(?:https?://\S+|www\.\S+|\S+@\S+|(?<!\S)@\w+)")
NOBODY: Final = phrases("""
    PV|P.V|N.P.V|Nhóm PV|Nhóm P.V|Phóng viên|Nhóm phóng viên|Ban Biên tập|BBT|BTV|CTV|Tòa soạn
    PV (t/h)|Nhóm PV (t/h)|Phóng viên thường trú|PVTT|Nhóm CTV|Tổ PV|Tổ phóng viên
""")
PSEUDONYMS: Final = NOBODY | phrases("""
    Bởi|Viết bởi|Đăng bởi|Được viết bởi|Người đăng|Người viết|By|Von|Par|Por
    Administrator|Super User|Quản trị viên|Quản trị
    Media|Admin|Tác giả|Thông tin|Thông tin doanh nghiệp|Thông tin cần biết|Nhóm tác giả|Online
    Nhiều tác giả|Tổng hợp|TH|Bạn đọc|Editor|Editors|Newsroom|Redaktion|Editorial Board|News Desk
    Web Desk|Staff|VCCorp.vn|Quảng cáo|PR|Sponsored|Advertorial|Tin tức|Truyền thông|Author|Unknown
    Anonymous|Nachrichten|Aktuelles|Actualité|Actualités|Noticias|Notizie|Nieuws
    The Editorial Board|Agencies|Wire Services
""")
_OFFICE: Final = (
    r"redaktion(?:en)?|redacción|redaccion|rédaction|redazione|redação|redactie|redakcja|redakce"
    r"|redaksjonen|newsdesk|news desk|newsroom|staff|web desk|agencies"
)
DESK: Final = re.compile(
    r"(?:nhóm|tổ) (?:pv|phóng viên)\b[^:;,–-]*"
    rf"|(?:(?:die|la|our|onze|the)\s)?(?:{_OFFICE})(?:\s(?-i:\S*[.A-Z]\S*)){{0,2}}"
    rf"|\S+(?:\s\S+)?[\s-](?:{_OFFICE})",
    re.IGNORECASE,
)
DEGREE_BEHIND: Final = re.compile(r"(?<=\w)\s(?:Ph\.?\s?D|M\.D|MD|MSc|MBA|MPH|FRCP)\.?$")
# Dots that end names are theirs: "Sam Smith Jr."
ABBREVIATED: Final = re.compile(r"\s(?:jr|sr)\.$", re.IGNORECASE)
# A job that stands behind a name without a comma.
JOB_BEHIND: Final = re.compile(
    r"(?<=\w\s)(?:(?:senior|chief|deputy|associate|assistant|staff|special|freelance|news|political"
    r"|politics|business|economics?|money|consumer|health|science|tech|technology|environment"
    r"|education|transport|crime|court|legal|home|world|foreign|diplomatic|defence|defense"
    r"|security|royal|showbiz|entertainment|culture|arts|media|travel|lifestyle|sports?|football"
    r"|audience|digital|multimedia|data|local|city|national|international|european?|features?"
    r"|investigations?|affairs|us|uk)\s)*"
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|contributor|producer|analyst"
    r"|redakteur(?:in)?|korrespondent(?:in)?|reporterin)\b.*$",
    re.IGNORECASE,
)
WITH: Final = re.compile(r"^(?:with|avec|mit|con|met|med)\s+", re.IGNORECASE)
JOINED: Final = re.compile(r"^(?:und|and|et|og|och|và)\s+", re.IGNORECASE)
MOST_BEHIND: Final = 3
JOB: Final = re.compile(
    r"(?:[\w'’&-]+\s){0,5}(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?"
    r"|contributors?|producers?|analysts?|staff|redakteur(?:in)?|korrespondent(?:in)?|phóng viên"
    r"|biên tập viên|cộng tác viên|professors?|lecturers?|fellows?|researchers?|economists?"
    r"|historians?|lawyers?|directors?|founders?|rep[óo]rter(?:es)?|jornalistas?|periodistas?"
    r"|redactor(?:a|es)?|journalistes?|giornalist[aie]|correspondentes?|corresponsal(?:es)?"
    r"|muhabir(?:i|leri)?|dziennikar(?:z|ka|ze)|redaktør|journalister?)\b.{0,40}|(?:ph\.?d|md|msc|mba)\.?"
    r"|special to .{2,40}"
    r"|(?:the\s)?(?:university|universität|université|universidad|università|institute) .{2,40}"
    r"|(?:\S+\s){1,4}(?:university|institute)",
    re.IGNORECASE,
)
# A role that names nobody, even where a page calls it a person.
NAMELESS: Final = re.compile(
    r"(?:(?:our|an?|the|staff|guest|special|senior|freelance|web|online)\s)*"
    r"(?:contributor|reporter|writer|correspondent|editor|journalist|author|staff)s?"
    r"|special to .+",
    re.IGNORECASE,
)
# What a reprint says of itself, and no more: "This article first appeared in X."
FIRST_PRINTED: Final = re.compile(
    r"(?:(?:this|the) (?:article|story|piece|essay|report) )?(?:was )?(?:first|originally) "
    r"(?:published|appeared|printed|posted) (?:in|on|by|at|with) (.+)"
    r"|(?:dieser|der) (?:artikel|text|beitrag) (?:ist |erschien |wurde )?(?:zuerst|ursprünglich) "
    r"(?:erschienen |veröffentlicht )?(?:bei|in|im|auf|von) (.+?)(?: erschienen| veröffentlicht)?"
    r"|(?:cet article (?:a été|est) )?(?:publié|paru) initialement (?:dans|sur|par) (.+)"
    r"|(?:este artículo (?:fue|se) )?(?:publicado|publicó) originalmente (?:en|por) (.+)",
    re.IGNORECASE,
)
