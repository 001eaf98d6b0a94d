"""One clause: what it says, whom it names, how its units stand, where it comes from and goes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Clause, Delegation, Obligation
from dongvon.domain.workplan.queries.plans import ClauseRow, PlanRow, groups_of, plan_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Ancestor:
    """The same task in an earlier or later plan."""

    clause: UUID
    code: str
    plan: UUID
    plan_number: str
    plan_title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRound:
    """A clause in one round: how many units owe it, met it, were late."""

    round: UUID
    title: str
    due_at: datetime
    owed: int
    met: int
    late: int
    waived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationRow:
    """A clause in the hands of a person of a unit."""

    id: UUID
    unit: UUID
    person: UUID
    full_name: str
    due_on: date | None
    note: str
    given_by_name: str
    given_at: datetime
    done_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePage:
    """One clause, whole; units and delegations are those the asker may see."""

    plan: PlanRow
    clause: ClauseRow
    group_code: str
    group_heading: str
    earlier: Ancestor | None
    later: tuple[Ancestor, ...]
    rounds: tuple[ClauseRound, ...]
    units: tuple[tuple[UnitRow, str], ...]
    delegations: tuple[DelegationRow, ...]


def clause_page(clause: UUID, *, on: date) -> ClausePage | None:
    """One clause in ten statements, or None where there is none for the asker."""
    row = Clause.objects.filter(pk=clause).values("plan", "continues").first()
    plan = plan_row(row["plan"]) if row else None
    if row is None or plan is None:
        return None
    group, found = next(
        (group, each) for group in groups_of(plan.id, on=on) for each in group.clauses if each.id == clause
    )
    kin = _kin(Q(pk=row["continues"]) | Q(continues=clause))
    return ClausePage(
        plan=plan,
        clause=found,
        group_code=group.code,
        group_heading=group.heading,
        earlier=next((each for each in kin if each.clause == row["continues"]), None),
        later=tuple(each for each in kin if each.clause != row["continues"]),
        rounds=tuple(_rounds(clause)),
        units=_units(clause, on=on),
        delegations=tuple(delegations(clause)),
    )


def delegations(clause: UUID) -> list[DelegationRow]:
    """Who has the clause in hand, in the units the asker may see."""
    rows = list(Delegation.objects.filter(clause=clause, withdrawn_at=None).order_by("given_at"))
    names = names_of({row.person_id for row in rows} | {row.given_by_id for row in rows})
    return [
        DelegationRow(
            id=row.pk,
            unit=row.unit_id,
            person=row.person_id,
            full_name=names.get(row.person_id, ""),
            due_on=row.due_on,
            note=row.note,
            given_by_name=names.get(row.given_by_id, ""),
            given_at=row.given_at,
            done_at=row.done_at,
        )
        for row in rows
    ]


def clause_of_delegation(delegation: UUID) -> UUID | None:
    """The clause somebody has in hand, or None where the asker may not see it."""
    return Delegation.objects.filter(pk=delegation).values_list("clause", flat=True).first()


def _kin(wanted: Q) -> list[Ancestor]:
    rows = Clause.objects.filter(wanted).values("id", "code", "text", "plan", "plan__number", "plan__title")
    return [
        Ancestor(
            clause=row["id"],
            code=row["code"],
            plan=row["plan"],
            plan_number=row["plan__number"],
            plan_title=row["plan__title"],
            text=row["text"],
        )
        for row in rows
    ]


def _rounds(clause: UUID) -> list[ClauseRound]:
    rows = (
        Obligation.objects.filter(clause=clause, round__withdrawn_at=None)
        .values("round", "round__title", "round__due_at")
        .annotate(
            owed=Count("id"),
            met=Count("met_at"),
            late_count=Count("id", filter=Q(late=True)),
            waived=Count("waiver"),
        )
        .order_by("round__due_at")
    )
    return [
        ClauseRound(
            round=row["round"],
            title=row["round__title"],
            due_at=row["round__due_at"],
            owed=row["owed"],
            met=row["met"],
            late=row["late_count"],
            waived=row["waived"],
        )
        for row in rows
    ]


def _units(clause: UUID, *, on: date) -> tuple[tuple[UnitRow, str], ...]:
    roles = dict(Obligation.objects.filter(clause=clause).order_by().values_list("unit", "role").distinct())
    found = units_by_id(roles, on=on).values()
    return tuple((unit, roles[unit.id]) for unit in sorted(found, key=lambda unit: (unit.level, unit.code)))
