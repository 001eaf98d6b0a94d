"""The nouns of people."""

from dongvon.domain.people.models.beneficiary_list import BeneficiaryList
from dongvon.domain.people.models.household import Household, Membership
from dongvon.domain.people.models.listing import Listing
from dongvon.domain.people.models.person import Person
from dongvon.domain.people.models.standard import ListLimit, Standard

__all__ = [
    "BeneficiaryList",
    "Household",
    "ListLimit",
    "Listing",
    "Membership",
    "Person",
    "Standard",
]
