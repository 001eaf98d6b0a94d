"""Elect the board of a group."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Election, Group, Mandate
from dongvon.domain.groups.operations.carried_motion import carried_motion
from dongvon.domain.groups.operations.found_groups import BoardNotMembers, NotAccepted
from dongvon.domain.groups.rules.board import demand_board
from dongvon.domain.groups.vocabulary import Declared, MeetingKind
from dongvon.domain.people.models import Membership
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NotABoardMeeting(Refusal):
    """A board is elected at a meeting called for it."""

    text = "Ban quản lý tổ phải được bầu tại cuộc họp thành lập tổ hoặc họp bầu, thay đổi ban quản lý tổ."
    field = "motion"


@operation(allowed={Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def elect(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    group: UUID,
    leader: UUID,
    deputy: UUID,
    motion: UUID,
    declared: Declared,
    acceptance: str,
) -> UUID:
    """In office from `on`, by a carried motion and the commune's written consent; the mandate and the accounts of the
    board before end there.

    Refuses NotDecided, NotABoardMeeting, NotAccepted, BoardNotMembers, Related, OnStandingCommittee, LeadsElsewhere.
    """
    meeting = carried_motion(motion, group=group).meeting
    if meeting.kind not in (MeetingKind.FOUNDING, MeetingKind.BOARD_CHANGE):
        raise NotABoardMeeting
    found = Group.objects.select_for_update().get(id=group)
    _check(found, leader=leader, deputy=deputy, on=on, declared=declared, acceptance=acceptance)
    found.leader_id, found.deputy_id = leader, deputy
    found.save(update_fields=["leader", "deputy"])
    _end_before(found, on=on)
    return Election.objects.create(
        group=found,
        meeting=meeting,
        leader_id=leader,
        deputy_id=deputy,
        since_on=on,
        acceptance=clean(acceptance),
        recorded_by=by.person,
        recorded_at=at,
    ).id


def _check(group: Group, *, leader: UUID, deputy: UUID, on: date, declared: Declared, acceptance: str) -> None:
    if not clean(acceptance):
        raise NotAccepted(code=group.code)
    board = {leader, deputy}
    if len(board) < 2 or group.members.filter(person__in=board, valid__contains=on).count() < 2:
        raise BoardNotMembers(code=group.code)
    households = Membership.objects.filter(person__in=board, valid__contains=on).values_list("person", "household")
    demand_board(leader, deputy, declared=declared, households=list(households))


def _end_before(group: Group, *, on: date) -> None:
    """A mandate is given to people: with them it ends, and so do their accounts' posts."""
    for mandate in Mandate.objects.filter(group=group, valid__contains=on, valid__startswith__lt=on):
        mandate.valid = DateRange(mandate.valid.lower, on)
        mandate.save(update_fields=["valid"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT groups_end_posts(%s, %s)", [group.id, on])
