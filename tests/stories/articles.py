"""Invented articles of one week, as papers tell them; the events are known."""

from typing import Any


def article(
    record_id: str, headline: str, *paragraphs: str, at: str | None = None
) -> dict[str, Any]:
    """Return the fields of a record that stories are made of."""
    publisher = record_id.partition(":")[0]
    return {
        "id": record_id,
        "publisher": publisher,
        "headline": headline,
        "description": None,
        "text": "\n\n".join(paragraphs),
        "date_published": at,
    }


TALKS = article(
    "a:0",
    "Đoàn ngoại giao hai nước Nga và Mỹ bàn chuyện sứ quán suốt sáu giờ ở Istanbul",
    (
        "Nhà ngoại giao hai bên rời bàn đàm phán tại Thổ Nhĩ Kỳ mà chưa công bố kết quả, song hẹn"
        " sớm gặp lại."
    ),
    (
        "Chiều tối 27/2, đoàn xe chở các quan chức Nga rời dinh thự của tổng lãnh sự Mỹ ở thành "
        "phố Istanbul sau khoảng sáu tiếng rưỡi làm việc kín."
    ),
    (
        "Dẫn đầu phía Nga là ông Alexander Darchiev, vụ trưởng vụ Bắc Đại Tây Dương, người được "
        "cho là sắp nhận chức đại sứ tại Washington. Bà Sonata Coulter, phó trợ lý ngoại trưởng, "
        "thay mặt cho Mỹ."
    ),
    (
        "Hai đoàn trao đổi về cấp thị thực cho cán bộ, tài khoản ngân hàng của các cơ quan đại "
        "diện và số nhân viên từng bị trục xuất qua nhiều đợt trả đũa từ năm 2016."
    ),
    (
        "Đây là vòng tiếp xúc thứ hai sau cuộc hội đàm tại Riyadh của Saudi Arabia giữa tháng "
        "này. Giới quan sát xem việc mở lại hoạt động của đại sứ quán là bước thử trước khi bàn "
        "tới chuyện lớn hơn như Ukraine."
    ),
)
TALKS_SPELT = article(
    "b:1",
    "Nga - Mỹ gặp nhau ở I-xtan-bun: Mở lại cánh cửa ngoại giao",
    (
        "Theo lịch đã hẹn, ngày 27-2 đại diện Mát-xcơ-va và Oa-sinh-tơn ngồi lại với nhau tại "
        "I-xtan-bun, thành phố lớn nhất Thổ Nhĩ Kỳ."
    ),
    (
        "Trọng tâm là tháo gỡ vướng mắc trong hoạt động của các cơ quan đại diện ngoại giao, gồm "
        "nhân sự đại sứ quán, thị thực và giao dịch ngân hàng."
    ),
    (
        "Ngoại trưởng Xéc-gây La-vrốp đánh giá kết quả cuộc họp sẽ cho thấy hai nước có thể tiến "
        "nhanh tới đâu. Vấn đề U-crai-na không được đưa ra bàn thảo, Bộ Ngoại giao Mỹ khẳng định."
    ),
    "Trước đó, ngày 18-2, hai bên đã hội đàm tại Ri-i-át, A-rập Xê-út.",
)
MINERALS = article(
    "c:2",
    "Ông Zelensky tới Nhà Trắng ký thỏa thuận khoáng sản với Mỹ",
    (
        "Tổng thống Ukraine dự kiến gặp Tổng thống Mỹ Donald Trump ngày 28/2 để ký thỏa thuận về "
        "đất hiếm."
    ),
    (
        "Ngày 27/2, Văn phòng Tổng thống Ukraine xác nhận ông Volodymyr Zelensky đang trên đường "
        "tới Washington. Hai bên đã thống nhất văn bản về quỹ đầu tư tái thiết từ nguồn thu "
        "khoáng sản."
    ),
    (
        "Ông Trump nói thỏa thuận sẽ giúp người đóng thuế Mỹ lấy lại số tiền đã viện trợ cho Kiev"
        " kể từ khi Nga phát động chiến dịch quân sự. Ông cũng cho rằng Tổng thống Nga Vladimir "
        "Putin muốn hòa bình."
    ),
    (
        "Theo dự thảo, Ukraine đóng góp 50% doanh thu từ khai thác titan, lithium và dầu khí vào "
        "quỹ chung. Văn bản không nêu cụ thể cam kết an ninh mà Kiev mong muốn."
    ),
    (
        "Bộ trưởng Tài chính Mỹ Scott Bessent cho biết các điều khoản đã được chốt, đôi bên chỉ "
        "còn chờ chữ ký của hai nhà lãnh đạo."
    ),
)
STRIKES = article(
    "a:3",
    "Nga tập kích hạ tầng năng lượng ở Kharkiv và Odessa",
    (
        "Không quân Ukraine cho biết đêm 26/2 rạng sáng 27/2 đã có 166 máy bay không người lái "
        "của Nga xuất kích."
    ),
    (
        "Theo Bộ Quốc phòng Nga, lực lượng nước này giành thêm hai khu dân cư ở tỉnh Donetsk. "
        "Phía Ukraine chưa bình luận."
    ),
    (
        "Thống đốc Kharkiv Oleg Synegubov nói trạm điện ngoại ô trúng hỏa lực, 5 người bị thương."
        " Tại Odessa, cảng Chornomorsk mất điện nhiều giờ."
    ),
    (
        "Trong ngày 27/2, quân đội Ukraine thông báo bắn hạ 90 UAV. Matxcơva nói phòng không đã "
        "chặn 19 UAV trên bầu trời Crimea và Krasnodar."
    ),
)
RARE_EARTHS = article(
    "b:4",
    "Tổng thống Putin: Nga sẵn sàng hợp tác với Mỹ khai thác đất hiếm",
    (
        "Trả lời truyền hình nhà nước ngày 24/2, Tổng thống Nga Vladimir Putin nói nước này có "
        "trữ lượng đất hiếm lớn hơn Ukraine nhiều lần và sẵn sàng mời đối tác Mỹ cùng khai thác, "
        "kể cả tại các vùng mới sáp nhập."
    ),
    (
        "Ông Putin cũng đề xuất bán cho Mỹ 2 triệu tấn nhôm mỗi năm nếu thị trường này mở cửa trở"
        " lại. Nhà lãnh đạo Nga cho rằng Tổng thống Mỹ Donald Trump hành động không dựa trên cảm "
        "xúc."
    ),
    (
        "Điện Kremlin ngày 25/2 cho biết hai nước có triển vọng hợp tác kinh tế rộng. Người phát "
        "ngôn Dmitry Peskov nói các cuộc tiếp xúc với chính quyền Mỹ sẽ tiếp tục."
    ),
    (
        "Theo giới chuyên gia, trữ lượng đất hiếm của Nga ước khoảng 3,8 triệu tấn, đứng thứ năm "
        "thế giới."
    ),
)
PEACEKEEPERS = article(
    "c:5",
    "Châu Âu bàn việc gửi quân gìn giữ hòa bình tới Ukraine",
    "Thủ tướng Anh Keir Starmer gặp Tổng thống Mỹ Donald Trump tại Nhà Trắng ngày 27/2.",
    (
        "Thủ tướng Anh đến Washington để thuyết phục Mỹ bảo đảm an ninh cho lực lượng châu Âu tại"
        " Ukraine sau khi có thỏa thuận ngừng bắn với Nga."
    ),
    (
        "Ông Trump nói muốn có thỏa thuận trước đã và tin rằng Tổng thống Nga Putin sẽ giữ lời. "
        "Nga nhiều lần bác bỏ sự hiện diện của binh sĩ NATO."
    ),
    (
        "Cuộc gặp diễn ra sau chuyến thăm của Tổng thống Pháp Emmanuel Macron hôm 24/2. London dự"
        " kiến tổ chức hội nghị thượng đỉnh vào ngày 2/3."
    ),
)
QUAKE = article(
    "a:6",
    "Động đất 6,2 độ rung chuyển Istanbul, hơn 150 người bị thương",
    (
        "Trận động đất mạnh 6,2 độ xảy ra trưa 27/2 ngoài khơi Istanbul khiến người dân Thổ Nhĩ "
        "Kỳ hoảng loạn."
    ),
    (
        "Cơ quan Quản lý Thảm họa và Khẩn cấp Thổ Nhĩ Kỳ (AFAD) cho biết tâm chấn nằm ở biển "
        "Marmara, độ sâu 6,9 km. Hàng chục dư chấn được ghi nhận sau đó."
    ),
    (
        "Thống đốc Istanbul Davut Gul nói 151 người bị thương khi nhảy khỏi nhà cao tầng, chưa "
        "ghi nhận trường hợp tử vong. Trường học trong thành phố đóng cửa hai ngày."
    ),
    (
        "Tổng thống Recep Tayyip Erdogan cho biết đang theo dõi sát tình hình. Istanbul có khoảng"
        " 16 triệu dân, nằm gần đứt gãy Bắc Anatolia."
    ),
)
TOURISM = article(
    "b:7",
    "Kinh nghiệm du lịch Istanbul mùa xuân tự túc",
    "Istanbul đẹp nhất vào tháng tư, khi hoa tulip nở khắp công viên Emirgan.",
    (
        "Hiện Turkish Airlines bay thẳng từ Hà Nội và TP.HCM tới Istanbul, giá vé khứ hồi từ 18 "
        "triệu đồng. Du khách Việt Nam xin thị thực điện tử Thổ Nhĩ Kỳ qua mạng."
    ),
    (
        "Nên dành trọn một ngày cho khu Sultanahmet với thánh đường Hagia Sophia, Thánh đường "
        "Xanh và cung điện Topkapi. Buổi chiều đi phà trên eo Bosphorus ngắm hoàng hôn."
    ),
    (
        "Chợ Grand Bazaar có hơn 4.000 gian hàng. Món nên thử là bánh mì kẹp cá ở cầu Galata và "
        "trà táo."
    ),
)
FOOTBALL = article(
    "c:8",
    "Galatasaray thắng đậm ở Istanbul",
    (
        "Đội bóng Thổ Nhĩ Kỳ Galatasaray thắng 4-1 trước AZ Alkmaar trên sân nhà ở Istanbul tối "
        "20/2 nhưng vẫn bị loại khỏi Europa League."
    ),
    ("Victor Osimhen ghi hai bàn cho chủ nhà. HLV Okan Buruk tiếc nuối vì trận lượt đi thua đậm."),
)
FIRE = article(
    "a:9",
    "Cháy chung cư mini ở Khương Hạ, nhiều người mắc kẹt",
    "Đám cháy bùng lên lúc 23h30 tối 12/9 tại ngõ 29 phố Khương Hạ, quận Thanh Xuân, Hà Nội.",
    (
        "Chung cư mini 9 tầng có khoảng 150 người sinh sống. Cảnh sát đưa 15 xe chữa cháy đến "
        "hiện trường, cứu được hơn 70 người."
    ),
    "Nguyên nhân đang được Công an Hà Nội điều tra.",
)
FIRE_LATER = article(
    "b:10",
    "Vụ hỏa hoạn ở quận Thanh Xuân: 56 người chết, khởi tố chủ nhà",
    (
        "Công an TP Hà Nội ngày 13/9 khởi tố, bắt tạm giam Nghiêm Quang Minh, chủ tòa nhà 9 tầng "
        "ở ngõ 29/70 Khương Hạ, về tội vi phạm quy định phòng cháy."
    ),
    (
        "Theo thống kê, vụ cháy làm 56 người tử vong, 37 người bị thương. Các nạn nhân điều trị "
        "tại Bệnh viện Bạch Mai và Bệnh viện Hà Đông."
    ),
)
OTHER_FIRE = article(
    "c:11",
    "Cháy xưởng gỗ ở Thạch Thất, Hà Nội",
    (
        "Khoảng 1h sáng 13/9, xưởng gỗ rộng 800 m2 tại xã Canh Nậu, huyện Thạch Thất, Hà Nội bốc "
        "cháy. Cảnh sát điều 8 xe chữa cháy đến hiện trường."
    ),
    (
        "Đám cháy được dập tắt sau ba giờ, không có thiệt hại về người. Công an đang điều tra "
        "nguyên nhân."
    ),
)
GOLD = article(
    "a:12",
    "Giá vàng hôm nay 21/1: SJC vượt 160 triệu đồng",
    (
        "Mở cửa sáng nay, Công ty SJC niêm yết giá vàng miếng ở mức 158,2 - 160,2 triệu "
        "đồng/lượng (mua vào - bán ra), tăng 1,5 triệu đồng so với hôm qua."
    ),
    (
        "DOJI giao dịch ở mức 158,0 - 160,0 triệu đồng/lượng. Vàng nhẫn 9999 niêm yết 155,5 - "
        "158,5 triệu đồng/lượng."
    ),
    "Trên thế giới, giá vàng giao ngay đạt 4.756 USD/ounce, tăng 85 USD.",
)
GOLD_ELSEWHERE = article(
    "b:13",
    "Vàng SJC lập kỷ lục mới sáng 21/1",
    (
        "Sáng 21/1, Tập đoàn DOJI niêm yết giá vàng miếng SJC tại Hà Nội ở mức 158,0 - 160,0 "
        "triệu đồng/lượng. Công ty Phú Quý 157,8 - 160,2 triệu đồng/lượng."
    ),
    (
        "Giá vàng thế giới trên sàn Kitco đứng ở 4.756 USD/ounce. Quy đổi theo tỷ giá "
        "Vietcombank, vàng thế giới tương đương 151,3 triệu đồng/lượng."
    ),
)
GOLD_NEXT_DAY = article(
    "c:14",
    "Giá vàng hôm nay 22/1: SJC giảm mạnh",
    (
        "Mở cửa sáng nay, Công ty SJC niêm yết giá vàng miếng ở mức 155,7 - 157,7 triệu "
        "đồng/lượng (mua vào - bán ra), giảm 2,5 triệu đồng so với hôm qua."
    ),
    (
        "DOJI giao dịch ở mức 155,4 - 157,4 triệu đồng/lượng. Vàng nhẫn 9999 niêm yết 153,2 - "
        "156,2 triệu đồng/lượng."
    ),
    "Trên thế giới, giá vàng giao ngay đạt 4.689 USD/ounce, giảm 67 USD.",
)
