"""Words of the audit trail that every floor above uses."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

NOBODY = UUID(int=0)

#: Metadata of a dataclass field whose value the trail leaves out: personal numbers, telephone numbers.
WITHHELD: Final = {"withheld": True}


@dataclass(frozen=True)
class Actor:
    """Who acts: a person, in the name of a unit, with the roles of the posts held there."""

    person: UUID
    unit: UUID | None = None
    roles: frozenset[str] = field(default_factory=frozenset)


#: Scheduled work: no person stands behind it.
SYSTEM = Actor(person=NOBODY, roles=frozenset({"system"}))
