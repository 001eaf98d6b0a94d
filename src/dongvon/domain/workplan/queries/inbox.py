"""The branch's inbox: what units raised, how it was grouped, answered, sent up and decided."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Answer, Clause, Concern, ConcernGroup, Decision, Escalation, Plan
from dongvon.domain.workplan.vocabulary import PlanState

NEW, ANSWERED, ESCALATED, DECIDED = "new", "answered", "escalated", "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRow:
    """One difficulty or proposal as a unit put it."""

    id: UUID
    plan: UUID
    kind: str
    text: str
    unit: UUID
    unit_name: str
    clause: UUID | None
    clause_code: str
    report: UUID | None
    round_title: str
    raised_at: datetime
    delivered_at: datetime | None
    group: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words, who said them, when."""

    id: UUID
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision with the clause it is linked to."""

    id: UUID
    text: str
    document_number: str
    clause: UUID
    clause_code: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Concerns that go together (perhaps one alone, not yet grouped) and all that was said about them."""

    group: UUID | None
    title: str
    clause: UUID | None
    clause_code: str
    plan: UUID
    concerns: tuple[ConcernRow, ...]
    answers: tuple[Said, ...] = ()
    escalation: Said | None = None
    advice: str = ""
    decision: Decided | None = None

    @property
    def state(self) -> str:
        """The furthest it has come."""
        if self.decision:
            return DECIDED
        if self.escalation:
            return ESCALATED
        return ANSWERED if self.answers else NEW


def inbox(*, state: str, on: date, kind: str = "", clause: UUID | None = None) -> tuple[Thread, ...]:
    """Threads of one state, the longest waiting first."""
    asked = _delivered().filter(_in_state(state))
    if kind:
        asked = asked.filter(kind=kind)
    if clause:
        asked = asked.filter(clause=clause)
    return _threads(asked, on=on)


def counted() -> dict[str, int]:
    """How many concerns are in each state."""
    states = (NEW, ANSWERED, ESCALATED, DECIDED)
    return {state: _delivered().filter(_in_state(state)).count() for state in states}


def concerns_of(units: Iterable[UUID], *, on: date) -> tuple[Thread, ...]:
    """All that these units raised, with what they were told; the latest first."""
    asked = Concern.objects.filter(unit__in=list(units), withdrawn_at=None, delivered_at__isnull=False)
    return tuple(reversed(_threads(asked, on=on)))


def thread_of(escalation: UUID, *, on: date) -> Thread | None:
    """What one escalation is about."""
    asked = _delivered().filter(group__escalation=escalation)
    return next(iter(_threads(asked, on=on)), None)


def decisions_on(clauses: Iterable[UUID]) -> dict[UUID, list[Decided]]:
    """What was decided about some clauses, by clause: it binds all who carry them out."""
    found: dict[UUID, list[Decided]] = defaultdict(list)
    for decided in _decisions(Decision.objects.filter(clause__in=list(clauses))).values():
        found[decided.clause].append(decided)
    return found


def plan_in_force() -> UUID | None:
    """The plan under which a unit raises a concern outside any report: the one activated last."""
    active = Plan.objects.filter(state=PlanState.ACTIVE).order_by("-activated_at")
    return active.values_list("pk", flat=True).first()


def clause_choices(plan: UUID) -> list[tuple[str, str]]:
    """The clauses of a plan as a form offers them."""
    rows = Clause.objects.filter(plan=plan).order_by("ordinal").values_list("pk", "code", "text")
    return [(str(pk), f"{code}. {shorten(text, width=90, placeholder='…')}") for pk, code, text in rows]


def _delivered() -> QuerySet[Concern]:
    return Concern.objects.filter(delivered_at__isnull=False, withdrawn_at=None)


def _in_state(state: str) -> Q:
    answered = Exists(Answer.objects.filter(group=OuterRef("group")))
    escalated = Exists(Escalation.objects.filter(group=OuterRef("group")))
    decided = Exists(Decision.objects.filter(escalation__group=OuterRef("group")))
    return {
        NEW: Q(~answered, ~escalated),
        ANSWERED: Q(answered, ~escalated),
        ESCALATED: Q(escalated, ~decided),
        DECIDED: Q(decided),
    }[state]


