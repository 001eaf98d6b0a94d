"""Meetings that groups were called to and that were not put down yet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db.models import Exists, OuterRef

from dongvon.domain.groups.models import Meeting, MeetingCall
from dongvon.domain.groups.vocabulary import ATTENDED, MeetingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """A meeting to come; `attended` where the commune's organisation must come."""

    id: UUID
    group: UUID
    group_code: str
    hamlet: str
    leader_name: str
    kind: MeetingKind
    meets_on: date
    begins: time
    venue: str

    @property
    def attended(self) -> bool:
        """Whether the organisation must come."""
        return self.kind in ATTENDED


def calls_ahead(*, on: date, groups: Collection[UUID] | None = None, limit: int = 100) -> list[CallRow]:
    """Those from `on` on, of some groups or of all in sight, the soonest first."""
    held = Meeting.objects.filter(group=OuterRef("group"), held_on=OuterRef("meets_on"))
    found = MeetingCall.objects.filter(~Exists(held), meets_on__gte=on).select_related("group__leader")
    if groups is not None:
        found = found.filter(group__in=groups)
    return [
        CallRow(
            id=row.id,
            group=row.group_id,
            group_code=row.group.code,
            hamlet=row.group.hamlet,
            leader_name=row.group.leader.full_name,
            kind=MeetingKind(row.kind),
            meets_on=row.meets_on,
            begins=row.begins,
            venue=row.venue,
        )
        for row in found.order_by("meets_on", "begins", "group__code")[:limit]
    ]
