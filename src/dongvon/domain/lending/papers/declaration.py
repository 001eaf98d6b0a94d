"""Phụ lục I and II of Quyết định 29/2025/QĐ-TTg: what the school certifies, and what a learner declares before each
year's money (the fields are ours)."""

from typing import Any, Final

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.papers.wording import BANK, PLACE_AND_DATE, dong, long_day, short_day
from dongvon.domain.lending.queries.files import File
from dongvon.kernel.money import amount_in_words

DECLARATION: Final = Form(
    name="phu luc ii",
    title="Giấy kê khai của người học",
    subtitle="(Phụ lục II, Quyết định 29/2025/QĐ-TTg)",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text(f"Kính gửi: {BANK} - {{{{ office }}}}", "centre"),
        Text("Người học: {{ student }}; Ngày sinh: {{ birth }}"),
        Text("Trường: {{ school }}; Ngành: {{ field }}; Trình độ: {{ level }}"),
        Text("Khóa học từ {{ starts_on }} đến {{ ends_on }} ({{ months }} tháng)"),
        Text("Người đứng tên vay: {{ borrower }}; Số tiền đã được duyệt: {{ approved }} đồng"),
        Text("Năm học: ……………………; Kết quả năm học trước: ……………………………………………"),
        Text("Học phí phải nộp năm nay, sau khi trừ học bổng: …………………………………… đồng"),
        Text("Các đợt nhận tiền:"),
        Grid(
            columns=(
                Column("Đợt", 1, "centre"),
                Column("Dự kiến từ", 3, "centre"),
                Column("Số tiền (đồng)", 3, "right"),
                Column("Đã nhận", 2, "centre"),
            ),
            each="tranches",
            cells=("{{ row.number }}", "{{ row.planned_on }}", "{{ row.amount }}", "{{ row.paid }}"),
        ),
        Text("Tôi cam đoan kê khai đúng và đang theo học; nếu sai, tôi chịu trách nhiệm trước pháp luật."),
        Signatures(
            (
                Signed("XÁC NHẬN CỦA NHÀ TRƯỜNG", note="(Ký, đóng dấu)"),
                Signed("NGƯỜI VAY", "{{ borrower }}"),
                Signed("NGƯỜI HỌC", "{{ student }}"),
            )
        ),
    ),
    unconfirmed=("các trường", "bố cục"),
)

CERTIFICATE: Final = Form(
    name="phu luc i",
    title="Giấy xác nhận của cơ sở giáo dục",
    subtitle="(Phụ lục I, Quyết định 29/2025/QĐ-TTg)",
    issuer=("{{ school|upper }}",),
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("{{ school }} xác nhận:"),
        Text("Người học: {{ student }}; Ngày sinh: {{ birth }}"),
        Text("Ngành: {{ field }}; Trình độ: {{ level }}; Năm học: ……………………"),
        Text("Ngành học thuộc danh mục ngành khoa học, công nghệ, kỹ thuật và toán: ☐ có   ☐ không"),
        Text("Khóa học từ {{ starts_on }} đến {{ ends_on }} ({{ months }} tháng)"),
        Text("Học phí phải nộp cả khóa, sau khi trừ học bổng và khoản được miễn giảm: {{ tuition }} đồng"),
        Text("Bằng chữ: {{ tuition_in_words }}"),
        Text("Kết quả học tập để xét vay (đánh dấu một ô):"),
        Text("☐ Năm thứ nhất: ba năm trung học phổ thông xếp loại khá trở lên"),
        Text("☐ Năm thứ nhất: điểm trung bình toán, lý, hóa, sinh lớp 12 từ 8 trở lên"),
        Text("☐ Các năm sau: năm học trước xếp loại giỏi"),
        Text("☐ Học viên cao học, nghiên cứu sinh được công nhận"),
        Signatures((Signed("", note=""), Signed("THỦ TRƯỞNG CƠ SỞ GIÁO DỤC", note="(Ký, đóng dấu)"))),
    ),
    unconfirmed=("các trường", "bố cục"),
)


def certificate_values(file: File, setting: Setting) -> dict[str, Any]:
    """The marks of the certificate; a file of this kind has a course."""
    return to_fill_in(CERTIFICATE, known=_known(file, setting))


def declaration_values(file: File, setting: Setting) -> dict[str, Any]:
    """The marks of the declaration; a file of this kind has a course."""
    parts = [
        {
            "number": part.number,
            "planned_on": short_day(part.planned_on),
            "amount": dong(part.amount),
            "paid": "x" if part.paid else "",
        }
        for part in file.tranches
    ]
    return {**to_fill_in(DECLARATION, known=_known(file, setting)), "tranches": parts}


def _known(file: File, setting: Setting) -> dict[str, str]:
    course = file.course
    assert course is not None, "only learners declare"
    known = {
        "office": setting.office,
        "place": setting.commune,
        "day": long_day(setting.on),
        "school": course.school,
        "student": course.student.full_name if course.student else "",
        "birth": course.student.birth if course.student else "",
        "field": course.field,
        "level": course.level,
        "starts_on": short_day(course.starts_on),
        "ends_on": short_day(course.ends_on),
        "months": str(course.months),
        "tuition": dong(course.tuition or None),
        "tuition_in_words": amount_in_words(course.tuition) if course.tuition else "",
        "borrower": file.row.borrower_name,
        "approved": dong(file.row.approved),
    }
    return {name: said for name, said in known.items() if said}
