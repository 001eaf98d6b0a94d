"""Follow-up: who is late, who is missing, who never came; counted over what is owed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Q

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.units.queries.sign_ins import last_sign_ins
from dongvon.domain.workplan.models import ImplementationPlan, Obligation, Report, Submission
from dongvon.domain.workplan.queries.matrix import NOTHING_OWED, matrix
from dongvon.domain.workplan.queries.plans import PlanRow, RoundRow, plan_row, rounds_of
from dongvon.domain.workplan.queries.statements import rows
from dongvon.domain.workplan.rules.standing import Stands


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """One round counted: obligations owed, let off, met in time, met late, missing; and units that report."""

    round: RoundRow
    owed: int
    waived: int
    in_time: int
    met_late: int
    missing: int
    reporters: int

    @property
    def expected(self) -> int:
        """What counts: owed, less what was let off."""
        return self.owed - self.waived

    @property
    def met(self) -> int:
        """Met, in time or late."""
        return self.in_time + self.met_late


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A unit that owes in a round, with how it stands and when anybody of it was last here."""

    unit: UnitRow
    state: str
    owed: int
    unmet: int
    signed_in_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A unit that reports and whose people never signed in; `people` is how many it has."""

    unit: UnitRow
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One round followed up, ready for the briefing (giao ban)."""

    plan: PlanRow
    round: RoundRow
    rate: RateRow
    rounds: tuple[RoundRow, ...]
    units: tuple[Missing, ...]
    without_plan: tuple[UnitRow, ...]

    def standing(self, *states: str) -> tuple[Missing, ...]:
        """The units in one of these states."""
        return tuple(each for each in self.units if each.state in states)

    @property
    def overdue(self) -> tuple[Missing, ...]:
        """Past the due moment with nothing handed in."""
        return self.standing(Stands.OVERDUE)

    @property
    def returned(self) -> tuple[Missing, ...]:
        """Sent back and not handed in again."""
        return self.standing(Stands.RETURNED)

    @property
    def waiting(self) -> tuple[Missing, ...]:
        """Handed in, the branch to look."""
        return self.standing(Stands.SUBMITTED)

    @property
    def never_here(self) -> tuple[Missing, ...]:
        """Owing, and nobody of theirs ever signed in."""
        return tuple(each for each in self.units if each.signed_in_at is None)


def rates(plan: UUID, *, at: datetime) -> list[RateRow]:
    """Every round of a plan counted, in two statements."""
    rounds = {each.id: each for each in rounds_of(plan)}
    counted = {row[0]: row[1:] for row in rows("rates", rounds=list(rounds), at=at)}
    return [_rate(round_, counted.get(id_, (0,) * 6)) for id_, round_ in rounds.items()]


def follow_up(plan: UUID, *, round: UUID | None, at: datetime, on: date) -> FollowUp | None:
    """One round of a plan (the current one when not said) in eleven statements; None where there is none."""
    row = plan_row(plan)
    counted = rates(plan, at=at) if row else []
    chosen = round or _current([each.round for each in counted], at=at)
    rate = next((each for each in counted if each.round.id == chosen), None)
    if row is None or rate is None:
        return None
    drawn = matrix(plan, at=at, on=on, years=(rate.round.year,), kinds=(rate.round.kind,))
    place = [each.id for each in drawn.rounds].index(rate.round.id)
    standing = {each.unit.id: (each.unit, each.cells[place]) for each in drawn.rows}
    return FollowUp(
        plan=row,
        round=rate.round,
        rate=rate,
        rounds=tuple(each.round for each in counted),
        units=_missing(rate.round.id, standing=standing),
        without_plan=_without_plan(plan, on=on),
    )


def never_signed_in(plan: UUID, *, on: date) -> list[Absent]:
    """The units that report on a plan and whose people never signed in, counted with their people."""
    reporters = set(Obligation.objects.filter(plan=plan).values_list("reporter", flat=True).distinct())
    here = _last_here()
    absent = [unit for unit in reporters if here.get(unit, (0, None))[1] is None]
    units = units_by_id(absent, on=on)
    return sorted(
        (Absent(unit=unit, people=here.get(unit.id, (0, None))[0]) for unit in units.values()),
        key=lambda each: (each.people, each.unit.code),
    )


def _last_here() -> dict[UUID, tuple[int, datetime | None]]:
    """For each unit its people, and when one of them last signed in, or opened or sent what the unit owes."""
    here = last_sign_ins()
    opened = Report.objects.filter(opened_by__posts__unit=F("reporter")).values_list("reporter", "opened_at")
    handed = Submission.objects.filter(on_behalf_of=None).values_list("report__reporter", "submitted_at")
    planned = ImplementationPlan.objects.exclude(sent_at=None).values_list("unit", "sent_at")
    for unit, at in opened.union(handed, planned):
        people, signed_in_at = here.get(unit, (0, None))
        here[unit] = (people, max(filter(None, (signed_in_at, at))))
    return here


def _current(rounds: list[RoundRow], *, at: datetime) -> UUID | None:
    ahead = [each.id for each in rounds if each.due_at > at]
    return ahead[0] if ahead else (rounds[-1].id if rounds else None)


def _rate(round_: RoundRow, counts: tuple[int, ...]) -> RateRow:
    names = ("owed", "waived", "in_time", "met_late", "missing", "reporters")
    return RateRow(round=round_, **dict(zip(names, counts, strict=True)))


def _missing(round_: UUID, *, standing: dict[UUID, tuple[UnitRow, str]]) -> tuple[Missing, ...]:
    counted = _counted(round_)
    here = _last_here()
    return tuple(
        Missing(
            unit=unit,
            state=state,
            owed=counted[id_][0],
            unmet=counted[id_][1],
            signed_in_at=here.get(id_, (0, None))[1],
        )
        for id_, (unit, state) in standing.items()
        if state != NOTHING_OWED
    )


def _counted(round_: UUID) -> dict[UUID, tuple[int, int]]:
    """For each unit that reports in the round what it owes, and what of that is not met."""
    found = Obligation.objects.filter(round=round_).values_list("reporter")
    counted = found.annotate(owed=Count("id"), unmet=Count("id", filter=Q(met_at=None, waiver=None)))
    return {unit: (owed, unmet) for unit, owed, unmet in counted}


def _without_plan(plan: UUID, *, on: date) -> tuple[UnitRow, ...]:
    owing = ImplementationPlan.objects.filter(plan=plan, sent_at=None).values_list("unit", flat=True)
    found = units_by_id(owing, on=on).values()
    return tuple(sorted(found, key=lambda unit: (unit.level, unit.code)))
