"""Found one group as its founding meeting decided: its members, its board, who manages it."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.rules.board import demand_board
from dongvon.domain.groups.vocabulary import Declared, GroupDraft
from dongvon.domain.people.models import Membership
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal


class CodeTaken(Refusal):
    """Another group has this code."""

    text = "Mã tổ {code} đã dùng cho một tổ khác."
    field = "code"


class FoundedTooEarly(Refusal):
    """A group is founded once its meeting took place."""

    text = "Ngày thành lập {day:%d/%m/%Y} chưa tới."
    field = "on"


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.SYSTEM})
def found_group(*, key: UUID, by: Actor, at: datetime, on: date, group: GroupDraft, declared: Declared) -> UUID:
    """From `on`, by the commune's written consent; gives the group.

    Refuses FoundedTooEarly, CodeTaken, Related, OnStandingCommittee, LeadsElsewhere and what found_groups refuses.
    """
    if on > at.astimezone(VIETNAM).date():
        raise FoundedTooEarly(day=on)
    if Group.objects.filter(code=group.code).exists():
        raise CodeTaken(code=group.code)
    board = {group.leader, group.deputy}
    households = Membership.objects.filter(person__in=board, valid__contains=on).values_list("person", "household")
    demand_board(group.leader, group.deputy, declared=declared, households=list(households))
    found_groups(key=new_id(), by=by, at=at, on=on, groups=(group,))
    return group.id
