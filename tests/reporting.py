"""A small city in the middle of a round: who reports, who reads, what is owed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause, Obligation, Plan, Round, Slot
from dongvon.domain.workplan.operations.attach_evidence import attach_evidence
from dongvon.domain.workplan.operations.fill import fill
from dongvon.domain.workplan.operations.open_report import open_report
from dongvon.domain.workplan.operations.submit import submit
from dongvon.domain.workplan.operations.write import write
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.domain.workplan.vocabulary import Filled, PlanState, RoundKind
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City

LONG_BINH, TRANG_BOM = "ubnd-26041", "ubnd-26242"
CLAUSES = (
    ("1a", "Tổ chức quán triệt, tuyên truyền Chỉ thị", True),
    ("3d", "Bố trí ngân sách ủy thác qua ngân hàng", False),
    ("4d", "Củng cố điểm giao dịch xã", False),
)
SLOTS = (
    ("1a", "hoi-nghi", "Số hội nghị", "hội nghị", "count", 1),
    ("3d", "von", "Vốn ngân sách ủy thác", "triệu đồng", "money", 1_000_000),
    ("3d", "ty-le", "Tỷ lệ vốn địa phương", "%", "percent", 1),
)


@dataclass
class Reporting:
    """A round at `at`, three weeks before it is due; two communes owe three clauses with three figures."""

    city: City
    at: datetime
    plan: UUID
    round: UUID
    clauses: dict[str, UUID]
    slots: dict[str, UUID] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """Hoa prepares and Tùng heads the one commune, Mai heads the other, Nam and Lan are the branch."""
        unit, role = PEOPLE[name]
        if name in self.city.people:
            return Actor(person=self.city.people[name], unit=self.city.units[unit], roles=frozenset({role}))
        return self.city.actor(name, unit=unit, role=role)

    def envelope(self, name: str, *, later: timedelta = timedelta()) -> dict[str, object]:
        """Key, actor and moment of one call."""
        return {"key": new_id(), "by": self.actor(name), "at": self.at + later}

    def report(self, name: str = "hoa", *, reporter: str = LONG_BINH) -> UUID:
        """An opened report."""
        reporter_id = self.city.units[reporter]
        return open_report(**self.envelope(name), round=self.round, reporter=reporter_id)

    def fill_in(self, report: UUID, name: str = "hoa") -> None:
        """Everything a report needs before it may be handed in."""
        for code, clause in self.clauses.items():
            words = {"status": "done", "narrative": f"Đã thực hiện nhiệm vụ {code}.", "assessment": "Đạt yêu cầu"}
            write(**self.envelope(name), report=report, clause=clause, expects=edition_of(report), **words)
        attach_evidence(
            **self.envelope(name), report=report, clause=self.clauses["1a"], link="https://longbinh.dongnai.gov.vn/tin"
        )
        figures = tuple(
            Filled(slot=slot, value=Decimal(number))
            for slot, number in zip(self.slots.values(), (4, 5, 6), strict=True)
        )
        fill(**self.envelope(name), report=report, expects=edition_of(report), figures=figures)

    def handed_in(self, *, later: timedelta = timedelta()) -> UUID:
        """A complete report that its head submitted."""
        report = self.report()
        self.fill_in(report)
        submit(**self.envelope("tung", later=later), report=report, expects=edition_of(report))
        return report


PEOPLE = {
    "hoa": (LONG_BINH, Role.UNIT_REPORTER),
    "tung": (LONG_BINH, Role.UNIT_HEAD),
    "mai": (TRANG_BOM, Role.UNIT_HEAD),
    "chu": ("ubnd", Role.UNIT_HEAD),
    "nam": ("nhcsxh-chi-nhanh", Role.BRANCH_OFFICER),
    "lan": ("nhcsxh-chi-nhanh", Role.BRANCH_DIRECTOR),
    "binh": ("ubnd", Role.CITY_LEADER),
    "thanh": ("nhcsxh-chi-nhanh", Role.INSPECTOR),
}


def build_reporting(city: City, *, at: datetime) -> Reporting:
    """An active plan, its clauses and slots, and the obligations of both communes in one annual round."""
    reporter = city.actor("hoa", unit=LONG_BINH, role=Role.UNIT_REPORTER).person
    plan = Plan.objects.create(
        title="Kế hoạch triển khai Chỉ thị 39-CT/TW", first_year=2026, last_year=2030, state=PlanState.DRAFT,
        imported_by_id=reporter, imported_at=at,
    )  # fmt: skip
    clauses = {code: _clause(plan, ordinal, code, text) for ordinal, (code, text, _) in enumerate(CLAUSES, start=1)}
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.ACTIVE, activated_by=reporter, activated_at=at)
    round_ = Round.objects.create(
        plan=plan, kind=RoundKind.ANNUAL, year=2026, title="Báo cáo năm 2026", basis="Mục III", **moments(at)
    )
    world = Reporting(city=city, at=at, plan=plan.pk, round=round_.pk, clauses=clauses)
    world.slots = {slot[1]: _slot(world, *slot, position=at) for at, slot in enumerate(SLOTS)}
    for unit in (LONG_BINH, TRANG_BOM):
        owe(world, city.units[unit])
    return world


def moments(at: datetime) -> dict[str, datetime]:
    """Opened 60 days ago, due in 20, 5 days of grace, locked 47 days after due."""
    due = at + timedelta(days=20)
    return {
        "opens_at": at - timedelta(days=60),
        "due_at": due,
        "grace_until": due + timedelta(days=5),
        "locks_at": due + timedelta(days=47),
    }


def owe(world: Reporting, unit: UUID) -> None:
    """The three clauses, owed and reported by one unit."""
    Obligation.objects.bulk_create(
        Obligation(
            plan_id=world.plan, clause_id=world.clauses[code], round_id=world.round, unit_id=unit, reporter_id=unit,
            role="implement", responsible_role=Role.UNIT_HEAD, evidence_owed=evergreen, **moments(world.at),
        )
        for code, _, evergreen in CLAUSES
    )  # fmt: skip


def _clause(plan: Plan, ordinal: int, code: str, text: str) -> UUID:
    return Clause.objects.create(
        plan=plan, ordinal=ordinal, code=code, text=text, timing_kind="continuous_yearly", timing_text="Hằng năm"
    ).pk


def _slot(
    world: Reporting, clause: str, code: str, name: str, measure: str, kind: str, multiplier: int, *, position: int
) -> UUID:
    return Slot.objects.create(
        plan_id=world.plan, clause_id=world.clauses[clause], code=code, name=name, unit_of_measure=measure, kind=kind,
        multiplier=multiplier, definition=f"{name} trong năm báo cáo", aggregate="sum", position=position,
    ).pk  # fmt: skip
