"""A small invented city report with something in every part: a form is tried on it before it is put into use."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from dongvon.domain.workplan.queries.city_report import (
    Cited,
    CityReport,
    ClauseFindings,
    ConcernLine,
    FamilyLine,
    FigureLine,
    GistLine,
    GroupFindings,
    TardyLine,
)
from dongvon.domain.workplan.vocabulary import ConcernKind, EntryStatus, Punctuality

_AT = datetime(2026, 12, 20, 2, 0, tzinfo=UTC)
_ID = UUID(int=39)


def sample_report() -> CityReport:
    """Every list of the form has a line, so that every mark is tried."""
    number = _cited(1, "Đơn vị gửi báo cáo đúng hạn", value=120)
    return CityReport(
        round=_ID,
        round_title="Báo cáo năm 2026",
        kind="annual",
        year=2026,
        number=1,
        plan_title="Kế hoạch mẫu",
        plan_number="1/KH-UBND",
        city="thành phố",
        issuer="Chi nhánh Ngân hàng Chính sách xã hội thành phố",
        signer="Nguyễn Văn Mẫu",
        made_at=_AT,
        due_at=_AT,
        reports=120,
        punctuality=dict.fromkeys((*Punctuality, "on_behalf"), number),
        families=(FamilyLine(name="UBND xã, phường", owed=95, on_time=90, late=3, missing=2, pending=0),),
        groups=(_group(number),),
        outlook=("Câu về hai mục tiêu vốn.",),
        tardy=tuple(_tardy(state) for state in (Punctuality.MISSING, Punctuality.LATE)),
        concerns=tuple(_concern(kind) for kind in ConcernKind),
        units=(),
        cited=(number,),
    )


def _group(number: Cited) -> GroupFindings:
    line = FigureLine(
        slot=_ID,
        code="mau",
        name="Số hội nghị",
        now=number,
        before=number,
        change="+5,00 %",
        target="từ 10 trở lên",
        verdict="Đạt",
    )
    clause = ClauseFindings(
        id=_ID,
        code="1a",
        letter="a",
        heading="Tuyên truyền chính sách",
        reported=120,
        asked=124,
        counts={status.value: number for status in EntryStatus},
        gists=(GistLine(text="Đã mở 2–9 hội nghị", units="Sở A, Sở B", count=2),),
    )
    return GroupFindings(code="1", heading="Tuyên truyền", clauses=(clause,), figures=(line,))


def _cited(reference: int, label: str, *, value: int) -> Cited:
    return Cited(
        id=_ID,
        reference=reference,
        label=label,
        value=Decimal(value),
        multiplier=1,
        unit_of_measure="đơn vị",
        kind="count",
        units=value,
        asked=value,
    )


def _tardy(state: Punctuality) -> TardyLine:
    return TardyLine(full_name="UBND xã Mẫu", state=state, due_at=_AT, met_at=None, days=3)


def _concern(kind: ConcernKind) -> ConcernLine:
    return ConcernLine(kind=kind, text="Nội dung mẫu", units="Sở A", count=1, clause="1a", outcome="Đã trả lời")
