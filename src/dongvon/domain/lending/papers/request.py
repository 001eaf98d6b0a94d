"""Mẫu 01/TD: what a household asks for, and its plan; on the back what the bank decides."""

from typing import Any, Final

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.papers.wording import (
    BANK,
    PLACE_AND_DATE,
    dong,
    long_day,
    managed_by,
    percent,
    sex_of,
    short_day,
    used_for,
)
from dongvon.domain.lending.queries.files import File
from dongvon.domain.lending.queries.offered_terms import OfferedTerms
from dongvon.kernel.money import amount_in_words

REQUEST: Final = Form(
    number="01/TD",
    title="Giấy đề nghị vay vốn kiêm phương án sử dụng vốn vay",
    subtitle="Chương trình cho vay: {{ programme }}",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text(f"Kính gửi: {BANK} - {{{{ office }}}}", "centre"),
        Text("I. NGƯỜI VAY", "part"),
        Text("1. Họ và tên: {{ borrower }}"),
        Text("Ngày sinh: {{ birth }}; Giới tính: {{ sex }}; Dân tộc: {{ ethnicity }}"),
        Text("Số định danh cá nhân/CCCD: {{ identity }}; Ngày cấp: {{ issued_on }}; Nơi cấp: {{ issued_by }}"),
        Text("Nơi cư trú: {{ hamlet }}, {{ commune }}; Điện thoại: {{ telephone }}"),
        Text("2. Thành viên Tổ TK&VV mã: {{ group }}; Tổ trưởng: {{ leader }}; Tổ chức quản lý: {{ organisation }}"),
        Text("3. Các thành viên hộ gia đình từ đủ 18 tuổi ủy quyền cho người vay: {{ signers }}"),
        Text("II. ĐỀ NGHỊ VAY VỐN", "part"),
        Text("1. Số tiền đề nghị vay: {{ amount }} đồng"),
        Text("Bằng chữ: {{ amount_in_words }}"),
        Text("2. Phương án sử dụng vốn: {{ purpose }}"),
        Text("Tổng nhu cầu vốn: {{ needed }} đồng; Vốn tự có: {{ own }} đồng; Vốn vay: {{ borrowed }} đồng"),
        Grid(
            columns=(
                Column("TT", 1, "centre"),
                Column("Đối tượng sử dụng vốn", 5),
                Column("Việc có mức vay riêng", 2),
                Column("Số lượng", 2, "centre"),
                Column("Thành tiền (đồng)", 3, "right"),
            ),
            each="items",
            cells=("{{ loop.index }}", "{{ row.item }}", "{{ row.use }}", "{{ row.quantity }}", "{{ row.amount }}"),
            totals=("", "Cộng", "", "", "{{ items_total }}"),
        ),
        Text("3. Thời hạn vay: {{ months }} tháng; Kỳ hạn trả nợ: {{ every }} tháng/kỳ; Trả mỗi kỳ: {{ part }} đồng"),
        Text("Hạn trả nợ cuối cùng: {{ final_on }}"),
        Text("4. Lãi suất cho vay: {{ percent }} %/năm; Lãi suất nợ quá hạn: {{ overdue_percent }} %/năm"),
        Text(
            "Chúng tôi cam kết sử dụng vốn vay đúng mục đích, trả nợ gốc và lãi đầy đủ, đúng hạn; nếu sai, chúng tôi "
            "chịu trách nhiệm trước pháp luật."
        ),
        Signatures(
            (
                Signed("TỔ TRƯỞNG TỔ TK&VV", "{{ leader_signs }}"),
                Signed("NGƯỜI THỪA KẾ"),
                Signed("NGƯỜI VAY", "{{ borrower_signs }}"),
            )
        ),
        Text("III. PHÊ DUYỆT CỦA NGÂN HÀNG", "back"),
        Text("1. Số tiền cho vay: {{ approved }} đồng"),
        Text("Số tiền phê duyệt bằng chữ: {{ approved_in_words }}"),
        Text("2. Thời hạn: {{ approved_months }} tháng; Số kỳ trả nợ: {{ approved_instalments }}"),
        Text("Số tiền trả mỗi kỳ: {{ approved_part }} đồng; Hạn trả nợ cuối cùng: {{ approved_final_on }}"),
        Text("3. Lãi suất cho vay: {{ approved_percent }} %/năm; Lãi suất quá hạn: {{ approved_overdue }} %/năm"),
        Text("Ngày trả lãi hằng tháng: {{ interest_day }}"),
        Signatures(
            (
                Signed("CÁN BỘ TÍN DỤNG"),
                Signed("TRƯỞNG PHÒNG KH-NV"),
                Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),
            )
        ),
    ),
    unconfirmed=("bố cục", "các trường"),
)


def request_values(file: File, setting: Setting) -> dict[str, Any]:
    """The marks of 01/TD, dots where nothing is known."""
    row, person = file.row, file.borrower
    signers = file.authorisation.signers if file.authorisation else ()
    values: dict[str, Any] = {
        "programme": row.programme_name,
        "office": setting.office,
        "place": setting.commune,
        "day": long_day(setting.on),
        "borrower": row.borrower_name,
        "birth": person.birth if person else "",
        "sex": sex_of(person),
        "identity": person.masked_number if person else "",
        "hamlet": row.hamlet,
        "commune": setting.commune,
        "group": row.group_code or "không, vay trực tiếp",
        "leader": row.leader_name,
        "organisation": managed_by(row.organisation),
        "signers": ", ".join(each.full_name for each in signers),
        "purpose": row.purpose,
        "items": [
            {"item": each.item, "use": used_for(each.use), "quantity": each.quantity, "amount": dong(each.amount)}
            for each in file.items
        ],
        "items_total": dong(sum(each.amount for each in file.items) or None),
        "months": str(row.term_months),
        "leader_signs": row.leader_name,
        "borrower_signs": row.borrower_name,
        **_money(file),
        **_terms(setting.terms, approved=row.approved, months=row.term_months),
    }
    asked = to_fill_in(REQUEST, known={name: value for name, value in values.items() if value})
    return {**asked, "items": values["items"]}


def _money(file: File) -> dict[str, str]:
    row = file.row
    return {
        "amount": dong(row.amount),
        "amount_in_words": amount_in_words(row.amount),
        "needed": dong(row.amount + row.own_capital),
        "own": dong(row.own_capital),
        "borrowed": dong(row.amount),
        "approved": dong(row.approved),
        "approved_in_words": amount_in_words(row.approved) if row.approved else "",
    }


def _terms(terms: OfferedTerms | None, *, approved: int | None, months: int) -> dict[str, str]:
    if terms is None:
        return {}
    offered = {
        "every": str(terms.every_months),
        "part": dong(terms.part),
        "final_on": short_day(terms.final_on),
        "percent": percent(terms.percent),
        "overdue_percent": percent(terms.overdue_percent),
    }
    return offered | _granted(terms, months=months) if approved else offered


def _granted(terms: OfferedTerms, *, months: int) -> dict[str, str]:
    """What the back says once the director has lent."""
    return {
        "interest_day": f"ngày {terms.session_day}" if terms.session_day else "",
        "approved_months": str(months),
        "approved_instalments": str(terms.instalments),
        "approved_part": dong(terms.part),
        "approved_final_on": short_day(terms.final_on),
        "approved_percent": percent(terms.percent),
        "approved_overdue": percent(terms.overdue_percent),
    }
