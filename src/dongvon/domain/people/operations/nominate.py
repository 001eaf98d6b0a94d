"""Put households or persons on a list that is being drawn up."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList
from dongvon.domain.people.operations.drafting import demand_draft
from dongvon.domain.people.vocabulary import OF_PERSONS
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

_ADD = {
    False: """
INSERT INTO people_listing (id, list_id, kind, place_id, household_id, origin, ending)
SELECT gen_random_uuid(), %(list)s, %(kind)s, %(place)s, id,
       people_origin(%(kind)s, %(place)s, %(on)s::date, id, NULL), ''
FROM people_household WHERE id = ANY (%(subjects)s) AND place_id = %(place)s
ON CONFLICT DO NOTHING
""",
    True: """
INSERT INTO people_listing (id, list_id, kind, place_id, person_id, origin, ending)
SELECT gen_random_uuid(), %(list)s, %(kind)s, %(place)s, id,
       people_origin(%(kind)s, %(place)s, %(on)s::date, NULL, id), ''
FROM people_person WHERE id = ANY (%(subjects)s) AND place_id = %(place)s
ON CONFLICT DO NOTHING
""",
}


class NobodyAdded(Refusal):
    """All of them are on the list, or live elsewhere."""

    text = "Không thêm được ai: đã có trong danh sách, hoặc không thuộc xã, phường này."
    field = "subjects"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def nominate(*, key: UUID, by: Actor, at: datetime, on: date, list_id: UUID, subjects: tuple[UUID, ...]) -> int:
    """Households, or persons on a list of persons; gives how many were added. Refuses NotADraft, NobodyAdded."""
    listed = BeneficiaryList.objects.select_for_update().get(id=list_id)
    demand_draft(listed)
    asked: dict[str, Any] = {
        "list": list_id,
        "kind": listed.kind,
        "place": listed.place_id,
        "on": on,
        "subjects": list(subjects),
    }
    with connection.cursor() as cursor:
        cursor.execute(_ADD[listed.kind in OF_PERSONS], asked)
        if not cursor.rowcount:
            raise NobodyAdded
        return int(cursor.rowcount)
