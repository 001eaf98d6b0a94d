"""Remind: write today's letters, one for each person, from the steps of the ladder reached today."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.people import Holder, holders
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Digest, LadderStep, QuietHours, Reminder
from dongvon.domain.workplan.queries.statements import rows
from dongvon.domain.workplan.rules.ladder import Hours, Step, last_day, may_leave, step_reached
from dongvon.domain.workplan.rules.letters import Line, letter, subject_of
from dongvon.domain.workplan.vocabulary import LadderAudience
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.ids import new_id

_ROLES = {
    LadderAudience.REPORTER: (Role.UNIT_REPORTER,),
    LadderAudience.HEAD: (Role.UNIT_HEAD,),
    LadderAudience.BRANCH: (Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What one unit owes in one round, and the step somebody is to be told at."""

    round: UUID
    title: str
    reporter: UUID
    due_at: datetime
    clauses: int
    step: int


@operation(allowed={"system"})
def remind(*, key: UUID, by: Actor, at: datetime, address: str) -> int:
    """How many letters were written; none in quiet hours, none twice. `address` is where the program is found."""
    on = at.astimezone(VIETNAM).date()
    if not may_leave(at, hours=_hours(on)):
        return 0
    told = set(Reminder.objects.values_list("round", "unit", "person", "step"))
    written_to = set(Digest.objects.filter(on=on).values_list("person", flat=True))
    heaps: dict[UUID, list[Owed]] = defaultdict(list)
    people: dict[UUID, Holder] = {}
    for holder, owed in _calls(at=at, on=on):
        if holder.id not in written_to and (owed.round, owed.reporter, holder.id, owed.step) not in told:
            people[holder.id] = holder
            heaps[holder.id].append(owed)
    _write(heaps, people, at=at, on=on, address=address)
    return len(heaps)


def _hours(on: date) -> Hours | None:
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    row = QuietHours.objects.filter(in_force, valid_from__lte=on).order_by("-valid_from").first()
    if row is None:
        return None
    return Hours(letters_from=row.letters_from, letters_until=row.letters_until, weekdays=row.weekdays)


def _ladder(on: date) -> list[Step]:
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    found = LadderStep.objects.filter(in_force, valid_from__lte=on).values_list("days", "audience")
    return [Step(days=days, audience=audience) for days, audience in found]


def _calls(*, at: datetime, on: date) -> Iterator[tuple[Holder, Owed]]:
    """Whom to tell what: each audience at its own step; a unit without a reporter is told through its head."""
    ladder = _ladder(on)
    first = min((step.days for step in ladder), default=0)
    known = rows("open_by_reporter", until=at + timedelta(days=-first + 1))
    posts = _posts(on)
    for round_, title, reporter, due_at, clauses in known:
        for audience in LadderAudience:
            step = step_reached(due_at, on=on, ladder=ladder, audience=audience)
            if step is None:
                continue
            owed = Owed(round=round_, title=title, reporter=reporter, due_at=due_at, clauses=clauses, step=step)
            yield from ((holder, owed) for holder in _audience(posts, audience=audience, unit=reporter))


Posts = dict[tuple[UUID | None, str], list[Holder]]


def _posts(on: date) -> Posts:
    found: Posts = defaultdict(list)
    asked = [role for roles in _ROLES.values() for role in roles]
    for holder in holders(on=on, roles=asked):
        found[holder.unit, holder.role].append(holder)
        if holder.role in _ROLES[LadderAudience.BRANCH]:
            found[None, holder.role].append(holder)
    return found


def _audience(posts: Posts, *, audience: LadderAudience, unit: UUID) -> list[Holder]:
    of = None if audience is LadderAudience.BRANCH else unit
    found = [holder for role in _ROLES[audience] for holder in posts.get((of, role), [])]
    return found or (posts.get((unit, Role.UNIT_HEAD), []) if audience is LadderAudience.REPORTER else [])


def _write(heaps: dict[UUID, list[Owed]], people: dict[UUID, Holder], *, at: datetime, on: date, address: str) -> None:
    units = units_by_id({owed.reporter for heap in heaps.values() for owed in heap}, on=on)
    names = {unit.id: unit.full_name for unit in units.values()}
    digests = {
        person: _digest(people[person], heap, names=names, at=at, on=on, address=address)
        for person, heap in heaps.items()
    }
    Digest.objects.bulk_create(digests.values())
    Reminder.objects.bulk_create(
        (
            Reminder(
                digest=digests[person],
                round_id=owed.round,
                unit_id=owed.reporter,
                person_id=person,
                step=owed.step,
                clauses=owed.clauses,
            )
            for person, heap in heaps.items()
            for owed in heap
        ),
        ignore_conflicts=True,
    )


def _digest(
    holder: Holder, heap: Sequence[Owed], *, names: dict[UUID, str], at: datetime, on: date, address: str
) -> Digest:
    lines = [
        Line(unit=names[owed.reporter], round=owed.title, due_on=last_day(owed.due_at), clauses=owed.clauses)
        for owed in heap
    ]
    return Digest(
        id=new_id(),
        person_id=holder.id,
        on=on,
        address=holder.email,
        subject=subject_of(lines, on=on),
        text=letter(holder.full_name, lines=lines, on=on, address=address),
        made_at=at,
    )
