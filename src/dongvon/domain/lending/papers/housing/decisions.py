"""From the list to the answer: 03, 04, 05, 06a and 06b of the housing set, and the minutes of a public draw.

Numbers, purposes and order are those of HD 4546/HD-NHCS; fields are reconstructed.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Received, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import BANK, ISSUER, PLACE_AND_DATE

#: One for the bank, one for the borrower or the commune.
COPIES: Final = 2

UNCONFIRMED: Final = ("các trường", "câu chữ")
BORROWER: Final = (
    Text("Người vay: {{ borrower }}; Ngày sinh: {{ birth }}; Số định danh cá nhân/CCCD: {{ identity }}"),
    Text("Nơi cư trú: {{ hamlet }}, {{ commune }}"),
)
HOME: Final = (
    Text("Vay để: {{ kind }}. Dự án: {{ project }}; Chủ đầu tư, đơn vị thi công: {{ partner }}"),
    Text("Hợp đồng, dự toán số: {{ reference }}; Giá trị: {{ worth }} đồng; Đã trả, vốn tự có: {{ paid }} đồng"),
)
DIRECTOR: Final = Signatures(
    (Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),), Received(("Như trên", "Lưu: hồ sơ tín dụng"))
)

HOUSING_LIST: Final = Form(
    number="03/NƠXH",
    title="Danh sách người đề nghị vay vốn nhà ở xã hội",
    subtitle="Chương trình: {{ programme }}",
    issuer=("ỦY BAN NHÂN DÂN", "{{ commune|upper }}"),
    place_and_date=PLACE_AND_DATE,
    landscape=True,
    parts=(
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Họ và tên", 3.6),
                Column("Địa chỉ", 2.4),
                Column("Số định danh/CCCD", 2.6, "centre"),
                Column("Diện ưu tiên", 3),
                Column("Mục đích vay", 3.6),
                Column("Giá trị, dự toán (đồng)", 2.6, "right"),
                Column("Số tiền đề nghị (đồng)", 2.6, "right"),
                Column("Thời hạn (tháng)", 1.5, "centre"),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.hamlet }}",
                "{{ row.identity }}",
                "{{ row.grounds }}",
                "{{ row.purpose }}",
                "{{ row.worth }}",
                "{{ row.amount }}",
                "{{ row.months }}",
            ),
            totals=("", "Cộng", "", "", "", "", "", "{{ total }}", ""),
        ),
        Text("Số tiền bằng chữ: {{ total_in_words }}"),
        Text(
            "Xác nhận của UBND cấp xã: {{ count }} người nêu trên cư trú hợp pháp tại địa phương, đúng đối tượng, có "
            "đất ở và chưa có nhà ở hoặc nhà ở hư hỏng như hồ sơ kê khai."
        ),
        Signatures((Signed("NGƯỜI LẬP"), Signed("UBND CẤP XÃ", note="(Ký, đóng dấu)"))),
    ),
    unconfirmed=UNCONFIRMED,
)

HOUSING_RECEIPT: Final = Form(
    number="04/NƠXH",
    title="Giấy tiếp nhận hồ sơ, thông báo xét ưu tiên",
    subtitle="Chương trình: {{ programme }}",
    issuer=ISSUER,
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("{{ office }} đã nhận hồ sơ vay vốn ngày {{ received_on }} của:"),
        *BORROWER,
        *HOME,
        Text("Số tiền đề nghị vay: {{ amount }} đồng (bằng chữ: {{ amount_in_words }})"),
        Text("Giấy tờ đã nhận: {{ dossier }}"),
        Text("Diện ưu tiên đã kê khai: {{ grounds }}"),
        Text("Kết quả xét ưu tiên, bốc thăm: {{ selection }}"),
        Text(
            "Trường hợp nhu cầu vượt kế hoạch vốn, người gửi tiết kiệm tại Ngân hàng Chính sách xã hội và các diện "
            "ưu tiên được xét trước; số còn lại bốc thăm công khai, có biên bản."
        ),
        Text("Ngân hàng thẩm định, trả lời chậm nhất ngày {{ answer_by }}."),
        Signatures((Signed("NGƯỜI NỘP HỒ SƠ", "{{ borrower }}"), Signed("CÁN BỘ TIẾP NHẬN"))),
    ),
    unconfirmed=UNCONFIRMED,
)

HOUSING_APPRAISAL: Final = Form(
    number="05/NƠXH",
    title="Báo cáo thẩm định cho vay nhà ở xã hội",
    subtitle="Chương trình: {{ programme }}",
    issuer=ISSUER,
    reference="Số: ……/BC-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("I. NGƯỜI VAY", "part"),
        *BORROWER,
        Text("Hoàn cảnh: {{ family }}; Thu nhập hằng tháng: {{ income }} đồng; Diện ưu tiên: {{ grounds }}"),
        Text("II. NHÀ Ở VÀ NHU CẦU VỐN", "part"),
        *HOME,
        Text("Số tiền đề nghị vay: {{ amount }} đồng, thời hạn {{ months }} tháng"),
        Text("III. ĐIỀU KIỆN VAY VỐN NGÀY {{ evaluated_on }}", "part"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Điều kiện", 6),
                Column("Căn cứ", 4),
                Column("Kết quả", 2.2, "centre"),
            ),
            each="conditions",
            cells=("{{ loop.index }}", "{{ row.title }}", "{{ row.law }}", "{{ row.outcome }}"),
        ),
        Text("IV. Ý KIẾN ĐỀ XUẤT", "part"),
        Text("Nhận xét của cán bộ tín dụng: {{ opinion }}", lines=3),
        Text(
            "Đề xuất cho vay: {{ proposed }} đồng (bằng chữ: {{ proposed_in_words }}), thời hạn {{ proposed_months "
            "}} tháng"
        ),
        Text(
            "Lãi suất: {{ percent }} %/năm; nợ quá hạn: {{ overdue_percent }} %/năm; kỳ hạn trả nợ: {{ every }} "
            "tháng/kỳ"
        ),
        Signatures(
            (
                Signed("CÁN BỘ TÍN DỤNG"),
                Signed("TRƯỞNG PHÒNG KH-NV"),
                Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),
            )
        ),
    ),
    unconfirmed=UNCONFIRMED,
)

HOUSING_APPROVED: Final = Form(
    number="06a/NƠXH",
    title="Thông báo phê duyệt cho vay",
    subtitle="Chương trình: {{ programme }}",
    issuer=ISSUER,
    reference="Số: ……/TB-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Kính gửi: Ông (bà) {{ borrower }}", "centre"),
        *BORROWER,
        *HOME,
        Text(f"{BANK} - {{{{ office }}}} phê duyệt cho ông (bà) vay:"),
        Text("Số tiền: {{ approved }} đồng (bằng chữ: {{ approved_in_words }})"),
        Text("Thời hạn: {{ months }} tháng; kỳ hạn trả nợ: {{ every }} tháng/kỳ; lãi suất: {{ percent }} %/năm"),
        Text(
            "Đề nghị ông (bà) đến {{ office }} để ký hợp đồng tín dụng, hợp đồng thế chấp và mở tài khoản thanh "
            "toán. "
            "Chi phí công chứng, đăng ký biện pháp bảo đảm do người vay chịu."
        ),
        DIRECTOR,
    ),
    unconfirmed=UNCONFIRMED,
)

HOUSING_REFUSED: Final = Form(
    number="06b/NƠXH",
    title="Thông báo từ chối cho vay",
    subtitle="Chương trình: {{ programme }}",
    issuer=ISSUER,
    reference="Số: ……/TB-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Kính gửi: Ông (bà) {{ borrower }}", "centre"),
        *BORROWER,
        *HOME,
        Text("Số tiền đề nghị vay: {{ amount }} đồng"),
        Text(f"{BANK} - {{{{ office }}}} chưa cho ông (bà) vay vì lý do: {{{{ refused_for }}}}"),
        Text("Căn cứ: {{ refused_by }}"),
        Text("Nếu thấy chưa đúng, đề nghị ông (bà) phản ánh tại trụ sở {{ office }} để được giải thích."),
        DIRECTOR,
    ),
    unconfirmed=UNCONFIRMED,
)

DRAW_MINUTES: Final = Form(
    name="bien ban boc tham",
    title="Biên bản bốc thăm công khai",
    subtitle="Chương trình: {{ programme }}",
    issuer=ISSUER,
    reference="Số: ……/BB-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Hôm nay, {{ day }}, tại {{ venue }}, {{ office }} bốc thăm công khai để chọn người được vay."),
        Text("Kế hoạch vốn: {{ plan }} đồng (bằng chữ: {{ plan_in_words }}). Nhu cầu: {{ wanted }} đồng."),
        Text("Người chứng kiến: {{ witnesses }}"),
        Text("Dãy số do người chứng kiến đọc trước khi bốc thăm: {{ seed }}"),
        Text("Diện ưu tiên được xếp trước; trong cùng diện và số còn lại, thứ tự do bốc thăm quyết định.", "note"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Họ và tên", 4.4),
                Column("Diện ưu tiên", 4),
                Column("Số tiền (đồng)", 2.6, "right"),
                Column("Kết quả", 2.4, "centre"),
            ),
            each="lots",
            cells=("{{ row.rank }}", "{{ row.name }}", "{{ row.ground }}", "{{ row.amount }}", "{{ row.result }}"),
        ),
        Text("Ý kiến tại buổi bốc thăm: {{ minutes }}"),
        Signatures((Signed("NGƯỜI CHỨNG KIẾN"), Signed("ĐẠI DIỆN NGƯỜI VAY"), Signed("GIÁM ĐỐC"))),
    ),
    unconfirmed=("bố cục",),
)
