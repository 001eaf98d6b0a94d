"""Found groups with their boards and first members."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, GroupMember
from dongvon.domain.groups.operations.sizing import size_rule
from dongvon.domain.groups.rules.size import demand_size
from dongvon.domain.groups.vocabulary import GroupDraft
from dongvon.domain.people.models import Person
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class BoardNotMembers(Refusal):
    """Leader and deputy belong to the group they lead."""

    text = "Tổ {code}: tổ trưởng và tổ phó phải là tổ viên và là hai người khác nhau."
    field = "leader"


class NotAccepted(Refusal):
    """The commune did not consent in writing."""

    text = "Tổ {code}: chưa ghi văn bản chấp thuận thành lập của UBND cấp xã (số, ngày)."
    field = "acceptance"


class NotOfTheHamlet(Refusal):
    """A group gathers people of one hamlet."""

    text = "Tổ {code}: có người không cư trú tại {hamlet}; tổ viên phải ở cùng một ấp, khu phố."
    field = "members"


class InAnotherGroup(Refusal):
    """Somebody belongs to another group."""

    text = "Có người đang là tổ viên của tổ khác vào ngày {day}. Hãy chuyển người đó trước."
    field = "members"


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.SYSTEM})
def found_groups(*, key: UUID, by: Actor, at: datetime, on: date, groups: tuple[GroupDraft, ...]) -> int:
    """Found `groups` on `on`, all or none; gives their number.

    Refuses NoSizeRule, WrongSize, BoardNotMembers, NotAccepted, NotOfTheHamlet, InAnotherGroup.
    """
    rule = size_rule(on)
    for draft in groups:
        demand_size(len(set(draft.members)), code=draft.code, fewest=rule.fewest, most=rule.most)
        if draft.leader == draft.deputy or not {draft.leader, draft.deputy} <= set(draft.members):
            raise BoardNotMembers(code=draft.code)
        if not clean(draft.acceptance):
            raise NotAccepted(code=draft.code)
    _demand_one_hamlet(groups)
    Group.objects.bulk_create([_group(draft, on=on) for draft in groups], batch_size=2_000)
    _admit(groups, on=on)
    return len(groups)


def _group(draft: GroupDraft, *, on: date) -> Group:
    return Group(
        id=draft.id,
        code=draft.code,
        organisation=draft.organisation,
        place_id=draft.place,
        hamlet=draft.hamlet,
        point_id=draft.point,
        leader_id=draft.leader,
        deputy_id=draft.deputy,
        founded_on=on,
        acceptance=clean(draft.acceptance),
    )


def _demand_one_hamlet(groups: tuple[GroupDraft, ...]) -> None:
    homes = {
        person: (place, hamlet)
        for person, place, hamlet in Person.objects.filter(
            id__in=[one for draft in groups for one in draft.members]
        ).values_list("id", "place", "hamlet")
    }
    for draft in groups:
        if any(homes.get(one) != (draft.place, draft.hamlet) for one in draft.members):
            raise NotOfTheHamlet(code=draft.code, hamlet=draft.hamlet)


def _admit(groups: tuple[GroupDraft, ...], *, on: date) -> None:
    valid = DateRange(on, None)
    members = [GroupMember(group_id=draft.id, person_id=one, valid=valid) for draft in groups for one in draft.members]
    try:
        with transaction.atomic():
            GroupMember.objects.bulk_create(members, batch_size=5_000)
    except IntegrityError as fault:
        if "groups_member_one_group_at_a_time" in str(fault):
            raise InAnotherGroup(day=f"{on:%d/%m/%Y}") from None
        raise
