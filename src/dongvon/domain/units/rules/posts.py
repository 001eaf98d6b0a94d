"""Which role belongs into which body."""

from typing import Final

from dongvon.domain.units.vocabulary import ENTRUSTED, Level, Role

#: Roles that exist in one body only, with its level.
_HOMES: Final = {
    Role.BRANCH_OFFICER: ("nhcsxh-chi-nhanh", Level.CITY),
    Role.BRANCH_DIRECTOR: ("nhcsxh-chi-nhanh", Level.CITY),
    Role.CITY_LEADER: ("ubnd", Level.CITY),
    Role.COMMUNE_OFFICER: ("ubnd", Level.COMMUNE),
    Role.COMMUNE_CHAIR: ("ubnd", Level.COMMUNE),
}

#: Roles of the organisations that manage groups.
_OF_ORGANISATIONS: Final = frozenset({Role.ORGANISATION_OFFICER, Role.GROUP_LEADER})


def role_fits(role: Role, *, body: str, level: str) -> bool:
    """Whether a post with this role may stand in a unit of this body; nobody holds the role of scheduled work."""
    if role is Role.SYSTEM:
        return False
    if role in _OF_ORGANISATIONS:
        return body in ENTRUSTED
    return role not in _HOMES or _HOMES[role] == (body, level)
