"""16/TD: minutes of inspecting a group, two copies. Parts second-hand, lines ours."""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.groups.vocabulary import Matter

COPIES: Final = 2

#: What the bank's delegation of tasks asks of a group and its board.
MATTERS: Final = {
    Matter.FOUNDING: "Thành lập tổ: danh sách, quy ước, biên bản, chấp thuận của UBND cấp xã",
    Matter.BOARD: "Ban quản lý tổ: đủ tổ trưởng, tổ phó, không thuộc diện không được bầu",
    Matter.APPRAISAL: "Bình xét cho vay công khai, có hội và trưởng ấp dự",
    Matter.COLLECTING: "Thu lãi, thu tiền gửi có biên lai, chữ ký; nộp đủ tại phiên giao dịch",
    Matter.FORBIDDEN: "Không thu nợ gốc, không vay ké, không giữ sổ vay vốn",
    Matter.RECORDS: "Lưu hồ sơ: sổ họp, bảng kê 13/TD, hợp đồng 11/TD",
    Matter.URGING: "Đôn đốc nợ đến hạn, báo cáo rủi ro, hộ bỏ đi khỏi nơi cư trú",
}

INSPECTION: Final = Form(
    number="16/TD",
    title="Biên bản kiểm tra hoạt động của Tổ TK&VV",
    subtitle="Tổ mã {{ code }}, {{ hamlet }}, {{ place }}",
    issuer=("{{ organisation|upper }}", "{{ place|upper }}"),
    place_and_date="{{ place }}, {{ inspected_on }}",
    parts=(
        Text("Đoàn kiểm tra: {{ team }}"),
        Text("Tổ trưởng: {{ leader }}. Tổ phó: {{ deputy }}."),
        Text("I. SỐ LIỆU ĐẾN NGÀY {{ day }}", "part"),
        Text("Số tổ viên: {{ member_count }}. Tổng dư nợ: {{ outstanding }} đồng."),
        Text("Nợ quá hạn: {{ overdue }} đồng, bằng {{ ratio }}% tổng dư nợ."),
        Text("Lãi chưa thu đến ngày trên: {{ interest }} đồng. Xếp loại tháng gần nhất: {{ grade }}."),
        Text("Tiền gửi của tổ viên: .................................... đồng."),
        Text("II. NỘI DUNG KIỂM TRA", "part"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Nội dung", 7.4),
                Column("Đạt", 1.2, "centre"),
                Column("Chưa đạt", 1.4, "centre"),
                Column("Ghi chú", 4),
            ),
            each="checked",
            cells=("{{ loop.index }}", "{{ row.matter }}", "{{ row.right }}", "{{ row.wrong }}", "{{ row.note }}"),
        ),
        Text("III. ƯU ĐIỂM, TỒN TẠI", "part"),
        Text("Ưu điểm: {{ merits }}", lines=2),
        Text("Tồn tại: {{ faults }}", lines=2),
        Text("IV. KIẾN NGHỊ, CAM KẾT KHẮC PHỤC", "part"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Nội dung", 8),
                Column("Thời hạn", 2.2, "centre"),
                Column("Kết quả khắc phục", 4),
            ),
            each="promises",
            cells=("{{ loop.index }}", "{{ row.text }}", "{{ row.due_on }}", "{{ row.seen }}"),
        ),
        Text("Biên bản lập thành 02 bản có giá trị như nhau."),
        Signatures((Signed("TỔ TRƯỞNG", "{{ leader }}"), Signed("TRƯỞNG ĐOÀN KIỂM TRA"))),
    ),
    unconfirmed=("bảng nội dung kiểm tra", "bố cục phần III, IV"),
)
