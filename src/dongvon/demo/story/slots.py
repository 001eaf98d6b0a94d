"""The figures that the story's plans ask for."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.people import Cast
from dongvon.demo.tables import rows
from dongvon.domain.workplan.operations.define_slot import define_slot
from dongvon.domain.workplan.queries.plans import ClauseRow, groups_of
from dongvon.domain.workplan.queries.target_ids import target_ids
from dongvon.domain.workplan.vocabulary import Aggregate, SlotKind, TargetKind

#: How a row of the table names a target: its kind, and whether it is set for one year, tell a clause's targets apart.
_TARGETS = {
    "share": (TargetKind.ABOUT, True),
    "local_growth": (TargetKind.ABOUT, False),
    "growth": (TargetKind.AT_LEAST, False),
    "access": (TargetKind.EXACTLY, False),
}


def define_slots(plan: UUID, *, cast: Cast, at: datetime) -> None:
    """Define every figure whose clause the plan has; other plans ask for fewer or none."""
    clauses = {clause.code: clause for group in groups_of(plan, on=at.date()) for clause in group.clauses}
    officer = cast.called("bao")
    with transaction.atomic():
        for position, row in enumerate(rows("story/slots")):
            clause = clauses.get(row["clause"])
            if clause is None:
                continue
            define_slot(
                key=key_of(f"slot {plan} {row['code']}"),
                by=officer,
                at=at,
                clause=clause.id,
                code=row["code"],
                name=row["name"],
                unit_of_measure=row["unit_of_measure"],
                kind=SlotKind(row["kind"]),
                definition=row["definition"],
                aggregate=Aggregate(row["aggregate"]),
                multiplier=int(row["multiplier"]),
                target=_target(clause, row["target"]),
                bodies=tuple(row["bodies"].split()),
                position=position,
            )


def _target(clause: ClauseRow, name: str) -> UUID | None:
    if not name:
        return None
    kind, has_year = _TARGETS[name]
    fitting = (each for each in target_ids(clause.id) if each.kind == kind and (each.year is not None) == has_year)
    return next((each.id for each in fitting), None)
