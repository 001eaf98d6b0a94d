"""Makes rounds and the obligations in them, for a plan coming into force or a special occasion."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from dongvon.domain.units.queries.resolve import resolve
from dongvon.domain.workplan.models import Assignment, Clause, DeadlineRule, Duty, Plan, Round
from dongvon.domain.workplan.operations.statements import run
from dongvon.domain.workplan.rules.deadlines import Moments, Terms, moments
from dongvon.domain.workplan.rules.occasions import Occasion, ReportDay
from dongvon.domain.workplan.vocabulary import ClauseTiming
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold

RoundKey = tuple[str, int, int]


class NoDeadlineRule(Refusal):
    """No dated rule says how a named day becomes moments."""

    text = "Chưa có quy tắc hạn cho đợt “{kind}” tại ngày {on}; đề nghị bổ sung quy tắc hạn."


def report_day_of(plan: Plan) -> ReportDay | None:
    """The day by which the first duty that asks for yearly results wants them."""
    duty = Duty.objects.filter(plan=plan, report_month__isnull=False).order_by("ordinal").first()
    if duty is None or duty.report_month is None or duty.report_day is None:
        return None
    return ReportDay(month=duty.report_month, day=duty.report_day, before=duty.report_before)


def timing_of(clause: Clause) -> ClauseTiming:
    """The clause's timing as the rules take it."""
    return ClauseTiming(
        kind=clause.timing_kind,
        day=clause.due_day,
        month=clause.due_month,
        quarter=clause.due_quarter,
        year=clause.due_year,
        from_year=clause.from_year,
        to_year=clause.to_year,
        before=clause.before,
    )


def terms_at(kind: str, *, on: date) -> Terms:
    """The deadline rule in force on a day. Refuses NoDeadlineRule."""
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    rule = DeadlineRule.objects.filter(in_force, kind=kind, valid_from__lte=on).order_by("-valid_from").first()
    rule = rule or DeadlineRule.objects.filter(kind=kind).order_by("valid_from").first()
    if rule is None:
        raise NoDeadlineRule(kind=kind, on=f"{on:%d/%m/%Y}")
    return Terms(
        named_day_counts=rule.named_day_counts,
        opens_days_before=rule.opens_days_before,
        grace_days=rule.grace_days,
        locks_days_after=rule.locks_days_after,
    )


def moments_of(occasion: Occasion) -> Moments:
    """The four moments of an occasion by the rule in force on its day."""
    return moments(
        occasion.named_on,
        before=occasion.before,
        terms=terms_at(occasion.kind, on=occasion.named_on),
    )


def key_of(occasion: Occasion) -> RoundKey:
    """What makes two clauses share a round."""
    return occasion.kind, occasion.year, occasion.number


def oblige(plan: Plan, rounds: Iterable[tuple[UUID, Round]], *, on: date) -> int:
    """Make the obligations of (clause, round) pairs; how many. Classes resolve to the units of the day."""
    members = _members(plan, on=on)
    occasions = list(rounds)
    return run(
        "make_obligations",
        assignments=[assignment for assignment, _ in members],
        units=[unit for _, unit in members],
        clauses=[clause for clause, _ in occasions],
        rounds=[round_.pk for _, round_ in occasions],
        on=on,
    )


def _members(plan: Plan, *, on: date) -> list[tuple[UUID, UUID]]:
    assignments = Assignment.objects.filter(plan=plan, clause__isnull=False, dropped=False, target__isnull=False)
    rows = [(row.pk, (row.target or "", row.level, row.place)) for row in assignments]
    units = {asked: _resolved(*asked, on=on) for asked in {asked for _, asked in rows}}
    return [(assignment, unit) for assignment, asked in rows for unit in units[asked]]


def _resolved(target: str, level: str, place: str, *, on: date) -> Sequence[UUID]:
    """The units of the day; a commune named beside the body narrows them to its own."""
    found = resolve(target, level=level or None, on=on)
    return [unit.id for unit in found if not place or fold(place) in fold(unit.full_name)]


def round_row(plan: Plan, occasion: Occasion, *, title: str, basis: str, **others: Any) -> Round:
    """An unsaved round with its moments."""
    when = moments_of(occasion)
    return Round(
        plan=plan,
        kind=occasion.kind,
        year=occasion.year,
        number=occasion.number,
        title=title,
        opens_at=when.opens_at,
        due_at=when.due_at,
        grace_until=when.grace_until,
        locks_at=when.locks_at,
        basis=basis,
        **others,
    )
