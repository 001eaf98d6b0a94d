"""Who holds which post on a day, as far as the asker may see."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.units.models import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in a post; one row for each post."""

    id: UUID
    full_name: str
    email: str
    unit: UUID
    role: str
    title: str


def people_of(unit: UUID, *, on: date) -> list[Holder]:
    """Everybody who holds a post in a unit on a day, by name."""
    return holders(units=[unit], on=on)


def holders(*, on: date, units: Collection[UUID] | None = None, roles: Collection[str] | None = None) -> list[Holder]:
    """Posts held on a day by people whose accounts are open, narrowed to units and roles where given."""
    posts = Post.objects.filter(valid__contains=on, user__is_active=True)
    posts = posts if units is None else posts.filter(unit__in=units)
    posts = posts if roles is None else posts.filter(role__in=roles)
    rows = posts.order_by("user__name_sort_key", "user", "role").values_list(
        "user", "user__full_name", "user__email", "unit", "role", "title"
    )
    return [
        Holder(id=person, full_name=full_name, email=email, unit=unit, role=role, title=title)
        for person, full_name, email, unit, role, title in rows
    ]
