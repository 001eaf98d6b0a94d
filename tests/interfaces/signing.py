"""Sign a person in with a role, both factors proven."""

from datetime import UTC, date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client

from dongvon.domain.units.models import Post, Unit, User
from dongvon.kernel.ids import new_id

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SINCE = DateRange(date(2003, 1, 1), None)


def sign_in(
    client: Client, role: str, *, name: str = "Nguyễn Thị Lan", unit: str = "nhcsxh-chi-nhanh", body: str = ""
) -> User:
    """A new person who holds one post with `role` in `unit`, which is founded when it is not there yet."""
    level = "commune" if body == "nhcsxh-pgd" else "city"
    place, _ = Unit.objects.get_or_create(code=unit, defaults={"body": body or unit, "level": level, "valid": SINCE})
    user, granter = (
        User.objects.create(email=f"{new_id()}@example.vn", full_name=who, name_sort_key=who, joined_at=AT)
        for who in (name, "Lê Văn Quản")
    )
    Post.objects.create(user=user, unit=place, role=role, title="x", valid=SINCE, granted_by=granter, granted_at=AT)
    client.force_login(user)
    session = client.session
    session["account_authentication_methods_user"] = str(user.pk)
    session["account_authentication_methods"] = [{"method": "demo", "at": 0}]
    session.save()
    return user
