"""What papers print around every article: whole lines and their shapes, by role. Only data.

Lines seen first-hand on saved pages, in crawlers' code, or common to the trade. Of whole lines
letter case, tone placement and punctuation do not count, of shapes letter case alone.
"""

from typing import Final, Literal

Role = Literal[
    "related",  # heads the article's own list of other articles; the body may go on after it
    "more",  # heads a site-wide list: the article is over
    "pointer",  # points to another article, behind it or on the next line
    "tags",  # heads the article's tags, or holds them
    "follow",  # asks to follow the paper; stands right below the lead
    "noise",  # a button, a counter, a widget: dropped, and nothing else
    "comments",  # the readers' comments or the form for them: the article is over
    "contact",  # an address or a telephone number: imprint, unless the article goes on
    "footer",  # the site's imprint: the article is over
    "junk",  # debris of scripts and encodings
    "missing",  # the page says that the article does not exist
    "challenge",  # the page asks to prove that a person reads it
]

LINES: Final[dict[Role, str]] = {
    "related": """
        Tin liên quan|Bài liên quan|Bài viết liên quan|Các bài liên quan|Tin bài liên quan
        Liên quan
        Các tin liên quan|ĐỌC NGAY|Tham khảo thêm|TIN MỚI|Tin cùng chủ đề
        Cùng chủ đề|Bài cùng chủ đề|Tin cùng sự kiện|Cùng sự kiện|Bài đọc thêm
        Tin nên đọc|Xem thêm các tin|Related|Related articles|Related stories|Related news
        Related content|Related topics|Related posts|Related coverage|Read next|Up next|Read more
        À lire aussi|Lire aussi|Sur le même sujet|Lesen Sie auch|Mehr zum Thema|Lea también
        Leia também|Te puede interesar|Leggi anche|Lees ook|Czytaj także|Читайте также|Baca juga
        Notícias relacionadas|Matérias relacionadas|Veja também|Noticias relacionadas|Lee también
        Articles liés|Articoli correlati|Verwandte Artikel|Läs också|Läs mer|Les også|Læs også
        Lue myös|Zobacz też|Zobacz także|İlgili haberler|Читайте також|Διαβάστε επίσης|関連記事
        관련기사|相关新闻|相關新聞|ข่าวที่เกี่ยวข้อง|ये भी पढ़ें|اقرأ أيضا
    """,
    "more": """
        Đọc thêm|Tin cùng chuyên mục|Bài cùng chuyên mục|Cùng chuyên mục|Tin khác|Các tin khác
        Bài khác|Bài viết khác|Tin tức khác|Tin cũ hơn|Các tin cũ hơn|Tin mới hơn|Tin mới nhất
        Tin mới cập nhật|Bài mới nhất|Mới cập nhật|Tin nổi bật|Tin chính|Nổi bật|Tiêu điểm
        Tin tiêu điểm|BBC giới thiệu
        Tin nóng|Tin hot|Tin trong ngày|Tin xem nhiều|Tin đọc nhiều|Bài đọc nhiều|Đọc nhiều nhất
        Xem nhiều nhất|Có thể bạn quan tâm|Bạn có thể quan tâm|Bạn có thể thích|Đừng bỏ lỡ
        Đáng đọc|Đáng quan tâm|Được quan tâm|Có thể bạn muốn đọc|Tin đáng đọc|Mới - Nóng
        Tin cùng mục|Xem thêm trên Báo Đầu Tư|Dòng sự kiện|Chuyên mục khác|Tin tài trợ
        More stories|More news|More from this section|More on this story|Latest news|Latest
        Latest stories|Most read|Most popular|Popular|Trending|Trending now|Top stories
        Editors' picks
        Recommended|Recommended for you|You may also like|You might also like|You may like
        More|Don't miss|From around the web|Sponsored content|Promoted stories
    """,
    "pointer": """
        Xem thêm|Đọc tiếp|Xem tiếp
    """,
    "tags": """
        Chủ đề|Từ khóa|Xem thêm về|Tags|Tag|Thẻ|Topics|Keywords|Filed under|Tagged|Các từ khóa
        Từ khóa liên quan|Chủ đề liên quan
    """,
    "follow": """
        Theo dõi chúng tôi|Follow us|Follow us on
    """,
    "noise": """
        Chia sẻ|Chia sẻ bài viết|Chia sẻ qua|Chia sẻ lên|Chia sẻ ngay|Chia sẻ Facebook
        Partager|Partager l'article|Offrir l'article|Teilen|Drucken|Compartir|Compartilhar|Imprimir
        Imprimer|Condividi|Stampa|Delen|Udostępnij|Bagikan
        Share|Share this|Share this article|Share on Facebook|Share on X|Share on Twitter|Shares
        Sao chép|Sao chép liên kết|Copy link|Lấy link|Link bài gốc|Đã sao chép
        Copy link thành công
        Lưu|Lưu bài|Lưu bài viết|Bỏ lưu|In|In bài|In bài viết|Print|Save|Email|E-mail|Mail
        Gửi email
        Gửi mail|Gửi cho bạn bè|Gửi bài viết|Góp ý|Phản hồi|Báo lỗi|Quay lại|Quay lại bài viết
        Trở lại|Trở lại chủ đề|Trở về|Về trang chủ|Về trang Chủ đề|Lên đầu trang|Đầu trang
        Back to top|Top|Back
        Nghe đọc bài|Nghe bài viết|Nghe|Đọc bài|Đọc bài viết|0:00|1x|Giọng đọc|Nữ miền Bắc
        Nam miền Bắc
        Nữ miền Nam|Nam miền Nam|Giọng nữ|Giọng nam|Tốc độ đọc|Dừng đọc|Listen
        Listen to this article
        Chọn cỡ chữ|Nhỏ hơn|Lớn hơn|Mở trang
        Cỡ chữ|A A|Aa|Cỡ chữ lớn|Quảng cáo|ADVERTISEMENT|Advertisements|Ad|Ads|Tài trợ
        Sponsored|Xem các bài viết của tác giả|Xem thêm của tác giả|Đóng|Đóng lại|Hủy|Close|Menu
        Tìm kiếm|Search
        Tuổi Trẻ Online Newsletters|Đăng ký ngay để nhận gói tin tức mới|Đăng ký nhận tin|Đăng ký
        Tuổi Trẻ Online sẽ gởi đến bạn những tin tức nổi bật nhất|Đăng ký tại đây|Đăng ký email
        Đăng ký nhận bản tin|Nhận bản tin|Newsletter|Subscribe|Sign up|Sign in|Log in|Login
        Register
        Sign up for our newsletter|Đăng nhập|Đăng xuất|Tạo tài khoản|Tài khoản|Thoát
        Trở thành người đầu tiên tặng sao cho bài viết|Tặng sao|Tặng sao cho thành viên
        Tặng sao cho bài viết hay|Chuyển sao tặng cho thành viên|Hoặc nhập số sao|Bạn đang có|sao
        Số sao không đủ|Nạp thêm sao|Tặng sao thành công|Tặng sao không thành công|Bạn đã tặng
        Cho tác giả|Hoàn thành|Hoàn tất|Hủy bỏ|Thanh toán|Số sao có thêm|Tuổi Trẻ Sao
        Đã có lỗi xảy ra, mời bạn quay lại bài viết và thực hiện lại thao tác
        Thông tin tài khoản|Thông tin tài khoản ngày|Tài khoản được sử dụng đến ngày
        Trong tài khoản|Tổng số tiền thanh toán: 0đ
        x1|x5|x10|Google News|Google|Zalo|Facebook|Twitter|Twitter / X|X|Messenger|Telegram
        LinkedIn
        Viber|WhatsApp|Pinterest|YouTube|TikTok|Instagram|Bluesky|Threads|Fanpage|Reddit|RSS Feed
        Theo dõi|Quan tâm|Thích|Like|Bình chọn|Xem theo ngày|Xem|Chọn ngày|Xem trang|Toàn màn hình
        Tất cả chuyên mục|Tất cả|Xem tất cả|Xem chi tiết|Chi tiết|Thu gọn|Mở rộng|Rút gọn
        See more|View more|Show more|Load more|See all|Tải thêm|Mục lục|Nội dung chính
        Back to E-magazine|E-magazine|Emagazine|Multimedia|Infographic|Longform
        Megastory
        Trang chủ|Home|Trang trước|Trang sau|Next|Previous|Prev|Tiếp|Trước|Sau|Bài trước|Bài sau
        Xem video|Video đang được xem nhiều|Play|Pause|Phát|Tạm dừng|Tắt tiếng|Ẩn|Hiện|Video|Ảnh
        Photo
        Podcast|Podcasts|English|Tiếng Việt|Phiên bản Tiếng Việt|Skip to content
        Skip to main content
        Chuyển đến nội dung|Your browser doesn’t support HTML5|Your browser does not support HTML5
        Your browser does not support the video tag|Trình duyệt của bạn không hỗ trợ HTML5
        Đặt báo|Đặt mua báo|Cần biết|Rao vặt|Đang tải|Loading|Xin chào|Thông báo|Bạn đang đọc
        Like us on Facebook or follow us on Twitter to get the latest news about Vietnam!
        Mời bạn đón đọc|Hết|Ủng hộ tác giả|Bạn thấy bài viết thế nào?|Tính năng|Chế độ tối
        Dark mode
        Tác giả|News google|Icon|Avatar|Logo|Ảnh đại diện|Author|Share icon|Search icon
        Reader view|Reader mode|Chế độ đọc|Giới thiệu|Liên hệ|Tuyển dụng|Tải ứng dụng
    """,
    "comments": """
        Bình luận|Ý kiến|Thảo luận|Ý kiến bạn đọc|Ý kiến của bạn|Bình luận của bạn|Gửi bình luận
        Gửi ý kiến|Gửi|Viết bình luận|Viết bình luận của bạn|Bình luận bài viết này|Thêm bình luận
        Hãy là người đầu tiên bình luận|Hãy là người bình luận đầu tiên|Chưa có bình luận
        Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận|Hiện chưa có bình luận nào
        Chưa có bình luận nào|Được quan tâm nhất|Quan tâm nhất|Mới nhất|Cũ nhất
        Xem các bình luận trước
        Xem thêm bình luận|Xem tất cả bình luận|Bình luận được gửi thành công|Bình luận thành công
        Bạn cần đăng nhập để thực hiện chức năng này!|Vui lòng nhập tiếng Việt có dấu
        Vui lòng gõ tiếng Việt có dấu
        Ý kiến của bạn sẽ được biên tập trước khi đăng, xin vui lòng viết bằng tiếng Việt có dấu
        Báo vi phạm|Thông tin bạn đọc|Mã xác nhận|Thông tin của bạn|Bình luận hay nhất
        Chia sẻ ý kiến của bạn|Bạn nghĩ gì về bài viết này?|Bạn đọc bình luận
        Đăng nhập để bình luận
        Bình luận theo tài khoản|Comments|Comment|Post a comment|Leave a comment|Leave a reply
        Add a comment|Write a comment|No comments|No comments yet|Be the first to comment|Reply
        Join the conversation|Sign in to comment|Log in to comment|Report comment|View comments
    """,
    "footer": """
        Phiên bản di động|Phiên bản mobile|Thông tin tòa soạn|Liên hệ tòa soạn|Liên hệ quảng cáo
        Đường dây nóng|RSS|Đặt làm trang chủ|Tòa soạn|Báo giá quảng cáo|Điều khoản sử dụng
        Điều khoản bảo mật|Chính sách bảo mật|Chính sách quyền riêng tư|Liên hệ góp ý
        Cấm sao chép dưới mọi hình thức nếu không có sự chấp thuận bằng văn bản|Sơ đồ trang
        All rights reserved|Bản quyền|Desktop version|Mobile version|Privacy policy|Terms of use
        Terms of service|Terms and conditions|Cookie policy|Cookie settings|About us|Contact us
        Advertise|Advertise with us|Careers|Site map|Sitemap
    """,
    "missing": """
        404|404 Not Found|Error 404|Lỗi 404|404 - Không tìm thấy trang|Not Found|Page not found
        Không tìm thấy trang|Trang không tồn tại|Trang không tìm thấy|Không tìm thấy bài viết
        Bài viết không tồn tại|Nội dung không tồn tại|Không tìm thấy nội dung|Không tìm thấy
        Không tìm thấy đường dẫn này|Trang bạn tìm kiếm không tồn tại|Bài viết đã bị gỡ
        Bài viết không tồn tại hoặc đã bị xóa|Bài viết không tồn tại hoặc đã bị gỡ
        Trang bạn yêu cầu không tồn tại|Đường dẫn không tồn tại|Liên kết không tồn tại
        The page you requested could not be found|This page could not be found
        This page does not exist
        The page you are looking for does not exist|Sorry, this page isn't available
    """,
    "challenge": """
        Just a moment...|Checking your browser before accessing|Access denied|Attention Required!
        Verify you are human|Verifying you are human. This may take a few seconds.
        Are you a robot?
        Please enable JS and disable any ad blocker|Enable JavaScript and cookies to continue
        Please verify you are a human|Xác minh bạn là con người
        Vui lòng xác minh bạn không phải robot|Xác minh bạn không phải robot|Xác minh bảo mật
        Kiểm tra bảo mật|Security check|Security Check Required
        Đang kiểm tra trình duyệt của bạn|Performing security verification
    """,
}

