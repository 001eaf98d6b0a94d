"""Whom assignments name, in words for people."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from dongvon.domain.units.queries.directory import units
from dongvon.domain.units.vocabulary import BODIES, CLASSES
from dongvon.domain.workplan.models import Assignment

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """One assignment: the plan's words, what they were taken for, and why, where that goes beyond the words."""

    id: UUID
    role: str
    mention: str
    target: str | None
    name: str
    level: str
    inferred: str
    dropped: bool
    resolved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something an assignment can be taken for: a body, a class or one unit."""

    key: str
    name: str
    kind: str


_NAMES = {body.key: body.names[0] for body in BODIES} | {each.key: each.names[0] for each in CLASSES}


def mentioned(assignments: "QuerySet[Assignment]", *, on: date) -> dict[UUID | None, tuple[Mentioned, ...]]:
    """Assignments by clause, in the order given; a single unit is called as on the day."""
    rows = list(assignments)
    codes = {row.target for row in rows if row.target} - _NAMES.keys()
    names = _NAMES | ({unit.code: unit.full_name for unit in units(on=on, codes=codes)} if codes else {})
    found: dict[UUID | None, list[Mentioned]] = defaultdict(list)
    for row in rows:
        found[row.clause_id].append(_row(row, names))
    return {clause: tuple(each) for clause, each in found.items()}


def choices(*, on: date) -> list[Choice]:
    """Everything an assignment can be taken for: classes and bodies first, then single units."""
    known = [Choice(key=each.key, name=called(each.names[0]), kind="class") for each in CLASSES]
    known += [Choice(key=body.key, name=called(body.names[0]), kind="body") for body in BODIES]
    keys = {choice.key for choice in known}
    return known + [
        Choice(key=unit.code, name=unit.full_name, kind="unit") for unit in units(on=on) if unit.code not in keys
    ]


def called(name: str) -> str:
    """A name from the vocabulary without its gaps for city and tier."""
    return " ".join(name.replace("{tier}", "").replace("{city}", "").split())


def _row(row: Assignment, names: dict[str, str]) -> Mentioned:
    return Mentioned(
        id=row.pk,
        role=row.role,
        mention=row.mention,
        target=row.target,
        name=called(names.get(row.target or "", row.target or "")),
        level=row.level,
        inferred=row.inferred,
        dropped=row.dropped,
        resolved=row.resolved_at is not None,
    )
