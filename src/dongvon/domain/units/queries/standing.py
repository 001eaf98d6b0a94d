"""Who somebody is on a day: posts held, roles, and the rows they reach."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Subquery

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Post, UnitName, User
from dongvon.domain.units.vocabulary import ALL_SEEING_ROLES, APPROVING_ROLES, ENTRUSTED, Level
from dongvon.kernel.scope import Scope

_REACH = (Path(__file__).parents[1] / "sql" / "reach.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post somebody holds, with what its unit is called."""

    id: UUID
    unit: UUID
    unit_code: str
    unit_name: str
    body: str
    role: str
    title: str
    group: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A person with the posts of one day; without posts there are no roles and no rows."""

    person: UUID
    full_name: str
    email: str
    posts: tuple[HeldPost, ...]
    scope: Scope

    @property
    def roles(self) -> frozenset[str]:
        """The roles of all posts together."""
        return frozenset(post.role for post in self.posts)

    @property
    def units(self) -> tuple[UUID, ...]:
        """The units in whose name this person may act, in the order of the posts."""
        return tuple(dict.fromkeys(post.unit for post in self.posts))

    @property
    def needs_second_factor(self) -> bool:
        """Whether one of the posts may approve something, or lets its holder read of everybody."""
        return bool(self.roles & (APPROVING_ROLES | ALL_SEEING_ROLES))

    def actor(self, unit: UUID | None = None) -> Actor:
        """The person acting for `unit` (the first held when not said) with the roles held there."""
        chosen = unit if unit in self.units else next(iter(self.units), None)
        roles = frozenset(post.role for post in self.posts if post.unit == chosen)
        return Actor(person=self.person, unit=chosen, roles=roles)


def standing_of(person: UUID, *, on: date) -> Standing | None:
    """The standing of somebody on a day; None for an unknown or closed account.

    Under row policies the asking connection must already be scoped to this person (`enter_scope`).
    """
    user = User.objects.filter(pk=person, is_active=True).values("full_name", "email").first()
    if user is None:
        return None
    posts = _posts(person, on=on)
    return Standing(person=person, posts=posts, scope=_scope(person, posts=posts, on=on), **user)


def _posts(person: UUID, *, on: date) -> tuple[HeldPost, ...]:
    names = UnitName.objects.filter(unit=OuterRef("unit"), valid__contains=on)
    rows = (
        Post.objects.filter(user=person, valid__contains=on)
        .annotate(unit_name=Subquery(names.values("full_name")[:1]))
        .order_by("granted_at", "id")
        .values_list("id", "unit", "unit__code", "unit_name", "unit__body", "role", "title", "group_id")
    )
    columns = ("id", "unit", "unit_code", "unit_name", "body", "role", "title", "group")
    return tuple(HeldPost(**dict(zip(columns, row, strict=True))) for row in rows)


def _scope(person: UUID, *, posts: tuple[HeldPost, ...], on: date) -> Scope:
    """A group leader's post stands in the organisation's unit and reaches the group only."""
    everything = any(post.role in ALL_SEEING_ROLES for post in posts)
    whole = [post for post in posts if post.group is None]
    reached = _reach([post.unit for post in whole], on=on) if whole else []
    organisations = {post.unit for post in whole if post.body in ENTRUSTED}
    return Scope(
        person=person,
        everything=everything,
        units=frozenset(unit for unit, _, _ in reached),
        communes=frozenset(unit for unit, body, level in reached if (body, level) == ("ubnd", Level.COMMUNE)),
        organisation=organisations.pop() if len(organisations) == 1 else None,
        groups=frozenset(post.group for post in posts if post.group),
    )


def _reach(units: list[UUID], *, on: date) -> list[tuple[UUID, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_REACH, {"units": units, "on": on})
        return list(cursor.fetchall())
