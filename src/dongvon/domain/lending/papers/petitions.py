"""What a borrower asks of the bank about a loan: 08/TD (other days), 09/TD and 09/NƠXH (more time), with the answer.

The fields are second-hand; of 09/TD and 09/NƠXH those beyond 08/TD are inferred.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Part, Signatures, Signed, Text
from dongvon.domain.lending.papers.wording import BANK, PLACE_AND_DATE

#: Who borrowed and which loan: the same on every paper about a loan.
BORROWER: Final = (
    Text("Họ và tên người vay (hoặc người được ủy quyền): {{ borrower }}"),
    Text("Ngày sinh: {{ birth }}; Giới tính: {{ sex }}; Dân tộc: {{ ethnicity }}"),
    Text("Số định danh cá nhân/CCCD: {{ identity }}; Ngày cấp: {{ issued_on }}; Nơi cấp: {{ issued_by }}"),
    Text("Nơi cư trú: {{ hamlet }}, {{ commune }}"),
    Text("Thành viên Tổ TK&VV mã: {{ group }}; Tổ trưởng: {{ leader }}; Tổ chức quản lý: {{ organisation }}"),
)
LOAN: Final = (
    Text("Hợp đồng, sổ vay vốn số: {{ contract }}; Ngày ký: {{ signed_on }}; Chương trình: {{ programme }}"),
    Text("Số tiền đã vay: {{ lent }} đồng (bằng chữ: {{ lent_in_words }})"),
)


def _petition(number: str, title: str, *parts: Part) -> Form:
    return Form(
        number=number,
        title=title,
        place_and_date=PLACE_AND_DATE,
        parts=(
            Text(f"Kính gửi: {BANK} - {{{{ office }}}}", "centre"),
            *BORROWER,
            *LOAN,
            *parts,
            Signatures((Signed("XÁC NHẬN CỦA TỔ TRƯỞNG", "{{ leader_signs }}"), Signed("NGƯỜI VAY", "{{ borrower }}"))),
            Text("PHÊ DUYỆT CỦA NGÂN HÀNG", "part"),
            Text("{{ answer }}", lines=2),
            Signatures(
                (
                    Signed("CÁN BỘ TÍN DỤNG"),
                    Signed("TRƯỞNG PHÒNG KH-NV"),
                    Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),
                )
            ),
        ),
        unconfirmed=("bố cục", "câu chữ"),
    )


RESCHEDULING: Final = _petition(
    "08/TD",
    "Giấy đề nghị điều chỉnh kỳ hạn trả nợ",
    Text("Nợ gốc phải trả kỳ này: {{ due_principal }} đồng; Hạn trả: {{ due_on }}"),
    Text("Số nợ gốc chưa trả được: {{ unpaid }} đồng"),
    Text("Lý do, đề nghị: {{ asked }}", lines=2),
    Text("Đề nghị trả số nợ trên vào ngày: ……/……/20……"),
    Text("Hạn trả nợ cuối cùng không thay đổi: {{ final_on }}."),
)
_MORE_TIME: Final = (
    Text(
        "Hạn trả nợ cuối cùng: {{ final_on }}; Nợ gốc còn lại: {{ principal }} đồng; Lãi chưa trả: {{ interest }} đồng"
    ),
    Text("Lý do, đề nghị: {{ asked }}", lines=2),
    Text("Đề nghị gia hạn nợ thêm: …… tháng; đến ngày: ……/……/20……"),
    Text("Tôi cam kết trả gốc và lãi đúng thời hạn mới; lãi vẫn trả đều trong thời gian gia hạn."),
)
EXTENSION: Final = _petition("09/TD", "Giấy đề nghị gia hạn nợ", *_MORE_TIME)
HOUSING_EXTENSION: Final = _petition("09/NƠXH", "Giấy đề nghị gia hạn nợ vay nhà ở xã hội", *_MORE_TIME)
