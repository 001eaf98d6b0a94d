"""What a group carried about its members and its board in closed minutes, and is still to be carried out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.groups.models import GroupMember
from dongvon.domain.groups.queries.meetings import MeetingRow, MotionRow
from dongvon.domain.groups.vocabulary import MeetingKind

BOARD = (MeetingKind.FOUNDING, MeetingKind.BOARD_CHANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A carried motion of closed minutes; about somebody who `joins`, who leaves, or about nobody by name."""

    motion: UUID
    text: str
    held_on: date
    about: UUID | None
    joins: bool


def changes_decided(meetings: Iterable[MeetingRow]) -> list[DecisionRow]:
    """Comings and goings that these meetings of one group carried and nobody carried out, the latest first."""
    found = [(each, motion) for each, motion in _carried(meetings) if each.kind == MeetingKind.ADMISSION]
    spells = _spells(found)
    rows = []
    for each, motion in found:
        own = spells.get(motion.about, [])
        if motion.about and not any(_changed(spell, since=each.held_on) for spell in own):
            joins = not any(each.held_on in spell for spell in own)
            rows.append(_row(each, motion, joins=joins))
    return rows


def boards_decided(meetings: Iterable[MeetingRow]) -> list[DecisionRow]:
    """Motions on the board that these meetings carried, the latest first."""
    return [_row(each, motion) for each, motion in _carried(meetings) if each.kind in BOARD and not motion.about]


def _carried(meetings: Iterable[MeetingRow]) -> list[tuple[MeetingRow, MotionRow]]:
    return [(each, motion) for each in meetings if each.closed for motion in each.motions if motion.carried]


def _spells(found: Iterable[tuple[MeetingRow, MotionRow]]) -> dict[UUID | None, list[DateRange]]:
    pairs = {(each.group, motion.about) for each, motion in found}
    rows = GroupMember.objects.filter(group__in={group for group, _ in pairs}, person__in={about for _, about in pairs})
    spells: dict[UUID | None, list[DateRange]] = {}
    for person, valid in rows.values_list("person", "valid"):
        spells.setdefault(person, []).append(valid)
    return spells


def _changed(spell: DateRange, *, since: date) -> bool:
    return bool(spell.lower >= since or (spell.upper and spell.upper >= since))


def _row(meeting: MeetingRow, motion: MotionRow, *, joins: bool = False) -> DecisionRow:
    return DecisionRow(motion=motion.id, text=motion.text, held_on=meeting.held_on, about=motion.about, joins=joins)
