"""Mẫu 01/UQ: the adults of a household choose who borrows for all of them, before the head of the hamlet."""

from typing import Any, Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.papers.wording import PLACE_AND_DATE, dong, long_day
from dongvon.domain.lending.queries.files import File

#: One original for the bank, one for the household.
COPIES: Final = 2

AUTHORISATION: Final = Form(
    number="01/UQ",
    title="Giấy ủy quyền",
    subtitle="Về việc đại diện hộ gia đình vay vốn Ngân hàng Chính sách xã hội",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text(
            "Chúng tôi là các thành viên từ đủ 18 tuổi trở lên của hộ gia đình cư trú tại {{ hamlet }}, {{ commune }}:"
        ),
        Grid(
            columns=(
                Column("TT", 1, "centre"),
                Column("Họ và tên", 5),
                Column("Ngày sinh", 2.5, "centre"),
                Column("Số định danh cá nhân/CCCD", 3.5, "centre"),
                Column("Chữ ký", 3),
            ),
            each="signers",
            cells=("{{ loop.index }}", "{{ row.name }}", "{{ row.birth }}", "{{ row.identity }}", ""),
        ),
        Text(
            "Thống nhất ủy quyền cho ông (bà) {{ borrower }}, sinh ngày {{ birth }}, số định danh cá nhân/CCCD "
            "{{ identity }}, đại diện hộ gia đình đứng tên vay vốn chương trình {{ programme }} tại Ngân hàng Chính "
            "sách xã hội, số tiền {{ amount }} đồng, và ký các giấy tờ liên quan."
        ),
        Text("Các thành viên cùng chịu trách nhiệm trả nợ gốc và lãi đầy đủ, đúng hạn."),
        Text("Giấy này lập thành 02 bản chính: 01 bản lưu tại ngân hàng, 01 bản hộ gia đình giữ."),
        Signatures(
            (
                Signed("XÁC NHẬN CỦA TRƯỞNG THÔN, TỔ DÂN PHỐ", "{{ witness }}"),
                Signed("NGƯỜI ĐƯỢC ỦY QUYỀN", "{{ borrower }}"),
            )
        ),
    ),
    unconfirmed=("câu chữ",),
)


def authorisation_values(file: File, setting: Setting) -> dict[str, Any]:
    """The marks of 01/UQ."""
    person, signed = file.borrower, file.authorisation
    return {
        "hamlet": file.row.hamlet,
        "commune": setting.commune,
        "place": setting.commune,
        "day": long_day(signed.signed_on if signed else setting.on),
        "borrower": file.row.borrower_name,
        "birth": person.birth if person else "",
        "identity": person.masked_number if person else "",
        "programme": file.row.programme_name,
        "amount": dong(file.row.amount),
        "witness": signed.witness if signed else "",
        "signers": [
            {"name": each.full_name, "birth": each.birth, "identity": each.masked_number}
            for each in (signed.signers if signed else ())
        ],
    }
