"""A short plan for the small city, drafted without a file: three clauses, a yearly duty."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from dongvon.domain.workplan.models import Plan, Source
from dongvon.domain.workplan.operations.drafting import store
from dongvon.domain.workplan.rules.reading.doubtful import of_clauses
from dongvon.domain.workplan.rules.reading.shapes import (
    Assignment,
    Clause,
    Duty,
    Group,
    Part,
    PlanReading,
    Span,
    Target,
    Timing,
)

READ_AT = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)
SPAN = Span(first_line=1, last_line=2)

CONTINUOUS = Timing(kind="continuous", text="Thường xuyên")
QUARTERLY = Timing(kind="quarterly", text="Hằng quý")
NO_TIMING = Timing(kind="undetermined")
BEFORE_15_12 = Timing(kind="before_day_each_year", text="trước ngày 15/12 hằng năm", day=15, month=12, before=True)

COMMUNES = Assignment(role="implement", mention="UBND cấp xã", unit="ubnd", level="commune")
UNIONS = Assignment(role="implement", mention="Hội Nông dân các cấp", unit="hoi-nong-dan", level="all")
FINANCE = Assignment(role="lead", mention="Sở Tài chính", unit="so-tai-chinh", level="city")
BRANCH = Assignment(role="coordinate", mention="Chi nhánh", unit="nhcsxh-chi-nhanh", level="city")
UNKNOWN = Assignment(role="coordinate", mention="Sở Thủy lợi", unit=None, level=None, reason="Không nhận ra tên.")


def clause(code: str, *assignments: Assignment, timing: Timing = CONTINUOUS, text: str = "") -> Clause:
    return Clause(
        code=code,
        text=text or f"Nội dung của nhiệm vụ {code}",
        group="1",
        part="II",
        assignments=assignments,
        timing=timing,
        product="",
        span=SPAN,
    )


def duty(*deadlines: Timing) -> Duty:
    return Duty(
        code="III.1",
        text="Gửi kết quả về Chi nhánh trước ngày 15/12 hằng năm",
        assignments=(COMMUNES,),
        deliver_to=(BRANCH,),
        timing=Timing(kind="yearly"),
        deadlines=deadlines,
        span=SPAN,
    )


CLAUSES = (
    clause("1a", COMMUNES, UNIONS, BRANCH),
    clause("1b", FINANCE, COMMUNES, timing=QUARTERLY),
    clause("1c", COMMUNES, timing=Timing(kind="by_year", text="Đến năm 2027", year=2027)),
)

READING = PlanReading(
    title="Triển khai tín dụng chính sách trên địa bàn",
    number="12/KH-UBND",
    issued_on="2026-01-10",
    issuer="UBND thành phố",
    parts=(Part(code="II", title="Nhiệm vụ", nature="tasks", span=SPAN),),
    groups=(Group(code="1", title="Tuyên truyền", part="II", span=SPAN),),
    clauses=CLAUSES,
    duties=(duty(BEFORE_15_12),),
    targets=(
        Target(
            text="đến năm 2028 đạt khoảng 30%",
            number=30,
            unit="%",
            kind="about",
            year=2028,
            from_year=None,
            clause="1c",
            span=SPAN,
        ),
    ),
    documents=(),
    supersedes=(),
    notes=(),
    warnings=(),
)


def drafted(*clauses: Clause, lineage: dict[str, UUID] | None = None, **changes: Any) -> Plan:
    """A draft for 2026–2028 with these clauses, or the usual three."""
    reading = replace(READING, **({"clauses": clauses} if clauses else {}), **changes)
    reading = replace(reading, warnings=tuple(of_clauses(reading.clauses)))
    plan = Plan.objects.create(
        number=reading.number,
        title=reading.title,
        issuer=reading.issuer,
        issued_on=date(2026, 1, 10),
        first_year=2026,
        last_year=2028,
        state="draft",
        imported_at=READ_AT,
    )
    Source.objects.create(
        plan=plan, file_name="ke-hoach.txt", format="txt", content=b"-", sha256=b"-" * 32, lines=["a", "b"]
    )
    store(plan, reading, lineage=lineage or {})
    return plan
