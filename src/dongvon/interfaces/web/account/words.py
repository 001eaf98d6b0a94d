"""How posts are told to the person who holds them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from dongvon.domain.units.queries.standing import HeldPost
from dongvon.interfaces.web.shell.people import role_names


@dataclass(frozen=True, kw_only=True)
class OwnUnit:
    """A unit in which somebody holds posts: titles and roles joined."""

    id: UUID
    name: str
    titles: str
    roles: str
    current: bool


def posts_by_unit(posts: Iterable[HeldPost], *, acting_for: UUID | None) -> list[OwnUnit]:
    """One row a unit, in the order in which the posts were granted."""
    held: dict[UUID, list[HeldPost]] = {}
    for post in posts:
        held.setdefault(post.unit, []).append(post)
    return [
        OwnUnit(
            id=unit,
            name=mine[0].unit_name,
            titles=", ".join(dict.fromkeys(post.title for post in mine)),
            roles=", ".join(role_names({post.role for post in mine})),
            current=unit == acting_for,
        )
        for unit, mine in held.items()
    ]
