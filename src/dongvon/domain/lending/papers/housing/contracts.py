"""From the signature to the money: 07a, 07b, 07c, 08, 09a and 13 of the housing set.

Numbers, purposes and order are those of HD 4546/HD-NHCS; which of 07a and 07b is for buying and which
for rent-purchase is inferred, the wording is ours.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Part, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.housing.decisions import BORROWER, HOME, UNCONFIRMED
from dongvon.domain.lending.papers.wording import ISSUER, PLACE_AND_DATE

#: Bank, borrower, and a third party or the notary.
COPIES: Final = 3

_BANK: Final = Text("BÊN CHO VAY: {{ office }}. Đại diện: …………………………… Chức vụ: Giám đốc.")
_SIGNED: Final = Signatures((Signed("BÊN VAY", "{{ borrower }}"), Signed("BÊN CHO VAY", note="(Ký, đóng dấu)")))


def _credit(number: str, what: str, *security: Part) -> Form:
    return Form(
        number=number,
        title="Hợp đồng tín dụng",
        subtitle=f"Số: {{{{ contract }}}} ({what})",
        place_and_date=PLACE_AND_DATE,
        parts=(
            _BANK,
            *BORROWER,
            Text("Điều 1. Số tiền và mục đích", "part"),
            Text("Số tiền cho vay: {{ approved }} đồng (bằng chữ: {{ approved_in_words }})."),
            *HOME,
            Text("Điều 2. Lãi suất", "part"),
            Text(
                "Lãi suất: {{ percent }} %/năm; lãi suất nợ quá hạn: {{ overdue_percent }} %/năm, tính trên số ngày "
                "thực tế và dư nợ thực tế, một năm 365 ngày."
            ),
            Text("Điều 3. Thời hạn và trả nợ", "part"),
            Text(
                "Thời hạn: {{ months }} tháng từ ngày giải ngân đầu tiên; kỳ hạn trả gốc: {{ every }} tháng/kỳ; mỗi "
                "kỳ {{ part }} đồng; hạn cuối: {{ final_on }}. Lãi trả hằng tháng."
            ),
            Text("Điều 4. Bảo đảm tiền vay", "part"),
            *security,
            Text("Điều 5. Quyền và nghĩa vụ", "part"),
            Text(
                "Bên vay dùng tiền đúng mục đích, trả gốc và lãi đúng hạn, được trả trước hạn. Bên cho vay giải "
                "ngân đúng tiến độ hợp đồng, kiểm tra việc sử dụng vốn, chuyển nợ quá hạn khi bên vay không trả "
                "đúng hạn và không được gia hạn."
            ),
            _SIGNED,
        ),
        unconfirmed=UNCONFIRMED,
    )


_FINANCED: Final = Text(
    "Tài sản bảo đảm là nhà ở hình thành từ vốn vay, theo hợp đồng ba bên 08/NƠXH và hợp đồng thế chấp 09a/NƠXH."
)
CREDIT_PURCHASE: Final = _credit("07a/NƠXH", "mua nhà ở xã hội", _FINANCED)
CREDIT_RENT: Final = _credit("07b/NƠXH", "thuê mua nhà ở xã hội", _FINANCED)
CREDIT_BUILD: Final = _credit(
    "07c/NƠXH",
    "xây dựng mới hoặc cải tạo, sửa chữa nhà ở",
    Text("Tài sản bảo đảm là quyền sử dụng đất và tài sản gắn liền với đất của bên vay, theo hợp đồng thế chấp."),
)

TRIPARTITE: Final = Form(
    number="08/NƠXH",
    title="Hợp đồng ba bên",
    subtitle="Về quản lý nhà ở hình thành từ vốn vay",
    place_and_date=PLACE_AND_DATE,
    parts=(
        _BANK,
        Text("CHỦ ĐẦU TƯ: {{ partner }}. Đại diện: …………………………… Chức vụ: ……………………………"),
        *BORROWER,
        Text("Điều 1. Nhà ở và khoản vay", "part"),
        Text(
            "Nhà ở thuộc dự án {{ project }}, theo hợp đồng số {{ reference }}, giá {{ worth }} đồng, bên vay đã "
            "trả {{ paid }} đồng."
        ),
        Text(
            "Bên cho vay cho vay {{ approved }} đồng (bằng chữ: {{ approved_in_words }}), chuyển thẳng cho chủ đầu "
            "tư theo tiến độ."
        ),
        Text("Điều 2. Cam kết của chủ đầu tư", "part"),
        Text(
            "Chủ đầu tư không chuyển nhượng, thế chấp nhà ở này cho người khác; khi bàn giao, giao giấy chứng nhận "
            "cho bên cho vay giữ; hoàn trả tiền cho bên cho vay trước khi hợp đồng mua, thuê mua chấm dứt."
        ),
        Text("Điều 3. Cam kết của bên vay và bên cho vay", "part"),
        Text(
            "Bên vay thế chấp nhà ở cho bên cho vay và không bán, cho thuê trái quy định. Bên cho vay giải ngân khi "
            "đủ hồ sơ và trả giấy tờ khi bên vay trả hết nợ."
        ),
        Signatures(
            (
                Signed("BÊN VAY", "{{ borrower }}"),
                Signed("CHỦ ĐẦU TƯ", note="(Ký, đóng dấu)"),
                Signed("BÊN CHO VAY", note="(Ký, đóng dấu)"),
            )
        ),
    ),
    unconfirmed=UNCONFIRMED,
)

MORTGAGE: Final = Form(
    number="09a/NƠXH",
    title="Hợp đồng thế chấp",
    subtitle="Nhà ở hình thành từ vốn vay, hoặc quyền sử dụng đất và tài sản gắn liền với đất",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("BÊN NHẬN THẾ CHẤP: {{ office }}. Đại diện: …………………………… Chức vụ: Giám đốc."),
        Text("BÊN THẾ CHẤP:"),
        *BORROWER,
        Text("Điều 1. Nghĩa vụ được bảo đảm", "part"),
        Text("Bảo đảm việc trả gốc, lãi của khoản vay {{ approved }} đồng theo hợp đồng tín dụng số {{ contract }}."),
        Text("Điều 2. Tài sản thế chấp", "part"),
        *HOME,
        Text("Giá trị tài sản do hai bên thỏa thuận: ……………………………………………………… đồng."),
        Text("Điều 3. Quyền, nghĩa vụ và xử lý tài sản", "part"),
        Text(
            "Bên thế chấp giữ gìn tài sản, giao giấy tờ cho bên nhận thế chấp, chịu chi phí công chứng và đăng ký. "
            "Khi đến hạn mà không trả được nợ, tài sản được xử lý theo pháp luật; phần còn lại trả bên thế chấp."
        ),
        Signatures((Signed("BÊN THẾ CHẤP", "{{ borrower }}"), Signed("BÊN NHẬN THẾ CHẤP", note="(Ký, đóng dấu)"))),
        Text("LỜI CHỨNG CỦA CÔNG CHỨNG VIÊN", "part"),
        Text("……………………………………………………………………………………………………………………"),
    ),
    unconfirmed=UNCONFIRMED,
)

HANDOVER_MINUTES: Final = Form(
    number="13/NƠXH",
    title="Biên bản bàn giao hồ sơ tín dụng cho kế toán",
    subtitle="Chương trình: {{ programme }}",
    issuer=ISSUER,
    place_and_date=PLACE_AND_DATE,
    parts=(
        *BORROWER,
        Text("Hợp đồng tín dụng số: {{ contract }}; Số tiền: {{ approved }} đồng; Thời hạn: {{ months }} tháng"),
        Text("Bộ phận tín dụng bàn giao cho bộ phận kế toán các giấy tờ sau:"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Giấy tờ", 8),
                Column("Số, ngày", 4),
                Column("Bản chính", 1.6, "centre"),
                Column("Bản sao", 1.6, "centre"),
            ),
            each="handed",
            cells=("{{ loop.index }}", "{{ row.name }}", "{{ row.told }}", "", ""),
        ),
        Signatures(
            (Signed("BÊN GIAO: TÍN DỤNG"), Signed("BÊN NHẬN: KẾ TOÁN"), Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"))
        ),
    ),
    unconfirmed=UNCONFIRMED,
)
