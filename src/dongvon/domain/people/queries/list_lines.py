"""The lines of a list, and how it differs from the one before."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

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

_TALLY = """
SELECT coalesce(household.hamlet, person.hamlet), listing.origin, listing.ending,
       listing.valid IS NULL AND listing.ending <> '', count(*)
FROM people_listing listing
LEFT JOIN people_household household ON household.id = listing.household_id
LEFT JOIN people_person person ON person.id = listing.person_id
WHERE listing.list_id = %s
GROUP BY 1, 2, 3, 4
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The lines of a list that were not struck by hamlet, and who came onto it and who was struck, by reason."""

    hamlets: tuple[tuple[str, int], ...]
    changes: tuple[ChangeRow, ...]


def list_lines(list_id: UUID, *, hamlet: str = "", limit: int = 60, offset: int = 0) -> tuple[list[LineRow], int]:
    """A page of lines by hamlet and given name, the struck ones last, and how many there are in all."""
    asked: dict[str, Any] = {"list": list_id, "hamlet": hamlet, "limit": limit, "offset": offset}
    with connection.cursor() as cursor:
        cursor.execute(_LINES, asked)
        found = cursor.fetchall()
    return [_line(row) for row in found], found[0][13] if found else 0


def tally(list_id: UUID) -> Tally:
    """How many lines a list has by hamlet, and by what became of whoever was on the one before."""
    hamlets, came, left = Counter[str](), Counter[str](), Counter[str]()
    with connection.cursor() as cursor:
        cursor.execute(_TALLY, [list_id])
        for hamlet, origin, ending, struck, count in cursor:
            if struck:
                left[ending] += count
            else:
                hamlets[hamlet] += count
                came[origin] += count
    return Tally(
        hamlets=tuple(sorted(hamlets.items())),
        changes=(
            *(ChangeRow(word=word, came=True, count=count) for word, count in sorted(came.items())),
            *(ChangeRow(word=word, came=False, count=count) for word, count in sorted(left.items())),
        ),
    )


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
