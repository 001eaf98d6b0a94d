"""Meetings of groups: who was there, what was decided, and whether the minutes are closed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.groups.models import Meeting
from dongvon.domain.groups.rules.votes import carried
from dongvon.domain.groups.vocabulary import MeetingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionRow:
    """A motion with its votes; `carried` by the majority of those present."""

    id: UUID
    number: int
    text: str
    about: UUID | None
    in_favour: int
    against: int
    abstained: int
    carried: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting as it stands; `number` is that of its closed minutes."""

    id: UUID
    kind: MeetingKind
    group: UUID
    held_on: date
    venue: str
    present: tuple[UUID, ...]
    representative: str
    hamlet_head: str
    motions: tuple[MotionRow, ...]
    minutes: str
    number: int | None

    @property
    def closed(self) -> bool:
        """Whether the minutes can no longer change."""
        return self.number is not None


def meeting(id_: UUID) -> MeetingRow | None:
    """One meeting, as far as the asker may see it."""
    return next(iter(_rows(Meeting.objects.filter(id=id_))), None)


def meetings_of(group: UUID, *, limit: int = 24) -> list[MeetingRow]:
    """The latest meetings of a group, the last one first."""
    return _rows(Meeting.objects.filter(group=group).order_by("-held_on", "-opened_at")[:limit])


def _rows(found: QuerySet[Meeting]) -> list[MeetingRow]:
    return [_row(each) for each in found.prefetch_related("attendances", "motions")]


def _row(each: Meeting) -> MeetingRow:
    present = tuple(attendance.person_id for attendance in each.attendances.all())
    return MeetingRow(
        id=each.id,
        kind=MeetingKind(each.kind),
        group=each.group_id,
        held_on=each.held_on,
        venue=each.venue,
        present=present,
        representative=each.representative,
        hamlet_head=each.hamlet_head,
        motions=_motions(each, present=len(present)),
        minutes=each.minutes,
        number=each.number,
    )


def _motions(each: Meeting, *, present: int) -> tuple[MotionRow, ...]:
    found = sorted(each.motions.all(), key=lambda motion: motion.number)
    return tuple(
        MotionRow(
            id=motion.id,
            number=motion.number,
            text=motion.text,
            about=motion.about,
            in_favour=motion.in_favour,
            against=motion.against,
            abstained=motion.abstained,
            carried=carried(motion.in_favour, present=present),
        )
        for motion in found
    )
