"""Merge units into one: A + B → C, with what became of A and B readable for ever."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Edge
from dongvon.domain.units.operations.ending import close_unit
from dongvon.domain.units.operations.founding import founded
from dongvon.domain.units.operations.joining import joined
from dongvon.domain.units.operations.living import living_units
from dongvon.domain.units.vocabulary import EdgeKind, NewEdge, NewUnit, Role
from dongvon.kernel.refusals import Refusal


class TooFewToMerge(Refusal):
    """One unit cannot merge with itself."""

    text = "Sáp nhập cần ít nhất hai đơn vị đang hoạt động; đề nghị chọn thêm."
    field = "units"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def merge(*, key: UUID, by: Actor, at: datetime, units: tuple[UUID, ...], into: NewUnit, on: date, basis: str) -> UUID:
    """The id of the unit that succeeds the others from `on`; it takes over their relations, not their posts.

    Refuses TooFewToMerge, UnknownUnit, LastAdministrator, CodeTaken, UnknownBody, UnknownPlace.
    """
    parts = living_units(units, on=on)
    if len(parts) < 2:
        raise TooFewToMerge
    inside = {part.pk for part in parts}
    relations = _outward(inside, on=on)
    for part in parts:
        close_unit(part, on=on)
    whole = founded((into,), since=on)[into.code]
    taken_over = {_moved(edge, inside=inside, whole=whole, basis=basis) for edge in relations}
    succession = {NewEdge(child=part, parent=whole, kind=EdgeKind.SUCCESSION, basis=basis) for part in inside}
    joined(sorted(taken_over | succession, key=repr), since=on)
    return whole


def _outward(inside: set[UUID], *, on: date) -> list[Edge]:
    """The relations of the merging units with others, not among themselves."""
    edges = Edge.objects.filter(Q(child__in=inside) ^ Q(parent__in=inside), valid__contains=on)
    return list(edges.exclude(kind=EdgeKind.SUCCESSION))


def _moved(edge: Edge, *, inside: set[UUID], whole: UUID, basis: str) -> NewEdge:
    child = whole if edge.child_id in inside else edge.child_id
    parent = whole if edge.parent_id in inside else edge.parent_id
    return NewEdge(child=child, parent=parent, kind=EdgeKind(edge.kind), basis=basis)