_SECTIONS: Final = (
    "trang chủ|chuyên mục|thời sự|thế giới|kinh doanh|kinh tế|xã hội|pháp luật|giáo dục|sức khỏe"
    "|sức khoẻ|đời sống|du lịch|khoa học|công nghệ|khoa học công nghệ|số hóa|giải trí|thể thao"
    "|văn hóa|xe|ý kiến|góc nhìn|tâm sự|bất động sản|chính trị|quốc tế|bạn đọc|e-?magazine|home"
)
_READERS: Final = "bạn đọc|bạn|quý độc giả|độc giả|quý vị|vị|khán giả|thính giả"
_INVITED: Final = (
    "đón|đọc|xem|theo dõi|gửi|tham khảo|nghe|để lại|chia sẻ|bình luận|nhấn|bấm|click|like|tham gia"
    "|cộng tác|liên hệ|truy cập|tải|quét"
)
_SEEN: Final = (
    "(?:xem|theo dõi) (?:thêm|lại|bài|tin|toàn văn|chuyên mục|chi tiết|video|đầy đủ|tại đây)"
)
_SENT: Final = "ý kiến|câu hỏi|thư|phản hồi|bình luận|thông tin|bài viết|bài cộng tác|bài về"
_ORGAN: Final = (
    "cơ quan (?:của|ngôn luận|chủ quản|thuộc|trung ương|thông tin|thông tấn|lý luận)[^.]{3,120}"
)
_OWNED: Final = (
    r"cơ quan (?!.* (?:đã|đang|sẽ|vừa|bị|cho|ra đời|là) )(?:chủ quản\s?[:–-]"
    "|(?:chủ quản|ngôn luận của|của) (?=bộ|ubnd|hội|đảng|tỉnh|thành|sở|liên|tổng|ban|viện"
    "|trung ương|ủy ban|đoàn|thông tấn))[^.]{3,120}"
)
_CAPITAL: Final = "(?-i:[A-ZĐÂÊÔƠƯĂÁÀẢÃẠÚÙÝÓÒÍ])"
_CHIEF: Final = rf"[:-] ?{_CAPITAL}(?:[^.,]|(?<=S)\.|\.(?! )|, ?(?={_CAPITAL}|phó )){{2,60}}"
# An imprint states what is; what happened to a licence or a right is news.
_STATED: Final = (
    r"(?!.* (?:đã|đang|sẽ|vừa|bị|vẫn|chưa|cho (?:công ty|doanh nghiệp)|được (?:bán|mua)"
    r"|theo phán quyết)\b)"
)
_ASKED: Final = r"(?:vui lòng|xin|hãy) liên hệ.{0,160}"
# Whole lines of a listed shape, one a row, on the cleaned line, letter case ignored.
SHAPES: Final[dict[Role, str]] = {
    "follow": r"""
        theo dõi (?:.{2,40} )?(?:trên|qua):?(?: \[?(?:google news|facebook|zalo|youtube|gg|fb)\W*)*
        follow [\w.& ]{2,40} on(?: (?:google news|facebook|twitter|x))?:?
        (?:like|follow) us on (?:facebook|twitter|x|instagram)\b.{0,90}
        follow [\w.& ]{2,40} on google news and .{3,160}
    """,
    "comments": r"""
        tối đa:? ?\d[\d.]* ký tự|max:? ?\d[\d.,]* characters
    """,
    "more": r"""
        (?:tin |bài )?(?:đọc|xem) nhiều(?: nhất)?(?: (?:trong|về|tuần|ngày|hôm nay)\b.{0,40})?:?
        (?:tin|bài viết) (?:mới|khác|nổi bật|cùng) .{0,12}(?:chuyên mục|mục|trong ngày).{0,20}
        (?:more|latest) (?:in|on|from) .{2,30}
    """,
    "noise": rf"""
        (?:và|and) \d+ (?:tác giả khác|others?)|.{{3,40}} và \d+ tác giả khác
        \W*(?:(?!(?:19|20)\d\d\b)\d{{1,6}}|\d+[.,]\d+[km]?|[×✕✖x…])\W*
        \d{{1,3}}(?: \d{{1,3}}){{1,5}}
        \d+(?:\s?[-–—]\s?\d+)? (?:phút|min(?:ute)?s?) (?:đọc|read)
        \d+(?:\s?[-–—]\s?\d+)? (?:phút|minutes?)|(?:thời gian đọc|đọc trong):? .{{0,12}}\d.{{0,12}}
        \*? ?mời (?:(?:các |quý )?(?:{_READERS}) )?(?:{_INVITED})\b.{{0,200}}
        \*? ?(?:{_READERS}) (?:vui lòng|có thể) (?:{_SEEN}|gửi (?:{_SENT}))\b.{{0,200}}
        nếu (?:có|còn) (?:vướng mắc|thắc mắc|câu hỏi),? (?:(?:{_READERS}) )?{_ASKED}
        (?:(?:trở lại|quay lại|về|back to)(?: trang| chuyên mục)? (?:{_SECTIONS})\s?){{1,2}}
        (?:nhấn|nhấp|bấm|click) (?:vào )?(?:đây|nút)[^,]{{0,80}}|tại trang vừa mở, .{{0,80}}
        (?:cỡ chữ|font size):? ?a(?:[\s|+-]+a){{1,3}}\b.{{0,60}}
        bạn đang (?:xem|đọc|có):? .{{0,40}}
        (?:đọc|xem)(?: bài(?: viết)?| tin)?(?: đầy đủ)? (?:trên|tại) (?:web|trình duyệt)\b.{{0,160}}
        (?:view|read)(?: this)?(?: e-?mail| newsletter)? (?:in (?:your )?browser|online)\b.{{0,160}}
        hủy đăng ký:? https?://\S+|unsubscribe:? https?://\S+
        (?:lượt xem|views?|lượt đọc):? ?\d[\d.,]*
        \d[\d.,]* (?:lượt xem|views|lượt đọc|lượt thích|likes|shares)
        (?:đăng ký|sign up|subscribe)\b.{{0,30}}\b(?:bản tin|newsletters?|kênh|channel)\b.{{0,40}}
        1 sao ?= ?1000đ\. mua thêm sao .{{0,200}}
        (?-i:\((?!pr\))[a-zäöüß]{{2,5}}(?:[/,] ?[a-zäöüß]{{2,5}}){{0,3}}\))
        .{{0,200}}\bplease bookmark \S+\.\S+ .{{0,160}}
        (?:this is a )?breaking (?:news? ){{0,2}}story[ ,–—.-].{{0,60}}(?:follow|update).{{0,40}}
        do you have (?:a |any )?(?:story|news|tip|information)\b.{{0,80}}\be-?mail\b.{{0,80}}
        um eingebettete inhalte anzuzeigen, .{{0,300}}|box aufklappen box zuklappen
        .{{0,120}}\bfeedback zu diesem artikel\b.{{0,120}}
        link bài gốc\b.{{0,20}}https?://\S+(?: \S+){{0,2}}
        nguồn ảnh(?: bìa)?|theo dõi chuyên mục.{{0,40}}|đánh giá(?: bài viết)?:?
    """,
    "contact": r"""
        (?:hotline|đường dây nóng|địa chỉ|điện thoại|fax|tel|đt|tòa soạn|toà soạn)\b ?:.{0,200}
        liên hệ quảng cáo ?:.{0,200}|e-?mail(?: liên hệ)?: ?\S+@\S+.{0,80}
    """,
    "footer": rf"""
        (?:phó )?tổng biên tập(?: phụ trách)? ?{_CHIEF}|editor-in-chief: .{{3,60}}
        (?:(?:báo|thời báo|tạp chí)[^.]{{2,40}}|[\w-]+(?:\.\w+)+) [-–—|] {_ORGAN}
        {_OWNED}
        thuộc (?:bộ khoa học và công nghệ|thông tấn xã việt nam)
        báo tiếng việt nhiều người xem nhất
        (?:bạn|quý vị|độc giả) nhận được (?:thư|e-?mail|bản tin) này (?:vì|do|bởi) .{{3,160}}
        you(?:'re| are) receiving this (?:e-?mail|newsletter) because .{{3,160}}
        (?:số )?giấy phép{_STATED}(?: hoạt động báo|(?: \w+){{0,4}}: ?số\b).{{0,200}}
        (?:số )?giấy phép{_STATED}.{{0,80}}\d+ ?/ ?(?:GP|QĐ).{{0,200}}
        (?:©|ⓒ|\(c\)|copyright(?: ?[©\d:|–-]| \(c\)| by\b| of\b)).{{0,300}}
        (?:toàn bộ )?bản quyền{_STATED} (?:(?:bài viết )?thuộc|©|\d{{4}}|nội dung).{{0,300}}
        .{{0,80}}(?:giữ bản quyền nội dung trên website này|all rights reserved).{{0,120}}
        (?:®|™)? ?ghi rõ nguồn (?!gốc ).{{0,200}}(?:khi|lại).{{0,120}}
        chỉ được phát hành lại .{{0,200}}
        (?:cấm|không) (?:sao chép|trích dẫn) (?!được ).{{0,120}}(?:văn bản|đồng ý).{{0,60}}
    """,
    "junk": r"""
        (?:data:image/|</?(?:\w{1,20}:)?image>|<\?|zone-|admzone).*
        [a-z0-9+/]{60,}={0,2}|(?:https?://|www\.)\S+
        [\[{]\s*[\"{\[].{0,2000}|(?-i:(?:var|let|const)\s+[\w$]+\s*[=;]|function\s*\w*\s?\(|(?:window|document)\.[\w$]).{0,2000}
        \(?function ?\(.{0,2000}|(?:googletag|adsbygoogle|datalayer|ga|fbq|gtag)\b ?[.(=].{0,2000}
    """,
}
