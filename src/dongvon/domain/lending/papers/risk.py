"""A debt struck by an objective cause: the borrower's request 01/XLN, and the minutes 02/XLN signed on the spot.

The fields are second-hand; the causes are those of QĐ 62/QĐ-HĐQT 2021.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.petitions import BORROWER, LOAN
from dongvon.domain.lending.papers.wording import BANK, PLACE_AND_DATE

#: Of the minutes.
COPIES: Final = 2

UNCONFIRMED: Final = ("bố cục", "câu chữ")
_DEBT: Final = (
    Text("Hạn trả nợ cuối cùng: {{ final_on }}; Mục đích sử dụng vốn: {{ purpose }}"),
    Text("Nợ gốc: {{ principal }} đồng; Nợ lãi: {{ interest }} đồng"),
)
_DAMAGE: Final = (
    Text(
        "Giá trị thiệt hại: {{ damage }} đồng, trên tổng vốn thực hiện phương án: {{ invested }} đồng, bằng {{ "
        "percent }} %"
    ),
)

RISK_REQUEST: Final = Form(
    number="01/XLN",
    title="Đơn đề nghị xử lý nợ",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text(f"Kính gửi: {BANK} - {{{{ office }}}}", "centre"),
        *BORROWER,
        *LOAN,
        *_DEBT,
        Text("Nguyên nhân không trả được nợ: {{ asked }}"),
        *_DAMAGE,
        Text("Hoàn cảnh kinh tế hiện nay: ……………………………………………………………………………………"),
        Text("Đề nghị (gia hạn, khoanh nợ, xóa nợ): {{ measure }}; số tiền: ………………… đồng; thời gian: …… tháng"),
        Text("Kế hoạch trả nợ: ……………………………………………………………………………………………"),
        Signatures((Signed("NGƯỜI ĐỀ NGHỊ", "{{ borrower }}"),)),
    ),
    unconfirmed=UNCONFIRMED,
)

RISK_MINUTES: Final = Form(
    number="02/XLN",
    title="Biên bản đề nghị xử lý nợ",
    issuer=("ỦY BAN NHÂN DÂN", "{{ commune|upper }}"),
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Hôm nay, ngày …… tháng …… năm 20……, tại ……………………………………………, thành phần gồm:"),
        Grid(
            columns=(Column("TT", 0.8, "centre"), Column("Họ và tên", 5), Column("Chức vụ, đơn vị", 6)),
            each="present",
            cells=("{{ loop.index }}", "{{ row.name }}", "{{ row.office }}"),
        ),
        Text("đã xác minh khoản nợ của:"),
        *BORROWER,
        *LOAN,
        Text("I. NGUYÊN NHÂN", "part"),
        Text("{{ asked }}", lines=2),
        Text("II. THIỆT HẠI", "part"),
        *_DAMAGE,
        Text("III. NỢ", "part"),
        *_DEBT,
        Text("IV. ĐÁNH GIÁ", "part"),
        Text("1. Việc sử dụng vốn: ……………………………………………………………………………………………"),
        Text("2. Khả năng phục hồi sản xuất, kinh doanh: ………………………………………………………………"),
        Text("3. Khả năng trả nợ của hộ: …………………………………………………………………………………"),
        Text("4. Các biện pháp thu hồi đã thực hiện: ……………………………………………………………………"),
        Text("V. ĐỀ NGHỊ", "part"),
        Text("{{ measure }}; số tiền: ………………… đồng; thời gian: …… tháng."),
        Text("Biên bản lập thành 02 bản có giá trị như nhau, được đọc cho mọi người cùng nghe và ký tên."),
        Signatures(
            (
                Signed("NGƯỜI VAY", "{{ borrower }}"),
                Signed("TỔ TRƯỞNG", "{{ leader_signs }}"),
                Signed("HỘI, ĐOÀN THỂ", note="(Ký, đóng dấu)"),
                Signed("CÁN BỘ TÍN DỤNG"),
            )
        ),
        Signatures(
            (
                Signed("CÔNG AN CẤP XÃ, KHÁC"),
                Signed("UBND CẤP XÃ", note="(Ký, đóng dấu)"),
                Signed("NƠI CHO VAY", note="(Ký, đóng dấu)"),
            )
        ),
    ),
    unconfirmed=UNCONFIRMED,
)
