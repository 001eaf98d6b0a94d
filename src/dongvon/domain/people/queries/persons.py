"""One person and one household, with what is known of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.people.models import Household, Listing, Membership, SamePerson
from dongvon.domain.people.queries.search import shown_person
from dongvon.domain.people.vocabulary import PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """Somebody's time in a household."""

    household: UUID
    code: str
    person: UUID
    full_name: str
    relation: str
    is_head: bool
    from_on: date
    until_on: date | None
    died_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastListing:
    """A certified line, of now or before."""

    id: UUID
    list_id: UUID
    kind: str
    year: int
    decision: str
    from_on: date
    until_on: date | None
    origin: str
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitedRow:
    """A record that somebody said is the same person."""

    id: UUID
    other: PersonRow
    reason: str


def memberships_of(*records: UUID) -> list[MemberRow]:
    """The households somebody lived in by one or more records of the person, the latest first."""
    return _members(Membership.objects.filter(person__in=records).order_by("-valid"))


def members_of(household: UUID) -> list[MemberRow]:
    """Who lives in a household and who did, the head first."""
    return _members(Membership.objects.filter(household=household).order_by("-is_head", "valid"))


def household_place(household: UUID) -> tuple[str, str, str, str] | None:
    """Code, commune, hamlet and the commune's code of a household, if the asker may see it."""
    return Household.objects.filter(id=household).values_list("code", "place__name", "hamlet", "place").first()


def listings_of(*, persons: list[UUID], households: list[UUID]) -> list[PastListing]:
    """Certified lines of these, the newest first."""
    found = Listing.objects.filter(valid__isnull=False).select_related("list").order_by("-valid")
    found = found.filter(person__in=persons) | found.filter(household__in=households)
    return [
        PastListing(
            id=line.id,
            list_id=line.list_id,
            kind=line.kind,
            year=line.list.year,
            decision=line.list.decision_number,
            from_on=line.valid.lower,
            until_on=line.valid.upper,
            origin=line.origin,
            ending=line.ending,
        )
        for line in found
    ]


def united_with(person: UUID) -> list[UnitedRow]:
    """The records that were united with this one."""
    found = SamePerson.objects.filter(kept=person, separated_at__isnull=True).select_related("other__place")
    return [UnitedRow(id=row.id, other=shown_person(row.other), reason=row.reason) for row in found]


def _members(found: QuerySet[Membership]) -> list[MemberRow]:
    return [
        MemberRow(
            household=row.household_id,
            code=row.household.code,
            person=row.person_id,
            full_name=row.person.full_name,
            relation=row.relation,
            is_head=row.is_head,
            from_on=row.valid.lower,
            until_on=row.valid.upper,
            died_on=row.person.died_on,
        )
        for row in found.select_related("household", "person")
    ]
