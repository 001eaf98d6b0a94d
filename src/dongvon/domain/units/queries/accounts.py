"""Accounts and the posts they hold or held, as far as the asker may see."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from dongvon.domain.units.models import Post, UnitName, User
from dongvon.domain.units.queries.names import names_of
from dongvon.kernel.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """A post, running or ended; `until` is the first day it is no longer held, nobody granted the first ones."""

    id: UUID
    person: UUID
    unit: UUID
    unit_code: str
    unit_name: str
    role: str
    title: str
    since: date | None
    until: date | None
    granted_by: str
    granted_at: datetime

    def runs(self, on: date) -> bool:
        """Whether it is held on a day."""
        return self.since is not None and self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """Somebody who can sign in, or could."""

    id: UUID
    full_name: str
    email: str
    phone: str
    is_active: bool
    joined_at: datetime
    last_login: datetime | None
    posts: tuple[PostRow, ...]


_COLUMNS = ("id", "full_name", "email", "phone", "is_active", "joined_at", "last_login")


def accounts(text: str = "", *, on: date) -> list[AccountRow]:
    """Accounts whose name or address holds every word of `text`, by given name; accents are ignored."""
    words = fold(text).split()
    found = [
        row
        for row in User.objects.order_by("name_sort_key", "email").values(*_COLUMNS)
        if all(word in fold(f"{row['full_name']} {row['email']}") for word in words)
    ]
    posts = _posts({row["id"] for row in found}, on=on)
    return [AccountRow(**row, posts=tuple(posts.get(row["id"], ()))) for row in found]


def account(person: UUID, *, on: date) -> AccountRow | None:
    """One account with every post it ever held; None where there is none to be seen."""
    row = User.objects.filter(pk=person).values(*_COLUMNS).first()
    if row is None:
        return None
    return AccountRow(**row, posts=tuple(_posts({person}, on=on).get(person, ())))


def _posts(people: set[UUID], *, on: date) -> dict[UUID, list[PostRow]]:
    name = UnitName.objects.filter(unit=OuterRef("unit"), valid__startswith__lte=on).order_by("-valid")
    rows = list(
        Post.objects.filter(user__in=people)
        .select_related("unit")
        .annotate(unit_name=Subquery(name.values("full_name")[:1]))
        .order_by("granted_at", "id")
    )
    granters = names_of(row.granted_by_id for row in rows if row.granted_by_id)
    posts: dict[UUID, list[PostRow]] = {}
    for row in rows:
        posts.setdefault(row.user_id, []).append(_post(row, granters=granters))
    return posts


def _post(row: Post, *, granters: dict[UUID, str]) -> PostRow:
    return PostRow(
        id=row.pk,
        person=row.user_id,
        unit=row.unit_id,
        unit_code=row.unit.code,
        unit_name=getattr(row, "unit_name", None) or row.unit.code,
        role=row.role,
        title=row.title,
        since=row.valid.lower,
        until=row.valid.upper,
        granted_by=granters.get(row.granted_by_id, "") if row.granted_by_id else "",
        granted_at=row.granted_at,
    )
