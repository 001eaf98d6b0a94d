"""Rows for the pages of plans and of follow-up: a plan in force, a draft, and what units did under them."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Assignment, Clause, Delegation, Digest, Doubt, Duty, Extension, Plan, Round
from dongvon.domain.workplan.operations.activate import activate
from dongvon.domain.workplan.operations.extend import extend
from dongvon.domain.workplan.operations.send_implementation_plan import send_implementation_plan
from dongvon.kernel.ids import new_id
from tests.interfaces.doors.world import Row, Rows, World
from tests.operations.workplan.plans.drafting import COMMUNES, FINANCE, UNKNOWN, clause, drafted

AT = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)


def _call(verb: Any, *, by: Actor = SYSTEM, **arguments: Any) -> Any:
    return verb(key=new_id(), by=by, at=AT, **arguments)


def in_force(_: World) -> Plan:
    plan = drafted(clause("1a", COMMUNES, FINANCE))
    _call(activate, plan=plan.pk)
    return plan


def of_plan(world: World) -> list[Row]:
    return [Row(plan=in_force(world).pk)]


def of_clause(world: World) -> list[Row]:
    return [Row(clause=Clause.objects.get(plan=in_force(world)).pk)]


def of_draft(_: World) -> list[Row]:
    return [Row(plan=drafted().pk)]


def inside_draft(model: Any, name: str) -> Rows:
    def rows(_: World) -> list[Row]:
        plan = drafted(clause("1a", COMMUNES, UNKNOWN))
        found = model.objects.filter(plan=plan)
        found = found.filter(clause__isnull=False) if model is Assignment else found
        return [Row(**{name: found.order_by("pk").last().pk})]

    return rows


def clause_in_draft(_: World) -> list[Row]:
    return [Row(clause=Clause.objects.filter(plan=drafted()).order_by("ordinal")[0].pk)]


class CellRow(Row):
    """The unit of the row is in the address as well."""

    def __init__(self, *, unit: UUID, round_: UUID) -> None:
        super().__init__(unit=unit, round=round_)
        self.parameters["unit"] = unit


def cells(world: World) -> list[Row]:
    first = Round.objects.get(plan=in_force(world), year=2026).pk
    return [CellRow(unit=unit, round_=first) for unit in _units(world)]


def own_files(world: World) -> list[Row]:
    plan = in_force(world)
    return [Row(unit=unit, own=_sent(plan, world, unit)) for unit in _units(world)]


def delegations(world: World) -> list[Row]:
    task, person = Clause.objects.get(plan=in_force(world)), world.standings[Role.UNIT_HEAD].person
    return [
        Row(
            unit=unit,
            delegation=Delegation.objects.create(
                clause=task, unit_id=unit, person_id=person, given_by_id=person, given_at=AT
            ).pk,
        )
        for unit in _units(world)
    ]


def requests(world: World) -> list[Row]:
    first = Round.objects.get(plan=in_force(world), year=2026)
    asking = world.standings[Role.BRANCH_OFFICER].actor()
    asked = {"clause": None, "due_on": date(2026, 12, 20), "reason": "Lũ", "document": "5/UBND"}
    for unit in _units(world):
        _call(extend, by=asking, unit=unit, round=first.pk, **asked)
    return [Row(unit=row.unit_id, relief=row.pk) for row in Extension.objects.filter(round=first)]


def letters(world: World) -> list[Row]:
    person = world.standings[Role.UNIT_HEAD].person
    letter = Digest.objects.create(
        person_id=person, on=AT.date(), address="a@b.example", subject="Nhắc", text="Nhắc", made_at=AT
    )
    return [Row(letter=letter.pk)]


def _units(world: World) -> tuple[UUID, ...]:
    return world.own, world.sibling, world.foreign


def _sent(plan: Plan, world: World, unit: UUID) -> UUID:
    by = Actor(person=world.standings[Role.UNIT_HEAD].person, unit=unit, roles=frozenset({Role.UNIT_HEAD}))
    file = {"number": "", "issued_on": None, "file_name": "kh.txt", "content": b"-", "tasks": ()}
    made: UUID = _call(send_implementation_plan, by=by, plan=plan.pk, **file)
    return made


DOORS: dict[str, Rows] = {
    "plans:read": of_plan,
    "plans:review": of_draft,
    "plans:describe": of_draft,
    "plans:activate": of_draft,
    "plans:own_plans": of_plan,
    "plans:own_plan": of_plan,
    "plans:send_own_plan": of_plan,
    "plans:own_file": own_files,
    "plans:clause": of_clause,
    "plans:edit_clause": clause_in_draft,
    "plans:correct": clause_in_draft,
    "plans:new_clause": clause_in_draft,
    "plans:add_clause": clause_in_draft,
    "plans:strike_clause": clause_in_draft,
    "plans:new_assignment": clause_in_draft,
    "plans:add_assignment": clause_in_draft,
    "plans:delegate": of_clause,
    "plans:delegate_save": of_clause,
    "plans:withdraw_delegation": delegations,
    "plans:finish_delegation": delegations,
    "plans:edit_assignment": inside_draft(Assignment, "assignment"),
    "plans:assign": inside_draft(Assignment, "assignment"),
    "plans:drop": inside_draft(Assignment, "assignment"),
    "plans:settle": inside_draft(Doubt, "doubt"),
    "plans:yearly": inside_draft(Duty, "duty"),
    "followup:cell": cells,
    "followup:ask_relief": cells,
    "followup:open_round": of_plan,
    "followup:decide_relief": requests,
    "followup:letter": letters,
}
