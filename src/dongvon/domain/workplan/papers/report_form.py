"""The form of the city report that ships with the program; officials may put their own in its place."""

from functools import cache
from typing import Final

from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.papers.official import Letterhead, OfficialPaper, Signature

CODE: Final = "bao-cao-tong-hop"

FAMILY_COLUMNS: Final = (
    Column("TT", 1.1, "centre"),
    Column("Khối đơn vị", 6),
    Column("Phải gửi", 1.6, "right"),
    Column("Đúng hạn", 1.6, "right"),
    Column("Quá hạn", 1.6, "right"),
    Column("Chưa gửi", 1.6, "right"),
    Column("Chưa đến hạn", 1.8, "right"),
)
FIGURE_COLUMNS: Final = (
    Column("TT", 1, "centre"),
    Column("Chỉ tiêu (đơn vị tính)", 3.9),
    Column("Năm báo cáo", 3.1, "right"),
    Column("Năm trước", 3.1, "right"),
    Column("Tăng, giảm", 1.9, "right"),
    Column("Mục tiêu", 2, "centre"),
    Column("Đánh giá", 1.5, "centre"),
)
TARDY_COLUMNS: Final = (
    Column("TT", 1.1, "centre"),
    Column("Đơn vị", 7),
    Column("Tình trạng", 3, "centre"),
    Column("Số ngày quá hạn", 2.4, "right"),
)
SOURCE_COLUMNS: Final = (
    Column("Ký hiệu", 1.2, "centre"),
    Column("Nội dung", 4.3),
    Column("Số liệu", 2.3, "right"),
    Column("Có số liệu", 1.7, "centre"),
    Column("Mã căn cứ", 7),
)


@cache
def shipped_form() -> bytes:
    """The .docx with its marks."""
    paper = OfficialPaper(title="Báo cáo tổng hợp")
    _head(paper)
    _turnout(paper)
    _results(paper)
    _assessment(paper)
    _closing(paper)
    _annexes(paper)
    return paper.to_bytes()


def _head(paper: OfficialPaper) -> None:
    paper.letterhead(
        Letterhead(
            superior=("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI",),
            issuer=("{{ issuer }}",),
            number="Số:        /BC-{{ sign }}",
            place_and_date="{{ place }}, {{ date_in_words }}",
        )
    )
    paper.title("BÁO CÁO", "{{ title }}")
    paper.addressed_to("{{ addressee }}")
    paper.basis("{{ basis }}")
    paper.text("{{ opening }}")


def _turnout(paper: OfficialPaper) -> None:
    paper.part("I. TÌNH HÌNH GỬI BÁO CÁO")
    paper.text("{{ turnout.sentence }}")
    for mark in ("on_time", "late", "missing", "pending", "waived", "on_behalf"):
        paper.directive(f"{{%p if turnout.{mark} %}}")
        paper.text(
            f"- {{{{ turnout.{mark}.label }}}}: {{{{ turnout.{mark}.text }}}} đơn vị^{{{{ turnout.{mark}.mark }}}}^."
        )
        paper.directive("{%p endif %}")
    paper.table(
        FAMILY_COLUMNS,
        [
            ["{%tr for row in families %}"],
            [
                *("{{ loop.index }}", "{{ row.name }}", "{{ row.owed }}", "{{ row.on_time }}"),
                *("{{ row.late }}", "{{ row.missing }}", "{{ row.pending }}"),
            ],
            ["{%tr endfor %}"],
        ],
    )


def _results(paper: OfficialPaper) -> None:
    paper.part("II. KẾT QUẢ THỰC HIỆN THEO NHÓM NHIỆM VỤ")
    paper.directive("{%p for group in groups %}")
    paper.item("{{ group.numbered }}")
    paper.directive("{%p for clause in group.clauses %}")
    paper.point("{{ clause.numbered }}")
    paper.text(
        "{{ clause.sentence }}{% for count in clause.counts %}{{ count.before }}{{ count.text }} đơn vị "
        "{{ count.label }}^{{ count.mark }}^{% endfor %}."
    )
    paper.directive("{%p for gist in clause.gists %}")
    paper.dash("{{ gist }}")
    paper.directive("{%p endfor %}")
    paper.directive("{%p endfor %}")
    paper.directive("{%p if group.figures %}")
    paper.table(
        FIGURE_COLUMNS,
        [
            ["{%tr for row in group.figures %}"],
            [
                *("{{ loop.index }}", "{{ row.name }}", "{{ row.now }}^{{ row.now_mark }}^"),
                "{{ row.before }}^{{ row.before_mark }}^",
                *("{{ row.change }}", "{{ row.target }}", "{{ row.verdict }}"),
            ],
            ["{%tr endfor %}"],
        ],
    )
    paper.directive("{%p endif %}")
    paper.directive("{%p endfor %}")


def _assessment(paper: OfficialPaper) -> None:
    paper.part("III. ĐÁNH GIÁ, KHÓ KHĂN, VƯỚNG MẮC VÀ ĐỀ XUẤT")
    paper.item("1. So với mục tiêu của Kế hoạch")
    _each(paper, "line", "assessment", "{{ line }}")
    paper.item("2. Đơn vị gửi quá hạn, chưa gửi báo cáo")
    paper.text("{{ tardy_sentence }}")
    paper.item("3. Khó khăn, vướng mắc")
    _each(paper, "line", "difficulties", "- {{ line }}")
    paper.item("4. Đề xuất, kiến nghị của các đơn vị")
    _each(paper, "line", "proposals", "- {{ line }}")
    paper.part("IV. NHIỆM VỤ THỜI GIAN TỚI")
    _each(paper, "line", "next_tasks", "{{ loop.index }}. {{ line }}")
    paper.text("{{ ending }}")


def _each(paper: OfficialPaper, name: str, many: str, text: str) -> None:
    paper.directive(f"{{%p for {name} in {many} %}}")
    paper.text(text)
    paper.directive("{%p endfor %}")


def _closing(paper: OfficialPaper) -> None:
    paper.signature(
        Signature(
            authority=("GIÁM ĐỐC",),
            full_name="{{ signer }}",
            copies=("- {{ addressee }};", "- Ngân hàng CSXH Việt Nam;", "- Các đơn vị liên quan;", "- Lưu: VT, KHNV."),
        )
    )


def _annexes(paper: OfficialPaper) -> None:
    paper.annex(label="Phụ lục I", title="ĐƠN VỊ GỬI QUÁ HẠN, CHƯA GỬI BÁO CÁO", reference="{{ annex_reference }}")
    paper.table(
        TARDY_COLUMNS,
        [
            ["{%tr for row in tardy %}"],
            ["{{ loop.index }}", "{{ row.full_name }}", "{{ row.state }}", "{{ row.days }}"],
            ["{%tr endfor %}"],
            ["{%tr if not tardy %}"],
            ["Không có đơn vị nào."],
            ["{%tr endif %}"],
        ],
    )
    paper.annex(label="Phụ lục II", title="CĂN CỨ CỦA SỐ LIỆU TRONG BÁO CÁO", reference="{{ annex_reference }}")
    paper.note("{{ sources_note }}")
    paper.table(
        SOURCE_COLUMNS,
        [
            ["{%tr for row in sources %}"],
            ["{{ row.mark }}", "{{ row.label }}", "{{ row.text }}", "{{ row.given }}", "{{ row.id }}"],
            ["{%tr endfor %}"],
        ],
        small=True,
    )
