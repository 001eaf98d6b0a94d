"""Difficulties and proposals of a round, together where they were grouped or say the same."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from dongvon.domain.workplan.models import Answer, Concern, ConcernGroup, Decision, Escalation
from dongvon.domain.workplan.queries.city_report import ConcernLine
from dongvon.domain.workplan.rules.condensing import Told, condense, name_units
from dongvon.domain.workplan.vocabulary import ConcernKind

LOOSE = 12

WAITING = "Chi nhánh đang xem xét"


def concern_lines(round_: UUID, *, names: Mapping[UUID, str], at: datetime) -> tuple[ConcernLine, ...]:
    """Difficulties first; groups by the number of their units, then what nobody has grouped yet, condensed."""
    concerns = Concern.objects.filter(report__round=round_, delivered_at__lte=at).select_related("clause")
    found = sorted(concerns, key=lambda each: names[each.unit_id])
    lines = [*_grouped(found, names=names, at=at), *_loose(found, names=names)]
    kinds = [kind.value for kind in ConcernKind]
    return tuple(sorted(lines, key=lambda line: (kinds.index(line.kind), -line.count)))


def _grouped(concerns: list[Concern], *, names: Mapping[UUID, str], at: datetime) -> list[ConcernLine]:
    members: dict[UUID, list[Concern]] = defaultdict(list)
    for concern in concerns:
        if concern.group_id:
            members[concern.group_id].append(concern)
    groups = _with_outcome(members, at=at)
    return [_group_line(groups[id_], inside, names=names) for id_, inside in members.items()]


def _with_outcome(groups: Mapping[UUID, object], *, at: datetime) -> dict[UUID, Any]:
    """The groups with what came of each: columns that the query adds, so no type names them."""
    decisions = Decision.objects.filter(escalation__group=OuterRef("pk"), decided_at__lte=at)
    found = (
        ConcernGroup.objects.filter(pk__in=list(groups))
        .select_related("clause")
        .annotate(
            answered=Exists(Answer.objects.filter(group=OuterRef("pk"), answered_at__lte=at)),
            escalated=Exists(Escalation.objects.filter(group=OuterRef("pk"), escalated_at__lte=at)),
            decision=Subquery(decisions.values("text")[:1]),
            paper=Subquery(decisions.values("document_number")[:1]),
        )
    )
    return {group.pk: group for group in found}


def _group_line(group: Any, inside: list[Concern], *, names: Mapping[UUID, str]) -> ConcernLine:
    units = tuple(dict.fromkeys(names[concern.unit_id] for concern in inside))
    return ConcernLine(
        kind=inside[0].kind,
        text=group.title,
        units=name_units(units),
        count=len(units),
        clause=group.clause.code if group.clause else "",
        outcome=_outcome(group),
    )


def _outcome(group: Any) -> str:
    if group.decision:
        return f"UBND thành phố đã quyết định{f' tại {group.paper}' if group.paper else ''}: {group.decision}"
    if group.escalated:
        return "Đã trình UBND thành phố"
    return "Chi nhánh đã trả lời" if group.answered else WAITING


def _loose(concerns: list[Concern], *, names: Mapping[UUID, str]) -> list[ConcernLine]:
    return [
        ConcernLine(
            kind=kind.value,
            text=gist.text,
            units=name_units(gist.units),
            count=len(gist.units),
            clause="",
            outcome=WAITING,
        )
        for kind in ConcernKind
        for gist in condense(
            [Told(full_name=names[each.unit_id], text=each.text) for each in concerns if _is_loose(each, kind)],
            most=LOOSE,
        )
    ]


def _is_loose(concern: Concern, kind: ConcernKind) -> bool:
    return concern.group_id is None and concern.kind == kind
