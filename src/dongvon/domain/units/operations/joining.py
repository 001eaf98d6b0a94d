"""How edges come into being, one or a thousand."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q

from dongvon.domain.units.models import Edge
from dongvon.domain.units.vocabulary import NewEdge
from dongvon.kernel.refusals import Refusal

_CIRCLE = """
WITH RECURSIVE above (start, id, kind) AS (
    SELECT child_id, parent_id, kind FROM units_edge
    WHERE child_id = ANY (%(children)s) AND valid @> %(on)s::date AND kind <> 'succession'
    UNION
    SELECT above.start, edge.parent_id, above.kind FROM units_edge AS edge
    JOIN above ON edge.child_id = above.id AND edge.kind = above.kind
    WHERE edge.valid @> %(on)s::date
)
SELECT EXISTS (SELECT FROM above WHERE start = id)
"""


class JoinedToItself(Refusal):
    """Both ends are the same unit."""

    text = "Một đơn vị không thể có quan hệ với chính mình; đề nghị chọn hai đơn vị khác nhau."
    field = "parent"


class JoinedInCircle(Refusal):
    """The parent would stand below its own child."""

    text = "Quan hệ này tạo thành vòng: đơn vị cấp trên lại trực thuộc đơn vị cấp dưới. Đề nghị chọn lại."
    field = "parent"


class AlreadyJoined(Refusal):
    """The same relation already holds."""

    text = "Hai đơn vị đã có quan hệ này trong thời gian đó; không có gì để thêm."
    field = "parent"


def joined(edges: Collection[NewEdge], *, since: date) -> list[UUID]:
    """Store edges that hold from a day on; ids in the order given."""
    if any(edge.child == edge.parent for edge in edges):
        raise JoinedToItself
    _check_new(edges, since=since)
    rows = [
        Edge(
            child_id=edge.child,
            parent_id=edge.parent,
            kind=edge.kind,
            basis=edge.basis,
            valid=DateRange(edge.since or since, None),
        )
        for edge in edges
    ]
    Edge.objects.bulk_create(rows)
    _check_circles({edge.child for edge in edges}, on=since)
    return [row.pk for row in rows]


def _check_new(edges: Collection[NewEdge], *, since: date) -> None:
    asked = {(edge.child, edge.parent, edge.kind.value) for edge in edges}
    there = Edge.objects.filter(Q(valid__upper_inf=True) | Q(valid__endswith__gt=since))
    known = there.filter(child__in={child for child, _, _ in asked}).values_list("child", "parent", "kind")
    if len(asked) < len(edges) or asked & set(known):
        raise AlreadyJoined


def _check_circles(children: set[UUID], *, on: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_CIRCLE, {"children": list(children), "on": on})
        if cursor.fetchone() == (True,):
            raise JoinedInCircle
