"""Close an account: the person may no longer sign in, and all posts end."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Post
from dongvon.domain.units.operations.ending import end_posts
from dongvon.domain.units.operations.living import open_user
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class OwnAccount(Refusal):
    """Nobody closes the account they are using."""

    text = "Không tự đóng tài khoản của chính mình; đề nghị nhờ người quản trị khác."


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def close_account(*, key: UUID, by: Actor, at: datetime, person: UUID, on: date, reason: str) -> None:
    """Close it from this moment; posts end on the day. Refuses OwnAccount, UnknownPerson, LastAdministrator."""
    if person == by.person:
        raise OwnAccount
    user = open_user(person)
    end_posts(Post.objects.filter(user=user), on=on)
    user.is_active = False
    user.save(update_fields=["is_active"])
