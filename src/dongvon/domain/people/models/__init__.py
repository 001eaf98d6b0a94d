"""The nouns of people."""

from dongvon.domain.people.models.household import Household, Membership
from dongvon.domain.people.models.person import Person

__all__ = ["Household", "Membership", "Person"]
