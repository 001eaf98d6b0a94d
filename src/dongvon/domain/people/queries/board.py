"""What hangs on the board: names, hamlets and how somebody came onto the list; nothing else of anybody."""

from uuid import UUID

from django.db import connection

_LINES = """
SELECT coalesce(head.full_name, person.full_name), coalesce(household.hamlet, person.hamlet), listing.origin
FROM people_listing listing
LEFT JOIN people_household household ON household.id = listing.household_id
LEFT JOIN people_membership member ON member.household_id = household.id AND member.is_head AND upper_inf(member.valid)
LEFT JOIN people_person head ON head.id = member.person_id
LEFT JOIN people_person person ON person.id = listing.person_id
WHERE listing.list_id = %s AND listing.ending = ''
ORDER BY 2, coalesce(head.name_sort_key, person.name_sort_key)
"""


def board_lines(list_id: UUID) -> list[dict[str, str]]:
    """The lines of a list that were not struck, by hamlet and name."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, [list_id])
        return [{"name": name or "", "hamlet": hamlet, "origin": origin} for name, hamlet, origin in cursor]
