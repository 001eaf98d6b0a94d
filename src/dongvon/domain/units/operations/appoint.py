"""Appoint somebody to a post: a role in a unit, for a time."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import NOBODY, Actor
from dongvon.domain.units.models import Post, Unit, User
from dongvon.domain.units.operations.living import living_unit, open_user
from dongvon.domain.units.rules.posts import role_fits
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class OwnAppointment(Refusal):
    """Nobody gives oneself a role."""

    text = "Không tự giao vai trò cho chính mình; đề nghị nhờ người quản trị khác."
    field = "person"


class RoleElsewhere(Refusal):
    """The role belongs into another body."""

    text = "Vai trò này không đặt ở đơn vị đã chọn; đề nghị chọn đúng đơn vị có vai trò đó."
    field = "role"


class GroupOfLeader(Refusal):
    """A leader keeps one group, and nobody else does."""

    text = "Tổ trưởng, tổ phó phải gắn với một Tổ tiết kiệm và vay vốn; vai trò khác thì không gắn với tổ nào."
    field = "group"


class PostHeld(Refusal):
    """The person already holds that post at that time."""

    text = "{name} đang giữ vai trò này tại đơn vị trong thời gian đó; không cần giao lại."
    field = "person"


class EndsBeforeItBegins(Refusal):
    """The post would end before its first day."""

    text = "Ngày thôi giữ vai trò phải sau ngày bắt đầu; đề nghị sửa lại ngày."
    field = "until"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def appoint(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    person: UUID,
    unit: UUID,
    role: Role,
    title: str,
    since: date,
    until: date | None = None,
    group: UUID | None = None,
) -> UUID:
    """The post's id; `until` is the first day it is no longer held, `group` the one that a leader keeps.

    Refuses OwnAppointment, EndsBeforeItBegins, GroupOfLeader, UnknownPerson, UnknownUnit, RoleElsewhere, PostHeld.
    """
    if person == by.person:
        raise OwnAppointment
    if until is not None and until <= since:
        raise EndsBeforeItBegins
    demand_group(role, group)
    user, place_of_work, valid = open_user(person), living_unit(unit, on=since), DateRange(since, until)
    _check_free(user, unit=place_of_work, role=role, valid=valid)
    post = Post(user=user, unit=place_of_work, role=role, title=clean(title), valid=valid, granted_at=at)
    post.group_id = group
    post.granted_by_id = None if by.person == NOBODY else by.person
    post.save(force_insert=True)
    return post.pk


def demand_group(role: Role, group: UUID | None) -> None:
    """Refuses GroupOfLeader."""
    if (role is Role.GROUP_LEADER) is (group is None):
        raise GroupOfLeader


def _check_free(user: User, *, unit: Unit, role: Role, valid: DateRange) -> None:
    if not role_fits(role, body=unit.body, level=unit.level):
        raise RoleElsewhere
    if Post.objects.filter(user=user, unit=unit, role=role, valid__overlap=valid).exists():
        raise PostHeld(name=user.full_name)
