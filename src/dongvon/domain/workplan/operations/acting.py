"""Who stands behind an act, as a row can keep it."""

from uuid import UUID

from dongvon.domain.audit.vocabulary import NOBODY, Actor


def person_of(by: Actor) -> UUID | None:
    """The acting person, or None for scheduled work and the command line."""
    return None if by.person == NOBODY else by.person
