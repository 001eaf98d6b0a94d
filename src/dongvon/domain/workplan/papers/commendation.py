"""The papers of commendation: the submission to the city's chair (tờ trình) and the council's minutes (biên bản)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.documents.papers.official import Letterhead, OfficialPaper, Signature
from dongvon.domain.workplan.papers.report_values import date_in_words, without_superior
from dongvon.domain.workplan.queries.commendations import ProposalRow, SessionPage
from dongvon.domain.workplan.rules.balloting import Ballot
from dongvon.domain.workplan.vocabulary import CommendationForm
from dongvon.kernel.text import format_date, format_number

FORMS: Final = {
    CommendationForm.CITY_CERTIFICATE.value: "Bằng khen của Chủ tịch UBND thành phố",
    CommendationForm.BRANCH_CERTIFICATE.value: "Giấy khen của Giám đốc chi nhánh",
    CommendationForm.BOARD_CERTIFICATE.value: "Giấy khen của Trưởng Ban Đại diện Hội đồng quản trị",
}
_LIST: Final = (
    Column("TT", 1.3, "centre"),
    Column("Tập thể, cá nhân", 5),
    Column("Thành tích", 6),
    Column("Điểm, hạng", 2, "centre"),
    Column("Hình thức", 4),
)
_VOTES: Final = (
    Column("TT", 1.3, "centre"),
    Column("Tập thể, cá nhân", 7),
    Column("Đồng ý", 1.8, "right"),
    Column("Không đồng ý", 1.8, "right"),
    Column("Ý kiến khác", 1.8, "right"),
    Column("Tỷ lệ đồng ý", 2, "right"),
)


def submission_paper(
    proposals: Sequence[ProposalRow], *, round_title: str, issuer: str, signer: str, place: str, on: date
) -> bytes:
    """The submission as .docx, one row for each proposal."""
    paper = OfficialPaper(title="Tờ trình khen thưởng")
    paper.letterhead(_head(issuer, number="Số:        /TTr-NHCSXH", place=place, on=on))
    paper.title("TỜ TRÌNH", f"Về việc khen thưởng thành tích thực hiện kế hoạch ({_lower(round_title)})")
    paper.addressed_to("Chủ tịch Ủy ban nhân dân thành phố")
    paper.basis("Căn cứ Luật Thi đua, khen thưởng năm 2022;")
    paper.basis("Căn cứ kết quả chấm điểm theo công thức đã công bố.")
    paper.text(
        f"{issuer} phối hợp Sở Nội vụ tổng hợp, kính trình Chủ tịch Ủy ban nhân dân thành phố xem xét khen thưởng "
        f"{_count(proposals)} có thành tích tiêu biểu, cụ thể như sau:"
    )
    paper.table(_LIST, [_proposed(place, row) for place, row in enumerate(proposals, start=1)])
    paper.text("Kính trình Chủ tịch Ủy ban nhân dân thành phố xem xét, quyết định./.")
    paper.signature(_signed(signer))
    return paper.to_bytes()


def minutes_paper(page: SessionPage, *, issuer: str, place: str) -> bytes:
    """The minutes as .docx: who was there, how each proposal was voted on."""
    session = page.row
    paper = OfficialPaper(title="Biên bản họp Hội đồng Thi đua - Khen thưởng")
    paper.letterhead(
        _head("Hội đồng Thi đua - Khen thưởng", number="Số:        /BB-HĐTĐKT", place=place, on=session.held_on)
    )
    paper.title("BIÊN BẢN", f"Họp xét khen thưởng thành tích thực hiện kế hoạch ({_lower(session.round_title)})")
    paper.text(f"Thời gian: {date_in_words(session.held_on)}; địa điểm: {_plain(session.venue)}.")
    paper.item("1. Thành phần")
    paper.text(f"Chủ trì: {session.chair}. Thành viên được triệu tập: {len(page.members)} người, gồm:")
    for name in page.members:
        paper.dash(f"{name};")
    paper.item("2. Kết quả biểu quyết")
    paper.table(_VOTES, [_voted(place, *each) for place, each in enumerate(page.proposals, start=1)])
    state = f"kết thúc ngày {format_date(session.closed_at.date())}" if session.closed_at else "chưa kết thúc"
    paper.text(f"Việc biểu quyết thực hiện trên hệ thống của {issuer}, {state}./.")
    paper.signature(
        Signature(authority=("CHỦ TRÌ",), full_name=session.chair, copies=("- Thành viên Hội đồng;", "- Lưu: VT."))
    )
    return paper.to_bytes()


def _head(issuer: str, *, number: str, place: str, on: date) -> Letterhead:
    return Letterhead(
        superior=("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI",) if "Ngân hàng" in issuer else ("ỦY BAN NHÂN DÂN THÀNH PHỐ",),
        issuer=(without_superior(issuer).upper(),),
        number=number,
        place_and_date=f"{place}, {date_in_words(on)}",
    )


def _signed(signer: str) -> Signature:
    return Signature(
        authority=("GIÁM ĐỐC",), full_name=signer, copies=("- Như trên;", "- Sở Nội vụ;", "- Lưu: VT, KHNV.")
    )


def _count(proposals: Sequence[ProposalRow]) -> str:
    people = sum(1 for row in proposals if row.full_name)
    return f"{len(proposals) - people} tập thể và {people} cá nhân"


def _proposed(place: int, row: ProposalRow) -> list[str]:
    ranked = f"{format_number(row.total, decimals=2)}, hạng {row.rank}" if row.total is not None else "–"
    return [str(place), _plain(row.recipient), _plain(row.achievement), ranked, FORMS[row.form]]


def _voted(place: int, row: ProposalRow, ballot: Ballot) -> list[str]:
    share = f"{format_number(ballot.for_ * 100 // ballot.cast)}%" if ballot.cast else "–"
    return [str(place), _plain(row.recipient), str(ballot.for_), str(ballot.against), str(ballot.abstain), share]


def _plain(text: str) -> str:
    """What people typed raises no letters."""
    return text.replace("^", " ")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
