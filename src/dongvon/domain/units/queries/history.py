"""What a unit was before, what it became, and what it was called."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.units.models import Edge, UnitName
from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.units.vocabulary import EdgeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A name and the days on which it was in force; `until` is the first day it was not."""

    full_name: str
    short_name: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One step from an earlier unit to a later one, and by which decision."""

    unit: UnitRow
    on: date | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A unit's names in order, the units it came from, the units it became."""

    names: tuple[Called, ...]
    was: tuple[Succession, ...]
    became: tuple[Succession, ...]


def history_of(unit: UUID, *, on: date) -> History:
    """The whole readable past of a unit; other units are named as on the day given."""
    edges = list(
        Edge.objects.filter(kind=EdgeKind.SUCCESSION, child=unit).union(
            Edge.objects.filter(kind=EdgeKind.SUCCESSION, parent=unit)
        )
    )
    others = units_by_id({edge.child_id for edge in edges} | {edge.parent_id for edge in edges}, on=on)
    steps = sorted(edges, key=lambda edge: (edge.valid.lower or date.min, others[edge.child_id].code))
    return History(
        names=_names(unit),
        was=tuple(_step(edge, others[edge.child_id]) for edge in steps if edge.parent_id == unit),
        became=tuple(_step(edge, others[edge.parent_id]) for edge in steps if edge.child_id == unit),
    )


def _step(edge: Edge, other: UnitRow) -> Succession:
    return Succession(unit=other, on=edge.valid.lower, basis=edge.basis)


def _names(unit: UUID) -> tuple[Called, ...]:
    rows = UnitName.objects.filter(unit=unit).order_by("valid")
    return tuple(
        Called(full_name=row.full_name, short_name=row.short_name, since=row.valid.lower, until=row.valid.upper)
        for row in rows
    )
