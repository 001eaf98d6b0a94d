"""The lines of a list, and how it differs from the one before."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count

from dongvon.domain.people.models import Listing
from dongvon.domain.people.rules.births import shown

_LINES = """
SELECT listing.id, listing.household_id, coalesce(person.id, head.id), coalesce(person.full_name, head.full_name),
       coalesce(person.birth_year, head.birth_year), coalesce(person.birth_month, head.birth_month),
       coalesce(person.birth_day, head.birth_day), coalesce(person.number_last, head.number_last),
       coalesce(household.code, ''), coalesce(household.hamlet, person.hamlet), listing.origin, listing.ending,
       listing.valid IS NULL AND listing.ending <> '', count(*) OVER ()
FROM people_listing listing
LEFT JOIN people_household household ON household.id = listing.household_id
LEFT JOIN people_membership member ON member.household_id = household.id AND member.is_head AND upper_inf(member.valid)
LEFT JOIN people_person head ON head.id = member.person_id
LEFT JOIN people_person person ON person.id = listing.person_id
WHERE listing.list_id = %(list)s AND (%(hamlet)s = '' OR coalesce(household.hamlet, person.hamlet) = %(hamlet)s)
ORDER BY 13, 10, coalesce(person.name_sort_key, head.name_sort_key), listing.id
LIMIT %(limit)s OFFSET %(offset)s
"""

_HAMLETS = """
SELECT coalesce(household.hamlet, person.hamlet), count(*)
FROM people_listing listing
LEFT JOIN people_household household ON household.id = listing.household_id
LEFT JOIN people_person person ON person.id = listing.person_id
WHERE listing.list_id = %s AND listing.ending = ''
GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A line with the head of the household, or the person; `struck` lines keep their reason in `ending`."""

    id: UUID
    household: UUID | None
    person: UUID | None
    full_name: str
    birth: str
    masked_number: str
    code: str
    hamlet: str
    origin: str
    ending: str
    struck: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """How many came onto a list in one way, or left it for one reason."""

    word: str
    came: bool
    count: int


def list_lines(list_id: UUID, *, hamlet: str = "", limit: int = 60, offset: int = 0) -> tuple[list[LineRow], int]:
    """A page of lines by hamlet and given name, the struck ones last, and how many there are in all."""
    asked: dict[str, Any] = {"list": list_id, "hamlet": hamlet, "limit": limit, "offset": offset}
    with connection.cursor() as cursor:
        cursor.execute(_LINES, asked)
        found = cursor.fetchall()
    return [_line(row) for row in found], found[0][13] if found else 0


def hamlets_of(list_id: UUID) -> list[tuple[str, int]]:
    """The hamlets of a list with their lines."""
    with connection.cursor() as cursor:
        cursor.execute(_HAMLETS, [list_id])
        return [(hamlet, count) for hamlet, count in cursor]


def changes(list_id: UUID) -> list[ChangeRow]:
    """Found new, fell back, moved in …, and who was on the list of before and is no longer, with the reason."""
    lines = Listing.objects.filter(list=list_id)
    came = lines.filter(ending="").values_list("origin").annotate(count=Count("id")).order_by("origin")
    left = lines.filter(valid__isnull=True).exclude(ending="").values_list("ending").annotate(count=Count("id"))
    return [
        *(ChangeRow(word=word, came=True, count=count) for word, count in came),
        *(ChangeRow(word=word, came=False, count=count) for word, count in left.order_by("ending")),
    ]


def _line(row: tuple[object, ...]) -> LineRow:
    id_, household, person, name, year, month, day, last, code, hamlet, origin, ending, struck, _ = row
    return LineRow(
        id=id_,  # type: ignore[arg-type] # the columns of _LINES
        household=household,  # type: ignore[arg-type]
        person=person,  # type: ignore[arg-type]
        full_name=str(name or ""),
        birth=shown(year=year, month=month, day=day) if year else "",  # type: ignore[arg-type]
        masked_number=f"•••••••• {last}" if last else "",
        code=str(code),
        hamlet=str(hamlet or ""),
        origin=str(origin),
        ending=str(ending),
        struck=bool(struck),
    )
