"""11/TD: the mandate contract between the lending office and a group's board, in three copies.

Source: the entrustment exam bank (what a board may and may not collect, the number of copies); the wording is ours.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Signatures, Signed, Text

COPIES: Final = 3

MANDATE: Final = Form(
    number="11/TD",
    title="Hợp đồng ủy nhiệm",
    subtitle="Số: {{ contract }}",
    place_and_date="{{ place }}, {{ day_in_words }}",
    parts=(
        Text(
            "BÊN A: {{ office }} (bên ủy nhiệm). Đại diện: ........................ Chức vụ: ........................"
        ),
        Text("BÊN B: Ban quản lý Tổ TK&VV mã {{ code }}, {{ hamlet }}, {{ place }} (bên nhận ủy nhiệm)."),
        Text("Tổ trưởng: {{ leader }}. Tổ phó: {{ deputy }}. {{ organisation }} quản lý."),
        Text("Điều 1. Nội dung ủy nhiệm", "part"),
        Text("Bên B được thu tại tổ, có biên lai và chữ ký của tổ viên: {{ collects }}."),
        Text("Bên B nộp toàn bộ tiền đã thu và biên lai chưa dùng tại phiên giao dịch xã gần nhất."),
        Text("Điều 2. Những việc bên B không được làm", "part"),
        Text(
            "Không thu nợ gốc, không thu phí của tổ viên; không giữ sổ vay vốn của tổ viên; không vay hộ, vay ké; "
            "không chiếm dụng tiền đã thu."
        ),
        Text("Điều 3. Hoa hồng", "part"),
        Text("Bên A chi hoa hồng hằng tháng cho bên B theo số lãi thực thu và quy định có hiệu lực của từng thời kỳ."),
        Text("Điều 4. Tạm dừng và chấm dứt", "part"),
        Text(
            "Bên A được tạm dừng ủy nhiệm bằng quyết định nêu rõ lý do và khôi phục bằng quyết định. Hợp đồng chấm dứt "
            "khi tổ thay đổi ban quản lý hoặc giải thể."
        ),
        Text(
            "Hợp đồng có hiệu lực từ ngày {{ since }}, lập thành 03 bản: bên A giữ 01 bản, bên B giữ 01 bản, "
            "{{ organisation }} cấp xã giữ 01 bản."
        ),
        Signatures((Signed("ĐẠI DIỆN BÊN B", "{{ leader }}"), Signed("ĐẠI DIỆN BÊN A", note="(Ký, đóng dấu)"))),
    ),
    unconfirmed=("toàn bộ lời văn của hợp đồng",),
)
