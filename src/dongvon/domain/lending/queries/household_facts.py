"""What is on record about households: their lists, debts, people and commune, in batches."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Value

from dongvon.domain.lending.models import SpecialArea
from dongvon.domain.lending.queries.conditions import key_of
from dongvon.domain.lending.rules.eligibility.facts import Debt, Facts, Listing
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.units.models import PlaceTerm
from dongvon.kernel.calendar import add_months

RURAL, DIFFICULT = "rural", "difficult"
COMMUNE = "xã"

_PEOPLE = """
SELECT m.household_id, h.place_id, p.id, m.is_head, p.birth_year, p.birth_month, p.birth_day,
       p.place_id = h.place_id AND p.died_on IS NULL,
       EXISTS (SELECT FROM groups_groupmember g WHERE g.person_id = p.id AND g.valid @> %(on)s::date)
FROM people_membership m
JOIN people_household h ON h.id = m.household_id
JOIN people_person p ON p.id = m.person_id
WHERE m.household_id = ANY (%(households)s) AND m.valid @> %(on)s::date
"""

#: What was lent for each part of a plan that the catalogue bounds by itself: its lines, but for own capital and cuts.
_DEBTS = """
WITH line AS (
    SELECT a.id, a.loan_id, i.use,
           greatest(0, sum(i.amount) - a.own_capital - a.amount + coalesce(a.approved, a.amount))::bigint AS lent
    FROM lending_application a JOIN lending_planitem i ON i.application_id = a.id
    WHERE a.household_id = ANY (%(households)s) AND i.use <> '' GROUP BY a.id, i.use
), part AS (
    SELECT id, loan_id, array_agg(use::text) AS uses, array_agg(lent) AS lent FROM line GROUP BY id, loan_id
)
SELECT l.borrower_id, pr.code, pr.variant, l.contract_number, l.in_term + l.overdue + l.frozen, l.overdue,
       coalesce((
           SELECT sum(t.amount) FROM lending_tranche t JOIN lending_application a ON a.id = t.application_id
           WHERE a.loan_id = l.id AND t.disbursement_id IS NULL AND a.stage NOT IN ('refused', 'withdrawn')
       ), 0), part.uses, part.lent
FROM lending_loan l
LEFT JOIN part ON part.loan_id = l.id
JOIN programmes_rateseries s ON s.id = l.series_id
JOIN programmes_programme pr ON pr.id = s.programme_id
WHERE l.borrower_id = ANY (%(people)s)
UNION ALL
SELECT a.borrower_id, pr.code, pr.variant, '', 0, 0, a.approved, part.uses, part.lent
FROM lending_application a
LEFT JOIN part ON part.id = a.id
JOIN programmes_programme pr ON pr.id = a.programme_id
WHERE a.household_id = ANY (%(households)s) AND a.stage IN ('approved', 'notified') AND a.id <> ALL (%(without)s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """Somebody of a household, as far as conditions ask."""

    id: UUID
    head: bool
    born_on: date
    resident: bool
    group_member: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is on record about one household."""

    household: UUID
    place: str
    people: tuple[Resident, ...]
    listings: tuple[Listing, ...]
    debts: tuple[Debt, ...]
    areas: frozenset[str]

    def facts(self, *, on: date, borrower: UUID | None = None) -> Facts:
        """Facts with somebody as the borrower: the head where nobody is named."""
        who = next((one for one in self.people if (one.id == borrower if borrower else one.head)), None)
        return Facts(
            on=on,
            listings=self.listings,
            debts=self.debts,
            borrower=who.id if who else borrower,
            born_on=who.born_on if who else None,
            resident=bool(who and who.resident),
            group_member=any(one.group_member for one in self.people),
            areas=self.areas,
        )


def known(households: Collection[UUID], *, on: date, without: Iterable[UUID] = ()) -> dict[UUID, Known]:
    """Records of these households, in four queries; applications in `without` do not count as promised."""
    places, people = _people(households, on=on)
    owners = {one.id: household for household, members in people.items() for one in members}
    listings = _listings(households, owners, on=on)
    debts = _debts(households, owners, without=list(without))
    areas = _areas(set(places.values()), on=on)
    return {
        household: Known(
            household=household,
            place=place,
            people=tuple(people[household]),
            listings=tuple(listings[household]),
            debts=tuple(debts[household]),
            areas=areas[place],
        )
        for household, place in places.items()
    }


def _people(households: Collection[UUID], *, on: date) -> tuple[dict[UUID, str], dict[UUID, list[Resident]]]:
    places: dict[UUID, str] = {}
    found: dict[UUID, list[Resident]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE, {"households": list(households), "on": on})
        for household, place, person, head, year, month, day, resident, member in cursor:
            places[household] = place
            born = _latest(year, month, day)
            row = Resident(id=person, head=head, born_on=born, resident=resident, group_member=member)
            found[household].append(row)
    return places, found


def _latest(year: int, month: int | None, day: int | None) -> date:
    """The birthday, at the latest where only the year or the month is known."""
    if day and month:
        return date(year, month, day)
    first = date(year, month or 12, 1)
    return date.fromordinal(add_months(first, 1).toordinal() - 1)


def _listings(households: Collection[UUID], owners: dict[UUID, UUID], *, on: date) -> dict[UUID, list[Listing]]:
    found: dict[UUID, list[Listing]] = defaultdict(list)
    for row in listed(households, owners.keys(), on=on):
        household = row.household or owners[row.person]  # type: ignore[index] # a line names one of the two
        found[household].append(
            Listing(
                kind=row.kind.value,
                from_on=row.from_on,
                until_on=row.until_on,
                decision=row.decision,
                decided_on=row.decided_on,
                person=row.person,
            )
        )
    return found


def _debts(households: Collection[UUID], owners: dict[UUID, UUID], *, without: list[UUID]) -> dict[UUID, list[Debt]]:
    found: dict[UUID, list[Debt]] = defaultdict(list)
    asked = {"people": list(owners), "households": list(households), "without": without}
    with connection.cursor() as cursor:
        cursor.execute(_DEBTS, asked)
        for person, code, variant, number, owed, overdue, promised, uses, lent in cursor:
            debt = Debt(
                programme=key_of(code, variant),
                number=number,
                person=person,
                owed=owed,
                overdue=overdue,
                promised=int(promised),
                uses=tuple(zip(uses or (), lent or (), strict=True)),
            )
            if person in owners:
                found[owners[person]].append(debt)
    return found


def _areas(places: Collection[str], *, on: date) -> dict[str, frozenset[str]]:
    """Whether each commune is rural, and of which special kinds it is on that day."""
    rural = PlaceTerm.objects.filter(place__in=places, type=COMMUNE, valid__contains=on)
    known = SpecialArea.objects.filter(place__in=places, from_on__lte=on, granted=True)
    latest = known.order_by("place", "kind", "-from_on").distinct("place", "kind")
    special = SpecialArea.objects.filter(id__in=latest.values("id"), holds=True)
    told = rural.values_list("place_id", Value(RURAL)).union(special.values_list("place_id", "kind"))
    kinds: dict[str, set[str]] = {place: set() for place in places}
    for place, kind in told:
        kinds[place].add(kind)
    return {place: frozenset(found) for place, found in kinds.items()}