def _threads(asked: QuerySet[Concern], *, on: date) -> tuple[Thread, ...]:
    rows = _rows(asked, on=on)
    together: dict[Any, list[ConcernRow]] = defaultdict(list)
    for row in rows:
        together[row.group or row.id].append(row)
    if not rows:
        return ()
    groups = ConcernGroup.objects.annotate(code=F("clause__code")).in_bulk([row.group for row in rows if row.group])
    answers, escalations = _answers(groups), _escalations(groups)
    decisions = _decisions(Decision.objects.filter(escalation__in=[found.id for found, _ in escalations.values()]))
    return tuple(
        _grouped(groups[key], concerns, answers=answers, escalation=escalations.get(key), decisions=decisions)
        if key in groups
        else _alone(concerns[0])
        for key, concerns in together.items()
    )


def _alone(row: ConcernRow) -> Thread:
    return Thread(
        group=None,
        title=row.text,
        clause=row.clause,
        clause_code=row.clause_code,
        plan=row.plan,
        concerns=(row,),
    )


def _grouped(
    group: Any,
    concerns: list[ConcernRow],
    *,
    answers: dict[UUID, list[Said]],
    escalation: tuple[Said, str] | None,
    decisions: dict[UUID, Decided],
) -> Thread:
    sent, advice = escalation or (None, "")
    return Thread(
        group=group.pk,
        title=group.title,
        clause=group.clause_id,
        clause_code=group.code or "",
        plan=group.plan_id,
        concerns=tuple(concerns),
        answers=tuple(answers[group.pk]),
        escalation=sent,
        advice=advice,
        decision=decisions.get(sent.id) if sent else None,
    )


def _rows(asked: QuerySet[Concern], *, on: date) -> list[ConcernRow]:
    columns = ("id", "plan", "kind", "text", "unit", "clause", "report", "raised_at", "delivered_at", "group")
    named = asked.annotate(clause_code=F("clause__code"), round_title=F("report__round__title"))
    found = list(named.order_by("delivered_at", "id").values(*columns, "clause_code", "round_title"))
    units = units_by_id({row["unit"] for row in found}, on=on)
    return [
        ConcernRow(
            **{**row, "clause_code": row["clause_code"] or "", "round_title": row["round_title"] or ""},
            unit_name=units[row["unit"]].full_name,
        )
        for row in found
    ]


def _answers(groups: Iterable[UUID]) -> dict[UUID, list[Said]]:
    rows = list(Answer.objects.filter(group__in=list(groups)).order_by("answered_at"))
    people = names_of(row.answered_by_id for row in rows)
    found: dict[UUID, list[Said]] = defaultdict(list)
    for row in rows:
        found[row.group_id].append(
            Said(id=row.pk, text=row.text, by=people.get(row.answered_by_id, ""), at=row.answered_at)
        )
    return found


def _escalations(groups: Iterable[UUID]) -> dict[UUID, tuple[Said, str]]:
    rows = list(Escalation.objects.filter(group__in=list(groups)))
    people = names_of(row.escalated_by_id for row in rows)
    return {
        row.group_id: (
            Said(id=row.pk, text=row.question, by=people.get(row.escalated_by_id, ""), at=row.escalated_at),
            row.advice,
        )
        for row in rows
    }


def _decisions(asked: QuerySet[Decision]) -> dict[UUID, Decided]:
    rows = list(asked.annotate(code=F("clause__code")).order_by("decided_at"))
    people = names_of(row.decided_by_id for row in rows) if rows else {}
    return {
        row.escalation_id: Decided(
            id=row.pk,
            text=row.text,
            document_number=row.document_number,
            clause=row.clause_id,
            clause_code=row.code,
            by=people.get(row.decided_by_id, ""),
            at=row.decided_at,
        )
        for row in rows
    }
