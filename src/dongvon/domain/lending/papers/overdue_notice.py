"""14/TD: a borrower is told that principal went overdue, since when and at which rate (the wording is ours)."""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Received, Signatures, Signed, Text
from dongvon.domain.lending.papers.petitions import LOAN
from dongvon.domain.lending.papers.wording import ISSUER, PLACE_AND_DATE

OVERDUE_NOTICE: Final = Form(
    number="14/TD",
    title="Thông báo chuyển nợ quá hạn",
    issuer=ISSUER,
    reference="Số: ……/TB-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Kính gửi: Ông (bà) {{ borrower }}, {{ hamlet }}, {{ commune }}", "centre"),
        *LOAN,
        Text("Thành viên Tổ TK&VV mã: {{ group }}; Tổ trưởng: {{ leader }}"),
        Text("Đến ngày {{ overdue_on }} ông (bà) chưa trả nợ gốc đến hạn và không được gia hạn, điều chỉnh kỳ hạn."),
        Text("{{ office }} chuyển sang nợ quá hạn: {{ overdue }} đồng (bằng chữ: {{ overdue_in_words }})."),
        Text("Lãi suất nợ quá hạn từ ngày trên: {{ overdue_percent }} %/năm. Lãi chưa trả: {{ interest }} đồng."),
        Text(
            "Đề nghị ông (bà) trả nợ tại phiên giao dịch xã gần nhất hoặc tại {{ office }}. Nếu gặp khó khăn do "
            "nguyên "
            "nhân khách quan, đề nghị báo tổ trưởng để được hướng dẫn lập hồ sơ xử lý nợ."
        ),
        Signatures(
            (Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),),
            Received(("Như trên", "Tổ trưởng Tổ TK&VV", "Lưu: hồ sơ khoản vay")),
        ),
    ),
    unconfirmed=("câu chữ",),
)
