"""How units belong together on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from dongvon.domain.units.models import Edge
from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.units.vocabulary import EdgeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """A relation seen from one of its units: `other` is the unit at the far end."""

    id: UUID
    kind: str
    other: UnitRow
    upwards: bool
    since: date | None
    basis: str


def edges_of(unit: UUID, *, on: date) -> list[EdgeRow]:
    """The relations of one unit on a day, upwards first; succession is history and not told here."""
    edges = Edge.objects.filter(Q(child=unit) | Q(parent=unit), valid__contains=on).exclude(kind=EdgeKind.SUCCESSION)
    found = list(edges.order_by("kind"))
    others = units_by_id({_far_end(edge, unit) for edge in found}, on=on)
    rows = [
        EdgeRow(
            id=edge.pk,
            kind=edge.kind,
            other=others[_far_end(edge, unit)],
            upwards=edge.child_id == unit,
            since=edge.valid.lower,
            basis=edge.basis,
        )
        for edge in found
    ]
    return sorted(rows, key=lambda row: (not row.upwards, row.kind, row.other.code))


def parents(*, kind: EdgeKind, on: date, children: Iterable[UUID] | None = None) -> dict[UUID, UUID]:
    """Child to parent by one kind of relation on a day; for all units when `children` is not said."""
    edges = Edge.objects.filter(kind=kind, valid__contains=on)
    if children is not None:
        edges = edges.filter(child__in=list(children))
    return dict(edges.values_list("child", "parent"))


def _far_end(edge: Edge, unit: UUID) -> UUID:
    return edge.parent_id if edge.child_id == unit else edge.child_id
