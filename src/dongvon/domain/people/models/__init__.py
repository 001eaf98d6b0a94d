"""The nouns of people."""

from dongvon.domain.people.models.beneficiary_list import BeneficiaryList
from dongvon.domain.people.models.consent import Consent
from dongvon.domain.people.models.household import Household, Membership
from dongvon.domain.people.models.list_import import ListImport
from dongvon.domain.people.models.listing import Listing
from dongvon.domain.people.models.person import Person
from dongvon.domain.people.models.review import HamletMeeting, Objection, PublicPosting
from dongvon.domain.people.models.same_person import SamePerson
from dongvon.domain.people.models.standard import ListLimit, Standard
from dongvon.domain.people.models.verification import Verification, VerificationLine
from dongvon.domain.people.models.viewing import Viewing

__all__ = [
    "BeneficiaryList",
    "Consent",
    "HamletMeeting",
    "Household",
    "ListImport",
    "ListLimit",
    "Listing",
    "Membership",
    "Objection",
    "Person",
    "PublicPosting",
    "SamePerson",
    "Standard",
    "Verification",
    "VerificationLine",
    "Viewing",
]
