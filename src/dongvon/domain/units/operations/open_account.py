"""Open an account: somebody may sign in once a password has been set by the invitation."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import User
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean, name_sort_key


class AddressTaken(Refusal):
    """Another account signs in with the address."""

    text = "Địa chỉ {email} đã có tài khoản; đề nghị tìm tài khoản đó trong danh sách người dùng."
    field = "email"


class NamelessPerson(Refusal):
    """A person needs a name."""

    text = "Chưa có họ và tên; đề nghị nhập đầy đủ họ và tên."
    field = "full_name"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def open_account(*, key: UUID, by: Actor, at: datetime, email: str, full_name: str, phone: str = "") -> UUID:
    """The new person's id; without a password and without posts. Refuses NamelessPerson, AddressTaken."""
    name, address = clean(full_name), clean(email).lower()
    if not name:
        raise NamelessPerson
    if User.objects.filter(email__iexact=address).exists():
        raise AddressTaken(email=address)
    user = User(email=address, full_name=name, name_sort_key=name_sort_key(name), phone=clean(phone), joined_at=at)
    user.set_unusable_password()
    user.save(force_insert=True)
    return user.pk
