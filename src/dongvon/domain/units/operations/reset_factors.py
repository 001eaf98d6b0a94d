"""Reset second factors: what a person lost is taken away, so that it can be set up anew."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.living import open_user
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class OwnFactors(Refusal):
    """One's own are managed on the page of the own account."""

    text = "Không tự gỡ ở đây; hãy dùng trang bảo mật của tài khoản mình."


class NoFactors(Refusal):
    """There is nothing to take away."""

    text = "{name} chưa cài lớp xác thực thứ hai; không có gì để gỡ."


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def reset_factors(*, key: UUID, by: Actor, at: datetime, person: UUID, reason: str) -> int:
    """How many factors were taken away, recovery codes included. Refuses OwnFactors, UnknownPerson, NoFactors."""
    if person == by.person:
        raise OwnFactors
    user = open_user(person)
    # The sign-in library keeps factors; its table is reached by name because the domain knows no library of pages.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM mfa_authenticator WHERE user_id = %s", [user.pk])
        if not cursor.rowcount:
            raise NoFactors(name=user.full_name)
        return int(cursor.rowcount)
