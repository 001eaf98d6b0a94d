"""Who somebody is on a day: posts held, roles, and the rows they reach."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import ALL_SEEING_ROLES, APPROVING_ROLES, ENTRUSTED, Level
from dongvon.kernel.scope import Scope

_STANDING = (Path(__file__).parents[1] / "sql" / "standing.sql").read_text(encoding="utf-8")
_COLUMNS = ("id", "unit", "unit_code", "unit_name", "body", "role", "title", "group")
_LEVEL, _POST, _UNIT, _BODY = 2, 3, 4, 7  # where they stand in a row; only a reached unit has a level


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
    """The standing of somebody on a day, in one query; None for an unknown or closed account.

    Under row policies the asking connection must already be scoped to this person (`enter_scope`).
    """
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, {"person": person, "on": on})
        rows = cursor.fetchall()
    accounts = [row for row in rows if row[_LEVEL] is None]
    if not accounts:
        return None
    full_name, email, *_ = accounts[0]
    posts = tuple(HeldPost(**dict(zip(_COLUMNS, row[_LEVEL + 1 :], strict=True))) for row in accounts if row[_POST])
    reached = [(row[_UNIT], row[_BODY], row[_LEVEL]) for row in rows if row[_LEVEL] is not None]
    return Standing(
        person=person, full_name=full_name, email=email, posts=posts, scope=_scope(person, posts=posts, reached=reached)
    )


def _scope(person: UUID, *, posts: tuple[HeldPost, ...], reached: list[tuple[UUID, str, str]]) -> Scope:
    organisations = {post.unit for post in posts if post.group is None and post.body in ENTRUSTED}
    return Scope(
        person=person,
        everything=any(post.role in ALL_SEEING_ROLES for post in posts),
        units=frozenset(unit for unit, _, _ in reached),
        communes=frozenset(unit for unit, body, level in reached if (body, level) == ("ubnd", Level.COMMUNE)),
        organisation=organisations.pop() if len(organisations) == 1 else None,
        groups=frozenset(post.group for post in posts if post.group),
    )
