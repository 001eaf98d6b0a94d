"""Who is on which certified list on a day: what entitles a household or a person."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from dongvon.domain.people.vocabulary import ListedRow, ListKind

_LISTED = """
SELECT listing.kind, listing.household_id, listing.person_id, lower(listing.valid), upper(listing.valid),
       listed.id, listed.decision_number, listed.decided_on, listed.certified_at
FROM people_listing listing
JOIN people_beneficiarylist listed ON listed.id = listing.list_id
WHERE (
    listing.household_id = ANY (%(households)s::uuid[])
    OR listing.person_id = ANY (
        %(persons)s::uuid[] || ARRAY(SELECT id FROM people_person WHERE same_as_id = ANY (%(persons)s::uuid[]))
    )
)
  AND listing.valid @> %(on)s::date AND listed.state = 'certified'
ORDER BY lower(listing.valid), listing.id
"""


def listed(households: Collection[UUID], persons: Collection[UUID], *, on: date) -> tuple[ListedRow, ...]:
    """What certified lists say of these households and persons on `on`, as far as the asker may see them.

    A record united with another speaks for both.
    A household counts as newly escaped from the day it left until the months that law gives it are over.
    """
    asked: dict[str, Any] = {"households": list(households), "persons": list(persons), "on": on}
    with connection.cursor() as cursor:
        cursor.execute(_LISTED, asked)
        return tuple(
            ListedRow(
                kind=ListKind(kind),
                household=household,
                person=person,
                from_on=from_on,
                until_on=until_on,
                list=list_id,
                decision=decision,
                decided_on=decided_on,
                certified=certified,
            )
            for kind, household, person, from_on, until_on, list_id, decision, decided_on, certified in cursor
        )
