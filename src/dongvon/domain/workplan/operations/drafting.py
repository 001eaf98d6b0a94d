"""Turns a reading of a plan into the rows of a draft, in one pass and a dozen statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from dongvon.domain.workplan.models import (
    Assignment,
    Citation,
    Clause,
    Doubt,
    Duty,
    Part,
    Plan,
    Target,
    TaskGroup,
)
from dongvon.domain.workplan.rules.doubts import Doubtful, doubts_of
from dongvon.domain.workplan.rules.reading import shapes


@dataclass
class Draft:
    """The rows under one plan, by table, in the order in which they are stored."""

    plan: Plan
    parts: dict[str, Part] = field(default_factory=dict)
    groups: dict[tuple[str, str], TaskGroup] = field(default_factory=dict)
    clauses: dict[str, Clause] = field(default_factory=dict)
    duties: list[Duty] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)


def store(plan: Plan, reading: shapes.PlanReading, *, lineage: Mapping[str, UUID]) -> None:
    """Store everything read under an existing plan; `lineage` gives the earlier clause that a code continues."""
    draft = Draft(plan)
    _parts(draft, reading)
    _clauses(draft, reading, lineage=lineage)
    _duties(draft, reading)
    Part.objects.bulk_create(draft.parts.values())
    TaskGroup.objects.bulk_create(draft.groups.values())
    Clause.objects.bulk_create(draft.clauses.values())
    Duty.objects.bulk_create(draft.duties)
    Assignment.objects.bulk_create(draft.assignments)
    Target.objects.bulk_create(_targets(draft, reading.targets))
    Citation.objects.bulk_create(_citations(plan, reading.documents))
    Doubt.objects.bulk_create(_doubts(draft, reading))


def _parts(draft: Draft, reading: shapes.PlanReading) -> None:
    for ordinal, part in enumerate(reading.parts, start=1):
        draft.parts[part.code] = Part(
            plan=draft.plan, ordinal=ordinal, code=part.code, heading=part.title, nature=part.nature
        )
    for ordinal, group in enumerate(reading.groups, start=1):
        draft.groups[group.part, group.code] = TaskGroup(
            plan=draft.plan,
            part=draft.parts.get(group.part),
            ordinal=ordinal,
            code=group.code,
            heading=group.title,
        )


def _clauses(draft: Draft, reading: shapes.PlanReading, *, lineage: Mapping[str, UUID]) -> None:
    for ordinal, clause in enumerate(reading.clauses, start=1):
        row = Clause(
            plan=draft.plan,
            group=draft.groups.get((clause.part, clause.group)),
            ordinal=ordinal,
            code=clause.code,
            text=clause.text,
            product=clause.product,
            continues_id=lineage.get(clause.code),
            **_span(clause.span),
            **timing_columns(clause.timing),
        )
        draft.clauses[clause.code] = row
        draft.assignments += _assignments(clause.assignments, plan=draft.plan, clause=row)


def _duties(draft: Draft, reading: shapes.PlanReading) -> None:
    for ordinal, duty in enumerate(reading.duties, start=1):
        yearly = next(filter(_is_report_day, (duty.timing, *duty.deadlines)), None)
        row = Duty(
            plan=draft.plan,
            ordinal=ordinal,
            code=duty.code,
            text=duty.text,
            report_month=yearly.month if yearly else None,
            report_day=yearly.day if yearly else None,
            report_before=yearly.before if yearly else True,
            **_span(duty.span),
            **timing_columns(duty.timing),
        )
        draft.duties.append(row)
        draft.assignments += _assignments(duty.assignments, plan=draft.plan, duty=row)


def _is_report_day(timing: shapes.Timing) -> bool:
    return timing.kind == "before_day_each_year" and timing.month is not None and timing.day is not None


def timing_columns(timing: shapes.Timing) -> dict[str, Any]:
    """A timing as the columns of `models.timed`."""
    return {
        "timing_kind": timing.kind,
        "timing_text": timing.text or "",
        "due_day": timing.day,
        "due_month": timing.month,
        "due_quarter": timing.quarter,
        "due_year": timing.year,
        "from_year": timing.from_year,
        "to_year": timing.to_year,
        "before": timing.before,
        "stages": list(timing.rounds),
    }


def _assignments(read: Iterable[shapes.Assignment], **of: Any) -> list[Assignment]:
    return [
        Assignment(
            **of,
            ordinal=ordinal,
            role=each.role,
            mention=each.mention,
            target=each.unit,
            level=each.level or "",
            place=each.place or "",
            inferred=each.reason if each.inferred or each.unit is None else "",
        )
        for ordinal, each in enumerate(read, start=1)
    ]


def _targets(draft: Draft, read: Iterable[shapes.Target]) -> list[Target]:
    return [
        Target(
            plan=draft.plan,
            clause=draft.clauses.get(each.clause),
            ordinal=ordinal,
            text=each.text,
            number=Decimal(str(each.number)),
            unit=each.unit,
            kind=each.kind,
            year=each.year,
            from_year=each.from_year,
        )
        for ordinal, each in enumerate(read, start=1)
    ]


def _citations(plan: Plan, read: Iterable[shapes.Citation]) -> list[Citation]:
    return [
        Citation(
            plan=plan,
            ordinal=ordinal,
            kind=each.kind,
            number=each.number,
            title=each.title,
            issued_on=date.fromisoformat(each.issued_on) if each.issued_on else None,
            line=each.span.first_line,
        )
        for ordinal, each in enumerate(read, start=1)
    ]


def _doubts(draft: Draft, reading: shapes.PlanReading) -> list[Doubt]:
    found = doubts_of(reading)
    return [_doubt(draft, each, ordinal=ordinal) for ordinal, each in enumerate(found, start=1)]


def _doubt(draft: Draft, doubtful: Doubtful, *, ordinal: int) -> Doubt:
    clause = draft.clauses.get(doubtful.clause)
    assignment = next(
        (
            each
            for each in draft.assignments
            if each.clause is clause is not None and each.ordinal == doubtful.assignment
        ),
        None,
    )
    return Doubt(
        plan=draft.plan,
        clause=clause,
        assignment=assignment,
        ordinal=ordinal,
        code=doubtful.code,
        line=doubtful.line,
        reason=doubtful.reason,
        blocking=doubtful.blocking,
    )


def _span(span: shapes.Span) -> dict[str, int]:
    return {"first_line": span.first_line, "last_line": span.last_line}
